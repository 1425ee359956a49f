//! Which stories follow earlier ones: the same names and matter on another day.
//!
//! Two stories are linked where both the names and the other words in their headlines
//! and leads are much the same, and never on names or words alone: two matches of one
//! team are two stories, and so are two quakes. Less is enough where the later story
//! tells much of what leads the earlier one. A link that is not there is better than a
//! wrong one.

mod beside;
mod portrait;

use beside::{Beside, Lengths};
use parallax_model::{Annotations, Article, Grouping, Link, Span};
use portrait::Features;
pub use portrait::Portrait;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::OnceLock,
};

/// Days after which a story is no longer followed up.
const LONGEST: i64 = 60;

/// Stories that share a name beyond which it leads to nobody: as many, and this share of all.
const CROWD: usize = 40;
const CROWD_SHARE: usize = 20;

/// Earlier stories that are weighed for one.
const WEIGHED: usize = 24;

/// Earlier stories to which one is linked.
const LINKS: usize = 3;

/// How alike two stories must be in names and, twice as heavy, in other words; and how alike
/// where the later tells so much of what leads the earlier, with a word that few stories have.
/// Chosen by reading what lies on either side among news of one week, of a month and of some
/// years.
const ALIKE: f32 = 0.85;
const ALIKE_AND_TOLD: f32 = 0.55;
const TOLD_AGAIN: f32 = 0.22;

/// Telling words that both must have in headline or lead.
const SHARED_WORDS: usize = 3;

/// How heavy a name of both must be in each: a country's is not enough.
const NAME: f32 = 3.0;

/// How heavy a name of each alone may be beside the heaviest of both.
const RIVALS: f32 = 0.85;

/// How alike in names alone, where the stories are in two languages, and how many names both
/// must then have in headline or lead.
const NAMES_ACROSS: f32 = 0.55;
const SHARED_NAMES_ACROSS: usize = 3;
const RIVALS_ACROSS: f32 = 0.8;

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
    /// Of each.
    lengths: Vec<Lengths>,
    /// The links of each to earlier ones, once they were asked for.
    linked: Vec<OnceLock<Vec<Link>>>,
    weights: Weights,
    /// The stories that have a name, or a longer one with that word, in headline or lead.
    holders: BTreeMap<u64, Vec<usize>>,
}

impl Chains {
    /// Reads the stories of `grouping`.
    pub fn of(articles: &[Article], annotations: &[Annotations], grouping: &Grouping) -> Self {
        let portrait = |story| Portrait::of(story, articles, annotations, &grouping.copy_of);
        Self::of_portraits(grouping.stories.iter().map(portrait).collect())
    }

    /// Of stories that were read before, oldest first, then by id.
    pub fn of_portraits(portraits: Vec<Portrait>) -> Self {
        let weights = weights(&portraits);
        let mut holders: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, portrait) in portraits.iter().enumerate() {
            for key in portrait.sought().flat_map(|(_, _, keys)| keys) {
                let stories = holders.entry(key).or_default();
                if stories.last() != Some(&at) {
                    stories.push(at);
                }
            }
        }
        let most = CROWD.max(portraits.len() / CROWD_SHARE);
        holders.retain(|_, stories| stories.len() <= most);
        let lengths = portraits.iter().map(|one| Lengths::of(one, &weights)).collect();
        let linked = portraits.iter().map(|_| OnceLock::new()).collect();
        Self { portraits, lengths, linked, weights, holders }
    }

    /// The links between stories, by the later, the closest first.
    ///
    /// A story is linked to at most three earlier ones. Stories without a date have no links.
    pub fn links(&self) -> Vec<Link> {
        (0..self.portraits.len()).flat_map(|later| self.links_to(later)).cloned().collect()
    }

    /// Those of the [links](Self::links) at one end of which the story numbered `story` is.
    pub fn links_of(&self, story: usize) -> Vec<Link> {
        let Some(portrait) = self.portraits.get(story) else { return Vec::new() };
        let sought = portrait.sought().flat_map(|(_, _, keys)| keys);
        let holders = sought.filter_map(|key| self.holders.get(&key)).flatten().copied();
        let later: BTreeSet<usize> = holders.filter(|&at| self.days(story, at).is_some()).collect();
        let ends = later.into_iter().chain([story]).collect::<BTreeSet<usize>>();
        let links = ends.into_iter().flat_map(|later| self.links_to(later));
        links.filter(|link| link.earlier == story || link.later == story).cloned().collect()
    }

    /// The links of a story to earlier ones, the closest first.
    fn links_to(&self, later: usize) -> &[Link] {
        let linked = self.linked.get(later);
        linked.map_or(&[], |known| known.get_or_init(|| self.find_links_to(later)))
    }

    fn find_links_to(&self, later: usize) -> Vec<Link> {
        let near = self.near(later).into_iter();
        let mut close: Vec<(f32, Link)> =
            near.filter_map(|earlier| self.link(earlier, later)).collect();
        close.sort_by(|a, b| {
            b.0.total_cmp(&a.0).then((a.1.days, a.1.earlier).cmp(&(b.1.days, b.1.earlier)))
        });
        close.into_iter().take(LINKS).map(|(_, link)| link).collect()
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
        for (name, feature, keys) in portrait.sought() {
            let weight = self.weights.get(&name).copied().unwrap_or_default() * feature.weight;
            let holders = keys.iter().filter_map(|key| self.holders.get(key)).flatten();
            let stories: BTreeSet<usize> = holders.copied().collect();
            for earlier in stories.into_iter().filter(|&at| self.days(at, later).is_some()) {
                *shared.entry(earlier).or_default() += weight;
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
        let portrait = |at: usize| Some((self.portraits.get(at)?, *self.lengths.get(at)?));
        let ((before, _), (after, _)) = (portrait(earlier)?, portrait(later)?);
        let both = Beside::of(portrait(earlier)?, portrait(later)?, &self.weights);
        let one_language = before.languages.iter().any(|one| after.languages.contains(one));
        let follows = if one_language { follows(&both) } else { follows_across(&both) };
        follows.then(|| {
            let alike = both.names + both.words;
            let shown = |written: Vec<String>| written.into_iter().take(SHOWN).collect();
            let (names, words) = (shown(both.shared_names), shown(both.shared_words));
            (alike, Link { earlier, later, days, names, words })
        })
    }
}

/// Whether the later of two stories in one language goes on with the earlier.
fn follows(both: &Beside) -> bool {
    let alike = both.names + 2.0 * both.words;
    let told = both.told >= TOLD_AGAIN && both.rare_words > 0;
    both.rivals <= RIVALS
        && both.name >= NAME
        && both.telling_words >= SHARED_WORDS
        && alike >= if told { ALIKE_AND_TOLD } else { ALIKE }
}

/// The same of stories in two languages, which share names alone.
fn follows_across(both: &Beside) -> bool {
    both.rivals < RIVALS_ACROSS
        && both.names >= NAMES_ACROSS
        && both.shared_names.len() >= SHARED_NAMES_ACROSS
}

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
