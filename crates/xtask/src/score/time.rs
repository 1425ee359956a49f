//! Texts with their timexes.

use super::{
    figures::Figures,
    scorer,
    text::{self, Characters},
};
use anyhow::Result;
use parallax_model::{Precision, Timex};
use serde_json::{Value, json};
use std::path::Path;

/// Reads each text against its date.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    scorer::answered(name, file, scorer, work, figures, answer)
}

fn answer(row: &Value) -> Value {
    let text = row["text"].as_str().unwrap_or_default();
    let places = Characters::of(text);
    let read = text::read(text, row.get("dct"), None);
    let dates = read.map(|read| read.annotations.dates).unwrap_or_default();
    let timexes: Vec<Value> = dates
        .iter()
        .map(|timex| {
            let [start, end] = places.of_span(timex.span);
            json!({"start": start, "end": end, "type": kind(timex), "value": timex.value})
        })
        .collect();
    json!({"id": row["id"], "timexes": timexes})
}

/// The TIMEX3 type.
fn kind(timex: &Timex) -> &'static str {
    match timex.precision {
        Precision::Duration => "DURATION",
        Precision::Time => "TIME",
        _ => "DATE",
    }
}
