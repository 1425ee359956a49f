//! Keeps the index of what can be searched in step with the archive.

use anyhow::Context;
use parallax_archive::{Archive, Reader};
use parallax_model::{Digest, DigestBuilder, StoryId};
use parallax_search::{Document, Index, Update};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// The folder of the index in that of an archive.
fn folder(archive: &Path) -> PathBuf {
    archive.join("index")
}

/// Names the state of an archive by its stories.
pub(super) fn stamp(stories: &[(StoryId, Digest)]) -> String {
    let each = |state: DigestBuilder, (id, made_of): &(StoryId, Digest)| {
        state.field(id.as_bytes()).field(made_of.as_bytes())
    };
    let state = stories.iter().fold(DigestBuilder::new("index 1"), each);
    state.finish().to_string()
}

/// Puts into the index what changed since the archive was in the state `before`: the
/// stories in `told`, of all that there are `now`. Makes the index anew where it was not in
/// that state.
pub(super) fn follow(
    archive: &Archive,
    before: &str,
    now: &[(StoryId, Digest)],
    told: &[StoryId],
) -> anyhow::Result<()> {
    let index = Index::open(&folder(archive.folder()))?;
    let (was, is) = (index.stamp(), stamp(now));
    if was.as_deref() == Some(&is) {
        return Ok(());
    }
    let mut update = index.update()?;
    if was.as_deref() == Some(before) {
        put(&mut update, &archive.reader(), told)?;
    } else {
        let all: Vec<StoryId> = now.iter().map(|(id, _)| *id).collect();
        update.clear()?;
        put(&mut update, &archive.reader(), &all)?;
    }
    Ok(update.finish(&is)?)
}

fn put(update: &mut Update<'_>, reader: &Reader<'_>, stories: &[StoryId]) -> anyhow::Result<()> {
    for id in stories {
        let Some(kept) = reader.story(*id)? else { continue };
        let (story, comparison) = (&kept.told.story, &kept.told.comparison);
        for read in &kept.articles {
            update.put(&Document::new(read, story, comparison))?;
        }
    }
    Ok(())
}

/// The index of the archive in `archive`, in step with what `reader` sees; made anew where it
/// is missing, behind or damaged and nobody else writes.
pub fn index(archive: &Path, reader: &Reader<'_>, made_by: &str) -> anyhow::Result<Index> {
    let now = stamp(&reader.made_of()?);
    let held = Index::open_to_read(&folder(archive));
    if let Some(index) = held.filter(|index| index.stamp().as_deref() == Some(&now)) {
        return Ok(index);
    }
    let writer = Archive::open(archive, made_by);
    let writer = writer.context("the index is behind, and cannot be brought up to date")?;
    follow(&writer, "", &writer.made_of()?, &[])?;
    Ok(Index::open(&folder(archive))?)
}

/// The index of an archive, if it is in step with what `reader` sees, whole or not; why not,
/// where it is damaged so that it cannot be used.
pub(crate) fn index_as_it_is(reader: &Reader<'_>) -> Result<Option<Index>, String> {
    let folder = folder(reader.folder());
    if !folder.is_dir() {
        return Ok(None);
    }
    let index =
        Index::open_to_read(&folder).ok_or("cannot be used: its list of files is damaged")?;
    let now = reader.made_of().map_err(|error| error.to_string())?;
    Ok((index.stamp().as_deref() == Some(stamp(&now).as_str())).then_some(index))
}

/// Throws the index of the archive in `archive` away and makes it again.
pub fn make_index(archive: &Path, made_by: &str) -> anyhow::Result<()> {
    let writer = Archive::open(archive, made_by)?;
    let folder = folder(archive);
    if folder.is_dir() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    follow(&writer, "", &writer.made_of()?, &[])
}
