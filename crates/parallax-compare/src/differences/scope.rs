//! What a figure is of besides what it counts: a remainder, a rate, a time that is past, a part that is named.

use super::counting::Placed;
use crate::{
    lists::{self, Words},
    scene::{Line, Scene, Token},
};
use parallax_language::names::country_of_demonym;
use parallax_model::Quantity;

use super::slot;

/// Whether two figures are of one scope, as far as the words beside them tell.
pub(super) fn is_one(scene: &Scene<'_>, a: Placed<'_>, b: Placed<'_>) -> bool {
    let either = |test: fn(&Line, &Quantity) -> bool| {
        [a, b].iter().any(|(line, amount)| test(&scene.lines[*line], amount))
    };
    let (ours, theirs) = ((&scene.lines[a.0], a.1), (&scene.lines[b.0], b.1));
    !either(is_remainder)
        && !either(is_rate)
        && !either(is_by_how_much)
        && period(ours.0, ours.1) == period(theirs.0, theirs.1)
        && is_past(ours.0, ours.1) == is_past(theirs.0, theirs.1)
        && lasts(ours.0, ours.1) == lasts(theirs.0, theirs.1)
}

/// Whether an amount is all of something as it stands: no remainder, no rate, no change, nothing of before.
pub(super) fn is_now(line: &Line, amount: &Quantity) -> bool {
    !is_remainder(line, amount)
        && !is_rate(line, amount)
        && !is_by_how_much(line, amount)
        && !is_past(line, amount)
}

/// How many words stand before the end of the number of an amount.
fn behind(line: &Line, amount: &Quantity) -> usize {
    line.end_of(amount.number)
}

/// How many words stand before an amount.
fn before(line: &Line, amount: &Quantity) -> usize {
    line.start_of(amount.span)
}

fn is(list: &[&str], token: Option<&Token>) -> bool {
    token.is_some_and(|token| list.contains(&token.folded.as_str()))
}

/// Whether an amount is what is left beside others that are named: `20 other towns`, `four more people`.
fn is_remainder(line: &Line, amount: &Quantity) -> bool {
    static REMAINDERS: Words = Words::new(|| lists::words("remainders"));
    let (first, last) = (before(line, amount), behind(line, amount));
    let ahead = first.checked_sub(1).and_then(|at| line.tokens.get(at));
    is(&REMAINDERS, line.tokens.get(last)) || is(&REMAINDERS, ahead)
}

/// Whether an amount is one of a rate: `one in three`, `two for every 10,000`.
fn is_rate(line: &Line, amount: &Quantity) -> bool {
    static RATES: Words = Words::new(|| lists::words("rates"));
    let (first, last) = (before(line, amount), behind(line, amount));
    let figure = |token: Option<&Token>| token.is_some_and(|token| token.figure);
    let ahead = |back: usize| first.checked_sub(back).and_then(|at| line.tokens.get(at));
    let of = |token: Option<&Token>| token.is_some_and(|token| token.folded == "in");
    of(line.tokens.get(last)) && figure(line.tokens.get(last + 1))
        || of(ahead(1)) && figure(ahead(2))
        || is(&RATES, ahead(1))
        || period(line, amount).is_none()
            && after(line, amount).iter().any(|token| is(&RATES, Some(token)))
}

/// The words behind an amount, as far as it is clear that they belong to it.
fn after<'a>(line: &'a Line, amount: &Quantity) -> &'a [Token] {
    const BESIDE: usize = 6;
    let end = line.end_of(amount.span);
    let after = line.tokens.get(end..(end + BESIDE).min(line.tokens.len())).unwrap_or_default();
    let whole = after.iter().position(|token| token.after_break).unwrap_or(after.len());
    after.get(..whole).unwrap_or_default()
}

/// How often, where it is said: the `day` of `300 lorries a day`, `450 lorries crossed every day`.
fn period<'a>(line: &'a Line, amount: &Quantity) -> Option<&'a str> {
    static OFTEN: Words = Words::new(|| lists::words("often"));
    static PERIODS: Words = Words::new(|| lists::words("periods"));
    let mut pairs = after(line, amount).array_windows::<2>();
    let found = pairs.find(|[one, next]| is(&OFTEN, Some(one)) && is(&PERIODS, Some(next)))?;
    Some(&found[1].folded)
}

/// Whether an amount tells by how much another rose or fell, or is from it: `three years short of what they asked for`.
fn is_by_how_much(line: &Line, amount: &Quantity) -> bool {
    const SHORT_OF: [&str; 3] = ["short", "longer", "shorter"];
    if !amount.unit.is_empty() && is(&SHORT_OF, after(line, amount).first()) {
        return true;
    }
    let ahead = before(line, amount).checked_sub(1).and_then(|at| line.tokens.get(at));
    amount.upper.is_some() && ahead.is_some_and(|token| token.folded == "by")
}

/// Whether an amount is told as one of before: `the previous estimate of 20`, `from 20`.
fn is_past(line: &Line, amount: &Quantity) -> bool {
    static PAST: Words = Words::new(|| lists::words("past"));
    const NEAR: usize = 8;
    let first = before(line, amount);
    let ahead = line.tokens.get(first.saturating_sub(NEAR)..first).unwrap_or_default();
    ahead.iter().any(|token| is(&PAST, Some(token)))
        || ahead.last().is_some_and(|token| token.folded == "from")
}

/// Whether two figures count all of one thing, as far as the words right after them tell.
pub(super) fn are_whole(scene: &Scene<'_>, a: Placed<'_>, b: Placed<'_>) -> bool {
    let (ours, theirs) = (&scene.lines[a.0], &scene.lines[b.0]);
    of_one_whole(scene, a, b) && narrowed(ours, a.1) == narrowed(theirs, b.1)
}

/// Whether one name, or none, stands between both figures and what they count.
pub(super) fn are_narrowed_alike(scene: &Scene<'_>, a: Placed<'_>, b: Placed<'_>) -> bool {
    narrowed(&scene.lines[a.0], a.1) == narrowed(&scene.lines[b.0], b.1)
}

/// Whether two shares are of one thing, where both say of what.
fn of_one_whole(scene: &Scene<'_>, a: Placed<'_>, b: Placed<'_>) -> bool {
    fn whole<'a>(line: &'a Line, amount: &Quantity) -> Option<&'a Token> {
        const WITHIN: usize = 4;
        let end = line.end_of(amount.span);
        let of = line.tokens.get(end)?;
        let rest = line.tokens.get(end + 1..(end + 1 + WITHIN).min(line.tokens.len()))?;
        let mut nouns = rest.iter().filter(|token| token.weight > 0);
        (of.folded == "of").then(|| nouns.next_back()).flatten()
    }
    if a.1.unit != "percent" || b.1.unit != "percent" {
        return true;
    }
    match (whole(&scene.lines[a.0], a.1), whole(&scene.lines[b.0], b.1)) {
        (Some(one), Some(other)) => slot::fit(scene.account(a.0).language, one, other) > 0,
        _ => true,
    }
}

/// What a length of time is the length of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lasts {
    /// Of what the sentence tells: `for three days`, `three years in prison`.
    Itself,
    /// Of the time from or to another day: `three days ago`, `three days after`.
    Away,
    /// Of the time between two of a kind: `every three days`.
    Every,
}

fn lasts(line: &Line, amount: &Quantity) -> Lasts {
    static AWAY: Words = Words::new(|| lists::words("away"));
    static EVERY: Words = Words::new(|| lists::words("every"));
    if !matches!(
        amount.unit.as_str(),
        "day" | "week" | "month" | "year" | "hour" | "minute" | "decade"
    ) {
        return Lasts::Itself;
    }
    let end = line.end_of(amount.span);
    let ahead = before(line, amount).checked_sub(1).and_then(|at| line.tokens.get(at));
    if is(&EVERY, ahead) {
        Lasts::Every
    } else if is(&AWAY, line.tokens.get(end)) {
        Lasts::Away
    } else {
        Lasts::Itself
    }
}

/// The name between a number and what it counts: `three Norvanian judges`.
fn narrowed<'a>(line: &'a Line, amount: &Quantity) -> Option<&'a str> {
    const BETWEEN: usize = 3;
    if amount.counted.is_empty() {
        return None;
    }
    let after = line.tokens.get(behind(line, amount)..)?.iter().take(BETWEEN);
    let mut between = after.take_while(|token| token.stem != amount.counted && !token.after_break);
    // Where they are from is told of all of them.
    let names = |token: &&Token| token.capital && country_of_demonym(&token.folded).is_none();
    between.find(names).map(|token| token.stem.as_str())
}
