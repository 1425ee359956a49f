//! Two wordings side by side, word by word.

/// More words than these are not set side by side: the work grows with their product.
const MOST: usize = 700;

/// Pieces of a text, and whether each is missing in the other.
pub(crate) type Pieces<'a> = Vec<(&'a str, bool)>;

/// Two texts in pieces: what one has and the other does not is marked in each.
///
/// Case, marks and spaces do not make words other ones. Texts too long are not marked at all.
pub(crate) fn beside<'a>(one: &'a str, other: &'a str) -> (Pieces<'a>, Pieces<'a>) {
    let (ours, theirs) = (words(one), words(other));
    if ours.len() > MOST || theirs.len() > MOST {
        return (vec![(one, false)], vec![(other, false)]);
    }
    let (keep_ours, keep_theirs) = common(&ours, &theirs);
    (pieces(&ours, &keep_ours), pieces(&theirs, &keep_theirs))
}

/// A word with what stands behind it up to the next.
struct Word<'a> {
    whole: &'a str,
    key: String,
}

fn words(text: &str) -> Vec<Word<'_>> {
    let mut words = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = end_of_word(rest);
        let (whole, left) = rest.split_at(end);
        let key: String = whole
            .chars()
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        words.push(Word { whole, key });
        rest = left;
    }
    words
}

/// Where the first word of a text ends, with the space behind it; of scripts that set no spaces
/// each letter is one.
fn end_of_word(text: &str) -> usize {
    let unspaced = |letter: char| ('\u{2e80}'..='\u{3ffff}').contains(&letter);
    let mut space = false;
    for (at, letter) in text.char_indices() {
        if at > 0 && (unspaced(letter) || (space && !letter.is_whitespace())) {
            return at;
        }
        if at == 0 && unspaced(letter) {
            return letter.len_utf8();
        }
        space = letter.is_whitespace();
    }
    text.len()
}

/// Which words of each stand in the longest run that both have in order.
fn common(ours: &[Word<'_>], theirs: &[Word<'_>]) -> (Vec<bool>, Vec<bool>) {
    let width = theirs.len() + 1;
    let mut longest = vec![0_u16; (ours.len() + 1) * width];
    for (row, our) in ours.iter().enumerate().rev() {
        for (column, their) in theirs.iter().enumerate().rev() {
            let at = row * width + column;
            longest[at] = if our.key == their.key {
                longest[at + width + 1] + 1
            } else {
                longest[at + width].max(longest[at + 1])
            };
        }
    }
    let (mut keep_ours, mut keep_theirs) = (vec![false; ours.len()], vec![false; theirs.len()]);
    let (mut row, mut column) = (0, 0);
    while row < ours.len() && column < theirs.len() {
        let at = row * width + column;
        if ours[row].key == theirs[column].key {
            (keep_ours[row], keep_theirs[column]) = (true, true);
            (row, column) = (row + 1, column + 1);
        } else if longest[at + width] >= longest[at + 1] {
            row += 1;
        } else {
            column += 1;
        }
    }
    (keep_ours, keep_theirs)
}

/// Words as pieces; those without a letter are never marked.
fn pieces<'a>(words: &[Word<'a>], kept: &[bool]) -> Pieces<'a> {
    let marked = |(word, kept): (&Word<'a>, &bool)| (word.whole, !kept && !word.key.is_empty());
    words.iter().zip(kept).map(marked).collect()
}

#[cfg(test)]
mod tests {
    use super::{Pieces, beside};
    use proptest::prelude::*;

    fn marked(pieces: &Pieces<'_>) -> String {
        let pieces = pieces.iter();
        pieces
            .map(|(words, mark)| if *mark { format!("[{words}]") } else { (*words).to_owned() })
            .collect()
    }

    #[track_caller]
    fn check(one: &str, other: &str, expected: [&str; 2]) {
        let (ours, theirs) = beside(one, other);
        assert_eq!([marked(&ours), marked(&theirs)], expected);
    }

    #[test]
    fn what_one_alone_has_is_marked() {
        check(
            "At least three people died.",
            "Three people, at least, died there.",
            ["[At ][least ]three people died.", "Three people, [at ][least, ]died [there.]"],
        );
        check("Same words", "same, words!", ["Same words", "same, words!"]);
        check("三人死亡", "四人死亡", ["[三]人死亡", "[四]人死亡"]);
        check("", "new", ["", "[new]"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost(one in ".{0,60}", other in ".{0,60}") {
            let (ours, theirs) = beside(&one, &other);
            prop_assert_eq!(ours.iter().map(|(words, _)| *words).collect::<String>(), one.as_str());
            prop_assert_eq!(theirs.iter().map(|(words, _)| *words).collect::<String>(), other.as_str());
        }
    }
}
