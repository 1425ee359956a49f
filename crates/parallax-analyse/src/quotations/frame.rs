//! One sentence with its quotations whole: the stretch a cue can govern.
//!
//! Sentences end inside quotation marks too; a frame joins those again, so that
//! `“One. Two,” she said.` is one frame. Words in marks are one token: what
//! is said inside them never takes part in the outlet's own grammar.

use super::marked::Marked;
use super::tree::Tree;
use super::vocabulary::{Class, Vocabulary};
use parallax_language::{fold, words};
use parallax_model::{Article, Span, cut};
use std::{cell::OnceCell, ops::Range};

/// A sentence of the outlet, as tokens.
#[derive(Debug)]
pub(super) struct Frame {
    /// Which paragraph it stands in.
    pub(super) paragraph: usize,
    /// Words, stops and quotations, in order.
    pub(super) tokens: Vec<Token>,
    /// Its words, where the frame is whole.
    pub(super) words: Option<Span>,
    /// Their tree, where one was asked for and could be made.
    pub(super) tree: OnceCell<Option<Tree>>,
}

/// A word, a stop or a quotation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// What it is.
    pub(super) kind: TokenKind,
    /// The word, folded; empty for anything else.
    pub(super) folded: String,
    /// Whether it starts with a capital or a digit.
    pub(super) capital: bool,
    /// Whether it ends in a possessive `’s`.
    pub(super) possessive: bool,
}

/// Sorts of token.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word, hyphens included.
    Word,
    /// A comma.
    Comma,
    /// A colon.
    Colon,
    /// A semicolon, or the end of a question or exclamation.
    Break,
    /// A dash between words.
    Dash,
    /// A parenthesis, opening or closing.
    Parenthesis,
    /// Words in marks: index into the body's list.
    Quote(usize),
}

impl Frame {
    /// The token at `at`, if there is one.
    pub(super) fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    /// The kind of the token at `at`.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether the frame holds nothing but words in marks.
    pub(super) fn is_all_marks(&self) -> bool {
        self.tokens.iter().all(|token| token.kind != TokenKind::Word)
    }

    /// Whether the token at `at` is a word of `class`.
    pub(super) fn is(&self, at: usize, class: Class, vocabulary: &Vocabulary) -> bool {
        self.tokens
            .get(at)
            .is_some_and(|token| !token.folded.is_empty() && vocabulary.is(&token.folded, class))
    }

    /// The span from one token to another, both included.
    pub(super) fn span(&self, article: &Article, first: usize, last: usize) -> Option<Span> {
        let (first, last) = (self.tokens.get(first)?, self.tokens.get(last)?);
        article.text.span(first.range.start, last.range.end).ok()
    }
}

/// Tokens of the longest sentence read as one; what runs on is no prose, and is cut.
const LONGEST_FRAME: usize = 300;

/// Cuts the body into frames: sentences joined where a quotation runs over their border.
pub(super) fn frames(article: &Article, sentences: &[Span], marked: &[Marked]) -> Vec<Frame> {
    let mut frames = Vec::new();
    let after_dateline = article.dateline.map_or(0, Span::end);
    let mut next_mark = 0;
    let mut at = 0;
    for (paragraph, place) in article.paragraphs.iter().enumerate() {
        while at < sentences.len() && sentences[at].start() < place.end() {
            let start = sentences[at].start().max(place.start());
            let mut end = sentences[at].end();
            at += 1;
            while let Some(next) = sentences.get(at).filter(|next| next.start() < place.end()) {
                // The last mark that starts before the border may run over it.
                while marked.get(next_mark).is_some_and(|mark| mark.outer.end() <= end) {
                    next_mark += 1;
                }
                let runs_over = marked
                    .get(next_mark)
                    .is_some_and(|mark| mark.outer.start() < end && end < mark.outer.end());
                if !runs_over && !starts_small(article.words(*next)) {
                    break;
                }
                end = next.end();
                at += 1;
            }
            // Where it was filed from is nobody's words.
            let end = end.min(place.end());
            let start = start.max(after_dateline).min(end);
            let all = tokens(article, start..end, marked);
            let whole = all.len() <= LONGEST_FRAME;
            let words = whole.then(|| article.text.trimmed(start..end)).flatten();
            let mut tokens = all.into_iter().peekable();
            while tokens.peek().is_some() {
                let tokens = tokens.by_ref().take(LONGEST_FRAME).collect();
                frames.push(Frame { paragraph, tokens, words, tree: OnceCell::new() });
            }
        }
    }
    frames
}

/// A sentence that starts with a small letter goes on with the one before: `“Who?” asked a man.`
fn starts_small(words: &str) -> bool {
    words.chars().next().is_some_and(char::is_lowercase)
}

fn tokens(article: &Article, range: Range<usize>, marked: &[Marked]) -> Vec<Token> {
    let mut found = Vec::new();
    let clitics = article.language.starts_with("fr");
    let mut at = range.start;
    let first = marked.partition_point(|mark| mark.outer.end() <= range.start);
    for (index, mark) in marked.iter().enumerate().skip(first) {
        if mark.outer.start() >= range.end {
            break;
        }
        if at < mark.outer.start() {
            plain(article.text.as_str(), at..mark.outer.start(), clitics, &mut found);
        }
        found.push(Token {
            range: mark.outer.range(),
            kind: TokenKind::Quote(index),
            folded: String::new(),
            capital: false,
            possessive: false,
        });
        at = mark.outer.end();
    }
    if at < range.end {
        plain(article.text.as_str(), at..range.end, clitics, &mut found);
    }
    found
}

/// Tokens of a stretch without quotations.
///
/// With `clitics`, `dit-il` and `qu’il` are two words each.
fn plain(text: &str, range: Range<usize>, clitics: bool, found: &mut Vec<Token>) {
    let stretch = cut(text, range.clone());
    let mut last = 0;
    for word in words(stretch) {
        let gap = cut(stretch, last..word.start);
        let hyphen = matches!(gap, "-" | "‑" | "‐") && last > 0;
        stops(gap, range.start + last, hyphen, found);
        let (mut start, end) = (range.start + word.start, range.start + word.end);
        let mut written = word.of(stretch);
        if clitics && let Some(rest) = without_que(written) {
            let que = written.len() - rest.len();
            found.push(word_token("que", start..start + que));
            (written, start) = (rest, start + que);
        }
        let hyphen = hyphen && !(clitics && is_clitic(written));
        match found.last_mut() {
            Some(previous) if hyphen && previous.kind == TokenKind::Word => {
                previous.range.end = end;
                previous.folded = fold(cut(text, previous.range.clone()));
                previous.possessive = is_possessive(word.of(stretch));
            }
            _ => found.push(word_token(written, start..end)),
        }
        last = word.end;
    }
    stops(cut(stretch, last..stretch.len()), range.start + last, false, found);
}

fn word_token(word: &str, range: Range<usize>) -> Token {
    Token {
        range,
        kind: TokenKind::Word,
        folded: fold(word),
        capital: word
            .chars()
            .next()
            .is_some_and(|first| first.is_uppercase() || first.is_numeric()),
        possessive: is_possessive(word),
    }
}

/// `qu’il` without its *que*.
fn without_que(word: &str) -> Option<&str> {
    ["qu’", "qu'", "Qu’", "Qu'"].iter().find_map(|que| word.strip_prefix(que))
}

/// The pronouns that French hangs on a verb by a hyphen.
fn is_clitic(word: &str) -> bool {
    matches!(word, "t" | "il" | "elle" | "on" | "ils" | "elles" | "je" | "nous" | "vous")
}

fn is_possessive(word: &str) -> bool {
    word.ends_with("’s") || word.ends_with("'s")
}

/// The stops in a gap between words.
fn stops(gap: &str, at: usize, hyphen: bool, found: &mut Vec<Token>) {
    if hyphen {
        return;
    }
    // The apostrophe of a plural's possessive belongs to the word before it.
    if gap.starts_with(['’', '\''])
        && gap.chars().nth(1).is_some_and(char::is_whitespace)
        && let Some(last) = found.last_mut()
    {
        last.possessive |= last.folded.ends_with('s');
    }
    for (offset, letter) in gap.char_indices() {
        let kind = match letter {
            ',' | '，' | '、' | '،' => TokenKind::Comma,
            ':' | '：' => TokenKind::Colon,
            ';' | '!' | '?' | '。' | '；' | '！' | '？' | '…' => TokenKind::Break,
            '—' | '–' | '―' | '-' => TokenKind::Dash,
            '(' | ')' | '[' | ']' => TokenKind::Parenthesis,
            _ => continue,
        };
        let start = at + offset;
        let range = start..start + letter.len_utf8();
        found.push(Token { range, kind, folded: String::new(), capital: false, possessive: false });
    }
}
