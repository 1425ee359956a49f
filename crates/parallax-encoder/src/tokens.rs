//! From a text to the numbers of its tokens: the most likely way to cut it into pieces.

use crate::{normalise::Rules, pieces::Pieces};

/// Of a text, no more tokens are read than these: about 350 words.
pub const MOST_TOKENS: usize = 512;
/// Of a text, no more bytes are looked at than these; [`MOST_TOKENS`] tokens have fewer, unless most are white space.
pub const MOST_BYTES: usize = 32 * 1024;

/// Tokens that are no words: the marks of begin and end.
pub(crate) const MARKS: usize = 2;

const UNKNOWN: u32 = 0;
const BEGIN: u32 = 1;
const END: u32 = 2;

/// Cuts texts into tokens; keeps its memory from one text to the next.
#[derive(Default)]
pub(crate) struct Tokenizer {
    normalised: String,
    /// The best way to each byte: its score, and the token it ends with.
    best: Vec<Way>,
    backwards: Vec<u32>,
}

#[derive(Clone, Copy)]
struct Way {
    score: f32,
    from: u32,
    token: u32,
}

const NO_WAY: Way = Way { score: f32::NEG_INFINITY, from: 0, token: UNKNOWN };

impl Tokenizer {
    /// Appends the tokens of a text, between the marks of its begin and its end.
    pub(crate) fn tokens(
        &mut self,
        rules: Rules<'_>,
        pieces: &Pieces,
        text: &str,
        out: &mut Vec<u32>,
    ) {
        let looked_at = text.get(..text.floor_char_boundary(MOST_BYTES)).unwrap_or_default();
        rules.normalise(looked_at, &mut self.normalised);
        self.find_ways(pieces);
        self.walk_back();
        out.push(BEGIN);
        out.extend(self.backwards.iter().rev().take(MOST_TOKENS));
        out.push(END);
    }

    /// From left to right: from each letter, every piece that begins there.
    ///
    /// Scores are added in single precision and the first of two equal ways is kept, as `SentencePiece` does.
    fn find_ways(&mut self, pieces: &Pieces) {
        let text = self.normalised.as_bytes();
        self.best.clear();
        self.best.resize(text.len() + 1, NO_WAY);
        self.best[0].score = 0.0;
        for (start, letter) in self.normalised.char_indices() {
            let Some((here, ahead)) = self.best.get_mut(start..).and_then(<[Way]>::split_first_mut)
            else {
                continue;
            };
            let from = u32::try_from(start).unwrap_or(u32::MAX);
            let mut go = |length: usize, token: u32, score: f32| {
                let score = here.score + score;
                if let Some(way) = ahead.get_mut(length - 1).filter(|way| score > way.score) {
                    *way = Way { score, from, token };
                }
            };
            let mut letter_is_a_piece = false;
            pieces.at_start(text.get(start..).unwrap_or_default(), |length, piece| {
                letter_is_a_piece |= length == letter.len_utf8();
                go(length, piece.id, piece.score);
            });
            if !letter_is_a_piece {
                go(letter.len_utf8(), UNKNOWN, pieces.unknown);
            }
        }
    }

    /// From the end to the start; unknown letters side by side are one token.
    fn walk_back(&mut self) {
        self.backwards.clear();
        let mut at = self.normalised.len();
        while let Some(way) = self.best.get(at).filter(|_| at > 0) {
            if way.token != UNKNOWN || self.backwards.last() != Some(&UNKNOWN) {
                self.backwards.push(way.token);
            }
            at = way.from as usize;
        }
    }
}
