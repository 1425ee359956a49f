//! The headline, as printed.

use super::{Page, hints::Hint, tree::Tag};
use parallax_language::{fold, words};
use parallax_model::SourcedText;
use std::{collections::BTreeSet, ops::Range};

/// What stands between headline and outlet in a `<title>`.
const SEPARATORS: [&str; 12] =
    [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " / ", " ‹ ", " « ", " ~ "];

/// The share of shared words, in hundredths, from which a heading is the
/// headline that the page's data names.
const SAME_WORDS: usize = 55;

/// A headline and where it was found.
pub(crate) struct Headline {
    pub(crate) text: SourcedText,
    /// The block that prints it.
    pub(crate) block: Option<usize>,
    /// Only `<title>` or a description of the page had it.
    pub(crate) from_title: bool,
}

/// Finds the headline; `None` where nothing on the page could be one.
pub(crate) fn find(page: &Page<'_>) -> Option<Headline> {
    let told = told(page);
    printed(page, &told).or_else(|| from_head(page))
}

/// The headline in the words of the page's data, best first.
fn told(page: &Page<'_>) -> Vec<String> {
    let meta = page.meta.first(&[
        "og:title",
        "twitter:title",
        "parsely-title",
        "sailthru.title",
        "dc.title",
    ]);
    let title = title(page).map(|(title, _)| title);
    let linked = page.linked.words("headline");
    let all = [meta.map(str::to_owned), linked, title];
    all.into_iter().flatten().filter(|words| !words.is_empty()).collect()
}

/// The `<title>` and where its text stands.
pub(crate) fn title(page: &Page<'_>) -> Option<(String, Range<usize>)> {
    let id = page
        .tree
        .all(Tag::Title)
        .find(|&id| !page.tree.above(id).any(|outer| page.tree.node(outer).tag == Tag::Svg))?;
    let text = page.tree.inside(id).find(|&at| page.tree.node(at).tag == Tag::Text)?;
    let source = page.tree.node(text).source.clone();
    let words = super::flow::raw_words(page.decoded, source.clone());
    (!words.is_empty()).then(|| (words.as_str().to_owned(), source))
}

/// The best heading on the page.
fn printed(page: &Page<'_>, told: &[String]) -> Option<Headline> {
    let mut best: Option<(usize, usize)> = None;
    for (at, block) in page.blocks.iter().enumerate() {
        let score = score(page, told, at);
        if block.size < 400 && score > 0 && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, at));
        }
    }
    let (_, at) = best?;
    let text = without_kicker(page, at, told);
    Some(Headline { text, block: Some(at), from_title: false })
}

/// The words of a heading; without a kicker before them where the page's data
/// gives the rest as the headline.
fn without_kicker(page: &Page<'_>, at: usize, told: &[String]) -> SourcedText {
    let Some(block) = page.blocks.get(at) else { return SourcedText::default() };
    let printed = block.words();
    let tail = |told: &String| {
        let start = printed.len().checked_sub(told.len())?;
        (start > 0 && printed.ends_with(told.as_str()) && told.contains(' ')).then_some(start)
    };
    let Some(start) = told.iter().find_map(tail) else { return block.text.clone() };
    let mut text = SourcedText::default();
    text.push_part(&block.text, start..printed.len());
    text
}

/// How much a block looks like the headline; 0: not at all.
fn score(page: &Page<'_>, told: &[String], at: usize) -> usize {
    let Some(block) = page.blocks.get(at) else { return 0 };
    let node = page.tree.node(block.element);
    let heading = std::iter::once(block.element)
        .chain(page.tree.above(block.element).take(2))
        .map(|id| page.tree.node(id))
        .find_map(|node| {
            if node.has("itemprop", "headline") {
                return Some(60);
            }
            match node.tag {
                Tag::H1 => Some(50),
                Tag::H2 => Some(15),
                Tag::H3 => Some(5),
                _ => None,
            }
        });
    let alike = told.iter().map(|told| alike(block.words(), told)).max().unwrap_or(0);
    let zone = page.zones.hint(block.first);
    let furniture = zone.is_some_and(|hint| {
        matches!(
            hint,
            Hint::Navigation
                | Hint::Teaser
                | Hint::Footer
                | Hint::Comments
                | Hint::Advert
                | Hint::Hidden
                | Hint::Cookie
                | Hint::Share
                | Hint::Languages
        )
    });
    let loud = heading.unwrap_or_else(|| {
        usize::from(matches!(
            node.tag,
            Tag::Div
                | Tag::P
                | Tag::Td
                | Tag::Th
                | Tag::Header
                | Tag::Body
                | Tag::Article
                | Tag::Section
        ))
    });
    let masthead = zone == Some(Hint::Masthead) || block.link_share() > 90 && loud < 50;
    match (alike >= SAME_WORDS, loud, furniture) {
        (_, 0, _) => 0,
        (true, _, true) => alike / 4,
        (true, _, false) => alike * 2 + loud - if masthead { 30.min(loud) } else { 0 },
        (false, 50.., false) if !masthead => loud,
        _ => 0,
    }
}

/// Share of words two headlines have in common, in hundredths of the shorter,
/// where the shorter is a good part of the longer.
fn alike(printed: &str, told: &str) -> usize {
    let set = |text: &str| words(text).map(|word| fold(word.of(text))).collect::<BTreeSet<_>>();
    let (printed, told) = (set(printed), set(told));
    if printed.is_empty() || told.is_empty() {
        return 0;
    }
    let shared = printed.intersection(&told).count();
    // The printed words all stand in the title, which goes on with the outlet's name.
    let longer = printed.len().max(told.len());
    let covered = shared * 100 / printed.len();
    let share = shared * 100 / longer;
    if covered == 100 && shared >= 3 && share >= 40 { 60.max(share) } else { share }
}

/// The headline from the page's head, without the outlet's name.
fn from_head(page: &Page<'_>) -> Option<Headline> {
    let names = ["og:title", "twitter:title", "parsely-title", "dc.title"];
    let (_, source) = page
        .meta
        .place(&names)
        .map(|(value, source)| (value.to_owned(), source))
        .or_else(|| title(page))?;
    let text = super::flow::raw_words(page.decoded, source);
    let kept = without_outlet(text.as_str(), page);
    let mut cut = SourcedText::default();
    cut.push_part(&text, kept);
    (!cut.is_empty()).then_some(Headline { text: cut, block: None, from_title: true })
}

/// The part of a title that is not the outlet's name.
fn without_outlet(title: &str, page: &Page<'_>) -> Range<usize> {
    let parts = parts(title);
    let longest = parts.iter().max_by_key(|part| part.len()).cloned();
    let named = page.meta.first(&["og:site_name"]).map(fold);
    let is_outlet = |part: &Range<usize>| {
        let words = title.get(part.clone()).map(fold);
        words.is_some() && words == named
    };
    match (parts.first(), parts.last()) {
        (Some(first), Some(last)) if parts.len() > 1 => {
            if is_outlet(first) {
                parts.get(1).map_or(0..title.len(), |second| second.start..last.end)
            } else if is_outlet(last) {
                first.start..parts.get(parts.len() - 2).map_or(last.end, |part| part.end)
            } else {
                longest.unwrap_or(0..title.len())
            }
        }
        _ => 0..title.len(),
    }
}

/// The parts of a title between separators.
pub(crate) fn parts(title: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    while let Some(rest) = title.get(at..).filter(|rest| !rest.is_empty()) {
        if let Some(separator) = SEPARATORS.iter().find(|separator| rest.starts_with(**separator)) {
            parts.push(start..at);
            at += separator.len();
            start = at;
        } else {
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    parts.push(start..title.len());
    parts.retain(|part| !part.is_empty());
    parts
}
