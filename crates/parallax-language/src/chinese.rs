//! Chinese words and letters: where words part, of which sort they are, what letters names are written in.
//!
//! Tables made by `scripts/chinese.py` from the dictionary of jieba (MIT), towns of `GeoNames`
//! (CC BY 4.0) and letters of `OpenCC` (Apache-2.0). All in simplified letters.
//!
//! ```
//! use parallax_language::chinese::{Sort, pieces, simplified};
//! let letters: Vec<char> = "記者在倫敦報道".chars().map(simplified).collect();
//! let found: Vec<(usize, Sort)> = pieces(&letters).iter().map(|it| (it.len, it.sort)).collect();
//! assert_eq!(found, [(2, Sort::Noun), (1, Sort::Function), (2, Sort::Place), (2, Sort::Verb)]);
//! ```

mod letters;
mod lexicon;

pub use letters::{habits, simplified};
pub use lexicon::{Known, Sort, known};

/// One word of a run of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// How many letters it has.
    pub len: usize,
    /// Of which sort it is.
    pub sort: Sort,
    /// How rare it is: ten times the logarithm of one in how many words it is.
    pub rare: u8,
}

/// Longest word looked up, in letters.
pub const LONGEST: usize = 8;

/// What a letter costs that is no word we know; dearer than any word.
const UNKNOWN: u32 = 280;

/// Parts simplified letters into words so that the whole is the likeliest; in order, all letters.
pub fn pieces(letters: &[char]) -> Vec<Piece> {
    // The cheapest way to have parted all letters up to each, and its last word.
    let mut best: Vec<(u32, Piece)> = Vec::with_capacity(letters.len());
    let mut ways = vec![Vec::new(); letters.len()];
    for from in 0..letters.len() {
        known(letters.get(from..).unwrap_or_default(), |len, word| {
            if let Some(ways) = ways.get_mut(from + len - 1) {
                ways.push((len, word));
            }
        });
    }
    for (end, ways) in ways.iter().enumerate() {
        let before = |len: usize| {
            let last = (end + 1).checked_sub(len + 1);
            last.and_then(|last| best.get(last)).map_or(0, |(cost, _)| *cost)
        };
        let alone = Piece { len: 1, sort: Sort::Unknown, rare: u8::MAX };
        let mut least = (before(1) + UNKNOWN, alone);
        for (len, word) in ways {
            let cost = before(*len) + u32::from(word.rare);
            if cost < least.0 {
                least = (cost, Piece { len: *len, sort: word.sort, rare: word.rare });
            }
        }
        best.push(least);
    }
    let mut found = Vec::new();
    let mut end = letters.len();
    while let Some((_, piece)) = end.checked_sub(1).and_then(|last| best.get(last)) {
        found.push(*piece);
        end -= piece.len;
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use super::{Sort, known, pieces, simplified};
    use proptest::prelude::*;

    fn check(text: &str, expected: &str) {
        let letters: Vec<char> = text.chars().map(simplified).collect();
        let mut parted = String::new();
        let mut from = 0;
        for piece in pieces(&letters) {
            parted.extend(&letters[from..from + piece.len]);
            parted.push(' ');
            from += piece.len;
        }
        assert_eq!(parted.trim_end(), expected);
    }

    #[test]
    fn the_likeliest_words_are_found() {
        check("研究生命的起源", "研究 生命 的 起源");
        check("總統在北京發表講話", "总统 在 北京 发表 讲话");
        check("鿕鿖", "鿕 鿖");
        check("", "");
    }

    #[test]
    fn words_have_their_sort() {
        let sorts = |text: &str| {
            let letters: Vec<char> = text.chars().collect();
            let mut found = Vec::new();
            known(&letters, |len, word| found.push((len, word.sort)));
            found
        };
        assert!(sorts("伦敦").contains(&(2, Sort::Place)));
        assert!(sorts("外交部").contains(&(3, Sort::Body)));
    }

    proptest! {
        #[test]
        fn pieces_cover_all_letters(text in "[一-龥a-z0-9]{0,40}") {
            let letters: Vec<char> = text.chars().collect();
            let all: usize = pieces(&letters).iter().map(|piece| piece.len).sum();
            prop_assert_eq!(all, letters.len());
        }
    }
}
