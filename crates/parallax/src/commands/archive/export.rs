//! `parallax export`: what the archive holds, in open formats.

mod site;
mod warc;

use super::{evidence, generator, list, made_by};
use crate::{
    cli::{self, ExportForm, ExportWhat},
    commands::Outcome,
    console, keeper,
    meaning::Encoding,
    shelf::Shelf,
    threads::Threads,
    whole::{NewFile, NewFolder},
};
use anyhow::{Context, anyhow, bail};
use parallax_archive::Reader;
use parallax_export::Partitions;
use parallax_extract::OutletRules;
use parallax_model::{Edition, StoryId};
use parallax_publish::{
    csv, json, ninjs,
    tables::{self, TABLES, Table},
};
use parallax_search::{Order, Query};
use std::{
    collections::BTreeSet,
    io::{self, Write},
    path::Path,
};

/// `parallax export`
pub(crate) fn export(command: &cli::Export) -> anyhow::Result<Outcome> {
    if let Some(ExportWhat::Site(wanted)) = &command.what {
        return site::export(&command.home.archive, wanted);
    }
    let reader = Reader::open(&command.home.archive)?;
    if let (Some(file), Some(digits)) = (&command.evidence, &command.story) {
        return evidence::export(&reader, list::story_named(&reader, digits)?, file, command);
    }
    let chosen = chosen(command, &reader)?;
    let all = || -> anyhow::Result<Vec<StoryId>> {
        match &chosen {
            Some(stories) => Ok(stories.clone()),
            None => Ok(reader.made_of()?.into_iter().map(|(id, _)| id).collect()),
        }
    };
    match (command.format, &command.to) {
        (ExportForm::Parquet, None) => bail!("parquet is many files: --to names the folder"),
        (ExportForm::Parquet, Some(to)) => parquet(&reader, &all()?, to)?,
        (ExportForm::Csv, Some(to)) if command.table.is_none() => sheets(&reader, &all()?, to)?,
        (form, None) => {
            let out = &mut io::stdout().lock();
            write(command, form, &reader, chosen.as_deref(), &all()?, out)?;
        }
        (form, Some(to)) => {
            let mut file = NewFile::create(to)?;
            write(command, form, &reader, chosen.as_deref(), &all()?, &mut file)?;
            file.finish()?;
        }
    }
    Ok(Outcome::Whole)
}

/// The stories that are asked for, by id; none where all are.
fn chosen(command: &cli::Export, reader: &Reader<'_>) -> anyhow::Result<Option<Vec<StoryId>>> {
    if let Some(digits) = &command.story {
        return Ok(Some(vec![list::story_named(reader, digits)?]));
    }
    let Some(question) = &command.query else { return Ok(None) };
    Ok(Some(found(&command.home, reader, question)?.into_iter().collect()))
}

/// The stories that have an article which fits a question.
pub(super) fn found(
    home: &cli::Home,
    reader: &Reader<'_>,
    question: &str,
) -> anyhow::Result<BTreeSet<StoryId>> {
    let query = Query::parse(question).map_err(|error| anyhow!("{}", error.pointed(question)))?;
    let index = keeper::index(&home.archive, reader, &made_by())?;
    let all = usize::try_from(index.len())?;
    let found = index.search(&query, Order::Latest, 0, all)?;
    Ok(found.hits.iter().map(|hit| hit.story).collect())
}

/// Writes a form that is one file.
fn write(
    command: &cli::Export,
    form: ExportForm,
    reader: &Reader<'_>,
    chosen: Option<&[StoryId]>,
    stories: &[StoryId],
    to: &mut impl Write,
) -> anyhow::Result<()> {
    if form == ExportForm::Warc {
        return warc::write(reader, chosen, to);
    }
    let table = command.table.as_deref().unwrap_or("statements");
    let table = tables::named(table).context("there is no such table")?;
    if form == ExportForm::Csv {
        to.write_all(csv::head(table).as_bytes())?;
    }
    let generator = generator(Encoding::Carried);
    each(reader, stories, |edition| {
        let printed = match form {
            ExportForm::Csv => csv::rows(table, edition),
            ExportForm::Ninjs => ninjs::edition(edition),
            _ => json::edition(edition, &generator),
        };
        Ok(to.write_all(printed.as_bytes())?)
    })?;
    Ok(to.flush()?)
}

/// Writes every table as a CSV file of its own.
fn sheets(reader: &Reader<'_>, stories: &[StoryId], to: &Path) -> anyhow::Result<()> {
    let folder = NewFolder::create(to)?;
    let mut sheets: Vec<(Table, NewFile)> = Vec::new();
    for table in TABLES {
        let mut file = NewFile::create(&folder.path().join(format!("{}.csv", table.name)))?;
        file.write_all(csv::head(&table).as_bytes())?;
        sheets.push((table, file));
    }
    each(reader, stories, |edition| {
        for (table, file) in &mut sheets {
            file.write_all(csv::rows(table, edition).as_bytes())?;
        }
        Ok(())
    })?;
    for (_, file) in sheets {
        file.finish()?;
    }
    folder.finish()
}

/// Writes every table as Parquet files, by day.
fn parquet(reader: &Reader<'_>, stories: &[StoryId], to: &Path) -> anyhow::Result<()> {
    let folder = NewFolder::create(to)?;
    let mut partitions = Partitions::new(folder.path(), &made_by());
    each(reader, stories, |edition| Ok(partitions.take(edition)?))?;
    let rows = partitions.finish()?;
    folder.finish()?;
    console::print(&format!("{} stories, {rows} rows\n", stories.len()))?;
    Ok(())
}

/// Hands on the edition of each story.
fn each(
    reader: &Reader<'_>,
    stories: &[StoryId],
    mut take: impl FnMut(&Edition) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let shelf = Shelf::of(reader, OutletRules::default(), Encoding::Carried);
    let threads = Threads::of(reader, &made_by())?;
    for id in stories {
        take(&shelf.tied(*id, &threads)?)?;
    }
    Ok(())
}
