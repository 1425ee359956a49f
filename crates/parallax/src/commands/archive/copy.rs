//! `parallax backup` and `restore`: the same archive in another place, with what a person wrote beside it.

use crate::{cli, commands::Outcome, console, outlet_facts};
use anyhow::Context;
use parallax_archive::Reader;
use std::{fs, path::Path};

/// `parallax backup`
pub(crate) fn backup(command: &cli::Backup) -> anyhow::Result<Outcome> {
    copy(&command.home.archive, &command.copy)
}

/// `parallax restore`
pub(crate) fn restore(command: &cli::Restore) -> anyhow::Result<Outcome> {
    copy(&command.copy, &command.home.archive)
}

fn copy(from: &Path, to: &Path) -> anyhow::Result<Outcome> {
    Reader::open(from)?.back_up(to)?;
    let written = from.join(outlet_facts::FILE);
    if written.exists() {
        fs::copy(&written, to.join(outlet_facts::FILE))
            .with_context(|| format!("cannot copy {}", written.display()))?;
    }
    let counts = Reader::open(to)?.counts()?;
    console::print(&format!(
        "{} captures, {} articles, {} stories; `parallax verify` checks the copy\n",
        counts.captures, counts.articles, counts.stories
    ))?;
    Ok(Outcome::Whole)
}
