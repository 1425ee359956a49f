//! Which words of an article are one.

use super::Tokens;
use parallax_language::sequence::hash;

/// How far a word is looked for among those before; on pages that are made to be slow, not to its end.
const LONGEST_WALK: usize = 16;

impl Tokens<'_> {
    /// Where different words stand first, and which of them stands at each place.
    ///
    /// A few words may count twice.
    pub(crate) fn numbered(&self) -> (Vec<usize>, Vec<usize>) {
        let size = (2 * self.all.len()).next_power_of_two();
        let mut places: Vec<Option<usize>> = vec![None; size];
        let mut firsts: Vec<usize> = Vec::new();
        let mut number = |at: usize| {
            let word = self.word(at);
            let start = hash(word) as usize;
            for by in 0..LONGEST_WALK {
                match places.get_mut((start + by) & (size - 1)) {
                    Some(Some(known)) => {
                        let first = firsts.get(*known).copied().unwrap_or_default();
                        if self.word(first) == word {
                            return *known;
                        }
                    }
                    Some(free) => {
                        *free = Some(firsts.len());
                        break;
                    }
                    None => break,
                }
            }
            firsts.push(at);
            firsts.len() - 1
        };
        let numbers = (0..self.all.len()).map(&mut number).collect();
        (firsts, numbers)
    }
}
