//! How common words are among the articles that are held.
//!
//! The library counts what was deleted until parts of the index are merged, so that what fits best would depend on how
//! the index grew. Here it is a function of what is held.

use std::sync::{Mutex, PoisonError};
use tantivy::{
    DocSet, Result, Searcher, TERMINATED, Term,
    query::Bm25StatisticsProvider,
    schema::{Field, IndexRecordOption},
};

/// What was counted last, by the state of the index it was counted in.
#[derive(Debug, Default)]
pub(super) struct Counted(Mutex<Option<(u64, Totals)>>);

#[derive(Clone, Copy, Debug, Default)]
struct Totals {
    articles: u64,
    words: u64,
}

/// How common words are.
pub(super) struct Statistics<'a> {
    searcher: &'a Searcher,
    /// The field whose articles are of different lengths to the index; in all others each counts for one.
    measured: Field,
    totals: Totals,
}

impl<'a> Statistics<'a> {
    /// Those of what `searcher` sees.
    pub(super) fn of(searcher: &'a Searcher, measured: Field, counted: &Counted) -> Result<Self> {
        let state = searcher.generation().generation_id();
        let mut counted = counted.0.lock().unwrap_or_else(PoisonError::into_inner);
        let totals = match *counted {
            Some((known, totals)) if known == state => totals,
            _ => totals(searcher, measured)?,
        };
        *counted = Some((state, totals));
        Ok(Self { searcher, measured, totals })
    }
}

fn totals(searcher: &Searcher, measured: Field) -> Result<Totals> {
    let mut totals = Totals::default();
    for segment in searcher.segment_readers() {
        let lengths = segment.get_fieldnorms_reader(measured)?;
        totals.articles += u64::from(segment.num_docs());
        totals.words +=
            segment.doc_ids_alive().map(|doc| u64::from(lengths.fieldnorm(doc))).sum::<u64>();
    }
    Ok(totals)
}

impl Bm25StatisticsProvider for Statistics<'_> {
    fn total_num_tokens(&self, field: Field) -> Result<u64> {
        let measured = field == self.measured;
        Ok(if measured { self.totals.words } else { self.totals.articles })
    }

    fn total_num_docs(&self) -> Result<u64> {
        Ok(self.totals.articles)
    }

    fn doc_freq(&self, term: &Term) -> Result<u64> {
        let mut articles = 0;
        for segment in self.searcher.segment_readers() {
            let words = segment.inverted_index(term.field())?;
            let Some(alive) = segment.alive_bitset() else {
                articles += u64::from(words.doc_freq(term)?);
                continue;
            };
            let found = words.read_postings(term, IndexRecordOption::Basic)?;
            articles += found.map_or(0, |mut postings| {
                let mut held = 0;
                while postings.doc() != TERMINATED {
                    held += u64::from(alive.is_alive(postings.doc()));
                    postings.advance();
                }
                held
            });
        }
        Ok(articles)
    }
}
