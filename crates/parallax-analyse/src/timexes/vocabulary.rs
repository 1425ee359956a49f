//! The words of time expressions, by language.

mod classes;
mod senses;

use classes::sense;
use jiff::civil::Weekday;
use parallax_language::{Language, WordTable, calendar, fold, kazakh};
use std::{collections::BTreeMap, sync::LazyLock};

pub(super) use senses::{Bound, Sense, Side, Tense, Unit};

/// The words of one language and what they mean.
pub(super) struct Vocabulary {
    language: Language,
    senses: WordTable<Vec<Sense>>,
    /// Month and weekday names with case endings are asked of the calendar.
    inflects: bool,
}

static MONTHS: LazyLock<Vec<[Sense; 1]>> =
    LazyLock::new(|| (1..=12).map(|month| [Sense::Month(month)]).collect());
static WEEKDAYS: LazyLock<Vec<[Sense; 1]>> = LazyLock::new(|| {
    Weekday::Monday.cycle_forward().take(7).map(|day| [Sense::Weekday(day)]).collect()
});

static LANGUAGES: LazyLock<BTreeMap<&'static str, Vocabulary>> = LazyLock::new(|| {
    let mut words = words();
    let mut languages = BTreeMap::new();
    for language in Language::ALL.iter().filter_map(|tag| Language::of_tag(tag)) {
        languages.entry(language.primary()).or_insert_with(|| {
            let mut senses = words.remove(language.primary()).unwrap_or_default();
            for (name, month) in calendar::month_names(language) {
                senses.entry(name.to_owned()).or_default().push(Sense::Month(month));
            }
            for (name, day) in calendar::weekday_names(language) {
                senses.entry(name.to_owned()).or_default().push(Sense::Weekday(day));
            }
            let inflects = calendar::inflects(language);
            Vocabulary { language, senses: senses.into_iter().collect(), inflects }
        });
    }
    languages
});

impl Vocabulary {
    /// The vocabulary of `language`.
    pub(super) fn of(language: Language) -> Option<&'static Self> {
        LANGUAGES.get(language.primary())
    }

    /// The senses of a word as it stands.
    pub(super) fn senses(&'static self, word: &str) -> &'static [Sense] {
        if let Some(senses) = self.senses.of_word(word) {
            return senses;
        }
        if !self.inflects {
            return &[];
        }
        let folded = fold(word);
        let month = calendar::month(self.language, &folded);
        if let Some(month) = month.and_then(|month| MONTHS.get(usize::from(month) - 1)) {
            return month;
        }
        let day = calendar::weekday(self.language, &folded).map(Weekday::to_monday_zero_offset);
        let day = day.and_then(|day| WEEKDAYS.get(usize::try_from(day).ok()?));
        day.map_or(&[], |day| day.as_slice())
    }
}

/// The rows of the table, by language and folded word.
fn words() -> BTreeMap<&'static str, BTreeMap<String, Vec<Sense>>> {
    let mut languages: BTreeMap<&'static str, BTreeMap<String, Vec<Sense>>> = BTreeMap::new();
    for row in include_str!("../../data/dates/words.tsv").lines() {
        let mut cells = row.split('\t');
        let (Some(language), Some(class), Some(value), Some(forms)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Some(sense) = sense(class, value) else { continue };
        let scripts =
            if language == "kk" { &kazakh::in_scripts(forms)[..] } else { &[forms.to_owned()] };
        let senses = languages.entry(language).or_default();
        for form in scripts.iter().flat_map(|forms| forms.split(' ')) {
            let senses = senses.entry(fold(form)).or_default();
            if !senses.contains(&sense) {
                senses.push(sense);
            }
        }
    }
    languages
}
