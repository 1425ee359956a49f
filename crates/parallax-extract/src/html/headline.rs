//! The headline, as printed.
//!
//! In this order: the headline that JSON-LD and `og:title` agree on, where the
//! page prints another; the heading most like what the page's data says, or a
//! lone `<h1>`; `og:title` and its kin, or `<title>`, without the site's name.
//! A kicker printed in the heading goes where the data leaves it out.

mod title;

use super::{
    Page,
    hints::Hint,
    tree::{Node, Tag},
};
use parallax_language::{fold, words};
use parallax_model::{SourcedText, cut};
use std::{collections::BTreeSet, ops::Range};
pub(crate) use title::{SiteNames, key, parts, title};

/// The share of shared words, in hundredths, from which a heading is the
/// headline that the page's data names.
const SAME_WORDS: usize = 55;

/// The same for a page's only `<h1>`, which is the headline unless it names the site.
const SAME_WORDS_ALONE: usize = 48;

/// A line of so many characters is a paragraph.
const LONGEST: usize = 400;

/// Words of a headline, at least, to be believed over another.
const LEAST_WORDS: usize = 3;

/// The names of a headline in `<meta>`, best first.
const NAMES: [&str; 5] =
    ["og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title"];

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
    let told = Told::of(page);
    let Some(printed) = printed(page, &told) else { return from_head(page, &told.names) };
    Some(agreed(page, &told, &printed).unwrap_or(printed))
}

/// The headline in the words of the page's data.
struct Told {
    names: SiteNames,
    /// Best first.
    all: Vec<String>,
    /// The words of each.
    words: Vec<BTreeSet<String>>,
    /// What JSON-LD and `og:title` both say.
    agreed: Option<String>,
}

impl Told {
    fn of(page: &Page<'_>) -> Self {
        let names = SiteNames::of(page);
        let bare = |words: String| cut(&words, names.strip(&words)).to_owned();
        let meta = page.meta.first(&NAMES).map(|words| bare(words.to_owned()));
        let linked = page.linked.words("headline").map(bare);
        let title = title(page).map(|(title, _)| bare(title));
        let agreed = linked.clone().filter(|linked| {
            let long = words(linked).nth(LEAST_WORDS - 1).is_some() && !linked.ends_with('…');
            long && meta.as_deref().map(key) == Some(key(linked))
        });
        let all = [meta, linked, title].into_iter().flatten();
        let all: Vec<String> = all.filter(|words| !words.is_empty()).collect();
        Self { words: all.iter().map(|told| set(told)).collect(), all, names, agreed }
    }

    /// How much a heading is like what is told, in hundredths.
    fn alike(&self, printed: &str) -> usize {
        let printed = set(printed);
        self.words.iter().map(|told| alike(&printed, told)).max().unwrap_or(0)
    }
}

/// The headline that two sources of data agree on, where the page prints
/// another; the place is that of `og:title`.
fn agreed(page: &Page<'_>, told: &Told, printed: &Headline) -> Option<Headline> {
    let wanted = told.agreed.as_deref()?;
    let (words, shown) = (key(wanted), key(printed.text.as_str()));
    // What is cut short for a card is no other headline.
    if shown.starts_with(&words) {
        return None;
    }
    let (value, source) = page.meta.place(&NAMES)?;
    let whole = super::flow::raw_words(page.decoded, source);
    let kept = if key(whole.as_str()) == key(value) {
        told.names.strip(whole.as_str())
    } else {
        return None;
    };
    Some(Headline { text: part(&whole, kept), block: printed.block, from_title: true })
}

fn part(text: &SourcedText, range: Range<usize>) -> SourcedText {
    let mut cut = SourcedText::default();
    cut.push_part(text, range);
    cut
}

/// The best heading on the page.
fn printed(page: &Page<'_>, told: &Told) -> Option<Headline> {
    let alone =
        page.tree.all(Tag::H1).filter(|&id| !page.blocks_in(id).is_empty()).nth(1).is_none();
    let mut best: Option<(usize, usize)> = None;
    for (at, block) in page.blocks.iter().enumerate() {
        if block.size >= LONGEST {
            continue;
        }
        let score = score(page, told, at, alone);
        if score > 0 && best.is_none_or(|(highest, _)| score > highest) {
            best = Some((score, at));
        }
    }
    let (_, at) = best?;
    let text = without_kicker(page, at, &told.all);
    Some(Headline { text, block: Some(at), from_title: false })
}

/// The words of a heading; without a kicker before them where the page's data
/// gives only the rest as the headline.
fn without_kicker(page: &Page<'_>, at: usize, told: &[String]) -> SourcedText {
    let Some(block) = page.blocks.get(at) else { return SourcedText::default() };
    let printed = block.words();
    let tail = |told: &String| {
        let start = printed.len().checked_sub(told.len())?;
        (start > 0 && printed.ends_with(told.as_str()) && told.contains(' ')).then_some(start)
    };
    // The first of the data is what the outlet shows to others: it decides.
    let whole = told.first().is_some_and(|told| key(told) == key(printed));
    match told.iter().find_map(tail).filter(|_| !whole) {
        Some(start) => part(&block.text, start..printed.len()),
        None => block.text.clone(),
    }
}

/// How much a block looks like the headline; 0: not at all.
fn score(page: &Page<'_>, told: &Told, at: usize, alone: bool) -> usize {
    let Some(block) = page.blocks.get(at) else { return 0 };
    let node = page.tree.node(block.element);
    let heading = std::iter::once(block.element)
        .chain(page.tree.above(block.element).take(2))
        .find_map(|id| loudness(page.tree.node(id)));
    if heading.is_some() && block.size < 60 && told.names.holds(block.words()) {
        return 0;
    }
    let alike = told.alike(block.words());
    let zone = page.zones.hint(block.first);
    let furniture = zone.is_some_and(is_furniture);
    let loud = heading.unwrap_or_else(|| usize::from(may_be_loud(node.tag)));
    let masthead = zone == Some(Hint::Masthead) || block.link_share() > 90 && loud < 50;
    let only = alone && loud >= 50 && !masthead && !furniture && block.size > 10;
    if only && alike >= SAME_WORDS_ALONE {
        // A copy of the told title elsewhere is a breadcrumb or a card.
        return 300;
    }
    match (alike >= SAME_WORDS, loud, furniture) {
        (_, 0, _) => 0,
        (true, _, true) => alike / 4,
        (true, _, false) => alike * 2 + loud - if masthead { 30.min(loud) } else { 0 },
        (false, 50.., false) if !masthead => loud,
        _ => 0,
    }
}

fn loudness(node: &Node) -> Option<usize> {
    if node.has("itemprop", "headline") {
        return Some(60);
    }
    match node.tag {
        Tag::H1 => Some(50),
        Tag::H2 => Some(15),
        Tag::H3 => Some(5),
        _ => None,
    }
}

fn may_be_loud(tag: Tag) -> bool {
    matches!(
        tag,
        Tag::Div
            | Tag::P
            | Tag::Td
            | Tag::Th
            | Tag::Header
            | Tag::Body
            | Tag::Article
            | Tag::Section
    )
}

fn is_furniture(hint: Hint) -> bool {
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
}

fn set(text: &str) -> BTreeSet<String> {
    words(text).map(|word| fold(word.of(text))).collect()
}

/// Share of words two headlines have in common, in hundredths of the shorter,
/// where the shorter is a good part of the longer.
fn alike(printed: &BTreeSet<String>, told: &BTreeSet<String>) -> usize {
    if printed.is_empty() || told.is_empty() {
        return 0;
    }
    let shared = printed.intersection(told).count();
    // The printed words all stand in the title, which goes on with the outlet's name.
    let longer = printed.len().max(told.len());
    let covered = shared * 100 / printed.len();
    let share = shared * 100 / longer;
    if covered == 100 && shared >= 3 && share >= 40 { 60.max(share) } else { share }
}

/// The headline from the page's head, without the outlet's name.
fn from_head(page: &Page<'_>, names: &SiteNames) -> Option<Headline> {
    let told = page.meta.place(&NAMES).map(|(value, source)| (value.to_owned(), source));
    let (_, source) = told.or_else(|| title(page))?;
    let text = super::flow::raw_words(page.decoded, source);
    let kept = names.headline(text.as_str());
    let text = part(&text, kept);
    (!text.is_empty()).then_some(Headline { text, block: None, from_title: true })
}

#[cfg(test)]
mod tests;
