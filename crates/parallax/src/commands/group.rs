//! `parallax group --assignments`: which story each article belongs to.
//!
//! Articles are read and admitted as a stream and forgotten; only record ids and
//! what grouping needs is kept. Later articles may join what earlier ones left
//! apart, so the lines are printed when the last has been read.

use super::{Outcome, input};
use crate::{cli, console};
use parallax_group::{Signature, Stream};
use parallax_model::{Capture, Unread};
use rayon::prelude::*;
use std::fmt::Write;

pub(super) fn run(command: &cli::Group) -> anyhow::Result<Outcome> {
    let mut reading = input::open(&command.input)?;
    let mut stream = Stream::new();
    let mut records = Vec::new();
    loop {
        let batch = reading.batch();
        if batch.is_empty() {
            break;
        }
        let rules = &reading.rules;
        let read = |capture| {
            parallax_extract::article_by(capture, rules).value.as_ref().map(Signature::of)
        };
        let signatures: Vec<_> = batch.par_iter().map(read).collect();
        for (capture, signature) in batch.iter().zip(signatures) {
            match signature {
                Some(signature) => {
                    stream.admit(signature);
                    records.push(record_id(capture).to_owned());
                }
                None => reading.refuse(&Unread {
                    path: record_id(capture).to_owned(),
                    reason: "no article on this page".to_owned(),
                }),
            }
        }
    }
    let mut lines = String::new();
    for (record, story) in records.iter().zip(stream.settle().stories()) {
        writeln!(lines, "{record}\t{story}")?;
    }
    console::print(&lines)?;
    Ok(if reading.refused.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}

/// The row's or record's own id, else the path.
fn record_id(capture: &Capture) -> &str {
    let parts = capture.parts();
    parts.record.as_deref().unwrap_or(&parts.path)
}
