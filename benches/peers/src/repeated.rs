//! A stream of any length made of the rows of a set.

use jiff::{ToSpan, civil::Date};
use parallax_acquire::read;
use parallax_model::Article;
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// Days between two rounds over the rows: a month of news, then the next.
const DAYS: i64 = 30;

/// Letters a word must have to be changed.
const LONG: usize = 4;

/// A row as the sets have it.
#[derive(Clone, Deserialize, Serialize)]
pub(crate) struct Row {
    #[serde(default)]
    pub(crate) id: String,
    pub(crate) title: Option<String>,
    pub(crate) text: String,
    pub(crate) date: Option<String>,
    pub(crate) outlet: Option<String>,
    pub(crate) lang: Option<String>,
    #[serde(skip_serializing)]
    pub(crate) set: Option<String>,
    #[serde(skip_serializing)]
    pub(crate) gold: Option<String>,
}

/// The rows over and over, each round with other names, other rare words and
/// later dates, so that no story of one round is one of another.
pub(crate) struct Repeated<'a> {
    rows: &'a [Row],
    next: usize,
}

impl<'a> Repeated<'a> {
    pub(crate) fn new(rows: &'a [Row]) -> Self {
        Self { rows, next: 0 }
    }
}

impl Iterator for Repeated<'_> {
    type Item = Article;

    fn next(&mut self) -> Option<Article> {
        let (round, at) = (self.next / self.rows.len(), self.next % self.rows.len());
        self.next += 1;
        Some(article(&changed(&self.rows[at], round)))
    }
}

/// A row as it is in the round.
pub(crate) fn changed(row: &Row, round: usize) -> Row {
    Row {
        id: format!("{round} {}", row.id),
        title: row.title.as_ref().map(|title| reworded(title, round)),
        text: reworded(&row.text, round),
        date: row.date.as_ref().map(|date| later(date, round)),
        ..row.clone()
    }
}

/// A row as an article.
pub(crate) fn article(row: &Row) -> Article {
    let line = serde_json::to_vec(row).expect("a row is strings");
    let mut captures = read("rows", Box::new(Cursor::new(line)));
    let capture = captures.next().and_then(Result::ok).expect("a row is a capture");
    parallax_extract::article(&capture).value.expect("a row is an article")
}

/// Names, and every other long word, with an ending of the round.
pub(crate) fn reworded(text: &str, round: usize) -> String {
    if round == 0 {
        return text.to_owned();
    }
    let ending = ending(round);
    let mut words = String::with_capacity(text.len() + text.len() / 4);
    for word in text.split_inclusive(|letter: char| !letter.is_alphabetic()) {
        let letters = word.trim_end_matches(|letter: char| !letter.is_alphabetic());
        words.push_str(letters);
        let named = letters.starts_with(char::is_uppercase);
        let picked =
            letters.bytes().fold(0_u32, |sum, byte| sum * 31 % 1009 + u32::from(byte)) % 2 == 1;
        if letters.chars().count() >= LONG && (named || picked) {
            words.push_str(&ending);
        }
        words.push_str(word.strip_prefix(letters).unwrap_or_default());
    }
    words
}

/// A syllable or two that no other round has.
fn ending(round: usize) -> String {
    const CONSONANTS: &[u8] = b"bdfgklmnprtvz";
    let mut left = round;
    let mut ending = String::new();
    while left > 0 {
        ending.push(char::from(CONSONANTS[left % CONSONANTS.len()]));
        ending.push('o');
        left /= CONSONANTS.len();
    }
    ending
}

/// The date so many rounds later; what is no date stays.
fn later(date: &str, round: usize) -> String {
    let (day, time) = date.split_at_checked(10).unwrap_or((date, ""));
    let days = i64::try_from(round).unwrap_or_default() * DAYS;
    let moved = day.parse::<Date>().ok().and_then(|day| day.checked_add(days.days()).ok());
    moved.map_or_else(|| date.to_owned(), |day| format!("{day}{time}"))
}
