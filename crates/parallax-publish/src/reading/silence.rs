//! Who does not carry a claim: told apart by whether they could have.

use jiff::Timestamp;
use parallax_model::{Absence, Claim, Edition, Story, ToldStory};

/// The origins that do not carry a claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Silence<'a> {
    /// They came out after it had been published, and do not tell it.
    pub(crate) not_in: Vec<&'a str>,
    /// They came out before it was.
    pub(crate) too_early: Vec<&'a str>,
}

impl<'a> Silence<'a> {
    pub(super) fn of(told: &'a ToldStory, claim: &Claim) -> Self {
        let mut silence = Self::default();
        for absent in claim.absent.iter().flatten() {
            let Some(origin) = told.story.origins.get(absent.origin) else { continue };
            match absent.why {
                Absence::NotTold => silence.not_in.push(&origin.name),
                Absence::NotKnownYet => silence.too_early.push(&origin.name),
                // Nothing is said of a silence that cannot be read.
                Absence::PerhapsTold | Absence::TimesUnclear | Absence::NotCompared => {}
            }
        }
        silence
    }

    /// Keeps the silences of two claims that are shown as one.
    pub(super) fn absorb(&mut self, other: &Self) {
        self.not_in.retain(|name| other.not_in.contains(name));
        self.too_early.retain(|name| other.too_early.contains(name));
    }
}

/// When the first and the last article of each origin can have come out; copies of others' texts
/// left out, and nothing where one does not say.
pub(super) fn spans(edition: &Edition, story: &Story) -> Vec<Option<(Timestamp, Timestamp)>> {
    let span = |articles: &[usize]| {
        let told = articles.iter().filter_map(|&at| edition.articles.get(at));
        let told = told.filter(|read| read.copy_of.is_none()).map(|read| {
            let article = &read.article;
            article.published.as_ref().map(|stamp| stamp.moments(article.outlet.offset))
        });
        let times = told.collect::<Option<Vec<_>>>()?;
        let first = times.iter().map(|time| time.0).min()?;
        Some((first, times.iter().map(|time| time.1).max()?))
    };
    story.origins.iter().map(|origin| span(&origin.articles)).collect()
}

/// The origins all of whose articles came out before the first of the origin at `own`, by place.
pub(super) fn later_than(spans: &[Option<(Timestamp, Timestamp)>], own: usize) -> Vec<usize> {
    let Some((first, _)) = spans.get(own).copied().flatten() else { return Vec::new() };
    let earlier = spans.iter().enumerate();
    earlier
        .filter(|(_, span)| span.is_some_and(|(_, last)| last < first))
        .map(|(at, _)| at)
        .collect()
}
