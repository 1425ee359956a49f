//! `parallax changes`: what is different between two moments.

use super::{
    Outcome,
    archive::{self, generator},
    input,
    story::in_archive,
};
use crate::{cli, console};
use parallax_model::Edition;
use parallax_publish::{Between, json, terminal};

pub(super) fn run(command: &cli::Changes) -> anyhow::Result<Outcome> {
    let encoding = command.comparing.encoding();
    let held = command.captures.is_empty() || in_archive(&command.captures).is_some();
    let (before, after) = if held { archive::between(command)? } else { of_files(command)? };
    let changes = parallax_compare::changes(&before, &after);
    let until = command.until.map(|moment| moment.to_string());
    let between = Between {
        before: &before,
        after: &after,
        changes: &changes,
        since: &command.since.to_string(),
        until: until.as_deref(),
    };
    let printed = if command.json {
        json::changes(&between, &generator(encoding))
    } else {
        terminal::changes(&between, &console::style(&command.look))
    };
    console::print(&printed)?;
    Ok(if after.unread.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}

/// The two states, of captures that are named.
fn of_files(command: &cli::Changes) -> anyhow::Result<(Edition, Edition)> {
    let mut reading = input::open_by(&command.captures, &command.by)?;
    let encoding = command.comparing.encoding();
    let read = reading.read();
    let before = reading.known(&read, command.since).edition(encoding);
    let after = match command.until {
        Some(moment) => read.known_at(moment),
        None => read,
    };
    Ok((before, after.edition(encoding)))
}
