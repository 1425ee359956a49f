//! What rules cannot settle, weighed block by block by what many pages taught.
//!
//! The rules of [`body`](super::body) judge first. Then small trees, made by
//! `scripts/blocks.py`, ask each block for the numbers of [`features`] and
//! change a verdict where they are sure: what a rule calls furniture has to look
//! much more like body than what no rule knows.

mod features;
mod told;
mod trees;

use super::body::Verdict;
pub(crate) use features::View;
use parallax_model::BoilerplateKind;

/// Thousandths of log odds below which a paragraph is none: three chances in
/// five, chosen on pages the trees had not seen.
const STAYS: i32 = 405;

/// The same, above which something else is a paragraph.
const COMES: i32 = 405;

/// The same for what a rule knows as furniture: four chances in five.
const COMES_FROM_FURNITURE: i32 = 1386;

/// Weighs every block of a page against the verdicts of the rules.
pub(crate) fn weigh(view: &View<'_>, verdicts: &mut [Verdict]) {
    let rows = features::rows(view);
    for (at, (verdict, row)) in verdicts.iter_mut().zip(&rows).enumerate() {
        if view.headline != Some(at) {
            *verdict = weighed(*verdict, trees::score(row));
        }
    }
}

fn weighed(verdict: Verdict, score: i32) -> Verdict {
    match verdict {
        Verdict::Body if score <= STAYS => Verdict::Out(BoilerplateKind::Other),
        Verdict::Out(BoilerplateKind::Other | BoilerplateKind::Navigation) if score > COMES => {
            Verdict::Body
        }
        Verdict::Out(_) | Verdict::Teaser | Verdict::Picture if score > COMES_FROM_FURNITURE => {
            Verdict::Body
        }
        verdict => verdict,
    }
}

#[cfg(test)]
mod tests;
