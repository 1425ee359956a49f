//! What the judge sees, for those who teach it.

use crate::{
    bundle::Bundle,
    judge::{Chance, Judge},
    merging,
    rarity::Rarity,
    signature::Signature,
    traits,
    trees::Trees,
};

/// How likely a step must seem to be looked at.
const FAINT: Chance = 10_000;

/// Older neighbours of an article that are looked at.
const NEAREST: usize = 40;

/// The articles of one run, weighed as a stream weighs them in the end.
#[derive(Debug)]
pub struct Lesson {
    bundles: Vec<Bundle>,
    articles: f32,
}

impl Lesson {
    /// The names of what is compared, in order.
    pub const TRAITS: [&'static str; traits::COUNT] = traits::TRAITS;

    /// Weighs the articles of a run.
    pub fn of(signatures: &[Signature]) -> Self {
        let mut rarity = Rarity::default();
        for signature in signatures {
            rarity.count(signature);
        }
        let bundles = signatures.iter().map(|signature| Bundle::of(signature, &rarity)).collect();
        Self { bundles, articles: rarity.articles() }
    }

    /// Compares the articles at the places `one` with those at `other`.
    pub fn compare(&self, one: &[usize], other: &[usize]) -> [f32; traits::COUNT] {
        traits::Traits::of(&self.bundle(one), &self.bundle(other), self.articles).0
    }

    /// The steps by which articles of one `gold` are put together, with what the judge sees at
    /// each: the places of the first members of both, and the traits. Wrong steps are seen too,
    /// but not made. The likeliest comes first, as the trees of `judge` have it, a table as
    /// `data/judge.tsv`, or a rule of thumb where that is empty.
    pub fn steps(&self, gold: &[usize], judge: &str) -> Vec<(usize, usize, [f32; traits::COUNT])> {
        let trees = Trees::read(judge);
        let judge = Judge::taught_by(&trees, self.articles);
        let mut near = Vec::new();
        for b in 0..self.bundles.len() {
            let alike = (0..b).map(|a| (judge.chance(&self.bundles[a], &self.bundles[b]), a));
            let mut alike: Vec<_> = alike.filter(|(chance, _)| *chance >= FAINT).collect();
            alike.sort_unstable_by(|one, other| other.cmp(one));
            alike.truncate(NEAREST);
            near.extend(alike.into_iter().map(|(_, a)| (a, b)));
        }
        let right = |a: usize, b: usize| gold.get(a) == gold.get(b);
        let steps =
            merging::taught(&self.bundles.iter().collect::<Vec<_>>(), &near, judge, FAINT, right);
        steps.into_iter().map(|(a, b, traits)| (a, b, traits.0)).collect()
    }

    fn bundle(&self, places: &[usize]) -> Bundle {
        let mut bundle = Bundle::default();
        for single in places.iter().filter_map(|&place| self.bundles.get(place)) {
            bundle.add(single);
        }
        bundle
    }
}
