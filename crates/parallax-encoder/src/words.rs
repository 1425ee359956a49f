//! What a text means by its words alone, in languages that the network does not read: a row a word, added up.
//!
//! All numbers are little-endian. `PLXWRD01`; the xxh3 of all that follows; how many directions and languages; what all texts have
//! in common; the directions, each with its step; and for each language its words. `scripts/words.py` writes and explains it.

use crate::{Embedding, Unusable};
use std::ops::Range;
use xxhash_rust::xxh3::xxh3_64;

const MARK: &[u8; 8] = b"PLXWRD01";
const HEAD: usize = 16;

/// No more directions and languages than this.
const MOST: usize = 1 << 10;

/// Known words without which nothing is said of a text.
const FEWEST: usize = 4;

/// Letters of a word that are looked at: no word is longer.
const LONGEST: usize = 40;

/// The words of the languages that the network does not read.
///
/// Their embeddings lie among the network's own, less sure of themselves: two tellings of one event in two languages are some
/// 350 thousandths alike and not 700, two of different events 100.
#[derive(Debug)]
pub struct WordTables {
    bytes: &'static [u8],
    common: Vec<f32>,
    directions: Vec<Vec<f32>>,
    tables: Vec<Table>,
}

/// The words of one language: where their keys, steps and numbers stand.
#[derive(Debug)]
struct Table {
    language: String,
    /// Letters of a word's beginning that may stand for the word; 0 for none.
    stem: usize,
    step: f32,
    keys: Range<usize>,
    steps: Range<usize>,
    numbers: Range<usize>,
}

impl WordTables {
    /// Reads the head; the words stay where they are.
    pub fn open(bytes: &'static [u8]) -> Result<Self, Unusable> {
        let mut file = File { bytes, at: 0 };
        if file.take(MARK.len())? != MARK {
            return Err(Unusable::Foreign);
        }
        file.take(HEAD - MARK.len())?;
        let (rank, languages) = (file.size()?, file.size()?);
        if rank == 0 || rank > MOST || rank % 2 == 1 || languages > MOST {
            return Err(Unusable::WrongSizes);
        }
        let (pairs, _) = file.take(Embedding::LENGTH * 2)?.as_chunks::<2>();
        let common = pairs.iter().map(|&pair| f32::from(i16::from_le_bytes(pair)) / 32767.0);
        let common = common.collect();
        let steps: Vec<f32> = (0..rank).map(|_| file.float()).collect::<Result<_, _>>()?;
        let direction = |step: f32| {
            let numbers = file.take(Embedding::LENGTH)?.iter();
            Ok(numbers.map(|&number| f32::from(number.cast_signed()) * step).collect())
        };
        let directions = steps.into_iter().map(direction).collect::<Result<_, _>>()?;
        let tables = (0..languages).map(|_| file.table(rank)).collect::<Result<_, _>>()?;
        if file.at != bytes.len() {
            return Err(Unusable::WrongLength);
        }
        Ok(Self { bytes, common, directions, tables })
    }

    /// Whether all the bytes are those that were written.
    pub fn verify(&self) -> Result<(), Unusable> {
        let (head, rest) = self.bytes.split_at_checked(HEAD).ok_or(Unusable::WrongLength)?;
        if head.ends_with(&xxh3_64(rest).to_le_bytes()) { Ok(()) } else { Err(Unusable::Checksum) }
    }

    /// What `text` means by its words; none where there is no table for its BCP 47 language, or few of its words are known.
    pub fn embed(&self, language: &str, text: &str) -> Option<Embedding> {
        let primary = language.split('-').next().unwrap_or_default();
        let table = self.tables.iter().find(|table| table.language == primary)?;
        let mut sum = vec![0.0; self.directions.len()];
        let mut known = 0;
        for at in words(text).filter_map(|word| self.find(table, &word)) {
            let row = self.row(table, at)?;
            known += 1;
            for (total, number) in sum.iter_mut().zip(row) {
                *total += number;
            }
        }
        (known >= FEWEST).then(|| self.place(&sum))
    }

    /// Which row is the word's, or that of its longest known beginning.
    fn find(&self, table: &Table, word: &str) -> Option<usize> {
        let keys = self.bytes.get(table.keys.clone())?.as_chunks::<4>().0;
        let exact = |word: &str| {
            let key = u32::try_from(xxh3_64(word.as_bytes()) >> 32).ok()?;
            keys.binary_search_by_key(&key, |&bytes| u32::from_le_bytes(bytes)).ok()
        };
        let beginning = || {
            let ends: Vec<usize> = word.char_indices().map(|(at, _)| at).skip(table.stem).collect();
            ends.iter().rev().filter_map(|&end| word.get(..end)).find_map(exact)
        };
        exact(word).or_else(|| if table.stem > 0 { beginning() } else { None })
    }

    fn row(&self, table: &Table, at: usize) -> Option<impl Iterator<Item = f32>> {
        let steps = self.bytes.get(table.steps.clone())?.as_chunks::<2>().0;
        let step = f32::from(u16::from_le_bytes(*steps.get(at)?)) * table.step;
        let half = self.directions.len() / 2;
        let numbers = self.bytes.get(table.numbers.clone())?.get(at * half..(at + 1) * half)?;
        let pair = |&byte: &u8| [byte & 15, byte >> 4];
        Some(numbers.iter().flat_map(pair).map(move |number| (f32::from(number) - 8.0) * step))
    }

    /// The direction that the sum of a text's rows stands for, as long beside what all texts have in common as the network's are.
    fn place(&self, sum: &[f32]) -> Embedding {
        let mut own = vec![0.0_f32; Embedding::LENGTH];
        for (weight, direction) in sum.iter().zip(&self.directions) {
            for (number, share) in own.iter_mut().zip(direction) {
                *number += weight * share;
            }
        }
        let squared = |numbers: &[f32]| numbers.iter().map(|number| number * number).sum::<f32>();
        let left = (1.0 - squared(&self.common)).max(0.0).sqrt();
        let scale = left / squared(&own).sqrt().max(f32::MIN_POSITIVE);
        let whole: Vec<f32> =
            own.iter().zip(&self.common).map(|(number, common)| common + number * scale).collect();
        Embedding::of(&whole)
    }
}

/// The words of a text in small letters: letters and their marks, with an apostrophe within.
fn words(text: &str) -> impl Iterator<Item = String> {
    let parts = text.split(|letter: char| !is_part(letter));
    let bare = parts.map(|part| part.trim_matches(is_apostrophe));
    let fits = |part: &&str| !part.is_empty() && part.chars().take(LONGEST + 1).count() <= LONGEST;
    bare.filter(fits).map(|part| {
        let small = part.chars().flat_map(char::to_lowercase);
        small.map(|letter| if is_apostrophe(letter) { '\'' } else { letter }).collect()
    })
}

fn is_part(letter: char) -> bool {
    letter.is_alphabetic() || is_mark(letter) || is_apostrophe(letter)
}

/// The marks over and under letters, and those of Indian scripts that are no letters of their own.
fn is_mark(letter: char) -> bool {
    let number = u32::from(letter);
    matches!(number, 0x300..=0x36F)
        || matches!(number, 0x900..=0xDFF if matches!(number % 0x80, 0x3C | 0x4D))
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '\u{2019}' | '\u{02BC}')
}

/// The bytes that are left to read.
struct File {
    bytes: &'static [u8],
    at: usize,
}

impl File {
    fn take(&mut self, length: usize) -> Result<&'static [u8], Unusable> {
        let range = self.skip(length)?;
        self.bytes.get(range).ok_or(Unusable::WrongLength)
    }

    fn skip(&mut self, length: usize) -> Result<Range<usize>, Unusable> {
        let end = self.at.checked_add(length).filter(|&end| end <= self.bytes.len());
        let range = self.at..end.ok_or(Unusable::WrongLength)?;
        self.at = range.end;
        Ok(range)
    }

    fn four(&mut self) -> Result<[u8; 4], Unusable> {
        self.take(4)?.try_into().map_err(|_| Unusable::WrongLength)
    }

    fn size(&mut self) -> Result<usize, Unusable> {
        usize::try_from(u32::from_le_bytes(self.four()?)).map_err(|_| Unusable::WrongSizes)
    }

    fn float(&mut self) -> Result<f32, Unusable> {
        let number = f32::from_le_bytes(self.four()?);
        if number.is_finite() { Ok(number) } else { Err(Unusable::NotANumber) }
    }

    fn table(&mut self, rank: usize) -> Result<Table, Unusable> {
        let code = self.four()?;
        let letters = code.iter().filter(|&&byte| byte != 0);
        let language = letters.map(|&byte| char::from(byte)).collect();
        let (count, stem, step) = (self.size()?, self.size()?, self.float()?);
        let length = |each: usize| count.checked_mul(each).ok_or(Unusable::WrongSizes);
        Ok(Table {
            language,
            stem,
            step,
            keys: self.skip(length(4)?)?,
            steps: self.skip(length(2)?)?,
            numbers: self.skip(length(rank / 2)?)?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_falls_into_words() {
        let found: Vec<String> = words("«П’ять» СІЛ, 12 — हिन्दी 'tis").collect();
        assert_eq!(found, ["п'ять", "сіл", "हिन्दी", "tis"]);
        assert_eq!(words(&"a".repeat(41)).count(), 0);
    }

    /// Two directions, one language, two words that point each way.
    fn small() -> &'static [u8] {
        let mut words = [("beda", 0x9F_u8), ("golos", 0xF9)];
        let key = |word: &str| u32::try_from(xxh3_64(word.as_bytes()) >> 32).unwrap();
        words.sort_by_key(|(word, _)| key(word));
        let mut rest = vec![2, 0, 0, 0, 1, 0, 0, 0];
        rest.extend([0; Embedding::LENGTH * 2]);
        rest.extend([1.0_f32, 1.0].iter().flat_map(|step| step.to_le_bytes()));
        for own in 0..2 {
            rest.extend((0..Embedding::LENGTH).map(|at| u8::from(at == own)));
        }
        rest.extend(*b"zz\0\0\x02\0\0\0\x04\0\0\0");
        rest.extend(1.0_f32.to_le_bytes());
        rest.extend(words.iter().flat_map(|(word, _)| key(word).to_le_bytes()));
        rest.extend([1, 0, 1, 0]);
        rest.extend(words.map(|(_, numbers)| numbers));
        let mut file = MARK.to_vec();
        file.extend(xxh3_64(&rest).to_le_bytes());
        file.extend(rest);
        file.leak()
    }

    #[test]
    fn a_text_means_the_sum_of_its_words() {
        let tables = WordTables::open(small()).unwrap();
        assert_eq!(tables.verify(), Ok(()));
        let meant =
            |text| tables.embed("zz-Latn", text).map(|meant| meant.cosine(&direction(7.0, 1.0)));
        assert_eq!(
            meant("beda beda beda beda"),
            Some(direction(7.0, 1.0).cosine(&direction(7.0, 1.0)))
        );
        assert!(meant("golos golos golos golos") < Some(900));
        assert_eq!(
            meant("Bedami, bedam: BEDA, beda!"),
            Some(1000),
            "a known beginning stands for the word"
        );
        assert_eq!(meant("beda beda bed beda"), None, "too few are known");
        assert_eq!(tables.embed("en", "beda beda beda beda"), None);
    }

    fn direction(first: f32, second: f32) -> Embedding {
        let length = first.hypot(second);
        Embedding::of(&[first / length, second / length])
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let whole = small();
        assert_eq!(WordTables::open(b"PLXENC01").err(), Some(Unusable::Foreign));
        for end in 0..whole.len() {
            assert!(WordTables::open(&whole[..end]).is_err(), "{end}");
        }
    }
}
