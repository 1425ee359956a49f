//! What is known of a person, an organization or a place: the stories that name it.

use super::entry::{Entry, NameKey, fold, is_same};
use parallax_model::{EntityKind, StoryId};
use parallax_site::library::NamedPage;
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Others that are named with it.
const BESIDE: usize = 16;

/// With those stories that are asked for, the latest first.
pub(super) fn of(
    entries: &[Arc<Entry>],
    starred: &BTreeSet<StoryId>,
    kind: EntityKind,
    name: &str,
    (skip, most): (usize, usize),
) -> Option<NamedPage> {
    let folded = fold(name);
    let key = NameKey::of(kind, name);
    let with: Vec<&Arc<Entry>> = entries.iter().filter(|entry| entry.names(key)).collect();
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
    let stories = with.iter().skip(skip).take(most);
    Some(NamedPage {
        total: with.len(),
        stories: stories.map(|entry| entry.glance(starred.contains(&entry.id))).collect(),
        said: Vec::new(),
        beside,
    })
}
