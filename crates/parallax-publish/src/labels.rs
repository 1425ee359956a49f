//! The few words that are ours: counts, kinds, and what a difference is.

use crate::languages;
use parallax_model::{
    Article, CopyKind, DifferenceKind, Fold, Nature, NotCompared, Note, NoteKind, Unalike, Why,
};

/// More names than these are not read but counted.
const LONG_ROW: usize = 10;

/// How many names of a long row are shown.
const SHOWN: usize = 8;

/// A number with its noun: `1 article`, `2 articles`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{number} {noun}")
}

/// Names in a row; of a long row the first, and how many more there are.
pub(crate) fn row<S: AsRef<str>>(names: &[S]) -> String {
    let shown = if names.len() > LONG_ROW { SHOWN } else { names.len() };
    let (shown, hidden) = names.split_at(shown);
    let mut row: Vec<String> = shown.iter().map(|name| name.as_ref().to_owned()).collect();
    if !hidden.is_empty() {
        row.push(format!("{} more", hidden.len()));
    }
    row.join(", ")
}

/// `3 stories`, and how many articles stand alone.
pub(crate) fn stories(told: usize, lone: usize) -> String {
    let lone = (lone > 0).then(|| count(lone, "article on its own", "articles on their own"));
    let told = (told > 0).then(|| count(told, "story", "stories"));
    told.into_iter().chain(lone).collect::<Vec<_>>().join(", ")
}

/// What differs and how, in a few words: `number: in conflict`.
pub(crate) fn difference(kind: DifferenceKind, nature: Nature) -> String {
    format!("{}: {}", differs(kind), how(nature))
}

const fn differs(kind: DifferenceKind) -> &'static str {
    match kind {
        DifferenceKind::Number => "number",
        DifferenceKind::Date => "date",
        DifferenceKind::Name => "name",
        DifferenceKind::Quotation => "quotation",
        DifferenceKind::Wording => "wording",
        DifferenceKind::Negation => "whether it is so",
        DifferenceKind::Attribution => "who says so",
    }
}

const fn how(nature: Nature) -> &'static str {
    match nature {
        Nature::Update => "changed later",
        Nature::Scope => "different scope",
        Nature::Conflict => "in conflict",
        Nature::Wording => "other words",
    }
}

/// What a copy is called and, where it is not the whole text, how much of which it is:
/// `an edited copy of`, ` (93% of its words)`.
pub(crate) fn copy(fold: Option<&Fold>) -> (&'static str, String) {
    let hundredths = |thousandths: u16| thousandths.saturating_add(5) / 10;
    let own = |fold: &Fold| format!(" ({}% of its words)", hundredths(fold.held));
    let part = |fold: &Fold| format!(" ({}% of that text)", hundredths(fold.of_original));
    match fold.map(|fold| (fold.kind, fold)) {
        None | Some((CopyKind::Whole, _)) => ("a copy of", String::new()),
        Some((CopyKind::Edited, fold)) => ("an edited copy of", own(fold)),
        Some((CopyKind::Extended, fold)) => ("an extended copy of", own(fold)),
        Some((CopyKind::Cut, fold)) => ("a shortened copy of", part(fold)),
        Some((CopyKind::Excerpt, fold)) => ("an excerpt of", part(fold)),
    }
}

/// What an article has in common with the others of its story, in names and in hundredths:
/// `Ostrel, Halvard; words 31%, meaning 64%`.
pub(crate) fn in_common(why: &Why) -> Option<String> {
    let likenesses = why.traits.iter().filter_map(|&(name, thousandths)| {
        let label = TRAITS.iter().find(|(known, _)| *known == name)?.1;
        let hundredths = (thousandths + 5) / 10;
        (hundredths > 0).then(|| format!("{label} {hundredths}%"))
    });
    let likenesses: Vec<String> = likenesses.collect();
    let parts = [why.shared.join(", "), likenesses.join(", ")];
    let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    (!parts.is_empty()).then(|| parts.join("; "))
}

/// What the likenesses are called.
const TRAITS: [(&str, &str); 4] = [
    ("words", "words"),
    ("title", "headline"),
    ("names", "names and numbers"),
    ("meaning", "meaning"),
];

/// A note for a reader: `not compared: Arabic`.
pub(crate) fn remark(note: &Note, article: &Article) -> String {
    match note.kind {
        NoteKind::LanguageNotCompared => {
            format!("not compared: {}", languages::name(&article.language))
        }
        kind => kind.to_string(),
    }
}

/// What could not be compared, in the contract's words: `not compared: language kk-Cyrl`.
pub(crate) fn not_compared(left: &NotCompared, article: &Article) -> String {
    match left.why {
        Unalike::Language => format!("not compared: language {}", article.language),
        Unalike::TooShort | Unalike::TooLarge => format!("not compared: {}", left.why.name()),
        Unalike::TooLong => {
            format!("not compared: {}, its last {} sentences", left.why.name(), left.sentences)
        }
    }
}

/// The same for a reader: `no other account is in Kazakh (Cyrillic) or a language it can be compared with`.
pub(crate) fn why_not_compared(left: &NotCompared, article: &Article) -> String {
    match left.why {
        Unalike::Language => {
            let language = languages::name(&article.language);
            format!("in {language}, which could not be set beside the others")
        }
        Unalike::TooShort => "too short to compare".to_owned(),
        Unalike::TooLarge => "the story has more accounts than are compared".to_owned(),
        Unalike::TooLong => {
            let last = count(left.sentences, "sentence", "sentences");
            format!("longer than is compared, without the last {last}")
        }
    }
}

/// A note in the contract's words; where it is about a language, with that language.
pub(crate) fn note(note: &Note, article: &Article) -> String {
    match note.kind {
        NoteKind::LanguageNotCompared => format!("{} {}", note.kind, article.language),
        kind => kind.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_row_of_names_is_cut_and_counted() {
        assert_eq!(row(&["Gazette", "Courier"]), "Gazette, Courier");
        assert_eq!(row(&["x"; 10]).len(), 28);
        assert_eq!(row(&["x"; 11]), "x, x, x, x, x, x, x, x, 3 more");
    }
}
