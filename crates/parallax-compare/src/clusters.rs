//! From links between pairs of sentences to claims over all articles.

use crate::{
    align::{Link, Links},
    copies,
    scene::Scene,
};
use std::collections::{BTreeMap, BTreeSet};

/// Claims a sentence can be in: its parts may tell different things.
const MOST_CLAIMS: usize = 3;

/// The lines of each claim; every line is in at least one.
///
/// A line joins a claim only when it is linked to most of its lines, so that a
/// chain of likenesses does not become a claim. A line whose partners are not
/// linked to each other is in several claims.
pub(crate) fn claims(scene: &Scene<'_>, links: &Links) -> Vec<Vec<usize>> {
    let linked: BTreeSet<(usize, usize)> =
        links.best.iter().map(|link| (link.a.min(link.b), link.a.max(link.b))).collect();
    let possible = &links.possible;
    let mut drafts = Drafts { linked, possible, claims: Vec::new(), of: BTreeMap::new() };
    for link in &links.best {
        drafts.add(*link, scene);
    }
    let mut claims: Vec<BTreeSet<usize>> =
        drafts.claims.into_iter().filter(|claim| !claim.is_empty()).collect();
    let mut told: BTreeSet<usize> = claims.iter().flatten().copied().collect();
    let originals = copies::originals(scene);
    for line in 0..scene.lines.len() {
        let copied = originals.get(&line).copied();
        if !told.contains(&line) && copied.is_none() {
            claims.push(BTreeSet::from([line]));
            told.insert(line);
        }
    }
    let mut holding: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        for &line in claim {
            holding.entry(line).or_default().push(at);
        }
    }
    for (line, original) in originals {
        for &claim in holding.get(&original).into_iter().flatten() {
            claims[claim].insert(line);
        }
    }
    without_repeats(scene, claims).into_iter().map(|claim| claim.into_iter().collect()).collect()
}

/// Takes lines that several origins carry out of the claims of one origin alone.
fn without_repeats(scene: &Scene<'_>, mut claims: Vec<BTreeSet<usize>>) -> Vec<BTreeSet<usize>> {
    let shared = |claim: &BTreeSet<usize>| {
        let origins: BTreeSet<usize> =
            claim.iter().map(|&line| scene.account(line).origin).collect();
        origins.len() > 1
    };
    let carried: BTreeSet<usize> =
        claims.iter().filter(|claim| shared(claim)).flatten().copied().collect();
    for claim in claims.iter_mut().filter(|claim| !shared(claim)) {
        claim.retain(|line| !carried.contains(line));
    }
    claims.retain(|claim| !claim.is_empty());
    claims
}

/// Claims in the making.
struct Drafts<'a> {
    linked: BTreeSet<(usize, usize)>,
    possible: &'a BTreeSet<(usize, usize)>,
    claims: Vec<BTreeSet<usize>>,
    of: BTreeMap<usize, Vec<usize>>,
}

impl Drafts<'_> {
    fn add(&mut self, link: Link, scene: &Scene<'_>) {
        let of = |drafts: &Self, line: usize| drafts.of.get(&line).cloned().unwrap_or_default();
        let (with_a, with_b) = (of(self, link.a), of(self, link.b));
        if with_a.iter().any(|claim| with_b.contains(claim)) {
            return;
        }
        for &first in &with_a {
            for &second in &with_b {
                if self.belong(first, second, scene) {
                    self.join(first, second);
                    return;
                }
            }
        }
        let roomy = |claims: &[usize]| claims.len() < MOST_CLAIMS;
        let open =
            with_a.iter().copied().find(|&claim| roomy(&with_b) && self.fits(link.b, claim, scene));
        if let Some(claim) = open {
            self.put(link.b, claim);
            return;
        }
        let open =
            with_b.iter().copied().find(|&claim| roomy(&with_a) && self.fits(link.a, claim, scene));
        if let Some(claim) = open {
            self.put(link.a, claim);
            return;
        }
        if roomy(&with_a) && roomy(&with_b) {
            self.claims.push(BTreeSet::new());
            let claim = self.claims.len() - 1;
            self.put(link.a, claim);
            self.put(link.b, claim);
        }
    }

    fn put(&mut self, line: usize, claim: usize) {
        self.claims[claim].insert(line);
        self.of.entry(line).or_default().push(claim);
    }

    fn are_linked(&self, a: usize, b: usize) -> bool {
        self.linked.contains(&(a.min(b), a.max(b)))
    }

    /// Whether two lines may be in one claim though nothing links them: of one account, or well alike.
    fn may_meet(&self, a: usize, b: usize, scene: &Scene<'_>) -> bool {
        let alike = self.possible.contains(&(a.min(b), a.max(b))) || self.are_linked(a, b);
        a == b || alike || scene.lines[a].account == scene.lines[b].account
    }

    /// Whether a line is linked to at least half of a claim's lines in other articles, and may be in one claim with all.
    fn fits(&self, line: usize, claim: usize, scene: &Scene<'_>) -> bool {
        self.are_one(&BTreeSet::from([line]), &self.claims[claim], scene)
    }

    /// Whether at least half of the lines of two claims are linked with each other, and all may be in one.
    fn belong(&self, first: usize, second: usize, scene: &Scene<'_>) -> bool {
        self.are_one(&self.claims[first], &self.claims[second], scene)
    }

    fn are_one(&self, ours: &BTreeSet<usize>, theirs: &BTreeSet<usize>, scene: &Scene<'_>) -> bool {
        let pairs = ours.iter().flat_map(|a| theirs.iter().map(move |b| (*a, *b)));
        let (mut linked, mut all) = (0, 0);
        for (a, b) in pairs {
            if !self.may_meet(a, b, scene) {
                return false;
            }
            let apart = a != b && scene.lines[a].account != scene.lines[b].account;
            all += usize::from(apart);
            linked += usize::from(apart && self.are_linked(a, b));
        }
        all > 0 && linked * 2 >= all
    }

    fn join(&mut self, into: usize, from: usize) {
        for line in std::mem::take(&mut self.claims[from]) {
            let claims = self.of.entry(line).or_default();
            claims.retain(|claim| *claim != from);
            if !claims.contains(&into) {
                claims.push(into);
            }
            self.claims[into].insert(line);
        }
    }
}
