//! Russian puts whose office it is between the office and the name: `мэр Лимы Луис …`.

use super::{
    lists, russian,
    tokens::{Gap, Tokens},
};
use parallax_language::names::{is_given_name, is_place, is_role, is_title};

/// Furthest an office may stand before its owner, in words: `начальник пожарной службы …`.
const REACH: usize = 5;

/// Where in a Cyrillic run the person's name starts, behind what the office belongs to.
pub(super) fn name_after_owner(tokens: &Tokens<'_>, from: usize, end: usize) -> Option<usize> {
    if !russian::is_cyrillic(tokens.word(from)) {
        return None;
    }
    let within = is_office(tokens, from);
    let behind = !within && office_before(tokens, from);
    let first = if within { from + 1 } else { from };
    let given = given_name(tokens, first, end);
    if !within && !behind {
        return given.filter(|&at| may_own(tokens, first, at));
    }
    given.or_else(|| {
        let past = past_owner(tokens, first, end);
        (past > first && past < end).then_some(past)
    })
}

fn is_office(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    is_title(word) || is_role(word) || lists::is("family", word)
}

/// Whether an office stands before the run, with nothing but small words and an owner between.
pub(super) fn office_before(tokens: &Tokens<'_>, from: usize) -> bool {
    (1..=REACH)
        .map_while(|back| from.checked_sub(back))
        .take_while(|&at| {
            tokens.same_sentence(at, from)
                && tokens.gap(at + 1) == Gap::Space
                && (at + 1 == from
                    || !tokens.all[at + 1].capital
                    || tokens.all[at + 1].letters
                    || is_genitive(tokens.word(at + 1)) && !is_given_name(tokens.word(at + 1)))
        })
        .any(|at| is_office(tokens, at))
}

/// The first given name that stands behind another word and before a family name.
fn given_name(tokens: &Tokens<'_>, first: usize, end: usize) -> Option<usize> {
    if is_given_name(tokens.word(first)) {
        return None;
    }
    (first + 1..end.saturating_sub(1)).find(|&at| {
        is_given_name(tokens.word(at)) && tokens.gap(at) == Gap::Space && tokens.all[at].capital
    })
}

/// Whether the words before a given name can be what somebody’s office belongs to, or a word that
/// only opens the sentence, and no family name put first.
fn may_own(tokens: &Tokens<'_>, first: usize, given: usize) -> bool {
    let last = tokens.word(given - 1);
    let patronymic = is_patronymic(tokens.word(given + 1));
    let land = is_place(tokens.phrase(first, given)) || tokens.all[given - 1].letters;
    land || !patronymic && (tokens.all[first].opens || is_genitive(last))
}

/// One past the words that an office belongs to.
fn past_owner(tokens: &Tokens<'_>, first: usize, end: usize) -> usize {
    let known = |at: &usize| is_place(tokens.word(*at)) || tokens.all[*at].letters;
    let past = first + (first..end).take_while(known).count();
    // Two unknown words behind a town are somebody’s names, even when one is like a town’s.
    let towns =
        past - first > 1 && !tokens.all[past - 1].letters && tokens.gap(past - 1) == Gap::Space;
    if past > first {
        return if towns && past + 1 == end { past - 1 } else { past };
    }
    let mut owner = first + 1;
    while owner < end && tokens.gap(owner) == Gap::Hyphen {
        owner += 1;
    }
    let named = end - owner.min(end) == 2 && !is_patronymic(tokens.word(end - 1));
    let foreign = !is_given_name(tokens.word(first)) && is_genitive(tokens.word(owner - 1));
    if named && foreign { owner } else { first }
}

fn is_genitive(word: &str) -> bool {
    word.ends_with(['ы', 'и', 'а', 'я']) || word.ends_with("ой") || word.ends_with("ого")
}

fn is_patronymic(word: &str) -> bool {
    ["вич", "вича", "вичу", "вичем", "виче", "вна", "вны", "вне", "вну", "вной", "улы", "кызы"]
        .iter()
        .any(|ending| word.ends_with(ending))
}
