//! Words without their dress, to tell whether two wordings are the same.

/// The words alone, in lower case, one space apart.
pub(super) fn bare(text: &str) -> String {
    let words = text.split(|letter: char| !letter.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_case_and_space_do_not_count() {
        assert_eq!(bare("“We  Felt it,”"), bare("we felt it"));
        assert_ne!(bare("we felt it"), bare("we feel it"));
    }
}
