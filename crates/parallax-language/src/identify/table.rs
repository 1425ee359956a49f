//! How much each language of a script is against each piece of a word.

use crate::Script;

/// The costs of pieces of words, as `scripts/identify.py` lays them out.
///
/// Lines of `#` with the sources; a line of tags, one a column; the number of
/// pieces; their keys, ascending; and a row of costs for each. A cost is how
/// much rarer the piece is than in the language that has it most.
pub(super) struct Table {
    /// The tag of each column; a language written in two alphabets has two.
    pub tags: Vec<&'static str>,
    keys: &'static [u8],
    rows: &'static [u8],
}

/// Bytes of a key.
const KEY: usize = 4;

impl Table {
    /// The table for the languages of `script`, where it has several.
    pub(super) fn of(script: Script) -> Option<Self> {
        Self::read(match script {
            Script::Latin => include_bytes!("../../data/identify/latin.bin"),
            Script::Cyrillic => include_bytes!("../../data/identify/cyrillic.bin"),
            Script::Arabic => include_bytes!("../../data/identify/arabic.bin"),
            _ => return None,
        })
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
        Some(Self { tags, keys, rows })
    }

    /// What the piece `key` costs in each column; `None` for one that tells nothing.
    pub(super) fn costs(&self, key: u32) -> Option<&'static [u8]> {
        let (mut low, mut high) = (0, self.keys.len() / KEY);
        while low < high {
            let middle = low.midpoint(high);
            let bytes = self.keys.get(middle * KEY..)?.first_chunk::<KEY>()?;
            match u32::from_le_bytes(*bytes).cmp(&key) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => {
                    let width = self.tags.len();
                    return self.rows.get(middle * width..(middle + 1) * width);
                }
            }
        }
        None
    }
}
