//! The best of what fits, and how all of it falls into parts.

use super::{
    Order,
    schema::{LANGUAGE, OUTLET, PUBLISHED, RANK, TOPIC},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BinaryHeap},
};
use tantivy::{
    DocAddress, DocId, Result, Score, SegmentOrdinal, SegmentReader,
    collector::{Collector, SegmentCollector},
    columnar::{Column, StrColumn},
};

/// What is wanted of all that fits.
pub(super) struct Collected {
    /// How many of the best.
    pub(super) most: usize,
    pub(super) order: Order,
    /// Whether to count how all that fits falls into parts.
    pub(super) facets: bool,
}

/// What there is.
#[derive(Default)]
pub(super) struct Fruit {
    pub(super) articles: usize,
    /// Score, published, place; the best first.
    pub(super) best: Vec<(Score, Option<i64>, DocAddress)>,
    pub(super) facets: [BTreeMap<String, usize>; 3],
}

/// Ordered so that the greatest is the worst: what a heap gives away first. Of those that fit alike the latest is the
/// best, then it is their names that decide.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Ranked {
    key: Reverse<(i64, i64)>,
    rank: u64,
    address: (SegmentOrdinal, DocId),
    score: u32,
    published: Option<i64>,
}

pub(super) struct OfSegment {
    most: usize,
    order: Order,
    segment: SegmentOrdinal,
    published: Option<Column<i64>>,
    ranks: Option<Column<u64>>,
    columns: [Option<StrColumn>; 3],
    counts: [Vec<usize>; 3],
    articles: usize,
    best: BinaryHeap<Ranked>,
}

impl Collector for Collected {
    type Fruit = Fruit;
    type Child = OfSegment;

    fn for_segment(&self, segment: SegmentOrdinal, reader: &SegmentReader) -> Result<OfSegment> {
        let fast = reader.fast_fields();
        let column = |name: &str| self.facets.then(|| fast.str(name).ok().flatten())?;
        let columns = [OUTLET, LANGUAGE, TOPIC].map(column);
        let counts = columns.each_ref().map(|column| {
            vec![0; column.as_ref().map_or(0, |column| column.dictionary().num_terms())]
        });
        Ok(OfSegment {
            most: self.most,
            order: self.order,
            segment,
            published: fast.i64(PUBLISHED).ok(),
            ranks: fast.u64(RANK).ok(),
            columns,
            counts,
            articles: 0,
            best: BinaryHeap::new(),
        })
    }

    fn requires_scoring(&self) -> bool {
        self.order == Order::Fitting
    }

    fn merge_fruits(&self, fruits: Vec<(Vec<Ranked>, Fruit)>) -> Result<Fruit> {
        let mut all = Fruit::default();
        let mut best = Vec::new();
        for (ranked, fruit) in fruits {
            all.articles += fruit.articles;
            best.extend(ranked);
            for (ours, theirs) in all.facets.iter_mut().zip(fruit.facets) {
                for (value, articles) in theirs {
                    *ours.entry(value).or_default() += articles;
                }
            }
        }
        best.sort_unstable();
        best.truncate(self.most);
        let place = |ranked: Ranked| {
            let (segment, doc) = ranked.address;
            (Score::from_bits(ranked.score), ranked.published, DocAddress::new(segment, doc))
        };
        all.best = best.into_iter().map(place).collect();
        Ok(all)
    }
}

impl SegmentCollector for OfSegment {
    type Fruit = (Vec<Ranked>, Fruit);

    fn collect(&mut self, doc: DocId, score: Score) {
        self.articles += 1;
        for (column, counts) in self.columns.iter().zip(&mut self.counts) {
            let Some(column) = column else { continue };
            for term in column.term_ords(doc) {
                let at = usize::try_from(term).unwrap_or(usize::MAX);
                if let Some(count) = counts.get_mut(at) {
                    *count += 1;
                }
            }
        }
        let published = self.published.as_ref().and_then(|column| column.first(doc));
        // Scores are positive, so their bits are ordered as they are.
        let fits = match self.order {
            Order::Fitting => i64::from(score.to_bits()),
            Order::Latest => 0,
        };
        let ranked = Ranked {
            key: Reverse((fits, published.unwrap_or(i64::MIN))),
            rank: self.ranks.as_ref().and_then(|column| column.first(doc)).unwrap_or(u64::MAX),
            address: (self.segment, doc),
            score: score.to_bits(),
            published,
        };
        if self.best.len() < self.most {
            self.best.push(ranked);
        } else if self.best.peek().is_some_and(|worst| ranked < *worst) {
            self.best.pop();
            self.best.push(ranked);
        }
    }

    fn harvest(self) -> (Vec<Ranked>, Fruit) {
        let mut facets: [BTreeMap<String, usize>; 3] = Default::default();
        let columns = self.columns.iter().zip(&self.counts).zip(&mut facets);
        for ((column, counts), facet) in columns {
            let Some(column) = column else { continue };
            for (term, &count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
                let mut value = String::new();
                let term = u64::try_from(term).unwrap_or(u64::MAX);
                if column.ord_to_str(term, &mut value).is_ok_and(|found| found) {
                    *facet.entry(value).or_default() += count;
                }
            }
        }
        let fruit = Fruit { articles: self.articles, best: Vec::new(), facets };
        (self.best.into_vec(), fruit)
    }
}
