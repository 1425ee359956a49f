//! What was read lately.

use std::sync::Arc;

/// Values that were read lately, the latest last, of so much weight in all.
pub(super) struct Lately<K, V> {
    most: usize,
    held: Vec<(K, usize, Arc<V>)>,
}

impl<K: PartialEq, V> Lately<K, V> {
    /// Holds at most so much, but always the latest.
    pub(super) fn up_to(most: usize) -> Self {
        Self { most, held: Vec::new() }
    }

    pub(super) fn find(&mut self, key: &K) -> Option<Arc<V>> {
        self.find_by(|known| known == key)
    }

    /// The latest whose key is as wanted.
    pub(super) fn find_by(&mut self, wanted: impl Fn(&K) -> bool) -> Option<Arc<V>> {
        let at = self.held.iter().rposition(|(known, ..)| wanted(known))?;
        let found = self.held.remove(at);
        let value = Arc::clone(&found.2);
        self.held.push(found);
        Some(value)
    }

    /// The latest that is as wanted, which does not count as asked for.
    pub(super) fn find_value(&self, wanted: impl Fn(&V) -> bool) -> Option<Arc<V>> {
        let found = self.held.iter().rev().find(|(_, _, value)| wanted(value));
        found.map(|(_, _, value)| Arc::clone(value))
    }

    /// Forgets those whose key is so.
    pub(super) fn drop_all(&mut self, unwanted: impl Fn(&K) -> bool) {
        self.held.retain(|(known, ..)| !unwanted(known));
    }

    pub(super) fn keep(&mut self, key: K, weight: usize, value: &Arc<V>) {
        self.held.retain(|(known, ..)| *known != key);
        self.held.push((key, weight, Arc::clone(value)));
        let mut all: usize = self.held.iter().map(|(_, weight, _)| weight).sum();
        let mut over = 0;
        for (_, weight, _) in self.held.iter().take(self.held.len() - 1) {
            if all <= self.most {
                break;
            }
            (all, over) = (all - weight, over + 1);
        }
        self.held.drain(..over);
    }
}

#[cfg(test)]
mod tests {
    use super::Lately;
    use std::sync::Arc;

    #[test]
    fn what_was_asked_for_last_stays() {
        let mut lately = Lately::up_to(3);
        for (key, weight) in [("a", 1), ("b", 1), ("c", 1)] {
            lately.keep(key, weight, &Arc::new(key));
        }
        assert!(lately.find(&"a").is_some());
        lately.keep("d", 2, &Arc::new("d"));
        assert!(lately.find(&"a").is_some() && lately.find(&"d").is_some());
        assert!(lately.find(&"b").is_none() && lately.find(&"c").is_none());
        lately.keep("e", 9, &Arc::new("e"));
        assert!(lately.find(&"e").is_some() && lately.find(&"a").is_none());
    }
}
