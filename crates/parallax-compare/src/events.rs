//! Which tellings are of one event: in one text, and across texts.
//!
//! Texts are first put into stories by what they share; within a story every two tellings whose words are kin are
//! weighed by trees learned beforehand, and joined into chains, the likeliest first. All in whole numbers: same
//! tellings, same chains, on every machine.

mod linking;
mod pairs;
pub(crate) mod reading;
pub(crate) mod sides;
mod sparse;
pub(crate) mod texts;
mod trees;

pub(crate) use pairs::{NAMES, candidates, observe};
pub(crate) use sides::NAMES as SIDE_NAMES;
pub(crate) use texts::{NAMES as TEXT_NAMES, Stories};

pub use sides::{Aligned, aligned, sameness};

use parallax_encoder::Embedding;
use reading::Reading;

/// A text in which events are told.
#[derive(Clone, Debug, Default)]
pub struct Text {
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
}

/// A sentence, cut into words.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    /// Its words, punctuation among them or not.
    pub words: Vec<String>,
    /// What it means, where that is known.
    pub meaning: Option<Embedding>,
}

/// Words of a text that tell of an event; places are those of words in the sentence.
#[derive(Clone, Debug, Default)]
pub struct Telling {
    /// The text.
    pub text: usize,
    /// Its sentence.
    pub sentence: usize,
    /// The word that names the deed: `shot` of `was shot`.
    pub head: usize,
    /// Other words that are part of the name: the `down` of `stepped down`.
    pub rest: Vec<usize>,
    /// Words that say who, whom, what, where: those that hang on the head.
    pub with: Vec<usize>,
    /// Whether the head is a verb.
    pub verb: bool,
}

/// The odds, as a logarithm in thousandths, down to which tellings are joined: on average of all in both chains.
///
/// Chosen out of fold on the articles that the trees were learned from: the highest of those that do alike.
const LEAST: i64 = -200;

/// What is supposed of tellings whose words are not kin.
const STRANGERS: i64 = -4000;

/// The number of the chain each telling is in; chains are numbered in the order of their first telling.
///
/// Tellings of one chain are of texts of one story. A telling that points outside its text is alone. English
/// alone: words of other languages are kin only where they are alike.
///
/// ```
/// use parallax_compare::events::{Sentence, Telling, Text, chains};
///
/// let text = |words: &str| Text {
///     sentences: vec![Sentence { words: words.split(' ').map(str::to_owned).collect(), meaning: None }],
/// };
/// let texts = [
///     text("Police in Ostrel arrested the mayor Ada Brandt on Monday"),
///     text("The arrest of Ostrel mayor Ada Brandt shocked the town"),
/// ];
/// let telling = |text, head, verb| Telling { text, head, verb, ..Telling::default() };
/// let found = chains(&texts, &[telling(0, 3, true), telling(1, 1, false), telling(1, 7, true)]);
/// assert_eq!(found, [0, 0, 1]);
/// ```
pub fn chains(texts: &[Text], tellings: &[Telling]) -> Vec<usize> {
    let reading = Reading::of(texts, tellings);
    let stories = Stories::of(&reading);
    let candidates = candidates(&reading, &stories);
    let odds = pairs::odds(&reading, &stories, &candidates);
    linking::joined(tellings.len(), &odds, STRANGERS, LEAST)
}

#[cfg(test)]
mod tests;
