//! One shape for words that differ in case, accents or apostrophes.

use icu_normalizer::DecomposingNormalizerBorrowed;

/// Lower case, without Latin and Greek accents, soft hyphens and possessive endings.
///
/// Cyrillic letters keep their marks (`й` is a letter), save `ё`, which is
/// printed as `е` as often as not. Meant for comparing, not for showing.
///
/// ```
/// use parallax_language::fold;
/// assert_eq!(fold("Málaga’s"), "malaga");
/// assert_eq!(fold("Ещё"), "еще");
/// assert_eq!(fold("weren’t"), "weren't");
/// ```
pub fn fold(word: &str) -> String {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return word.to_ascii_lowercase();
    }
    let mut folded = String::with_capacity(word.len());
    let mut base = ' ';
    for letter in DecomposingNormalizerBorrowed::new_nfd().normalize_iter(word.chars()) {
        match letter {
            '\u{0300}'..='\u{036F}' if keeps_mark(base, letter) => folded.push(letter),
            '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{0300}'..='\u{036F}' => {}
            '’' | 'ʼ' | '`' | '´' => folded.push('\''),
            _ => {
                base = letter;
                push_lower(letter, &mut folded);
            }
        }
    }
    let folded = recompose(folded);
    match folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\'')) {
        Some(owner) if !owner.is_empty() => owner.to_owned(),
        _ => folded,
    }
}

/// Cyrillic letters keep their marks, except the dots of `ё` and stress marks.
fn keeps_mark(base: char, mark: char) -> bool {
    let cyrillic = matches!(base, '\u{0400}'..='\u{052F}');
    let dotted_e = matches!(base, 'е' | 'Е') && mark == '\u{0308}';
    cyrillic && !dotted_e && mark != '\u{0301}'
}

fn push_lower(letter: char, into: &mut String) {
    match letter {
        'ß' | 'ẞ' => into.push_str("ss"),
        'æ' | 'Æ' => into.push_str("ae"),
        'œ' | 'Œ' => into.push_str("oe"),
        'ø' | 'Ø' => into.push('o'),
        'ł' | 'Ł' => into.push('l'),
        'đ' | 'Đ' | 'ð' | 'Ð' => into.push('d'),
        'þ' | 'Þ' => into.push_str("th"),
        'ı' | 'İ' => into.push('i'),
        _ => into.extend(letter.to_lowercase().filter(|lower| *lower != '\u{0307}')),
    }
}

fn recompose(folded: String) -> String {
    // Marks that were kept, and the parts of Korean syllables.
    let parts = |letter| matches!(letter, '\u{0300}'..='\u{036F}' | '\u{1100}'..='\u{11FF}');
    if folded.chars().any(parts) {
        icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(&folded).into_owned()
    } else {
        folded
    }
}

#[cfg(test)]
mod tests {
    use super::fold;
    use proptest::prelude::*;

    #[test]
    fn short_i_stays_a_letter() {
        assert_eq!(fold("Который"), "который");
    }

    #[test]
    fn korean_syllables_stay_whole() {
        assert_eq!(fold("년"), "년");
    }

    proptest! {
        #[test]
        fn folding_twice_is_folding_once(word in "[\\p{L}’']{1,12}") {
            let once = fold(&word);
            prop_assume!(!once.ends_with('\'') && !once.ends_with("'s"));
            prop_assert_eq!(fold(&once), once);
        }
    }
}
