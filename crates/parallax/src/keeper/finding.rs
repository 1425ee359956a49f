//! Keeps the index of what can be searched in step with the archive.

use super::settling::{Changes, Watch};
use anyhow::Context;
use parallax_archive::{Archive, ArchiveError, KeptStory, Reader};
use parallax_extract::OutletRules;
use parallax_model::StoryId;
use parallax_search::{Document, Index, Update};
use rayon::prelude::*;
use std::{
    fs, mem,
    path::{Path, PathBuf},
};

/// The folder of the index in that of an archive.
fn folder(archive: &Path) -> PathBuf {
    archive.join("index")
}

/// Says which state of the archive the index follows.
fn stamp(reader: &Reader<'_>) -> Result<String, ArchiveError> {
    Ok(format!("index 4 of {}", reader.state()?))
}

/// Tells `changes` and puts them into the index, which is made anew where it did not follow
/// the archive as it is before; gives how many stories were told.
pub(super) fn tell(
    archive: &mut Archive,
    changes: Changes,
    rules: &OutletRules,
    watch: Watch<'_>,
) -> anyhow::Result<usize> {
    let index = open(archive)?;
    let follows = index.stamp().as_deref() == Some(&stamp(&archive.reader())?);
    if follows && changes.is_empty() {
        return Ok(0);
    }
    let mut update = index.update().context(WRITE)?;
    if !follows {
        update.clear().context(WRITE)?;
    }
    let told = changes.tell(archive, &mut update, rules, watch)?;
    let reader = archive.reader();
    if !follows {
        let all = reader.made_of()?.into_iter().map(|(id, _)| id);
        put(&mut update, &reader, all.filter(|id| !told.contains(id)))?;
    }
    update.finish(&stamp(&reader)?).context(WRITE)?;
    Ok(told.len())
}

const WRITE: &str = "cannot write the index";

fn open(archive: &Archive) -> anyhow::Result<Index> {
    Index::open(&folder(archive.folder())).context(WRITE)
}

/// Makes the index anew of the stories as they were told.
fn make_anew(archive: &Archive) -> anyhow::Result<()> {
    let index = open(archive)?;
    let reader = archive.reader();
    let mut update = index.update().context(WRITE)?;
    update.clear().context(WRITE)?;
    put(&mut update, &reader, reader.made_of()?.into_iter().map(|(id, _)| id))?;
    update.finish(&stamp(&reader)?).context(WRITE)
}

/// Articles that are cut into terms at once.
const AT_ONCE: usize = 500;

fn put(
    update: &mut Update<'_>,
    reader: &Reader<'_>,
    stories: impl Iterator<Item = StoryId>,
) -> anyhow::Result<()> {
    let mut some = Vec::new();
    for id in stories {
        let Some(kept) = reader.story(id)? else { continue };
        some.push(kept);
        if some.iter().map(|kept| kept.articles.len()).sum::<usize>() >= AT_ONCE {
            put_all(update, &mem::take(&mut some))?;
        }
    }
    put_all(update, &some)
}

fn put_all(update: &mut Update<'_>, stories: &[KeptStory]) -> anyhow::Result<()> {
    let maker = update.maker();
    let made = stories.par_iter().flat_map_iter(|kept| {
        let (story, comparison) = (&kept.told.story, &kept.told.comparison);
        kept.articles.iter().map(move |read| {
            maker.make(&Document::new(&read.article, &read.annotations, story, comparison))
        })
    });
    for made in made.collect::<Vec<_>>() {
        update.put(made)?;
    }
    Ok(())
}

/// The index of the archive in `archive`, in step with what `reader` sees; made anew where it
/// is missing, behind or damaged and nobody else writes.
pub fn index(archive: &Path, reader: &Reader<'_>, made_by: &str) -> anyhow::Result<Index> {
    let now = stamp(reader)?;
    let held = Index::open_to_read(&folder(archive));
    if let Some(index) = held.filter(|index| index.stamp().as_deref() == Some(&now)) {
        return Ok(index);
    }
    let writer = Archive::open(archive, made_by);
    let writer = writer.context("the index is behind, and cannot be brought up to date")?;
    make_anew(&writer)?;
    Ok(Index::open(&folder(archive))?)
}

/// The index of an archive, if there is one in step with what `reader` sees.
pub(crate) fn index_as_it_is(reader: &Reader<'_>) -> anyhow::Result<Option<Index>> {
    let now = stamp(reader)?;
    let index = Index::open_to_read(&folder(reader.folder()));
    Ok(index.filter(|index| index.stamp().as_deref() == Some(&now)))
}

/// The files of the index of the archive in `archive` that are not what was written.
pub(crate) fn index_damages(archive: &Path) -> Vec<String> {
    let folder = folder(archive);
    if folder.is_dir() { Index::damages(&folder) } else { Vec::new() }
}

/// Throws the index of the archive in `archive` away and makes it again.
pub fn make_index(archive: &Path, made_by: &str) -> anyhow::Result<()> {
    let writer = Archive::open(archive, made_by)?;
    let folder = folder(archive);
    if folder.is_dir() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    make_anew(&writer)
}
