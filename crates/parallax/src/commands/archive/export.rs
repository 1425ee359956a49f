//! `parallax export`: what the archive holds, in open formats.

use super::{generator, list, made_by};
use crate::{
    cli::{self, ExportForm},
    commands::Outcome,
    console, keeper,
    meaning::Encoding,
};
use anyhow::anyhow;
use parallax_archive::Reader;
use parallax_model::{CaptureId, Edition, StoryId};
use parallax_publish::{csv, json, ninjs};
use parallax_search::{Order, Query};
use std::{
    collections::BTreeSet,
    io::{self, Write},
};

pub(crate) fn export(command: &cli::Export) -> anyhow::Result<Outcome> {
    let reader = Reader::open(&command.home.archive)?;
    let stories = wanted(command, &reader)?;
    match command.format {
        ExportForm::Warc => captures(&reader, stories.as_deref())?,
        form => {
            let stories = match stories {
                Some(stories) => stories,
                None => reader.made_of()?.into_iter().map(|(id, _)| id).collect(),
            };
            for (at, id) in stories.iter().enumerate() {
                print(&list::edition(&reader, *id)?, form, at == 0)?;
            }
        }
    }
    Ok(Outcome::Whole)
}

/// The stories that are asked for, by id; none where all are.
fn wanted(command: &cli::Export, reader: &Reader<'_>) -> anyhow::Result<Option<Vec<StoryId>>> {
    if let Some(digits) = &command.story {
        return Ok(Some(vec![list::story_named(reader, digits)?]));
    }
    let Some(question) = &command.query else { return Ok(None) };
    let query = Query::parse(question).map_err(|error| anyhow!("{}", error.pointed(question)))?;
    let index = keeper::index(&command.home.archive, reader, &made_by())?;
    let all = usize::try_from(index.len())?;
    let found = index.search(&query, Order::Latest, 0, all)?;
    let stories: BTreeSet<StoryId> = found.hits.iter().map(|hit| hit.story).collect();
    Ok(Some(stories.into_iter().collect()))
}

fn print(edition: &Edition, form: ExportForm, first: bool) -> io::Result<()> {
    match form {
        ExportForm::Csv => {
            let table = csv::edition(edition);
            // The names of the columns stand once.
            let rows = table.split_once("\r\n").map_or("", |(_, rows)| rows);
            console::print(if first { &table } else { rows })
        }
        ExportForm::Ninjs => console::print(&ninjs::edition(edition)),
        _ => console::print(&json::edition(edition, &generator(Encoding::Carried))),
    }
}

/// Prints the captures of stories, or all there are, as they are kept.
fn captures(reader: &Reader<'_>, stories: Option<&[StoryId]>) -> anyhow::Result<()> {
    let wanted: Option<BTreeSet<CaptureId>> = match stories {
        None => None,
        Some(stories) => {
            let mut wanted = BTreeSet::new();
            for id in stories {
                wanted.extend(reader.captures_of(*id)?);
            }
            Some(wanted)
        }
    };
    let mut out = io::stdout().lock();
    for place in reader.places()? {
        if wanted.as_ref().is_none_or(|wanted| wanted.contains(&place.id)) {
            out.write_all(&reader.stored(&place)?)?;
        }
    }
    Ok(())
}
