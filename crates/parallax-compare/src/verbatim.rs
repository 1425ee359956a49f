//! Sentences that have the words of another origin's sentence, outside quotation marks.
//!
//! What someone said is alike wherever it is quoted; what an outlet tells in its own words is not.

use crate::{
    scene::{Account, Line, Scene},
    wording,
};
use parallax_model::{QuotationKind, Span};
use std::collections::BTreeMap;

/// Words of its own below which a sentence may be alike by chance.
const LEAST_WORDS: usize = 7;
/// The share of the longer sentence's words that stand in the other in the same order, in hundredths.
///
/// Chosen so that one word of ten may be another: in a lower share sentences of a form
/// ("The fire broke out in … on Monday") come to be alike by chance.
const ALIKE: usize = 88;
/// Older sentences a sentence is held against.
const MOST_OLDER: usize = 24;

/// For each line of a claim that has nearly the words of an older account of another origin, the index of that
/// account's article.
pub(crate) fn of(scene: &Scene<'_>, draft: &[usize]) -> BTreeMap<usize, usize> {
    let mut found = BTreeMap::new();
    if draft.len() < 2 {
        return found;
    }
    let mut older: Vec<(usize, Vec<(String, Span)>)> = Vec::new();
    for &line in draft {
        let own = own_words(scene.account(line), &scene.lines[line]);
        if own.len() < LEAST_WORDS {
            continue;
        }
        let origin = scene.account(line).origin;
        let others = older.iter().filter(|(other, _)| scene.account(*other).origin != origin);
        if let Some((other, _)) = others.into_iter().find(|(_, words)| are_alike(&own, words)) {
            found.insert(line, scene.account(*other).index);
        }
        if older.len() < MOST_OLDER {
            older.push((line, own));
        }
    }
    found
}

/// The words of a line outside quotation marks.
fn own_words(account: &Account<'_>, line: &Line) -> Vec<(String, Span)> {
    let spoken = line.quotations.iter().filter_map(|&at| account.notes.quotations.get(at));
    let marked: Vec<Span> = spoken
        .filter(|quotation| quotation.kind != QuotationKind::Indirect)
        .map(|quotation| quotation.span)
        .collect();
    let own =
        line.tokens.iter().filter(|token| !marked.iter().any(|span| span.overlaps(token.span)));
    own.map(|token| (token.folded.clone(), token.span)).collect()
}

fn are_alike(a: &[(String, Span)], b: &[(String, Span)]) -> bool {
    let (short, long) = (a.len().min(b.len()), a.len().max(b.len()));
    let near = |shared: usize| shared * 100 >= long * ALIKE;
    near(short) && near(wording::overlap(a, b).pairs.len())
}
