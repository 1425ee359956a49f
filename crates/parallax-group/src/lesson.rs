//! What the judge sees, for those who teach it.

use crate::{bundle::Bundle, rarity::Rarity, signature::Signature, traits};

/// The articles of one run, weighed as a stream weighs them in the end.
#[derive(Debug)]
pub struct Lesson {
    bundles: Vec<Bundle>,
    articles: f32,
}

impl Lesson {
    /// The names of what is compared, in order.
    pub const TRAITS: [&'static str; traits::COUNT] = traits::NAMES;

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

    fn bundle(&self, places: &[usize]) -> Bundle {
        let mut bundle = Bundle::default();
        for single in places.iter().filter_map(|&place| self.bundles.get(place)) {
            bundle.add(single);
        }
        bundle
    }
}
