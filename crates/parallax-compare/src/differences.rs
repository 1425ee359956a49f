//! Where the accounts of one claim say different things.
//!
//! Precision first: a difference that is none costs a reader's trust, one that
//! is missed costs a line.

mod about;
mod ages;
mod attribution;
pub(crate) mod candidates;
mod counting;
mod dated;
mod dates;
mod deeds;
pub(crate) mod frame;
mod names;
mod namesakes;
mod nature;
mod negation;
mod numbers;
mod occasions;
mod odds;
mod quoted;
mod role;
mod scope;
mod slot;
mod splits;
mod subjects;
mod swapped;
mod tolls;
mod veto;
mod worded;

use crate::{likeness::likeness, quotations::Utterances, scene::Scene};
use parallax_language::{fold, words};
use parallax_model::{Difference, DifferenceKind, DifferenceValue, Nature, Span};
use std::collections::{BTreeMap, BTreeSet};

/// One side of a difference, with the line it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Value {
    pub(crate) line: usize,
    pub(crate) span: Span,
}

/// A difference between lines, before it is tied to a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) kind: DifferenceKind,
    pub(crate) nature: Nature,
    pub(crate) values: Vec<Value>,
}

/// Finds the differences within each claim, and between the wordings of each quotation.
pub(crate) fn find(
    scene: &Scene<'_>,
    drafts: &[Vec<usize>],
    utterances: &Utterances,
    possible: &BTreeSet<(usize, usize)>,
) -> Vec<Difference> {
    if scene.accounts.len() < 2 {
        return Vec::new();
    }
    let mut found: Vec<(Option<usize>, Found)> = Vec::new();
    let (mut asked, mut swaps) = (names::Asked::default(), swapped::Asked::default());
    for (claim, draft) in drafts.iter().enumerate().filter(|(_, draft)| draft.len() > 1) {
        let mut own = numbers::find(scene, draft);
        own.extend(dates::find(scene, draft));
        own.extend(names::find(scene, draft, &mut asked));
        own.extend(swapped::find(scene, draft, &mut swaps));
        own.extend(negation::find(scene, draft));
        own.extend(worded::find(scene, draft));
        found.extend(own.into_iter().map(|one| (Some(claim), one)));
    }
    let mut claims_of: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (claim, draft) in drafts.iter().enumerate() {
        for &line in draft {
            claims_of.entry(line).or_default().push(claim);
        }
    }
    let claim_with = |values: &[Value]| {
        let mut held: BTreeMap<usize, usize> = BTreeMap::new();
        for claim in values.iter().filter_map(|value| claims_of.get(&value.line)).flatten() {
            *held.entry(*claim).or_default() += 1;
        }
        let best = held.into_iter().max_by_key(|&(claim, many)| (many, std::cmp::Reverse(claim)));
        best.filter(|(_, many)| *many > 1).map(|(claim, _)| claim)
    };
    let told = quoted::find(scene, utterances).into_iter().chain(splits::find(scene));
    let told = told.chain(ages::find(scene));
    let told = told.chain(namesakes::find(scene));
    let told = told.chain(tolls::find(scene));
    let told = told.chain(subjects::find(scene));
    let told = told.chain(deeds::find(scene));
    let told = told.chain(occasions::find(scene));
    let apart = unaligned(scene, drafts, possible);
    let told = told.chain(negation::find_between(scene, &apart));
    let told = told.chain(numbers::find_between(scene, &apart));
    let told = told.chain(dates::find_between(scene, &apart));
    for one in told.chain(attribution::find(scene, utterances)) {
        found.push((claim_with(&one.values), one));
    }
    found.retain(|(_, one)| !veto::holds(scene, one));
    let mut told = BTreeSet::new();
    found.retain(|(_, one)| told.insert((one.kind, one.values.clone())));
    one_of_each_name(scene, &mut found);
    join_shared(scene, &mut found);
    found.into_iter().filter_map(|(claim, one)| publish(scene, claim, &one)).collect()
}

/// Pairs of lines that well may tell one thing and are in no claim together.
fn unaligned(
    scene: &Scene<'_>,
    drafts: &[Vec<usize>],
    possible: &BTreeSet<(usize, usize)>,
) -> Vec<(usize, usize)> {
    let aligned: BTreeSet<(usize, usize)> =
        drafts.iter().flat_map(|draft| line_pairs(scene, draft)).collect();
    let apart = possible.iter().filter(|(a, b)| !aligned.contains(&(*a, *b)));
    apart.filter(|(a, b)| !line_pairs(scene, &[*a, *b]).is_empty()).copied().collect()
}

/// Joins differences in one name that several claims show.
fn one_of_each_name(scene: &Scene<'_>, found: &mut Vec<(Option<usize>, Found)>) {
    let last_word = |value: &Value| {
        let name = scene.account(value.line).words(value.span);
        words(name).last().map(|word| fold(word.of(name)))
    };
    let mut first: BTreeMap<BTreeSet<Option<String>>, usize> = BTreeMap::new();
    let mut kept: Vec<(Option<usize>, Found)> = Vec::new();
    for (claim, mut one) in std::mem::take(found) {
        if one.kind == DifferenceKind::Name {
            let key = one.values.iter().map(last_word).collect();
            if let Some(&at) = first.get(&key) {
                kept[at].1.values.append(&mut one.values);
                kept[at].1.values.sort_unstable();
                continue;
            }
            first.insert(key, kept.len());
        }
        kept.push((claim, one));
    }
    *found = kept;
}

/// Joins differences of one kind that share a value: one figure against two others.
///
/// The joined difference stands where the first of them stood.
fn join_shared(scene: &Scene<'_>, found: &mut Vec<(Option<usize>, Found)>) {
    let mut kept: Vec<(Option<usize>, Found)> = Vec::new();
    for (claim, one) in std::mem::take(found) {
        let shares = |known: &Found| {
            let linked = known.values.iter().any(|value| one.values.contains(value));
            // Figures are joined only where every account keeps to one.
            let both = || known.values.iter().chain(&one.values);
            let number = one.kind == DifferenceKind::Number;
            known.kind == one.kind && linked && (!number || numbers::one_an_account(scene, both()))
        };
        if let Some((_, known)) = kept.iter_mut().find(|(_, known)| shares(known)) {
            known.values.extend(one.values);
            known.values.sort_unstable();
            known.values.dedup();
        } else {
            kept.push((claim, one));
        }
    }
    *found = kept;
}

/// Gives a difference its published form: one value an article, oldest first.
fn publish(scene: &Scene<'_>, claim: Option<usize>, found: &Found) -> Option<Difference> {
    let mut by_account: BTreeMap<usize, Value> = BTreeMap::new();
    for value in &found.values {
        by_account.entry(scene.lines[value.line].account).or_insert(*value);
    }
    let said: BTreeSet<String> = by_account
        .values()
        .map(|value| scene.account(value.line).words(value.span).to_lowercase())
        .collect();
    // Attributions differ in who is meant, not in how he is called.
    if by_account.len() < 2 || said.len() < 2 && found.kind != DifferenceKind::Attribution {
        return None;
    }
    let values = by_account
        .values()
        .map(|value| DifferenceValue { article: scene.account(value.line).index, span: value.span })
        .collect();
    let about = about::phrase(scene, by_account.values().copied().collect());
    Some(Difference { kind: found.kind, nature: found.nature, claim, about, values })
}

/// The likeness two lines need, in thousandths, before a figure or a denial in
/// them is held to be about one thing: more than it takes to be in one claim.
///
/// Chosen on real news besides the development stories: sports reports and
/// trials are full of figures that look alike.
const ONE_THING: u32 = 190;

/// Whether two lines are alike enough to contradict each other.
fn tell_one_thing(scene: &Scene<'_>, a: usize, b: usize) -> bool {
    let found = likeness(scene, a, b);
    found.sure >= ONE_THING
}

/// All pairs of lines of different accounts in a claim, copies left out.
pub(crate) fn line_pairs(scene: &Scene<'_>, draft: &[usize]) -> Vec<(usize, usize)> {
    let own: Vec<usize> =
        draft.iter().copied().filter(|&line| scene.account(line).copy_of.is_none()).collect();
    let mut pairs = Vec::new();
    for (at, &a) in own.iter().enumerate() {
        let rest = own.iter().skip(at + 1).copied();
        pairs.extend(
            rest.filter(|&b| scene.lines[a].account != scene.lines[b].account).map(|b| (a, b)),
        );
    }
    pairs.retain(|&(a, b)| scene.account(a).language == scene.account(b).language);
    pairs
}

/// Joins pairs of values that have one in common: each set is one difference.
fn gather(pairs: Vec<(Value, Value)>) -> Vec<Vec<Value>> {
    let mut sets: Vec<BTreeSet<Value>> = Vec::new();
    for (a, b) in pairs {
        let mut joined = BTreeSet::from([a, b]);
        sets.retain(|set| {
            let apart = set.is_disjoint(&joined);
            if !apart {
                joined.extend(set.iter().copied());
            }
            apart
        });
        sets.push(joined);
    }
    sets.into_iter().map(|set| set.into_iter().collect()).collect()
}
