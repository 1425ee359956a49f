//! Vectors of length 1 added up, and how alike two such sums are.

use crate::weights::Vector;
use std::cmp::Ordering;

/// How far the cosine of two middles is trusted over the mean of their pairs:
/// 0 not at all, 0.5 alone. Chosen on clusters of whole articles and of headlines.
const MIDDLE: f32 = 0.35;

/// Vectors from which on the likeness among them says how close they ought to be.
const ENOUGH: f32 = 3.0;

/// Terms a text must have for that: headlines alone differ by chance.
const ENOUGH_TERMS: f32 = 40.0;

/// Two middles further apart than this share of their inner closeness are two
/// events of one kind. Chosen on pairs of look-alike events.
const CONTRAST: f32 = 0.6;

/// Terms that two accounts of one event share, counted by what they add:
/// fewer is one name with its title. Chosen on articles about one person in
/// different events; headlines alone cannot be asked for so many.
const BROAD: f32 = 10.0;

/// Terms a text must have to be asked for so many.
const BROAD_TERMS: f32 = 20.0;

/// Entries over which the lightest are dropped, and how many then stay.
const MOST_ENTRIES: usize = 3000;
const KEPT_ENTRIES: usize = 1500;

/// Vectors of length 1, added up.
#[derive(Clone, Debug, Default)]
pub(crate) struct Sum {
    /// How many vectors.
    count: f32,
    /// How many terms they have between them, those in common counted again.
    terms: f32,
    entries: Vector,
    /// The squared length of the sum.
    squared: f32,
}

impl Sum {
    /// A sum of one vector.
    pub(crate) fn one(entries: Vector) -> Self {
        let squared = dot(&entries, &entries);
        Self { count: 1.0, terms: entries.len() as f32, entries, squared }
    }

    /// How many vectors.
    pub(crate) fn count(&self) -> f32 {
        self.count
    }

    /// Adds the vectors of `other`.
    pub(crate) fn add(&mut self, other: &Self) {
        self.squared += other.squared + 2.0 * dot(&self.entries, &other.entries);
        self.entries = added(&self.entries, &other.entries);
        self.count += other.count;
        self.terms += other.terms;
        if self.entries.len() > MOST_ENTRIES {
            self.entries.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            self.entries.truncate(KEPT_ENTRIES);
            self.entries.sort_unstable_by_key(|&(term, _)| term);
        }
    }

    /// Between the mean likeness of pairs and the cosine of the middles; 0 for
    /// two sums that are each too close in themselves to be one.
    ///
    /// `narrow` is how many shared terms are asked for where there are few.
    pub(crate) fn likeness(&self, other: &Self, narrow: f32) -> f32 {
        if self.squared <= 0.0 || other.squared <= 0.0 {
            return 0.0;
        }
        let Product { whole, breadth } = product(&self.entries, &other.entries);
        let pairs = whole / (self.count * other.count);
        if self.tells_closeness()
            && other.tells_closeness()
            && pairs < CONTRAST * (self.closeness() * other.closeness()).sqrt()
        {
            return 0.0;
        }
        let ours = self.squared / (self.count * self.count);
        let theirs = other.squared / (other.count * other.count);
        let alike = pairs / (ours * theirs).powf(MIDDLE);
        let rich = |sum: &Self| sum.terms >= BROAD_TERMS * sum.count;
        if rich(self) && rich(other) {
            alike * (breadth / BROAD).sqrt().min(1.0)
        } else if breadth < narrow {
            alike * breadth / narrow
        } else {
            alike
        }
    }

    fn tells_closeness(&self) -> bool {
        self.count >= ENOUGH && self.terms >= ENOUGH_TERMS * self.count
    }

    /// The mean likeness of two different vectors of the sum.
    fn closeness(&self) -> f32 {
        let pairs = self.count * (self.count - 1.0);
        ((self.squared - self.count) / pairs).max(0.0)
    }

    /// The heaviest terms of the middle, heaviest first.
    pub(crate) fn heaviest(&self, most: usize) -> Vector {
        let mean = |&(term, weight): &(u32, f32)| (term, weight / self.count.max(1.0));
        let mut heaviest: Vector = self.entries.iter().map(mean).collect();
        heaviest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        heaviest.truncate(most);
        heaviest
    }
}

/// The product of two vectors.
#[derive(Clone, Copy, Debug, Default)]
struct Product {
    /// The sum over the terms both have.
    whole: f32,
    /// Over how many terms it is spread: the inverse of the chance that two
    /// shares of it fall on one term.
    breadth: f32,
}

fn dot(ours: &[(u32, f32)], theirs: &[(u32, f32)]) -> f32 {
    product(ours, theirs).whole
}

fn product(ours: &[(u32, f32)], theirs: &[(u32, f32)]) -> Product {
    let (mut whole, mut squares) = (0.0_f32, 0.0_f32);
    shared(ours, theirs, |x, y| {
        whole += x * y;
        squares += x * y * x * y;
    });
    let breadth = if squares > 0.0 { whole * whole / squares } else { 0.0 };
    Product { whole, breadth }
}

/// Calls `each` with the weights of every term that both vectors have, by term.
fn shared(ours: &[(u32, f32)], theirs: &[(u32, f32)], mut each: impl FnMut(f32, f32)) {
    let (short, long) = if ours.len() <= theirs.len() { (ours, theirs) } else { (theirs, ours) };
    if short.len() * 16 < long.len() {
        for &(term, x) in short {
            if let Ok(at) = long.binary_search_by_key(&term, |&(other, _)| other) {
                each(x, long[at].1);
            }
        }
        return;
    }
    let (mut a, mut b) = (short.iter().peekable(), long.iter().peekable());
    while let (Some(&&(left, x)), Some(&&(right, y))) = (a.peek(), b.peek()) {
        if left <= right {
            a.next();
        }
        if right <= left {
            b.next();
        }
        if left == right {
            each(x, y);
        }
    }
}

fn added(ours: &[(u32, f32)], theirs: &[(u32, f32)]) -> Vector {
    let mut whole = Vec::with_capacity(ours.len() + theirs.len());
    let (mut a, mut b) = (ours.iter().peekable(), theirs.iter().peekable());
    while let (Some(&&left), Some(&&right)) = (a.peek(), b.peek()) {
        match left.0.cmp(&right.0) {
            Ordering::Less => whole.extend(a.next()),
            Ordering::Greater => whole.extend(b.next()),
            Ordering::Equal => {
                whole.push((left.0, left.1 + right.1));
                a.next();
                b.next();
            }
        }
    }
    whole.extend(a.chain(b));
    whole
}

#[cfg(test)]
mod tests {
    use super::{Sum, added, dot};
    use proptest::prelude::*;

    fn vector(terms: &[u32]) -> Vec<(u32, f32)> {
        let length = (terms.len() as f32).sqrt();
        terms.iter().map(|&term| (term, 1.0 / length)).collect()
    }

    #[test]
    fn one_vector_is_like_itself() {
        let sum = Sum::one(vector(&[1, 5, 9]));
        assert!((sum.likeness(&sum, 0.0) - 1.0).abs() < 1e-5);
    }

    #[test]
    fn nothing_in_common_is_nothing_alike() {
        let (a, b) = (Sum::one(vector(&[1, 5])), Sum::one(vector(&[2, 6])));
        assert!(a.likeness(&b, 0.0).abs() < 1e-6);
        assert!(a.likeness(&Sum::default(), 0.0).abs() < 1e-6);
    }

    proptest! {
        #[test]
        fn products_do_not_depend_on_the_side(
            a in prop::collection::btree_set(0_u32..200, 1..20),
            b in prop::collection::btree_set(0_u32..200, 1..150),
        ) {
            let (a, b) = (Vec::from_iter(a), Vec::from_iter(b));
            let (a, b) = (vector(&a), vector(&b));
            prop_assert!((dot(&a, &b) - dot(&b, &a)).abs() < 1e-6);
            prop_assert_eq!(added(&a, &b), added(&b, &a));
        }
    }
}
