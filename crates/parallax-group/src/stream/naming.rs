//! Which name a story has when strands were put together anew.

use super::Stream;
use std::collections::BTreeMap;

impl Stream {
    /// Gives every strand of `groups` the founder of its story.
    ///
    /// A story keeps its founder's name. Where one story became two, the one with
    /// the founder keeps it, and where two became one, the older name stays and
    /// the younger leads to it.
    pub(super) fn name(&mut self, groups: &[Vec<usize>]) {
        let mut claims: BTreeMap<usize, Vec<(bool, usize, usize)>> = BTreeMap::new();
        for (at, group) in groups.iter().enumerate() {
            for (founder, size) in self.founders(group) {
                let holds = group
                    .iter()
                    .any(|&strand| self.strands[strand].members.binary_search(&founder).is_ok());
                claims.entry(founder).or_default().push((!holds, usize::MAX - size, at));
            }
        }
        // Each name goes to one group; of several names a group has the oldest.
        let mut names: BTreeMap<usize, usize> = BTreeMap::new();
        let mut into: BTreeMap<usize, usize> = BTreeMap::new();
        for (founder, mut claimed) in claims {
            claimed.sort_unstable();
            if let Some(&(_, _, group)) = claimed.first() {
                let name = *names.entry(group).or_insert(founder);
                if name != founder {
                    into.insert(founder, name);
                }
            }
        }
        self.aliases.extend(into);
        for (at, group) in groups.iter().enumerate() {
            let oldest = group.iter().filter_map(|&s| self.strands[s].members.first()).min();
            let Some(&oldest) = oldest else { continue };
            let founder = names.get(&at).copied().unwrap_or(oldest);
            self.aliases.remove(&founder);
            for &strand in group {
                self.strands[strand].founder = founder;
            }
        }
    }

    /// The names that strands of a group have, and how many articles go by each.
    fn founders(&self, group: &[usize]) -> BTreeMap<usize, usize> {
        let mut sizes = BTreeMap::new();
        for &strand in group {
            let strand = &self.strands[strand];
            *sizes.entry(strand.founder).or_default() += strand.bundle.size();
        }
        sizes
    }
}
