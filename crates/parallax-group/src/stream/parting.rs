//! Parts stories that drifted together.

use super::{Strand, Stream, index};
use crate::{
    bundle::Bundle,
    halves::{halves, may_part},
    judge::Judge,
    sum::Sum,
};
use std::{borrow::Cow, collections::BTreeMap};

/// Articles of a story that stay together in any case: copies of one text, or all of
/// a strand that has members which are no longer held.
#[derive(Default)]
struct Unit<'a> {
    /// What they tell in the language that is looked at.
    words: Option<Cow<'a, Sum>>,
    places: Vec<Place>,
}

/// A strand with a member, or with none for all its members.
type Place = (usize, Option<usize>);

impl<'a> Unit<'a> {
    fn take(&mut self, words: Option<Cow<'a, Sum>>, place: Place) {
        match (&mut self.words, words) {
            (Some(words), Some(more)) => words.to_mut().add(&more),
            (Some(_), None) => {}
            (words, more) => *words = more,
        }
        self.places.push(place);
    }
}

impl Stream {
    /// Parts each of `groups`, lists of strands, that is two events, and its parts again.
    pub(super) fn part(&mut self, groups: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let families = self.first_of_families();
        let mut whole = Vec::new();
        let mut left = groups;
        while let Some(group) = left.pop() {
            match self.two_events(&group, &families) {
                Some(second) => left.extend(self.apart(&group, &second)),
                None => whole.push(group),
            }
        }
        whole.sort_unstable();
        whole
    }

    /// For each article of a family, the one that the family goes by.
    fn first_of_families(&self) -> BTreeMap<usize, usize> {
        let mut firsts: BTreeMap<usize, usize> = BTreeMap::new();
        for family in &self.families {
            let known = family.iter().find_map(|member| firsts.get(member).copied());
            let Some(first) = known.or_else(|| family.first().copied()) else { continue };
            firsts.extend(family.iter().map(|&member| (member, first)));
        }
        firsts
    }

    /// What is in the second half of a group, where it is two events: judged in the
    /// language that most of it is told in; what is told in others goes with the likelier.
    fn two_events(&self, group: &[usize], families: &BTreeMap<usize, usize>) -> Option<Vec<Place>> {
        let language = self.main_language(group)?;
        let told = group.iter().filter_map(|&at| self.strands[at].bundle.told_in(language));
        if !may_part(told.map(|telling| &telling.words)) {
            return None;
        }
        let units = self.units(group, language, families);
        let (spoken, others): (Vec<&Unit<'_>>, Vec<&Unit<'_>>) =
            units.iter().partition(|unit| unit.words.is_some());
        let words: Vec<&Sum> = spoken.iter().filter_map(|unit| unit.words.as_deref()).collect();
        let second = halves(&words)?;
        let places = spoken.iter().zip(&second).filter(|(_, second)| **second);
        let mut places: Vec<Place> =
            places.flat_map(|(unit, _)| unit.places.iter().copied()).collect();
        if !others.is_empty() {
            let wholes = self.wholes(&spoken, &second);
            places.extend(self.likelier_second(&wholes, &others));
        }
        Some(places)
    }

    /// All that is told in each half.
    fn wholes(&self, units: &[&Unit<'_>], second: &[bool]) -> [Bundle; 2] {
        let mut wholes = [Bundle::default(), Bundle::default()];
        for (unit, second) in units.iter().zip(second) {
            wholes[usize::from(*second)].add(&self.all_of(unit));
        }
        wholes
    }

    /// What of `units` is likelier to go with the second of two halves.
    fn likelier_second(&self, wholes: &[Bundle; 2], units: &[&Unit<'_>]) -> Vec<Place> {
        let judge = Judge::for_run(self.rarity.articles());
        let goes = |unit: &&&Unit<'_>| {
            let bundle = self.all_of(unit);
            let [first, second] = wholes.each_ref().map(|whole| judge.chance(whole, &bundle));
            second > first
        };
        units.iter().filter(goes).flat_map(|unit| unit.places.iter().copied()).collect()
    }

    /// All that the articles of a unit tell.
    fn all_of(&self, unit: &Unit<'_>) -> Bundle {
        let mut all = Bundle::default();
        for &(at, member) in &unit.places {
            match member {
                Some(member) => all.add(&self.held_bundle(member)),
                None => all.add(&self.strands[at].bundle),
            }
        }
        all
    }

    /// The language that most of a group is told in.
    fn main_language(&self, group: &[usize]) -> Option<&'static str> {
        let mut languages: BTreeMap<&str, f32> = BTreeMap::new();
        for (language, telling) in group.iter().flat_map(|&at| self.strands[at].bundle.tellings()) {
            *languages.entry(language).or_default() += telling.words.count();
        }
        languages.into_iter().max_by(|a, b| a.1.total_cmp(&b.1)).map(|(language, _)| language)
    }

    /// The units of a group, by what they tell in `language`.
    fn units(
        &self,
        group: &[usize],
        language: &str,
        families: &BTreeMap<usize, usize>,
    ) -> Vec<Unit<'_>> {
        let mut units: BTreeMap<usize, Unit<'_>> = BTreeMap::new();
        let first = |member: usize| families.get(&member).copied().unwrap_or(member);
        for &at in group {
            let strand = &self.strands[at];
            let whole = || Some(Cow::Borrowed(&strand.bundle.told_in(language)?.words));
            match (&strand.past, strand.members.as_slice()) {
                (Some(_), &[member, ..]) => {
                    units.entry(first(member)).or_default().take(whole(), (at, None));
                }
                (None, &[member]) => {
                    units.entry(first(member)).or_default().take(whole(), (at, Some(member)));
                }
                (_, members) => {
                    for &member in members {
                        let words = self.words_of(member, language).map(Cow::Owned);
                        units.entry(first(member)).or_default().take(words, (at, Some(member)));
                    }
                }
            }
        }
        units.into_values().collect()
    }

    /// The words of an article that is held, where it is in `language`.
    fn words_of(&self, member: usize, language: &str) -> Option<Sum> {
        let article = self.held.get(member - self.settled.len())?;
        (article.language == language).then(|| Sum::one(self.rarity.weigh(&article.words)))
    }

    /// The strands of a group without what is in its `second` half, and those of that;
    /// strands that are in both are parted.
    fn apart(&mut self, group: &[usize], second: &[(usize, Option<usize>)]) -> [Vec<usize>; 2] {
        let mut going: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for &(at, member) in second {
            match member {
                Some(member) => going.entry(at).or_default().push(member),
                None => drop(going.insert(at, self.strands[at].members.clone())),
            }
        }
        let mut halves = [Vec::new(), Vec::new()];
        for &at in group {
            match going.remove(&at) {
                None => halves[0].push(at),
                Some(all) if all.len() == self.strands[at].members.len() => halves[1].push(at),
                Some(some) => {
                    halves[0].push(at);
                    halves[1].push(self.begin_anew(at, some));
                }
            }
        }
        for half in &mut halves {
            half.sort_unstable();
        }
        halves
    }

    /// Takes `members` out of a strand into one of their own, near to the same others.
    fn begin_anew(&mut self, from: usize, mut members: Vec<usize>) -> usize {
        members.sort_unstable();
        self.strands[from].members.retain(|member| members.binary_search(member).is_err());
        self.strands[from].bundle = self.weighed(&self.strands[from]);
        let founder = self.strands[from].founder;
        let new = Strand { bundle: Bundle::default(), past: None, members, founder, fresh: false };
        let bundle = self.weighed(&new);
        let at = self.strands.len();
        self.index.note(&index::terms(&bundle), at);
        self.strands.push(Strand { bundle, ..new });
        let near = self.near.iter().filter_map(|&(a, b)| match () {
            () if a == from => Some((b, at)),
            () if b == from => Some((a, at)),
            () => None,
        });
        let near: Vec<_> = near.collect();
        self.near.extend(near);
        self.near.push((from, at));
        at
    }
}

#[cfg(test)]
mod tests {
    use super::Stream;
    use crate::signature::{Signature, Term};
    use parallax_model::Digest;

    /// An article with the words of its kind of event, of its event, and of its own.
    fn article(number: u32, event: u32) -> Signature {
        let keys = (0..20).chain((0..20).map(|term| 1000 * event + term));
        let keys = keys.chain((0..15).map(|term| 10_000 + 100 * number + term));
        let terms = keys.map(|key| Term { key, weight: 2.0, expected: 0.004 });
        let terms: Vec<Term> = terms.collect();
        Signature::of_terms(Digest::of(&number.to_le_bytes()).into(), terms)
    }

    #[test]
    fn a_strand_of_two_events_is_parted_but_copies_are_not() {
        let mut stream = Stream::whole();
        for number in 0..12 {
            stream.admit(article(number, 1 + number % 2));
        }
        stream.join_families(vec![vec![0, 3]]);
        let all = (0..stream.strands.len()).collect();
        let parted = stream.part(vec![all]);
        assert_eq!(parted.len(), 2);
        let mut members: Vec<Vec<usize>> = parted
            .iter()
            .map(|half| half.iter().flat_map(|&at| stream.strands[at].members.clone()).collect())
            .collect();
        for half in &mut members {
            half.sort_unstable();
            assert_eq!(half.contains(&0), half.contains(&3));
            half.retain(|member| ![0, 3].contains(member));
            assert_eq!(half.len(), 5);
            assert!(half.iter().all(|member| member % 2 == half[0] % 2));
        }
    }
}
