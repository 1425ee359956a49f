//! How much each language of a script is against each piece of a word.

use crate::Script;
use std::sync::LazyLock;

/// The costs of pieces of words, as `scripts/identify.py` lays them out.
///
/// Lines of `#` with the sources; a line of tags, one a column; the number of
/// pieces; their keys, ascending; and a row of costs for each. A cost is how
/// much rarer the piece is than in the language that has it most.
pub(super) struct Table {
    /// The tag of each column; a language written in two alphabets has two.
    pub tags: Vec<&'static str>,
    keys: Vec<u32>,
    rows: &'static [u8],
    /// How many keys come before those that begin with each row of bits.
    starts: Vec<usize>,
}

/// Bytes of a key.
const KEY: usize = 4;

/// Bits of a key that lead to its neighbourhood, of one or two keys.
const LEADING: u32 = 14;

static LATIN: LazyLock<Option<Table>> =
    LazyLock::new(|| Table::read(include_bytes!("../../data/identify/latin.bin")));
static CYRILLIC: LazyLock<Option<Table>> =
    LazyLock::new(|| Table::read(include_bytes!("../../data/identify/cyrillic.bin")));
static ARABIC: LazyLock<Option<Table>> =
    LazyLock::new(|| Table::read(include_bytes!("../../data/identify/arabic.bin")));

impl Table {
    /// The table for the languages of `script`, where it has several.
    pub(super) fn of(script: Script) -> Option<&'static Self> {
        match script {
            Script::Latin => LATIN.as_ref(),
            Script::Cyrillic => CYRILLIC.as_ref(),
            Script::Arabic => ARABIC.as_ref(),
            _ => None,
        }
    }

    fn read(mut bytes: &'static [u8]) -> Option<Self> {
        let tags = loop {
            let end = bytes.iter().position(|&byte| byte == b'\n')?;
            let (line, rest) = bytes.split_at(end);
            bytes = rest.get(1..)?;
            if line.first() != Some(&b'#') {
                break std::str::from_utf8(line).ok()?.split(' ').collect();
            }
        };
        let (count, bytes) = bytes.split_first_chunk::<4>()?;
        let count = usize::try_from(u32::from_le_bytes(*count)).ok()?;
        let (keys, rows) = bytes.split_at_checked(count.checked_mul(KEY)?)?;
        let keys: Vec<u32> =
            keys.as_chunks::<KEY>().0.iter().map(|bytes| u32::from_le_bytes(*bytes)).collect();
        let before = |leading: u32| keys.partition_point(|key| key >> (32 - LEADING) < leading);
        let starts = (0..=1 << LEADING).map(before).collect();
        Some(Self { tags, keys, rows, starts })
    }

    /// What the piece `key` costs in each column; `None` for one that tells nothing.
    pub(super) fn costs(&self, key: u32) -> Option<&'static [u8]> {
        let leading = (key >> (32 - LEADING)) as usize;
        let near = *self.starts.get(leading)?..*self.starts.get(leading + 1)?;
        let at = near.start + self.keys.get(near)?.iter().position(|&other| other == key)?;
        let width = self.tags.len();
        self.rows.get(at * width..(at + 1) * width)
    }
}
