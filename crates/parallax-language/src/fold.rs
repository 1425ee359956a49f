//! One shape for words that differ in case, accents or apostrophes.

use crate::Memory;
use icu_normalizer::DecomposingNormalizerBorrowed;
use std::cell::RefCell;

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

/// What `found` makes of a word folded; those met last are kept.
pub(crate) fn with_folded<T>(word: &str, found: impl FnOnce(&str) -> T) -> T {
    thread_local! {
        /// As many as hold most words of a few pages: each is asked for many times in a row. 1 MB.
        static FOLDED: RefCell<Memory<String>> = const { RefCell::new(Memory::of_size(1 << 12)) };
    }
    FOLDED.with_borrow_mut(|lately| found(lately.of(0, word, fold)))
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
    let end = match key.as_bytes() {
        [.., b'\'', b's'] => key.len() - 2,
        [.., b'\''] => key.len() - 1,
        _ => return,
    };
    if end > start {
        key.truncate(end);
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
            'À'..='ÿ' => key.push_str(LATIN.get(letter as usize - 'À' as usize)?),
            'Ā'..='ſ' => key.push_str(MORE_LATIN.get(letter as usize - 'Ā' as usize)?),
            'Ạ'..='ỹ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' => key.push(vietnamese(letter)),
            // With an acute accent, which no letter keeps.
            'Ѓ' | 'Ќ' | 'ѓ' | 'ќ' => return None,
            'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => key.extend(letter.to_lowercase()),
            _ if stays(letter) => key.push(letter),
            // Stands before other marks, wherever it is written.
            '\u{094D}' if key.ends_with(stays) => key.push(letter),
            _ => return None,
        }
    }
    Some(())
}

/// Whether a letter is folded to itself: Arabic and Devanagari but for what is made of two, Chinese, Korean.
fn stays(letter: char) -> bool {
    matches!(letter, '\u{0621}' | '\u{0627}'..='\u{063A}' | '\u{0640}'..='\u{064A}')
        || matches!(letter, '\u{0904}'..='\u{0928}' | '\u{092A}'..='\u{0930}' | '\u{0932}')
        || matches!(letter, '\u{0933}' | '\u{0935}'..='\u{0939}' | '\u{093D}'..='\u{094C}')
        || matches!(letter, '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '가'..='힣')
}

/// `À` to `ÿ` as folded.
#[rustfmt::skip]
const LATIN: [&str; 64] = [
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "×", "o", "u", "u", "u", "u", "y", "th", "ss",
    "a", "a", "a", "a", "a", "a", "ae", "c", "e", "e", "e", "e", "i", "i", "i", "i",
    "d", "n", "o", "o", "o", "o", "o", "÷", "o", "u", "u", "u", "u", "y", "th", "y",
];

/// `Ā` to `ſ` as folded.
#[rustfmt::skip]
const MORE_LATIN: [&str; 128] = [
    "a", "a", "a", "a", "a", "a", "c", "c", "c", "c", "c", "c", "c", "c", "d", "d",
    "d", "d", "e", "e", "e", "e", "e", "e", "e", "e", "e", "e", "g", "g", "g", "g",
    "g", "g", "g", "g", "h", "h", "ħ", "ħ", "i", "i", "i", "i", "i", "i", "i", "i",
    "i", "i", "ĳ", "ĳ", "j", "j", "k", "k", "ĸ", "l", "l", "l", "l", "l", "l", "ŀ",
    "ŀ", "l", "l", "n", "n", "n", "n", "n", "n", "ŉ", "ŋ", "ŋ", "o", "o", "o", "o",
    "o", "o", "oe", "oe", "r", "r", "r", "r", "r", "r", "s", "s", "s", "s", "s", "s",
    "s", "s", "t", "t", "t", "t", "ŧ", "ŧ", "u", "u", "u", "u", "u", "u", "u", "u",
    "u", "u", "u", "u", "w", "w", "y", "y", "y", "z", "z", "z", "z", "z", "z", "ſ",
];

/// A Vietnamese letter as folded.
fn vietnamese(letter: char) -> char {
    match letter {
        'Ạ'..='ặ' => 'a',
        'Ẹ'..='ệ' => 'e',
        'Ỉ'..='ị' => 'i',
        'Ọ'..='ợ' | 'Ơ' | 'ơ' => 'o',
        'Ụ'..='ự' | 'Ư' | 'ư' => 'u',
        _ => 'y',
    }
}

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
        for letter in ('\0'..='\u{2fff}').chain('\u{3400}'..='\u{3410}').chain('가'..='힣') {
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
        fn letters_of_any_scripts_together_are_folded_alike(
            word in "[a-zß-ÿĀ-ɏǍ-ǜА-яЀ-ԯḀ-ỹΑ-ώ؀-ۿऀ-ॿぁ-ヺ一-三가-갛’'\u{300}-\u{308}]{1,8}",
        ) {
            let (mut short, mut long) = (String::new(), String::new());
            any(&mut long, &word);
            if plain(&mut short, &word).is_some() {
                prop_assert_eq!(short, long);
            }
        }

        #[test]
        fn folding_twice_is_folding_once(word in "[\\p{L}’']{1,12}") {
            let once = fold(&word);
            prop_assume!(!once.ends_with('\'') && !once.ends_with("'s"));
            prop_assert_eq!(fold(&once), once);
        }
    }
}
