//! The words of an article with what their place says of them.

use parallax_language::{Language, Script, fold, is_stop_word, stem, words};
use parallax_model::{Article, cut};

/// Words of headline and standfirst that are read: a page may be all headline.
const HEAD_WORDS: usize = 200;

/// The part of an article a word stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Field {
    /// Headline and standfirst.
    Head,
    /// The first words of the body.
    Lead,
    /// The body after them.
    Rest,
}

/// One word in its place.
#[derive(Clone, Debug)]
pub(crate) struct Token {
    /// As the article writes it.
    pub(crate) written: String,
    pub(crate) folded: String,
    pub(crate) stem: String,
    pub(crate) field: Field,
    /// Whether it stands inside a sentence of the body, not first in it.
    pub(crate) inside: bool,
    /// Whether it is written with a capital.
    pub(crate) capital: bool,
    /// A letter of a script without spaces between words.
    pub(crate) alone: bool,
    /// For a number: whether it is more than a small count or a year.
    pub(crate) number: Option<bool>,
}

impl Token {
    /// Whether the word by itself says what a text is about.
    pub(crate) fn tells(&self, language: Language) -> bool {
        !self.alone
            && (self.number.is_some() || self.stem.chars().nth(1).is_some())
            && !is_stop_word(language, &self.folded)
    }
}

/// The words of headline, standfirst and the first `body_words` of the body.
pub(crate) fn read(
    article: &Article,
    language: Language,
    body_words: usize,
    lead_words: usize,
) -> Vec<Token> {
    let text = article.text.as_str();
    let body_start = article.body_start();
    let mut tokens = Vec::new();
    let mut body = 0;
    let mut last_end = 0;
    for word in words(text) {
        let in_body = word.start >= body_start;
        body += usize::from(in_body);
        if body > body_words || tokens.len() > body_words + HEAD_WORDS {
            break;
        }
        let field = match (in_body, body <= lead_words) {
            (false, _) => Field::Head,
            (true, true) => Field::Lead,
            (true, false) => Field::Rest,
        };
        let starts = starts_sentence(cut(text, last_end..word.start), last_end == 0);
        tokens.push(token(language, word.of(text), field, in_body && !starts));
        last_end = word.end;
    }
    tokens
}

/// Whether what stands before a word may end a sentence.
fn starts_sentence(between: &str, first: bool) -> bool {
    first || between.chars().any(|c| ".!?…:;\n\"“”«»„‘–—-•|".contains(c))
}

fn token(language: Language, word: &str, field: Field, inside: bool) -> Token {
    let folded = folded(language, word);
    let number = number(&folded);
    let stem = match number {
        Some(_) => folded.replace([',', '.'], ""),
        None if folded.is_ascii() && language == Language::RUSSIAN => stem(Language::ENGLISH, word),
        None if keeps_accents(language) => folded.clone(),
        None => stem(language, word),
    };
    let alone = word.chars().next().and_then(Script::of).is_some_and(|script| {
        matches!(script, Script::Han | Script::Kana | Script::Thai) && word.chars().count() == 1
    });
    let capital = word.chars().next().is_some_and(char::is_uppercase);
    Token { written: word.to_owned(), folded, stem, field, inside, capital, alone, number }
}

/// Languages whose accents tell words apart, so that folding would join them.
fn keeps_accents(language: Language) -> bool {
    language.primary() == "vi"
}

/// Languages that write a word as several syllables with spaces between.
pub(crate) fn joins_syllables(language: Language) -> bool {
    language.primary() == "vi"
}

fn folded(language: Language, word: &str) -> String {
    if keeps_accents(language) { word.to_lowercase() } else { fold(word) }
}

/// For a number, whether it says something: small counts and years stand in every page.
fn number(folded: &str) -> Option<bool> {
    if !folded.bytes().all(|byte| byte.is_ascii_digit() || byte == b',' || byte == b'.') {
        return None;
    }
    let plain = !folded.contains([',', '.']);
    let value: u64 = folded.replace([',', '.'], "").parse().unwrap_or(u64::MAX);
    Some(!(plain && (value <= 31 || (1900..2100).contains(&value))))
}
