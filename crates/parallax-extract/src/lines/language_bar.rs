//! The labels by which a page offers itself in other languages.

use super::vocabulary::{phrases, rows};
use std::{collections::BTreeMap, sync::LazyLock};

static LABELS: LazyLock<BTreeMap<String, &'static str>> = LazyLock::new(|| {
    let mut labels = BTreeMap::new();
    for (tag, cell) in
        rows(include_str!("../../data/lines/languages.tsv")).filter_map(|row| row.split_once('\t'))
    {
        for label in phrases(cell) {
            labels.entry(label.to_lowercase()).or_insert(tag);
        }
    }
    labels
});

/// Letters in the longest label; longer lines are not looked up.
const LONGEST_LABEL: usize = 60;

/// The BCP 47 tag of a label in a language bar: a code (`kz`, `ру`, `ق ز`) or
/// a language's own name (`中文`).
///
/// A code alone says little (`it`, `no`, `is` are words): ask for two or more
/// labels side by side before calling it a bar.
///
/// ```
/// use parallax_extract::lines::language_bar_entry;
/// assert_eq!(language_bar_entry("қаз"), Some("kk-Cyrl"));
/// assert_eq!(language_bar_entry("Monday"), None);
/// ```
pub fn language_bar_entry(line: &str) -> Option<&'static str> {
    let label = line.trim().trim_matches(['|', '•', '/', '·', '[', ']', '(', ')']).trim();
    if label.is_empty() || label.len() > LONGEST_LABEL {
        return None;
    }
    LABELS.get(&label.to_lowercase()).copied()
}

/// Whether a label is a bare code or abbreviation, which may also be a word.
pub fn language_bar_code(label: &str) -> bool {
    label.trim().chars().filter(|letter| letter.is_alphabetic()).count() <= 3
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_and_names_are_understood() {
        let tags: Vec<_> = ["kz", "qz", "ру", "EN", "中文", "ўз", "ق ز", "Español", "Кыргызча"]
            .into_iter()
            .filter_map(language_bar_entry)
            .collect();
        assert_eq!(
            tags,
            ["kk-Cyrl", "kk-Latn", "ru", "en", "zh", "uz-Cyrl", "kk-Arab", "es", "ky"]
        );
    }
}
