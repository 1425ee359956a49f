//! How a clause means its deed: done, to come, wanted, denied.

use super::{clause::Tree, vocabulary::OBLIGES};
use parallax_model::EventClass;

/// How the deed is meant: to come, wanted, denied.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a word of the verb group that may be there"
)]
pub(super) struct Mood {
    will: bool,
    may: bool,
    pub(super) must: bool,
    not: bool,
}

impl Mood {
    /// The mood of a verb, by its auxiliaries and negations.
    pub(super) fn of(tree: &Tree<'_>, at: usize) -> Self {
        let has = |words: &[&str]| tree.has_word(at, words);
        Self {
            will: has(&["will", "would", "shall", "'ll", "’ll"]),
            may: has(&["may", "might", "could"]),
            must: has(&OBLIGES),
            not: has(&["not", "n't", "n’t", "never", "longer"]),
        }
    }

    /// Whether the deed is told as done.
    pub(super) const fn is_done(&self) -> bool {
        !(self.will || self.may || self.must || self.not)
    }

    /// Whether the deed is only told as to come.
    pub(super) const fn is_to_come(&self) -> bool {
        self.will && !(self.may || self.must || self.not)
    }

    /// The class of a deed so meant; none where what is hostile is denied.
    pub(super) fn change(&self, class: EventClass) -> Option<EventClass> {
        let words = matches!(
            class,
            EventClass::Demand
                | EventClass::Disapprove
                | EventClass::Reject
                | EventClass::Threaten
                | EventClass::Agree
        );
        Some(match (self.not, self.will || self.may) {
            (true, _) if class.is_hostile() || class == EventClass::Reject => return None,
            (true, _) => EventClass::Reject,
            (false, true) if class.is_hostile() => EventClass::Threaten,
            (false, true) if self.will && !words => EventClass::Agree,
            _ => class,
        })
    }
}
