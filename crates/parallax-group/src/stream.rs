//! Stories of more articles than are held at once, assigned as they come.
//!
//! Each article joins the story it is most like, or founds one. What was
//! decided early on little is put right at the end, by [`Stream::settle`].

mod index;

use crate::{
    bundle::Bundle,
    events::{self, Bar},
    profile::Profile,
    weights::{Vector, Weights},
};
use index::Index;
use jiff::Timestamp;
use parallax_model::{Annotations, Article, ArticleId, Story, StoryId};

/// Articles up to which every one is weighed anew at the end, at some two
/// kilobytes each; beyond, whole bundles are.
const WEIGHED_ANEW: usize = 20_000;

/// How much higher the bar is for an article that comes than for bundles at the
/// end: what is joined is never parted.
const CAUTION: f32 = 0.06;

/// Assigns articles to stories one at a time.
///
/// The same articles in the same order give the same stories. Memory grows by
/// the terms of an article, not by its text.
///
/// ```
/// let stream = parallax_group::Stream::new();
/// assert!(stream.settle().is_empty());
/// ```
#[derive(Debug, Default)]
pub struct Stream {
    weights: Weights,
    bundles: Vec<Founded>,
    index: Index,
    /// The bundle of each article.
    of: Vec<usize>,
    /// The terms of each article, while they are few enough.
    counted: Option<Vec<Counted>>,
}

/// A bundle with the oldest of its articles.
#[derive(Debug)]
struct Founded {
    bundle: Bundle,
    founder: Age,
}

/// What the older of two articles has the less of: a date before no date.
type Age = (bool, Option<Timestamp>, ArticleId);

/// An article's terms as counted, for weighing them once all are known.
#[derive(Debug)]
struct Counted {
    age: Age,
    language: &'static str,
    day: Option<i64>,
    words: Vector,
    neutral: Vector,
}

impl Stream {
    /// A stream that nothing was admitted to.
    pub fn new() -> Self {
        Self { counted: Some(Vec::new()), ..Self::default() }
    }

    /// Takes in an article and names its story, as far as can be told by now.
    ///
    /// The name of a story may change when an older article joins it; the last
    /// word is [`settle`](Self::settle)'s.
    pub fn admit(&mut self, article: &Article, _annotations: Option<&Annotations>) -> StoryId {
        let profile = Profile::of(article);
        let age = age(article);
        let (words, neutral) = self.weights.count(&profile);
        let bundle = Bundle::of(
            profile.language,
            profile.day,
            self.weights.weigh(&words),
            self.weights.weigh(&neutral),
        );
        self.keep(Counted { age, language: profile.language, day: profile.day, words, neutral });
        let at = self.join(bundle, age);
        self.of.push(at);
        Story::name(self.bundles[at].founder.2)
    }

    /// How many articles were admitted.
    pub fn len(&self) -> usize {
        self.of.len()
    }

    /// Whether no article was admitted.
    pub fn is_empty(&self) -> bool {
        self.of.is_empty()
    }

    /// The story of each article, in the order they were admitted, now that all are known.
    pub fn settle(self) -> Vec<StoryId> {
        match self.counted {
            Some(counted) => settle_articles(&counted, &self.weights),
            None => settle_bundles(self.bundles, &self.of, &self.weights),
        }
    }

    fn keep(&mut self, article: Counted) {
        match &mut self.counted {
            Some(counted) if counted.len() < WEIGHED_ANEW => counted.push(article),
            counted => *counted = None,
        }
    }

    /// Joins an article to the bundle it is most like, or founds one.
    fn join(&mut self, bundle: Bundle, age: Age) -> usize {
        let terms = index::terms(&bundle);
        let bar = Bar::for_run(self.of.len()).raised(CAUTION);
        let mut best: Option<(f32, usize)> = None;
        for at in self.index.near(&terms, self.bundles.len()) {
            let known = &self.bundles[at].bundle;
            let alike = known.likeness(&bundle);
            let better = best.is_none_or(|(most, _)| alike > most);
            if better && bar.passes(alike, (known.size(), 1)) {
                best = Some((alike, at));
            }
        }
        let at = best.map_or(self.bundles.len(), |(_, at)| at);
        self.index.note(&terms, at);
        match self.bundles.get_mut(at) {
            Some(known) => {
                known.bundle.add(&bundle);
                known.founder = known.founder.min(age);
            }
            None => self.bundles.push(Founded { bundle, founder: age }),
        }
        at
    }
}

fn age(article: &Article) -> Age {
    let moment = article.published.as_ref().map(|stamp| stamp.moments(article.outlet.offset).0);
    (moment.is_none(), moment, article.id)
}

fn settle_articles(counted: &[Counted], weights: &Weights) -> Vec<StoryId> {
    let mut order: Vec<usize> = (0..counted.len()).collect();
    order.sort_by_key(|&at| (counted[at].age, at));
    let bundle = |&at: &usize| {
        let article = &counted[at];
        let (words, neutral) = (weights.weigh(&article.words), weights.weigh(&article.neutral));
        Bundle::of(article.language, article.day, words, neutral)
    };
    let bundles = order.iter().map(bundle).collect();
    let groups = events::group(bundles, &[], weights, Bar::for_run(counted.len()));
    let mut settled: Vec<Option<StoryId>> = vec![None; counted.len()];
    for group in groups {
        let story = group.first().map(|&oldest| Story::name(counted[order[oldest]].age.2));
        for member in group {
            settled[order[member]] = story;
        }
    }
    settled.into_iter().flatten().collect()
}

fn settle_bundles(founded: Vec<Founded>, of: &[usize], weights: &Weights) -> Vec<StoryId> {
    let (bundles, founders): (Vec<Bundle>, Vec<Age>) =
        founded.into_iter().map(|founded| (founded.bundle, founded.founder)).unzip();
    let groups = events::group(bundles, &[], weights, Bar::for_run(of.len()));
    let mut oldest = founders.clone();
    for group in groups {
        if let Some(founder) = group.iter().map(|&member| founders[member]).min() {
            for member in group {
                oldest[member] = founder;
            }
        }
    }
    of.iter().map(|&at| Story::name(oldest[at].2)).collect()
}
