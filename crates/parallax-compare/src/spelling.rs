//! One spelling for words that are spelled in two ways.

use std::sync::LazyLock;

/// The American spelling of a British word, by its ending; other words as they are.
///
/// Only for comparing: a word that merely looks British is changed the same
/// way in every account.
///
/// ```text
/// neighbours → neighbors, centre → center, organise → organize
/// ```
pub(crate) fn usual(folded: &str) -> String {
    if folded.len() < 5 || !folded.is_ascii() {
        return folded.to_owned();
    }
    let mut word = match folded.split_once("our") {
        Some((start, end)) if IN_OUR.contains(&start) => format!("{start}or{end}"),
        _ => folded.to_owned(),
    };
    for (british, american) in ENDINGS {
        if let Some(start) = word.strip_suffix(british) {
            word = format!("{start}{american}");
            break;
        }
    }
    word
}

/// What stands before `our` in words that can be spelled with `or`.
static IN_OUR: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let rows = include_str!("../data/spelling.txt").lines();
    rows.filter(|row| !row.starts_with('#')).flat_map(|row| row.split(' ')).collect()
});

/// British and American endings.
const ENDINGS: [(&str, &str); 14] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ise", "ize"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("metres", "meters"),
    ("metre", "meter"),
    ("litres", "liters"),
    ("litre", "liter"),
    ("centre", "center"),
    ("defence", "defense"),
];

#[cfg(test)]
mod tests {
    use super::usual;

    #[test]
    fn both_spellings_meet() {
        for (british, american) in [
            ("neighbours", "neighbors"),
            ("organisation", "organization"),
            ("kilometres", "kilometers"),
            ("defence", "defense"),
        ] {
            assert_eq!(usual(british), usual(american));
        }
    }

    #[test]
    fn other_words_keep_their_letters() {
        assert_eq!(usual("court"), "court");
        assert_eq!(usual("journey"), "journey");
    }
}
