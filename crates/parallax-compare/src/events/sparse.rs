//! Words with what they weigh, in order, and how alike two such lists are.

/// `(number of a word, weight)`, by number; a word stands once.
#[derive(Clone, Debug, Default)]
pub(super) struct Sparse(Vec<(u32, i64)>);

impl Sparse {
    /// Sorts the words; of one that stands twice the heaviest is kept.
    pub(super) fn new(mut words: Vec<(u32, i64)>) -> Self {
        words.sort_unstable_by_key(|&(word, weight)| (word, std::cmp::Reverse(weight)));
        words.dedup_by_key(|(word, _)| *word);
        Self(words)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (u32, i64)> {
        self.0.iter().copied()
    }

    /// The same words, each weighed anew; those of no weight are left out.
    pub(super) fn weighed(&self, weigh: impl Fn(u32, i64) -> i64) -> Self {
        let words = self.iter().map(|(word, weight)| (word, weigh(word, weight)));
        Self(words.filter(|(_, weight)| *weight > 0).collect())
    }

    /// What all words weigh.
    pub(super) fn total(&self) -> i64 {
        self.iter().map(|(_, weight)| weight).sum()
    }

    /// Each word that both hold, with both weights.
    pub(super) fn shared<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = (i64, i64)> + 'a {
        let mut theirs = other.0.iter().peekable();
        self.0.iter().filter_map(move |(word, weight)| {
            while theirs.next_if(|(known, _)| known < word).is_some() {}
            let (_, found) = theirs.next_if(|(known, _)| known == word)?;
            Some((*weight, *found))
        })
    }

    /// The cosine of the two, in thousandths.
    pub(super) fn cosine(&self, other: &Self) -> i64 {
        let square = |list: &Self| list.iter().map(|(_, weight)| weight * weight).sum::<i64>();
        let product: i64 = self.shared(other).map(|(a, b)| a * b).sum();
        let length = i128::from(square(self)) * i128::from(square(other));
        i64::try_from(i128::from(product) * 1000 / length.isqrt().max(1)).unwrap_or(0)
    }

    /// What the words of both weigh, at the lighter weight.
    pub(super) fn common(&self, other: &Self) -> i64 {
        self.shared(other).map(|(a, b)| a.min(b)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::Sparse;

    #[test]
    fn what_is_shared_is_found_in_one_walk() {
        let ours = Sparse::new(vec![(4, 10), (1, 30), (9, 7)]);
        let theirs = Sparse::new(vec![(1, 20), (4, 10), (8, 5)]);
        assert_eq!(ours.shared(&theirs).collect::<Vec<_>>(), [(30, 20), (10, 10)]);
        assert_eq!(ours.common(&theirs), 30);
        assert_eq!(ours.cosine(&ours), 1000);
        assert_eq!(ours.cosine(&Sparse::default()), 0);
    }
}
