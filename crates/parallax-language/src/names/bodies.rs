//! Bodies that are known under several names: acronyms, short names, names in other languages.

use super::countries::name_key;
use crate::WordTable;
use std::sync::LazyLock;

static BODIES: LazyLock<WordTable<&'static str>> = LazyLock::new(|| {
    let mut bodies = Vec::new();
    let lines = include_str!("../../data/names/body-aliases.txt").lines();
    for line in lines.filter(|line| !line.starts_with('#')) {
        let mut names = line.split('|');
        let Some(first) = names.next() else { continue };
        bodies.extend(names.chain([first]).map(|name| (name_key(name), first)));
    }
    bodies.into_iter().collect()
});

/// The first name of the body that `name` is a name of.
pub(super) fn body(name: &str) -> Option<&'static str> {
    let small_word = name.chars().count() < 5 && name.chars().all(char::is_lowercase);
    if small_word { None } else { BODIES.get(&name_key(name)).copied() }
}
