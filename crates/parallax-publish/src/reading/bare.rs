//! Words without their dress, to tell whether two wordings are the same.

/// Shorter words are spelled alike everywhere: `our`, `rise`.
const SHORT: usize = 4;

/// A letter that is written otherwise at the end of a word than within it.
const SIGMA: char = 'Σ';

/// The words alone, in lower case, one space apart.
pub(super) fn bare(text: &str) -> String {
    if text.contains(SIGMA) {
        return word_by_word(text);
    }
    let mut bare = String::with_capacity(text.len());
    let mut apart = false;
    for letter in text.chars() {
        if !is_of_word(letter) {
            apart = true;
            continue;
        }
        if apart && !bare.is_empty() {
            bare.push(' ');
        }
        apart = false;
        push_lower(&mut bare, letter);
    }
    bare
}

/// The same where the case of a letter hangs on those beside it.
fn word_by_word(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join(" ")
}

/// Letters or digits; those of the scripts we meet most without a look into tables.
fn is_of_word(letter: char) -> bool {
    match letter {
        '\0'..='\u{7f}' => letter.is_ascii_alphanumeric(),
        'а'..='я' | 'А'..='Я' | '\u{4e00}'..='\u{9fff}' => true,
        _ => letter.is_alphanumeric(),
    }
}

fn push_lower(bare: &mut String, letter: char) {
    match letter {
        '\0'..='\u{7f}' => bare.push(letter.to_ascii_lowercase()),
        'а'..='я' | '\u{4e00}'..='\u{9fff}' => bare.push(letter),
        _ => bare.extend(letter.to_lowercase()),
    }
}

/// The words alone, in one spelling: the two English orthographies do not change what was said.
pub(super) fn spelled(text: &str) -> String {
    let bare = bare(text);
    if !["our", "ise", "ising"].iter().any(|spelling| bare.contains(spelling)) {
        return bare;
    }
    let words: Vec<String> = bare.split(' ').map(spelling).collect();
    words.join(" ")
}

/// A word in one spelling.
pub(super) fn spelling(word: &str) -> String {
    let word = word.to_lowercase();
    if word.is_ascii() && word.len() > SHORT {
        word.replace("our", "or").replace("ise", "ize").replace("ising", "izing")
    } else {
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_case_and_space_do_not_count() {
        assert_eq!(bare("“We  Felt it,”"), bare("we felt it"));
        assert_ne!(bare("we felt it"), bare("we feel it"));
        assert_eq!(bare("ΟΔΟΣ"), bare("οδος"));
    }

    #[test]
    fn english_has_two_spellings() {
        assert_eq!(spelled("Our neighbours organised"), spelled("our neighbors organized"));
        assert_eq!(spelled("Our rise"), "our rise");
    }

    #[test]
    fn every_letter_is_taken_for_what_it_is() {
        for letter in (0..=u32::from(char::MAX)).filter_map(char::from_u32) {
            assert_eq!(is_of_word(letter), letter.is_alphanumeric(), "{letter:?}");
            let text = letter.to_string();
            assert_eq!(bare(&text), word_by_word(&text), "{letter:?}");
        }
    }

    proptest! {
        #[test]
        fn letter_by_letter_is_word_by_word(text: String) {
            prop_assert_eq!(bare(&text), word_by_word(&text));
        }
    }
}
