//! `parallax group`: which story each article belongs to.
//!
//! Articles are read and admitted as a stream and forgotten; only record ids and
//! what grouping needs is kept. Later articles may join what earlier ones left
//! apart, so the lines are printed when the last has been read.

use super::{Outcome, input};
use crate::{cli, console};
use parallax_group::{Copy, CopyIndex, Runs, Signature, Stream};
use parallax_model::{Capture, Unread, Why};
use parallax_publish::json::{Assignment, assignment};
use rayon::prelude::*;
use std::fmt::Write;

/// Lines put together before they are printed.
const LINES_AT_ONCE: usize = 4096;

pub(super) fn run(command: &cli::Group) -> anyhow::Result<Outcome> {
    let mut reading = input::open(&command.input)?;
    let encoding = command.comparing.encoding();
    let mut admitted = Admitted::new(command.json);
    loop {
        let batch = reading.batch();
        if batch.is_empty() {
            break;
        }
        let rules = &reading.rules;
        let read = |capture| {
            let article = parallax_extract::article_by(capture, rules).value?;
            Some((encoding.signature(&article), Runs::of(&article)))
        };
        let read: Vec<_> = batch.par_iter().map(read).collect();
        let articles = read.iter().flatten().count();
        for (capture, article) in batch.iter().zip(read) {
            match article {
                Some((signature, runs)) => admitted.admit(capture, signature, runs),
                None => reading.refuse(&Unread {
                    path: record_id(capture).to_owned(),
                    reason: "no article on this page".to_owned(),
                }),
            }
        }
        reading.count(articles);
    }
    admitted.print(command.json)?;
    Ok(if reading.refused.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}

/// What was read so far.
struct Admitted {
    stream: Stream,
    copies: CopyIndex,
    records: Vec<String>,
    folds: Vec<Option<Copy>>,
}

impl Admitted {
    fn new(explained: bool) -> Self {
        Self {
            stream: if explained { Stream::explained() } else { Stream::new() },
            copies: CopyIndex::new(),
            records: Vec::new(),
            folds: Vec::new(),
        }
    }

    fn admit(&mut self, capture: &Capture, signature: Signature, runs: Runs) {
        let copy = self.copies.admit(runs);
        self.stream.admit(signature);
        if let Some(copy) = &copy {
            self.stream.fold(copy.of);
        }
        self.records.push(record_id(capture).to_owned());
        self.folds.push(copy);
    }

    fn print(self, json: bool) -> anyhow::Result<()> {
        let settled = self.stream.settle();
        let unexplained = Why::default();
        let mut lines = String::new();
        for (at, (record, story)) in self.records.iter().zip(settled.stories()).enumerate() {
            if json {
                let copy = self.folds.get(at).and_then(Option::as_ref);
                lines += &assignment(&Assignment {
                    record,
                    story: *story,
                    copy: copy
                        .and_then(|copy| Some((self.records.get(copy.of)?.as_str(), copy.fold()))),
                    why: settled.why().get(at).unwrap_or(&unexplained),
                });
            } else {
                writeln!(lines, "{record}\t{story}")?;
            }
            if at % LINES_AT_ONCE == LINES_AT_ONCE - 1 {
                console::print(&lines)?;
                lines.clear();
            }
        }
        Ok(console::print(&lines)?)
    }
}

/// The row's or record's own id, else the path.
fn record_id(capture: &Capture) -> &str {
    let parts = capture.parts();
    parts.record.as_deref().unwrap_or(&parts.path)
}
