//! Captures, in the order they stand, in batches that fit in memory.

use crate::{
    cli::{self, Input},
    console, keeper,
    known::{self, ReadCaptures},
    outlets, progress,
};
use anyhow::Context;
use indicatif::ProgressBar;
use jiff::Timestamp;
use parallax_acquire::{Captures, Source};
use parallax_extract::OutletRules;
use parallax_model::{Capture, Unread};

/// Captures held at once when the work does not need them all together.
const BATCH: usize = 256;

/// Bytes of payload held at once, likewise.
const BATCH_BYTES: usize = 64 << 20;

/// A run over the input a person named.
pub(crate) struct Reading {
    sources: std::vec::IntoIter<Result<Source, parallax_acquire::Refused>>,
    open: Option<Captures>,
    bar: ProgressBar,
    /// What the person knows of single outlets.
    pub(crate) rules: OutletRules,
    /// What acquire refused so far.
    pub(crate) refused: Vec<Unread>,
    /// Articles that were read.
    articles: usize,
}

/// Lists the input and sets the number of threads.
pub(crate) fn open(input: &Input) -> anyhow::Result<Reading> {
    open_by(&input.captures, &input.by)
}

/// The same, of what is named apart from how it is read.
pub(crate) fn open_by(captures: &[String], by: &cli::Reading) -> anyhow::Result<Reading> {
    let rules = begin(by)?;
    let sources = parallax_acquire::sources(captures);
    let bytes = sources.iter().flatten().map(Source::bytes).sum();
    let bar = progress::bar(bytes, by.quiet);
    Ok(Reading {
        sources: sources.into_iter(),
        open: None,
        bar,
        rules,
        refused: Vec::new(),
        articles: 0,
    })
}

/// Sets the number of threads; gives what the person knows of single outlets.
pub(crate) fn begin(by: &cli::Reading) -> anyhow::Result<OutletRules> {
    if let Some(threads) = by.threads {
        rayon::ThreadPoolBuilder::new()
            .num_threads(usize::from(threads))
            .build_global()
            .context("cannot start the worker threads")?;
    }
    Ok(by.outlets.as_deref().map(outlets::load).transpose()?.unwrap_or_default())
}

impl Reading {
    /// The next captures; empty at the end. Refusals are named as they come.
    pub(crate) fn batch(&mut self) -> Vec<Capture> {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let Some(capture) = self.next() else { break };
            bytes += capture.payload().len();
            batch.push(capture);
        }
        batch
    }

    /// All captures at once.
    pub(crate) fn all(&mut self) -> Vec<Capture> {
        std::iter::from_fn(|| self.next()).collect()
    }

    fn next(&mut self) -> Option<Capture> {
        loop {
            if let Some(captures) = &mut self.open {
                match captures.next() {
                    Some(Ok(capture)) => return Some(capture),
                    Some(Err(refused)) => self.refuse(&refused.unread()),
                    None => self.open = None,
                }
            } else {
                match self.sources.next() {
                    Some(Ok(source)) => {
                        let bar = self.bar.clone();
                        let watch = move |bytes| bar.inc(bytes);
                        self.open = Some(parallax_acquire::captures_watched(&source, watch));
                    }
                    Some(Err(refused)) => self.refuse(&refused.unread()),
                    None => {
                        self.bar.finish_and_clear();
                        return None;
                    }
                }
            }
        }
    }

    /// All captures, each read by itself. What cannot be read is named.
    pub(crate) fn read(&mut self) -> ReadCaptures {
        let captures = self.all();
        let refused = std::mem::take(&mut self.refused);
        let named = refused.len();
        let read = ReadCaptures::of(&captures, refused, &self.rules);
        for unread in read.unread().skip(named) {
            self.refuse(unread);
        }
        read
    }

    /// What of `read` was known at `moment`. Articles that say nothing of their time are named.
    pub(crate) fn known(&self, read: &ReadCaptures, moment: Timestamp) -> ReadCaptures {
        let known = read.known_at(moment);
        let timeless = read.articles().iter().filter(|one| known::since(&one.article).is_none());
        for one in timeless {
            let unread = Unread {
                path: one.article.capture.path.clone(),
                reason: "nothing says when it was known, left out".to_owned(),
            };
            self.bar.suspend(|| console::name(&unread));
        }
        known
    }

    /// Shows beside the bar that so many more articles were read.
    pub(crate) fn count(&mut self, articles: usize) {
        self.articles += articles;
        self.bar.set_message(progress::so_many("articles", self.articles, self.bar.elapsed()));
    }

    /// Names what could not be read, without tearing the bar.
    pub(crate) fn refuse(&mut self, unread: &Unread) {
        self.bar.suspend(|| console::name(unread));
        self.refused.push(unread.clone());
    }
}

impl keeper::Input for Reading {
    fn batch(&mut self) -> Vec<Capture> {
        Self::batch(self)
    }

    fn refuse(&mut self, unread: &Unread) {
        Self::refuse(self, unread);
    }

    fn tell(&mut self, articles: usize) {
        self.count(articles);
    }
}
