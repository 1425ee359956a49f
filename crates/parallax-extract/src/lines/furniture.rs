//! Lines that every site prints around its articles.

use super::{
    related::{RelatedList, list_of},
    stamp::stamp_line,
    tags::tags,
    vocabulary::{LONGEST_LINE, Phrases, key, phrases, rows},
};
use crate::word_map::WordSet;
use parallax_model::{BoilerplateKind, cut};
use std::{ops::Range, sync::LazyLock};

static FURNITURE: LazyLock<Phrases<BoilerplateKind>> = LazyLock::new(|| {
    let mut all = Phrases::new();
    for row in rows(include_str!("../../data/lines/furniture.tsv")) {
        let mut cells = row.split('\t');
        let (kind, how) = (cells.next(), cells.next());
        if let (Some(kind), Some(how), Some(cell)) = (kind.and_then(kind_of), how, cells.next()) {
            phrases(cell).for_each(|phrase| all.add(how, phrase, kind));
        }
    }
    all
});

static SECTIONS: LazyLock<WordSet> = LazyLock::new(|| {
    rows(include_str!("../../data/lines/sections.txt")).flat_map(phrases).map(key).collect()
});

/// Words in a part of a menu line, at most: longer parts are phrases.
const MENU_WORDS: usize = 4;

fn kind_of(name: &str) -> Option<BoilerplateKind> {
    use BoilerplateKind as Kind;
    [
        Kind::Navigation,
        Kind::LanguageBar,
        Kind::Masthead,
        Kind::DateBar,
        Kind::AuthorCard,
        Kind::ShareBar,
        Kind::CookieNotice,
        Kind::Newsletter,
        Kind::Advertisement,
        Kind::Teaser,
        Kind::Comments,
        Kind::Paywall,
        Kind::Footer,
    ]
    .into_iter()
    .find(|kind| kind.name() == name)
}

/// What piece of furniture the line is by its words alone.
///
/// A name of a section (`World`), a date line, a tag line, a menu on one line
/// (`World | Sport | Weather`) and a copyright line are furniture too.
///
/// ```
/// use parallax_extract::lines::furniture;
/// use parallax_model::BoilerplateKind;
/// assert_eq!(furniture("Share on Harbourbook   Print"), Some(BoilerplateKind::ShareBar));
/// assert_eq!(furniture("The ferry was late, the harbour master said."), None);
/// ```
pub fn furniture(line: &str) -> Option<BoilerplateKind> {
    let line = line.trim();
    if line.is_empty() || line.len() > LONGEST_LINE {
        return None;
    }
    if line.starts_with(['©', 'Ⓒ']) || line.starts_with("(c) ") || line.starts_with("(C) ") {
        return Some(BoilerplateKind::Footer);
    }
    let key = key(line);
    if key.is_empty() || is_slug(line) {
        return Some(BoilerplateKind::Other);
    }
    if let Some(kind) = FURNITURE.find(&key) {
        return Some(kind);
    }
    match list_of(line, &key) {
        Some(RelatedList::Popular | RelatedList::SameMatter) => {
            return Some(BoilerplateKind::Teaser);
        }
        None => {}
    }
    if is_section_key(&key) {
        return Some(BoilerplateKind::Navigation);
    }
    if stamp_line(line).is_some() {
        return Some(BoilerplateKind::DateBar);
    }
    if tags(line, "").is_some() {
        return Some(BoilerplateKind::TagLine);
    }
    of_segments(line)
}

/// Words with which an agency tells how a version of its copy differs from the last.
const VERSIONS: [&str; 12] = [
    "lead",
    "ld",
    "writethru",
    "adds",
    "recasts",
    "updates",
    "corrects",
    "repeats",
    "releads",
    "edits",
    "refiles",
    "trims",
];
/// Words in the line by which an agency files its copy, at most.
const SLUG_WORDS: usize = 16;

/// Whether the line files agency copy and is not for readers: `SLUG: FERRY-FIRE`,
/// `FERRY-FIRE (2nd lead, adds quotes)`, `(Recasts, adds quotes)`.
fn is_slug(line: &str) -> bool {
    if line.split_whitespace().nth(SLUG_WORDS).is_some() {
        return false;
    }
    let label = line.split_once(':').map_or("", |(label, _)| label.trim());
    if ["slug", "slugline", "slug line"].iter().any(|slug| label.eq_ignore_ascii_case(slug)) {
        return true;
    }
    let Some((filed, version)) = line.split_once('(') else { return false };
    let Some(version) = version.strip_suffix(')') else { return false };
    let shouted = filed.split_whitespace().count() <= 1 && !filed.contains(char::is_lowercase);
    let told = key(version).split(' ').take(2).any(|word| VERSIONS.contains(&word));
    shouted && told
}

/// A line of short parts set apart: a menu, unless a part says what else it is.
fn of_segments(line: &str) -> Option<BoilerplateKind> {
    let parts = segments(line);
    if parts.len() < 2 {
        return None;
    }
    let words = |part: &Range<usize>| cut(line, part.clone()).split_whitespace().count();
    let kinds: Vec<_> = parts
        .iter()
        .filter_map(|part| {
            let key = key(cut(line, part.clone()));
            let section = || is_section_key(&key).then_some(BoilerplateKind::Navigation);
            FURNITURE.find(&key).or_else(section)
        })
        .collect();
    let menu = parts.len() >= 3
        && parts.iter().all(|part| words(part) <= MENU_WORDS)
        && !line.ends_with(['.', '!', '?', ':', ';'])
        && line.contains(['|', '·', '•', '»', '>', '/']);
    match kinds.first() {
        Some(kind) if kinds.len() * 2 >= parts.len() => Some(*kind),
        _ if menu && !super::byline::opens_byline(line) => Some(BoilerplateKind::Navigation),
        _ => None,
    }
}

/// The parts of a line set apart by bars, dots, arrows or wide space, as byte ranges.
pub fn segments(line: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut at = 0;
    let mut spaces = 0;
    for letter in line.chars() {
        let end = at + letter.len_utf8();
        spaces = if letter.is_whitespace() { spaces + 1 } else { 0 };
        let apart = || {
            let before = cut(line, 0..at).chars().next_back();
            let after = cut(line, end..line.len()).chars().next();
            before.is_none_or(char::is_whitespace) && after.is_none_or(char::is_whitespace)
        };
        let bar = matches!(letter, '|' | '•' | '·' | '›' | '»' | '∙' | '●' | '◦' | '¦')
            || (matches!(letter, '/' | '>' | '–' | '—' | '-') && apart());
        if bar || letter == '\t' || spaces >= 2 {
            push_part(line, start..at, &mut parts);
            start = end;
        }
        at = end;
    }
    push_part(line, start..line.len(), &mut parts);
    parts
}

fn push_part(line: &str, range: Range<usize>, parts: &mut Vec<Range<usize>>) {
    let part = cut(line, range.clone());
    let start = range.start + (part.len() - part.trim_start().len());
    let end = start + part.trim().len();
    if start < end {
        parts.push(start..end);
    }
}

/// Whether the whole line is the name of a part of an outlet: `World`, `Спорт`.
pub fn is_section(line: &str) -> bool {
    line.len() <= LONGEST_LINE && is_section_key(&key(line))
}

fn is_section_key(key: &str) -> bool {
    SECTIONS.contains(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use BoilerplateKind as Kind;

    #[track_caller]
    fn check(line: &str, kind: Option<Kind>) {
        assert_eq!(furniture(line), kind, "{line}");
    }

    #[test]
    fn menus_are_navigation() {
        check("Skip to main content", Some(Kind::Navigation));
        check("World | Tides | Opinion | Weather", Some(Kind::Navigation));
        check("Спорт", Some(Kind::Navigation));
    }

    #[test]
    fn bars_and_boxes_are_told_apart() {
        check("Share on Facebook   Share on X   Copy link", Some(Kind::ShareBar));
        check(
            "Get the Quayside morning briefing in your inbox every weekday.",
            Some(Kind::Newsletter),
        );
        check("We and our 90 partners use cookies. Accept all", Some(Kind::CookieNotice));
        check("Story continues below this advertisement", Some(Kind::Advertisement));
        check("42 comments", Some(Kind::Comments));
        check("© Quayside Media. All rights reserved.", Some(Kind::Footer));
        check("Most read", Some(Kind::Teaser));
        check("SLUG: FERRY-FIRE (2nd lead, adds harbour master)", Some(Kind::Other));
        check("FERRY-FIRE (3rd lead, adds quotes)", Some(Kind::Other));
        check("(Recasts with rescue, adds quotes)", Some(Kind::Other));
        check("Slug eats harbour master’s lettuce", None);
        check("Ferry burns (and nobody adds water)", None);
        check("Subscribers may use this text until Friday.", Some(Kind::Footer));
        check("Published: 4 February 2026", Some(Kind::DateBar));
    }

    #[test]
    fn prose_is_no_furniture() {
        check("The pilots said the ferry would sail on Monday.", None);
        check(
            "“We share on the island what the sea gives us, as our mothers did before us, and their mothers,” she said.",
            None,
        );
    }
}
