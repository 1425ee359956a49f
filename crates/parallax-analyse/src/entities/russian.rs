//! How far the name of a body goes in Russian, where only its first word takes a capital.

use super::{
    lists::{self, Noun},
    tokens::{Gap, Tokens},
};
use parallax_language::{
    Script,
    names::{country_of_demonym, is_title},
};

/// Most small words that follow one capital in the name of a body.
const LONGEST_TAIL: usize = 8;

/// One past the last small word of the body whose capitals are `from..end`: `Верховный суд`,
/// `Служба внешней разведки`; `end` if no small word belongs to the name.
pub(super) fn body_end(tokens: &Tokens<'_>, from: usize, end: usize) -> usize {
    let belongs = end == from + 1 && country_of_demonym(tokens.word(from)).is_some();
    if end <= from || !is_cyrillic(tokens.word(end - 1)) || belongs && tokens.all[from].opens {
        return end;
    }
    if !belongs && let Some(place) = place_end(tokens, end) {
        return place;
    }
    let Some(head) = head_end(tokens, from, end) else { return end };
    let limit = head + LONGEST_TAIL;
    let mut to = head;
    while to < limit
        && let Some(next) = complement_end(tokens, to, to > head)
    {
        to = next;
    }
    to.min(limit)
}

/// One past the noun of a place that an adjective with a capital names: `Варладское море`.
fn place_end(tokens: &Tokens<'_>, end: usize) -> Option<usize> {
    let named = is_adjective(tokens.word(end - 1)) && !tokens.all[end - 1].letters;
    let noun = is_small(tokens, end) && lists::noun(tokens.word(end)) == Some(Noun::Place);
    (named && noun).then_some(end + 1)
}

/// Where in `Глава МИД` the body starts, past the office.
pub(super) fn past_office(tokens: &Tokens<'_>, from: usize, end: usize) -> usize {
    let word = tokens.word(from);
    let body = |at: usize| {
        lists::noun(tokens.word(at)) == Some(Noun::Organization)
            || lists::is_known_body(tokens.word(at))
    };
    let office = is_cyrillic(word) && is_title(word) && !tokens.all[from].letters;
    if office && from + 1 < end && (body(from + 1) || body(end - 1)) { from + 1 } else { from }
}

/// One past the noun that says which sort of body it is.
fn head_end(tokens: &Tokens<'_>, from: usize, end: usize) -> Option<usize> {
    let body = |at: usize| lists::noun(tokens.word(at)) == Some(Noun::Organization);
    if body(end - 1) {
        return (!tokens.all[end - 1].letters).then_some(end);
    }
    if from + 1 < end && (from..end).any(body) || !is_adjective(tokens.word(end - 1)) {
        return None;
    }
    let mut at = end;
    while at < end + 2 && is_small(tokens, at) && is_adjective(tokens.word(at)) {
        at += 1;
    }
    (is_small(tokens, at) && body(at)).then_some(at + 1)
}

/// One past the next words that say what the body is for: `иностранных дел`, `по делам спорта`, `и культуры`.
fn complement_end(tokens: &Tokens<'_>, at: usize, more: bool) -> Option<usize> {
    if !is_small(tokens, at) {
        return None;
    }
    match tokens.word(at) {
        "по" if !is_source(tokens.word(at + 1)) => field_end(tokens, at + 1, &DATIVES),
        "и" if more => field_end(tokens, at + 1, &GENITIVES),
        _ => field_end(tokens, at, &GENITIVES),
    }
}

/// Endings of adjectives in a case.
type Endings = [&'static str; 6];

const GENITIVES: Endings = ["ого", "его", "ой", "ей", "ых", "их"];
const DATIVES: Endings = ["ому", "ему", "ой", "ей", "ым", "им"];

/// One past a field of work: adjectives in the case with a noun, or a noun that is known for one.
fn field_end(tokens: &Tokens<'_>, at: usize, endings: &Endings) -> Option<usize> {
    let mut noun = at;
    while noun < at + 2 && is_small(tokens, noun) && ends(tokens.word(noun), endings) {
        noun += 1;
    }
    let described = noun > at && is_small(tokens, noun) && is_noun(tokens.word(noun));
    let known = is_small(tokens, noun) && is_field(tokens.word(noun));
    (described || known).then_some(noun + 1)
}

/// `делу`, `данным`: what a report goes by, no field of work.
fn is_source(word: &str) -> bool {
    matches!(
        word,
        "делу" | "данным" | "словам" | "итогам" | "результатам" | "сообщениям" | "мнению"
    )
}

/// Whether a noun names a field of work: `финансов`, or by its ending `вакцинации`.
fn is_field(word: &str) -> bool {
    const ENDINGS: [&str; 6] = ["ции", "огии", "ства", "ству", "ения", "ости"];
    lists::is("field", word) || word.chars().count() > 6 && ends(word, &ENDINGS)
}

fn is_small(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.gap(at) == Gap::Space
        && tokens.all.get(at).is_some_and(|token| !token.capital)
        && is_cyrillic(tokens.word(at))
}

/// No verb, preposition or the like: what may follow an adjective as its noun.
fn is_noun(word: &str) -> bool {
    const VERBS: [&str; 14] =
        ["л", "ла", "ло", "ли", "ет", "ит", "ют", "ут", "ят", "ат", "лся", "лась", "лось", "лись"];
    word.chars().count() > 2
        && !lists::is_stop(word)
        && (!ends(word, &VERBS) || lists::is("field", word))
}

/// Whether a word has the ending of an adjective, in any case.
pub(super) fn is_adjective(word: &str) -> bool {
    const ENDINGS: [&str; 16] = [
        "ый", "ий", "ой", "ого", "его", "ому", "ему", "ым", "им", "ом", "ая", "яя", "ую", "ое",
        "ее", "ые",
    ];
    is_cyrillic(word) && ends(word, &ENDINGS)
}

pub(super) fn is_cyrillic(word: &str) -> bool {
    Script::dominant(word) == Some(Script::Cyrillic)
}

fn ends(word: &str, endings: &[&str]) -> bool {
    endings.iter().any(|ending| word.ends_with(ending))
}

/// How far a Russian name looks from the nominative: its words in other cases, then its length.
/// Nothing for names in other scripts.
pub(super) fn obliqueness(name: &str) -> (usize, usize) {
    const OBLIQUE: [&str; 15] =
        ["ы", "и", "ой", "ей", "у", "ю", "е", "ом", "ем", "ым", "им", "ого", "его", "ому", "ему"];
    if !is_cyrillic(name) {
        return (0, 0);
    }
    let cases = name.split([' ', '-']).filter(|word| ends(word, &OBLIQUE)).count();
    (cases, name.chars().count())
}
