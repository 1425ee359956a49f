//! What is known of a person, an organization or a place: the stories that name it.

use super::entry::{Entry, fold, is_same};
use parallax_model::{EntityKind, StoryId};
use parallax_site::library::NamedPage;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Stories that are listed and looked through for what was said.
const STORIES: usize = 20;

/// Others that are named with it.
const BESIDE: usize = 16;

pub(super) fn of(
    entries: &[Arc<Entry>],
    starred: &BTreeSet<StoryId>,
    kind: EntityKind,
    name: &str,
) -> Option<NamedPage> {
    let folded = fold(name);
    let with: Vec<&Arc<Entry>> =
        entries.iter().filter(|entry| entry.names(kind, &folded)).collect();
    if with.is_empty() {
        return None;
    }
    let mut beside: BTreeMap<(EntityKind, &str), usize> = BTreeMap::new();
    for (other, known) in with.iter().flat_map(|entry| &entry.names) {
        if *other != kind || !is_same(known, &folded) {
            *beside.entry((*other, known)).or_default() += 1;
        }
    }
    let mut beside: Vec<(EntityKind, String, usize)> =
        beside.into_iter().map(|((kind, name), number)| (kind, name.to_owned(), number)).collect();
    beside.sort_by_key(|(.., number)| Reverse(*number));
    beside.truncate(BESIDE);
    let stories = with.iter().take(STORIES);
    Some(NamedPage {
        total: with.len(),
        stories: stories.map(|entry| entry.glance(starred.contains(&entry.id))).collect(),
        said: Vec::new(),
        beside,
    })
}
