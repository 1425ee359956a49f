//! Articles with their attributions.

use super::{
    figures::Figures,
    scorer,
    text::{self, Characters},
};
use anyhow::Result;
use serde_json::{Value, json};
use std::path::Path;

/// Reads each article alone and gives what is quoted and who speaks.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    scorer::answered(name, file, scorer, work, figures, answer)
}

fn answer(row: &Value) -> Value {
    let text = row["text"].as_str().unwrap_or_default();
    let places = Characters::of(text);
    let read = text::read(text, row.get("date"), None);
    let quotations = read.map(|read| read.annotations.quotations).unwrap_or_default();
    let mut utterances: Vec<usize> =
        quotations.iter().map(|quotation| quotation.utterance).collect();
    utterances.sort_unstable();
    utterances.dedup();
    let attributions: Vec<Value> = utterances
        .iter()
        .map(|utterance| {
            let pieces = || quotations.iter().filter(|piece| piece.utterance == *utterance);
            let content: Vec<_> = pieces().map(|piece| places.of_span(piece.span)).collect();
            let source: Vec<_> = pieces()
                .filter_map(|piece| piece.speaker_span)
                .take(1)
                .map(|span| places.of_span(span))
                .collect();
            json!({"content": content, "source": source})
        })
        .collect();
    json!({"id": row["id"], "attributions": attributions})
}
