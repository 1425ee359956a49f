//! The features of each letter of a Chinese sentence.

use super::{super::tokens::Tokens, Learned};
use parallax_language::{
    chinese::{self, Piece, Sort, habits, simplified},
    sequence::{Observed, feature, hash_byte},
};
use parallax_model::EntityKind;
use std::ops::Range;

/// What one letter, or one word in other letters, tells where it stands.
#[derive(Clone, Copy, Debug)]
struct Sign {
    /// The letter, simplified; other words by their shape.
    letter: u32,
    /// What letters like it are used for in names.
    habits: [u8; 5],
    /// What stands before it.
    gap: u32,
    /// The word it is in, by likelihood.
    word: u32,
    /// The sort of that word, and where in it the letter stands.
    place: u32,
    /// That sort alone.
    sort: u32,
    /// The word that ends the row of nouns it is in, the last letter of it, and whether it begins it.
    row: [u32; 2],
    /// The longest name of each sort that is over it: its length, and where in it the letter stands.
    names: [u32; NAMES.len()],
}

/// Sorts of words by which names are told.
const NAMES: [Sort; 5] = [Sort::Person, Sort::Foreigner, Sort::Place, Sort::Body, Sort::Name];

/// What stands for a letter outside the sentence.
const OUTSIDE: Sign = Sign {
    letter: 1,
    habits: [8; 5],
    gap: 1,
    word: 1,
    place: 99,
    sort: 99,
    row: [0; 2],
    names: [0; 5],
};

/// Gives every sentence of an article, as the range of its letters and their features.
pub(super) fn observe(tokens: &Tokens<'_>, mut each: impl FnMut(Range<usize>, &Observed)) {
    let mut observed = Observed::default();
    let mut from = 0;
    while let Some(sentence) = tokens.all.get(from).map(|token| token.sentence) {
        let rest = tokens.all.get(from..).unwrap_or_default();
        let to = from + rest.iter().take_while(|token| token.sentence == sentence).count();
        observed.clear();
        let signs = signs(tokens, from..to);
        for at in 0..signs.len() {
            push(&signs, at, &mut observed);
            observed.end_word();
        }
        each(from..to, &observed);
        from = to;
    }
}

/// The names, cut where a mark stands that is in no name, `、` or `。`, and before a verb of saying
/// that a person’s name seems to end with.
pub(super) fn parted(tokens: &Tokens<'_>, names: &[Learned]) -> Vec<Learned> {
    let joined = |at: usize| matches!(tokens.between(at).trim(), "" | "·" | "・" | "•" | "‧" | "-");
    let mut parts = Vec::with_capacity(names.len());
    for name in names {
        let mut from = name.from;
        for at in name.from + 1..=name.to {
            if at == name.to || !joined(at) {
                let said = name.kind == EntityKind::Person
                    && at - from > 2
                    && matches!(tokens.word(at - 1), "说" | "說" | "称" | "稱");
                parts.push(Learned { from, to: at - usize::from(said), kind: name.kind });
                from = at;
            }
        }
    }
    parts
}

/// The signs of a sentence’s letters; words are told in each run that nothing but spaces parts.
fn signs(tokens: &Tokens<'_>, words: Range<usize>) -> Vec<Sign> {
    let letters: Vec<char> = words.clone().map(|at| letter(tokens.word(at))).collect();
    let mut signs: Vec<Sign> = words
        .clone()
        .zip(&letters)
        .map(|(at, letter)| Sign {
            letter: if *letter == '\0' { shape(tokens.word(at)) } else { u32::from(*letter) },
            habits: habits(*letter),
            gap: if at == words.start { 1 } else { gap(tokens.between(at)) },
            ..OUTSIDE
        })
        .collect();
    let mut from = 0;
    for to in 1..=letters.len() {
        let parted = signs.get(to).is_none_or(|sign| sign.gap > SPACE);
        if parted {
            part(&letters, &mut signs, from..to);
            from = to;
        }
    }
    signs
}

/// The one letter of a word in Chinese letters; none for others.
fn letter(word: &str) -> char {
    let mut letters = word.chars();
    match (letters.next(), letters.next()) {
        (Some(letter), None) if !letter.is_ascii() => simplified(letter),
        _ => '\0',
    }
}

/// Latin words and numbers, by what they are made of.
fn shape(word: &str) -> u32 {
    let figures = word.chars().all(char::is_numeric);
    let capital = word.starts_with(char::is_uppercase);
    2 + u32::from(figures) + 2 * u32::from(capital) + 4 * u32::from(word.len() > 3)
}

/// The gap of a space, which does not part words: texts that were taken apart have them everywhere.
const SPACE: u32 = 3;

fn gap(between: &str) -> u32 {
    match between {
        "" => 2,
        " " => SPACE,
        _ => {
            let mark = between.chars().find(|letter| !letter.is_whitespace());
            mark.map_or(4, |mark| 5 + u32::from(mark))
        }
    }
}

/// Notes the words and names over each letter of a run.
fn part(letters: &[char], signs: &mut [Sign], run: Range<usize>) {
    let Some(own) = letters.get(run.clone()) else { return };
    let Some(signs) = signs.get_mut(run) else { return };
    let mut from = 0;
    let pieces = chinese::pieces(own);
    for piece in &pieces {
        let word = own.iter().skip(from).take(piece.len).fold(7, |so_far, letter| {
            u32::from(*letter).to_le_bytes().into_iter().take(3).fold(so_far, hash_byte)
        });
        for (at, sign) in signs.iter_mut().skip(from).take(piece.len).enumerate() {
            sign.word = word;
            sign.sort = piece.sort as u32;
            sign.place = 4 * sign.sort + place(at, piece.len);
        }
        from += piece.len;
    }
    rows(own, signs, &pieces);
    for from in 0..own.len() {
        chinese::known(own.get(from..).unwrap_or_default(), |len, word| {
            let Some(kind) = NAMES.iter().position(|sort| *sort == word.sort) else { return };
            if len < 2 {
                return;
            }
            for (at, sign) in signs.iter_mut().skip(from).take(len).enumerate() {
                let new = 4 * u32::try_from(len).unwrap_or_default() + place(at, len);
                if let Some(known) = sign.names.get_mut(kind).filter(|known| **known / 4 < new / 4)
                {
                    *known = new;
                }
            }
        });
    }
}

/// Notes what ends the row of nouns that each letter is in: bodies have their sort last.
fn rows(letters: &[char], signs: &mut [Sign], pieces: &[Piece]) {
    let mut end = letters.len();
    let mut ending: Option<[u32; 2]> = None;
    for (at, piece) in pieces.iter().enumerate().rev() {
        let from = end.saturating_sub(piece.len);
        let before = at.checked_sub(1).and_then(|at| pieces.get(at));
        if is_nominal(piece) {
            let word = signs.get(from).map_or(0, |sign| sign.word);
            let letter = end.checked_sub(1).and_then(|last| letters.get(last));
            let [word, letter] =
                *ending.get_or_insert([word, letter.map_or(0, |it| u32::from(*it))]);
            let first = u32::from(!before.is_some_and(is_nominal));
            for sign in signs.iter_mut().take(end).skip(from) {
                sign.row = [pair(word, first), pair(letter, sign.place)];
            }
        } else {
            ending = None;
        }
        end = from;
    }
}

/// Whether a word may be one of a row of nouns.
fn is_nominal(piece: &Piece) -> bool {
    match piece.sort {
        Sort::Verb | Sort::Adjective | Sort::Other => piece.len > 1,
        Sort::Adverb | Sort::Number | Sort::Function | Sort::Time | Sort::Side => false,
        _ => true,
    }
}

/// Where in a word of `len` letters one stands: alone, first, within, last.
fn place(at: usize, len: usize) -> u32 {
    match at {
        _ if len == 1 => 0,
        0 => 1,
        at if at + 1 == len => 3,
        _ => 2,
    }
}

fn push(signs: &[Sign], at: usize, into: &mut Observed) {
    let sign =
        |off: isize| at.checked_add_signed(off).and_then(|at| signs.get(at)).unwrap_or(&OUTSIDE);
    let own = sign(0);
    into.push(feature(0, 0));
    for (template, off) in (1..).zip(-3..=3) {
        into.push(feature(template, sign(off).letter));
    }
    for (template, off) in (10..).zip(-2..=1) {
        into.push(feature(template, pair(sign(off).letter, sign(off + 1).letter)));
    }
    into.push(feature(14, pair(sign(-1).letter, sign(1).letter)));
    for (template, off) in (15..).zip(-1..=2) {
        into.push(feature(template, sign(off).gap));
    }
    for (template, off) in (20..).zip(-2..=2) {
        into.push(feature(template, sign(off).place));
        into.push(feature(template + 5, sign(off).word));
    }
    into.push(feature(30, pair(sign(-1).place, own.place)));
    into.push(feature(31, pair(own.place, sign(1).place)));
    into.push(feature(32, pair(pair(sign(-1).place, own.place), sign(1).place)));
    into.push(feature(33, pair(own.word, own.place)));
    into.push(feature(34, pair(own.letter, own.place)));
    for (kind, template) in (0..NAMES.len()).zip((40..).step_by(3)) {
        for (template, off) in (template..).zip(-1..=1) {
            let name = sign(off).names.get(kind).copied().unwrap_or_default();
            into.push(feature(template, name));
        }
    }
    for (habit, template) in (0..5).zip((60..).step_by(5)) {
        for (template, off) in (template..).zip(-2..=2) {
            let grade = sign(off).habits.get(habit).copied().unwrap_or_default();
            into.push(feature(template, grade.into()));
        }
    }
    let foreign = |off: isize| u32::from(sign(off).habits[2]);
    into.push(feature(90, foreign(-1) + 16 * foreign(0) + 256 * foreign(1)));
    let given = |off: isize| u32::from(sign(off).habits[1]);
    let family = |off: isize| u32::from(sign(off).habits[0]);
    into.push(feature(91, family(0) + 16 * given(1) + 256 * given(2)));
    into.push(feature(92, family(-1) + 16 * given(0) + 256 * given(1)));
    into.push(feature(93, family(-2) + 16 * given(-1) + 256 * given(0)));
    for (template, row) in (94..).zip(own.row) {
        into.push(feature(template, row));
    }
    words_around(signs, at, into);
}

/// The words before and after the one that the letter is in.
fn words_around(signs: &[Sign], at: usize, into: &mut Observed) {
    let place = |at: usize| signs.get(at).map_or(0, |sign| sign.place % 4);
    let mut first = at;
    while first > 0 && place(first) > 1 {
        first -= 1;
    }
    let mut last = at;
    while last + 1 < signs.len() && matches!(place(last), 1 | 2) {
        last += 1;
    }
    let before = first.checked_sub(1).and_then(|at| signs.get(at)).unwrap_or(&OUTSIDE);
    let after = signs.get(last + 1).unwrap_or(&OUTSIDE);
    let own = signs.get(at).unwrap_or(&OUTSIDE);
    into.push(feature(100, before.word));
    into.push(feature(101, after.word));
    into.push(feature(102, pair(before.word, own.place)));
    into.push(feature(103, pair(after.word, own.place)));
    into.push(feature(104, pair(before.sort, own.place)));
    into.push(feature(105, pair(after.sort, own.place)));
    into.push(feature(106, pair(pair(before.sort, own.place), after.sort)));
}

const fn pair(one: u32, other: u32) -> u32 {
    one.wrapping_mul(0x9E37_79B1).rotate_left(5) ^ other
}
