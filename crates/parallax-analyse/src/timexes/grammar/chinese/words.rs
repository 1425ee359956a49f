//! The words of Chinese time expressions.

use std::{collections::BTreeMap, sync::LazyLock};

/// What a word does in an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    Day,
    Morning,
    Night,
    Week,
    Month,
    Year,
    WeekName,
    Weekend,
    Half,
    HalfWeek,
    Part,
    Edge,
    Unit,
    Rolling,
    Side,
    Or,
    SinceAhead,
    SinceBehind,
    UntilAhead,
    Now,
}

/// A word, and how many letters it has.
#[derive(Debug)]
pub(super) struct Form {
    pub(super) class: Class,
    pub(super) value: &'static str,
    pub(super) text: &'static str,
    pub(super) length: usize,
}

static FORMS: LazyLock<BTreeMap<&'static str, Vec<Form>>> = LazyLock::new(|| {
    let mut forms: BTreeMap<&'static str, Vec<Form>> = BTreeMap::new();
    for row in include_str!("../../../../data/dates/chinese.tsv").lines() {
        let mut cells = row.split('\t');
        let (Some(name), Some(value), Some(texts)) = (cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Some(class) = class(name) else { continue };
        for text in texts.split(' ') {
            let first = text.chars().next().map_or(0, char::len_utf8);
            let form = Form { class, value, text, length: text.chars().count() };
            forms.entry(text.get(..first).unwrap_or_default()).or_default().push(form);
        }
    }
    forms
});

fn class(name: &str) -> Option<Class> {
    Some(match name {
        "day" => Class::Day,
        "morning" => Class::Morning,
        "night" => Class::Night,
        "week" => Class::Week,
        "month" => Class::Month,
        "year" => Class::Year,
        "weekname" => Class::WeekName,
        "weekend" => Class::Weekend,
        "half" => Class::Half,
        "halfweek" => Class::HalfWeek,
        "part" => Class::Part,
        "edge" => Class::Edge,
        "unit" => Class::Unit,
        "rolling" => Class::Rolling,
        "side" => Class::Side,
        "or" => Class::Or,
        "since+" => Class::SinceAhead,
        "since-" => Class::SinceBehind,
        "until+" => Class::UntilAhead,
        "now" => Class::Now,
        _ => return None,
    })
}

/// The words that start with `letter`.
pub(super) fn starting_with(letter: &str) -> &'static [Form] {
    FORMS.get(letter).map_or(&[], Vec::as_slice)
}
