//! What sentences mean beside what all of their story means.

use crate::{
    meaning::{MOST_LINES, are_beside, meant},
    scene::Scene,
};
use parallax_encoder::Embedding;
use std::collections::BTreeMap;

/// The nearness, in thousandths, below which two sentences that share no word hardly ever tell one thing.
///
/// On the development stories one pair in eighty below it does, and hardly one that the odds would find.
const NEAR: i64 = 150;
/// What part of what all sentences of one language mean is taken off each of them, as a fraction.
const COMMON: (i32, i32) = (4, 5);
/// So many sentences are held to mean nothing in common: of two or three little can be told.
const UNLIKE: i32 = 5;
/// Steps in which what is left is kept, for each step of an embedding.
const STEPS: i32 = 4;

/// What the lines of a story mean beside what all of it means.
///
/// Every sentence of a story is near every other, for they are about one matter; what
/// they tell of it is what is left when that is taken off. Each language has a matter
/// of its own, since an encoder also tells languages apart.
pub(crate) struct Senses(Vec<Option<Sense>>);

/// What is left of an embedding, and its length.
struct Sense {
    numbers: Vec<i16>,
    length: i64,
}

impl Senses {
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let mut matters: BTreeMap<&str, Matter> = BTreeMap::new();
        for line in 0..scene.lines.len() {
            let account = scene.account(line);
            if let Some(meant) = meant(scene, line).filter(|_| account.copy_of.is_none()) {
                matters.entry(account.language.primary()).or_default().add(meant);
            }
        }
        let sense = |line: usize| {
            let matter = matters.get(scene.account(line).language.primary());
            Some(Sense::new(meant(scene, line)?, matter))
        };
        Self((0..scene.lines.len()).map(sense).collect())
    }

    /// How near two lines are, in thousandths; `None` where it is not known of both.
    pub(crate) fn nearness(&self, scene: &Scene<'_>, a: usize, b: usize) -> Option<i64> {
        are_beside(scene, a, b).then(|| Some(self.get(a)?.nearness(self.get(b)?)))?
    }

    fn get(&self, line: usize) -> Option<&Sense> {
        self.0.get(line)?.as_ref()
    }

    /// Pairs of the `lines` that are of different accounts and near in meaning, in whatever languages.
    pub(crate) fn near(
        &self,
        scene: &Scene<'_>,
        lines: impl Iterator<Item = usize>,
    ) -> Vec<(usize, usize)> {
        let known: Vec<(usize, &Sense)> =
            lines.filter_map(|line| Some((line, self.get(line)?))).collect();
        if known.len() > MOST_LINES {
            return Vec::new();
        }
        let mut pairs = Vec::new();
        for (at, (a, ours)) in known.iter().enumerate() {
            let apart = |b: usize| scene.lines[*a].account != scene.lines[b].account;
            let others = known.iter().skip(at + 1);
            let others = others.filter(|(b, _)| apart(*b) && are_beside(scene, *a, *b));
            let near = others.filter(|(_, theirs)| ours.nearness(theirs) >= NEAR);
            pairs.extend(near.map(|(b, _)| (*a, *b)));
        }
        pairs
    }
}

/// What the sentences of one language add up to.
#[derive(Default)]
struct Matter {
    sum: Vec<i32>,
    count: i32,
}

impl Matter {
    fn add(&mut self, meant: &Embedding) {
        self.sum.resize(Embedding::LENGTH, 0);
        self.count += 1;
        for (sum, number) in self.sum.iter_mut().zip(meant.numbers()) {
            *sum += i32::from(*number);
        }
    }
}

impl Sense {
    fn new(meant: &Embedding, matter: Option<&Matter>) -> Self {
        let (count, sum) = matter.map_or((0, &[][..]), |matter| (matter.count, &matter.sum));
        let common = sum.iter().map(|sum| sum * STEPS * COMMON.0 / (COMMON.1 * (count + UNLIKE)));
        let common = common.chain(std::iter::repeat(0));
        let left =
            meant.numbers().iter().zip(common).map(|(own, all)| i32::from(*own) * STEPS - all);
        let numbers: Vec<i16> = left.map(|left| i16::try_from(left).unwrap_or(0)).collect();
        let length = product(&numbers, &numbers);
        Self { numbers, length }
    }

    fn nearness(&self, other: &Self) -> i64 {
        let length = self.length.saturating_mul(other.length).max(0).isqrt();
        (product(&self.numbers, &other.numbers) * 1000).checked_div(length).unwrap_or(0)
    }
}

/// Neither overflows: a number is at most some nine hundred, and there are 512.
fn product(ours: &[i16], theirs: &[i16]) -> i64 {
    let sum: i32 = ours.iter().zip(theirs).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum();
    i64::from(sum)
}

#[cfg(test)]
mod tests {
    use super::{Matter, Sense};
    use parallax_encoder::Embedding;

    /// A sentence about the matter of the story, and one thing of its own.
    fn told(thing: usize) -> Embedding {
        let mut numbers = [0.0; 512];
        numbers[0] = 0.2;
        numbers[thing] = 0.1;
        Embedding::of(&numbers)
    }

    #[test]
    fn sentences_of_one_matter_are_near_only_in_what_they_tell_of_it() {
        let mut matter = Matter::default();
        for thing in 1..40 {
            matter.add(&told(thing));
        }
        let sense = |thing| Sense::new(&told(thing), Some(&matter));
        assert!(told(1).cosine(&told(2)) > 700);
        assert!(sense(1).nearness(&sense(2)) < 400);
        assert!(sense(1).nearness(&sense(1)) >= 999);
    }

    #[test]
    fn nothing_is_near_what_means_nothing() {
        let nothing = Sense::new(&Embedding::of(&[]), None);
        assert_eq!(nothing.nearness(&Sense::new(&told(1), None)), 0);
    }
}
