use super::{Sentence, Telling, Text, aligned, chains};
use proptest::prelude::*;

fn sentence(words: &str) -> Sentence {
    Sentence { words: words.split(' ').map(str::to_owned).collect(), meaning: None }
}

fn text(words: &str) -> Text {
    Text { sentences: vec![sentence(words)] }
}

fn verb(text: usize, head: usize) -> Telling {
    Telling { text, head, verb: true, ..Telling::default() }
}

#[test]
fn other_words_for_one_deed_are_in_one_chain() {
    let texts = [
        text("Harbour master Ilse Dorn stepped down in Ostrel on Friday after the ferry inquiry"),
        text("Ostrel harbour master Ilse Dorn resigned on Friday after the inquiry into the ferry"),
    ];
    let stepped = Telling { rest: vec![5], ..verb(0, 4) };
    assert_eq!(chains(&texts, &[stepped, verb(1, 5)]), [0, 0]);
}

#[test]
fn a_verb_that_says_nothing_is_in_no_chain() {
    let texts =
        [text("The ferry was in Ostrel on Friday"), text("The ferry is in Ostrel on Friday")];
    assert_eq!(chains(&texts, &[verb(0, 2), verb(1, 2)]), [0, 1]);
}

#[test]
fn what_points_nowhere_is_alone() {
    let texts = [text("The ferry sank")];
    assert_eq!(chains(&texts, &[verb(0, 9), verb(7, 2), verb(0, 2)]), [0, 1, 2]);
    assert_eq!(chains(&[], &[]), Vec::<usize>::new());
}

#[test]
fn no_telling_is_aligned_twice() {
    let ours = sentence("Police arrested two men and arrested a third later");
    let theirs = sentence("Three men were arrested by police");
    let found = aligned((&ours, &[verb(0, 1), verb(0, 5)]), (&theirs, &[verb(0, 3)]));
    assert!(found.len() <= 1);
}

proptest! {
    #[test]
    fn every_telling_is_in_one_chain_and_again_in_the_same(
        words in prop::collection::vec("[a-z]{0,6}|arrested|killed|Ostrel|12|é", 0..24),
        places in prop::collection::vec((0..4usize, 0..3usize, 0..9usize, any::<bool>()), 0..12),
    ) {
        let sentences: Vec<Sentence> =
            words.chunks(4).map(|words| Sentence { words: words.to_vec(), meaning: None }).collect();
        let texts: Vec<Text> =
            sentences.chunks(2).map(|some| Text { sentences: some.to_vec() }).collect();
        let tellings: Vec<Telling> = places
            .into_iter()
            .map(|(text, sentence, head, verb)| Telling {
                text, sentence, head, verb, rest: vec![head + 1], with: vec![head / 2],
            })
            .collect();
        let found = chains(&texts, &tellings);
        prop_assert_eq!(found.len(), tellings.len());
        prop_assert_eq!(&found, &chains(&texts, &tellings));
        let mut most = 0;
        for chain in found {
            prop_assert!(chain <= most);
            most = most.max(chain + 1);
        }
    }
}
