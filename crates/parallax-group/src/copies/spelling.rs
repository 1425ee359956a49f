//! One spelling for words that editors respell: British, American, symbols.

use parallax_language::fold_onto;

/// Spells `word` in one common way into `spelled`; false for one that is as often a sign (`%`).
///
/// Not a spelling to show: `four` becomes `for` as `colour` becomes `color`,
/// which does no harm where words are compared five at a time.
pub(super) fn common(word: &str, spelled: &mut String) -> bool {
    spelled.clear();
    fold_onto(spelled, word);
    if matches!(spelled.as_str(), "percent" | "per" | "cent" | "pct") {
        return false;
    }
    if !spelled.is_ascii() || spelled.len() < 5 {
        return true;
    }
    if spelled.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
        spelled.retain(|digit| digit != ',');
        return true;
    }
    if let Some((british, american)) = respelled(spelled) {
        spelled.truncate(spelled.len() - british.len());
        spelled.push_str(american);
    }
    while let Some(at) = spelled.find("our") {
        spelled.replace_range(at..at + 3, "or");
    }
    true
}

/// The ending to change. All of them end in one of few letters.
fn respelled(word: &str) -> Option<(&'static str, &'static str)> {
    if !word.ends_with(['s', 'g', 'd', 'e', 'r', 'm']) {
        return None;
    }
    ENDINGS.into_iter().find(|(british, _)| word.ends_with(british))
}

/// Endings that are spelled in two ways.
const ENDINGS: [(&str, &str); 18] = [
    ("isation", "ization"),
    ("isations", "izations"),
    ("ising", "izing"),
    ("ised", "ized"),
    ("ise", "ize"),
    ("ises", "izes"),
    ("yse", "yze"),
    ("ysed", "yzed"),
    ("ysing", "yzing"),
    ("tre", "ter"),
    ("tres", "ters"),
    ("ence", "ense"),
    ("lled", "led"),
    ("lling", "ling"),
    ("ller", "ler"),
    ("logue", "log"),
    ("ogramme", "ogram"),
    ("ogrammes", "ograms"),
];

#[cfg(test)]
mod tests {
    fn common(word: &str) -> Option<String> {
        let mut spelled = String::new();
        super::common(word, &mut spelled).then_some(spelled)
    }

    #[test]
    fn both_sides_of_the_ocean_spell_alike() {
        for (british, american) in [
            ("neighbours", "neighbors"),
            ("organisations", "organizations"),
            ("travelled", "traveled"),
            ("defence", "defense"),
            ("Centre", "center"),
            ("programme", "program"),
        ] {
            assert_eq!(common(british), common(american), "{british}");
        }
    }

    #[test]
    fn percent_is_as_often_a_sign() {
        assert_eq!(common("percent"), None);
    }
}
