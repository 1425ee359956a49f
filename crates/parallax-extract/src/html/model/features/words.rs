//! What a block reads like.

use super::{Page, Row, share, small};

impl Page<'_> {
    pub(super) fn words_of(&self, at: usize, row: &mut Row) {
        let block = &self.view.blocks[at];
        let words = Words::of(block.words());
        row.extend([
            small(block.size),
            small(words.count),
            small(block.link_share()),
            words.end,
            small(words.sentences),
            small(words.commas),
            share(words.digits, words.letters + words.digits),
            share(words.capitals, words.count),
            share(words.short, words.count),
            share(words.letters, words.count * 10),
            words.start,
            self.copies[at],
        ]);
    }
}

/// Counts over the words of a block.
#[derive(Default)]
struct Words {
    count: usize,
    letters: usize,
    digits: usize,
    sentences: usize,
    commas: usize,
    capitals: usize,
    short: usize,
    start: i16,
    end: i16,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self { start: begins(text), end: ends(text), ..Self::default() };
        let mut word = Word::default();
        for letter in text.chars() {
            match letter {
                'a'..='z' | 'A'..='Z' => word.letters += 1,
                ' ' => {
                    words.add(word);
                    word = Word::default();
                    continue;
                }
                ',' | '،' | '、' | '，' => words.commas += 1,
                '。' => words.sentences += 1,
                // The marks that texts are set with.
                '\u{2010}'..='\u{2027}' => {}
                _ if letter.is_numeric() => words.digits += 1,
                _ if letter.is_alphabetic() => word.letters += 1,
                _ => {}
            }
            word.first = word.first.or(Some(letter));
            word.last = Some(letter);
        }
        words.add(word);
        words
    }

    fn add(&mut self, word: Word) {
        self.letters += word.letters;
        self.count += 1;
        let ended = matches!(word.last, Some('.' | '!' | '?' | '。' | '।' | '؟'));
        self.sentences += usize::from(ended);
        self.capitals += usize::from(word.first.is_some_and(char::is_uppercase));
        let short = (1..=3).contains(&word.letters);
        self.short += usize::from(short && word.first.is_some_and(char::is_lowercase));
    }
}

/// A word in the making.
#[derive(Clone, Copy, Default)]
struct Word {
    letters: usize,
    first: Option<char>,
    last: Option<char>,
}

fn begins(text: &str) -> i16 {
    match text.chars().next() {
        Some(c) if c.is_lowercase() => 0,
        Some(c) if c.is_uppercase() => 1,
        Some(c) if c.is_numeric() => 2,
        Some(c) if c.is_alphabetic() => 3,
        Some('"' | '“' | '”' | '«' | '„' | '‘' | '\'') => 4,
        Some('@' | '#') => 5,
        Some('•' | '-' | '–' | '—' | '*' | '·') => 6,
        Some('(' | '[') => 7,
        _ => 8,
    }
}

pub(super) fn ends(text: &str) -> i16 {
    match text.chars().next_back() {
        Some('.' | '。' | '।') => 0,
        Some('!' | '?' | '؟' | '！' | '？') => 1,
        Some('"' | '”' | '»' | '“' | '’') => 2,
        Some(')' | ']') => 3,
        Some(':') => 4,
        Some(',' | ';') => 5,
        Some('…') => 6,
        Some(c) if c.is_numeric() => 7,
        Some(c) if c.is_alphabetic() => 8,
        _ => 9,
    }
}
