//! The text as the tokenizer wants it: compatibility forms folded (NFKC, with a few rules of its own), runs of white space
//! made one, white space written as `▁`, one `▁` at the start.
//!
//! The rules are those the model was trained with, compiled by `SentencePiece` into a double array over the bytes of UTF-8: from a
//! node, the byte `b` leads to the node numbered `node ^ b`, if that one is labelled `b`. Foreign rules can make the text
//! odd, never make this fail.

use crate::{tokens::MOST_BYTES, weights::Unusable};

/// White space, as the pieces are written.
pub(crate) const SPACE: char = '\u{2581}';

/// No rule replaces with more bytes, unless the rules are damaged; the model's own longest has 33.
const LONGEST_REPLACEMENT: usize = 255;

/// The compiled rules.
#[derive(Clone, Copy)]
pub(crate) struct Rules<'a> {
    units: &'a [u8],
    texts: &'a [u8],
}

/// One node of the double array.
#[derive(Clone, Copy)]
struct Unit(u32);

impl Unit {
    /// What the numbers of its children are told from.
    fn offset(self) -> usize {
        let base = (self.0 >> 10) as usize;
        if self.0 & 0x200 == 0 { base } else { base << 8 }
    }

    fn is_labelled(self, byte: u8) -> bool {
        self.0 & 0x8000_00FF == u32::from(byte)
    }

    fn ends_a_rule(self) -> bool {
        self.0 & 0x100 != 0
    }

    fn text(self) -> usize {
        (self.0 & 0x7FFF_FFFF) as usize
    }
}

impl<'a> Rules<'a> {
    /// The rules in their section: the length of the double array, the array, the replacements.
    pub(crate) fn of(section: &'a [u8]) -> Result<Self, Unusable> {
        if section.is_empty() {
            return Ok(Self { units: &[], texts: &[] });
        }
        let (length, rest) = section.split_first_chunk::<4>().ok_or(Unusable::WrongLength)?;
        let length =
            usize::try_from(u32::from_le_bytes(*length)).map_err(|_| Unusable::WrongLength)?;
        let (units, texts) = rest.split_at_checked(length).ok_or(Unusable::WrongLength)?;
        Ok(Self { units, texts })
    }

    fn unit(&self, number: usize) -> Option<Unit> {
        let (units, _) = self.units.as_chunks::<4>();
        units.get(number).map(|unit| Unit(u32::from_le_bytes(*unit)))
    }

    /// The longest rule at the start of a text: its replacement, and how many bytes it replaces.
    fn longest(&self, text: &[u8]) -> Option<(&'a str, usize)> {
        let mut node = self.unit(0)?.offset();
        let mut longest = None;
        for (at, byte) in text.iter().enumerate() {
            node ^= usize::from(*byte);
            let Some(unit) = self.unit(node).filter(|unit| unit.is_labelled(*byte)) else { break };
            node ^= unit.offset();
            if unit.ends_a_rule() {
                longest = self.unit(node).map(|leaf| (leaf.text(), at + 1));
            }
        }
        let (start, length) = longest?;
        Some((self.replacement(start)?, length))
    }

    fn replacement(&self, start: usize) -> Option<&'a str> {
        let text = self.texts.get(start..)?;
        let end = text.iter().take(LONGEST_REPLACEMENT + 1).position(|byte| *byte == 0)?;
        str::from_utf8(text.get(..end)?).ok()
    }

    /// The normalised text, up to about [`MOST_BYTES`]; empty if there is nothing but white space.
    pub(crate) fn normalise(&self, text: &str, out: &mut String) {
        out.clear();
        let mut after_space = true;
        let mut rest = text;
        while let Some(first) = rest.chars().next().filter(|_| out.len() < MOST_BYTES) {
            let own = first.len_utf8();
            let mut letter = [0; 4];
            // A rule may end inside a letter only where the rules are damaged.
            let (word, length) = self
                .longest(rest.as_bytes())
                .filter(|(_, length)| rest.is_char_boundary(*length))
                .unwrap_or_else(|| (first.encode_utf8(&mut letter), own));
            rest = rest.get(length..).unwrap_or_default();
            let word = if after_space { word.trim_start_matches(' ') } else { word };
            if word.is_empty() {
                continue;
            }
            if out.is_empty() {
                out.push(SPACE);
            }
            out.extend(word.chars().map(|letter| if letter == ' ' { SPACE } else { letter }));
            after_space = word.ends_with(' ');
        }
        out.truncate(out.trim_end_matches(SPACE).len());
    }
}

#[cfg(test)]
mod tests {
    use super::Rules;

    fn check(input: &str, expected: &str) {
        let mut out = String::new();
        Rules::of(&[]).expect("no rules are rules").normalise(input, &mut out);
        assert_eq!(out, expected);
    }

    #[test]
    fn white_space_is_one_mark_between_words_and_one_before_the_first() {
        check("  a  b ", "▁a▁b");
        check("", "");
        check("   ", "");
    }

    #[test]
    fn damaged_rules_do_no_harm() {
        let mut out = String::new();
        for damage in [vec![4, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF], vec![0, 0, 0, 0, 1, 2]] {
            Rules::of(&damage).expect("long enough").normalise("tide ﬁre", &mut out);
            assert_eq!(out, "▁tide▁ﬁre");
        }
        assert!(Rules::of(&[9, 0, 0, 0]).is_err());
    }
}
