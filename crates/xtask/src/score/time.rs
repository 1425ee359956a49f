//! Texts with their timexes.

use super::{
    figures::Figures,
    scorer,
    text::{self, Characters},
};
use anyhow::Result;
use parallax_model::{Stretch, Timex, TimexKind};
use serde_json::{Value, json};
use std::path::Path;

/// Reads each text against its date.
///
/// Sets that list several right values for one expression give dates and
/// stretches of days, and no lengths of time; the others give TIMEX3.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let listed = |row: &Value| {
        let timexes = row["timexes"].as_array();
        timexes.is_some_and(|all| all.iter().any(|timex| timex["values"].is_array()))
    };
    let stretches = text::rows(file)?.iter().any(listed);
    scorer::answered(name, file, scorer, work, figures, |row| answer(row, stretches))
}

fn answer(row: &Value, stretches: bool) -> Value {
    let text = row["text"].as_str().unwrap_or_default();
    let places = Characters::of(text);
    let read = text::read(text, row.get("dct"), None);
    let dates = read.map(|read| read.annotations.dates).unwrap_or_default();
    let mut timexes: Vec<Value> = Vec::new();
    for timex in &dates {
        let told = if stretches {
            let words = text.get(timex.span.start() - 1..timex.span.end() - 1).unwrap_or_default();
            let clock = timex.kind == TimexKind::Time && !names_day(words);
            let today = row["dct"].as_str().unwrap_or_default();
            in_days(timex, today).filter(|_| !clock)
        } else {
            Some((timex.span, timex.kind.name(), timex.value.clone()))
        };
        let Some((span, kind, value)) = told else { continue };
        let [start, end] = places.of_span(span);
        let answer = json!({"start": start, "end": end, "type": kind, "value": value});
        // Both ends of a stretch name the whole.
        if timexes.last() != Some(&answer) {
            timexes.push(answer);
        }
    }
    json!({"id": row["id"], "timexes": timexes})
}

/// Whether the words of a time say its day: `7 pm Tuesday`, not `7 pm` or `07:00 GMT`.
fn names_day(words: &str) -> bool {
    words.split(|mark: char| !mark.is_alphabetic()).any(|word| {
        let zone = word.len() <= 4 && word.chars().all(char::is_uppercase);
        if word.chars().any(|letter| ('\u{3400}'..='\u{9FFF}').contains(&letter)) {
            return word.contains(['日', '号', '天', '昨', '今', '明', '周', '期', '月', '年']);
        }
        !(zone || matches!(word, "a" | "p" | "m" | "am" | "pm"))
    })
}

/// A timex as its day, its minute or its first and last day; lengths of time have none.
fn in_days(timex: &Timex, today: &str) -> Option<(parallax_model::Span, &'static str, String)> {
    if let Some(Stretch { span, start, end }) = &timex.stretch {
        let of = |day: &Option<String>| day.clone().unwrap_or_default();
        return Some(if start == end {
            (*span, TimexKind::Date.name(), of(start))
        } else {
            (*span, TimexKind::Range.name(), format!("{}/{}", of(start), of(end)))
        });
    }
    let value = match timex.kind {
        TimexKind::Time => {
            let (day, time) = timex.value.split_once('T')?;
            if !time.starts_with(|mark: char| mark.is_ascii_digit()) {
                return None;
            }
            format!("{day} {time}:00")
        }
        _ if timex.value == "PRESENT_REF" => format!("{today} 00:00:00"),
        TimexKind::Date => timex.value.clone(),
        _ => return None,
    };
    let kind = if value.contains(' ') { TimexKind::Time } else { timex.kind };
    Some((timex.span, kind.name(), value))
}
