//! What people are said to be, for `his lawyer` and `its chairman`.
//!
//! `Nuno Vale, a lawyer for the crew`, `its chairman, Ada Lane` and `coach Tom
//! Reid` each give a noun to a person. A noun that two people have names nobody.

use super::frame::{Frame, TokenKind};
use super::phrase;
use super::scene::Scene;
use super::vocabulary::Class;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// People by the noun that says what they are.
#[derive(Debug, Default)]
pub(super) struct Roles(BTreeMap<String, BTreeSet<usize>>);

/// Tokens of the longest apposition read.
const LONGEST_APPOSITION: usize = 10;

impl Roles {
    /// Reads the appositions of all frames.
    pub(super) fn new(scene: &Scene<'_>, frames: &[Frame]) -> Self {
        let mut roles = Self::default();
        for frame in frames {
            for at in 0..frame.tokens.len() {
                if let Some((person, end)) = scene.person_at(frame, at) {
                    for noun in nouns(scene, frame, at..end) {
                        roles.0.entry(noun).or_default().insert(person);
                    }
                }
            }
        }
        roles
    }

    /// The one person a noun is said of.
    pub(super) fn person(&self, noun: &str) -> Option<usize> {
        let people = self.0.get(noun)?;
        if people.len() == 1 { people.first().copied() } else { None }
    }
}

/// The nouns around a name: before it, and in an apposition on either side.
fn nouns(scene: &Scene<'_>, frame: &Frame, name: Range<usize>) -> Vec<String> {
    let mut found = Vec::new();
    let before = name.start.checked_sub(1);
    if let Some(before) = before {
        found.extend(noun(scene, frame, before));
        if frame.kind(before) == Some(TokenKind::Comma)
            && frame.kind(name.end) == Some(TokenKind::Comma)
        {
            let phrase = phrase::phrase_before(scene, frame, before);
            found.extend(head_noun(scene, frame, phrase));
        }
    }
    if frame.kind(name.end) == Some(TokenKind::Comma) {
        let start = name.end + 1;
        let end = (start..frame.tokens.len().min(start + LONGEST_APPOSITION))
            .find(|&at| frame.kind(at) != Some(TokenKind::Word));
        found.extend(end.and_then(|end| head_noun(scene, frame, start..end)));
    }
    found
}

/// The noun of a phrase that opens with an article or an owner: `its general secretary`.
fn head_noun(scene: &Scene<'_>, frame: &Frame, phrase: Range<usize>) -> Option<String> {
    let owned = phrase.clone().any(|at| frame.token(at).is_some_and(|token| token.possessive));
    if !owned && !frame.is(phrase.start, Class::Determiner, scene.vocabulary) {
        return None;
    }
    let head = phrase::head(scene, frame, phrase)?;
    noun(scene, frame, head.end.checked_sub(1)?)
}

/// A lower-case word that can be a noun.
fn noun(scene: &Scene<'_>, frame: &Frame, at: usize) -> Option<String> {
    const NEVER: [Class; 7] = [
        Class::Preposition,
        Class::Conjunction,
        Class::Determiner,
        Class::Auxiliary,
        Class::Relative,
        Class::Time,
        Class::Complement,
    ];
    let token = frame.token(at).filter(|token| token.kind == TokenKind::Word && !token.capital)?;
    let never = NEVER.iter().any(|class| frame.is(at, *class, scene.vocabulary))
        || scene.vocabulary.verb(&token.folded).is_some();
    (!never).then(|| token.folded.clone())
}
