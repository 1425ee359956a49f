//! One utterance in two languages: the same speaker, the same meaning.

use super::{Quote, same_speaker};
use crate::{meaning, scene::Scene};
use parallax_model::QuotationKind;
use std::{cmp::Reverse, collections::BTreeMap};

/// The nearness of meaning, in thousandths, from which the sentences of two quotations of one speaker give one
/// utterance.
///
/// Chosen on the development stories and the bundled events, where translations of one utterance are above 510 and
/// no other two quotations of one speaker are above 430.
const ONE_UTTERANCE: i16 = 480;
/// The share of its sentence that a quotation fills, in hundredths, for the sentence to mean what it says.
const MOSTLY_SPEECH: usize = 40;

/// A quotation with the line whose meaning is its own.
#[derive(Clone, Copy)]
struct Spoken {
    quote: usize,
    line: usize,
}

/// Pairs of quotations of different languages that give one utterance, each with the line it stands in.
///
/// Each is the nearest of the speaker's quotations in the other's article.
pub(super) fn pairs(scene: &Scene<'_>, quotes: &[Quote]) -> Vec<[(usize, usize); 2]> {
    let mut by_speaker: BTreeMap<usize, Vec<Spoken>> = BTreeMap::new();
    for (at, quote) in quotes.iter().enumerate() {
        if let (Some(speaker), Some(line)) = (quote.speaker, telling_line(scene, quote)) {
            by_speaker.entry(speaker).or_default().push(Spoken { quote: at, line });
        }
    }
    let mut pairs = Vec::new();
    for spoken in by_speaker.values().filter(|spoken| spoken.len() <= super::LEADS_TO) {
        pairs.extend(of_speaker(scene, quotes, spoken));
    }
    pairs.sort_unstable();
    pairs
}

fn of_speaker(scene: &Scene<'_>, quotes: &[Quote], spoken: &[Spoken]) -> Vec<[(usize, usize); 2]> {
    let account = |one: &Spoken| quotes[one.quote].account;
    let language = |one: &Spoken| scene.accounts[account(one)].language;
    let mut near: Vec<(i16, Spoken, Spoken)> = Vec::new();
    for (at, one) in spoken.iter().enumerate() {
        for other in spoken.iter().skip(at + 1).filter(|other| language(one) != language(other)) {
            let nearness = meaning::nearness(scene, one.line, other.line);
            near.extend(nearness.map(|nearness| (nearness, *one, *other)));
        }
    }
    near.retain(|(nearness, one, other)| {
        *nearness >= ONE_UTTERANCE && same_speaker(&quotes[one.quote], &quotes[other.quote])
    });
    let mut best: BTreeMap<(usize, usize), i16> = BTreeMap::new();
    for (nearness, one, other) in &near {
        for (from, to) in [(one, other), (other, one)] {
            let top = best.entry((from.quote, account(to))).or_insert(*nearness);
            *top = (*top).max(*nearness);
        }
    }
    near.sort_by_key(|(nearness, one, other)| (Reverse(*nearness), one.quote, other.quote));
    near.iter()
        .filter(|(nearness, one, other)| {
            let top = |from: &Spoken, to: &Spoken| best.get(&(from.quote, account(to)));
            top(one, other) == Some(nearness) && top(other, one) == Some(nearness)
        })
        .map(|(_, one, other)| [(one.quote, one.line), (other.quote, other.line)])
        .collect()
}

/// The line that a quotation in marks fills enough of.
fn telling_line(scene: &Scene<'_>, quote: &Quote) -> Option<usize> {
    let filled = |line: usize| {
        let whole = scene.lines[line].span;
        let start = quote.span.start().max(whole.start());
        let inside = quote.span.end().min(whole.end()).saturating_sub(start);
        (inside, inside * 100 >= whole.len() * MOSTLY_SPEECH)
    };
    let marked = quote.kind != QuotationKind::Indirect;
    let best = quote.lines.iter().copied().max_by_key(|&line| (filled(line).0, Reverse(line)))?;
    (marked && filled(best).1).then_some(best)
}
