//! What a user's rule for the outlet says of a page.

use super::{Page, Verdict, flow, headline::Headline, tree::Tag};
use crate::{
    lines,
    outlet_rules::{OutletRule, Selector},
};
use parallax_model::{Author, BoilerplateKind, Stamp, StampFrom};

/// The headline that the rule names.
pub(crate) fn headline(page: &Page<'_>) -> Option<Headline> {
    let element = first(page, page.rule?.headline.as_ref()?)?;
    let text = flow::words(page.tree, page.decoded, element);
    let block = page.blocks.partition_point(|block| block.last < element);
    let block = (block < page.blocks.len()).then_some(block);
    (!text.is_empty()).then_some(Headline { text, block, from_title: false })
}

/// Makes the lines that the rule names the body, where it does, and leaves out
/// what it drops.
pub(crate) fn body(page: &mut Page<'_>) {
    let Some(rule) = page.rule else { return };
    let none = !page.body.verdicts.contains(&Verdict::Body);
    if let Some(selector) = rule.body.as_ref().filter(|_| rule.always || none) {
        let named = selector.elements(page.tree);
        let inside = |at: usize| named.iter().any(|&id| page.tree.within(at, id));
        let any = page.blocks.iter().any(|block| inside(block.first));
        for (block, verdict) in page.blocks.iter().zip(&mut page.body.verdicts).filter(|_| any) {
            *verdict = match (inside(block.first), *verdict) {
                (true, _) => Verdict::Body,
                (false, Verdict::Body) => Verdict::Out(BoilerplateKind::Other),
                (false, other) => other,
            };
        }
        page.body.container =
            named.first().map_or(page.body.container, |&id| page.tree.node(id).parent);
    }
    leave_out(page, rule);
}

fn leave_out(page: &mut Page<'_>, rule: &OutletRule) {
    for id in rule.drop.iter().flat_map(|selector| selector.elements(page.tree)) {
        for (block, verdict) in page.blocks.iter().zip(&mut page.body.verdicts) {
            if page.tree.within(block.first, id) && *verdict == Verdict::Body {
                *verdict = Verdict::Out(BoilerplateKind::Other);
            }
        }
    }
}

/// The names in the elements that the rule names.
pub(crate) fn byline(page: &Page<'_>) -> Vec<Author> {
    let selector = page.rule.and_then(|rule| rule.byline.as_ref());
    let elements = selector.map(|selector| selector.elements(page.tree)).unwrap_or_default();
    let words = elements.into_iter().map(|id| flow::words(page.tree, page.decoded, id));
    words.flat_map(|words| lines::byline(words.as_str(), true).unwrap_or_default()).collect()
}

/// The time in the element that the rule names.
pub(crate) fn published(page: &Page<'_>) -> Option<Stamp> {
    let element = first(page, page.rule?.date.as_ref()?)?;
    let times = std::iter::once(element).chain(page.tree.inside(element));
    let told = times
        .filter(|&id| page.tree.node(id).tag == Tag::Time)
        .find_map(|id| super::iso::stamp(page.tree.node(id).get("datetime")?, StampFrom::TimeTag));
    told.or_else(|| {
        let printed = lines::stamp(flow::words(page.tree, page.decoded, element).as_str())?;
        Some(Stamp { point: printed.point, zone: printed.zone, from: StampFrom::Text })
    })
}

fn first(page: &Page<'_>, selector: &Selector) -> Option<usize> {
    selector.elements(page.tree).into_iter().next()
}

#[cfg(test)]
mod tests;
