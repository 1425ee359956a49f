//! What writes to the archive.

use super::made_by;
use crate::{
    cli,
    commands::{Outcome, input},
    console,
    keeper::{self, Added, Keeper},
    outlets, progress,
};
use jiff::Timestamp;
use parallax_archive::Archive;

/// `parallax init`
pub(crate) fn init(command: &cli::Init) -> anyhow::Result<Outcome> {
    Archive::create(&command.home.archive)?;
    Ok(Outcome::Whole)
}

/// `parallax add`
pub(crate) fn add(command: &cli::Add) -> anyhow::Result<Outcome> {
    let mut reading = input::open(&command.input)?;
    let rules = std::mem::take(&mut reading.rules);
    let mut keeper = Keeper::open(&command.home.archive, rules, &made_by())?;
    let added = keeper.add(&mut reading, Timestamp::now(), command.again)?;
    let bar = progress::count("stories", command.input.by.quiet);
    let (_, retold) = keeper.finish(&|done, all| progress::set(&bar, done, all))?;
    bar.finish_and_clear();
    let Added { captures, articles, revisions } = added;
    console::print(&format!(
        "{captures} new captures, {articles} new articles, {revisions} revisions; {} of {} stories told anew\n",
        retold.told, retold.stories
    ))?;
    Ok(if reading.refused.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}

/// `parallax rebuild`
pub(crate) fn rebuild(command: &cli::Rebuild) -> anyhow::Result<Outcome> {
    if command.index {
        keeper::make_index(&command.home.archive, &made_by())?;
        return Ok(Outcome::Whole);
    }
    let rules = command.outlets.as_deref().map(outlets::load).transpose()?.unwrap_or_default();
    let bar = progress::count("captures", command.quiet);
    let tell = |done, all| progress::set(&bar, done, all);
    let keeper = Keeper::rebuild(&command.home.archive, rules, &made_by(), tell)?;
    bar.finish_and_clear();
    let bar = progress::count("stories", command.quiet);
    let (archive, retold) = keeper.finish(&|done, all| progress::set(&bar, done, all))?;
    bar.finish_and_clear();
    let digest = archive.reader().digest()?;
    console::print(&format!("{} stories\n{digest}\n", retold.stories))?;
    Ok(Outcome::Whole)
}
