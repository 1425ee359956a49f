//! How far the name of a body goes in French and Spanish, where only its first word takes a capital.

use super::{
    lists::{self, Noun},
    tokens::{Gap, Tokens},
};
use parallax_language::names::is_given_name;

/// Most adjectives behind the noun: `Institut géologique national`.
const MOST_ADJECTIVES: usize = 2;

/// Endings of the adjectives that say which body it is.
const ENDINGS: [&str; 30] = [
    "al", "ale", "ales", "aux", "el", "elle", "ique", "iques", "ien", "ienne", "éen", "éenne",
    "ier", "ière", "aire", "aires", "if", "ive", "ain", "aine", "ais", "aise", "ois", "oise",
    "ico", "ica", "ana", "ense", "ola", "ario",
];

/// Whether the article is in one of these languages.
fn is_romance(tokens: &Tokens<'_>) -> bool {
    matches!(tokens.language.split('-').next(), Some("fr" | "es" | "it" | "pt" | "ca"))
}

/// One past the last small word of the body whose capitals are `from..end`; `end` if there is none.
pub(super) fn body_end(tokens: &Tokens<'_>, from: usize, end: usize) -> usize {
    let noun = end.checked_sub(1).map_or("", |last| tokens.word(last));
    if !is_romance(tokens) || end <= from || lists::noun(noun) != Some(Noun::Organization) {
        return end;
    }
    let mut to = end;
    while to < end + MOST_ADJECTIVES && is_small(tokens, to) && is_adjective(tokens.word(to)) {
        to += 1;
    }
    // `Cour de cassation`: a court is named by what it does.
    if to == end && matches!(noun, "Cour" | "Corte" | "Conseil") && is_small(tokens, to + 1) {
        let what =
            matches!(tokens.word(to + 1), "cassation" | "appel" | "sécurité" | "apelaciones");
        if tokens.word(to) == "de" && what {
            to += 2;
        }
    }
    to
}

/// One past a ministry whose noun is written small, if it starts at `at`: `ministère de l’Intérieur`.
pub(super) fn ministry_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !is_romance(tokens) || !matches!(tokens.word(at), "ministère" | "ministerio" | "ministero")
    {
        return None;
    }
    let mut to = at + 1;
    while to < at + 3 && matches!(tokens.word(to), "de" | "du" | "des" | "la" | "della" | "di") {
        to += 1;
    }
    let named =
        |at: usize| tokens.gap(at) == Gap::Space && tokens.all.get(at).is_some_and(|it| it.capital);
    (to > at + 1 && named(to) && !is_given_name(tokens.word(to))).then_some(to + 1)
}

/// `le Danois Mikkel Sørensen`: the people somebody belongs to has a capital in French.
pub(super) fn past_people(tokens: &Tokens<'_>, from: usize, end: usize) -> usize {
    let article = from.checked_sub(1).map_or("", |before| tokens.word(before));
    let article = matches!(article, "le" | "la" | "Le" | "La" | "un" | "une")
        && tokens.gap(from) == Gap::Space;
    let people = end - from > 2 && article && is_given_name(tokens.word(from + 1));
    if is_romance(tokens) && people && lists::noun(tokens.word(end - 1)).is_none() {
        from + 1
    } else {
        from
    }
}

fn is_small(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.gap(at) == Gap::Space && tokens.all.get(at).is_some_and(|token| !token.capital)
}

fn is_adjective(word: &str) -> bool {
    const SHORTEST: usize = 6;
    word.len() >= SHORTEST && ENDINGS.iter().any(|ending| word.ends_with(ending))
}
