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
    let mut added = Added::default();
    loop {
        let batch = reading.batch();
        if batch.is_empty() {
            break;
        }
        let more = keeper.add(batch, Timestamp::now(), command.again)?;
        for unread in &more.unread {
            reading.refuse(unread);
        }
        added.captures += more.captures;
        added.articles += more.articles;
        added.revisions += more.revisions;
        reading.tell(format!("{} articles", added.articles));
    }
    reading.tell("telling stories".to_owned());
    let (_, retold) = keeper.finish()?;
    let Added { captures, articles, revisions, .. } = added;
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
    let bar = progress::count(command.quiet);
    let tell = |done: usize, all: usize| {
        bar.set_length(u64::try_from(all).unwrap_or_default());
        bar.set_position(u64::try_from(done).unwrap_or_default());
    };
    let keeper = Keeper::rebuild(&command.home.archive, rules, &made_by(), tell)?;
    bar.finish_and_clear();
    let (archive, retold) = keeper.finish()?;
    let digest = archive.reader().digest()?;
    console::print(&format!("{} stories\n{digest}\n", retold.stories))?;
    Ok(Outcome::Whole)
}
