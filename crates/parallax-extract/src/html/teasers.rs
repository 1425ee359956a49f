//! Teasers inside the text, and everything else that was left out.

mod listed;

use super::{Page, Verdict, flow, tree::Tag};
use crate::{address, lines};
use parallax_model::{Boilerplate, BoilerplateKind, Related, cut};

/// A teaser of fewer words is a button.
const LEAST_WORDS: usize = 3;

/// Sorts what is not the article into teasers of single pages and boilerplate.
pub(crate) fn sort(page: &Page<'_>) -> (Vec<Related>, Vec<Boilerplate>) {
    let (mut related, mut boilerplate) = (Vec::new(), Vec::new());
    let (mut done, mut list) = (0, 0);
    let listed = listed::under_headings(page);
    for (at, block) in page.blocks.iter().enumerate() {
        let Some(verdict) = page.body.verdicts.get(at) else { continue };
        let out = |kind| Boilerplate { kind, text: block.words().to_owned() };
        if let Some(links) = listed.get(&at) {
            if links.is_empty() {
                boilerplate.push(out(BoilerplateKind::Teaser));
            }
            related.extend(links.iter().cloned());
            continue;
        }
        match verdict {
            Verdict::Teaser if block.first < done => {}
            Verdict::Teaser => {
                let root = page.zones.root(block.first).unwrap_or(block.element);
                // A list of teasers is looked through once, not for each of them.
                let teaser = (root != list).then(|| single(page, root)).flatten();
                if let Some(teaser) = teaser {
                    done = page.tree.node(root).end;
                    related.push(teaser);
                } else {
                    list = root;
                    boilerplate.push(out(BoilerplateKind::Teaser));
                }
            }
            Verdict::Out(kind) => match listed::set_apart(page, block) {
                Some(link) => related.push(link),
                None => boilerplate.push(out(*kind)),
            },
            Verdict::Tags => boilerplate.push(out(BoilerplateKind::TagLine)),
            Verdict::Body | Verdict::Headline | Verdict::Standfirst | Verdict::Picture => {}
        }
    }
    (related, boilerplate)
}

/// The teaser in an element that holds just one, inside the body or right after it.
fn single(page: &Page<'_>, root: usize) -> Option<Related> {
    let around = page.tree.node(page.body.container).parent;
    if !page.tree.within(root, around) || root == page.body.container {
        return None;
    }
    let mut links = page
        .tree
        .inside(root)
        .filter(|&id| page.tree.node(id).tag == Tag::A && page.tree.node(id).get("href").is_some());
    let link = links.find(|&id| {
        flow::words(page.tree, page.decoded, id).as_str().split_whitespace().count() >= LEAST_WORDS
    })?;
    let href = page.tree.node(link).get("href");
    let words = flow::words(page.tree, page.decoded, link).as_str().to_owned();
    let other = |id: usize| {
        let other = flow::words(page.tree, page.decoded, id);
        other.as_str() != words && other.as_str().split_whitespace().count() >= LEAST_WORDS
    };
    if links.any(other) {
        return None;
    }
    let text = without_label(page, link, &words);
    teaser(page, text, href)
}

/// A teaser of these words; a button has too few.
fn teaser(page: &Page<'_>, text: String, href: Option<&str>) -> Option<Related> {
    let url = href.and_then(|href| {
        address::resolve(page.url.as_deref(), href).or_else(|| Some(href.to_owned()))
    });
    (text.split_whitespace().count() >= LEAST_WORDS).then_some(Related { text, url })
}

/// The words of a link without a lead-in, in words or in an element of its own.
fn without_label(page: &Page<'_>, link: usize, words: &str) -> String {
    if let Some(lead) = lines::related_lead(words) {
        return words.get(lead..).unwrap_or(words).trim().to_owned();
    }
    let first = page.tree.inside(link).find(|&id| page.tree.node(id).tag != Tag::Text);
    let label = first.map(|id| flow::words(page.tree, page.decoded, id).as_str().to_owned());
    match label.filter(|label| !label.is_empty() && words.starts_with(label.as_str())) {
        Some(label) if label.len() < words.len() && is_lead(&label) => {
            cut(words, label.len()..words.len()).trim().to_owned()
        }
        _ => words.to_owned(),
    }
}

/// Whether a label would lead into a teaser if it stood before a colon.
fn is_lead(label: &str) -> bool {
    let label = label.trim_end_matches([':', ' ']);
    lines::related_lead(&format!("{label}: x")).is_some()
}
