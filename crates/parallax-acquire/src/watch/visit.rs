//! What is remembered of one article.

use crate::{
    net::Known,
    politeness::{again, revisit},
};
use jiff::Timestamp;
use parallax_model::Digest;
use serde::{Deserialize, Serialize};

/// What is remembered of one article, by the name its address gives it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// What is asked for.
    pub url: String,
    /// The source that listed it first.
    pub source: String,
    /// How it stands.
    pub state: State,
    /// When it was first had.
    pub first: Option<Timestamp>,
    /// What to ask with the next time.
    pub known: Known,
    /// The digest of what was had last.
    pub payload: Option<Digest>,
    /// Failures since it was last had.
    pub failures: u32,
    /// When it is asked for again, if ever.
    pub next: Option<Timestamp>,
    /// When it was last kept because it is still listed.
    #[serde(default)]
    pub listed: Option<Timestamp>,
}

/// How an article stands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It was not asked for yet: its outlet wants peace.
    Waiting,
    /// It was had.
    Held,
    /// It could not be had, and why.
    Failed(String),
    /// It leads to another article, by that one's name.
    SameAs(String),
}

impl Visit {
    /// One that was not asked for yet.
    pub fn new(url: &str, source: &str) -> Self {
        Self {
            url: url.to_owned(),
            source: source.to_owned(),
            state: State::Waiting,
            first: None,
            known: Known::default(),
            payload: None,
            failures: 0,
            next: None,
            listed: None,
        }
    }

    /// It was had; whether it is another than was had before.
    pub fn had(&mut self, payload: Digest, known: Known, now: Timestamp) -> bool {
        let changed = self.payload != Some(payload);
        (self.payload, self.known) = (Some(payload), known);
        self.unchanged(now);
        changed
    }

    /// It is as it was.
    pub fn unchanged(&mut self, now: Timestamp) {
        let first = *self.first.get_or_insert(now);
        (self.state, self.failures) = (State::Held, 0);
        self.next = revisit(&self.url, first, now);
    }

    /// It could not be had; asking again may help, unless the cause is `lasting`.
    pub fn failed(&mut self, why: String, lasting: bool, now: Timestamp) {
        self.failures = self.failures.saturating_add(1);
        self.next = again(&self.url, self.failures, lasting, now);
        if self.first.is_none() {
            self.state = State::Failed(why);
        }
    }

    /// It is asked for later.
    pub fn put_off(&mut self, until: Timestamp) {
        self.next = Some(until);
    }

    /// It leads to another article.
    pub fn is_same_as(&mut self, key: String) {
        (self.state, self.next) = (State::SameAs(key), None);
    }
}
