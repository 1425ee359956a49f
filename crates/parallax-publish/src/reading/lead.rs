//! What happened, in one sentence: the one that most accounts open with.

use super::{Excerpt, Told, elsewhere, parting::undressed};
use parallax_model::{Claim, ClaimKind, DifferenceValue, Edition, Nature, Statement, ToldStory};
use std::{cmp::Reverse, collections::BTreeSet};

/// How the words under the headline stand.
#[derive(Debug)]
pub(crate) struct Lead<'a> {
    pub(crate) told: Told<'a>,
    /// How the accounts differ on it, where they do.
    pub(crate) differs: Option<&'static str>,
}

/// The claim that opens the most independent accounts, in the words of the headline's article.
///
/// Where the headline's own origin revises it later, in its later words.
pub(super) fn of<'a>(edition: &'a Edition, told: &'a ToldStory) -> Option<Lead<'a>> {
    let claims = told.comparison.claims.iter().enumerate();
    let openings = claims
        .filter(|(_, claim)| claim.kind != ClaimKind::Background)
        .filter_map(|(at, claim)| Some((at, claim, Opening::of(edition, told, at, claim)?)));
    let (at, claim, opening) = openings.min_by_key(|(at, _, opening)| opening.rank(told, *at))?;
    let (words, excerpt) = opening.words;
    let differences = told.comparison.differences.iter();
    let natures: Vec<Nature> =
        differences.filter(|each| each.claim == Some(at)).map(|each| each.nature).collect();
    let differs = match natures.as_slice() {
        [] => None,
        [Nature::Update, ..] if opening.revised => Some("earlier accounts differ, see below"),
        [Nature::Update, ..] => Some("changed later, see below"),
        _ => Some("the accounts differ, see below"),
    };
    Some(Lead { told: Told::new(edition, told, claim, words, excerpt), differs })
}

/// The statements of a claim that open their articles.
struct Opening<'a> {
    origins: usize,
    by_headline: bool,
    /// Whether the words are those of the latest account.
    revised: bool,
    words: (&'a Statement, Excerpt<'a>),
}

impl<'a> Opening<'a> {
    fn of(edition: &'a Edition, told: &ToldStory, at: usize, claim: &'a Claim) -> Option<Self> {
        let opening: Vec<(&Statement, Excerpt<'a>)> = claim
            .statements
            .iter()
            .filter(|words| !elsewhere::is_told(edition, told, words))
            .map(|words| (words, Excerpt::new(edition, words.article, words.span).whole()))
            .filter(|(_, excerpt)| excerpt.is_opening())
            .collect();
        let origins: BTreeSet<Option<usize>> =
            opening.iter().map(|(words, _)| told.story.origin_of(words.article)).collect();
        let headline = opening.iter().find(|(words, _)| words.article == told.comparison.headline);
        let latest = latest(edition, told, at);
        let own = told.story.origin_of(told.comparison.headline);
        let holds = |words: &Statement| {
            let mut values =
                latest.iter().filter(|value| told.story.origin_of(value.article) == own);
            values.any(|value| value.article == words.article && value.span.overlaps(words.span))
        };
        let revised = opening.iter().find(|(words, _)| holds(words));
        let words = revised.or(headline).or(opening.first());
        Some(Self {
            origins: origins.len(),
            by_headline: headline.is_some(),
            revised: revised.is_some(),
            words: *words?,
        })
    }

    /// Undisputed before disputed, the headline's before others'; alone, by its place.
    fn rank(&self, told: &ToldStory, at: usize) -> impl Ord + use<> {
        let mut differences = told.comparison.differences.iter();
        let disputed =
            differences.any(|each| each.claim == Some(at) && each.nature == Nature::Conflict);
        let first = (self.origins < 2).then_some(self.words.1.span);
        (Reverse(self.origins), disputed, !self.by_headline, first, at)
    }
}

/// The values of the latest account that revises the claim, oldest first; none where none does.
fn latest<'a>(edition: &Edition, told: &'a ToldStory, at: usize) -> Vec<&'a DifferenceValue> {
    let mut differences = told.comparison.differences.iter();
    let revised = differences
        .find(|difference| difference.claim == Some(at) && difference.nature == Nature::Update);
    let mut values: Vec<&DifferenceValue> = revised.iter().flat_map(|all| &all.values).collect();
    values.sort_by_key(|value| value.article);
    let words = |value: &DifferenceValue| {
        undressed(edition.articles[value.article].article.words(value.span))
    };
    if let Some(last) = values.last().map(|last| words(last)) {
        values.retain(|value| words(value) == last);
    }
    values
}
