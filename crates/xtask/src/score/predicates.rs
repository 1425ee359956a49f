//! Predicates of two sentences, aligned where they tell of one event.

use super::{figures::Figures, scorer};
use crate::tellings;
use anyhow::{Result, anyhow};
use parallax_compare::events::{Sentence, Telling, aligned};
use parallax_encoder::Encoder;
use serde_json::{Value, json};
use std::path::Path;

/// Aligns the predicates of each pair of sentences.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let encoder = Encoder::open(parallax_encoder_weights::WEIGHTS)
        .map_err(|error| anyhow!("no encoder: {error:?}"))?;
    scorer::answered(name, file, scorer, work, figures, |row| {
        let sides = [("t1", "preds1"), ("t2", "preds2")].map(|(words, predicates)| {
            side(&tellings::sentence(&row[words], &encoder), &row[predicates])
        });
        let [ours, theirs] = &sides;
        let found = aligned((&ours.sentence, &ours.tellings), (&theirs.sentence, &theirs.tellings));
        let pairs = found.iter().map(|pair| [ours.places[pair.ours], theirs.places[pair.theirs]]);
        json!({"id": row["id"], "aligned": pairs.collect::<Vec<_>>()})
    })
}

struct Side {
    sentence: Sentence,
    /// Where the predicates stand.
    places: Vec<usize>,
    tellings: Vec<Telling>,
}

fn side(sentence: &Sentence, predicates: &Value) -> Side {
    let places = predicates.as_array().into_iter().flatten().filter_map(Value::as_u64);
    let places: Vec<usize> = places.filter_map(|at| usize::try_from(at).ok()).collect();
    let tree = tellings::tree(sentence);
    let tellings = places.iter().map(|&at| tellings::telling(&tree, &[at])).collect();
    Side { sentence: sentence.clone(), places, tellings }
}
