//! How much of a block stands in words the page's data gives.

use std::collections::VecDeque;

/// Letters and digits compared at once: long enough that hardly anything else
/// on a page reads the same, short enough for a line of two or three words.
const WINDOW: usize = 16;

/// The windows of a text, as hashes in order.
pub(crate) struct Told {
    windows: Vec<u64>,
}

impl Told {
    pub(crate) fn of(text: &str) -> Self {
        let mut windows = Vec::new();
        each_window(text, |hash| windows.push(hash));
        windows.sort_unstable();
        Self { windows }
    }

    /// Hundredths of the windows of `words` that stand in the text; -1 where
    /// there is no text, -2 where the words are too few to tell.
    pub(crate) fn share(&self, words: &str) -> i16 {
        if self.windows.is_empty() {
            return -1;
        }
        let (mut found, mut all) = (0_usize, 0);
        each_window(words, |hash| {
            all += 1;
            found += usize::from(self.windows.binary_search(&hash).is_ok());
        });
        let share = (found * 100).checked_div(all);
        share.map_or(-2, |share| i16::try_from(share).unwrap_or(100))
    }
}

/// The windows that begin a word; in scripts without spaces, every one.
fn each_window(text: &str, mut see: impl FnMut(u64)) {
    let mut window: VecDeque<(char, bool)> = VecDeque::with_capacity(WINDOW);
    let mut begins = true;
    for letter in text.chars() {
        if !letter.is_alphanumeric() {
            begins = true;
            continue;
        }
        if window.len() == WINDOW {
            window.pop_front();
        }
        window.push_back((letter, begins || letter >= '\u{2e80}'));
        begins = false;
        if window.len() == WINDOW && window.front().is_some_and(|(_, begins)| *begins) {
            see(hash(window.iter().map(|(letter, _)| *letter)));
        }
    }
}

/// FNV-1a over letters.
fn hash(letters: impl Iterator<Item = char>) -> u64 {
    letters.fold(0xcbf2_9ce4_8422_2325, |hash, letter| {
        (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::Told;

    #[test]
    fn words_of_the_text_are_found_whatever_stands_between_them() {
        let told = Told::of("The ferry was late again, the harbour office said on Monday.");
        assert_eq!(told.share("the harbour office said — on Monday"), 100);
        assert_eq!(told.share("Two goats were led off the pier by the mate"), 0);
        assert_eq!(told.share("Monday"), -2);
        assert_eq!(Told::of("").share("Monday"), -1);
    }
}
