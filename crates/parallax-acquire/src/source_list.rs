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

pub use entry::{Entry, Place, Show};
pub use fault::Fault;
pub use pattern::Pattern;

use std::collections::BTreeMap;

/// The sources of a list, in its order; no two have the same name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourceList {
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
        let (entries, faults) = match text.trim_start().chars().next() {
            Some('<') => opml::read(text),
            Some('{') => dialects::read(text),
            // An array of JSON; in TOML a table's name follows.
            Some('[') if is_json_array(text) => dialects::read(text),
            _ => toml_in::read(text),
        };
        let mut list = Self::default();
        for entry in entries {
            list.add(entry);
        }
        (list, faults.into_iter().map(|fault| fault.of(file)).collect())
    }

    /// The list as TOML, as a person would write it.
    pub fn to_toml(&self) -> String {
        toml_out::written(&self.entries)
    }

    /// The list as OPML 2.0: other readers take its feeds and folders, and what only we know stands in attributes
    /// of our own.
    pub fn to_opml(&self, title: &str) -> String {
        opml::written(&self.entries, title)
    }

    /// Adds a source; one that asks the same place is merged into the one that is there, and a name that is taken gets
    /// a number.
    pub fn add(&mut self, mut entry: Entry) {
        if let Some(held) = self.entries.iter_mut().find(|held| held.place == entry.place) {
            for category in entry.categories {
                if !held.categories.contains(&category) {
                    held.categories.push(category);
                }
            }
            return;
        }
        let taken = |name: &str| self.entries.iter().any(|held| held.name == name);
        if taken(&entry.name) {
            let numbers = 2..;
            let name = numbers
                .map(|number: usize| format!("{} ({number})", entry.name))
                .find(|name| !taken(name));
            entry.name = name.unwrap_or_default();
        }
        self.entries.push(entry);
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
