//! How much of a block stands in words the page's data gives.

/// Letters and digits compared at once: long enough that hardly anything else
/// on a page reads the same, short enough for a line of two or three words.
const WINDOW: usize = 16;

/// The windows of a text, as hashes in order.
pub(crate) struct Told {
    windows: Vec<u64>,
}

impl Told {
    pub(crate) fn of(text: &str) -> Self {
        let mut windows = windows(text);
        windows.sort_unstable();
        Self { windows }
    }

    /// Hundredths of the windows of a text that stand in this one; -1 where
    /// there is no text, -2 where the words are too few to tell.
    pub(crate) fn share(&self, windows: &[u64]) -> i16 {
        if self.windows.is_empty() {
            return -1;
        }
        let found = windows.iter().filter(|hash| self.windows.binary_search(hash).is_ok()).count();
        let share = (found * 100).checked_div(windows.len());
        share.map_or(-2, |share| i16::try_from(share).unwrap_or(100))
    }
}

/// The windows that begin a word; in scripts without spaces, every one.
pub(crate) fn windows(text: &str) -> Vec<u64> {
    let mut letters = Vec::with_capacity(text.len());
    let mut starts = Vec::new();
    let mut begins = true;
    for letter in text.chars() {
        if !is_letter_or_digit(letter) {
            begins = true;
            continue;
        }
        if begins || letter >= '\u{2e80}' {
            starts.push(letters.len());
        }
        letters.push(u64::from(letter));
        begins = false;
    }
    let window = |start: usize| letters.get(start..start + WINDOW).map(hash);
    starts.into_iter().map_while(window).collect()
}

/// A hash of letters, two at a time.
fn hash(letters: &[u64]) -> u64 {
    letters.as_chunks().0.iter().fold(0xcbf2_9ce4_8422_2325, |hash, [one, other]| {
        (hash ^ (one << 32 | other)).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31)
    })
}

fn is_letter_or_digit(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        // The marks that texts are set with.
        '\u{2010}'..='\u{2027}' => false,
        _ => letter.is_alphanumeric(),
    }
}

#[cfg(test)]
mod tests {
    use super::{Told, windows};

    #[test]
    fn words_of_the_text_are_found_whatever_stands_between_them() {
        let told = Told::of("The ferry was late again, the harbour office said on Monday.");
        assert_eq!(told.share(&windows("the harbour office said — on Monday")), 100);
        assert_eq!(told.share(&windows("Two goats were led off the pier by the mate")), 0);
        assert_eq!(told.share(&windows("Monday")), -2);
        assert_eq!(Told::of("").share(&windows("Monday")), -1);
    }
}
