//! Names of months and weekdays, in the languages Parallax reads.
//!
//! Abbreviations and declined forms are names too. Whether `may` is the month
//! or the verb is for the caller to judge, by its neighbours.

mod span;

use crate::{Language, fold, kazakh};
use jiff::civil::{Date, Weekday};
use std::{collections::BTreeMap, sync::LazyLock};

type Names = BTreeMap<&'static str, BTreeMap<String, u8>>;

static MONTHS: LazyLock<Names> = LazyLock::new(|| names("month"));
static WEEKDAYS: LazyLock<Names> = LazyLock::new(|| names("weekday"));
static ANY_MONTH: LazyLock<BTreeMap<String, u8>> = LazyLock::new(|| unambiguous(&MONTHS));
static ANY_WEEKDAY: LazyLock<BTreeMap<String, u8>> = LazyLock::new(|| unambiguous(&WEEKDAYS));
static ENDINGS: LazyLock<BTreeMap<&'static str, Vec<String>>> = LazyLock::new(|| {
    rows(include_str!("../data/calendar/endings.tsv"))
        .filter_map(|row| row.split_once('\t'))
        .map(|(language, endings)| {
            let endings = endings.split(' ').flat_map(|ending| match language {
                "kk" => kazakh::in_scripts(ending).map(|ending| fold(&ending)).into(),
                _ => vec![ending.to_owned()],
            });
            (language, endings.collect())
        })
        .collect()
});

/// The month a folded word names in `language`, 1 to 12.
///
/// ```
/// use parallax_language::{Language, calendar::month};
/// assert_eq!(month(Language::ENGLISH, "sept"), Some(9));
/// assert_eq!(month(Language::RUSSIAN, "мая"), Some(5));
/// assert_eq!(month(Language::RUSSIAN, "may"), None);
/// ```
pub fn month(language: Language, folded: &str) -> Option<u8> {
    look_up(&MONTHS, language.primary(), folded)
}

/// The weekday a folded word names in `language`.
///
/// ```
/// use jiff::civil::Weekday;
/// use parallax_language::{Language, calendar::weekday};
/// assert_eq!(weekday(Language::ENGLISH, "tuesday"), Some(Weekday::Tuesday));
/// assert_eq!(weekday(Language::RUSSIAN, "среду"), Some(Weekday::Wednesday));
/// ```
pub fn weekday(language: Language, folded: &str) -> Option<Weekday> {
    look_up(&WEEKDAYS, language.primary(), folded).and_then(of_number)
}

/// The folded names of the months of `language`, without their case endings.
pub fn month_names(language: Language) -> impl Iterator<Item = (&'static str, u8)> {
    let names = MONTHS.get(language.primary()).into_iter().flatten();
    names.map(|(name, number)| (name.as_str(), *number))
}

/// The folded names of the weekdays of `language`, without their case endings.
pub fn weekday_names(language: Language) -> impl Iterator<Item = (&'static str, Weekday)> {
    let names = WEEKDAYS.get(language.primary()).into_iter().flatten();
    names.filter_map(|(name, number)| Some((name.as_str(), of_number(*number)?)))
}

/// Whether the names of `language` take case endings that [`month`] and [`weekday`] see through.
pub fn inflects(language: Language) -> bool {
    ENDINGS.contains_key(language.primary())
}

/// The month a folded word names in every language that has it, where all agree.
///
/// Words of one or two letters name nothing here.
///
/// ```
/// use parallax_language::calendar::any_month;
/// assert_eq!(any_month("fevral"), Some(2));
/// assert_eq!(any_month("августа"), Some(8));
/// ```
pub fn any_month(folded: &str) -> Option<u8> {
    ANY_MONTH.get(folded).copied()
}

/// The weekday a folded word names in every language that has it, where all agree.
pub fn any_weekday(folded: &str) -> Option<Weekday> {
    ANY_WEEKDAY.get(folded).copied().and_then(of_number)
}

/// The first and last day of a calendar value of TIMEX3, nothing for lengths of time.
///
/// ```
/// use jiff::civil::date;
/// use parallax_language::calendar::days;
/// assert_eq!(days("2026-02"), Some((date(2026, 2, 1), date(2026, 2, 28))));
/// assert_eq!(days("2026-W06"), Some((date(2026, 2, 2), date(2026, 2, 8))));
/// assert_eq!(days("2026-02-03T10:19"), Some((date(2026, 2, 3), date(2026, 2, 3))));
/// assert_eq!(days("2026-Q1"), Some((date(2026, 1, 1), date(2026, 3, 31))));
/// assert_eq!(days("2026-02-04/2026-02-22"), Some((date(2026, 2, 4), date(2026, 2, 22))));
/// assert_eq!(days("PT72H"), None);
/// ```
pub fn days(value: &str) -> Option<(Date, Date)> {
    span::days(value)
}

fn rows(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().filter(|line| !line.starts_with('#'))
}

fn names(kind: &str) -> Names {
    let mut names = Names::new();
    for row in rows(include_str!("../data/calendar/names.tsv")) {
        let mut cells = row.split('\t');
        let (Some(language), Some(what), Some(number), Some(forms)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Some(number) = number.parse().ok().filter(|_| what == kind) else { continue };
        for form in forms.split(' ') {
            let names = names.entry(language).or_default();
            names.insert(fold(form), number);
            if language == "kk" && form.chars().count() >= SHORTEST_NAME {
                names.extend(kazakh::in_scripts(form).map(|form| (fold(&form), number)));
            }
        }
    }
    names
}

/// Letters of the shortest Kazakh name that is no abbreviation: those are other words in other scripts.
const SHORTEST_NAME: usize = 4;

fn unambiguous(names: &Names) -> BTreeMap<String, u8> {
    let mut meanings: BTreeMap<&str, Vec<u8>> = BTreeMap::new();
    for (form, number) in names.values().flatten() {
        meanings.entry(form).or_default().push(*number);
    }
    let agreed = |(form, numbers): (&str, Vec<u8>)| {
        let first = *numbers.first()?;
        let same = numbers.iter().all(|number| *number == first);
        (same && form.chars().count() > 2).then(|| (form.to_owned(), first))
    };
    meanings.into_iter().filter_map(agreed).collect()
}

fn look_up(names: &Names, language: &'static str, folded: &str) -> Option<u8> {
    let names = names.get(language)?;
    names.get(folded).copied().or_else(|| {
        let endings = ENDINGS.get(language)?;
        endings.iter().find_map(|ending| names.get(folded.strip_suffix(ending.as_str())?).copied())
    })
}

fn of_number(number: u8) -> Option<Weekday> {
    Weekday::from_monday_one_offset(i8::try_from(number).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::{any_month, any_weekday, month, weekday};
    use crate::Language;
    use jiff::civil::Weekday;

    fn language(tag: &str) -> Language {
        Language::of_tag(tag).unwrap()
    }

    #[test]
    fn every_language_has_twelve_months_and_seven_days() {
        for tag in ["en", "ru", "es", "de", "fr", "kk", "uz", "tr", "uk", "pt", "it", "zh"] {
            let primary = language(tag).primary();
            let of = |names: &super::Names| -> std::collections::BTreeSet<u8> {
                names.get(primary).into_iter().flatten().map(|(_, number)| *number).collect()
            };
            let (months, days) = (of(&super::MONTHS), of(&super::WEEKDAYS));
            assert_eq!((months.len(), days.len()), (12, 7), "{tag}");
        }
    }

    #[test]
    fn kazakh_names_keep_their_month_under_case_endings() {
        assert_eq!(month(language("kk"), "мамырда"), Some(5));
        assert_eq!(month(language("uz"), "yanvarda"), Some(1));
        assert_eq!(month(language("kk-Cyrl"), "қыркүйектегі"), Some(9));
    }

    #[test]
    fn accents_do_not_matter() {
        assert_eq!(weekday(Language::SPANISH, "miercoles"), Some(Weekday::Wednesday));
        assert_eq!(month(language("de"), "marz"), Some(3));
    }

    #[test]
    fn without_a_language_only_forms_on_which_all_agree_have_a_meaning() {
        assert_eq!(any_weekday("ср"), None);
        assert_eq!(any_weekday("среду"), Some(Weekday::Wednesday));
        assert_eq!(any_month("mars"), Some(3));
        assert_eq!(any_month("сентября"), Some(9));
    }
}
