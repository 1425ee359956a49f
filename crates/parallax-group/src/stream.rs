//! Stories of articles that come one at a time.
//!
//! An article joins the strand it is surely part of, or begins one; a strand is
//! a few articles that nobody would part. Now and then, and at the end, the
//! strands are put together into stories anew, with all that is known by then.

mod index;
mod naming;
mod parting;
mod reasons;
mod settled;
mod sweeping;

pub use settled::Settled;

use crate::{
    bundle::Bundle,
    judge::{self, Chance, Judge},
    rarity::Rarity,
    signature::Signature,
};
use index::Index;
use parallax_model::{ArticleId, Story, StoryId, Why};
use std::collections::BTreeMap;

/// Articles that are weighed anew when strands are put together: the newest.
const WINDOW: usize = 10_000;

/// How likely an article must be part of a strand to be joined to it for good.
const SURE: Chance = 900_000;

/// How likely two strands must be one event to be worth remembering as a pair.
const FAINT: Chance = 20_000;

/// Strands that are compared by meaning: the newest.
const COMPARED: usize = 4000;

/// How alike in meaning, and how many of them, are looked at further.
const RELATED: f32 = 0.35;
const NEAREST_IN_MEANING: usize = 16;

/// Assigns articles to stories one at a time.
///
/// The same articles in the same order give the same stories. Only the newest
/// articles are held: a story that got no article among the last ten thousand keeps
/// its name and takes in nothing any more. So what one more
/// article costs does not grow with their number, and memory only by its name.
///
/// ```
/// let stream = parallax_group::Stream::new();
/// assert!(stream.settle().stories().is_empty());
/// ```
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug)]
pub struct Stream {
    rarity: Rarity,
    index: Index,
    strands: Vec<Strand>,
    /// Pairs of strands that may be one event.
    near: Vec<(usize, usize)>,
    /// Every article that was admitted.
    ids: Vec<ArticleId>,
    /// For the articles that are no longer held, the article that founded their story.
    settled: Vec<usize>,
    /// The articles that are held, the newest ones.
    #[cfg_attr(feature = "serde", serde(skip))]
    held: Vec<Signature>,
    /// For each founder whose story went into an older one, the founder of that.
    aliases: BTreeMap<usize, usize>,
    /// Articles that are one story in any case.
    families: Vec<Vec<usize>>,
    /// Articles that are held at least, once so many were admitted.
    window: usize,
    /// Why each article is where it is, where that is asked for.
    #[cfg_attr(feature = "serde", serde(skip))]
    why: Option<Vec<Why>>,
}

/// Articles that nobody would part.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Debug)]
struct Strand {
    bundle: Bundle,
    /// The members that are no longer held, as they were weighed last.
    past: Option<Bundle>,
    /// The members that are held, by number of admission.
    members: Vec<usize>,
    /// The article that founded the story, as far as is known.
    founder: usize,
    /// Whether it took in an article since stories were last put together.
    fresh: bool,
}

impl Default for Stream {
    fn default() -> Self {
        Self::new()
    }
}

impl Stream {
    /// A stream that nothing was admitted to.
    pub fn new() -> Self {
        Self {
            rarity: Rarity::default(),
            index: Index::default(),
            strands: Vec::new(),
            near: Vec::new(),
            ids: Vec::new(),
            settled: Vec::new(),
            held: Vec::new(),
            aliases: BTreeMap::new(),
            families: Vec::new(),
            window: WINDOW,
            why: None,
        }
    }

    /// A stream that says of every article why it is in its story, at some hundred bytes each.
    pub fn explained() -> Self {
        Self { why: Some(Vec::new()), ..Self::new() }
    }

    /// The same, but it holds all its articles until it is settled.
    pub(crate) fn whole() -> Self {
        Self { window: usize::MAX, ..Self::explained() }
    }

    /// Takes in an article and names its story, as far as can be told by now.
    ///
    /// A story is named after its first article in the order of admission. The
    /// last word on who belongs to it is [`settle`](Self::settle)'s.
    pub fn admit(&mut self, article: Signature) -> StoryId {
        if self.held.len() >= self.window.saturating_mul(2) {
            self.sweep();
            self.let_go();
        }
        self.rarity.count(&article);
        let bundle = Bundle::of(&article, &self.rarity);
        let number = self.ids.len();
        self.ids.push(article.id);
        self.held.push(article);
        let founder = self.place(bundle, number);
        Story::name(self.ids[founder])
    }

    /// A stream that was kept holds none of its articles: from this number of admission on they
    /// have to be [given back](Self::recall), in order, before it goes on as if it had never
    /// been kept.
    pub fn recalls_from(&self) -> usize {
        self.settled.len()
    }

    /// Gives back an article.
    pub fn recall(&mut self, article: Signature) {
        self.held.push(article);
    }

    /// The articles that were admitted, in order.
    pub fn ids(&self) -> &[ArticleId] {
        &self.ids
    }

    /// How many articles were admitted.
    pub fn len(&self) -> usize {
        self.ids.len()
    }

    /// Whether no article was admitted.
    pub fn is_empty(&self) -> bool {
        self.ids.is_empty()
    }

    /// The story of each article, now that all are known.
    pub fn settle(mut self) -> Settled {
        self.sweep();
        self.explain(self.ids.len());
        self.settled.resize(self.ids.len(), 0);
        for strand in &self.strands {
            for &member in &strand.members {
                self.settled[member] = strand.founder;
            }
        }
        Settled::new(&self.ids, self.settled, &self.aliases, self.why.unwrap_or_default())
    }

    /// Puts the article admitted last into the story of the one admitted as number
    /// `original`, counted from 0, of whose text it is a copy. A copy of what is no
    /// longer held is left where it is.
    pub fn fold(&mut self, original: usize) {
        if let Some(last) = self.ids.len().checked_sub(1) {
            self.families.push(vec![original, last]);
        }
    }

    /// Articles, by number of admission, that are one story in any case.
    pub(crate) fn join_families(&mut self, families: Vec<Vec<usize>>) {
        self.families = families;
    }

    /// Joins an article to the strand it is surely part of, or begins one; gives
    /// the founder of its story.
    fn place(&mut self, bundle: Bundle, number: usize) -> usize {
        let judge = Judge::for_run(self.rarity.articles());
        let terms = index::terms(&bundle);
        let mut found = self.index.near(&terms);
        found.extend(self.near_in_meaning(&bundle));
        found.sort_unstable();
        found.dedup();
        let near: Vec<(Chance, usize)> = found
            .into_iter()
            .filter_map(|at| {
                Some((judge.chance_from(FAINT, &self.strands[at].bundle, &bundle)?, at))
            })
            .collect();
        let best = near.iter().copied().max_by(|a, b| a.0.cmp(&b.0).then(b.1.cmp(&a.1)));
        let at = match best {
            Some((chance, at)) if chance >= SURE => at,
            _ => self.strands.len(),
        };
        self.index.note(&terms, at);
        self.near.extend(near.iter().map(|&(_, other)| (other, at)).filter(|(a, b)| a != b));
        if let Some(strand) = self.strands.get_mut(at) {
            strand.bundle.add(&bundle);
            strand.members.push(number);
            strand.fresh = true;
        } else {
            let story = best.filter(|(chance, _)| *chance >= judge::EVEN);
            let founder = story.map_or(number, |(_, at)| self.strands[at].founder);
            let members = vec![number];
            self.strands.push(Strand { bundle, past: None, members, founder, fresh: true });
        }
        self.strands[at].founder
    }

    /// The newest strands whose meaning is nearest to that of `bundle`.
    fn near_in_meaning(&self, bundle: &Bundle) -> Vec<usize> {
        let Some(meaning) = bundle.meaning() else { return Vec::new() };
        let newest = self.strands.len().saturating_sub(COMPARED);
        let near = self.strands.iter().enumerate().skip(newest).filter_map(|(at, strand)| {
            let alike = strand.bundle.meaning()?.alike(meaning).middles;
            (alike >= RELATED).then_some((alike, at))
        });
        index::nearest(near.collect(), NEAREST_IN_MEANING)
    }

    /// A bundle of one article that is held.
    fn held_bundle(&self, member: usize) -> Bundle {
        Bundle::of(&self.held[member - self.settled.len()], &self.rarity)
    }

    /// Lets go of the articles that are not among the newest, and closes strands.
    fn let_go(&mut self) {
        let first = self.ids.len().saturating_sub(self.window);
        let base = self.settled.len();
        self.explain(first);
        self.settled.resize(first, 0);
        let mut kept = Vec::new();
        let mut places = vec![None; self.strands.len()];
        for (at, mut strand) in std::mem::take(&mut self.strands).into_iter().enumerate() {
            let (old, members): (Vec<usize>, Vec<usize>) =
                strand.members.iter().partition(|&&member| member < first);
            for &member in &old {
                self.settled[member] = strand.founder;
            }
            if members.is_empty() {
                continue;
            }
            for member in old {
                let past = strand.past.get_or_insert_default();
                past.add(&Bundle::of(&self.held[member - base], &self.rarity));
            }
            strand.members = members;
            places[at] = Some(kept.len());
            kept.push(strand);
        }
        self.held.drain(..first - base);
        self.families.retain(|family| family.iter().any(|&member| member >= first));
        self.strands = kept;
        self.rarity.forget();
        self.note_anew(&places);
    }

    /// Numbers pairs and index by the new `places` of the strands.
    fn note_anew(&mut self, places: &[Option<usize>]) {
        let moved = |&(a, b): &(usize, usize)| Some((places[a]?, places[b]?));
        self.near = self.near.iter().filter_map(moved).collect();
        self.index = Index::default();
        for (at, strand) in self.strands.iter().enumerate() {
            self.index.note(&index::terms(&strand.bundle), at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Stream;
    use crate::signature::{Signature, Term};
    use parallax_model::Digest;
    use proptest::prelude::*;

    /// An article on one of several events that have no word in common.
    fn article(number: usize, event: u32) -> Signature {
        let term = |at: u32| Term { key: event * 100 + at, weight: 2.0, expected: 0.004 };
        let terms: Vec<Term> = (0..30).map(term).collect();
        Signature::of_terms(Digest::of(&number.to_le_bytes()).into(), terms)
    }

    proptest! {
        #[test]
        fn what_is_no_longer_held_keeps_its_story(events in prop::collection::vec(0_u32..4, 1..60)) {
            let mut stream = Stream { window: 5, ..Stream::explained() };
            let told: Vec<_> = events
                .iter()
                .enumerate()
                .map(|(number, &event)| stream.admit(article(number, event)))
                .collect();
            prop_assert!(stream.held.len() <= 10);
            let settled = stream.settle();
            prop_assert_eq!(settled.stories().len(), events.len());
            prop_assert_eq!(settled.why().len(), events.len());
            for (at, story) in settled.stories().iter().enumerate() {
                let founder = settled.founders()[at];
                prop_assert_eq!(events[founder], events[at]);
                prop_assert!(founder <= at);
                let alias = settled.aliases().iter().find(|(old, _)| *old == told[at]);
                prop_assert!(told[at] == *story || alias.is_some_and(|(_, now)| now == story));
            }
        }
    }
}
