//! The same words, said to be two people's.

use super::{Found, Value};
use crate::{
    quotations::{Quote, Utterances},
    scene::Scene,
};
use parallax_language::{
    names::{same_name, same_word},
    words,
};
use parallax_model::{DifferenceKind, EntityKind, Nature, QuotationKind};
use std::collections::BTreeMap;

/// Words two quotations must share before two speakers are more than a slip of ours.
const LEAST_WORDS: usize = 6;

/// The quotations that two accounts put into two named people's mouths.
pub(super) fn find(scene: &Scene<'_>, utterances: &Utterances) -> Vec<Found> {
    let mut found = Vec::new();
    let mut known = Known::new();
    for group in &utterances.groups {
        let spoken: Vec<&Quote> =
            group.iter().filter_map(|&at| utterances.quotes.get(at)).collect();
        for (at, a) in spoken.iter().enumerate() {
            for b in spoken.iter().skip(at + 1) {
                found.extend(pair(scene, a, b, &mut known));
            }
        }
    }
    found
}

/// Of two speakers, whether they may be one by their names.
type Known = BTreeMap<(usize, usize), bool>;

fn pair(scene: &Scene<'_>, a: &Quote, b: &Quote, known: &mut Known) -> Option<Found> {
    let direct = |quote: &Quote| {
        quote.kind == QuotationKind::Direct && scene.accounts[quote.account].copy_of.is_none()
    };
    let long = a.words.len() >= LEAST_WORDS && a.words.len() == b.words.len();
    let same = long && a.words.iter().zip(&b.words).all(|(x, y)| x.0 == y.0);
    if a.account == b.account || a.speaker == b.speaker || !same || !direct(a) || !direct(b) {
        return None;
    }
    let speakers = (a.speaker?, b.speaker?);
    let (ours, theirs) = (scene.entities.get(speakers.0)?, scene.entities.get(speakers.1)?);
    let people = ours.kind == EntityKind::Person && theirs.kind == EntityKind::Person;
    if !people || !a.by_name || !b.by_name {
        return None;
    }
    let may_be_one = known.entry(speakers).or_insert_with(|| {
        share_a_word(&ours.name, &theirs.name) || same_name(&ours.name, &theirs.name)
    });
    if *may_be_one {
        return None;
    }
    let values = vec![named(scene, a)?, named(scene, b)?];
    Some(Found { kind: DifferenceKind::Attribution, nature: Nature::Conflict, values })
}

fn named(scene: &Scene<'_>, quote: &Quote) -> Option<Value> {
    let quotation = scene.accounts[quote.account].notes.quotations.get(quote.at)?;
    let span = quotation.speaker_span?;
    // Named in another sentence, the speaker is our guess.
    let line = quote.lines.iter().find(|line| scene.lines[**line].span.contains(span))?;
    Some(Value { line: *line, span })
}

/// Whether two names have a word in common: forms of one name, or of one family.
fn share_a_word(a: &str, b: &str) -> bool {
    words(a).any(|one| words(b).any(|other| same_word(one.of(a), other.of(b))))
}
