//! Who supplied a picture, and the words under it.

mod unlabelled;

use super::{
    byline::name_line,
    vocabulary::{key, labelled, word_list},
    wire::is_agency,
};
use crate::word_map::WordSet;
use parallax_language::{fold, words};
use parallax_model::cut;
use std::{ops::Range, sync::LazyLock};

const TABLE: &str = include_str!("../../data/lines/credit.tsv");
static LABELS: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "label"));
static BY: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "by"));
static AGENCIES: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "agency"));
static SUPPLIED: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "supplied"));
static STAFF: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "staff"));

/// Bytes of a line with a caption and a credit, at most.
const LONGEST: usize = 1_200;
/// Words in a credit, at most: `The harbour master's official account on Gullnet`.
const CREDIT_WORDS: usize = 12;
/// Words in a label, at most.
const LABEL_WORDS: usize = 4;

/// Splits `caption credit` as printed on one line: byte ranges of caption and credit.
///
/// Knows `caption Photo credit: X`, `caption [Photo: X]`, `Photo by X`, `Credit: X`
/// alone, `caption / X Pictures`, `caption (X/Agency)`, `caption © X` and `caption. X, Herald staff`.
///
/// ```
/// use parallax_extract::lines::credit;
/// assert_eq!(credit("Gulls at dusk [Photo: Ana Quay]"), Some((Some(0..13), 22..30)));
/// assert_eq!(credit("The photo showed a gull."), None);
/// ```
pub fn credit(line: &str) -> Option<(Option<Range<usize>>, Range<usize>)> {
    if line.len() > LONGEST {
        return None;
    }
    let (caption, credit) = in_brackets(line)
        .or_else(|| after_label(line))
        .or_else(|| after_by(line))
        .or_else(|| after_sign(line))
        .or_else(|| after_slash(line))
        .or_else(|| after_stop(line))
        .or_else(|| unlabelled::at_end(line))?;
    let caption = trimmed(line, caption, &[' ', '|', '-', '–', '—', '/', '[', '(', '\t', '•']);
    let credit = trimmed(line, credit, &[' ', ']', ')', '[', '(', '\t', '|', '.', '/']);
    let filled = |range: &Range<usize>| range.start < range.end;
    filled(&credit).then(|| (Some(caption).filter(filled), credit))
}

type Parts = (Range<usize>, Range<usize>);

/// Words of a bracket that tells who supplied a picture, at most: `Harbour board handout`.
const SUPPLIED_WORDS: usize = 4;

/// `caption [Photo: X]`, `caption (X/Agency)`, `caption (Agency)`, `caption (Company handout)`.
fn in_brackets(line: &str) -> Option<Parts> {
    let body = line.trim_end().trim_end_matches('.');
    if !body.ends_with([']', ')']) {
        return None;
    }
    let open = body.rfind(['[', '('])?;
    let inner = open + 1..body.len() - 1;
    let words_in = cut(line, inner.clone());
    let labelled = after_label(words_in).or_else(|| after_by(words_in));
    if let Some((caption, credit)) = labelled.filter(|(caption, _)| caption.is_empty()) {
        debug_assert!(caption.is_empty(), "a label opens the bracket");
        return Some((0..open, inner.start + credit.start..inner.start + credit.end));
    }
    let pictured = words_in.contains('/') && short(words_in) && holds_agency(words_in);
    let alone = is_agency(words_in) && key(words_in).len() > 1;
    let supplied = words_in.split_whitespace().count() <= SUPPLIED_WORDS
        && words_in.starts_with(char::is_uppercase)
        && words(words_in).last().is_some_and(|last| SUPPLIED.contains(&fold(last.of(words_in))));
    let housed = !line.trim_end().ends_with('.') && unlabelled::is_house(words_in);
    let signed = unlabelled::is_signature(words_in);
    ((pictured || alone || supplied || housed || signed) && open > 0).then_some((0..open, inner))
}

/// `caption Photo credit: X`.
fn after_label(line: &str) -> Option<Parts> {
    for (at, colon) in line.char_indices().filter(|(_, letter)| matches!(letter, ':' | '：')) {
        let before = cut(line, 0..at);
        let Some(label) = label_start(before) else { continue };
        let rest = at + colon.len_utf8()..line.len();
        let named = cut(line, rest.clone());
        let strong = !weak(cut(before, label..before.len()));
        let fits = short(named) && (strong && !named.trim().is_empty() || mostly_names(named));
        if fits && !named.contains("://") {
            return Some((0..label, rest));
        }
    }
    None
}

/// Where the label that ends `before` starts; the longest there is.
fn label_start(before: &str) -> Option<usize> {
    let starts: Vec<usize> = before
        .rmatch_indices(|letter: char| letter.is_whitespace() || "[(|/".contains(letter))
        .take(LABEL_WORDS)
        .map(|(at, mark)| at + mark.len())
        .chain((before.len() < 40).then_some(0))
        .collect();
    let found = starts.into_iter().rfind(|&start| {
        let label = cut(before, start..before.len());
        label.starts_with(char::is_alphanumeric)
            && LABELS.contains(&key(label))
            && label.split_whitespace().count() <= LABEL_WORDS
    })?;
    let label = cut(before, found..before.len());
    let capital = label.chars().next().is_some_and(char::is_uppercase);
    (capital || found == 0 || before.get(..found)?.trim_end().ends_with(['.', '[', '(', '|', '/']))
        .then_some(found)
}

/// Labels that stand over other things than credits too.
fn weak(label: &str) -> bool {
    !matches!(
        key(label).split(' ').next().unwrap_or_default(),
        "photo"
            | "foto"
            | "фото"
            | "photograph"
            | "photographie"
            | "credit"
            | "picture"
            | "сурет"
            | "bildquelle"
            | "bildnachweis"
            | "fotografia"
            | "фотография"
    ) && !key(label).ends_with("credit")
}

/// `caption Photo by X`.
fn after_by(line: &str) -> Option<Parts> {
    let all: Vec<_> = words(line).collect();
    for (index, word) in all.iter().enumerate() {
        let high = word.of(line).starts_with(char::is_uppercase) || index == 0;
        if !high {
            continue;
        }
        for count in (2..=LABEL_WORDS).rev() {
            let Some(last) = all.get(index + count - 1) else { continue };
            let phrase = cut(line, word.start..last.end);
            let rest = last.end..line.len();
            if phrase.len() < 40 && BY.contains(&key(phrase)) {
                let named = cut(line, rest.clone());
                return (short(named) && mostly_names(named)).then_some((0..word.start, rest));
            }
        }
    }
    None
}

/// What stands for the sign.
const COPYRIGHT: &str = " Copyright ";

/// `caption © X`, `caption Copyright X`.
fn after_sign(line: &str) -> Option<Parts> {
    let sign = line.find('©').map(|at| (at, '©'.len_utf8()));
    let worded = || line.find(COPYRIGHT).map(|at| (at, COPYRIGHT.len()));
    let (at, length) = sign.or_else(worded).filter(|(at, _)| *at > 0)?;
    let rest = at + length..line.len();
    let named = cut(line, rest.clone());
    let year = named.trim_start().starts_with(|letter: char| letter.is_ascii_digit());
    (short(named) && mostly_names(named) && !year).then_some((0..at, rest))
}

/// `caption / X Pictures`, `caption. Ana Quay/Agency`.
fn after_slash(line: &str) -> Option<Parts> {
    let at = line.rfind('/')?;
    let last = cut(line, at + 1..line.len()).trim().trim_end_matches('.');
    let pictured = short(last) && last.split_whitespace().count() <= 5 && holds_agency(last);
    if !pictured || !mostly_names(last) {
        return None;
    }
    let spaced = cut(line, 0..at).ends_with(char::is_whitespace);
    let before = cut(line, 0..at);
    let start = match before.rfind(['.', '!', '?', '|', '(']) {
        _ if spaced => at,
        Some(stop) if mostly_names(cut(before, stop + 1..before.len())) => stop + 1,
        None if mostly_names(before) && short(before) => 0,
        Some(_) | None => at,
    };
    let start_of_credit = if start == at { at + 1 } else { start };
    Some((0..start, start_of_credit..line.len()))
}

/// Words of a name and a house after the caption's full stop, at most.
const SIGNED_WORDS: usize = 8;
/// Words of a caption that a name and a house sign, at most; more are a paragraph.
const CAPTION_WORDS: usize = 60;

/// `caption. Ana Quay, Herald staff`: a name and how it belongs to a house, after a full stop.
fn after_stop(line: &str) -> Option<Parts> {
    let comma = line.rfind(", ")?;
    let (before, house) = (cut(line, 0..comma), cut(line, comma + 2..line.len()));
    let house = house.trim();
    let known = words(house).last().is_some_and(|last| STAFF.contains(&fold(last.of(house))));
    if !known || !house.ends_with(char::is_alphanumeric) || !mostly_names(house) {
        return None;
    }
    let stop = before.rfind(['.', '!', '?', '”', '"', '»'])?;
    let start = stop + before.get(stop..)?.chars().next()?.len_utf8();
    let name = cut(before, start..before.len());
    let fits = name.starts_with(char::is_whitespace)
        && name_line(name).is_some_and(|names| names.len() == 1)
        && cut(line, start..line.len()).split_whitespace().count() <= SIGNED_WORDS
        && cut(line, 0..start).split_whitespace().count() <= CAPTION_WORDS;
    fits.then_some((0..start, start..line.len()))
}

fn short(credit: &str) -> bool {
    credit.len() < 200 && credit.split_whitespace().count() <= CREDIT_WORDS
}

fn holds_agency(credit: &str) -> bool {
    is_agency(credit.trim())
        || words(credit).any(|word| AGENCIES.contains(&fold(word.of(credit))))
        || credit.split('/').any(|part| is_agency(part.trim()))
}

/// Whether half of the words or more have capitals, as names do.
fn mostly_names(credit: &str) -> bool {
    let (mut high, mut all) = (0, 0);
    for word in words(credit) {
        let first = word.of(credit).chars().next().unwrap_or(' ');
        high += usize::from(!first.is_lowercase());
        all += 1;
    }
    all > 0 && high * 2 >= all
}

fn trimmed(line: &str, range: Range<usize>, marks: &[char]) -> Range<usize> {
    let part = line.get(range.clone()).unwrap_or_default();
    let start = range.start + (part.len() - part.trim_start_matches(marks).len());
    let end = range.start + part.trim_end_matches(marks).len();
    if part.contains('(') && part.trim_end().ends_with(')') && !part.trim_start().starts_with('(') {
        return start..range.start + part.trim_end().len();
    }
    start..end.max(start)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: Option<(&str, &str)>) {
        let found = credit(line).map(|(caption, credit)| {
            (caption.map_or("", |range| cut(line, range)), cut(line, credit))
        });
        assert_eq!(found, expected, "{line}");
    }

    #[test]
    fn credits_are_cut_from_captions() {
        check("Gulls at dusk Photo credit: Quay Office", Some(("Gulls at dusk", "Quay Office")));
        check("Gulls at dusk [Photo: Ana Quay]", Some(("Gulls at dusk", "Ana Quay")));
        check("Credit: Ana Quay", Some(("", "Ana Quay")));
        check("Gulls at dusk / Quay Pictures", Some(("Gulls at dusk", "Quay Pictures")));
        check("Gulls at dusk. Foto: Ana Quay", Some(("Gulls at dusk.", "Ana Quay")));
        check(
            "Чайки на причале. Фото: пресс-служба порта",
            Some(("Чайки на причале.", "пресс-служба порта")),
        );
        check("Gulls at dusk (AFP / ANA QUAY)", Some(("Gulls at dusk", "AFP / ANA QUAY")));
        check("Gulls at dusk. Ana Quay/AP", Some(("Gulls at dusk.", "Ana Quay/AP")));
        check("Gulls at dusk (Photo by Ana Quay)", Some(("Gulls at dusk", "Ana Quay")));
        check("Photograph: Ana Quay/Gull Images", Some(("", "Ana Quay/Gull Images")));
        check("Gulls at dusk | Photo: Quay Board", Some(("Gulls at dusk", "Quay Board")));
        check(
            "A torn sail on the quay. Ana Gull, Herald staff",
            Some(("A torn sail on the quay.", "Ana Gull, Herald staff")),
        );
        check("Gulls at dusk (Gull Evening Post)", Some(("Gulls at dusk", "Gull Evening Post")));
        check(
            "Gulls at dusk (Quay Radio/Ana Gull)",
            Some(("Gulls at dusk", "Quay Radio/Ana Gull")),
        );
        check("Gulls at dusk. CW/Ana Gull", Some(("Gulls at dusk.", "CW/Ana Gull")));
        check("Gulls at dusk. Archive photo", Some(("Gulls at dusk.", "Archive photo")));
        check("Gulls at dusk – Photo Ana Gull", Some(("Gulls at dusk", "Photo Ana Gull")));
        check("Gulls at dusk / Quay press office", Some(("Gulls at dusk", "Quay press office")));
        check(
            "Чайки на причале / Пресс-служба порта",
            Some(("Чайки на причале", "Пресс-служба порта")),
        );
        check("Gulls at dusk Copyright Quay One", Some(("Gulls at dusk", "Quay One")));
        check("Gulls at dusk (Company handout)", Some(("Gulls at dusk", "Company handout")));
    }

    #[test]
    fn prose_has_no_credit() {
        check("The photo showed gulls.", None);
        check("Video: gulls steal chips from tourists on the quay", None);
        check(
            "He gave credit: the crew had done well in the storm, and the captain had done better than anyone.",
            None,
        );
        check("Prices rose (see page 4).", None);
        check("And/or both", None);
        check("He had read it in the paper (Gull Evening Post).", None);
        check("The board met. Harbour / Sport", None);
        check("Photo finish", None);
        check("The ferry sank. Ana Gull, a cook, swam ashore.", None);
        check("The ferry sank. Ana Gull, Quayside", None);
    }
}
