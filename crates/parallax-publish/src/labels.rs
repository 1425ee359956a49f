//! The few words that are ours: counts, kinds, and what a difference is.

use parallax_model::{Article, DifferenceKind, Nature, Note, NoteKind};

/// A number with its noun: `1 article`, `2 articles`.
pub(crate) fn count(number: usize, one: &str, many: &str) -> String {
    let noun = if number == 1 { one } else { many };
    format!("{number} {noun}")
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
        Nature::Update => "revised later",
        Nature::Scope => "different scope",
        Nature::Conflict => "in conflict",
        Nature::Wording => "other words",
    }
}

/// A note in words; where it is about a language, with that language.
pub(crate) fn note(note: &Note, article: &Article) -> String {
    match note.kind {
        NoteKind::LanguageNotCompared => format!("{} {}", note.kind, article.language),
        kind => kind.to_string(),
    }
}
