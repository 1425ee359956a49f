//! How old a person is said to be.

use super::{Found, Value, gather};
use crate::scene::{Line, Scene, Token};
use parallax_language::words;
use parallax_model::{DifferenceKind, EntityKind, Nature};
use std::collections::BTreeMap;

/// Years by which two ages may differ and be one: a birthday lies between two accounts, or the writing of one.
const BIRTHDAY: u32 = 1;
/// Ages are from so many years to so many; other numbers beside a name are none.
const AGES: std::ops::RangeInclusive<u32> = 1..=115;

/// An age, and where it is told.
type Aged = (u32, Value);

/// The ages that accounts give for one person, and that cannot both be right.
///
/// Whose age it is, is told by the name beside it: the sentences need have nothing else in common.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Found> {
    let mut told: BTreeMap<usize, BTreeMap<usize, Vec<Aged>>> = BTreeMap::new();
    for (at, line) in scene.lines.iter().enumerate() {
        if scene.account(at).copy_of.is_some() {
            continue;
        }
        for (person, age, value) in ages(scene, at) {
            told.entry(person).or_default().entry(line.account).or_default().push((age, value));
        }
    }
    let found = told.into_values().flat_map(|accounts| {
        let clear = accounts.into_values().filter_map(|ages| one(&ages));
        let clear: Vec<Aged> = clear.collect();
        gather(apart(&clear))
    });
    found
        .map(|values| Found { kind: DifferenceKind::Number, nature: Nature::Conflict, values })
        .collect()
}

/// The age an account gives, if it gives one only.
fn one(ages: &[Aged]) -> Option<Aged> {
    let first = *ages.first()?;
    ages.iter().all(|age| age.0 == first.0).then_some(first)
}

fn apart(ages: &[Aged]) -> Vec<(Value, Value)> {
    let mut pairs = Vec::new();
    for (at, (ours, x)) in ages.iter().enumerate() {
        let others = ages.iter().skip(at + 1).filter(|(age, _)| age.abs_diff(*ours) > BIRTHDAY);
        pairs.extend(others.map(|(_, y)| (*x, *y)));
    }
    pairs
}

/// The ages a line tells: the person, the age, where it stands.
fn ages(scene: &Scene<'_>, at: usize) -> Vec<(usize, u32, Value)> {
    let line = &scene.lines[at];
    let numbers = line.tokens.iter().enumerate().filter_map(|(place, token)| {
        let age: u32 = token.folded.parse().ok().filter(|age| AGES.contains(age))?;
        let person = set_off(line, place).or_else(|| of_years(line, place))?;
        Some((person, age, Value { line: at, span: token.span }))
    });
    numbers.filter(|(person, ..)| is_known_person(scene, at, *person)).collect()
}

/// Who stands before a number between commas: `Ana Vik, 21,`.
fn set_off(line: &Line, place: usize) -> Option<usize> {
    let named = line.tokens.get(place.checked_sub(1)?)?.named?;
    let ends = line.tokens.get(place + 1).is_some_and(|next| next.after_break);
    (line.tokens.get(place)?.after_break && ends).then_some(named)
}

/// Who stands behind the years: `21-year-old Ana Vik`, `the 21-year-old skipper Ana Vik`.
fn of_years(line: &Line, place: usize) -> Option<usize> {
    const BETWEEN: usize = 3;
    let mut after = line.tokens.get(place + 1..)?.iter();
    let is = |token: Option<&Token>, word: &str| token.is_some_and(|one| one.folded == word);
    if !is(after.next(), "year") || !is(after.next(), "old") {
        return None;
    }
    after.take_while(|token| !token.after_break).take(BETWEEN).find_map(|token| token.named)
}

/// Whether a story entity is a person whom the account of a line names in full: two of a family have one surname.
fn is_known_person(scene: &Scene<'_>, line: usize, person: usize) -> bool {
    let Some(known) = scene.entities.get(person) else { return false };
    let index = scene.account(line).index;
    let own = known.members.iter().filter(|member| member.0 == index);
    let entities = &scene.account(line).notes.entities;
    let mut names = own.filter_map(|member| entities.get(member.1));
    known.kind == EntityKind::Person && names.any(|entity| words(&entity.name).nth(1).is_some())
}
