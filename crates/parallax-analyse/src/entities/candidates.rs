//! Runs of capitals that may be names.

use super::{
    german, lists, owners,
    quoted::Quoted,
    romance, runs, russian, spotted, titles,
    tokens::{Gap, Token, Tokens},
    usage::Usage,
};
use parallax_language::names::{
    country, country_of_demonym, is_given_name, is_place, is_role, is_title,
};
use parallax_model::EntityKind;

/// A run of words that may be a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Candidate {
    /// First word of the name.
    pub(crate) from: usize,
    /// One past its last word.
    pub(crate) to: usize,
    /// First word of the titles before it; `from` if there are none.
    pub(crate) title: usize,
    /// Whether only its place in the sentence may have made it a capital.
    pub(crate) unsure: bool,
    /// Whether a word of it is written small elsewhere in the article.
    pub(crate) common: bool,
    /// One past a small noun that closes the name: `Oxmoor hospital`.
    pub(crate) closed: usize,
    /// What the learned model says of it.
    pub(crate) told: Told,
}

/// What the learned model says of a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Told {
    /// Nothing: there is no model for the language.
    Nothing,
    /// That it is no name of a person, body or place, with its weight.
    Unseen(u32),
    /// What sort of thing it names, with its weight.
    Seen(EntityKind, u32),
}

/// The candidates of an article, in order.
pub(crate) fn candidates(tokens: &Tokens<'_>, usage: &Usage) -> Vec<Candidate> {
    let mut found = Vec::new();
    let quoted = Quoted::of(tokens);
    let mut at = 0;
    while at < tokens.all.len() {
        if let Some(name) = quoted.at(at) {
            found.push(name);
            at = name.to;
            continue;
        }
        if tokens.is_loud(at)
            && let Some(end) = spotted::name_in_loud_line(tokens, at)
        {
            add_plain(tokens, usage, at, at, end, &mut found);
            at = end;
            continue;
        }
        if let Some(end) = romance::ministry_end(tokens, at) {
            add_plain(tokens, usage, at, at, end, &mut found);
            at = end;
            continue;
        }
        if !tokens.all[at].capital || tokens.is_loud(at) {
            at += 1;
            continue;
        }
        if let Some(end) = spotted::outlet_end(tokens, at) {
            add_plain(tokens, usage, at, at, end, &mut found);
            at = end;
            continue;
        }
        let end = runs::run_end(tokens, usage, at);
        let body = russian::body_end(tokens, at, end).max(romance::body_end(tokens, at, end));
        if body > end {
            let body = with_country(tokens, body);
            add_body(tokens, usage, at, end, body, &mut found);
            at = body;
            continue;
        }
        split_run(tokens, usage, at, end, &mut found);
        // A body’s name may go on in small words behind its run.
        at = found.last().map_or(end, |last| last.to.max(end));
    }
    found
}

/// Adds a body whose name goes on in small words to `to`, with the country whose it is.
fn add_body(
    tokens: &Tokens<'_>,
    usage: &Usage,
    from: usize,
    end: usize,
    to: usize,
    found: &mut Vec<Candidate>,
) {
    let (from, _) = trim(tokens, usage, from, end);
    add_plain(tokens, usage, from, from, to, found);
}

/// One past the country or town in the genitive that follows a body: `Верховный суд Перу`.
fn with_country(tokens: &Tokens<'_>, to: usize) -> usize {
    let capital = tokens.all.get(to).is_some_and(|token| token.capital && !token.letters);
    let place = capital && tokens.gap(to) == Gap::Space && is_place(tokens.word(to));
    if place { to + 1 } else { to }
}

/// Cuts a run where titles, days and opening words stand, and adds what is left.
fn split_run(
    tokens: &Tokens<'_>,
    usage: &Usage,
    from: usize,
    end: usize,
    found: &mut Vec<Candidate>,
) {
    let mut start = from;
    for at in from..end {
        let word = tokens.word(at);
        let day = tokens.all[at].capital
            && lists::is("calendar", word)
            && !is_part_of_name(tokens, at, start, end);
        if day || word == "I" {
            add(tokens, usage, start, at, found);
            start = at + 1;
        }
    }
    add(tokens, usage, start, end, found);
}

/// Whether the name of a month or day is one of a person or place: `Theresa May`, `Jan Mayen`.
fn is_part_of_name(tokens: &Tokens<'_>, at: usize, start: usize, end: usize) -> bool {
    if at > start && is_given_name(tokens.word(at - 1)) {
        return true;
    }
    let numeral = |at: usize| tokens.word(at).starts_with(|first: char| first.is_ascii_digit());
    let dated = numeral(at + 1) || at > 0 && numeral(at - 1);
    let short =
        tokens.word(at).len() <= 3 && at + 1 < end && !tokens.between(at + 1).starts_with('.');
    short && !dated
}

fn add(tokens: &Tokens<'_>, usage: &Usage, from: usize, end: usize, found: &mut Vec<Candidate>) {
    let (from, end) = trim(tokens, usage, from, end);
    if from >= end {
        return;
    }
    if german::is_german(tokens) {
        german::add(tokens, usage, from, end, found);
        return;
    }
    // Russian puts whose office it is between the office and the name: `мэр Лимы Луис …`.
    if let Some(name) = owners::name_after_owner(tokens, from, end) {
        let title =
            if is_title(tokens.word(from)) || is_role(tokens.word(from)) { from } else { name };
        let owner = if title == from { from + 1 } else { from };
        add_plain(tokens, usage, owner, owner, name, found);
        add_plain(tokens, usage, title, name, end, found);
        return;
    }
    let from = russian::past_office(tokens, from, end);
    let from = romance::past_people(tokens, from, end);
    let end = titles::without_last_titles(tokens, from, end);
    let Some((left, title, from)) = titles::parted_title(tokens, from, end) else {
        add_plain(tokens, usage, from, from, end, found);
        return;
    };
    if left < title {
        add_plain(tokens, usage, left, left, title, found);
    }
    add_plain(tokens, usage, title, from, end, found);
}

/// Takes words off both ends that are no part of a name.
fn trim(tokens: &Tokens<'_>, usage: &Usage, mut from: usize, mut end: usize) -> (usize, usize) {
    let sort = end.checked_sub(1).and_then(|last| lists::noun(tokens.word(last)));
    while from < end {
        let token = tokens.all[from];
        let word = tokens.word(from);
        let stop =
            tokens.is_stop(word) && !token.letters && !(is_given_name(word) && from + 1 < end);
        // `in La Paz`: the article is part of the name.
        let initial = from + 1 < end && tokens.between(from + 1).starts_with('.');
        let stop = stop && !initial && (token.opens || from + 1 == end || !lists::is("town", word));
        let opener = token.opens && end - from > 1 && lists::is("adverb", word)
            || token.opens
                && end - from > 1
                && sort.is_none()
                && !is_given_name(word)
                && !is_title(word)
                && country_of_demonym(word).is_none()
                && !is_place(tokens.phrase(from, end))
                && (lists::is("opener", word) || usage.is_common(word));
        let small = !token.capital;
        if !(stop || opener || small || starts_compound(tokens, from, end)) {
            break;
        }
        from += 1;
    }
    while from < end {
        let word = tokens.word(end - 1);
        if tokens.all[end - 1].capital && (!tokens.is_stop(word) || tokens.all[end - 1].letters) {
            break;
        }
        end -= 1;
    }
    (from, end)
}

/// `Super` of `Super-sub` opening a sentence.
fn starts_compound(tokens: &Tokens<'_>, from: usize, end: usize) -> bool {
    let next = tokens.all.get(from + 1);
    from + 1 == end
        && tokens.all[from].opens
        && tokens.gap(end) == Gap::Hyphen
        && next.is_some_and(|token| !token.capital)
        && !is_place(tokens.word(from))
        && !tokens.all[from].letters
}

pub(super) fn add_plain(
    tokens: &Tokens<'_>,
    usage: &Usage,
    title: usize,
    from: usize,
    end: usize,
    found: &mut Vec<Candidate>,
) {
    let mut from = from;
    let mut title = title;
    // `American Ann Orr`: the people she belongs to is no part of her name.
    if end - from > 2
        && country_of_demonym(tokens.word(from)).is_some()
        && is_given_name(tokens.word(from + 1))
        && lists::noun(tokens.word(end - 1)).is_none()
    {
        from += 1;
        title = title.max(from);
    }
    let Some(token) = tokens.all.get(from) else { return };
    if is_no_name(tokens, usage, from, end) {
        return;
    }
    let unsure = is_unsure(tokens, usage, token, title, from, end);
    let closed = closed_by_facility(tokens, from, end);
    let common = (from..end).any(|at| usage.is_small(tokens.word(at)));
    found.push(Candidate { from, to: end, title, unsure, common, closed, told: Told::Nothing });
}

/// Names of peoples, titles that stand alone, and words of a class that is never a name.
fn is_no_name(tokens: &Tokens<'_>, usage: &Usage, from: usize, end: usize) -> bool {
    let word = tokens.word(from);
    if end - from == 1 {
        let letter = word.chars().count() == 1;
        let people = country_of_demonym(word).is_some() && country(word).is_none()
            || lists::is("people", word);
        return letter
            || people
            || is_title(word)
            || is_role(word)
            || lists::is("thing", word)
            || lists::is("work", word) && tokens.between(end).ends_with(['«', '“', '„', '"'])
            || lists::is("opener", word)
            || tokens.all[from].letters
                && country(word).is_none()
                && (tokens.is_stop(word) || usage.is_small(word));
    }
    if lists::noun(tokens.word(end - 1)).is_some() {
        return false;
    }
    let people =
        |at: usize| titles::goes_with_title(tokens, at) || lists::is("people", tokens.word(at));
    (from..end).all(|at| people(at) && country(tokens.word(at)).is_none())
}

fn is_unsure(
    tokens: &Tokens<'_>,
    usage: &Usage,
    token: &Token,
    title: usize,
    from: usize,
    end: usize,
) -> bool {
    if title < from {
        return false;
    }
    let word = tokens.word(from);
    let alone = end - from == 1;
    // `Union settles`: the noun of a body’s name is a common word where it opens a sentence.
    let noun = lists::noun(word).is_some() && !lists::is_known_body(word)
        || usage.is_small(word) && !is_given_name(word);
    alone && token.opens && !token.letters && (noun || !usage.is_capital(word))
}

/// One past a small noun that closes the name of a building; `end` if there is none.
fn closed_by_facility(tokens: &Tokens<'_>, from: usize, end: usize) -> usize {
    let next = tokens.all.get(end);
    let small = next.is_some_and(|token| !token.capital) && tokens.gap(end) == Gap::Space;
    let named = !is_place(tokens.phrase(from, end)) && lists::noun(tokens.word(end - 1)).is_none();
    // `St Brannoc’s hospital`, but not `Oxmoor’s hospital`.
    let saint = end - from > 1 && lists::is("saint", tokens.word(from));
    let owner = tokens.all.get(end - 1).is_some_and(Token::owns) && !saint;
    if !small || !named || owner {
        return end;
    }
    let word = tokens.word(end);
    let adjective = end - from == 1 && russian::is_adjective(tokens.word(from));
    let sort = adjective.then(|| lists::noun(word)).flatten();
    if lists::is_facility(word) || sort.is_some() { end + 1 } else { end }
}
