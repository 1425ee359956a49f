//! The figures side by side: for people on standard output, for programs as JSON.

use crate::{
    contender::{About, Contender},
    memory::Memory,
    rounds::Timing,
    set::{Page, Set},
    shingles::Quality,
};
use serde::Serialize;
use std::{fmt::Write, time::Duration};

/// Everything measured in one run.
#[derive(Serialize)]
pub(crate) struct Report {
    set: String,
    megabytes: f64,
    /// In the order of each row's `page_microseconds`.
    pages: Vec<PageSize>,
    scored_pages: usize,
    rounds: usize,
    rows: Vec<Row>,
    memory: Option<Memory>,
}

#[derive(Serialize)]
struct PageSize {
    id: String,
    bytes: usize,
}

/// One contender's figures; rates are of its fastest round.
#[derive(Serialize)]
struct Row {
    #[serde(flatten)]
    about: About,
    pages_a_second: f64,
    pages_a_second_median: f64,
    megabytes_a_second: f64,
    /// How many times as fast Parallax is: by the fastest rounds.
    ours_by_peer: f64,
    /// The same, in the round where it was least and where it was most.
    ours_by_peer_range: (f64, f64),
    quality: Option<Quality>,
    pages_without_text: usize,
    /// The least time of each page.
    page_microseconds: Vec<u128>,
}

impl Report {
    /// Puts together what was measured; the first contender is the one all are compared with.
    pub(crate) fn new(
        set: &Set,
        contenders: &[Box<dyn Contender>],
        timings: &[Timing],
        memory: Option<Memory>,
    ) -> Self {
        let pairs = contenders.iter().zip(timings);
        let first = timings.first();
        Self {
            set: set.name.clone(),
            pages: set.pages.iter().map(PageSize::of).collect(),
            megabytes: set.megabytes(),
            scored_pages: set.pages.iter().filter(|page| page.truth.is_some()).count(),
            rounds: first.map_or(0, |timing| timing.rounds.len()),
            rows: pairs
                .map(|(one, timing)| row(set, one.about(), timing, first.unwrap_or(timing)))
                .collect(),
            memory,
        }
    }

    /// The table.
    pub(crate) fn table(&self) -> String {
        let mut table = String::new();
        self.write(&mut table).expect("a string takes all that is written");
        table
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        writeln!(
            out,
            "{}: {} pages, {:.1} MB, {} with a true text; {} rounds, one core, processor time; best round (median)\n",
            self.set,
            self.pages.len(),
            self.megabytes,
            self.scored_pages,
            self.rounds
        )?;
        writeln!(
            out,
            "{:<29}{:<9}{:>15}{:>8}{:>9}{:>16}{:>8}{:>7}{:>7}{:>6}",
            "", "version", "pages/s", "MB/s", "ours by", "(by round)", "F1", "P", "R", "none"
        )?;
        for row in &self.rows {
            row.write(out)?;
        }
        writeln!(out)?;
        for row in &self.rows {
            let About { name, settings, fields, .. } = &row.about;
            writeln!(out, "{name} ({settings}) gives the text and: {fields}")?;
        }
        self.write_slowest(out)?;
        match &self.memory {
            None => Ok(()),
            Some(memory) => writeln!(
                out,
                "parallax, costliest of the largest pages: {:.2} MB of markup take {:.1} MB, {:.1} times the page (whole process {:.1} MB)",
                memory.page as f64 / 1e6,
                memory.grown as f64 / 1e6,
                memory.times(),
                memory.whole as f64 / 1e6
            ),
        }
    }

    fn write_slowest(&self, out: &mut String) -> std::fmt::Result {
        let Some(ours) = self.rows.first() else { return Ok(()) };
        let rate = |page: &PageSize, took: u128| took as f64 / page.bytes.max(1) as f64;
        let rates = self.pages.iter().zip(&ours.page_microseconds);
        let slowest = rates.map(|(page, &took)| (rate(page, took), page));
        match slowest.max_by(|a, b| a.0.total_cmp(&b.0)) {
            None => Ok(()),
            Some((rate, page)) => writeln!(
                out,
                "\nparallax, slowest page by size: {rate:.3} seconds a megabyte ({}, {} bytes)",
                page.id, page.bytes
            ),
        }
    }
}

impl PageSize {
    fn of(page: &Page) -> Self {
        Self { id: page.id.clone(), bytes: page.html.len() }
    }
}

impl Row {
    fn write(&self, out: &mut String) -> std::fmt::Result {
        let quality = |figure: fn(&Quality) -> f64| {
            self.quality.as_ref().map_or("–".to_owned(), |all| format!("{:.3}", figure(all)))
        };
        let (low, high) = self.ours_by_peer_range;
        writeln!(
            out,
            "{:<29}{:<9}{:>15}{:>8.1}{:>8.2}×{:>16}{:>8}{:>7}{:>7}{:>6}",
            self.about.name,
            self.about.version,
            format!("{:.1} ({:.1})", self.pages_a_second, self.pages_a_second_median),
            self.megabytes_a_second,
            self.ours_by_peer,
            format!("({low:.2}–{high:.2})"),
            quality(|all| all.f1),
            quality(|all| all.precision),
            quality(|all| all.recall),
            self.pages_without_text
        )
    }
}

fn row(set: &Set, about: &About, timing: &Timing, ours: &Timing) -> Row {
    let rate = |took: Duration| set.pages.len() as f64 / seconds(took);
    let by_round = || timing.rounds.iter().zip(&ours.rounds).map(|(a, b)| ratio(*a, *b));
    let scored = set.pages.iter().zip(&timing.texts);
    Row {
        about: about.clone(),
        pages_a_second: rate(timing.least()),
        pages_a_second_median: rate(timing.median()),
        megabytes_a_second: set.megabytes() / seconds(timing.least()),
        ours_by_peer: ratio(timing.least(), ours.least()),
        ours_by_peer_range: (
            by_round().fold(f64::INFINITY, f64::min),
            by_round().fold(0.0, f64::max),
        ),
        quality: Quality::of(
            scored.filter_map(|(page, text)| Some((page.truth.as_deref()?, text.as_str()))),
        ),
        pages_without_text: timing.failed,
        page_microseconds: timing.pages.iter().map(Duration::as_micros).collect(),
    }
}

fn ratio(peer: Duration, ours: Duration) -> f64 {
    seconds(peer) / seconds(ours)
}

/// Never nothing, so that it can be divided by.
fn seconds(time: Duration) -> f64 {
    time.as_secs_f64().max(1e-9)
}
