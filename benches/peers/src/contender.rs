//! Whoever reads pages: Parallax or a peer.

use crate::set::{Page, Set};
use anyhow::Result;
use cpu_time::ProcessTime;
use serde::Serialize;
use std::{
    panic::{AssertUnwindSafe, catch_unwind},
    time::Duration,
};

/// Who a contender is.
#[derive(Clone, Serialize)]
pub(crate) struct About {
    /// The name in the table.
    pub(crate) name: &'static str,
    /// The version measured.
    pub(crate) version: String,
    /// What it gives besides the text, in the time measured.
    pub(crate) fields: &'static str,
    /// How it is called, where its defaults are not.
    pub(crate) settings: &'static str,
    /// Whether it is Parallax.
    pub(crate) ours: bool,
}

/// What reading one page took and gave.
pub(crate) struct Reading {
    /// Processor time, of all threads.
    pub(crate) took: Duration,
    /// The article's text; `None` where the contender failed or found none.
    pub(crate) text: Option<String>,
}

/// Reads pages, all of a round at once.
pub(crate) trait Contender {
    /// Who this is.
    fn about(&self) -> &About;

    /// Reads the pages at these places of the set, in order.
    fn read(&mut self, set: &Set, places: &[usize]) -> Result<Vec<Reading>>;
}

/// A contender that is a function from a page to its text.
pub(crate) struct Function<F> {
    /// Who it is.
    pub(crate) about: About,
    /// Reads the page at a place of the set.
    pub(crate) read: F,
}

impl<F: Fn(usize, &Page) -> Option<String>> Contender for Function<F> {
    fn about(&self) -> &About {
        &self.about
    }

    fn read(&mut self, set: &Set, places: &[usize]) -> Result<Vec<Reading>> {
        let read = |&place: &usize| timed(|| (self.read)(place, &set.pages[place]));
        Ok(places.iter().map(read).collect())
    }
}

/// A panic in a peer is a page it failed on, not the end of the run.
fn timed(read: impl FnOnce() -> Option<String>) -> Reading {
    let start = ProcessTime::now();
    let text = catch_unwind(AssertUnwindSafe(read)).ok().flatten();
    Reading { took: start.elapsed(), text }
}
