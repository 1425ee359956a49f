//! What rules cannot settle, weighed block by block by what many pages taught.
//!
//! The rules of [`body`](super::body) judge first. Then small trees, made by
//! `scripts/blocks.py`, ask each block for the numbers of [`features`] and
//! change a verdict where they are sure: what a rule calls furniture has to look
//! much more like body than what no rule knows.

mod cues;
mod features;
mod told;
mod trees;

use super::{body::Verdict, hints::Hint};
pub(crate) use features::View;
use parallax_model::BoilerplateKind;

/// Thousandths of log odds above which a block is body: eleven chances in
/// twenty, chosen on pages the trees had not seen.
const SURE: i32 = 200;

/// The same for what a rule knows as furniture: three chances in five.
const SURE_OF_FURNITURE: i32 = 400;

/// Hundredths of links from which what stands outside the container never is body.
const MENU_LINKS: usize = 90;

/// Weighs every block of a page against the verdicts of the rules.
pub(crate) fn weigh(view: &View<'_>, verdicts: &mut [Verdict]) {
    let page = features::Page::of(view);
    for (at, verdict) in verdicts.iter_mut().enumerate() {
        if view.headline != Some(at)
            && is_open(view, at, *verdict)
            && let Some(limit) = limit(*verdict)
        {
            *verdict = weighed(*verdict, trees::exceed(&page.row(at), limit));
        }
    }
}

/// Whether a verdict may change: of menus, most of a page, of what nobody sees
/// and of what stands above headline and body, none does.
fn is_open(view: &View<'_>, at: usize, verdict: Verdict) -> bool {
    let Some(block) = view.blocks.get(at) else { return false };
    let hidden = || view.zones.hint(block.first) == Some(Hint::Hidden);
    let above = || block.first < view.container && view.headline.is_some_and(|head| at < head);
    let inside = view.tree.within(block.first, view.container);
    let menu = || block.link_share() >= MENU_LINKS && !inside;
    verdict == Verdict::Body || !(verdict == Verdict::Tags || menu() || hidden() || above())
}

/// The log odds above which a block of this verdict is body.
fn limit(verdict: Verdict) -> Option<i32> {
    match verdict {
        Verdict::Body | Verdict::Out(BoilerplateKind::Other | BoilerplateKind::Navigation) => {
            Some(SURE)
        }
        Verdict::Out(_) | Verdict::Teaser | Verdict::Picture => Some(SURE_OF_FURNITURE),
        Verdict::Headline | Verdict::Standfirst | Verdict::Tags => None,
    }
}

fn weighed(verdict: Verdict, is_body: bool) -> Verdict {
    match (verdict, is_body) {
        (_, true) => Verdict::Body,
        (Verdict::Body, false) => Verdict::Out(BoilerplateKind::Other),
        (verdict, false) => verdict,
    }
}

#[cfg(test)]
mod tests;
