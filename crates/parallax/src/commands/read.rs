//! `parallax read`: one record an article, nothing from other articles.

use super::{Outcome, input};
use crate::{cli, console, pipeline};
use parallax_model::{Capture, Unread};
use parallax_publish::{json, terminal};
use rayon::prelude::*;

pub(super) fn run(command: &cli::Read) -> anyhow::Result<Outcome> {
    let style = console::style(&command.look);
    let mut reading = input::open(&command.input)?;
    let mut printed_before = false;
    loop {
        let batch = reading.batch();
        if batch.is_empty() {
            break;
        }
        let printed = |capture: &Capture| {
            let article = pipeline::read_by(capture, &reading.rules)?;
            Ok(if command.json {
                json::article(&article)
            } else if command.explain {
                terminal::explained(&article, &style)
            } else {
                terminal::article(&article, &style)
            })
        };
        let records: Vec<Result<String, Unread>> = batch.par_iter().map(printed).collect();
        let mut page = String::new();
        for record in records {
            match record {
                Ok(record) => {
                    // Between articles set for people there is air.
                    if !command.json && std::mem::replace(&mut printed_before, true) {
                        page.push_str("\n\n");
                    }
                    page.push_str(&record);
                }
                Err(unread) => reading.refuse(&unread),
            }
        }
        console::print(&page)?;
    }
    Ok(if reading.refused.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}
