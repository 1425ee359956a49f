//! What reads from the archive.

use crate::{cli, commands::Outcome, console};
use anyhow::bail;
use jiff::Timestamp;
use parallax_archive::{KeptStory, Reader, StoryRow};
use parallax_model::{ArticleId, Edition, StoryId};
use parallax_publish::{json, terminal};
use serde::Serialize;
use std::fmt::Write;

/// `parallax stories`
pub(crate) fn stories(command: &cli::Stories) -> anyhow::Result<Outcome> {
    let reader = Reader::open(&command.home.archive)?;
    let mut lines = String::new();
    for row in reader.stories(command.skip, command.most)? {
        if command.json {
            lines += &line(&row)?;
        } else {
            writeln!(
                lines,
                "{}  {}  {:>4} articles {:>3} outlets {:>3} origins  {}",
                row.id,
                row.last.and_then(day).unwrap_or_else(|| "          ".to_owned()),
                row.articles,
                row.outlets,
                row.origins,
                row.headline
            )?;
        }
    }
    console::print(&lines)?;
    Ok(Outcome::Whole)
}

/// The story of the archive whose id begins with `digits`, alone.
pub(crate) fn story(home: &cli::Home, digits: &str) -> anyhow::Result<Edition> {
    let reader = Reader::open(&home.archive)?;
    edition(&reader, story_named(&reader, digits)?)
}

/// An edition that holds one story alone.
pub(super) fn edition(reader: &Reader<'_>, id: StoryId) -> anyhow::Result<Edition> {
    let Some(KeptStory { articles, told }) = reader.story(id)? else {
        bail!("story {id} is no more; ask again");
    };
    Ok(Edition { articles, stories: vec![told], ..Edition::default() })
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

/// `parallax article`
pub(crate) fn article(command: &cli::Article) -> anyhow::Result<Outcome> {
    let reader = Reader::open(&command.home.archive)?;
    let id = article_named(&reader, &command.id)?;
    let Some(read) = reader.article(id)? else { bail!("article {id} is no more; ask again") };
    let printed = if command.json {
        json::article(&read)
    } else {
        terminal::article(&read, &console::style(&command.look))
    };
    console::print(&printed)?;
    Ok(Outcome::Whole)
}

/// A story in short, as a line of JSON.
fn line(row: &StoryRow) -> anyhow::Result<String> {
    #[derive(Serialize)]
    struct Line<'a> {
        id: String,
        headline: &'a str,
        first: Option<String>,
        last: Option<String>,
        articles: usize,
        outlets: usize,
        origins: usize,
        topic: Option<&'a str>,
        languages: Vec<&'a str>,
    }
    let moment = |seconds: i64| Timestamp::from_second(seconds).ok().map(|at| at.to_string());
    let line = Line {
        id: row.id.to_string(),
        headline: &row.headline,
        first: row.first.and_then(moment),
        last: row.last.and_then(moment),
        articles: row.articles,
        outlets: row.outlets,
        origins: row.origins,
        topic: row.topic.as_deref(),
        languages: row.languages.split(' ').filter(|language| !language.is_empty()).collect(),
    };
    Ok(serde_json::to_string(&line)? + "\n")
}

/// The day of a moment, in UTC.
fn day(seconds: i64) -> Option<String> {
    Some(Timestamp::from_second(seconds).ok()?.strftime("%Y-%m-%d").to_string())
}
