//! Facts by the number of a word, in tables that scripts have made and that are read where they lie.
//!
//! A table begins with the number of bits of its size; then comes a slot after the other, of two bytes that
//! mark the word (0 where the slot is free) and the facts about it.

/// Most slots tried for one word; the tables are four fifths full.
const LONGEST_WALK: usize = 64;

/// The facts about the word with this number, in a table of slots of `SLOT` bytes, the mark among them;
/// `None` where the table does not have it.
pub(crate) fn facts<const SLOT: usize>(table: &[u8], number: u32) -> Option<&[u8]> {
    let bits = u32::from(*table.first()?).min(24);
    let slots = table.get(1..)?;
    let [low, high, ..] = number.rotate_right(bits).to_le_bytes();
    let mark = u16::from_le_bytes([low, high]).max(1).to_le_bytes();
    let mut at = usize::try_from(number & ((1 << bits) - 1)).ok()?;
    for _ in 0..LONGEST_WALK {
        let slot = slots.get(SLOT * at..SLOT * at + SLOT)?;
        if slot.starts_with(&[0, 0]) {
            return None;
        }
        if let Some(facts) = slot.strip_prefix(&mark) {
            return Some(facts);
        }
        at = (at + 1) & ((1 << bits) - 1);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::facts;

    #[test]
    fn a_word_is_found_behind_another_and_what_is_not_there_is_not() {
        // Two slots, both for words whose number is even: the second has to walk.
        let table = [1, 1, 0, 7, 2, 0, 9];
        assert_eq!(facts::<3>(&table, 2), Some(&[7][..]));
        assert_eq!(facts::<3>(&table, 4), Some(&[9][..]));
        assert_eq!(facts::<3>(&table, 6), None);
        assert_eq!(facts::<3>(&[], 2), None);
    }
}
