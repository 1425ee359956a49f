//! Names among German nouns, which all have a capital.
//!
//! A run of capitals is cut at its common nouns; one that says what somebody does is the title of
//! the name behind it, one that says what sort of body it is tells the sort of the name.

use super::{
    candidates::{Candidate, Told, add_plain},
    lists::{self, Noun},
    tokens::{Gap, Tokens},
    usage::Usage,
};
use parallax_language::{
    german,
    names::{is_given_name, is_place, is_role, is_title},
};
use parallax_model::EntityKind;

/// Votes for what the place of a name tells.
const TOLD: u32 = 3;

/// What a capital word is in a run.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sort {
    /// A common noun.
    Common,
    /// Somebody by what they do.
    Person,
    /// A name, or a word we do not know.
    Name,
}

/// Whether the article is in German.
pub(super) fn is_german(tokens: &Tokens<'_>) -> bool {
    tokens.language.split('-').next() == Some("de")
}

/// Adds the names of a run.
pub(super) fn add(
    tokens: &Tokens<'_>,
    usage: &Usage,
    from: usize,
    end: usize,
    found: &mut Vec<Candidate>,
) {
    let mut at = from;
    while at < end {
        if let Some(to) = body_end(tokens, at, end) {
            push(tokens, usage, (at, at, to), Told::Seen(EntityKind::Organization, TOLD), found);
            at = to;
        } else if let Some(to) = called_end(tokens, from, at, end) {
            let told = Told::Seen(EntityKind::Organization, TOLD);
            push(tokens, usage, (at + 1, at + 1, to), told, found);
            at = to;
        } else if sort(tokens, from, at) != Sort::Name {
            at += 1;
        } else {
            let to = (at + 1..end)
                .find(|&to| sort(tokens, from, to) != Sort::Name || starts_name(tokens, at, to))
                .unwrap_or(end);
            add_name(tokens, usage, from, at, to, found);
            at = to;
        }
    }
}

/// `Lena Hartwig Rolf Borchert`, `Brüssel Lena Hartwig`: a given name behind a whole name.
fn starts_name(tokens: &Tokens<'_>, from: usize, at: usize) -> bool {
    is_place(tokens.phrase(from, at)) && is_given(tokens, at)
}

fn sort(tokens: &Tokens<'_>, from: usize, at: usize) -> Sort {
    let (Some(token), word) = (tokens.all.get(at), tokens.word(at)) else { return Sort::Common };
    // What follows a given name is the rest of the name, whatever else it means.
    let behind_given = at > from && is_given(tokens, at - 1);
    if behind_given || !token.capital || token.letters || is_given(tokens, at) {
        return Sort::Name;
    }
    if is_title(word) || is_role(word) {
        return Sort::Person;
    }
    let Some(noun) = german::noun(word) else {
        return if is_person_by_ending(word) { Sort::Person } else { Sort::Name };
    };
    if noun.is_person() && !noun.is_place() {
        return Sort::Person;
    }
    let place = noun.is_place() && (is_place(word) || is_located(tokens, at));
    if noun.is_common() && !place { Sort::Common } else { Sort::Name }
}

/// A given name that is no common noun, or one with an unknown word behind it.
fn is_given(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    let noun = german::noun(word);
    if !is_given_name(word) && !noun.is_some_and(german::Noun::is_given_name) {
        return false;
    }
    let next = tokens.all.get(at + 1).is_some_and(|next| next.capital);
    let family = || german::noun(tokens.word(at + 1)).is_none_or(german::Noun::is_family_name);
    noun.is_none_or(|noun| !noun.is_common())
        || noun.is_some_and(german::Noun::is_given_name)
            && next
            && tokens.gap(at + 1) == Gap::Space
            && family()
}

/// `Innensenatorin`: an office we know behind a word that is no noun.
fn is_person_by_ending(word: &str) -> bool {
    const SHORTEST: usize = 6;
    word.char_indices().skip(3).any(|(cut, _)| {
        let tail = word.get(cut..).unwrap_or_default();
        tail.len() >= SHORTEST && is_title(tail)
    })
}

/// Whether a preposition of place stands right before.
fn is_located(tokens: &Tokens<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).map_or("", |before| tokens.word(before));
    tokens.gap(at) == Gap::Space && lists::is("locative", before)
}

/// Adds one name, by what stands before it.
fn add_name(
    tokens: &Tokens<'_>,
    usage: &Usage,
    run: usize,
    from: usize,
    to: usize,
    found: &mut Vec<Candidate>,
) {
    let before = from
        .checked_sub(1)
        .filter(|&at| tokens.gap(from) == Gap::Space && tokens.same_sentence(at, from));
    let title = before
        .filter(|&at| tokens.all[at].capital && sort(tokens, run.min(at), at) == Sort::Person);
    let word = before.map_or("", |at| tokens.word(at));
    let several = to - from > 1;
    let told = if title.is_some() || is_given(tokens, from) && several {
        Told::Seen(EntityKind::Person, TOLD)
    } else if is_body_noun(word) {
        Told::Seen(EntityKind::Organization, TOLD)
    } else if is_located(tokens, from) && !tokens.all[from].letters {
        Told::Seen(EntityKind::Place, TOLD)
    } else {
        let place = german::noun(tokens.word(from)).is_some_and(german::Noun::is_place);
        if place && !several { Told::Seen(EntityKind::Place, TOLD) } else { Told::Nothing }
    };
    push(tokens, usage, (title.unwrap_or(from), from, to), told, found);
}

/// Adds a candidate from its title on; one that nothing tells of is sure only away from the start
/// of its sentence.
fn push(
    tokens: &Tokens<'_>,
    usage: &Usage,
    (title, from, to): (usize, usize, usize),
    told: Told,
    found: &mut Vec<Candidate>,
) {
    let opens = tokens.all.get(from).is_some_and(|token| token.opens && !token.letters);
    let start = found.len();
    add_plain(tokens, usage, title, from, to, found);
    if let Some(made) = found.get_mut(start) {
        made.unsure = opens && told == Told::Nothing;
        made.told = told;
    }
}

/// One past the name behind a noun for a body, `Reederei Nordlicht Shipping`, though it begins with
/// a common noun.
fn called_end(tokens: &Tokens<'_>, from: usize, at: usize, end: usize) -> Option<usize> {
    let common = |at: usize| sort(tokens, from, at) == Sort::Common;
    let named =
        at + 2 < end && sort(tokens, from, at + 2) == Sort::Name && !is_given(tokens, at + 2);
    let called = named && common(at) && common(at + 1) && is_body_noun(tokens.word(at));
    (called && tokens.gap(at + 1) == Gap::Space).then_some(at + 3)
}

/// Endings of the nouns for bodies, long ones that say the same of any compound.
const BODY_ENDINGS: [&str; 34] = [
    "ministerium",
    "ministeriums",
    "amt",
    "amts",
    "amtes",
    "gericht",
    "gerichts",
    "gerichtshof",
    "behörde",
    "direktion",
    "präsidium",
    "präsidiums",
    "kommission",
    "universität",
    "hochschule",
    "institut",
    "instituts",
    "verband",
    "verbands",
    "verbandes",
    "gesellschaft",
    "gewerkschaft",
    "agentur",
    "anstalt",
    "reederei",
    "partei",
    "stiftung",
    "bank",
    "polizei",
    "anwaltschaft",
    "unternehmen",
    "konzern",
    "zentrum",
    "verein",
];

/// Endings that make a name of a compound without more: `Umweltministerium`, `Bundesrat`.
const WHOLE_ENDINGS: [&str; 4] = ["ministerium", "ministeriums", "kanzleramt", "kanzleramts"];

/// Words behind a body's noun that say which one it is.
const SIDES: [&str; 5] = ["Nord", "Süd", "Ost", "West", "Mitte"];

fn is_body_noun(word: &str) -> bool {
    let small = word.to_lowercase();
    lists::is("maker", word)
        || lists::noun(word) == Some(Noun::Organization)
        || BODY_ENDINGS.iter().any(|ending| small.ends_with(ending))
}

/// Whether a noun for a body is part of its name, as those of states are: not `Gewerkschaft`.
fn is_named_by_noun(word: &str) -> bool {
    let small = word.to_lowercase();
    let endings = BODY_ENDINGS.iter().take(22).filter(|ending| **ending != "gewerkschaft");
    endings.clone().any(|ending| small.ends_with(ending))
        || matches!(small.as_str(), "fc" | "sc" | "vfb" | "stiftung")
}

/// One past the name of a body that begins at `at` with its noun or the adjective before it.
fn body_end(tokens: &Tokens<'_>, at: usize, end: usize) -> Option<usize> {
    let word = tokens.word(at);
    if !tokens.all.get(at)?.capital {
        return None;
    }
    let capital = |at: usize| {
        tokens.gap(at) == Gap::Space && tokens.all.get(at).is_some_and(|token| token.capital)
    };
    // `Europäische Kommission`: an adjective with a capital.
    if at + 1 < end
        && !tokens.all[at].opens
        && is_adjective(word)
        && is_body_noun(tokens.word(at + 1))
    {
        return Some(at + 2);
    }
    if !is_named_by_noun(word) {
        return None;
    }
    // `Landesamt für Umwelt und Geologie`.
    if tokens.gap(at + 1) == Gap::Space && tokens.word(at + 1) == "für" && capital(at + 2) {
        let more =
            tokens.gap(at + 3) == Gap::Space && tokens.word(at + 3) == "und" && capital(at + 4);
        return Some(if more { at + 5 } else { at + 3 });
    }
    let next = tokens.word(at + 1);
    let which = capital(at + 1)
        && at + 1 < end
        && (SIDES.contains(&next)
            || sort(tokens, at + 1, at + 1) == Sort::Name && !is_given(tokens, at + 1));
    let small = word.to_lowercase();
    let whole =
        WHOLE_ENDINGS.iter().any(|ending| small.len() > ending.len() && small.ends_with(ending))
            || (small.starts_with("bundes") || small.starts_with("landes"));
    if which { Some(at + 2) } else { whole.then_some(at + 1) }
}

/// An adjective in any case, which has a capital in names alone.
fn is_adjective(word: &str) -> bool {
    [
        "sche", "schen", "scher", "sches", "ale", "alen", "aler", "ales", "ige", "igen", "iche",
        "ichen", "este", "esten",
    ]
    .iter()
    .any(|ending| word.ends_with(ending))
        && german::noun(word).is_none()
}
