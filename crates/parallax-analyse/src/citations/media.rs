//! Names that are known for media.

use parallax_language::{WordTable, fold, names::bare, words};
use std::{collections::BTreeMap, sync::LazyLock};

static LISTS: LazyLock<BTreeMap<&'static str, WordTable<()>>> = LazyLock::new(|| {
    let mut lists = BTreeMap::new();
    for line in include_str!("../../data/entities/media.tsv").lines() {
        let Some((class, words)) = line.split_once('\t') else { continue };
        // Names are told by their capitals, so they are kept as printed.
        let shape = if class == "name" { str::to_owned } else { bare };
        lists.insert(class, words.split(' ').map(|word| (shape(word), ())).collect());
    }
    lists
});

/// Whether a word as printed is in a class.
fn holds(class: &str, word: &str) -> bool {
    LISTS.get(class).is_some_and(|words| words.get(word).is_some())
}

/// Whether a word is in a class once it is bare.
fn holds_bare(class: &str, word: &str) -> bool {
    LISTS.get(class).is_some_and(|words| words.of_bare(word).is_some())
}

/// Whether a name is a medium’s, by its words: `Harbour Gazette`, `BBC`.
pub(crate) fn is_medium(name: &str) -> bool {
    if name.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        // One word is known, or a noun that says it all.
        return holds("name", name) || holds_bare("noun", name);
    }
    is_known(name) || {
        let parts: Vec<&str> = words(name).map(|word| word.of(name)).collect();
        let noun = |word: &&str| holds_bare("noun", word);
        let agency = parts.len() > 1 && parts.iter().any(noun);
        let ends = parts.last().is_some_and(noun) || parts.first().is_some_and(noun);
        let news = parts.windows(2).any(|pair| fold(pair[0]) == "news" || fold(pair[0]) == "press");
        let last = parts.len() > 1 && parts.last().is_some_and(|word| holds_bare("last", word));
        (agency && ends || news || last) && !is_other_body(name) || parts.len() == 1 && ends
    }
}

/// Whether a name is one of the big media.
pub(super) fn is_known(name: &str) -> bool {
    words(name).next().is_some_and(|first| {
        let whole = words(name).count() == 1 || words(name).count() == 2 && name.contains('-');
        let letters = |word: &str| word.chars().all(char::is_uppercase);
        holds("name", name)
            || whole && holds("name", first.of(name))
            || holds("name", first.of(name)) && letters(first.of(name))
    })
}

/// Whether a word of the name makes it a body that is no medium.
pub(super) fn is_other_body(name: &str) -> bool {
    words(name).any(|word| holds_bare("not", word.of(name)))
}

/// Whether a small noun says that a medium’s name follows.
pub(super) fn is_kind(word: &str) -> bool {
    holds_bare("kind", word)
}
