//! What languages are called in English.

use std::collections::BTreeMap;

/// The language of our labels.
const OURS: &str = "en";

const NAMES: &str = include_str!("../data/languages.tsv");

/// `Russian` for `ru`, `Kazakh (Cyrillic)` for `kk-Cyrl`; the tag itself where it has no name here.
pub(crate) fn name(tag: &str) -> String {
    let mut parts = tag.split('-');
    let names = names();
    let language = parts.next().and_then(|language| names.get(language));
    let script = parts.next().and_then(|script| names.get(script));
    match (language, script) {
        (Some(language), Some(script)) => format!("{language} ({script})"),
        (Some(language), None) => (*language).to_owned(),
        _ if tag == "und" => "a language not known".to_owned(),
        _ => tag.to_owned(),
    }
}

/// The name, unless it is the language of our labels or not known.
pub(crate) fn foreign(tag: &str) -> Option<String> {
    let ours = tag.split('-').next() == Some(OURS);
    (!ours && tag != "und" && !tag.is_empty()).then(|| name(tag))
}

fn names() -> BTreeMap<&'static str, &'static str> {
    let lines = NAMES.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once('\t')).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(tag: &str, expected: &str) {
        assert_eq!(name(tag), expected);
    }

    #[test]
    fn a_tag_is_told_in_words() {
        check("ru", "Russian");
        check("kk-Cyrl", "Kazakh (Cyrillic)");
        check("pt-BR", "Portuguese");
    }

    #[test]
    fn a_tag_without_a_name_stays() {
        check("tlh", "tlh");
        check("", "");
    }

    #[test]
    fn our_own_language_goes_without_saying() {
        assert_eq!(foreign("en-GB"), None);
        assert_eq!(foreign("und"), None);
        assert_eq!(foreign("kk-Arab").as_deref(), Some("Kazakh (Arabic script)"));
    }
}
