//! The weight file: where what stands.
//!
//! All numbers are little-endian. `PLXENC01`; the xxh3 of all that follows; nine sizes; the lengths of eight sections; the
//! sections, end to end. `scripts/weights.py` writes it.

use std::ops::Range;
use xxhash_rust::xxh3::xxh3_64;

/// Why bytes are no weights.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unusable {
    /// They begin with something else than our mark.
    #[error("not a weight file of the encoder")]
    Foreign,
    /// Fewer or more bytes than the head of the file says.
    #[error("the weight file is cut short or too long")]
    WrongLength,
    /// A size that the network cannot have, or that does not fit the others.
    #[error("the sizes in the weight file do not fit together")]
    WrongSizes,
    /// The pieces are not sorted, not text, or too many.
    #[error("the pieces in the weight file are damaged")]
    Pieces,
    /// A code of the token table is no prefix code, or a row is too long.
    #[error("the token table in the weight file is damaged")]
    Table,
    /// A step, score or weight is no finite number.
    #[error("the weight file holds something that is not a number")]
    NotANumber,
    /// The bytes are not those that were written.
    #[error("the checksum of the weight file is wrong")]
    Checksum,
}

const MARK: &[u8; 8] = b"PLXENC01";
const SIZES: usize = 9;
const SECTIONS: usize = 8;
const HEAD: usize = 16 + 4 * (SIZES + SECTIONS);
/// No size of a layer is larger; keeps products of sizes far from overflow.
const LARGEST_SIZE: usize = 1 << 14;
/// No more pieces than this.
const MOST_PIECES: usize = 1 << 22;

/// How large the parts of the network are.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sizes {
    /// Pieces that can be found in a text.
    pub found: usize,
    /// Rows of the token table: pieces, and those that mark unknown, begin and end.
    pub tokens: usize,
    /// Kinds of rows, each with its own code, step and offset; row `i` is of kind `i % kinds`.
    pub kinds: usize,
    /// Columns of the token table.
    pub token: usize,
    /// Columns of each convolution.
    pub branch: usize,
    /// Columns of what is summed over a text.
    pub summed: usize,
    /// Columns of the two narrow layers at the end.
    pub narrow: usize,
    /// Columns of the wide layer at the end.
    pub wide: usize,
    /// Numbers of the result.
    pub result: usize,
}

/// The sections of a weight file, as places in it.
#[derive(Clone, Debug)]
pub(crate) struct Layout {
    pub sizes: Sizes,
    pub rules: Range<usize>,
    pub pieces: Range<usize>,
    pub ids: Range<usize>,
    pub scores: Range<usize>,
    pub codes: Range<usize>,
    pub row_lengths: Range<usize>,
    pub rows: Range<usize>,
    pub network: Range<usize>,
}

impl Layout {
    /// Reads the head; looks at no section.
    pub(crate) fn of(bytes: &[u8]) -> Result<Self, Unusable> {
        if !bytes.starts_with(MARK) {
            return Err(Unusable::Foreign);
        }
        let head = bytes.get(16..HEAD).ok_or(Unusable::WrongLength)?;
        let mut numbers = Numbers::of(head);
        let mut next = || numbers.size().ok_or(Unusable::WrongLength);
        let sizes = Sizes {
            found: next()?,
            tokens: next()?,
            kinds: next()?,
            token: next()?,
            branch: next()?,
            summed: next()?,
            narrow: next()?,
            wide: next()?,
            result: next()?,
        };
        let mut end = HEAD;
        let mut section = || {
            let start = end;
            end = end.checked_add(next()?).ok_or(Unusable::WrongLength)?;
            Ok(start..end)
        };
        let layout = Self {
            sizes,
            rules: section()?,
            pieces: section()?,
            ids: section()?,
            scores: section()?,
            codes: section()?,
            row_lengths: section()?,
            rows: section()?,
            network: section()?,
        };
        if layout.network.end != bytes.len() {
            return Err(Unusable::WrongLength);
        }
        sizes.check()?;
        Ok(layout)
    }
}

impl Sizes {
    fn check(&self) -> Result<(), Unusable> {
        let layers = [self.token, self.branch, self.summed, self.narrow, self.wide, self.result];
        let fits = layers.iter().chain([&self.kinds]).all(|size| (1..=LARGEST_SIZE).contains(size))
            && (3..=MOST_PIECES).contains(&self.tokens)
            && self.found <= self.tokens;
        if fits { Ok(()) } else { Err(Unusable::WrongSizes) }
    }
}

/// Whether the bytes are those that were written: a pass over all of them.
pub(crate) fn verify(bytes: &[u8]) -> Result<(), Unusable> {
    let written = bytes.get(8..16).and_then(|sum| sum.try_into().ok()).map(u64::from_le_bytes);
    let body = bytes.get(16..).unwrap_or_default();
    if written == Some(xxh3_64(body)) { Ok(()) } else { Err(Unusable::Checksum) }
}

/// Numbers, read one after the other from bytes; `None` where the bytes end.
pub(crate) struct Numbers<'a> {
    bytes: &'a [u8],
}

impl<'a> Numbers<'a> {
    pub(crate) fn of(bytes: &'a [u8]) -> Self {
        Self { bytes }
    }

    pub(crate) fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(length)?;
        self.bytes = rest;
        Some(taken)
    }

    pub(crate) fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    pub(crate) fn u16(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_le_bytes)
    }

    pub(crate) fn u32(&mut self) -> Option<u32> {
        self.take(4)?.try_into().ok().map(u32::from_le_bytes)
    }

    pub(crate) fn size(&mut self) -> Option<usize> {
        usize::try_from(self.u32()?).ok()
    }

    /// A finite number.
    pub(crate) fn float(&mut self) -> Result<f32, Unusable> {
        let bits = self.u32().ok_or(Unusable::WrongLength)?;
        let value = f32::from_bits(bits);
        if value.is_finite() { Ok(value) } else { Err(Unusable::NotANumber) }
    }

    pub(crate) fn floats(&mut self, count: usize) -> Result<Vec<f32>, Unusable> {
        (0..count).map(|_| self.float()).collect()
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }
}
