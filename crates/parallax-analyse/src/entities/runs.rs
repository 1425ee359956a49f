//! How far a name goes: capitals, and the small words that join them.

use super::{
    lists::{self, Noun},
    russian,
    tokens::{Gap, Tokens},
    usage::Usage,
};
use parallax_language::names::{country_of_demonym, is_given_name, is_place, is_role, is_title};

/// Most words of a run; a longer one is a list or shouting, and is cut.
const LONGEST_RUN: usize = 16;

/// One past the last word of the run that starts at `from`.
pub(super) fn run_end(tokens: &Tokens<'_>, usage: &Usage, from: usize) -> usize {
    let mut end = from + 1;
    while end - from < LONGEST_RUN
        && let Some(next) = next_in_run(tokens, usage, from, end)
    {
        end = next;
    }
    end
}

/// One past the next word of a run that so far is `from..end`.
fn next_in_run(tokens: &Tokens<'_>, usage: &Usage, from: usize, end: usize) -> Option<usize> {
    let last = tokens.all.get(end - 1)?;
    let next = tokens.all.get(end)?;
    let gap = tokens.gap(end);
    if last.owns() || gap == Gap::Break || next.line != last.line {
        return None;
    }
    if next.capital {
        let lands =
            gap == Gap::Hyphen && is_place(tokens.word(end)) && is_place(tokens.word(end - 1));
        let owned = matches!(tokens.between(end), "’ " | "' ") && !leads_to_body(tokens, end);
        let parted = lands
            || owned
            || gap == Gap::Hyphen && is_party_letter(tokens, end)
            || gap == Gap::Hyphen
                && usage.is_apart(tokens.word(end))
                && usage.is_apart(tokens.word(end - 1));
        let other_script = matches!(
            (script_of(tokens.word(end)), script_of(tokens.word(end - 1))),
            (Some(one), Some(other)) if one != other
        );
        return (!parted && !other_script).then_some(end + 1);
    }
    if gap == Gap::Hyphen {
        return hyphen_chain(tokens, end);
    }
    if gap != Gap::Space {
        return None;
    }
    joined_by_small_words(tokens, from, end)
}

/// One past a Cyrillic name that goes on behind hyphens: `Би-би-си`, `Ростов-на-Дону`.
fn hyphen_chain(tokens: &Tokens<'_>, from: usize) -> Option<usize> {
    let mut to = from;
    while to < from + 3 && tokens.gap(to) == Gap::Hyphen && russian::is_cyrillic(tokens.word(to)) {
        to += 1;
    }
    let street = matches!(tokens.word(from), "стрит" | "сити" | "авеню");
    (to - from > 1 || street).then_some(to)
}

/// Whether a word is in Cyrillic; `None` for numerals, which go with any script.
fn script_of(word: &str) -> Option<bool> {
    let numeral =
        word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X') || !letter.is_alphabetic());
    (!numeral).then(|| russian::is_cyrillic(word))
}

/// `(R-Oxmoor)`: a party's letter before a town.
fn is_party_letter(tokens: &Tokens<'_>, town: usize) -> bool {
    let letter = tokens.word(town - 1).chars().count() == 1;
    letter && (is_place(tokens.word(town)) || tokens.between(town - 1).ends_with('('))
}

/// Whether the capitals from `at` on end in a noun for a body: `Harbour Workers’ Union`.
fn leads_to_body(tokens: &Tokens<'_>, at: usize) -> bool {
    (at..at + 3)
        .take_while(|&next| tokens.all.get(next).is_some_and(|token| token.capital))
        .any(|next| lists::noun(tokens.word(next)) == Some(Noun::Organization))
}

/// One past the capital that small words lead to: `Bank of England`, `Otto von Bismarck`.
fn joined_by_small_words(tokens: &Tokens<'_>, from: usize, end: usize) -> Option<usize> {
    let mut target = end;
    while target < end + 3 && tokens.all.get(target).is_some_and(|token| !token.capital) {
        if target > end && tokens.gap(target) != Gap::Space {
            return None;
        }
        target += 1;
    }
    let goal = tokens.all.get(target)?;
    if !goal.capital || goal.opens || tokens.gap(target) == Gap::Break {
        return None;
    }
    let small: Vec<&str> = (end..target).map(|at| tokens.word(at)).collect();
    let joins = match small.as_slice() {
        ["of" | "for"] | ["of" | "for", "the"] => heads_of(tokens, from, end, target),
        ["and"] => joins_and(tokens, from, end, target),
        ["the" | "y" | "e" | "и" | "i" | "і", ..] => false,
        words => {
            words.iter().all(|word| lists::is("particle", word))
                && particle_fits(tokens, from, end, target)
        }
    };
    joins.then_some(target + 1)
}

/// Whether `X of Y` is one name: `Bank of England`, not `President of Chile`.
fn heads_of(tokens: &Tokens<'_>, from: usize, end: usize, target: usize) -> bool {
    let last = tokens.word(end - 1);
    if is_title(last) || is_role(last) || lists::is("calendar", last) {
        // `Secretary of State Ann Orr`: the office goes with what follows.
        let names = (target + 1..target + 3).filter(|&at| {
            tokens.all.get(at).is_some_and(|token| token.capital) && tokens.gap(at) == Gap::Space
        });
        return names.count() == 2;
    }
    let kind = lists::noun(last).or_else(|| lists::noun(tokens.word(from)));
    kind.is_some() || tokens.word(end - 1).ends_with("tion")
}

/// Whether `X and Y` is one name: `Ministry of Trade and Industry`, `Food and Drug Administration`.
fn joins_and(tokens: &Tokens<'_>, from: usize, end: usize, target: usize) -> bool {
    let ministry = (from..end).any(|at| tokens.word(at) == "of")
        && lists::noun(tokens.word(from)) == Some(Noun::Organization);
    if ministry {
        return !is_place(tokens.word(target));
    }
    let mut last = target;
    while last - target < LONGEST_RUN
        && tokens.all.get(last + 1).is_some_and(|token| token.capital)
        && tokens.gap(last + 1) == Gap::Space
        && !tokens.all[last].owns()
    {
        last += 1;
    }
    let body = lists::noun(tokens.word(last)) == Some(Noun::Organization);
    let plain = |at: usize| {
        !is_place(tokens.word(at))
            && !is_given_name(tokens.word(at))
            && country_of_demonym(tokens.word(at)).is_none()
            && lists::noun(tokens.word(at)).is_none()
    };
    body && last > target && end - from == 1 && plain(from) && plain(target)
}

/// Particles stand inside names of people, and in the Romance languages inside those of bodies.
fn particle_fits(tokens: &Tokens<'_>, from: usize, end: usize, target: usize) -> bool {
    let noun = |at: usize| lists::noun(tokens.word(at)).is_some();
    let headed = noun(from) || noun(end - 1);
    if matches!(tokens.language, "es" | "pt" | "fr" | "it" | "ro" | "ca") {
        return !is_title(tokens.word(end - 1)) && (headed || !is_place(tokens.word(target)));
    }
    // `Otto von Bismarck`, but no `Trainer von Exbury`.
    let german = matches!(tokens.word(end), "von" | "der" | "den" | "des" | "zu" | "af" | "av");
    let given = !german || is_given_name(tokens.word(end - 1));
    given && !(from..end).any(noun)
}
