//! The words of one picture, parted into caption and credit.

use crate::{
    html::{
        Page,
        flow::{self, Block},
        hints::Hint,
        tree::{Node, Tag},
    },
    lines,
};
use parallax_model::{Image, cut};
use std::ops::Range;

/// A caption longer than this, in characters, is a paragraph.
const LONGEST_CAPTION: usize = 800;

/// A credit without a label has at most so many words.
const CREDIT_WORDS: usize = 8;

/// A credit that neither element nor mark sets apart has at most so many words.
const UNMARKED_WORDS: usize = 4;

/// Words of a caption that no element names, at least.
const CAPTION_WORDS: usize = 4;

/// Names of elements that hold a credit, as parts of class names.
const CREDITS: [&str; 19] = [
    "credit",
    "credits",
    "cr",
    "copyright",
    "photographer",
    "photograph",
    "source",
    "byline",
    "author",
    "attribution",
    "agency",
    "rights",
    "quelle",
    "urheber",
    "fotograf",
    "fotografo",
    "autor",
    "creditline",
    "photocredit",
];

/// Caption and credit of the picture in an element.
pub(super) fn read(page: &Page<'_>, whole: usize, url: Option<String>) -> Image {
    let caption = page
        .tree
        .inside(whole)
        .find(|&id| page.tree.node(id).tag == Tag::Figcaption && has_words(page, id));
    let lines = own_lines(page, caption.unwrap_or(whole));
    let printed = lines.join(" ");
    let words = |id: usize| flow::words(page.tree, page.decoded, id).as_str().to_owned();
    let named = page
        .tree
        .inside(whole)
        .find(|&id| is_credit(page.tree.node(id)) && has_words(page, id))
        .map(words)
        .filter(|words| !words.is_empty() && *words != printed);
    if let Some(credit) = named {
        let left =
            if printed.contains(&credit) { without(&printed, &credit) } else { Some(printed) };
        return Image { caption: left.and_then(fit), credit: Some(bare(&credit)), url };
    }
    let last = last_element(page, caption.unwrap_or(whole)).map(words);
    if let Some(credit) =
        lines.last().cloned().into_iter().chain(last).find(|last| signs(&printed, last))
    {
        return Image {
            caption: without(&printed, &credit).and_then(fit),
            credit: Some(bare(&credit)),
            url,
        };
    }
    if let Some(credit) = tail(&printed).filter(|_| caption.is_some()) {
        let left = cut(&printed, 0..credit.start).trim_end_matches(edge).to_owned();
        let credit = cut(&printed, credit).trim_matches(edge);
        return Image { caption: fit(left), credit: Some(bare(credit)), url };
    }
    // A word or three by a picture that say not what they are belong to a button.
    let image = one_line(&printed, url);
    let few = printed.split_whitespace().count() < CAPTION_WORDS && image.credit.is_none();
    Image { caption: image.caption.filter(|_| !few || caption.is_some()), ..image }
}

/// The credit at the end of a caption: in brackets after a full stop, or after a slash.
fn tail(printed: &str) -> Option<Range<usize>> {
    let short = |credit: &str| {
        let high = credit.trim_matches(edge).starts_with(|c: char| !c.is_lowercase());
        let figures = credit.contains(|c: char| c.is_ascii_digit());
        high && !figures && credit.split_whitespace().count() <= CREDIT_WORDS
    };
    if printed.ends_with([')', '）', ']']) {
        let open = printed.rfind(['(', '（', '['])?;
        let credit = cut(printed, open..printed.len());
        let before = cut(printed, 0..open);
        let sure = stops(before) || credit.contains('/');
        return (open > 0 && sure && short(credit)).then_some(open..printed.len());
    }
    if let Some(stop) = printed.rfind(". ").filter(|_| !printed.ends_with(['.', '!', '?'])) {
        // `U.S. Senate` is no end of a sentence.
        let ended = cut(printed, 0..stop).chars().rev().take(4).all(char::is_lowercase);
        let credit = cut(printed, stop + 2..printed.len());
        if ended && short(credit) && credit.split_whitespace().count() <= UNMARKED_WORDS {
            return Some(stop + 2..printed.len());
        }
    }
    let slash = printed.find(" / ")?;
    let credit = cut(printed, slash..printed.len());
    (slash > 0 && short(credit) && !credit.ends_with(['!', '?'])).then_some(slash..printed.len())
}

fn stops(words: &str) -> bool {
    words.trim_end().ends_with(['.', '!', '?', '»', '”', '"', '。'])
}

fn edge(letter: char) -> bool {
    letter.is_whitespace()
        || matches!(letter, '|' | '/' | '(' | ')' | '（' | '）' | '[' | ']' | '-' | '–' | '—' | '©')
}

/// The lines in an element that speak of the picture: no dates, bylines or buttons.
fn own_lines(page: &Page<'_>, id: usize) -> Vec<String> {
    let own = |block: &&Block| {
        let words = block.words();
        let hint = page.zones.hint(block.first);
        !matches!(hint, Some(Hint::Hidden | Hint::Share | Hint::Advert | Hint::Newsletter))
            && !in_button(page, block.first, id)
            && !is_dated(words)
            && (block.size > 200 || lines::byline(words, false).is_none())
    };
    page.blocks_in(id).iter().filter(own).map(|block| block.words().to_owned()).collect()
}

/// Whether a line is a date with little after it.
fn is_dated(words: &str) -> bool {
    let first = || lines::stamp(words).is_some_and(|stamp| stamp.range.start == 0);
    lines::stamp_line(words).is_some() || words.len() < 60 && first()
}

fn in_button(page: &Page<'_>, node: usize, outer: usize) -> bool {
    let around = page.tree.above(node).take_while(|&id| id > outer);
    around.take(8).any(|id| matches!(page.tree.node(id).tag, Tag::Button | Tag::Label))
}

/// The element that ends a caption, with words before it.
fn last_element(page: &Page<'_>, caption: usize) -> Option<usize> {
    let inline = |id: &usize| {
        let tag = page.tree.node(*id).tag;
        matches!(tag, Tag::Span | Tag::Small | Tag::Em | Tag::I | Tag::Strong | Tag::Other)
    };
    page.tree.inside(caption).rev().filter(inline).find(|&id| has_words(page, id))
}

/// Whether the last words of a caption are a credit: a few, after a full stop, without one.
fn signs(printed: &str, last: &str) -> bool {
    let Some(before) = printed.strip_suffix(last) else { return false };
    !last.is_empty()
        && stops(before)
        && !stops(last)
        && last.split_whitespace().count() <= CREDIT_WORDS
        && last.starts_with(|letter: char| letter.is_uppercase() || letter == '©')
}

fn has_words(page: &Page<'_>, id: usize) -> bool {
    page.tree.texts(id).any(|at| {
        let source = page.tree.node(at).source.clone();
        page.decoded.text.get(source).is_some_and(|text| text.contains(char::is_alphabetic))
    })
}

fn is_credit(node: &Node<'_>) -> bool {
    if matches!(node.tag, Tag::Cite)
        || node.has("itemprop", "copyrightHolder")
        || node.has("itemprop", "author")
    {
        return true;
    }
    let names = node.get("class").unwrap_or_default().to_ascii_lowercase();
    let mut words = names.split(|c: char| !c.is_ascii_alphabetic());
    matches!(
        node.tag,
        Tag::Span
            | Tag::Small
            | Tag::Strong
            | Tag::Div
            | Tag::P
            | Tag::I
            | Tag::Em
            | Tag::Other
            | Tag::A
            | Tag::Figcaption
    ) && words.any(|word| CREDITS.contains(&word))
}

/// Caption and credit printed on one line.
pub(super) fn one_line(printed: &str, url: Option<String>) -> Image {
    let (caption, credit) = match lines::credit(printed) {
        Some((caption, credit)) => (
            caption.map(|range| cut(printed, range).trim().to_owned()),
            printed.get(credit).map(bare),
        ),
        None => (Some(printed.to_owned()), None),
    };
    Image { caption: caption.and_then(fit), credit, url }
}

/// A caption that is one.
fn fit(caption: String) -> Option<String> {
    let own = !caption.is_empty() && caption.chars().count() <= LONGEST_CAPTION;
    own.then_some(caption)
}

/// The caption left when the credit is taken out.
fn without(printed: &str, credit: &str) -> Option<String> {
    let (before, after) = printed.rsplit_once(credit)?;
    let caption = format!("{} {}", before.trim_end_matches(edge), after.trim_start_matches(edge));
    let caption = without_label(caption.trim());
    (!caption.is_empty()).then(|| caption.to_owned())
}

/// A caption without the label of the credit that stood behind it.
fn without_label(caption: &str) -> &str {
    const LABELS: [&str; 8] =
        ["Foto:", "Photo:", "Bild:", "Credit:", "Source:", "Quelle:", "Image:", "Фото:"];
    let bare = LABELS.iter().find_map(|label| caption.strip_suffix(label));
    bare.map_or(caption, str::trim_end)
}

/// A credit without its label.
fn bare(credit: &str) -> String {
    lines::credit(credit)
        .and_then(|(_, range)| credit.get(range))
        .unwrap_or(credit)
        .trim()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_after_a_full_stop_are_a_credit() {
        assert!(signs("Goats on the pier. Ada Lane/QPA", "Ada Lane/QPA"));
        assert!(!signs("Goats on the pier. They swam.", "They swam."));
        assert!(!signs("Goats on the pier", "the pier"));
    }

    #[test]
    fn a_credit_stands_in_brackets_or_after_a_slash() {
        let of = |printed: &str| tail(printed).map(|range| cut(printed, range).to_owned());
        assert_eq!(of("A goat swims. (Ada Lane)").as_deref(), Some("(Ada Lane)"));
        assert_eq!(of("A goat / Ada Lane / QPA").as_deref(), Some(" / Ada Lane / QPA"));
        assert_eq!(of("A goat swims. Ada Lane").as_deref(), Some("Ada Lane"));
        assert_eq!(of("A goat from Gull Rock (left)"), None);
        assert_eq!(of("The goat of U.S. Senator Ben Coe"), None);
    }

    #[test]
    fn a_credit_is_taken_out_of_the_line() {
        let left = |printed, credit| without(printed, credit).unwrap_or_default();
        assert_eq!(left("Goats on the pier | Ada Lane", "Ada Lane"), "Goats on the pier");
        assert_eq!(left("Goats on the pier Foto: Ada Lane", "Ada Lane"), "Goats on the pier");
    }
}
