//! Sparse vectors over terms: products and sums.

use std::cmp::Ordering;

/// Weights of terms, sorted by the term's key.
pub(crate) type Vector = Vec<(u32, f32)>;

/// The product of two vectors.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Product {
    /// The sum over the terms both have.
    pub(crate) whole: f32,
    /// Over how many terms it is spread: the inverse of the chance that two
    /// shares of it fall on one term.
    pub(crate) breadth: f32,
}

impl Product {
    /// From the sum over the terms both have, and the sum of its squares.
    pub(crate) fn spread(whole: f32, squares: f32) -> Self {
        let breadth = if squares > 0.0 { whole * whole / squares } else { 0.0 };
        Self { whole, breadth }
    }
}

/// Calls `each` with every term that both vectors have and the product of its weights, by term.
pub(crate) fn shared(ours: &[(u32, f32)], theirs: &[(u32, f32)], mut each: impl FnMut(u32, f32)) {
    let (short, long) = if ours.len() <= theirs.len() { (ours, theirs) } else { (theirs, ours) };
    if short.len() * 16 < long.len() {
        for &(term, x) in short {
            if let Ok(at) = long.binary_search_by_key(&term, |&(other, _)| other) {
                each(term, x * long[at].1);
            }
        }
        return;
    }
    let (mut a, mut b) = (0, 0);
    while let (Some(&(left, x)), Some(&(right, y))) = (short.get(a), long.get(b)) {
        if left == right {
            each(left, x * y);
        }
        a += usize::from(left <= right);
        b += usize::from(right <= left);
    }
}

/// The sum of two vectors, and their product.
pub(crate) fn added(ours: &[(u32, f32)], theirs: &[(u32, f32)]) -> (Vector, f32) {
    let mut sum = Vec::with_capacity(ours.len() + theirs.len());
    let mut product = 0.0;
    let (mut a, mut b) = (0, 0);
    while let (Some(&left), Some(&right)) = (ours.get(a), theirs.get(b)) {
        sum.push(match left.0.cmp(&right.0) {
            Ordering::Less => left,
            Ordering::Greater => right,
            Ordering::Equal => {
                product += left.1 * right.1;
                (left.0, left.1 + right.1)
            }
        });
        a += usize::from(left.0 <= right.0);
        b += usize::from(right.0 <= left.0);
    }
    sum.extend_from_slice(ours.get(a..).unwrap_or_default());
    sum.extend_from_slice(theirs.get(b..).unwrap_or_default());
    (sum, product)
}

/// Scales to length 1; a vector of nothing stays one.
pub(crate) fn unit(mut vector: Vector) -> Vector {
    let length = vector.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
    if length > 0.0 {
        for (_, weight) in &mut vector {
            *weight /= length;
        }
    }
    vector
}

/// The `most` heaviest entries, heaviest first.
pub(crate) fn heaviest(vector: &[(u32, f32)], most: usize) -> Vector {
    let order = |a: &(u32, f32), b: &(u32, f32)| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0));
    let mut heaviest = vector.to_vec();
    if heaviest.len() > most && most > 0 {
        heaviest.select_nth_unstable_by(most - 1, order);
        heaviest.truncate(most);
    }
    heaviest.sort_unstable_by(order);
    heaviest
}

#[cfg(test)]
mod tests {
    use super::{added, shared};
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    fn vector(terms: BTreeSet<u32>) -> Vec<(u32, f32)> {
        let length = (terms.len() as f32).sqrt();
        terms.into_iter().map(|term| (term, 1.0 / length)).collect()
    }

    proptest! {
        #[test]
        fn sums_and_products_do_not_depend_on_the_side(
            a in prop::collection::btree_set(0_u32..200, 1..20),
            b in prop::collection::btree_set(0_u32..200, 1..150),
        ) {
            let (a, b) = (vector(a), vector(b));
            prop_assert_eq!(added(&a, &b), added(&b, &a));
            let mut product = 0.0_f32;
            shared(&a, &b, |_, both| product += both);
            prop_assert_eq!(added(&a, &b).1.to_bits(), product.to_bits());
        }
    }
}
