//! Single stories and articles of the archive.

use super::made_by;
use crate::{cli, commands::input, shelf::Shelf, threads::Threads};
use anyhow::bail;
use parallax_archive::Reader;
use parallax_model::{ArticleId, Edition, StoryId};

/// The story of the archive whose id begins with `digits`, alone; as it stood, where that is asked for.
pub(crate) fn story(command: &cli::Story, digits: &str) -> anyhow::Result<Edition> {
    let rules = input::begin(&command.input.by)?;
    let reader = Reader::open(&command.home.archive)?;
    let id = story_named(&reader, digits)?;
    let shelf = Shelf::of(&reader, rules, command.comparing.encoding());
    let Some(moment) = command.as_of else {
        return shelf.tied(id, &Threads::of(&reader, &made_by())?);
    };
    let edition = shelf.story_at(id, moment)?;
    anyhow::ensure!(!edition.stories.is_empty(), "nothing of story {id} was known at {moment}");
    Ok(edition)
}

/// Two states of the archive's stories, or of the one that is named.
pub(crate) fn between(command: &cli::Changes) -> anyhow::Result<(Edition, Edition)> {
    let rules = input::begin(&command.by)?;
    let reader = Reader::open(&command.home.archive)?;
    let named = command.captures.first().map(|digits| story_named(&reader, digits)).transpose()?;
    let shelf = Shelf::of(&reader, rules, command.comparing.encoding());
    shelf.between(named, command.since, command.until)
}

/// The one story whose id begins with `digits`.
pub(super) fn story_named(reader: &Reader<'_>, digits: &str) -> anyhow::Result<StoryId> {
    only("story", digits, &reader.stories_named(digits)?)
}

/// The one article whose id begins with `digits`.
pub(super) fn article_named(reader: &Reader<'_>, digits: &str) -> anyhow::Result<ArticleId> {
    only("article", digits, &reader.articles_named(digits)?)
}

fn only<T: Copy>(what: &str, digits: &str, found: &[T]) -> anyhow::Result<T> {
    match found {
        [] => bail!("no {what} of the archive has an id that begins with {digits}"),
        [id] => Ok(*id),
        many => bail!("{digits} is the beginning of {} ids; give more of it", many.len()),
    }
}
