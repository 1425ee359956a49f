//! Units of measure and money, and how they convert.

use crate::{Language, fold};
use std::{collections::BTreeMap, sync::LazyLock};

/// Words in the longest name of a unit.
const LONGEST_NAME: usize = 3;

#[derive(Default)]
struct Units {
    /// By language, then form; the words of a form are joined with spaces.
    forms: BTreeMap<&'static str, BTreeMap<String, &'static str>>,
    signs: BTreeMap<&'static str, &'static str>,
    bases: BTreeMap<&'static str, (&'static str, i128)>,
}

static UNITS: LazyLock<Units> = LazyLock::new(|| {
    let mut units = Units::default();
    for row in include_str!("../../data/numbers/units.tsv").lines() {
        let mut cells = row.split('\t');
        let (Some(name), Some(base), Some(factor)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Ok(factor) = factor.parse() else { continue };
        units.bases.insert(name, (base, factor));
        for (language, forms) in cells.filter_map(|cell| cell.split_once(':')) {
            for form in forms.split(' ') {
                if language == "sign" {
                    units.signs.insert(form, name);
                } else {
                    let words: Vec<String> = form.split('_').map(fold).collect();
                    units.forms.entry(language).or_default().insert(words.join(" "), name);
                }
            }
        }
    }
    units
});

/// The unit that the folded words start with, and how many words name it.
///
/// ```
/// use parallax_language::{Language, numbers::unit};
/// assert_eq!(unit(Language::ENGLISH, &["per", "cent", "of"]), Some(("percent", 2)));
/// assert_eq!(unit(Language::RUSSIAN, &["часов"]), Some(("hour", 1)));
/// assert_eq!(unit(Language::ENGLISH, &["ships"]), None);
/// ```
pub fn unit(language: Language, folded: &[&str]) -> Option<(&'static str, usize)> {
    let forms = UNITS.forms.get(language.primary())?;
    // Chinese has no spaces, and each of its letters is a word here.
    let space = if language.primary() == "zh" { "" } else { " " };
    (1..=LONGEST_NAME.min(folded.len())).rev().find_map(|count| {
        let words = folded.get(..count)?.join(space);
        forms.get(&words).map(|name| (*name, count))
    })
}

/// The unit a sign stands for: `€`, `US$`, `%`, `°`.
pub fn sign(sign: &str) -> Option<&'static str> {
    UNITS.signs.get(sign).copied()
}

/// The unit its family is compared in, and how many thousandths of it make one `unit`.
///
/// Units that share a base convert; currencies convert into nothing.
///
/// ```
/// use parallax_language::numbers::base_unit;
/// assert_eq!(base_unit("hour"), Some(("second", 3_600_000)));
/// assert_eq!(base_unit("basis point"), Some(("percentage point", 10)));
/// ```
pub fn base_unit(unit: &str) -> Option<(&'static str, i128)> {
    UNITS.bases.get(unit).copied()
}
