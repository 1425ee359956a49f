//! The file of sources, and what of it is watched.

use crate::console;
use anyhow::{Context, bail};
use parallax_acquire::{
    Entry, SourceList, read_listing,
    watch::{Lists, Source},
};
use parallax_model::Show;
use std::{collections::BTreeMap, fs, path::Path, sync::Arc};

/// What stands in the file, without what is paused.
pub(super) struct List {
    pub(super) contact: Option<String>,
    /// Where hubs can call.
    pub(super) callback: Option<String>,
    /// What is watched.
    pub(super) sources: Vec<Source>,
    /// What may be shown of whom.
    pub(super) shows: BTreeMap<String, Show>,
    entries: Vec<Entry>,
}

/// Reads a file of sources. What cannot be read in it is named, and the rest goes on.
pub(super) fn load(path: &Path) -> anyhow::Result<List> {
    let name = path.display().to_string();
    let bytes = fs::read(path).with_context(|| format!("cannot read {name}"))?;
    let (list, faults) = SourceList::read_bytes(&name, &bytes);
    for fault in faults {
        console::say(&fault);
    }
    let shows = list.shows();
    let entries: Vec<Entry> = list.entries.into_iter().filter(|entry| !entry.paused).collect();
    if entries.is_empty() {
        bail!("there is no source in {name}");
    }
    let sources = entries.iter().filter_map(Entry::watched).collect();
    Ok(List { contact: list.contact, callback: list.callback, sources, shows, entries })
}

impl List {
    /// How what sources answer is read: by the rules of each.
    pub(super) fn lists(&self) -> Lists {
        let rules: BTreeMap<String, Entry> =
            self.entries.iter().map(|entry| (entry.name.clone(), entry.clone())).collect();
        let wanted = move |source: &Source, found: &_| {
            rules.get(&source.name).is_none_or(|entry| entry.takes(found))
        };
        Lists { wanted: Arc::new(wanted), ..Lists::all(read_listing) }
    }
}
