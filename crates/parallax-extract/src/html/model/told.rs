//! How much of a block stands in words the page's data gives.

/// Letters and digits compared at once: long enough that hardly anything else
/// on a page reads the same, short enough for a line of two or three words.
const WINDOW: usize = 16;

/// The windows of a text.
pub(crate) struct Told {
    /// As hashes, in order.
    windows: Vec<u64>,
    /// A bit for the high bits of each: most windows of a page are none of these.
    seen: [u64; 64],
}

impl Told {
    pub(crate) fn of(text: &str) -> Self {
        let mut told = Self { windows: Vec::new(), seen: [0; 64] };
        for_each_window(text, |hash| told.windows.push(hash));
        told.windows.sort_unstable();
        for &hash in &told.windows {
            let (place, bit) = seen(hash);
            told.seen[place] |= bit;
        }
        told
    }

    fn holds(&self, hash: u64) -> bool {
        let (place, bit) = seen(hash);
        self.seen[place] & bit != 0 && self.windows.binary_search(&hash).is_ok()
    }

    /// The share of `found` windows among `all` of a text.
    fn share(&self, found: usize, all: usize) -> i16 {
        if self.windows.is_empty() {
            return -1;
        }
        let share = (found * 100).checked_div(all);
        share.map_or(-2, |share| i16::try_from(share).unwrap_or(100))
    }
}

/// The place and the bit of a hash by its high bits.
fn seen(hash: u64) -> (usize, u64) {
    ((hash >> 58) as usize, 1 << (hash >> 52 & 63))
}

/// Hundredths of the windows of a text that stand in each of these; -1 where
/// there is no such text, -2 where the words are too few to tell.
pub(crate) fn shares(told: &[Told; 2], text: &str) -> [i16; 2] {
    let (mut all, mut found) = (0, [0; 2]);
    if told.iter().any(|told| !told.windows.is_empty()) {
        for_each_window(text, |hash| {
            all += 1;
            for (found, told) in found.iter_mut().zip(told) {
                *found += usize::from(told.holds(hash));
            }
        });
    }
    [told[0].share(found[0], all), told[1].share(found[1], all)]
}

/// Calls `found` with the hash of each window that begins a word; in scripts
/// without spaces, of every one.
fn for_each_window(text: &str, mut found: impl FnMut(u64)) {
    // The letters read last, and which of them begin a window: the bit of the
    // newest is the lowest.
    let (mut letters, mut starts) = ([0; WINDOW], 0_u32);
    let (mut read, mut begins) = (0, true);
    for letter in text.chars() {
        if !is_letter_or_digit(letter) {
            begins = true;
            continue;
        }
        starts = starts << 1 | u32::from(begins || letter >= '\u{2e80}');
        letters[read % WINDOW] = u64::from(letter);
        read += 1;
        begins = false;
        if starts >> (WINDOW - 1) & 1 == 1 {
            found(hash(&letters, read));
        }
    }
}

/// A hash of letters, two at a time; the oldest stands at `first`.
fn hash(letters: &[u64; WINDOW], first: usize) -> u64 {
    let letter = |at: usize| letters[(first + at) % WINDOW];
    (0..WINDOW).step_by(2).fold(0xcbf2_9ce4_8422_2325, |hash, at| {
        let two = letter(at) << 32 | letter(at + 1);
        (hash ^ two).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(31)
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
    use super::{Told, shares};

    #[track_caller]
    fn check(text: &str, expected: i16) {
        let told = Told::of("The ferry was late again, the harbour office said on Monday.");
        assert_eq!(shares(&[told, Told::of("")], text), [expected, -1]);
    }

    #[test]
    fn words_of_the_text_are_found_whatever_stands_between_them() {
        check("the harbour office said — on Monday", 100);
        check("Two goats were led off the pier by the mate", 0);
        check("Monday", -2);
    }

    #[test]
    fn nothing_stands_in_no_text() {
        assert_eq!(shares(&[Told::of(""), Told::of("ferry")], "Monday"), [-1, -1]);
    }
}
