//! The token table: a row of numbers for each token, each row a run of prefix codes.
//!
//! A number is one of 64 steps. Tokens are of a few kinds; each kind has its own size of a step, and its own code, in which
//! frequent steps are short. A third of the size of plain bytes, and unpacked as fast as the products can use it.

use crate::weights::{Numbers, Sizes, Unusable};
use std::ops::Range;

const SYMBOLS: usize = 64;
/// Longest code, in bits.
const LONGEST: u32 = 11;
/// Times that bits are looked up between two refills of a word of 64 bits.
const PER_REFILL: usize = 5;
/// Codes that are read at once at most.
const AT_ONCE: usize = 3;

/// Where the rows are and how to read them.
pub(crate) struct Table {
    kinds: Vec<Kind>,
    /// Ends of the rows, in the section of rows.
    ends: Vec<u32>,
    rows: Range<usize>,
}

struct Kind {
    values: [f32; SYMBOLS],
    /// By the next bits.
    symbols: Vec<Next>,
}

/// What the next bits stand for: as many symbols as are whole in them.
#[derive(Clone, Copy, Default)]
struct Next {
    symbols: [u8; AT_ONCE],
    /// How many they are, and in the upper half how long their codes are together.
    count_and_length: u8,
}

impl Table {
    pub(crate) fn read(
        sizes: &Sizes,
        codes: &[u8],
        row_lengths: &[u8],
        rows: Range<usize>,
    ) -> Result<Self, Unusable> {
        let mut codes = Numbers::of(codes);
        let kinds = (0..sizes.kinds).map(|_| Kind::read(&mut codes)).collect::<Result<_, _>>()?;
        let mut lengths = Numbers::of(row_lengths);
        let mut ends = Vec::with_capacity(row_lengths.len() / 2);
        let mut end = 0_u32;
        while let Some(length) = lengths.u16() {
            end = end.checked_add(length.into()).ok_or(Unusable::Table)?;
            ends.push(end);
        }
        let whole = codes.is_empty() && lengths.is_empty() && ends.len() == sizes.tokens;
        if whole && end as usize == rows.len() {
            Ok(Self { kinds, ends, rows })
        } else {
            Err(Unusable::Table)
        }
    }

    /// Writes a token's row; zeros for a token that is not there.
    pub(crate) fn row(&self, file: &[u8], token: u32, out: &mut [f32]) {
        let token = token as usize;
        let start = token
            .checked_sub(1)
            .and_then(|before| self.ends.get(before))
            .map_or(0, |end| *end as usize);
        let row = self
            .ends
            .get(token)
            .and_then(|end| file.get(self.rows.start + start..self.rows.start + *end as usize));
        match row.zip(self.kinds.get(token % self.kinds.len())) {
            Some((row, kind)) => kind.unpack(row, out),
            None => out.fill(0.0),
        }
    }
}

impl Kind {
    fn read(codes: &mut Numbers<'_>) -> Result<Self, Unusable> {
        let lengths = codes.take(SYMBOLS).ok_or(Unusable::Table)?;
        let symbols = runs(&symbols(lengths)?);
        let (step, offset) = (codes.float()?, codes.float()?);
        let mut values = [0.0; SYMBOLS];
        for (value, number) in values.iter_mut().zip(0_u8..) {
            *value = f32::from(number) * step + offset;
        }
        Ok(Self { values, symbols })
    }

    /// Where a row ends early, the rest is read as zero bits.
    fn unpack(&self, row: &[u8], out: &mut [f32]) {
        let (mut bits, mut held) = (0_u64, 0_u32);
        let (mut rest, mut at) = (row, 0);
        while at < out.len() {
            if let Some((next, _)) = rest.split_first_chunk::<8>() {
                bits |= u64::from_le_bytes(*next) << held;
                let taken = (63 - held) / 8;
                held += taken * 8;
                rest = rest.get(taken as usize..).unwrap_or_default();
            } else {
                while let Some((next, after)) = rest.split_first().filter(|_| held <= 56) {
                    bits |= u64::from(*next) << held;
                    held += 8;
                    rest = after;
                }
            }
            for _ in 0..PER_REFILL {
                let next = self.symbols[(bits & ((1 << LONGEST) - 1)) as usize];
                let numbers = next.symbols.map(|symbol| self.values[usize::from(symbol) % SYMBOLS]);
                let Some(out) = out.get_mut(at..) else { break };
                match out.first_chunk_mut() {
                    // Those that are too many are written over.
                    Some(first) => *first = numbers,
                    None => out.iter_mut().zip(numbers).for_each(|(out, number)| *out = number),
                }
                let (count, length) = (next.count_and_length & 15, next.count_and_length >> 4);
                at += usize::from(count);
                bits >>= length;
                held = held.saturating_sub(length.into());
            }
        }
    }
}

/// As many symbols as the next 11 bits hold, by the first of them and the length of its code.
fn runs(symbols: &[(u8, u8)]) -> Vec<Next> {
    let run = |bits: usize| {
        let (mut next, mut read) = (Next::default(), 0);
        for (symbol, count) in next.symbols.iter_mut().zip(1_u8..) {
            let (here, length) = symbols[bits >> read];
            if u32::from(read + length) > LONGEST {
                break;
            }
            read += length;
            *symbol = here;
            next.count_and_length = count | read << 4;
        }
        next
    };
    (0..symbols.len()).map(run).collect()
}

/// What each next 11 bits stand for, from the lengths of a canonical code; the first bit of a code is the lowest.
fn symbols(lengths: &[u8]) -> Result<Vec<(u8, u8)>, Unusable> {
    let mut order: Vec<(u8, u8)> = lengths.iter().copied().zip(0_u8..).collect();
    order.sort_unstable();
    let mut symbols = vec![(0, 0); 1 << LONGEST];
    let mut next = 0_u32;
    for (length, symbol) in order {
        if length == 0 || u32::from(length) > LONGEST || next >= 1 << LONGEST {
            return Err(Unusable::Table);
        }
        let span = 1_u32 << (LONGEST - u32::from(length));
        for code in next..next + span {
            let turned = code.reverse_bits() >> (32 - LONGEST);
            *symbols.get_mut(turned as usize).ok_or(Unusable::Table)? = (symbol, length);
        }
        next += span;
    }
    // A code that leaves bits without a meaning is not the one that was written.
    if next == 1 << LONGEST { Ok(symbols) } else { Err(Unusable::Table) }
}
