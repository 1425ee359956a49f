//! The pieces of words a language is known by: runs of one to four letters, and whole words.

use crate::Script;

/// Longest word read, in letters: longer ones are addresses, keys and other noise.
const LONGEST: usize = 40;
/// Longest run of letters that is a piece.
const RUN: usize = 4;

/// Calls `found` with the key and the length of each piece of each word of `text` that is in `script`.
///
/// A word is put between two `_`, so `_th` is how words begin. `scripts/identify.py`
/// cuts and keys words in the same way; the two change together.
pub(super) fn each(text: &str, script: Script, mut found: impl FnMut(u32, usize)) {
    let mut word = vec!['_'];
    for letter in text.chars().flat_map(lower).chain([' ']) {
        // A Latin i inside a Cyrillic word is what a keyboard without і gives.
        let stands_in = letter == 'i' && script == Script::Cyrillic && word.len() > 1;
        match within(if stands_in { 'і' } else { letter }, script) {
            Place::Letter(letter) => word.push(letter),
            Place::Nothing => {}
            Place::Break => {
                close(&mut word, &mut found);
            }
        }
    }
}

/// A letter in lower case: itself or its small one, and for few letters of more.
fn lower(letter: char) -> impl Iterator<Item = char> {
    let short = letter.is_ascii().then_some(letter.to_ascii_lowercase());
    let long = (!letter.is_ascii()).then(|| letter.to_lowercase());
    short.into_iter().chain(long.into_iter().flatten())
}

/// What a character is to a word.
enum Place {
    Letter(char),
    Nothing,
    Break,
}

fn within(letter: char, script: Script) -> Place {
    match letter {
        // Kept out: the dot that lower-casing leaves on a Turkish capital, vowel signs, lengthening.
        '\u{0307}' | '\u{0640}' | '\u{064B}'..='\u{065F}' => Place::Nothing,
        // Uzbek and Turkmen write many apostrophes for one.
        'ʻ' | 'ʼ' | '’' | '‘' | '`' | '´' | 'ʹ' | '\'' if script == Script::Latin => {
            Place::Letter('\'')
        }
        'ș' => Place::Letter('ş'),
        'ț' => Place::Letter('ţ'),
        _ if Script::of(letter) == Some(script) => Place::Letter(letter),
        _ => Place::Break,
    }
}

/// Gives the pieces of the word read and makes room for the next.
fn close(word: &mut Vec<char>, found: &mut impl FnMut(u32, usize)) {
    while word.len() > 1 && word.last() == Some(&'\'') {
        word.pop();
    }
    let quotes = word.iter().skip(1).take_while(|&&letter| letter == '\'').count();
    word.drain(1..=quotes);
    if (2..=LONGEST).contains(&word.len()) {
        word.push('_');
        for length in 1..=RUN {
            for run in word.windows(length).filter(|run| *run != ['_']) {
                found(key(run), length);
            }
        }
        if word.len() > RUN {
            found(key(word), word.len());
        }
    }
    word.truncate(1);
}

/// FNV-1a over code points, its high bits folded into the low ones.
fn key(letters: &[char]) -> u32 {
    let hash = letters.iter().fold(0x811C_9DC5_u32, |hash, &letter| {
        (hash ^ u32::from(letter)).wrapping_mul(0x0100_0193)
    });
    hash ^ (hash >> 15)
}
