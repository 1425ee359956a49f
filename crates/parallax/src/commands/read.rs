//! `parallax read`: one record an article, nothing from other articles.

use super::{Outcome, input};
use crate::{cli, console, pipeline};
use parallax_model::{Capture, Unread};
use parallax_publish::{json, terminal};
use rayon::prelude::*;

pub(super) fn run(command: &cli::Read) -> anyhow::Result<Outcome> {
    let style = console::style(&command.look);
    let mut reading = input::open(&command.input)?;
    loop {
        let batch = reading.batch();
        if batch.is_empty() {
            break;
        }
        let printed = |capture: &Capture| {
            let article = pipeline::read(capture)?;
            Ok(if command.json {
                json::article(&article)
            } else {
                terminal::article(&article, &style)
            })
        };
        let records: Vec<Result<String, Unread>> = batch.par_iter().map(printed).collect();
        let mut page = String::new();
        for record in records {
            match record {
                Ok(record) => page.push_str(&record),
                Err(unread) => reading.refuse(&unread),
            }
        }
        console::print(&page)?;
    }
    Ok(if reading.refused.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}
