//! The features of a block by itself.

use super::Page;
use crate::{
    dump::{caption::is_caption, look::Look, page::Block},
    lines::{self, RelatedList},
};
use parallax_model::BoilerplateKind as Kind;

/// How many features a block has by itself.
pub(super) const OWN: usize = 27;

/// Words of a line in which dates and names are looked for.
const SEARCHED: usize = 24;

/// The features of the block at `at`, in the order the model knows them by.
pub(super) fn own(page: &Page<'_>, at: usize) -> [i16; OWN] {
    let (Some(block), Some(look)) = (page.blocks.get(at), page.looks.get(at)) else {
        return [0; OWN];
    };
    let text = block.text.as_str();
    let letters = text.chars().count();
    let few = look.words <= SEARCHED;
    [
        count(look.words),
        count(letters * 10 / look.words.max(1)),
        flag(look.sentence),
        flag(look.prose),
        count(look.stops),
        count(look.capitals),
        kind(look),
        lead(block, look),
        list(look),
        flag(look.byline),
        flag(look.credit),
        flag(block.bullet),
        flag(block.spaced),
        count(block.indent.min(20)),
        count(look.repeats.min(6)),
        share(text, letters, char::is_numeric),
        share(text, letters, |letter| letter.is_ascii_punctuation() || letter == '…'),
        last(text),
        first(text),
        count(text.matches(['"', '“', '”', '«', '»', '„']).count().min(8)),
        flag(few && look.dated),
        flag(few && lines::name_line(text).is_some()),
        count(if few { lines::segments(text).len().min(9) } else { 1 }),
        flag(is_caption(text, look)),
        flag(few && lines::is_section(text)),
        flag(numbered(text)),
        flag(text.contains("://") || text.contains('@') || text.contains("www.")),
    ]
}

/// A number that a feature can hold; larger ones are alike.
pub(super) fn count(value: usize) -> i16 {
    i16::try_from(value).unwrap_or(i16::MAX)
}

pub(super) fn flag(value: bool) -> i16 {
    i16::from(value)
}

/// The furniture a line is, likest kinds side by side.
pub(super) fn kind(look: &Look) -> i16 {
    match look.kind {
        None => 0,
        Some(Kind::DateBar) => 1,
        Some(Kind::AuthorCard) => 2,
        Some(Kind::Masthead | Kind::LanguageBar) => 3,
        Some(Kind::ShareBar) => 4,
        Some(Kind::Navigation) => 5,
        Some(Kind::Advertisement) => 6,
        Some(Kind::Teaser | Kind::TagLine) => 7,
        Some(Kind::Newsletter | Kind::Paywall) => 8,
        Some(Kind::Comments) => 9,
        Some(_) => 10,
    }
}

fn lead(block: &Block, look: &Look) -> i16 {
    match look.lead {
        None => 0,
        Some(lead) if lead < block.text.len() => 1,
        Some(_) => 2,
    }
}

pub(super) fn list(look: &Look) -> i16 {
    match look.list {
        None => 0,
        Some(RelatedList::SameMatter) => 1,
        Some(RelatedList::Popular) => 2,
    }
}

/// In a hundred: letters of a class.
fn share(text: &str, letters: usize, class: impl Fn(char) -> bool) -> i16 {
    count(text.chars().filter(|letter| class(*letter)).count() * 100 / letters.max(1))
}

/// The class of the last character.
pub(super) fn last(text: &str) -> i16 {
    match text.chars().next_back().unwrap_or(' ') {
        '.' if text.ends_with("...") => 2,
        '…' => 2,
        '.' | '。' | '۔' | '।' | '．' => 1,
        '!' | '?' | '！' | '？' | '؟' => 3,
        ':' | '：' => 4,
        '"' | '”' | '»' | '“' | '」' => 5,
        ')' | ']' | '）' => 6,
        ',' | ';' | '、' | '،' => 7,
        letter if letter.is_numeric() => 8,
        letter if letter.is_alphabetic() => 0,
        _ => 9,
    }
}

/// The class of the first character.
pub(super) fn first(text: &str) -> i16 {
    match text.chars().next().unwrap_or(' ') {
        letter if letter.is_uppercase() => 0,
        letter if letter.is_lowercase() => 1,
        letter if letter.is_numeric() => 2,
        '"' | '“' | '«' | '„' | '「' => 3,
        letter if letter.is_alphabetic() => 4,
        _ => 5,
    }
}

/// Whether the line is an entry of a numbered list: `3. Mend the net`.
fn numbered(text: &str) -> bool {
    let rest = text.trim_start_matches(|letter: char| letter.is_ascii_digit());
    let digits = text.len() - rest.len();
    (1..=3).contains(&digits) && rest.starts_with(['.', ')']) && rest.get(1..2) == Some(" ")
}
