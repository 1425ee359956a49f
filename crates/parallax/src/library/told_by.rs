//! Which stories are carried by outlets of a country or of a sort, as far as a person wrote that down.

use super::entry::Entry;
use parallax_model::StoryId;
use parallax_site::facts::{About, OutletFacts};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Stories by what is known of the outlets that carry them.
#[derive(Default)]
pub(super) struct ToldBy {
    countries: Stories,
    kinds: Stories,
    /// Of what nobody carries.
    none: BTreeSet<StoryId>,
}

type Stories = BTreeMap<String, BTreeSet<StoryId>>;

impl ToldBy {
    pub(super) fn of(entries: &[Arc<Entry>], facts: &OutletFacts) -> Self {
        let mut told_by = Self::default();
        if facts.all().is_empty() {
            return told_by;
        }
        for entry in entries {
            for carrier in &entry.carriers {
                let about = facts.of(&carrier.name, carrier.domain.as_deref());
                let note = |stories: &mut Stories, value: Option<&str>| {
                    if let Some(value) = value {
                        stories.entry(value.to_owned()).or_default().insert(entry.id);
                    }
                };
                note(&mut told_by.countries, about.and_then(About::country));
                note(&mut told_by.kinds, about.and_then(About::kind));
            }
        }
        told_by
    }

    /// Stories that outlets of a country carry.
    pub(super) fn country(&self, code: &str) -> &BTreeSet<StoryId> {
        self.countries.get(code).unwrap_or(&self.none)
    }

    /// Stories that outlets of a sort carry.
    pub(super) fn kind(&self, kind: &str) -> &BTreeSet<StoryId> {
        self.kinds.get(kind).unwrap_or(&self.none)
    }

    /// Countries, each with how many stories.
    pub(super) fn countries(&self) -> Vec<(String, usize)> {
        counted(&self.countries)
    }

    /// Sorts of outlets, each with how many stories.
    pub(super) fn kinds(&self) -> Vec<(String, usize)> {
        counted(&self.kinds)
    }
}

fn counted(stories: &Stories) -> Vec<(String, usize)> {
    stories.iter().map(|(value, stories)| (value.clone(), stories.len())).collect()
}
