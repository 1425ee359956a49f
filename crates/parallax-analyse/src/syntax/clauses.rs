//! Clauses that were left without a verb.
//!
//! The treebanks lack many verbs of the news, and the tagger takes one it does
//! not know for an adjective: `The government imposed limits`. Where a stretch
//! between marks has no finite verb, the first word in `-ed`, or of a list, between a noun
//! and what can be an object becomes one.

use super::names::{Class, Tag};

/// Past forms of the news that no ending shows.
const PAST: [&str; 32] = [
    "froze",
    "shot",
    "overran",
    "overthrew",
    "withdrew",
    "forbade",
    "struck",
    "fled",
    "sank",
    "broke",
    "shook",
    "swore",
    "flew",
    "drove",
    "fought",
    "stole",
    "sought",
    "drew",
    "tore",
    "fell",
    "slew",
    "burnt",
    "bid",
    "spoke",
    "rode",
    "shrank",
    "retook",
    "undertook",
    "threw",
    "sold",
    "hid",
    "led",
];

/// Gives such stretches their verb; `words` are the words as written.
pub(crate) fn give_verbs(words: &[&str], tags: &mut [Tag]) {
    for at in 0..tags.len() {
        if joins_verb(words, tags, at) {
            tags[at] = Tag::of_names("VERB", "VBD");
        }
    }
    let mut start = 0;
    while start < tags.len() {
        let rest = tags.get(start..).unwrap_or_default();
        let end =
            rest.iter().position(|tag| ends_stretch(*tag)).map_or(tags.len(), |at| start + at);
        let lacks = !tags[start..end].iter().any(|tag| is_finite(*tag));
        if lacks && let Some(verb) = (start..end).find(|&at| can_be_verb(words, tags, at)) {
            tags[verb] = Tag::of_names("VERB", "VBD");
        }
        start = end + 1;
    }
}

/// `Officers shot and killed him`: a past form taken for a noun beside a verb it is joined to.
fn joins_verb(words: &[&str], tags: &[Tag], at: usize) -> bool {
    let fine = |at: usize| tags.get(at).map_or("", |tag| tag.fine());
    let written = words.get(at).copied().unwrap_or_default();
    let subject = at.checked_sub(1).and_then(|before| tags.get(before)).map(|tag| tag.class());
    PAST.contains(&written)
        && matches!(fine(at), "NN" | "JJ")
        && words.get(at + 1) == Some(&"and")
        && fine(at + 2) == "VBD"
        && matches!(subject, Some(Class::Noun | Class::Propn | Class::Pron))
}

fn ends_stretch(tag: Tag) -> bool {
    matches!(tag.class(), Class::Punct | Class::Sconj) && tag.fine() != "HYPH"
}

fn is_finite(tag: Tag) -> bool {
    matches!(tag.fine(), "VBD" | "VBZ" | "VBP" | "MD") || tag.class() == Class::Aux
}

fn can_be_verb(words: &[&str], tags: &[Tag], at: usize) -> bool {
    let class = |at: Option<usize>| at.and_then(|at| tags.get(at)).map(|tag| tag.class());
    let written = words.get(at).copied().unwrap_or_default();
    let own = tags.get(at).is_some_and(|tag| matches!(tag.fine(), "JJ" | "VBN" | "NN"));
    let subject = matches!(class(at.checked_sub(1)), Some(Class::Noun | Class::Propn));
    let object = matches!(
        class(at.checked_add(1)),
        Some(Class::Det | Class::Num | Class::Pron | Class::Noun | Class::Propn | Class::Adj)
    );
    let past = (own && written.len() > 4 && written.ends_with("ed")) || PAST.contains(&written);
    past && subject && object
}
