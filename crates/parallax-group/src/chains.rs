//! Which stories follow earlier ones: the same names and matter on another day.
//!
//! Two stories are linked where both the names and the other words in their headlines
//! and leads are much the same, and never on names or words alone: two matches of one
//! team are two stories, and so are two quakes. A link that is not there is better
//! than a wrong one.

mod portrait;

use parallax_model::{Annotations, Article, Grouping, Link, Span};
use portrait::{Feature, Portrait};
use std::collections::BTreeMap;

/// Days after which a story is no longer followed up.
const LONGEST: i64 = 60;

/// Stories that share a name beyond which it leads to nobody: as many, and this share of all.
const CROWD: usize = 12;
const CROWD_SHARE: usize = 20;

/// Earlier stories that are weighed for one.
const WEIGHED: usize = 24;

/// Earlier stories to which one is linked.
const LINKS: usize = 3;

/// How alike two stories must be in names and in other words, and how the two together;
/// chosen by reading links between news of one week and of some years.
const NAMES: f32 = 0.25;
const WORDS: f32 = 0.09;
const BOTH: f32 = 0.65;

/// How alike in names alone, where the stories are in two languages.
const NAMES_ACROSS: f32 = 0.55;

/// Names that both must have in headline or lead, and other words; more names across languages.
const SHARED_NAMES: usize = 2;
const SHARED_NAMES_ACROSS: usize = 3;
const SHARED_WORDS: usize = 2;

/// How heavy a name of each alone may be beside the heaviest of both.
const RIVALS: f32 = 0.8;

/// Share of a sentence that must be in the story of which it tells.
const TOLD: f32 = 0.6;

/// Names and words shown as the reason of a link.
const SHOWN: usize = 5;

/// How much each feature tells, by how many stories have it.
type Weights = BTreeMap<u64, f32>;

/// The stories of a run by what they are about, to find those that belong to one thread.
#[derive(Debug)]
pub struct Chains {
    portraits: Vec<Portrait>,
    weights: Weights,
    /// The stories that have a name in headline or lead.
    holders: BTreeMap<u64, Vec<usize>>,
}

impl Chains {
    /// Reads the stories of `grouping`.
    pub fn of(articles: &[Article], annotations: &[Annotations], grouping: &Grouping) -> Self {
        let portrait = |story| Portrait::of(story, articles, annotations, &grouping.copy_of);
        let portraits: Vec<Portrait> = grouping.stories.iter().map(portrait).collect();
        let weights = weights(&portraits);
        let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, portrait) in portraits.iter().enumerate() {
            for (&name, _) in portrait.names.iter().filter(|(_, name)| name.leads) {
                holders.entry(name).or_default().push(at);
            }
        }
        let most = CROWD.max(portraits.len() / CROWD_SHARE);
        holders.retain(|_, stories| stories.len() <= most);
        Self { portraits, weights, holders }
    }

    /// The links between stories, by the later, the closest first.
    ///
    /// A story is linked to at most three earlier ones. Stories without a date have no links.
    pub fn links(&self) -> Vec<Link> {
        let mut links = Vec::new();
        for later in 0..self.portraits.len() {
            let mut close: Vec<(f32, Link)> = self
                .near(later)
                .into_iter()
                .filter_map(|earlier| self.link(earlier, later))
                .collect();
            close.sort_by(|a, b| {
                b.0.total_cmp(&a.0).then((a.1.days, a.1.earlier).cmp(&(b.1.days, b.1.earlier)))
            });
            links.extend(close.into_iter().take(LINKS).map(|(_, link)| link));
        }
        links
    }

    /// The earlier story that tells what a sentence of the story numbered `later` reports.
    pub fn told(
        &self,
        later: usize,
        article: &Article,
        annotations: &Annotations,
        sentence: Span,
    ) -> Option<usize> {
        let sentence = Portrait::of_sentence(article, annotations, sentence);
        let holders = sentence.names.keys().filter_map(|name| self.holders.get(name));
        let mut stories: Vec<usize> = holders.flatten().copied().collect();
        stories.sort_unstable();
        stories.dedup();
        let told = stories.into_iter().filter_map(|earlier| {
            let story = self.portraits.get(earlier)?;
            self.days(earlier, later)?;
            let held = |ours: &Features, theirs: &Features| {
                let weight = |key: &u64| self.weights.get(key).copied().unwrap_or_default();
                let all: f32 = ours.keys().map(weight).sum();
                let shared: f32 =
                    ours.keys().filter(|key| theirs.contains_key(*key)).map(weight).sum();
                (shared, all)
            };
            let (names, all_names) = held(&sentence.names, &story.names);
            let (words, all_words) = held(&sentence.words, &story.words);
            let share = (names + words) / (all_names + all_words);
            (names > 0.0 && words > 0.0 && share >= TOLD).then_some((share, earlier))
        });
        told.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1))).map(|(_, earlier)| earlier)
    }

    /// The earlier stories that share most telling names with `later`.
    fn near(&self, later: usize) -> Vec<usize> {
        let Some(portrait) = self.portraits.get(later) else { return Vec::new() };
        let mut shared: BTreeMap<usize, f32> = BTreeMap::new();
        for (name, feature) in portrait.names.iter().filter(|(_, name)| name.leads) {
            let weight = self.weights.get(name).copied().unwrap_or_default() * feature.weight;
            for &earlier in self.holders.get(name).into_iter().flatten() {
                if self.days(earlier, later).is_some() {
                    *shared.entry(earlier).or_default() += weight;
                }
            }
        }
        let mut near: Vec<(f32, usize)> =
            shared.into_iter().map(|(earlier, weight)| (weight, earlier)).collect();
        near.sort_by(|a, b| b.0.total_cmp(&a.0).then(b.1.cmp(&a.1)));
        near.into_iter().take(WEIGHED).map(|(_, earlier)| earlier).collect()
    }

    /// Days from the first report of the one to the first of the other, where that is
    /// at least one and the earlier was not long over.
    fn days(&self, earlier: usize, later: usize) -> Option<u16> {
        let (first, last) = self.portraits.get(earlier)?.days?;
        let (start, _) = self.portraits.get(later)?.days?;
        let days = u16::try_from(start - first).ok().filter(|&days| days > 0)?;
        (start - last <= LONGEST).then_some(days)
    }

    fn link(&self, earlier: usize, later: usize) -> Option<(f32, Link)> {
        let days = self.days(earlier, later)?;
        let (before, after) = (self.portraits.get(earlier)?, self.portraits.get(later)?);
        let (names, shared_names) = self.alike(&before.names, &after.names);
        let (words, shared_words) = self.alike(&before.words, &after.words);
        let rivals = self.rivals(&before.names, &after.names);
        if rivals >= RIVALS {
            return None;
        }
        let one_language = before.languages.iter().any(|one| after.languages.contains(one));
        let passes = if one_language {
            names >= NAMES
                && words >= WORDS
                && names + words >= BOTH
                && shared_names.len() >= SHARED_NAMES
                && shared_words.len() >= SHARED_WORDS
        } else {
            names >= NAMES_ACROSS && shared_names.len() >= SHARED_NAMES_ACROSS
        };
        let written = |keys: &[u64], features: &Features| {
            let forms = keys.iter().filter_map(|key| features.get(key));
            forms.take(SHOWN).map(|feature| feature.written.clone()).collect()
        };
        passes.then(|| {
            let names_written = written(&shared_names, &after.names);
            let words_written = written(&shared_words, &after.words);
            let link = Link { earlier, later, days, names: names_written, words: words_written };
            (names + words, link)
        })
    }

    /// How much heavier a name is in the one, and another in the other, beside the
    /// heaviest that both are about: two matches of one team have two opponents.
    fn rivals(&self, ours: &Features, theirs: &Features) -> f32 {
        let weigh = |key: &u64, features: &Features| {
            let weight = self.weights.get(key).copied().unwrap_or_default();
            features.get(key).map_or(0.0, |feature| feature.weight * weight)
        };
        let own = |ours: &Features, theirs: &Features| {
            let more = ours.keys().map(|key| weigh(key, ours) - weigh(key, theirs));
            more.fold(0.0, f32::max)
        };
        let both = ours.keys().filter(|key| theirs.contains_key(*key));
        let shared = both.map(|key| weigh(key, ours).min(weigh(key, theirs))).fold(0.0, f32::max);
        own(ours, theirs).min(own(theirs, ours)) / shared.max(f32::MIN_POSITIVE)
    }

    /// The cosine of two lists of features, and which that lead in both have in common,
    /// the heaviest first.
    fn alike(&self, ours: &Features, theirs: &Features) -> (f32, Vec<u64>) {
        let weigh = |key: &u64, feature: &Feature| {
            feature.weight * self.weights.get(key).copied().unwrap_or_default()
        };
        let length = |features: &Features| {
            features.iter().map(|(key, one)| weigh(key, one).powi(2)).sum::<f32>().sqrt()
        };
        let mut product = 0.0;
        let mut shared: Vec<(f32, u64)> = Vec::new();
        for (key, one) in ours {
            let Some(other) = theirs.get(key) else { continue };
            let both = weigh(key, one) * weigh(key, other);
            product += both;
            if one.leads && other.leads {
                shared.push((both, *key));
            }
        }
        let lengths = length(ours) * length(theirs);
        shared.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let shared = shared.into_iter().map(|(_, key)| key).collect();
        (if lengths > 0.0 { product / lengths } else { 0.0 }, shared)
    }
}

type Features = BTreeMap<u64, Feature>;

/// Stories that the expectation of how many have a feature is worth.
const PRIOR: f32 = 100.0;

fn weights(portraits: &[Portrait]) -> Weights {
    let mut seen: BTreeMap<u64, (f32, f32)> = BTreeMap::new();
    for portrait in portraits {
        for (key, feature) in portrait.names.iter().chain(&portrait.words) {
            let (count, expected) = seen.entry(*key).or_insert((0.0, 1.0));
            *count += 1.0;
            *expected = expected.min(feature.expected);
        }
    }
    let all = portraits.len() as f32 + PRIOR;
    seen.into_iter()
        .map(|(key, (count, expected))| (key, (all / (count + PRIOR * expected)).ln().max(0.0)))
        .collect()
}
