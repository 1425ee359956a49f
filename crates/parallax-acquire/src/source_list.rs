//! The list of sources that a person keeps: one TOML file, and the lists of other readers.
//!
//! A list is read by what it is: TOML of ours, OPML, or what Google Reader, Miniflux and their
//! kin give out as JSON. A source that cannot be read is named with its line and what to do, and
//! the others are read. `docs/sources.md` says what a list may hold.

mod dialects;
mod entry;
mod fault;
mod opml;
mod pattern;
mod toml_in;
mod toml_out;

pub use entry::{Entry, Place};
pub use fault::Fault;
pub use pattern::Pattern;

use crate::decoded::decoded;
use parallax_model::Show;
use std::collections::BTreeMap;

/// The sources of a list, in its order; no two have the same name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceList {
    /// How outlets can reach who runs this: an address of mail or of a page.
    pub contact: Option<String>,
    /// Where hubs that tell of changes can call us: the address as it is seen from outside.
    pub callback: Option<String>,
    /// The sources.
    pub entries: Vec<Entry>,
}

impl SourceList {
    /// Reads a list, whatever it is; `file` is what faults are named by.
    ///
    /// ```
    /// use parallax_acquire::SourceList;
    ///
    /// let (list, faults) = SourceList::read("a.toml", "[[source]]\nfeed = 'https://quay.example/rss'\nevry = '1h'\n");
    /// assert_eq!(list.entries.len(), 1);
    /// assert_eq!(faults[0].to_string(), "a.toml:3: `evry` is no key of a source: did you mean `every`?");
    /// ```
    pub fn read(file: &str, text: &str) -> (Self, Vec<Fault>) {
        let text = text.trim_start_matches('\u{FEFF}');
        let mut list = Self::default();
        let (entries, faults) = match text.trim_start().chars().next() {
            Some('<') => opml::read(text),
            Some('{') => dialects::read(text),
            // An array of JSON; in TOML a table's name follows.
            Some('[') if is_json_array(text) => dialects::read(text),
            _ => {
                let (written, faults) = toml_in::read(text);
                (list.contact, list.callback) = (written.contact, written.callback);
                (written.entries, faults)
            }
        };
        list.extend(entries);
        (list, faults.into_iter().map(|fault| fault.of(file)).collect())
    }

    /// The same of bytes, in whatever encoding they are.
    pub fn read_bytes(file: &str, bytes: &[u8]) -> (Self, Vec<Fault>) {
        Self::read(file, &decoded(bytes, None))
    }

    /// The list as TOML, as a person would write it.
    pub fn to_toml(&self) -> String {
        toml_out::written(self)
    }

    /// The list as OPML 2.0: other readers take its feeds and folders, and what only we know stands in attributes
    /// of our own.
    pub fn to_opml(&self, title: &str) -> String {
        opml::written(self, title)
    }

    /// Adds sources; one that asks the same place as another is merged into it, and a name that is taken gets a number.
    pub fn extend(&mut self, entries: Vec<Entry>) {
        let mut places: BTreeMap<Place, usize> = BTreeMap::new();
        // By name: the number that is tried next where it is taken.
        let mut names: BTreeMap<String, usize> = BTreeMap::new();
        for (at, held) in self.entries.iter().enumerate() {
            places.insert(held.place.clone(), at);
            names.insert(held.name.clone(), 2);
        }
        for mut entry in entries {
            let at = *places.entry(entry.place.clone()).or_insert(self.entries.len());
            if let Some(held) = self.entries.get_mut(at) {
                for category in entry.categories {
                    if !held.categories.contains(&category) {
                        held.categories.push(category);
                    }
                }
                continue;
            }
            let plain = entry.name.clone();
            while names.contains_key(&entry.name) {
                let number = names.entry(plain.clone()).or_insert(2);
                entry.name = format!("{plain} ({number})");
                *number += 1;
            }
            names.insert(entry.name.clone(), 2);
            self.entries.push(entry);
        }
    }

    /// What the list says that may be shown of whom: outlets by name and by domain, each once, with the strictest
    /// that is said of them. What is paused is spoken of all the same.
    pub fn shows(&self) -> BTreeMap<String, Show> {
        let mut shows = BTreeMap::new();
        for (entry, show) in self.entries.iter().filter_map(|entry| Some((entry, entry.show?))) {
            for outlet in entry.outlet_known_by() {
                shows
                    .entry(outlet)
                    .and_modify(|held: &mut Show| *held = show.min(*held))
                    .or_insert(show);
            }
        }
        shows
    }

    /// How many sources there are of each kind, by its name.
    pub fn kinds(&self) -> BTreeMap<&'static str, usize> {
        let mut kinds = BTreeMap::new();
        for entry in &self.entries {
            *kinds.entry(entry.place.key()).or_default() += 1;
        }
        kinds
    }
}

/// `[` and then a brace, a bracket or the end: TOML has a name there.
fn is_json_array(text: &str) -> bool {
    let inner = text.trim_start().strip_prefix('[').unwrap_or_default();
    inner.trim_start().starts_with(['{', ']'])
}

#[cfg(test)]
mod tests;
