//! Section, tags and language versions.

mod alternates;
mod tags;

use super::{Page, flow, meta, tree::Tag};
pub(crate) use alternates::alternates;
pub(crate) use tags::tags;

/// A label longer than this, in characters, is a sentence.
const LONGEST_LABEL: usize = 60;

/// Tags or language versions kept, at most; a page that gives more is not telling anything.
const MOST: usize = 200;

/// The section: JSON-LD, `<meta>`, schema.org attributes, the last breadcrumb, a kicker.
pub(crate) fn section(page: &Page<'_>) -> Option<String> {
    let linked = page.linked.list("articleSection").into_iter().next();
    let meta = || {
        page.meta
            .first(&[
                "article:section",
                "parsely-section",
                "sailthru.section",
                "section",
                "og:section",
            ])
            .map(str::to_owned)
    };
    let attributes =
        || meta::microdata(page.tree, page.decoded, "articleSection").into_iter().next();
    linked
        .or_else(meta)
        .or_else(attributes)
        .or_else(|| breadcrumb(page))
        .or_else(|| kicker(page))
        .filter(|section| section.chars().count() <= LONGEST_LABEL)
}

/// The last link of the breadcrumbs that is not the headline.
fn breadcrumb(page: &Page<'_>) -> Option<String> {
    let named = |id: usize| {
        let node = page.tree.node(id);
        let names = ["class", "id"].iter().filter_map(|key| node.get(key));
        names.into_iter().any(|name| name.to_ascii_lowercase().contains("crumb"))
    };
    let crumbs = (0..page.tree.nodes().len()).find(|&id| named(id))?;
    let links = page.tree.inside(crumbs).filter(|&id| page.tree.node(id).tag == Tag::A);
    let words: Vec<String> =
        links.map(|id| flow::words(page.tree, page.decoded, id).as_str().to_owned()).collect();
    let mut labels = words.into_iter().skip(1).filter(|words| !words.is_empty());
    labels.next_back()
}

/// The line over the headline, if its element says it is a kicker.
fn kicker(page: &Page<'_>) -> Option<String> {
    const NAMES: [&str; 6] = ["kicker", "rubric", "section", "category", "eyebrow", "overline"];
    let headline = page.headline?;
    let before = page.blocks.iter().take(headline).rev().take(4);
    let named = before.filter(|block| block.size < 40).find(|block| {
        let names =
            page.tree.node(block.element).get("class").unwrap_or_default().to_ascii_lowercase();
        NAMES.iter().any(|name| names.contains(name))
    });
    named.map(|block| block.words().to_owned())
}
