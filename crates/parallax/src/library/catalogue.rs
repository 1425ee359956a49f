//! All stories of an archive at a glance, in memory: what lists of stories are made of.
//!
//! Hangs on the stories alone, each as it was told. Kept in a file of the archive's folder,
//! `glances`, that is brought up to date by who reads, made again where it is missing, damaged or
//! of another program, and thrown away when something is forgotten: it holds words of articles.

use super::entry::Entry;
use anyhow::Context;
use parallax_archive::{Packed, Reader};
use parallax_model::{ArticleId, Digest, StoryId};
use serde::{Deserialize, Serialize};
use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    process,
    sync::Arc,
};

/// The form of what is kept: another whenever entries are made otherwise.
const FORM: u32 = 3;

/// Of so many stories one has to be new for a catalogue that is in use to be written again.
const FRESH: usize = 20;

/// All stories at a glance, as they were at one moment.
#[derive(Debug, Default)]
pub(super) struct Catalogue {
    /// The state of the archive.
    pub(super) state: String,
    /// The latest first, then by id.
    pub(super) entries: Vec<Arc<Entry>>,
}

/// How they are kept.
#[derive(Deserialize)]
struct Kept {
    made_by: String,
    form: u32,
    state: String,
    entries: Vec<Entry>,
}

/// The same, to be written.
#[derive(Serialize)]
struct ToKeep<'a> {
    made_by: &'a str,
    form: u32,
    state: &'a str,
    entries: Vec<&'a Entry>,
}

impl Catalogue {
    /// That of the archive as `reader` sees it, for a program that names itself `made_by`; what
    /// `known` holds is not read again.
    pub(super) fn of(
        reader: &Reader<'_>,
        made_by: &str,
        known: Option<&Self>,
    ) -> anyhow::Result<Self> {
        let state = reader.state()?;
        let file = file(reader.folder());
        let kept = match known {
            Some(known) => Self { state: known.state.clone(), entries: known.entries.clone() },
            None => read(&file, made_by),
        };
        if kept.state == state {
            return Ok(kept);
        }
        let (entries, fresh) = told(kept.entries, reader)?;
        let catalogue = Self { state, entries };
        // What is kept may be behind: it is brought up to date by who opens it next. Nor is it
        // harm if it cannot be written.
        if known.is_none() || fresh > catalogue.entries.len() / FRESH {
            let _ = write(&file, made_by, &catalogue);
        }
        Ok(catalogue)
    }

    /// The entry of the story that an article is in.
    pub(super) fn holding(&self, article: ArticleId) -> Option<&Arc<Entry>> {
        self.entries.iter().find(|entry| entry.members.binary_search(&article).is_ok())
    }

    /// The entry of a story.
    pub(super) fn find(&self, id: StoryId) -> Option<&Arc<Entry>> {
        self.entries.iter().find(|entry| entry.id == id)
    }
}

/// Throws away what is kept of the archive in `folder`.
pub(crate) fn discard(folder: &Path) -> anyhow::Result<()> {
    let file = file(folder);
    match fs::remove_file(&file) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
            Err(error).with_context(|| format!("cannot remove {}", file.display()))
        }
        _ => Ok(()),
    }
}

fn file(folder: &Path) -> PathBuf {
    folder.join("glances")
}

fn read(file: &Path, made_by: &str) -> Catalogue {
    let kept = fs::read(file).ok();
    let kept = kept.and_then(|bytes| Packed::kept(bytes).open::<Kept>(String::new).ok());
    match kept.filter(|kept| kept.made_by == made_by && kept.form == FORM) {
        Some(Kept { state, entries, .. }) => {
            Catalogue { state, entries: entries.into_iter().map(Arc::new).collect() }
        }
        None => Catalogue::default(),
    }
}

/// The stories there are: those that are as they were, and those that are read now, with how many
/// these are.
fn told(kept: Vec<Arc<Entry>>, reader: &Reader<'_>) -> anyhow::Result<(Vec<Arc<Entry>>, usize)> {
    let mut kept: BTreeMap<(StoryId, Digest), Arc<Entry>> =
        kept.into_iter().map(|entry| ((entry.id, entry.made_of), entry)).collect();
    let (mut all, mut fresh) = (Vec::new(), 0);
    for (id, made_of) in reader.made_of()? {
        if let Some(entry) = kept.remove(&(id, made_of)) {
            all.push(entry);
        } else if let Some(story) = reader.story(id)? {
            all.push(Arc::new(Entry::of(made_of, &story, reader)?));
            fresh += 1;
        }
    }
    all.sort_by_key(|entry| (std::cmp::Reverse(entry.last()), entry.id));
    Ok((all, fresh))
}

/// Writes what is kept: whole, or not at all.
fn write(file: &Path, made_by: &str, catalogue: &Catalogue) -> std::io::Result<()> {
    let entries = catalogue.entries.iter().map(|entry| &**entry).collect();
    let kept = ToKeep { made_by, form: FORM, state: &catalogue.state, entries };
    let part = file.with_extension(format!("{}.part", process::id()));
    let written =
        fs::write(&part, Packed::of(&kept).bytes()).and_then(|()| fs::rename(&part, file));
    if written.is_err() {
        // What cannot be cleared away is in nobody's way.
        let _ = fs::remove_file(&part);
    }
    written
}
