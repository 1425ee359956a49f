//! `parallax story`: stories in memory, printed in the form asked for.

use super::{Outcome, input};
use crate::{
    cli::{self, Format},
    console,
    meaning::Encoding,
    pipeline,
};
use parallax_model::Edition;
use parallax_publish::{Generator, csv, html, json, markdown, terminal};

pub(super) fn run(command: &cli::Story) -> anyhow::Result<Outcome> {
    let mut reading = input::open(&command.input)?;
    let captures = reading.all();
    let refused = std::mem::take(&mut reading.refused);
    let named = refused.len();
    let edition =
        pipeline::run_by(&captures, refused, &reading.rules, command.comparing.encoding());
    for unread in edition.unread.iter().skip(named) {
        reading.refuse(unread);
    }
    console::print(&printed(&edition, command))?;
    Ok(if edition.unread.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}

fn printed(edition: &Edition, command: &cli::Story) -> String {
    let format = if command.json { Format::Json } else { command.format };
    match format {
        Format::Text => terminal::edition(edition, &console::style(&command.look)),
        Format::Md => markdown::edition(edition),
        Format::Html => html::edition(edition),
        Format::Csv => csv::edition(edition),
        Format::Json => json::edition(edition, &generator(command.comparing.encoding())),
    }
}

/// What could change the output besides the captures.
fn generator(encoding: Encoding) -> Generator {
    Generator {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        tables: env!("PARALLAX_TABLES").to_owned(),
        encoder: encoding.name(),
    }
}
