//! Figures that are hardly told of two events: `412,000`, `1.7 million`, `5.4`.

use super::terms;
use parallax_language::{
    Language,
    numbers::{Number, numbers},
};
use parallax_model::{Article, cut};
use std::collections::BTreeSet;

/// Bytes of the text that are read, as far as its words are.
const READ: usize = 4000;

/// Figures kept of an article, the first ones.
const MOST: usize = 40;

/// From here on a figure tells by its size alone, in thousandths.
const LARGE: i128 = 1_000_000;

/// Digits, without noughts at the end, that make a figure tell.
const DIGITS: i128 = 100;

/// Years look like figures and are in every text, in thousandths.
const YEARS: std::ops::Range<i128> = 1_900_000..2_100_000;

/// The telling figures of an article, by key, however they are written.
pub(super) fn read(article: &Article, language: Language) -> Vec<u32> {
    let text = article.text.as_str();
    let end = (READ..text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len());
    let found = numbers(cut(text, 0..end), language);
    let keys: BTreeSet<u32> =
        found.iter().filter(|found| tells(found)).take(MOST).map(key).collect();
    keys.into_iter().collect()
}

fn tells(number: &Number) -> bool {
    let size = number.milli.abs();
    (size >= LARGE || significant(size) >= DIGITS) && !YEARS.contains(&size)
}

/// The digits of a number without the noughts at its end.
fn significant(mut number: i128) -> i128 {
    while number != 0 && number % 10 == 0 {
        number /= 10;
    }
    number
}

fn key(number: &Number) -> u32 {
    terms::key(&number.milli.abs().to_le_bytes(), 3)
}
