//! `parallax changes`: what is different between two moments.

use super::{Outcome, archive::generator, input};
use crate::{cli, console};
use parallax_publish::{Between, json, terminal};

pub(super) fn run(command: &cli::Changes) -> anyhow::Result<Outcome> {
    let mut reading = input::open(&command.input)?;
    let read = reading.read();
    let encoding = command.comparing.encoding();
    let before = reading.known(&read, command.since).edition(encoding);
    let after = match command.until {
        Some(moment) => read.known_at(moment),
        None => read,
    };
    let after = after.edition(encoding);
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
