//! Another person in one role: one account tells it of one, another of another.
//!
//! Only of people who are named in full on both sides: a body may be a part of another, a place lie in another, and
//! a surname alone be that of anybody.

use super::{Found, Value, gather, line_pairs, names, role, tell_one_thing};
use crate::scene::Scene;
use parallax_language::{fold, names as spelled, words};
use parallax_model::{DifferenceKind, Entity, EntityKind, MentionForm, Nature, Span};
use std::collections::BTreeMap;

/// What was asked of accounts and names: the same are compared in claim after claim.
#[derive(Default)]
pub(super) struct Asked<'a> {
    /// Whether an account has a name that may be another's.
    aliases: BTreeMap<(usize, &'a str), bool>,
    /// Whether an account means a story entity anywhere.
    meant: BTreeMap<(usize, usize), bool>,
}

impl<'a> Asked<'a> {
    fn has_alias(&mut self, scene: &Scene<'_>, account: usize, name: &'a str) -> bool {
        *self.aliases.entry((account, name)).or_insert_with(|| {
            let known = scene.accounts[account].notes.entities.iter();
            known.into_iter().any(|one| may_be_one_name(&one.name, name))
        })
    }

    fn means(&mut self, scene: &Scene<'_>, account: usize, entity: usize) -> bool {
        *self.meant.entry((account, entity)).or_insert_with(|| {
            let mut lines = scene.accounts[account].lines.clone();
            lines.any(|at| scene.lines[at].entities.contains(&entity))
        })
    }
}

/// The names that stand in one role in one claim.
pub(super) fn find<'a>(scene: &'a Scene<'_>, draft: &[usize], asked: &mut Asked<'a>) -> Vec<Found> {
    let mut apart = Vec::new();
    let named: BTreeMap<usize, Vec<Name<'a>>> =
        draft.iter().map(|&line| (line, people(scene, line))).collect();
    for (a, b) in line_pairs(scene, draft) {
        let ours = unshared(scene, asked, (a, &named[&a]), b);
        if ours.is_empty() {
            continue;
        }
        let theirs = unshared(scene, asked, (b, &named[&b]), a);
        let candidates = candidates(scene, (a, &ours), (b, &theirs));
        if candidates.is_empty() || !tell_one_thing(scene, a, b) {
            continue;
        }
        apart.extend(candidates.into_iter().find(|&(x, y)| role::is_one(scene, x, y)));
    }
    let sets = gather(apart).into_iter();
    sets.map(|values| Found { kind: DifferenceKind::Name, nature: Nature::Conflict, values })
        .collect()
}

/// A name in a line.
struct Name<'a> {
    entity: &'a Entity,
    /// The story entity it names.
    meant: Option<usize>,
    span: Span,
}

/// Pairs of names of which neither account of the other's line knows.
fn candidates(
    scene: &Scene<'_>,
    (a, ours): (usize, &[&Name<'_>]),
    (b, theirs): (usize, &[&Name<'_>]),
) -> Vec<(Value, Value)> {
    let mut found = Vec::new();
    for x in ours {
        for y in theirs {
            if are_two(scene, (a, x), (b, y)) {
                found.push((Value { line: a, span: x.span }, Value { line: b, span: y.span }));
            }
        }
    }
    found
}

/// The names of a line that the account of another line does not know, save as who says so.
fn unshared<'n, 'a>(
    scene: &Scene<'_>,
    asked: &mut Asked<'a>,
    (line, names): (usize, &'n [Name<'a>]),
    other: usize,
) -> Vec<&'n Name<'a>> {
    let account = scene.lines[other].account;
    let mut told = |name: &Name<'a>| {
        let known = name.meant.is_some_and(|meant| {
            scene.lines[line].sayers.contains(&meant) || asked.means(scene, account, meant)
        });
        known || asked.has_alias(scene, account, &name.entity.name)
    };
    names.iter().filter(|name| !told(name)).collect()
}

/// Names that a line is looked through for at most.
const MOST_NAMES: usize = 12;

/// The people a line names in full, in order, each once.
fn people<'a>(scene: &'a Scene<'_>, line: usize) -> Vec<Name<'a>> {
    let own = &scene.lines[line];
    let account = own.account;
    let entities = scene.account(line).notes.entities.iter().enumerate();
    let people = entities.filter(|(_, entity)| entity.kind == EntityKind::Person);
    let named = people.filter_map(|(at, entity)| {
        let mut mentions = entity.mentions.iter();
        let first = mentions.find(|mention| {
            let full = words(scene.account(line).words(mention.span)).nth(1).is_some();
            full && mention.form == MentionForm::Named && own.span.contains(mention.span)
        })?;
        Some(Name { entity, meant: scene.story_entity(account, at), span: first.span })
    });
    let mut found: Vec<Name<'_>> = named.take(MOST_NAMES).collect();
    found.sort_by_key(|name| name.span);
    found
}

/// Whether two names can be those of two, as far as they are written: no form, part, or spelling of each other.
fn are_two(scene: &Scene<'_>, (a, x): (usize, &Name<'_>), (b, y): (usize, &Name<'_>)) -> bool {
    let ours = [x.entity.name.as_str(), scene.account(a).words(x.span)];
    let theirs = [y.entity.name.as_str(), scene.account(b).words(y.span)];
    x.meant.is_none_or(|meant| y.meant != Some(meant))
        && ours.iter().all(|one| theirs.iter().all(|other| !may_be_one_name(one, other)))
}

fn may_be_one_name(one: &str, other: &str) -> bool {
    let (ours, theirs) = (fold(one), fold(other));
    let share =
        words(&ours).any(|x| words(&theirs).any(|y| begin_alike(x.of(&ours), y.of(&theirs))));
    let country =
        |name: &str| spelled::country(name).or_else(|| spelled::country_of_demonym(name.trim()));
    share
        || spelled::same_name(one, other)
        || spelled::is_acronym_of(one, other)
        || spelled::is_acronym_of(other, one)
        || names::sound(one) == names::sound(other)
        || country(one).is_some_and(|land| country(other) == Some(land))
}

/// Letters in which two words of names must begin alike to be taken for forms of one.
const ONE_STEM: usize = 4;

fn begin_alike(one: &str, other: &str) -> bool {
    let same = one.chars().zip(other.chars()).take_while(|(x, y)| x == y).count();
    one == other || same >= ONE_STEM
}
