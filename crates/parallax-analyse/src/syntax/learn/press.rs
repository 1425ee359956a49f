//! Sentences made over in the manner of news agencies.
//!
//! The treebanks are mostly from the web and hardly know `The ministry on
//! Tuesday rejected …` or `…, officials said.` So some of their sentences are
//! given a day beside the verb and a source at the end.

use super::Example;
use crate::syntax::names::{Relation, Tag};

/// One sentence in so many is made over …
const EVERY: usize = 2;

/// … and one in so many of those is given to a source.
const SOURCED: usize = 3;

const DAYS: [&str; 9] = [
    "Monday",
    "today",
    "Tuesday",
    "Wednesday",
    "yesterday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];

/// Sources, with the Penn tags of their words.
const SOURCES: [&[(&str, &str)]; 6] = [
    &[("officials", "NNS")],
    &[("police", "NNS")],
    &[("the", "DT"), ("ministry", "NN")],
    &[("a", "DT"), ("spokesman", "NN")],
    &[("military", "JJ"), ("sources", "NNS")],
    &[("witnesses", "NNS")],
];

/// The sentences that can be made over, made over.
pub(super) fn made_over(examples: &[Example]) -> Vec<Example> {
    let fit = examples.iter().filter_map(|example| Some((example, verb_with_subject(example)?)));
    let made = fit.enumerate().filter(|(number, _)| number % EVERY == 0).map(
        |(number, (example, places))| {
            let number = number / EVERY;
            let mut example = example.clone();
            add_day(&mut example, places, number);
            if number.is_multiple_of(SOURCED) {
                add_source(&mut example, number / SOURCED);
            }
            example
        },
    );
    made.collect()
}

/// The root, if it is a finite verb after its subject, and where its verb group starts.
fn verb_with_subject(example: &Example) -> Option<(usize, usize)> {
    let root = example.heads.iter().position(Option::is_none)?;
    let fine = example.tags.get(root)?.fine();
    let subject = (0..root)
        .find(|&at| example.heads[at] == Some(root) && example.relations[at] == Relation::Nsubj)?;
    let first = (subject + 1..=root).find(|&at| {
        at == root || (example.heads[at] == Some(root) && example.relations[at] == Relation::Aux)
    })?;
    let finite = matches!(fine, "VBD" | "VBZ" | "VBP") || first < root;
    let pronoun = example.tags[subject].class() == crate::syntax::Class::Pron;
    // Only what belongs to the subject may stand between it and the verb.
    let joined = (subject + 1..first).all(|at| above(example, at).any(|one| one == subject));
    (finite && !pronoun && joined).then_some((root, first))
}

fn above(example: &Example, at: usize) -> impl Iterator<Item = usize> + '_ {
    std::iter::successors(Some(at), |&one| example.heads[one])
}

/// A day before the verb group or after the verb, with `on` or without.
fn add_day(example: &mut Example, (root, first): (usize, usize), number: usize) {
    let day = DAYS[number % DAYS.len()];
    let named = day.starts_with(char::is_uppercase);
    let place = if number % 3 == 2 { root + 1 } else { first };
    let tag = if named { Tag::of_names("PROPN", "NNP") } else { Tag::of_names("NOUN", "NN") };
    let verb = if place <= root { root + 1 } else { root };
    if named && (number / DAYS.len()).is_multiple_of(2) {
        insert(example, place, "on", Tag::of_names("ADP", "IN"), Relation::Case);
        insert(example, place + 1, day, tag, Relation::Obl);
        let verb = if place <= root { verb + 1 } else { verb };
        (example.heads[place], example.heads[place + 1]) = (Some(place + 1), Some(verb));
    } else {
        insert(example, place, day, tag, Relation::OblUnmarked);
        example.heads[place] = Some(verb);
    }
}

/// `, officials said` before the last point.
fn add_source(example: &mut Example, number: usize) {
    let Some(last) = example.words.len().checked_sub(1).filter(|&last| example.words[last] == ".")
    else {
        return;
    };
    let Some(root) = example.heads.iter().position(Option::is_none) else { return };
    let source = SOURCES[number % SOURCES.len()];
    let said = last + 1 + source.len();
    insert(example, last, ",", Tag::of_names("PUNCT", ","), Relation::Punct);
    for (by, (word, fine)) in source.iter().enumerate() {
        let (class, relation) = match *fine {
            "DT" => ("DET", Relation::Det),
            "JJ" => ("ADJ", Relation::Amod),
            _ => ("NOUN", Relation::Nsubj),
        };
        insert(example, last + 1 + by, word, Tag::of_names(class, fine), relation);
    }
    insert(example, said, "said", Tag::of_names("VERB", "VBD"), Relation::Root);
    for at in last + 1..said {
        example.heads[at] = Some(if at + 1 == said { said } else { said - 1 });
    }
    example.heads[last] = Some(said);
    (example.heads[said], example.heads[said + 1]) = (None, Some(said));
    (example.heads[root], example.relations[root]) = (Some(said), Relation::Ccomp);
}

/// A word more at `place`; its head is still to be set.
fn insert(example: &mut Example, place: usize, word: &str, tag: Tag, relation: Relation) {
    for head in example.heads.iter_mut().flatten() {
        *head += usize::from(*head >= place);
    }
    example.words.insert(place, word.to_owned());
    example.tags.insert(place, tag);
    example.heads.insert(place, None);
    example.relations.insert(place, relation);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn example(rows: &[(&str, &str, &str, usize, Relation)]) -> Example {
        let mut example = Example::default();
        for (word, class, fine, head, relation) in rows {
            example.words.push((*word).to_owned());
            example.tags.push(Tag::of_names(class, fine));
            example.heads.push(head.checked_sub(1));
            example.relations.push(*relation);
        }
        example
    }

    #[test]
    fn a_day_and_a_source_are_added() {
        let plain = example(&[
            ("The", "DET", "DT", 2, Relation::Det),
            ("port", "NOUN", "NN", 3, Relation::Nsubj),
            ("closed", "VERB", "VBD", 0, Relation::Root),
            (".", "PUNCT", ".", 3, Relation::Punct),
        ]);
        let made = made_over(&[plain]);
        assert_eq!(made[0].words.join(" "), "The port on Monday closed , officials said .");
        let heads: Vec<usize> =
            made[0].heads.iter().map(|head| head.map_or(0, |head| head + 1)).collect();
        assert_eq!(heads, [2, 5, 4, 5, 8, 8, 8, 0, 8]);
    }
}
