//! `parallax story`: stories in memory, printed in the form asked for.

use super::{
    Outcome,
    archive::{self, generator},
    input,
};
use crate::{
    cli::{self, Format},
    console, pipeline,
};
use parallax_model::Edition;
use parallax_publish::{csv, html, json, markdown, terminal};
use std::path::Path;

/// Digits of an id that are enough to tell stories apart, and to tell an id from a word.
const SHORTEST_ID: usize = 6;

pub(super) fn run(command: &cli::Story) -> anyhow::Result<Outcome> {
    if let Some(id) = in_archive(&command.input.captures) {
        let edition = archive::story(command, id)?;
        console::print(&printed(&edition, command))?;
        return Ok(Outcome::Whole);
    }
    let mut reading = input::open(&command.input)?;
    let read = reading.read();
    let read = match command.as_of {
        Some(moment) => reading.known(&read, moment),
        None => read,
    };
    let edition = read.edition(command.comparing.encoding());
    console::print(&printed(&edition, command))?;
    Ok(if edition.unread.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}

/// The id of a story in the archive: hexadecimal digits that name no file.
pub(super) fn in_archive(captures: &[String]) -> Option<&str> {
    let [id] = captures else { return None };
    let digits = id.len() >= SHORTEST_ID && id.bytes().all(|digit| digit.is_ascii_hexdigit());
    (digits && !Path::new(id).exists()).then_some(id)
}

fn printed(edition: &Edition, command: &cli::Story) -> String {
    let encoding = command.comparing.encoding();
    if command.explain {
        let why = pipeline::explanations(edition, encoding);
        return if command.json {
            json::reasons(edition, &why)
        } else {
            terminal::reasons(edition, &why, &console::style(&command.look))
        };
    }
    let format = if command.json { Format::Json } else { command.format };
    match format {
        Format::Text => terminal::edition(edition, &console::style(&command.look)),
        Format::Md => markdown::edition(edition),
        Format::Html => html::edition(edition),
        Format::Csv => csv::edition(edition),
        Format::Json => json::edition(edition, &generator(encoding)),
    }
}
