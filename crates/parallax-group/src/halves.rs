//! Finds the halves of a story that is two events of one kind.
//!
//! Two trials of one actress, two earthquakes in one country: each article is much
//! like many others, so they are joined one by one. Only seen together do they fall
//! into two heaps, each closer in itself than to the other.

use crate::sum::{self, Sum};

/// Halves that are less alike than this share of their inner closeness are two events.
/// Chosen on clusters of English and Vietnamese news: .64 to .69 are as good, from .70
/// on what one event did to politics is parted from what it did to business.
const CONTRAST: f32 = 0.68;

/// Articles in a half at least.
const FEWEST: f32 = 2.0;

/// Terms of an article that says how close articles on its event ought to be.
const TELLING: f32 = 40.0;

/// Steps towards the direction in which articles differ most, and rounds in which
/// they go over to the half they are nearer to: a few less give the same halves. Steps
/// after which none has changed sides end them.
const STEPS: usize = 24;
const SETTLED: usize = 4;
const ROUNDS: usize = 12;

/// Whether `units` are so many, and tell so much, that they may be two events.
pub(crate) fn may_part<'a>(units: impl Iterator<Item = &'a Sum>) -> bool {
    let (mut articles, mut terms) = (0.0, 0.0);
    for unit in units {
        articles += unit.count();
        terms += unit.terms() * unit.count();
    }
    articles >= 2.0 * FEWEST && terms >= TELLING * articles
}

/// Which of `units` are in the second half, where they are two events.
pub(crate) fn halves(units: &[&Sum]) -> Option<Vec<bool>> {
    if !may_part(units.iter().copied()) {
        return None;
    }
    let heap = Heap::of(units);
    let mut second = heap.by_axis();
    let mut rounds = 0;
    while rounds < ROUNDS && heap.go_over(&mut second) {
        rounds += 1;
    }
    (heap.contrast(&second)? < CONTRAST).then_some(second)
}

/// Units with their terms numbered from 0, so that sums are plain rows of numbers.
struct Heap {
    units: Vec<Unit>,
    terms: usize,
}

struct Unit {
    articles: f32,
    entries: Vec<(usize, f32)>,
    squared: f32,
}

impl Heap {
    fn of(units: &[&Sum]) -> Self {
        let entries: usize = units.iter().map(|unit| unit.entries().len()).sum();
        let keys = units.iter().flat_map(|unit| unit.entries()).map(|&(key, _)| u64::from(key));
        // Each key with its place, in one number: such are sorted fast.
        let mut keys: Vec<u64> = keys.zip(0..).map(|(key, at)| key << u32::BITS | at).collect();
        keys.sort_unstable();
        let mut numbers = vec![0; entries];
        let mut terms = 0;
        for same in keys.chunk_by(|a, b| a >> u32::BITS == b >> u32::BITS) {
            for place in same.iter().map(|key| key & u64::from(u32::MAX)) {
                numbers[usize::try_from(place).unwrap_or_default()] = terms;
            }
            terms += 1;
        }
        let mut numbers = numbers.into_iter();
        let unit = |unit: &&Sum| {
            let weights = unit.entries().iter().map(|&(_, weight)| weight);
            let squared = weights.clone().map(|weight| weight * weight).sum();
            let entries = weights.zip(numbers.by_ref()).map(|(weight, term)| (term, weight));
            let entries = entries.collect();
            Unit { articles: unit.count(), entries, squared }
        };
        Self { units: units.iter().map(unit).collect(), terms }
    }

    /// Halves on both sides of the middle, along the direction in which units differ most.
    fn by_axis(&self) -> Vec<bool> {
        let middle = self.middle();
        let mut axis = self.outermost(&middle);
        let mut along = self.along(&axis, &middle);
        let mut stayed = 0;
        for _ in 0..STEPS {
            axis = self.stretched(&along, &middle);
            let next = self.along(&axis, &middle);
            let stays = along.iter().zip(&next).all(|(one, other)| (*one > 0.0) == (*other > 0.0));
            stayed = if stays { stayed + 1 } else { 0 };
            along = next;
            if stayed == SETTLED {
                break;
            }
        }
        along.iter().map(|along| *along > 0.0).collect()
    }

    /// How far each unit lies along `axis` from the middle.
    fn along(&self, axis: &[f32], middle: &[f32]) -> Vec<f32> {
        let offset = product(middle, axis);
        self.units.iter().map(|unit| unit.along(axis) - offset * unit.articles).collect()
    }

    fn middle(&self) -> Vec<f32> {
        let articles: f32 = self.units.iter().map(|unit| unit.articles).sum();
        let mut middle = vec![0.0; self.terms];
        for unit in &self.units {
            unit.add_to(&mut middle, 1.0 / articles);
        }
        middle
    }

    /// The direction of the unit that is least like the middle.
    fn outermost(&self, middle: &[f32]) -> Vec<f32> {
        let near = |unit: &&Unit| unit.along(middle) / unit.articles;
        let mut direction = vec![0.0; self.terms];
        if let Some(unit) = self.units.iter().min_by(|a, b| near(a).total_cmp(&near(b))) {
            unit.add_to(&mut direction, 1.0);
        }
        direction
    }

    /// The sum of all units as seen from the middle, each by how far it lies `along` an axis.
    fn stretched(&self, along: &[f32], middle: &[f32]) -> Vec<f32> {
        let mut next = vec![0.0; self.terms];
        for (unit, along) in self.units.iter().zip(along) {
            unit.add_to(&mut next, along / unit.articles);
        }
        let shift: f32 = along.iter().sum();
        for (entry, middle) in next.iter_mut().zip(middle) {
            *entry -= shift * middle;
        }
        let length = product(&next, &next).sqrt().max(f32::MIN_POSITIVE);
        next.into_iter().map(|entry| entry / length).collect()
    }

    /// Lets every unit go over to the half that it is more like; whether one did.
    fn go_over(&self, second: &mut [bool]) -> bool {
        let mut sums = self.sums(second);
        let mut went = false;
        for (unit, second) in self.units.iter().zip(second) {
            let (own, other) = (usize::from(*second), usize::from(!*second));
            let left = sums[own].0 - unit.articles;
            if left < 0.5 {
                continue;
            }
            let here = (unit.along(&sums[own].1) - unit.squared) / left;
            let there = unit.along(&sums[other].1) / sums[other].0.max(1.0);
            if there > here {
                for (half, times) in [(own, -1.0), (other, 1.0)] {
                    sums[half].0 += unit.articles * times;
                    unit.add_to(&mut sums[half].1, times);
                }
                *second = !*second;
                went = true;
            }
        }
        went
    }

    /// How many articles each half has, and their sum.
    fn sums(&self, second: &[bool]) -> [(f32, Vec<f32>); 2] {
        let mut sums = [(0.0, vec![0.0; self.terms]), (0.0, vec![0.0; self.terms])];
        for (unit, &second) in self.units.iter().zip(second) {
            let (articles, sum) = &mut sums[usize::from(second)];
            *articles += unit.articles;
            unit.add_to(sum, 1.0);
        }
        sums
    }

    /// How alike the halves are beside what each is in itself.
    fn contrast(&self, second: &[bool]) -> Option<f32> {
        let [(ours, one), (theirs, other)] = self.sums(second);
        if ours < FEWEST || theirs < FEWEST {
            return None;
        }
        let closeness = |articles, sum: &[f32]| sum::closeness(articles, product(sum, sum));
        let inner = closeness(ours, &one) * closeness(theirs, &other);
        Some(product(&one, &other) / (ours * theirs) / inner.sqrt())
    }
}

impl Unit {
    fn along(&self, direction: &[f32]) -> f32 {
        self.entries.iter().map(|&(term, weight)| weight * direction[term]).sum()
    }

    fn add_to(&self, sum: &mut [f32], times: f32) {
        for &(term, weight) in &self.entries {
            sum[term] += weight * times;
        }
    }
}

fn product(one: &[f32], other: &[f32]) -> f32 {
    one.iter().zip(other).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::halves;
    use crate::{sum::Sum, vector};

    /// An article of so many terms that every other has too, so many of its `event`, and
    /// some of its own.
    fn article(number: u32, common: u32, event: u32, of_event: u32) -> Sum {
        let terms = (0..common)
            .chain((0..of_event).map(|term| 1000 * event + term))
            .chain((0..60 - common - of_event).map(|term| 100_000 + 1000 * number + term));
        Sum::one(vector::unit(terms.map(|term| (term, 1.0)).collect()))
    }

    fn parted(articles: &[Sum]) -> Option<Vec<bool>> {
        let mut found = halves(&articles.iter().collect::<Vec<_>>())?;
        if found[0] {
            found = found.into_iter().map(|second| !second).collect();
        }
        Some(found)
    }

    #[test]
    fn two_events_of_one_kind_are_told_apart() {
        let articles: Vec<Sum> = (0..9).map(|n| article(n, 15, 1 + n % 2, 20)).collect();
        assert_eq!(parted(&articles), Some((0..9).map(|n| n % 2 == 1).collect()));
    }

    #[test]
    fn one_event_is_left_whole() {
        let articles: Vec<Sum> = (0..9).map(|n| article(n, 20, 1 + n % 2, 5)).collect();
        assert_eq!(parted(&articles), None);
    }

    #[test]
    fn few_articles_and_equal_ones_are_left_whole() {
        let articles: Vec<Sum> = (0..3).map(|n| article(n, 5, 1 + n % 2, 30)).collect();
        assert_eq!(parted(&articles), None);
        let articles: Vec<Sum> = (0..6).map(|_| article(1, 20, 1, 20)).collect();
        assert_eq!(parted(&articles), None);
    }
}
