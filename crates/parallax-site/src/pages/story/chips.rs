//! Who carries a claim, each with the way to its words.

use super::{Scene, names::More};
use crate::{Tab, foreign::Shown};
use parallax_model::{Claim, ClaimId, Span, Statement};
use parallax_publish::telling::Place;
use std::collections::BTreeMap;

/// Origins that are shown beside a claim.
const CHIPS: usize = 24;

/// An origin that carries a claim.
pub(super) struct Chip<'a> {
    pub(super) name: &'a str,
    pub(super) link: String,
    /// What is to be said of it: that it was first, that it has another's words.
    pub(super) aside: Option<&'a str>,
}

/// The claims of a story by their names.
pub(super) struct Claims<'a> {
    by_id: BTreeMap<ClaimId, (usize, &'a Claim)>,
    /// For each article, the origin it is of.
    origin_of: Vec<Option<usize>>,
}

impl<'a> Claims<'a> {
    pub(super) fn of(scene: &Scene<'a>) -> Self {
        let claims = scene.told.comparison.claims.iter().enumerate();
        Self {
            by_id: claims.map(|(at, claim)| (claim.id, (at, claim))).collect(),
            origin_of: scene.origin_of(),
        }
    }

    pub(super) fn find(&self, id: ClaimId) -> Option<(usize, &'a Claim)> {
        self.by_id.get(&id).copied()
    }

    fn origin(&self, article: usize) -> Option<usize> {
        self.origin_of.get(article).copied().flatten()
    }
}

/// The origins that carry a claim, each once, in the order of the story; where they are many, the
/// first of them and the way to all on `tab`.
pub(super) fn of<'a>(
    scene: &Scene<'a>,
    claims: &Claims<'a>,
    claim: &Claim,
    tab: impl Fn() -> Tab,
) -> (Vec<Chip<'a>>, Option<More>) {
    let mut carried: BTreeMap<usize, Vec<&Statement>> = BTreeMap::new();
    for words in &claim.statements {
        if let Some(origin) = claims.origin(words.article) {
            carried.entry(origin).or_default().push(words);
        }
    }
    let mut carried: Vec<(usize, Vec<&Statement>)> = carried.into_iter().collect();
    let more = More::than(scene, &mut carried, CHIPS, tab);
    let first = claim.first.as_ref().and_then(|first| claims.origin(first.article));
    let chips = carried.into_iter().filter_map(|(at, own)| {
        let words = own.first()?;
        let read = scene.edition.articles.get(words.article)?;
        let aside = if first == Some(at) && claim.origins > 1 {
            Some("chip-first")
        } else if own.iter().all(|words| words.verbatim.is_some()) {
            Some("chip-same-words")
        } else {
            None
        };
        Some(Chip {
            name: &scene.told.story.origins.get(at)?.name,
            link: scene.frame.showing().place(read, words.span),
            aside: aside.map(|key| scene.frame.say(key)),
        })
    });
    (chips.collect(), more)
}

/// Words at a place, as far as they may be shown.
pub(super) fn shown<'a>(scene: &Scene<'a>, place: Place, marks: &[Span]) -> Option<Shown<'a>> {
    let read = scene.edition.articles.get(place.article)?;
    Some(scene.frame.showing().words(read, place.span, marks))
}
