//! Who carries a claim, each with the way to its words.

use super::Scene;
use crate::foreign::Shown;
use parallax_model::{Claim, ClaimId, Span};
use parallax_publish::telling::Place;
use std::collections::BTreeMap;

/// An origin that carries a claim.
pub(super) struct Chip<'a> {
    pub(super) name: &'a str,
    pub(super) link: String,
    /// What is to be said of it: that it was first, that it has another's words.
    pub(super) aside: Option<&'a str>,
}

/// The claims of a story by their names.
pub(super) struct Claims<'a>(BTreeMap<ClaimId, (usize, &'a Claim)>);

impl<'a> Claims<'a> {
    pub(super) fn of(scene: &Scene<'a>) -> Self {
        let claims = scene.told.comparison.claims.iter().enumerate();
        Self(claims.map(|(at, claim)| (claim.id, (at, claim))).collect())
    }

    pub(super) fn find(&self, id: ClaimId) -> Option<(usize, &'a Claim)> {
        self.0.get(&id).copied()
    }
}

/// The origins that carry a claim, each once, in the order of the story.
pub(super) fn of<'a>(scene: &Scene<'a>, claim: &Claim) -> Vec<Chip<'a>> {
    let first = claim.first.as_ref().map(|first| first.article);
    let origins = scene.told.story.origins.iter();
    origins
        .filter_map(|origin| {
            let mut own =
                claim.statements.iter().filter(|words| origin.articles.contains(&words.article));
            let words = own.clone().next()?;
            let read = scene.edition.articles.get(words.article)?;
            let is_first = first.is_some_and(|first| origin.articles.contains(&first));
            let aside = if is_first && claim.origins > 1 {
                Some("chip-first")
            } else if own.all(|words| words.verbatim.is_some()) {
                Some("chip-same-words")
            } else {
                None
            };
            Some(Chip {
                name: &origin.name,
                link: scene.frame.showing().place(read, words.span),
                aside: aside.map(|key| scene.frame.say(key)),
            })
        })
        .collect()
}

/// Words at a place, as far as they may be shown.
pub(super) fn shown<'a>(scene: &Scene<'a>, place: Place, marks: &[Span]) -> Option<Shown<'a>> {
    let read = scene.edition.articles.get(place.article)?;
    Some(scene.frame.showing().words(read, place.span, marks))
}
