//! One shape for words that differ in case, accents or apostrophes.

use icu_normalizer::DecomposingNormalizerBorrowed;
use parallax_model::cut;

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
    let mut folded = String::with_capacity(word.len());
    fold_onto(&mut folded, word);
    folded
}

/// Appends what [`fold`] gives for `word`: for keys of many words.
///
/// ```
/// let mut key = String::from("the ");
/// parallax_language::fold_onto(&mut key, "Ferry’s");
/// assert_eq!(key, "the ferry");
/// ```
pub fn fold_onto(key: &mut String, word: &str) {
    let start = key.len();
    if plain(key, word).is_none() {
        key.truncate(start);
        any(key, word);
    }
    let folded = cut(key, start..key.len());
    let owner = folded.strip_suffix("'s").or_else(|| folded.strip_suffix('\''));
    if let Some(owner) = owner.map(str::len).filter(|&length| length > 0) {
        key.truncate(start + owner);
    }
}

/// A word of letters whose folding needs no look at their neighbours; `None`
/// where one letter does.
fn plain(key: &mut String, word: &str) -> Option<()> {
    if word.is_ascii() && !word.as_bytes().contains(&b'`') {
        let start = key.len();
        key.push_str(word);
        key.get_mut(start..)?.make_ascii_lowercase();
        return Some(());
    }
    for letter in word.chars() {
        match letter {
            '`' | '’' | '´' => key.push('\''),
            '\0'..='\x7f' => key.push(letter.to_ascii_lowercase()),
            'а'..='я' | '\u{2010}'..='\u{2027}' => key.push(letter),
            'Ё' | 'ё' => key.push('е'),
            'А'..='Я' => key.extend(letter.to_lowercase()),
            'À'..='ÿ' => key.push_str(LATIN.get(letter as usize - 'À' as usize)?),
            _ => return None,
        }
    }
    Some(())
}

/// `À` to `ÿ` as folded.
#[rustfmt::skip]
const LATIN: [&str; 64] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "×", "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y",
];

/// Any word.
fn any(key: &mut String, word: &str) {
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
    key.push_str(&recompose(folded));
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
    use super::{any, fold, plain};
    use proptest::prelude::*;

    #[test]
    fn the_short_way_leads_to_the_same_place() {
        for letter in '\0'..='\u{2fff}' {
            for word in [format!("{letter}"), format!("a{letter}b{letter}"), format!("{letter}'s")]
            {
                let (mut short, mut long) = (String::new(), String::new());
                any(&mut long, &word);
                if plain(&mut short, &word).is_some() {
                    assert_eq!(short, long, "{word}");
                }
            }
        }
    }

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
