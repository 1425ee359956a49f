//! One person under two names, told by sentences that need have nothing in common.
//!
//! `Captain Rustam Lahari` in one account and `skipper Rusdi Lahari, 51,` in another: whoever bears the surname bears
//! it alone in each of them, no account knows both, and the names are so near, or what is said beside them so much
//! one, that they are one name with a slip in it.

use super::{Found, Value, names, slot};
use crate::{
    lists::{self, Words},
    scene::{Line, Scene, Token},
};
use parallax_language::{Language, lexicon::commonness, names as spelled, stem};
use parallax_model::{DifferenceKind, EntityKind, MentionForm, Nature, Span};
use std::collections::{BTreeMap, BTreeSet};

/// People of one surname, or of one first name, that are held beside each other; more are a common name.
const MOST_NAMES: usize = 12;
/// Letters a first name may differ in from another to be the same with a slip in it, whatever is said beside it.
const SLIP: usize = 2;
/// Words beside a name that may say who that is.
const BESIDE: usize = 5;
/// How far one word must stand for another to say that two are one, in tenths.
const ONE_ROLE: u32 = 8;

/// A person as accounts name him: his words, folded, and by account the first place where they stand.
struct Bearer {
    name: Vec<String>,
    told: BTreeMap<usize, Value>,
}

/// The people that accounts name otherwise.
pub(super) fn find(scene: &Scene<'_>) -> Vec<Found> {
    let bearers = bearers(scene);
    let mut alike: BTreeMap<(bool, String), Vec<&Bearer>> = BTreeMap::new();
    for bearer in &bearers {
        let ends = [(true, bearer.name.last()), (false, bearer.name.first())];
        for (surname, word) in ends {
            // However it is written over from another script, and with its accents or without.
            let sound = word.map(|word| names::sound(word)).unwrap_or_default();
            alike.entry((surname, sound)).or_default().push(bearer);
        }
    }
    let mut found = Vec::new();
    for ((surname, _), held) in alike {
        // Each is the only one of the name wherever he is told of.
        if held.len() > MOST_NAMES || surname && share_an_account(&held) {
            continue;
        }
        for (at, one) in held.iter().enumerate() {
            let others = held.iter().skip(at + 1).filter(|other| is_one(scene, one, other));
            found.extend(others.map(|other| {
                let values = one.told.values().chain(other.told.values()).copied().collect();
                Found { kind: DifferenceKind::Name, nature: Nature::Conflict, values }
            }));
        }
    }
    found
}

/// The people whom the accounts name in full, copies left out.
fn bearers(scene: &Scene<'_>) -> Vec<Bearer> {
    let mut known: BTreeMap<Vec<String>, BTreeMap<usize, Value>> = BTreeMap::new();
    for (at, account) in scene.accounts.iter().enumerate() {
        if account.copy_of.is_some() {
            continue;
        }
        let people = account.notes.entities.iter().filter(|one| one.kind == EntityKind::Person);
        let mentions = people.flat_map(|person| &person.mentions);
        for mention in mentions.filter(|mention| mention.form == MentionForm::Named) {
            let Some(line) = line_of(scene, at, mention.span) else { continue };
            let Some((name, span)) = bare(account.language, &scene.lines[line], mention.span)
            else {
                continue;
            };
            if !name.iter().any(|word| word.chars().nth(1).is_none()) {
                let value = Value { line, span };
                let first = known.entry(name).or_default().entry(at).or_insert(value);
                *first = (*first).min(value);
            }
        }
    }
    known.into_iter().map(|(name, told)| Bearer { name, told }).collect()
}

/// The words of a name of two or more, without the common words that some have before it: `Skipper Ana Vik`.
fn bare(language: Language, line: &Line, span: Span) -> Option<(Vec<String>, Span)> {
    let first = line.start_of(span);
    let next = line.end_of(span);
    let mut name = line.tokens.get(first..next)?;
    while let [title, rest @ ..] = name
        && rest.len() > 1
        && (commonness(language, &title.stem) > 0 || role(&title.folded).is_some())
    {
        name = rest;
    }
    let whole = name.first()?.span.to(name.last()?.span);
    (name.len() > 1)
        .then(|| (name.iter().map(|token| token.folded.as_str().to_owned()).collect(), whole))
}

/// The line of an account that holds a span, if that is compared.
fn line_of(scene: &Scene<'_>, account: usize, span: Span) -> Option<usize> {
    let lines = scene.accounts.get(account)?.lines.clone();
    let own = scene.lines.get(lines.clone())?;
    let at = lines.start + own.partition_point(|line| line.span.end() <= span.start());
    let line = scene.lines.get(at).filter(|_| lines.contains(&at))?;
    (line.span.contains(span) && !line.tokens.is_empty()).then_some(at)
}

/// Whether an account tells of two of some people.
fn share_an_account(held: &[&Bearer]) -> bool {
    let mut seen = BTreeSet::new();
    held.iter().flat_map(|bearer| bearer.told.keys()).any(|account| !seen.insert(*account))
}

/// Whether two names are of one person: no account tells of both, one has a slip in it, and where that is no
/// mere slip of the pen the same is said beside them.
fn is_one(scene: &Scene<'_>, one: &Bearer, other: &Bearer) -> bool {
    let (ours, theirs) = (one.name.join(" "), other.name.join(" "));
    if one.told.keys().any(|account| other.told.contains_key(account))
        || !(names::differ(&ours, &theirs, EntityKind::Person) || begin_alike(one, other))
        || !share_a_language(scene, one, other)
        || is_common(one, other)
    {
        return false;
    }
    let apart: Vec<usize> = one
        .name
        .iter()
        .zip(&other.name)
        .map(|(x, y)| names::apart(x, y))
        .filter(|letters| *letters > 0)
        .collect();
    let slip = apart.iter().all(|letters| *letters <= SLIP);
    let pairs = || one.told.values().flat_map(|x| other.told.values().map(move |y| (*x, *y)));
    (slip || pairs().any(|(x, y)| share_a_role(scene, x, y)))
        && !pairs().any(|(x, y)| is_kin(scene, x) != is_kin(scene, y))
}

/// Whether two have one surname, and first names of one letter that are no forms of each other.
fn begin_alike(one: &Bearer, other: &Bearer) -> bool {
    let ([first, rest @ ..], [second, others @ ..]) = (&one.name[..], &other.name[..]) else {
        return false;
    };
    rest == others
        && first.chars().next() == second.chars().next()
        && !first.starts_with(second.as_str())
        && !second.starts_with(first.as_str())
        && names::sound(first) != names::sound(second)
        && !spelled::same_word(first, second)
}

/// Whether a word that only one of two names has is a common one: `Norvania Democrats`, `Norvania Democratic`.
fn is_common(one: &Bearer, other: &Bearer) -> bool {
    let known = |word: &String| commonness(Language::ENGLISH, &stem(Language::ENGLISH, word)) > 0;
    let both = one.name.iter().zip(&other.name).filter(|(x, y)| x != y);
    both.into_iter().any(|(x, y)| known(x) && known(y))
}

fn share_a_language(scene: &Scene<'_>, one: &Bearer, other: &Bearer) -> bool {
    let languages = |bearer: &Bearer| -> BTreeSet<&str> {
        bearer.told.values().map(|value| scene.account(value.line).language.primary()).collect()
    };
    !languages(one).is_disjoint(&languages(other))
}

/// The words beside a name in its line.
fn beside(line: &Line, span: Span) -> impl Iterator<Item = &Token> {
    let first = line.start_of(span);
    let next = line.end_of(span);
    let before = line.tokens.get(first.saturating_sub(BESIDE)..first).unwrap_or_default();
    let after = line.tokens.get(next..(next + BESIDE).min(line.tokens.len())).unwrap_or_default();
    before.iter().chain(after)
}

/// Which role a word is for.
fn role(word: &str) -> Option<usize> {
    static ROLES: Words = Words::new(|| lists::words("roles"));
    ROLES.iter().position(|role| role.split(' ').any(|one| one == word))
}

/// Whether one word beside two names says who that is, or one age.
fn share_a_role(scene: &Scene<'_>, a: Value, b: Value) -> bool {
    let language = scene.account(a.line).language;
    let common = |token: &Token| {
        !token.capital || commonness(language, &token.stem) > 0 || role(&token.folded).is_some()
    };
    let says = |token: &&Token| token.figure || token.weight > 0 && common(token);
    let theirs: Vec<&Token> = beside(&scene.lines[b.line], b.span).filter(says).collect();
    let mut ours = beside(&scene.lines[a.line], a.span).filter(says);
    ours.any(|x| {
        theirs.iter().any(|y| {
            let one = role(&x.folded).is_some_and(|one| role(&y.folded) == Some(one));
            one || slot::fit(language, x, y) >= ONE_ROLE
        })
    })
}

/// Whether a name stands beside a word for one of a family.
pub(super) fn is_kin(scene: &Scene<'_>, value: Value) -> bool {
    static KIN: Words = Words::new(|| lists::words("kin"));
    beside(&scene.lines[value.line], value.span).any(|token| KIN.contains(&token.folded.as_str()))
}
