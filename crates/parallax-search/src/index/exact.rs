//! Scores that are added up without rounding, so that in which order they are added changes nothing.
//!
//! What fits a question of several words is a sum, and the library adds in an order that depends on how the index is
//! cut into parts. Each score is rounded to a multiple of one step before: sums of such are exact.

use tantivy::{
    DocId, DocSet, Result, Score, SegmentReader, Term,
    query::{EnableScoring, Explanation, Query, Scorer, Weight},
};

/// Steps in one: sums of scores up to 4096 have no digit more than single precision holds.
const STEPS: Score = 4096.0;

fn rounded(score: Score) -> Score {
    (score * STEPS).round_ties_even() / STEPS
}

/// A question whose scores are rounded.
#[derive(Debug)]
pub(super) struct Exact(pub(super) Box<dyn Query>);

impl Clone for Exact {
    fn clone(&self) -> Self {
        Self(self.0.box_clone())
    }
}

impl Query for Exact {
    fn weight(&self, scoring: EnableScoring<'_>) -> Result<Box<dyn Weight>> {
        let weight = self.0.weight(scoring)?;
        Ok(if scoring.is_scoring_enabled() { Box::new(Rounding(weight)) } else { weight })
    }

    fn query_terms<'a>(&'a self, visitor: &mut dyn FnMut(&'a Term, bool)) {
        self.0.query_terms(visitor);
    }
}

struct Rounding(Box<dyn Weight>);

impl Weight for Rounding {
    fn scorer(&self, reader: &SegmentReader, boost: Score) -> Result<Box<dyn Scorer>> {
        Ok(Box::new(Rounded(self.0.scorer(reader, boost)?)))
    }

    fn explain(&self, reader: &SegmentReader, doc: DocId) -> Result<Explanation> {
        self.0.explain(reader, doc)
    }

    fn count(&self, reader: &SegmentReader) -> Result<u32> {
        self.0.count(reader)
    }
}

struct Rounded(Box<dyn Scorer>);

impl DocSet for Rounded {
    fn advance(&mut self) -> DocId {
        self.0.advance()
    }

    fn seek(&mut self, target: DocId) -> DocId {
        self.0.seek(target)
    }

    fn doc(&self) -> DocId {
        self.0.doc()
    }

    fn size_hint(&self) -> u32 {
        self.0.size_hint()
    }

    fn cost(&self) -> u64 {
        self.0.cost()
    }
}

impl Scorer for Rounded {
    fn score(&mut self) -> Score {
        rounded(self.0.score())
    }
}
