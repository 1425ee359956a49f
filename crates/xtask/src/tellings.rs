//! Documents whose mentions are given, as the comparison wants texts and tellings of events.

use anyhow::{Result, anyhow};
use parallax_analyse::syntax::{self, Class, Relation, Tag};
use parallax_compare::events::{Sentence, Telling, Text};
use parallax_encoder::Encoder;
use rayon::prelude::*;
use serde_json::Value;

/// The texts of `documents`, each sentence with its meaning.
pub(crate) fn texts(documents: &[Value]) -> Result<Vec<Text>> {
    let encoder = Encoder::open(parallax_encoder_weights::WEIGHTS)
        .map_err(|error| anyhow!("no encoder: {error:?}"))?;
    let sentence = |words: &Value| sentence(words, &encoder);
    let text = |document: &Value| Text {
        sentences: list(&document["sentences"]).iter().map(sentence).collect(),
    };
    Ok(documents.par_iter().map(text).collect())
}

/// A sentence that is given as its words.
pub(crate) fn sentence(words: &Value, encoder: &Encoder) -> Sentence {
    let words: Vec<String> =
        list(words).iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let meaning = Some(encoder.embed(&words.join(" ")));
    Sentence { words, meaning }
}

/// The mentions of events in `documents`, with their ids; each document a text.
pub(crate) fn tellings(documents: &[Value], texts: &[Text]) -> Vec<(Value, Telling)> {
    let each =
        documents.par_iter().zip(texts).enumerate().flat_map_iter(|(at, (document, text))| {
            let trees: Vec<Tree> = text.sentences.iter().map(tree).collect();
            let mentions = list(&document["mentions"]).iter().filter(|it| it["kind"] == "event");
            let telling = |mention: &Value| {
                let sentence = number(&mention["sent"]).unwrap_or(0);
                let words: Vec<usize> =
                    list(&mention["tokens"]).iter().filter_map(number).collect();
                let tree = trees.get(sentence).map_or(&[][..], Vec::as_slice);
                (mention["id"].clone(), Telling { text: at, sentence, ..telling(tree, &words) })
            };
            mentions.map(telling).collect::<Vec<_>>()
        });
    each.collect()
}

/// How the words of a sentence hang together.
pub(crate) type Tree = Vec<(Tag, Option<usize>, Relation)>;

/// The tree of a sentence.
pub(crate) fn tree(sentence: &Sentence) -> Tree {
    let words: Vec<&str> = sentence.words.iter().map(String::as_str).collect();
    syntax::words(&words)
}

/// What some words of a sentence tell; text and sentence are left open.
pub(crate) fn telling(tree: &[(Tag, Option<usize>, Relation)], words: &[usize]) -> Telling {
    let class = |at: usize| tree.get(at).map(|(tag, _, _)| tag.class());
    let outer = |at: &&usize| {
        tree.get(**at).is_some_and(|(_, head, _)| head.is_none_or(|head| !words.contains(&head)))
    };
    let names = |at: &&usize| {
        matches!(class(**at), Some(Class::Noun | Class::Verb | Class::Propn | Class::Adj))
    };
    let outer: Vec<usize> = words.iter().filter(outer).copied().collect();
    let named: Vec<usize> = outer.iter().filter(names).copied().collect();
    let tops = if named.is_empty() { outer } else { named };
    let first = tops.first().or(words.last()).copied().unwrap_or(0);
    let verb = class(first) == Some(Class::Verb);
    let head = if verb { first } else { tops.last().copied().unwrap_or(first) };
    Telling {
        head,
        rest: words.iter().filter(|at| **at != head).copied().collect(),
        with: hanging(tree, head).into_iter().filter(|at| !words.contains(at)).collect(),
        verb: class(head) == Some(Class::Verb),
        ..Telling::default()
    }
}

/// The words that say who, whom, what, where of the word at `head`, and the words of their names.
fn hanging(tree: &[(Tag, Option<usize>, Relation)], head: usize) -> Vec<usize> {
    let says = |relation: Relation| {
        !matches!(
            relation,
            Relation::Punct
                | Relation::Det
                | Relation::Aux
                | Relation::AuxPass
                | Relation::Case
                | Relation::Cc
                | Relation::Mark
                | Relation::Conj
                | Relation::Advmod
                | Relation::Advcl
                | Relation::Parataxis
                | Relation::AclRelcl
                | Relation::Cop
        )
    };
    let names = |relation: Relation| {
        matches!(relation, Relation::Compound | Relation::Flat | Relation::Amod | Relation::Nummod)
    };
    let under =
        |of: usize| tree.iter().enumerate().filter(move |(_, (_, head, _))| *head == Some(of));
    let mut found: Vec<usize> =
        under(head).filter(|(_, (_, _, relation))| says(*relation)).map(|(at, _)| at).collect();
    if let Some((_, Some(above), relation)) = tree.get(head) {
        match relation {
            Relation::Acl | Relation::AclRelcl => found.push(*above),
            // `shot and killed a man`, `was made to resign`: the doer hangs on the first.
            Relation::Conj | Relation::Xcomp => found.extend(
                under(*above)
                    .filter(|(_, (_, _, relation))| {
                        matches!(relation, Relation::Nsubj | Relation::NsubjPass)
                    })
                    .map(|(at, _)| at),
            ),
            _ => {}
        }
    }
    let named: Vec<usize> = found
        .iter()
        .flat_map(|at| under(*at).filter(|(_, (_, _, relation))| names(*relation)))
        .map(|(at, _)| at)
        .collect();
    found.extend(named);
    found
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn number(value: &Value) -> Option<usize> {
    value.as_u64().and_then(|at| usize::try_from(at).ok())
}
