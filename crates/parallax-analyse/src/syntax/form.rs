//! What the learned models see of a written word.

use super::hashes::Letters;
use parallax_language::Memory;
use std::cell::RefCell;

/// Hashes of a word, its ends and its looks.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Form {
    /// Small letters, digits as `0`, marks in their plain form.
    pub(crate) lower: u32,
    /// `lower`, with capitals told apart.
    pub(crate) cased: u32,
    /// The last one to four letters.
    pub(crate) ends: [u32; 4],
    /// The first one to three letters.
    pub(crate) starts: [u32; 3],
    /// Capitals, digits, hyphens, length.
    pub(crate) shape: u32,
}

/// Reads words into forms; keeps its buffer between words.
#[derive(Default)]
pub(crate) struct Reader {
    letters: Vec<char>,
}

/// Longer words are read no further: their end and start tell enough.
const LONGEST: usize = 48;

thread_local! {
    /// Forms of the words met last, as many as hold most words of any page; 2 MB.
    static FORMS: RefCell<Memory<Form>> = const { RefCell::new(Memory::of_size(1 << 14)) };
}

impl Reader {
    pub(crate) fn read(&mut self, word: &str) -> Form {
        FORMS.with_borrow_mut(|lately| *lately.of(0, word, |word| self.read_anew(word)))
    }

    fn read_anew(&mut self, word: &str) -> Form {
        self.letters.clear();
        let mut looks = Looks::default();
        for letter in word.chars().take(LONGEST) {
            looks.see(letter, self.letters.is_empty());
            self.letters.push(plain(letter));
        }
        let lower =
            self.letters.iter().fold(Letters::new(), |hash, &letter| hash.with(letter)).value();
        let mut form = Form { lower, shape: looks.shape(self.letters.len()), ..Form::default() };
        form.cased = lower.wrapping_add(looks.case().wrapping_mul(0x9E37_79B9));
        let mut hash = Letters::new();
        for (place, &letter) in form.ends.iter_mut().zip(self.letters.iter().rev()) {
            hash = hash.with(letter);
            *place = hash.value();
        }
        let mut hash = Letters::new();
        for (place, &letter) in form.starts.iter_mut().zip(&self.letters) {
            hash = hash.with(letter);
            *place = hash.value();
        }
        form
    }
}

/// What one letter after the other shows.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a sort of letter that was seen")]
struct Looks {
    first_capital: bool,
    capitals: u32,
    small: u32,
    digits: u32,
    hyphen: bool,
    point: bool,
    other: bool,
}

impl Looks {
    fn see(&mut self, letter: char, first: bool) {
        if letter.is_ascii_lowercase() {
            self.small += 1;
        } else if letter.is_uppercase() {
            self.capitals += 1;
            self.first_capital |= first;
        } else if letter.is_ascii_digit() {
            self.digits += 1;
        } else if letter == '-' {
            self.hyphen = true;
        } else if letter == '.' {
            self.point = true;
        } else if letter.is_alphabetic() {
            self.small += 1;
        } else {
            self.other = true;
        }
    }

    /// 0: no capital; 1: the first alone; 2: all; 3: some.
    fn case(&self) -> u32 {
        match (self.first_capital, self.capitals, self.small) {
            (_, 0, _) => 0,
            (true, 1, 1..) => 1,
            (_, _, 0) => 2,
            _ => 3,
        }
    }

    fn shape(&self, length: usize) -> u32 {
        let digits = match (self.digits, self.small + self.capitals) {
            (0, _) => 0,
            (_, 0) => 1,
            _ => 2,
        };
        let length = match length {
            short @ 0..=4 => u32::try_from(short).unwrap_or(4),
            5..=8 => 5,
            _ => 6,
        };
        self.case()
            | digits << 2
            | u32::from(self.hyphen) << 4
            | u32::from(self.point) << 5
            | u32::from(self.other) << 6
            | length << 7
    }
}

/// A letter in its plain form: small, digits alike, marks straight.
fn plain(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        '0'..='9' => '0',
        '‘' | '’' | 'ʼ' | '`' => '\'',
        '“' | '”' | '«' | '»' | '„' => '"',
        '–' | '—' | '‑' => '-',
        _ if letter.is_ascii() => letter,
        _ => letter.to_lowercase().next().unwrap_or(letter),
    }
}
