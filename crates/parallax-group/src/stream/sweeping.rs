//! Puts strands together into stories.
//!
//! A story that got no article since the last time is left as it is. That is half of the
//! work, and more precise: looked at again, stories of one kind were joined, mostly wrongly.

use super::{Strand, Stream};
use crate::{
    bundle::Bundle,
    judge::{self, Judge},
    merging,
};
use std::collections::BTreeMap;

impl Stream {
    /// Puts the strands together into stories anew.
    pub(super) fn sweep(&mut self) {
        self.near.sort_unstable();
        self.near.dedup();
        let families = self.families_of_strands();
        let moved = self.moved(&families);
        // What is to be told of a story is told by what is known now.
        let weighed =
            if self.why.is_some() { (0..self.strands.len()).collect() } else { moved.clone() };
        for at in weighed {
            self.strands[at].bundle = self.weighed(&self.strands[at]);
        }
        let groups = self.merged(&moved, &families);
        let groups = self.part(groups);
        self.name(&groups);
        for strand in &mut self.strands {
            strand.fresh = false;
        }
    }

    /// The strands, ascending, of the stories that took in an article since stories were last
    /// put together, or that are near one that did. The others stay as they are.
    fn moved(&self, families: &[Vec<usize>]) -> Vec<usize> {
        let fresh = |at: &usize| self.strands[*at].fresh;
        let near = self.near.iter().map(|&(a, b)| [a, b]);
        let near = near.filter(|pair| pair.iter().any(fresh)).flatten();
        let families = families.iter().filter(|family| family.iter().any(fresh)).flatten();
        let strands = (0..self.strands.len()).filter(fresh).chain(near).chain(families.copied());
        let mut stories: Vec<usize> = strands.map(|at| self.strands[at].founder).collect();
        stories.sort_unstable();
        stories.dedup();
        let moved = |&at: &usize| stories.binary_search(&self.strands[at].founder).is_ok();
        (0..self.strands.len()).filter(moved).collect()
    }

    /// The stories of `strands`, given ascending: lists of strands.
    fn merged(&self, strands: &[usize], families: &[Vec<usize>]) -> Vec<Vec<usize>> {
        let place = |at: usize| strands.binary_search(&at).ok();
        let bundles: Vec<&Bundle> = strands.iter().map(|&at| &self.strands[at].bundle).collect();
        let pairs = |&(a, b): &(usize, usize)| Some((place(a)?, place(b)?));
        let near: Vec<(usize, usize)> = self.near.iter().filter_map(pairs).collect();
        let placed = |family: &Vec<usize>| family.iter().filter_map(|&at| place(at)).collect();
        let families: Vec<Vec<usize>> = families.iter().map(placed).collect();
        let judge = Judge::for_run(self.rarity.articles());
        let mut groups = merging::merge(&bundles, &families, &near, judge, judge::EVEN);
        for at in groups.iter_mut().flatten() {
            *at = strands[*at];
        }
        groups
    }

    /// A strand with its members weighed by what is known now.
    pub(super) fn weighed(&self, strand: &Strand) -> Bundle {
        let members = strand.members.iter().map(|&member| self.held_bundle(member));
        let mut all = strand.past.clone().into_iter().chain(members);
        let mut bundle = all.next().unwrap_or_default();
        for member in all {
            bundle.add(&member);
        }
        bundle
    }

    /// The strands of each family of articles.
    fn families_of_strands(&self) -> Vec<Vec<usize>> {
        let mut of = BTreeMap::new();
        for (at, strand) in self.strands.iter().enumerate() {
            of.extend(strand.members.iter().map(|&member| (member, at)));
        }
        let strands = |family: &Vec<usize>| {
            family.iter().filter_map(|member| of.get(member).copied()).collect()
        };
        self.families.iter().map(strands).collect()
    }
}
