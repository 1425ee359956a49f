//! The parser from its door.

use super::{Class, Relation, Token, sentence};
use proptest::prelude::*;

/// Words with class, relation and head, one a word.
fn shown(text: &str) -> String {
    let read = sentence(text);
    let word = |token: &Token| text.get(token.start..token.end).unwrap_or_default();
    let one = |token: &Token| {
        let head = token.head.map_or("-", |head| word(&read[head]));
        format!("{}/{} {} {head}", word(token), token.tag.class().name(), token.relation.name())
    };
    read.iter().map(one).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_plain_sentence_is_read() {
    expect_test::expect![[r"
        The/DET det minister
        minister/NOUN nsubj visited
        visited/VERB root -
        the/DET det port
        old/ADJ amod port
        port/NOUN obj visited
        of/ADP case Westhaven
        Westhaven/PROPN nmod port
        ./PUNCT punct visited"]]
    .assert_eq(&shown("The minister visited the old port of Westhaven."));
}

#[test]
fn a_passive_has_its_subject_and_agent() {
    let read = sentence("Two sailors were arrested by the coast guard.");
    let relations: Vec<Relation> = read.iter().map(|token| token.relation).collect();
    assert!(relations.contains(&Relation::NsubjPass));
    assert_eq!(read[3].tag.class(), Class::Verb);
}

#[test]
fn a_clause_without_a_verb_is_given_one() {
    let read = sentence("The government imposed martial law in the south.");
    assert_eq!((read[2].tag.fine(), read[2].head), ("VBD", None));
    let read = sentence("The limits imposed by the port were eased.");
    assert_eq!(read[2].tag.fine(), "VBN");
}

#[test]
fn nothing_is_read_of_nothing() {
    assert_eq!(sentence(" \n"), []);
}

/// What must hold for any text.
fn check_laws(text: &str) {
    let read = sentence(text);
    let mut last = 0;
    for token in &read {
        assert!(last <= token.start && token.start < token.end);
        assert!(text.get(token.start..token.end).is_some());
        last = token.end;
    }
    let roots = read.iter().filter(|token| token.head.is_none()).count();
    assert_eq!(roots, usize::from(!read.is_empty()));
    for at in 0..read.len() {
        let path = std::iter::successors(Some(at), |&one| read[one].head);
        assert!(
            path.take(read.len() + 1).count() <= read.len(),
            "the heads of {text:?} run in a circle"
        );
    }
    assert_eq!(read, sentence(text));
}

proptest! {
    #[test]
    fn any_text_becomes_a_tree(text in "\\PC{0,80}") {
        check_laws(&text);
    }

    #[test]
    fn any_words_become_a_tree(text in "([A-Z]?[a-z]{1,8}('s|n't|\\.|,)? ){0,25}") {
        check_laws(&text);
    }
}
