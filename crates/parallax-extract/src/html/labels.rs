//! Section, tags and language versions.

use super::{Page, Verdict, flow, hints::Hint, meta, tree::Tag};
use crate::{address, lines};
use parallax_language::{Language, fold};
use parallax_model::Alternate;

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

/// The tags: JSON-LD keywords, schema.org keywords, the tags as printed, `<meta>`.
pub(crate) fn tags(page: &Page<'_>) -> Vec<String> {
    let linked = || page.linked.list("keywords").iter().flat_map(|words| split(words)).collect();
    let attributes = || {
        let values = meta::microdata(page.tree, page.decoded, "keywords");
        values.iter().flat_map(|words| split(words)).collect()
    };
    let sources: [&dyn Fn() -> Vec<String>; 5] =
        [&linked, &attributes, &|| linked_tags(page), &|| listed(page), &|| of_meta(page)];
    sources.iter().map(|source| clean(source())).find(|tags| !tags.is_empty()).unwrap_or_default()
}

fn split(words: &str) -> Vec<String> {
    let separator = if words.contains(',') { ',' } else { ';' };
    words.split(separator).map(|tag| tag.trim().to_owned()).collect()
}

fn clean(tags: Vec<String>) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    for tag in tags {
        let tag = tag.trim_start_matches('#').trim().to_owned();
        let good = !tag.is_empty() && tag.chars().count() <= LONGEST_LABEL;
        if good && kept.len() < MOST && !kept.iter().any(|other| fold(other) == fold(&tag)) {
            kept.push(tag);
        }
    }
    kept
}

/// Links that say they are tags.
fn linked_tags(page: &Page<'_>) -> Vec<String> {
    let tagged = |id: &usize| page.tree.node(*id).has("rel", "tag");
    let links = page.tree.all(Tag::A).filter(tagged);
    links.map(|id| flow::words(page.tree, page.decoded, id).as_str().to_owned()).collect()
}

/// Tags as printed: one block or one link each, or words between commas after a label.
fn listed(page: &Page<'_>) -> Vec<String> {
    let mut tags = Vec::new();
    for (block, verdict) in page.blocks.iter().zip(&page.body.verdicts) {
        if *verdict != Verdict::Tags {
            continue;
        }
        let around = page
            .zones
            .root(block.first)
            .filter(|_| page.zones.hint(block.first) == Some(Hint::Tags));
        let element = around.map_or(block.element, |_| block.element);
        let parts = || {
            let inside = (block.first.saturating_sub(1)..block.last).filter(|&id| {
                page.tree.within(id, element)
                    && matches!(page.tree.node(id).tag, Tag::A | Tag::Span)
            });
            inside
                .map(|id| flow::words(page.tree, page.decoded, id).as_str().to_owned())
                .collect::<Vec<_>>()
        };
        let words = block.words();
        if let Some(read) = lines::tags(words, "") {
            tags.extend(read);
            continue;
        }
        let after = words.split_once(':').map(|(_, after)| after.trim());
        match (after, words.contains(',')) {
            (Some(after), true) => tags.extend(split(after)),
            (None, true) => tags.extend(split(words)),
            (after, false) => {
                let parts = parts();
                if parts.len() > 1 {
                    tags.extend(parts);
                } else {
                    tags.push(after.unwrap_or(words).to_owned());
                }
            }
        }
    }
    tags.retain(|tag| !tag.is_empty());
    tags
}

fn of_meta(page: &Page<'_>) -> Vec<String> {
    let tags: Vec<String> = page.meta.all("article:tag").flat_map(split).collect();
    if !tags.is_empty() {
        return tags;
    }
    let named = ["news_keywords", "parsely-tags", "sailthru.tags", "keywords"];
    page.meta.first(&named).map(split).unwrap_or_default()
}

/// The page's other language versions, of its `<link>` elements and its language bar.
pub(crate) fn alternates(page: &Page<'_>) -> Vec<Alternate> {
    let mut found: Vec<Alternate> = Vec::new();
    let links = page.tree.all(Tag::Link).chain(page.tree.all(Tag::A));
    for id in links {
        let node = page.tree.node(id);
        let Some(tag) = node.get("hreflang").filter(|tag| !tag.is_empty()) else { continue };
        let of_head = node.tag == Tag::Link;
        if tag.eq_ignore_ascii_case("x-default") || (of_head && !node.has("rel", "alternate")) {
            continue;
        }
        let url = node.get("href").and_then(|href| address::resolve(page.url.as_deref(), href));
        let own = url.is_some() && url == page.url;
        let language =
            Language::of_tag(tag).map_or_else(|| tag.to_owned(), |known| known.tag().to_owned());
        let label = if of_head {
            node.get("title").unwrap_or(tag).to_owned()
        } else {
            flow::words(page.tree, page.decoded, id).as_str().to_owned()
        };
        let double = found.iter().any(|other| other.url == url && other.language == language);
        if !own && found.len() < MOST && !double && !label.is_empty() {
            found.push(Alternate { label, language, url });
        }
    }
    found
}
