//! The keywords the outlet gave the article.
//!
//! In this order: `news_keywords` and `article:tag`, which are written for the
//! article alone; JSON-LD keywords; schema.org attributes; links and lines that
//! say they are tags; `parsely-tags` and its kin; `keywords`, which search
//! machines are fed with.

use super::{LONGEST_LABEL, MOST};
use crate::{
    html::{Page, Verdict, flow, headline::SiteNames, hints::Hint, meta, tree::Tag},
    lines,
};
use parallax_language::{Script, fold};
use std::{collections::BTreeSet, sync::LazyLock};

/// What stands over a list of tags and is none.
static HEADS: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/meta/tag-labels.txt").lines();
    lines.filter(|line| !line.starts_with('#')).map(fold).collect()
});

/// Printed tags, at most; a longer list is an index of the site.
const MOST_PRINTED: usize = 30;

/// The tags of a page.
pub(crate) fn tags(page: &Page<'_>) -> Vec<String> {
    let names = SiteNames::of(page);
    let of_meta = |name: &str| page.meta.all(name).flat_map(split).collect::<Vec<_>>();
    let attributes = || {
        let values = meta::microdata(page.tree, page.decoded, "keywords");
        values.iter().flat_map(|words| split(words)).collect()
    };
    let linked = || page.linked.list("keywords").iter().flat_map(|words| split(words)).collect();
    let few = |tags: Vec<String>| if tags.len() > MOST_PRINTED { Vec::new() } else { tags };
    let sources: [&dyn Fn() -> Vec<String>; 9] = [
        &|| of_meta("news_keywords"),
        &|| of_meta("article:tag"),
        &linked,
        &attributes,
        &|| few(linked_tags(page)),
        &|| few(listed(page)),
        &|| of_meta("parsely-tags"),
        &|| of_meta("sailthru.tags"),
        &|| of_meta("keywords"),
    ];
    let clean = |source: &&dyn Fn() -> Vec<String>| clean(source(), &names);
    sources.iter().map(clean).find(|tags| !tags.is_empty()).unwrap_or_default()
}

fn split(words: &str) -> Vec<String> {
    let separator = [',', ';', '、', '，', '|'].into_iter().find(|mark| words.contains(*mark));
    let parts: Vec<&str> = match separator {
        Some(mark) => words.split(mark).collect(),
        // Scripts without spaces part their words by nothing else.
        None if Script::dominant(words) == Some(Script::Han) => words.split_whitespace().collect(),
        None => vec![words],
    };
    parts.into_iter().map(|tag| tag.trim().to_owned()).collect()
}

fn clean(tags: Vec<String>, names: &SiteNames) -> Vec<String> {
    let mut kept: Vec<String> = Vec::new();
    let sorted = tags.len() > 1 && tags.iter().all(|tag| tag.contains('/'));
    for tag in tags {
        // `topic/ferries`, `Category: Ferries`: how the outlet files it is no tag.
        let tag = if sorted { tag.split_once('/').map_or("", |(_, tag)| tag) } else { &tag };
        let tag = tag.split_once(": ").map_or(tag, |(_, tag)| tag);
        let tag = tag.trim_start_matches('#').trim();
        let good = !tag.is_empty()
            && tag.chars().count() <= LONGEST_LABEL
            && !tag.ends_with(':')
            && !is_code(tag)
            && !HEADS.contains(&fold(tag))
            && !names.holds(tag);
        if good && kept.len() < MOST && !kept.iter().any(|other| fold(other) == fold(tag)) {
            kept.push(tag.to_owned());
        }
    }
    kept
}

/// `cce15240-c52a-4887-a61a`: what only machines read.
fn is_code(tag: &str) -> bool {
    let digits = tag.chars().filter(char::is_ascii_digit).count();
    !tag.contains(' ') && digits >= 5 && tag.len() >= 12
}

/// Links that say they are tags, outside menus and lists of other pages.
fn linked_tags(page: &Page<'_>) -> Vec<String> {
    let tagged = |id: &usize| page.tree.node(*id).has("rel", "tag");
    let links: Vec<usize> = page.tree.all(Tag::A).filter(tagged).collect();
    let own = |id: &&usize| {
        !matches!(page.zones.hint(**id), Some(Hint::Navigation | Hint::Teaser | Hint::Footer))
    };
    let kept: Vec<usize> = links.iter().filter(own).copied().collect();
    let kept = if kept.is_empty() { links } else { kept };
    kept.into_iter()
        .map(|id| flow::words(page.tree, page.decoded, id).as_str().to_owned())
        .collect()
}

/// Tags as printed: one block or one link each, or words between commas after a label.
fn listed(page: &Page<'_>) -> Vec<String> {
    let mut tags = Vec::new();
    for (at, block) in page.blocks.iter().enumerate() {
        if page.body.verdicts.get(at) != Some(&Verdict::Tags) {
            continue;
        }
        let words = block.words();
        let each = links(page, at);
        if each.len() > 1 && !words.contains([',', ';', '|']) {
            tags.extend(each);
            continue;
        }
        if let Some(read) = lines::tags(words, "") {
            tags.extend(read);
            continue;
        }
        let after = words.split_once(':').map(|(_, after)| after.trim());
        match (after, words.contains(',')) {
            (Some(after), true) => tags.extend(split(after)),
            (None, true) => tags.extend(split(words)),
            (after, false) => {
                let parts = parts(page, at);
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

/// The links and spans of a block.
fn parts(page: &Page<'_>, at: usize) -> Vec<String> {
    let Some(block) = page.blocks.get(at) else { return Vec::new() };
    let inside = (block.first.saturating_sub(1)..block.last).filter(|&id| {
        page.tree.within(id, block.element) && matches!(page.tree.node(id).tag, Tag::A | Tag::Span)
    });
    inside.map(|id| flow::words(page.tree, page.decoded, id).as_str().to_owned()).collect()
}

/// The links of a block, each of which is one tag.
fn links(page: &Page<'_>, at: usize) -> Vec<String> {
    let Some(block) = page.blocks.get(at) else { return Vec::new() };
    let mut links: Vec<usize> = Vec::new();
    for text in block.first..=block.last {
        let link = page.tree.above(text).take(4).find(|&id| page.tree.node(id).tag == Tag::A);
        if let Some(link) = link.filter(|link| links.last() != Some(link)) {
            links.push(link);
        }
    }
    links.iter().map(|&id| flow::words(page.tree, page.decoded, id).as_str().to_owned()).collect()
}
