//! What happened when, day by day, no sentence twice.

use super::{Excerpt, distinct_outlets, shown::Shown};
use crate::days;
use parallax_model::{Edition, Precision, TimelineEntry, ToldStory};
use std::collections::BTreeSet;

/// A day with more sentences than these shows the most widely carried and counts the rest.
///
/// Chosen by reading: the day of the event is told in full above the timeline.
const BUSY: usize = 5;

/// A day, month or year, or a clock time, with what is told of it.
#[derive(Debug)]
pub(crate) struct Day<'a> {
    /// TIMEX3 value.
    pub(crate) value: &'a str,
    /// For people.
    pub(crate) when: String,
    /// As compared; never empty.
    pub(crate) moments: Vec<Moment<'a>>,
    /// What a busy day leaves out.
    pub(crate) folded: Vec<Moment<'a>>,
}

/// A sentence on the timeline.
#[derive(Debug)]
pub(crate) struct Moment<'a> {
    pub(crate) excerpt: Excerpt<'a>,
    /// Other outlets that tell it.
    also: Vec<&'a str>,
    /// When it was first told, where it happened on a day.
    pub(crate) reported: Option<String>,
}

/// The days, oldest first; what has no place on a calendar and what "Earlier" tells is left out.
pub(super) fn all<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Day<'a>> {
    let mut dated: Vec<(&TimelineEntry, days::Place<'a>)> = told
        .comparison
        .timeline
        .iter()
        .filter_map(|entry| Some((entry, days::place(&entry.value)?)))
        .collect();
    dated.sort_by_key(|&(_, place)| place);
    let mut shown = Shown::default();
    let mut claims: BTreeSet<(&str, usize)> = BTreeSet::new();
    let mut days: Vec<Day<'a>> = Vec::new();
    for (entry, _) in dated {
        let moment = Moment::new(edition, entry);
        let again = entry.claim.is_some_and(|claim| !claims.insert((&entry.value, claim)));
        if again || is_earlier(told, entry) || shown.meets(&moment.excerpt) {
            continue;
        }
        match days.last_mut().filter(|day| day.value == entry.value) {
            Some(day) => day.moments.push(moment),
            None => days.push(Day::new(&entry.value, moment)),
        }
    }
    days.iter_mut().for_each(Day::fold);
    days
}

fn is_earlier(told: &ToldStory, entry: &TimelineEntry) -> bool {
    let (article, span) = entry.text;
    let mut earlier = told.comparison.earlier.iter();
    earlier.any(|earlier| earlier.article == article && earlier.span.overlaps(span))
}

impl<'a> Day<'a> {
    fn new(value: &'a str, moment: Moment<'a>) -> Self {
        Self { value, when: days::short(value), moments: vec![moment], folded: Vec::new() }
    }

    /// Folds away what the fewest carry, the later first.
    fn fold(&mut self) {
        if self.moments.len() <= BUSY + 1 {
            return;
        }
        let mut order: Vec<usize> = (0..self.moments.len()).collect();
        order.sort_by_key(|&at| (usize::MAX - self.moments[at].also.len(), at));
        let kept: BTreeSet<usize> = order.into_iter().take(BUSY).collect();
        let moments = std::mem::take(&mut self.moments).into_iter().enumerate();
        let (kept, folded): (Vec<_>, Vec<_>) = moments.partition(|(at, _)| kept.contains(at));
        self.moments = kept.into_iter().map(|(_, moment)| moment).collect();
        self.folded = folded.into_iter().map(|(_, moment)| moment).collect();
    }

    /// Whether its value is one that HTML can name: a day, month, year or clock time.
    pub(crate) fn is_moment(&self) -> bool {
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        self.value.len() >= 4 && self.value.split(['-', 'T', ':']).all(digits)
    }
}

/// When what happened on a day was first told: by the clock where that was the same day.
fn reported(edition: &Edition, entry: &TimelineEntry) -> Option<String> {
    let day = matches!(entry.precision, Precision::Day | Precision::Time);
    let known = entry.value.len() == "2026-03-02".len();
    let stamps = entry.articles.iter().filter(|_| day && known);
    let mut stamps = stamps.filter_map(|&at| edition.articles[at].article.published.as_ref());
    let told = days::short(&stamps.next()?.to_string());
    match told.strip_prefix(&days::short(&entry.value)) {
        Some("") => None,
        Some(clock) => Some(clock.trim_start_matches([',', ' ']).to_owned()),
        None => Some(told),
    }
}

impl<'a> Moment<'a> {
    fn new(edition: &'a Edition, entry: &TimelineEntry) -> Self {
        let carriers = std::iter::once(&entry.text.0).chain(&entry.articles);
        let mut also = distinct_outlets(edition, carriers.copied());
        also.remove(0);
        Self {
            excerpt: Excerpt::new(edition, entry.text.0, entry.text.1).whole(),
            also,
            reported: reported(edition, entry),
        }
    }

    /// The outlets that tell it, the one whose words are shown first.
    pub(crate) fn outlets(&self) -> Vec<&'a str> {
        std::iter::once(self.excerpt.outlet()).chain(self.also.iter().copied()).collect()
    }
}
