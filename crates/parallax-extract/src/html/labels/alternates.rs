//! The page's other language versions.

use super::MOST;
use crate::{
    address,
    html::{
        Page, flow,
        tree::{Node, Tag},
    },
    lines,
};
use parallax_language::Language;
use parallax_model::Alternate;

/// Labels side by side, at least, to be a language bar where no `hreflang` says so.
const LEAST_LABELS: usize = 2;

/// Of `hreflang` links, else of the language bar as printed.
pub(crate) fn alternates(page: &Page<'_>) -> Vec<Alternate> {
    let mut found: Vec<Alternate> = Vec::new();
    for id in page.tree.all(Tag::Link).chain(page.tree.all(Tag::A)) {
        let Some(alternate) = told(page, id) else { continue };
        let own = alternate.url.is_some() && alternate.url == page.url;
        let double = found
            .iter()
            .any(|other| other.url == alternate.url && other.language == alternate.language);
        if !own && !double && found.len() < MOST {
            found.push(alternate);
        }
    }
    if found.is_empty() { bar(page) } else { found }
}

/// A link that says in which language its page is.
fn told(page: &Page<'_>, id: usize) -> Option<Alternate> {
    let node = page.tree.node(id);
    let tag = node.get("hreflang").filter(|tag| !tag.is_empty())?;
    let of_head = node.tag == Tag::Link;
    if tag.eq_ignore_ascii_case("x-default") || (of_head && !node.has("rel", "alternate")) {
        return None;
    }
    let language =
        Language::of_tag(tag).map_or_else(|| tag.to_owned(), |known| known.tag().to_owned());
    let label = if of_head {
        node.get("title").unwrap_or(tag).to_owned()
    } else {
        flow::words(page.tree, page.decoded, id).as_str().to_owned()
    };
    (!label.is_empty()).then(|| Alternate { label, language, url: url(page, node) })
}

/// The first run of links of which each is called after another language.
fn bar(page: &Page<'_>) -> Vec<Alternate> {
    /// Nodes between two links of one bar, at most.
    const GAP: usize = 8;
    let mut run: Vec<Alternate> = Vec::new();
    let (mut last, mut codes) = (0, true);
    for id in page.tree.all(Tag::A) {
        let node = page.tree.node(id);
        if last > 0 && id > last + GAP {
            if run.len() >= LEAST_LABELS {
                break;
            }
            run.clear();
            codes = true;
        }
        if node.end > id + GAP {
            continue;
        }
        let words = flow::words(page.tree, page.decoded, id);
        let label = words.as_str();
        let Some(language) = lines::language_bar_entry(label) else { continue };
        codes &= lines::language_bar_code(label);
        last = node.end;
        let url = url(page, node).filter(|url| Some(url) != page.url.as_ref());
        if !run.iter().any(|other| other.language == language) {
            run.push(Alternate { label: label.to_owned(), language: language.to_owned(), url });
        }
    }
    let bar = run.len() >= LEAST_LABELS + usize::from(codes);
    if bar { run.into_iter().filter(|entry| entry.url.is_some()).collect() } else { Vec::new() }
}

fn url(page: &Page<'_>, node: &Node<'_>) -> Option<String> {
    node.get("href").and_then(|href| address::resolve(page.url.as_deref(), href))
}
