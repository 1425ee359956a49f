//! Kazakh in its three scripts: from Cyrillic to the Latin and the Arabic letters.
//!
//! The Latin letters are those of the alphabet approved in January 2021, as the state's news
//! agency prints them; the Arabic ones those of Akhmet Baitursynuly as they are used in China.
//! Both lose little, so a table kept in Cyrillic serves all three.

/// Latin for a Cyrillic letter in small print; what is missing stays as it is.
const LATIN: [(char, &str); 42] = [
    ('а', "a"),
    ('ә', "ä"),
    ('б', "b"),
    ('в', "v"),
    ('г', "g"),
    ('ғ', "ğ"),
    ('д', "d"),
    ('е', "e"),
    ('ё', "io"),
    ('ж', "j"),
    ('з', "z"),
    ('и', "i"),
    ('й', "i"),
    ('к', "k"),
    ('қ', "q"),
    ('л', "l"),
    ('м', "m"),
    ('н', "n"),
    ('ң', "ñ"),
    ('о', "o"),
    ('ө', "ö"),
    ('п', "p"),
    ('р', "r"),
    ('с', "s"),
    ('т', "t"),
    ('у', "u"),
    ('ұ', "ū"),
    ('ү', "ü"),
    ('ф', "f"),
    ('х', "h"),
    ('һ', "h"),
    ('ц', "ts"),
    ('ч', "tş"),
    ('ш', "ş"),
    ('щ', "ştş"),
    ('ъ', ""),
    ('ы', "y"),
    ('і', "ı"),
    ('ь', ""),
    ('э', "e"),
    ('ю', "iu"),
    ('я', "ia"),
];

/// Arabic for a Cyrillic letter; a word with front vowels is marked once, before its first letter.
const ARABIC: [(char, &str); 42] = [
    ('а', "ا"),
    ('ә', "ا"),
    ('б', "ب"),
    ('в', "ۆ"),
    ('г', "گ"),
    ('ғ', "ع"),
    ('д', "د"),
    ('е', "ە"),
    ('ё', "يو"),
    ('ж', "ج"),
    ('з', "ز"),
    ('и', "ي"),
    ('й', "ي"),
    ('к', "ك"),
    ('қ', "ق"),
    ('л', "ل"),
    ('м', "م"),
    ('н', "ن"),
    ('ң', "ڭ"),
    ('о', "و"),
    ('ө', "و"),
    ('п', "پ"),
    ('р', "ر"),
    ('с', "س"),
    ('т', "ت"),
    ('у', "ۋ"),
    ('ұ', "ۇ"),
    ('ү', "ۇ"),
    ('ф', "ف"),
    ('х', "ح"),
    ('һ', "ھ"),
    ('ц', "تس"),
    ('ч', "چ"),
    ('ш', "ش"),
    ('щ', "شش"),
    ('ъ', ""),
    ('ы', "ى"),
    ('і', "ى"),
    ('ь', ""),
    ('э', "ە"),
    ('ю', "يۋ"),
    ('я', "يا"),
];

/// The sign of a word with front vowels.
const FRONT: char = '\u{0674}';

/// A text in Cyrillic Kazakh in Latin letters; other letters stay as they are.
///
/// A word in capitals stays one, a capital of two letters has only its first large.
///
/// ```
/// use parallax_language::kazakh::to_latin;
/// assert_eq!(to_latin("Қазақстан үкіметі"), "Qazaqstan ükımetı");
/// assert_eq!(to_latin("ШАҒЫН, Шағын"), "ŞAĞYN, Şağyn");
/// assert_eq!(to_latin("Юрта 2027"), "Iurta 2027");
/// ```
#[must_use]
pub fn to_latin(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        let Some(latin) = found(&LATIN, small) else {
            out.push(letter);
            continue;
        };
        if !letter.is_uppercase() {
            out.push_str(latin);
            continue;
        }
        let next = text.get(at + letter.len_utf8()..).and_then(|rest| rest.chars().next());
        let shouted = next.is_some_and(char::is_uppercase);
        for (nth, letter) in latin.chars().enumerate() {
            if nth == 0 || shouted { out.push(capital(letter)) } else { out.push(letter) }
        }
    }
    out
}

/// A text in Cyrillic Kazakh in Arabic letters; other letters stay as they are, figures too.
///
/// ```
/// use parallax_language::kazakh::to_arabic;
/// assert_eq!(to_arabic("Қазақстан"), "قازاقستان");
/// assert_eq!(to_arabic("деді"), "دەدى");
/// assert_eq!(to_arabic("сөз"), "ٴسوز");
/// assert_eq!(to_arabic("Бұл не?"), "بۇل نە؟");
/// ```
#[must_use]
pub fn to_arabic(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in text.chars() {
        let small = letter.to_lowercase().next().unwrap_or(letter);
        if found(&ARABIC, small).is_some() {
            word.push(small);
            continue;
        }
        end_word(&mut word, &mut out);
        out.push(match letter {
            ',' => '،',
            ';' => '؛',
            '?' => '؟',
            other => other,
        });
    }
    end_word(&mut word, &mut out);
    out
}

/// A text in Cyrillic, Latin and Arabic letters, in this order: the rows of a word table for all who read it.
///
/// ```
/// let all = parallax_language::kazakh::in_scripts("айтты");
/// assert_eq!(all, ["айтты", "aitty", "ايتتى"]);
/// ```
#[must_use]
pub fn in_scripts(text: &str) -> [String; 3] {
    [text.to_owned(), to_latin(text), to_arabic(text)]
}

/// Writes a word of small Cyrillic letters in Arabic ones, and forgets it.
fn end_word(word: &mut String, out: &mut String) {
    // Letters that stand beside front vowels alone mark the word by themselves.
    let front = word.contains(['ә', 'ө', 'ү', 'і']) && !word.contains(['е', 'э', 'г', 'к']);
    if front {
        out.push(FRONT);
    }
    out.extend(word.drain(..).filter_map(|letter| found(&ARABIC, letter)));
}

fn found(table: &[(char, &'static str)], letter: char) -> Option<&'static str> {
    table.iter().find(|(cyrillic, _)| *cyrillic == letter).map(|(_, other)| *other)
}

/// A capital, which of the dotless `ı` is `I`.
fn capital(letter: char) -> char {
    letter.to_uppercase().next().unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_letter_of_the_alphabet_is_in_both_tables() {
        let alphabet = "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя";
        for letter in alphabet.chars() {
            assert!(found(&LATIN, letter).is_some(), "{letter}");
            assert!(found(&ARABIC, letter).is_some(), "{letter}");
        }
    }

    #[test]
    fn words_of_news_are_written_as_papers_print_them() {
        for (cyrillic, latin, arabic) in [
            ("айтты", "aitty", "ايتتى"),
            ("хабарлады", "habarlady", "حابارلادى"),
            ("мәлімдеді", "mälımdedı", "مالىمدەدى"),
            ("үкімет", "ükımet", "ۇكىمەت"),
            ("бүгін", "bügın", "بۇگىن"),
            ("жүз", "jüz", "ٴجۇز"),
        ] {
            assert_eq!(to_latin(cyrillic), latin);
            assert_eq!(to_arabic(cyrillic), arabic);
        }
    }

    proptest! {
        #[test]
        fn nothing_but_kazakh_letters_changes(text in "[a-zA-Z0-9 .!\u{4E00}-\u{4E10}]{0,40}") {
            prop_assert_eq!(to_latin(&text), text.clone());
            prop_assert_eq!(to_arabic(&text), text);
        }
    }
}
