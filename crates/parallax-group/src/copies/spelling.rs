//! One spelling for words that editors respell: British, American, symbols.

use parallax_language::fold;

/// The word in one common spelling; `None` for one that is as often a sign (`%`).
///
/// Not a spelling to show: `four` becomes `for` as `colour` becomes `color`,
/// which does no harm where words are compared five at a time.
pub(crate) fn common(word: &str) -> Option<String> {
    let mut word = fold(word);
    if matches!(word.as_str(), "percent" | "per" | "cent" | "pct") {
        return None;
    }
    if !word.is_ascii() || word.len() < 5 {
        return Some(word);
    }
    if word.bytes().all(|byte| byte.is_ascii_digit() || byte == b',') {
        return Some(word.replace(',', ""));
    }
    for (british, american) in ENDINGS {
        if let Some(base) = word.strip_suffix(british) {
            word = format!("{base}{american}");
            break;
        }
    }
    Some(word.replace("our", "or"))
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
    use super::common;

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
