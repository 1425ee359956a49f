//! What a person's name looks like.

use super::{
    super::{
        stamp::{is_month, is_weekday},
        vocabulary::{key, word_list},
    },
    TABLE,
};
use crate::word_map::WordSet;
use parallax_language::{Script, fold};
use std::sync::LazyLock;

static PARTICLES: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "particle"));
static NEVER: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "never"));
static PLACES: LazyLock<WordSet> = LazyLock::new(|| {
    super::super::vocabulary::rows(include_str!("../../../data/lines/places.txt"))
        .map(key)
        .collect()
});

/// Words in a name, at most: `Lucía Faro de la Torre` has five.
const MOST_WORDS: usize = 6;
/// Letters in a name written without spaces, at most.
const MOST_HAN: usize = 5;

/// Whether the words look like one person's name.
///
/// `sure` where a lead or a label says that a name stands there: then one
/// word is enough.
pub(super) fn is_name(piece: &str, sure: bool) -> bool {
    if sure && Script::dominant(piece) == Some(Script::Han) {
        return piece.chars().count() <= MOST_HAN && piece.chars().all(char::is_alphabetic);
    }
    let words: Vec<&str> = piece.split_whitespace().collect();
    let least = if sure { 1 } else { 2 };
    if words.len() < least || words.len() > MOST_WORDS || PLACES.contains(&key(piece)) {
        return false;
    }
    let folded: Vec<String> = words.iter().map(|word| fold(word.trim_matches('.'))).collect();
    let lone_month = words.len() == 1 && is_month(&folded[0]);
    let capitals = words.iter().filter(|word| starts_high(word)).count();
    let fits = |(word, folded): (&&str, &String)| {
        let spelled = word.chars().all(|letter| {
            letter.is_alphabetic() || matches!(letter, '\'' | '’' | 'ʼ' | '.' | '-' | '‑' | '´')
        });
        let dot_ends = !word.ends_with('.') || word.chars().count() <= 4;
        spelled && dot_ends && (starts_high(word) || PARTICLES.contains(folded))
    };
    capitals >= least
        && !lone_month
        && starts_high_somewhere(&words)
        && words.iter().zip(&folded).all(fits)
        && !folded.iter().any(|word| NEVER.contains(word) || is_weekday_name(word))
}

/// Days of the week in full: short forms (`Sun`, `Mo`) are names too.
fn is_weekday_name(folded: &str) -> bool {
    folded.chars().count() > 4 && is_weekday(folded)
}

fn starts_high(word: &str) -> bool {
    let first = word.chars().find(|letter| letter.is_alphabetic());
    let caseless = |letter: char| !letter.is_lowercase() && !letter.is_uppercase();
    first.is_some_and(|letter| letter.is_uppercase() || caseless(letter))
        || word
            .get(2..)
            .is_some_and(|rest| word.starts_with("d'") && rest.starts_with(char::is_uppercase))
}

fn starts_high_somewhere(words: &[&str]) -> bool {
    words.first().is_some_and(|first| starts_high(first)) || words.len() > 1
}
