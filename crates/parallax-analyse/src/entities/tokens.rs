//! The words of an article with what their looks tell.

mod letters;
mod numbered;

use super::evidence::Judged;
use letters::{is_letter_chain, is_single_capital, strip_owner, text_at};
use parallax_language::{Language, is_stop, names::bare, words};
use parallax_model::{Article, Span, cut};

/// One word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Byte offset in the article's text.
    pub(crate) start: usize,
    /// One past its last letter, the ending `’s` left out.
    pub(crate) end: usize,
    /// One past its last byte.
    pub(crate) whole_end: usize,
    /// Whether it starts with a capital.
    pub(crate) capital: bool,
    /// Whether its letters are capitals, two at least.
    pub(crate) letters: bool,
    /// Whether a capital says nothing here: it opens a sentence or a quotation.
    pub(crate) opens: bool,
    /// Which line it stands on: headline, standfirst, paragraphs.
    pub(crate) line: usize,
    /// Which sentence it stands in, counted over all lines.
    pub(crate) sentence: usize,
}

impl Token {
    /// Whether `’s` or `’` makes it an owner.
    pub(crate) fn owns(&self) -> bool {
        self.end < self.whole_end
    }
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    /// A space, or the point of an initial or title and a space.
    Space,
    /// A hyphen.
    Hyphen,
    /// Anything else.
    Break,
}

/// The words of an article.
pub(crate) struct Tokens<'a> {
    /// The article's text.
    pub(crate) text: &'a str,
    /// Its words, in order.
    pub(crate) all: Vec<Token>,
    /// Its language.
    pub(crate) language: &'a str,
    /// The same, for looking things up; English where it is none we know.
    tongue: Language,
    /// The words of its outlet's name, bare, without `the`.
    pub(crate) outlet: Vec<String>,
    /// How many of its lines are headline and standfirst.
    heads: usize,
    /// Whether the capitals of a line say nothing: A Headline Like This.
    loud: Vec<bool>,
    /// What its words, and those around them, told of candidates so far.
    pub(super) judged: Judged,
}

/// Share of a line's longer words, in tenths, that must be capitals for a headline in title
/// case. Small words do not count; in a headline in sentence case its verb alone keeps it under.
const TITLE_CASE_TENTHS: usize = 9;

/// Most words looked at: beyond, a page is no article, and its names would fill the memory.
const MOST_WORDS: usize = 500_000;

/// Longest name in quotation marks, in letters.
const LONGEST_QUOTED_NAME: usize = 40;

/// What ends a line that is no crosshead.
const STOPS: [char; 8] = ['.', '!', '?', '…', '”', '"', '»', ':'];

/// Fewest longer words by which title case is told.
const TITLE_CASE_WORDS: usize = 3;

impl<'a> Tokens<'a> {
    /// The words of headline, standfirst and body.
    pub(crate) fn of(article: &'a Article, sentences: &[Span]) -> Self {
        let text = article.text.as_str();
        let mut lines: Vec<Span> = article.headline.into_iter().chain(article.standfirst).collect();
        let heads = lines.len();
        lines.extend(article.paragraphs.iter().copied());
        let mut tokens = Self {
            text,
            all: Vec::new(),
            language: &article.language,
            tongue: Language::of_tag(&article.language).unwrap_or(Language::ENGLISH),
            outlet: outlet_words(article),
            heads,
            loud: Vec::new(),
            judged: Judged::default(),
        };
        let heads_starts = lines.iter().take(heads).flat_map(|line| head_sentences(article, *line));
        let body_starts = sentences.iter().map(|sentence| sentence.start());
        let all_starts: Vec<usize> = heads_starts.chain(body_starts).collect();
        let mut starts = all_starts.into_iter().peekable();
        let mut sentence = 0;
        for (line, span) in lines.into_iter().enumerate() {
            let first = tokens.all.len();
            sentence += 1;
            let mut fresh = true;
            let room = MOST_WORDS.saturating_sub(tokens.all.len());
            for word in words(article.words(span)).take(room) {
                let elided =
                    if tokens.elides() { elision(word.of(article.words(span))) } else { 0 };
                let start = span.start() + word.start + elided;
                while starts.next_if(|&next| next <= start).is_some() {
                    sentence += usize::from(!fresh);
                    fresh = true;
                }
                let opens = fresh || tokens.opens_speech(start);
                tokens.push(start, span.start() + word.end, opens, line, sentence);
                fresh = false;
            }
            let stopped = article.words(span).trim_end().ends_with(STOPS);
            let loud = (line < heads || !stopped) && tokens.is_title_case(first);
            tokens.loud.push(loud);
        }
        tokens
    }

    fn push(&mut self, start: usize, end: usize, opens: bool, line: usize, sentence: usize) {
        let word = cut(self.text, start..end);
        if let Some(last) = self.all.last_mut()
            && last.line == line
            && is_letter_chain(cut(self.text, last.start..last.end).trim_end_matches('.'))
            && matches!(cut(self.text, last.start..start).strip_suffix('.'), Some(chain) if is_letter_chain(chain))
            && is_single_capital(strip_owner(word))
        {
            let point = usize::from(text_at(self.text, end) == "." && word == strip_owner(word));
            last.end = start + strip_owner(word).len() + point;
            last.whole_end = end + point;
            last.letters = true;
            return;
        }
        let bare = strip_owner(word);
        let mut letters = bare.chars();
        let capital = letters.next().is_some_and(char::is_uppercase);
        let rest = letters.as_str();
        let all = capital
            && !rest.is_empty()
            && rest.chars().all(|letter| letter.is_uppercase() || letter.is_numeric());
        self.all.push(Token {
            start,
            end: start + bare.len(),
            whole_end: end,
            capital,
            letters: all,
            opens,
            line,
            sentence,
        });
    }

    /// Whether small words lose their vowel before a name: `l’Espagne`, `d’Orléans`.
    fn elides(&self) -> bool {
        matches!(self.language.split('-').next(), Some("fr" | "it" | "ca"))
    }

    /// Whether a quotation or a new start opens right before `start`.
    fn opens_speech(&self, start: usize) -> bool {
        let before = cut(self.text, 0..start);
        let mut back = before.chars().rev();
        match back.next() {
            Some('«' | '„' | '“' | '"') if self.is_quoted_name(start) => false,
            Some('“' | '«' | '„' | '‘' | '"' | '\'' | '(' | '[') => true,
            Some(' ') => matches!(back.next(), Some('—' | '–' | ':' | '•' | '·' | '|' | '-')),
            _ => false,
        }
    }

    /// Whether the quotation marks that open before `start` hold a name: a few words without a stop.
    fn is_quoted_name(&self, start: usize) -> bool {
        let rest = self.text.get(start..).unwrap_or_default();
        let mut spaces = 0;
        let mut last = ' ';
        for letter in rest.chars().take(LONGEST_QUOTED_NAME) {
            match letter {
                '»' | '”' | '“' | '"' => return last.is_alphanumeric(),
                ' ' => spaces += 1,
                '.' | ',' | '!' | '?' | '…' | ';' | ':' | '\n' => return false,
                _ => {}
            }
            if spaces > 3 {
                return false;
            }
            last = letter;
        }
        false
    }

    /// Whether the words from `first` on are set in title case.
    fn is_title_case(&self, first: usize) -> bool {
        let long = |at: &usize| {
            let token = &self.all[*at];
            token.end - token.start >= 4 && !self.is_stop(self.word(*at))
        };
        let words: Vec<usize> = (first + 1..self.all.len()).filter(long).collect();
        let capitals = words.iter().filter(|&&at| self.all[at].capital).count();
        words.len() >= TITLE_CASE_WORDS && capitals * 10 >= words.len() * TITLE_CASE_TENTHS
    }

    /// The word at `at`, without `’s`; empty past the end.
    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.all.get(at).map_or("", |token| cut(self.text, token.start..token.end))
    }

    /// The words of a range of tokens, as one piece.
    pub(crate) fn phrase(&self, from: usize, to: usize) -> &'a str {
        match (self.all.get(from), to.checked_sub(1).and_then(|last| self.all.get(last))) {
            (Some(first), Some(last)) if first.start < last.end => {
                cut(self.text, first.start..last.end)
            }
            _ => "",
        }
    }

    /// The text between the word at `at` and the one before it.
    pub(crate) fn between(&self, at: usize) -> &'a str {
        let before = at.checked_sub(1).and_then(|before| self.all.get(before));
        match (before, self.all.get(at)) {
            (Some(before), Some(token)) if before.line == token.line => {
                cut(self.text, before.whole_end..token.start)
            }
            _ => "\n",
        }
    }

    /// What stands between the word at `at` and the one before it.
    pub(crate) fn gap(&self, at: usize) -> Gap {
        match self.between(at) {
            " " | "\u{a0}" | "\u{202f}" => Gap::Space,
            ", " if self.closes_firm(at) => Gap::Space,
            " & " if self.is_capital(at) && self.is_capital(at.wrapping_sub(1)) => Gap::Space,
            " d’" | " d'" if self.elides() => Gap::Space,
            " l’" | " l'"
                if self.elides() && matches!(self.word(at.wrapping_sub(1)), "de" | "à") =>
            {
                Gap::Space
            }
            "-" | "‑" | "–" => Gap::Hyphen,
            ". " | ".\u{a0}" | "." if self.takes_point(at.wrapping_sub(1)) => Gap::Space,
            "’ " | "' " if self.word(at.wrapping_sub(1)).ends_with('s') => Gap::Space,
            _ => Gap::Break,
        }
    }

    /// Whether the word at `at` follows the one before directly, an opening quotation mark apart.
    pub(crate) fn follows(&self, at: usize) -> bool {
        self.gap(at) == Gap::Space || matches!(self.between(at), " «" | " “" | " \"" | " „")
    }

    fn is_capital(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| token.capital)
    }

    /// Whether the word at `at` closes a name behind a comma: `Orr & Vale, Inc.`
    fn closes_firm(&self, at: usize) -> bool {
        matches!(self.word(at), "Inc" | "Ltd" | "LLC" | "LLP" | "Corp" | "Jr" | "Sr")
    }

    /// Whether a point after the word at `at` belongs to it.
    fn takes_point(&self, at: usize) -> bool {
        let word = self.word(at);
        let short = word.chars().count() <= 4;
        let same = self.all.get(at).map(|token| token.sentence)
            == self.all.get(at + 1).map(|token| token.sentence);
        same && (is_letter_chain(word)
            || short && (parallax_language::names::is_title(word) || word == "St"))
    }

    /// Whether a word is an article, preposition, pronoun or the like, in English or the article's language.
    pub(crate) fn is_stop(&self, word: &str) -> bool {
        let own = || self.tongue != Language::ENGLISH && is_stop(self.tongue, word);
        is_stop(Language::ENGLISH, word) || own()
    }

    /// Whether a name is the article's own outlet.
    pub(crate) fn is_outlet(&self, name: &str) -> bool {
        let mut parts = words(name).map(|word| bare(strip_owner(word.of(name))));
        !self.outlet.is_empty()
            && self.outlet.iter().all(|part| parts.next().as_ref() == Some(part))
            && parts.next().is_none()
    }

    /// Whether capitals on this token's line say nothing.
    pub(crate) fn is_loud(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| self.loud.get(token.line).copied().unwrap_or(false))
    }

    /// Whether the word at `at` stands in the body.
    pub(crate) fn is_in_body(&self, at: usize) -> bool {
        self.all.get(at).is_some_and(|token| token.line >= self.heads)
    }

    /// Whether the word at `at` and its neighbour after it stand in one sentence.
    pub(crate) fn same_sentence(&self, at: usize, other: usize) -> bool {
        match (self.all.get(at), self.all.get(other)) {
            (Some(one), Some(other)) => one.sentence == other.sentence,
            _ => false,
        }
    }
}

/// The words of the article's own outlet, bare, without `the`.
fn outlet_words(article: &Article) -> Vec<String> {
    let name = article.outlet.name.as_deref().unwrap_or_default();
    let mut parts: Vec<String> = words(name).map(|word| bare(strip_owner(word.of(name)))).collect();
    if parts.len() > 1 && parts.first().is_some_and(|first| first == "the") {
        parts.remove(0);
    }
    parts
}

/// Where the sentences of a headline or standfirst start.
fn head_sentences(article: &Article, line: Span) -> Vec<usize> {
    let parts = crate::sentences::split(article.words(line));
    parts.into_iter().map(|part| line.start() + part.start).collect()
}

/// How many bytes of a word are another one before its apostrophe: `l’` of `l’Espagne`.
fn elision(word: &str) -> usize {
    const ELIDED: [&str; 13] =
        ["l", "d", "n", "s", "j", "m", "t", "c", "qu", "jusqu", "lorsqu", "puisqu", "dell"];
    let Some((before, mark)) = word.char_indices().find(|(_, letter)| matches!(letter, '’' | '\''))
    else {
        return 0;
    };
    let first = word.get(..before).unwrap_or_default();
    if ELIDED.iter().any(|known| first.eq_ignore_ascii_case(known)) {
        before + mark.len_utf8()
    } else {
        0
    }
}
