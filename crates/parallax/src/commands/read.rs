//! `parallax read`: one record an article, nothing from other articles.

use super::{Outcome, input};
use crate::{cli, console, pipeline};
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
        let read: Vec<_> = batch.par_iter().map(pipeline::read).collect();
        for one in read {
            match one {
                Ok(article) if command.json => console::print(&json::article(&article))?,
                Ok(article) => console::print(&terminal::article(&article, &style))?,
                Err(unread) => reading.refuse(&unread),
            }
        }
    }
    Ok(if reading.refused.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}
