//! Figures under flat keys, and the tables made of them.

use anyhow::Result;
use serde_json::{Map, Value, json};
use std::{collections::BTreeMap, fmt::Write, fs};

/// Every figure, by key such as `extraction/aeb/html/text_f1`.
#[derive(Default)]
pub(crate) struct Figures {
    values: BTreeMap<String, f64>,
    skipped: BTreeMap<String, String>,
}

impl Figures {
    /// How many figures there are.
    pub(crate) fn len(&self) -> usize {
        self.values.len()
    }

    /// Files every number in `scores` under `prefix`, nested names joined by `_`.
    pub(crate) fn take(&mut self, prefix: &str, scores: &Value) {
        match scores {
            Value::Number(number) => {
                if let Some(value) = number.as_f64() {
                    self.values.insert(prefix.to_owned(), value);
                }
            }
            Value::Object(fields) => {
                for (name, value) in fields {
                    let joint = if prefix.contains('#') { "_" } else { "/#" };
                    self.take(&format!("{prefix}{joint}{}", name.replace(' ', "_")), value);
                }
            }
            // The scorers' short forms: precision, recall, F1, how many; or a share and how many.
            Value::Array(items) if items.iter().all(Value::is_number) => {
                let names: &[&str] = match items.len() {
                    4 => &["p", "r", "f1", "n"],
                    2 => &["share", "n"],
                    _ => &[],
                };
                for (name, value) in names.iter().zip(items) {
                    self.take(&format!("{prefix}_{name}"), value);
                }
            }
            _ => {}
        }
    }

    /// Says why something was not measured.
    pub(crate) fn skip(&mut self, set: &str, why: &str) {
        eprintln!("SKIPPED {set}: {why}");
        self.skipped.insert(set.to_owned(), why.to_owned());
    }

    fn flat(&self) -> impl Iterator<Item = (String, f64)> + '_ {
        self.values.iter().map(|(key, value)| (key.replace('#', ""), *value))
    }

    /// All figures as one flat object.
    pub(crate) fn json(&self) -> String {
        let flat: Map<String, Value> =
            self.flat().map(|(key, value)| (key, json!(value))).collect();
        format!("{:#}\n", Value::Object(flat))
    }

    /// All figures, one a line, for a terminal.
    pub(crate) fn table(&self) -> String {
        let mut table = String::new();
        for (key, value) in self.flat() {
            let _ = writeln!(table, "{key:<64} {value:>10.4}");
        }
        for (set, why) in &self.skipped {
            let _ = writeln!(table, "{set:<64} skipped: {why}");
        }
        table
    }

    /// The page `docs/scores.md`: figures by set, then the log kept by hand.
    pub(crate) fn report(&self) -> Result<String> {
        let mut page = String::from(
            "# Scores\n\nMade by `make score` on the development sets; the log at the end is kept by hand. Figures are those of the\n\
             scorers that come with the sets: extraction, clustering in shares of 1, everything else in percent or counts.\n",
        );
        let mut sets: BTreeMap<String, Vec<(String, f64)>> = BTreeMap::new();
        for (key, value) in &self.values {
            let (set, figure) = key.split_once("/#").unwrap_or((key, "value"));
            sets.entry(set.to_owned()).or_default().push((figure.to_owned(), *value));
        }
        for (set, figures) in sets {
            let _ = write!(page, "\n## {set}\n\n| figure | value |\n|---|--:|\n");
            for (figure, value) in figures {
                let _ = writeln!(page, "| {figure} | {} |", shown(value));
            }
        }
        if !self.skipped.is_empty() {
            page.push_str("\n## Not measured\n\n| set | why |\n|---|---|\n");
            for (set, why) in &self.skipped {
                let _ = writeln!(page, "| {set} | {why} |");
            }
        }
        page.push_str(&kept_log()?);
        Ok(page)
    }
}

fn shown(value: f64) -> String {
    if value.fract() == 0.0 { format!("{value}") } else { format!("{value:.4}") }
}

/// The heading that starts what is written by hand.
const LOG: &str = "\n## Log\n";

/// Everything from the log's heading on, as it stands in the page now.
fn kept_log() -> Result<String> {
    let page = match fs::read_to_string("docs/scores.md") {
        Ok(page) => page,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(error.into()),
    };
    Ok(page.find(LOG).map_or_else(|| LOG.to_owned(), |at| page.split_at(at).1.to_owned()))
}
