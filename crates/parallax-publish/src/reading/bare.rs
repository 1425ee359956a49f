//! Words without their dress, to tell whether two wordings are the same.

/// Shorter words are spelled alike everywhere: `our`, `rise`.
const SHORT: usize = 4;

/// The words alone, in lower case, one space apart.
pub(super) fn bare(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join(" ")
}

/// The words alone, in one spelling: the two English orthographies do not change what was said.
pub(super) fn spelled(text: &str) -> String {
    let words: Vec<String> = bare(text).split(' ').map(spelling).collect();
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

    #[test]
    fn marks_case_and_space_do_not_count() {
        assert_eq!(bare("“We  Felt it,”"), bare("we felt it"));
        assert_ne!(bare("we felt it"), bare("we feel it"));
    }

    #[test]
    fn english_has_two_spellings() {
        assert_eq!(spelled("Our neighbours organised"), spelled("our neighbors organized"));
    }
}
