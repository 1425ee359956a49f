//! What is looked up: the words of a text as they stand, their stems, and keys of names.
//!
//! Each word of a text gives up to three terms at one place: itself, folded; `~` and its
//! stem in the language of the text; and, where it is part of a name, `@` and the key
//! that the name has in every script. A word of a query is looked up in all forms it
//! could have in the texts.

use parallax_language::{Language, Script, fold, names, stem, words};

/// Languages whose stems differ from the folded word.
const STEMMED: [(&str, Script); 3] =
    [("en", Script::Latin), ("es", Script::Latin), ("ru", Script::Cyrillic)];

/// Letters a key of a name must have: of shorter ones too many words share one.
const SHORTEST_KEY: usize = 2;

/// A term and where it stands: the number of its word in the text.
pub(crate) struct Placed {
    pub(crate) term: String,
    pub(crate) word: usize,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

/// The terms of `text`; `named` says of a byte whether it is part of a name.
pub(crate) fn of_text(
    text: &str,
    language: Language,
    named: impl Fn(usize) -> bool,
) -> Vec<Placed> {
    let mut terms = Vec::new();
    for (number, word) in words(text).enumerate() {
        let printed = word.of(text);
        let mut put = |term: String| {
            terms.push(Placed { term, word: number, start: word.start, end: word.end });
        };
        let folded = fold(printed);
        let stemmed = stem(language, printed);
        if stemmed != folded {
            put(format!("~{stemmed}"));
        }
        if named(word.start) {
            put_key(printed, &mut put);
        }
        put(folded);
    }
    terms
}

fn put_key(word: &str, put: &mut impl FnMut(String)) {
    let key = names::key(word);
    if key.chars().count() >= SHORTEST_KEY {
        put(format!("@{key}"));
    }
}

/// The forms in which a word of a query can stand in the texts.
pub(crate) fn of_word(word: &str) -> Vec<String> {
    let mut forms = vec![fold(word)];
    let script = word.chars().find_map(Script::of);
    for (tag, written) in STEMMED {
        let Some(language) = Language::of_tag(tag).filter(|_| script == Some(written)) else {
            continue;
        };
        let stemmed = stem(language, word);
        forms.push(format!("~{stemmed}"));
        // A word that is its own stem stands alone.
        forms.push(stemmed);
    }
    put_key(word, &mut |key| forms.push(key));
    forms.sort_unstable();
    forms.dedup();
    forms
}

/// How a word of a phrase stands in the texts: as it is printed.
pub(crate) fn of_phrase_word(word: &str) -> String {
    fold(word)
}

/// The forms of a name, as it is looked up among names.
pub(crate) fn of_name(name: &str) -> Vec<Vec<String>> {
    let forms = |word: &str| {
        let mut forms = vec![fold(word)];
        put_key(word, &mut |key| forms.push(key));
        forms
    };
    words(name).map(|word| forms(word.of(name))).collect()
}

#[cfg(test)]
mod tests {
    use super::{of_text, of_word};
    use parallax_language::Language;

    fn meets(word: &str, text: &str, language: &str) -> bool {
        let terms = of_text(text, Language::of_tag(language).unwrap(), |_| true);
        of_word(word).iter().any(|form| terms.iter().any(|placed| placed.term == *form))
    }

    #[test]
    fn a_word_meets_its_other_forms() {
        assert!(meets("strike", "Dockers went on strikes", "en"));
        assert!(meets("strikes", "Dockers went on strike", "en"));
        assert!(meets("забастовка", "о забастовке докеров", "ru"));
    }

    #[test]
    fn a_name_meets_itself_in_another_script() {
        assert!(meets("Tokayev", "Тоқаевтың сөзі", "kk-Cyrl"));
        assert!(meets("Брандт", "said Otto Brandt", "en"));
    }
}
