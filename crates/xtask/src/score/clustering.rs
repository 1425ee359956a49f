//! Documents by story, copies, and pairs about one event.

use super::{
    figures::Figures,
    scorer,
    text::{self, capture, rows},
};
use anyhow::Result;
use parallax::meaning::signature;
use parallax_group::{Signature, Stream, stories_by};
use parallax_model::{Article, Grouping};
use rayon::prelude::*;
use serde_json::Value;
use std::{collections::BTreeMap, fmt::Write, fs, path::Path};

/// Each set of documents as a stream of its own, admitted in file order.
pub(crate) fn clusters(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let documents = rows(file)?;
    let signatures: Vec<Option<Signature>> =
        documents.par_iter().map(|row| Some(signature(&article(row)?))).collect();
    let mut streams: BTreeMap<&str, (Stream, Vec<&str>)> = BTreeMap::new();
    for (document, signature) in documents.iter().zip(signatures) {
        let Some(signature) = signature else { continue };
        let (stream, ids) =
            streams.entry(document["set"].as_str().unwrap_or_default()).or_default();
        stream.admit(signature);
        ids.push(document["id"].as_str().unwrap_or_default());
    }
    let mut lines = String::new();
    for (stream, ids) in streams.into_values() {
        for (id, story) in ids.iter().zip(stream.settle().stories()) {
            writeln!(lines, "{id}\t{story}")?;
        }
    }
    let out = work.join(text::named(name, "tsv"));
    fs::write(&out, lines)?;
    let arguments = [
        "clusters".as_ref(),
        "--gold".as_ref(),
        file.as_os_str(),
        "--pred".as_ref(),
        out.as_os_str(),
        "--json".as_ref(),
    ];
    figures.take(name, &scorer::figures(scorer, &arguments)?);
    Ok(())
}

/// Pairs that are, or are not, copies of one another.
pub(crate) fn copies(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let beside = file.with_file_name("docs.jsonl.gz");
    let documents: BTreeMap<String, Value> = rows(&beside)?
        .into_iter()
        .map(|row| (row["id"].as_str().unwrap_or_default().to_owned(), row))
        .collect();
    let document =
        |id: &Value| documents.get(id.as_str().unwrap_or_default()).cloned().unwrap_or(Value::Null);
    judged(name, "dups", file, scorer, work, figures, |row| {
        let first = document(&row["a"]);
        let second = match row.get("b_text") {
            Some(text) => {
                let mut edited = first.clone();
                edited["id"] = Value::from("edited copy");
                edited["url"] = Value::Null;
                edited["outlet"] = Value::Null;
                edited["text"] = text.clone();
                edited
            }
            None => document(&row["b"]),
        };
        (first, second, |grouping: &Grouping| grouping.copy_of.iter().any(Option::is_some))
    })
}

/// Pairs that are, or are not, about one event.
pub(crate) fn pairs(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    judged(name, "pairs", file, scorer, work, figures, |row| {
        (row["a"].clone(), row["b"].clone(), |grouping: &Grouping| grouping.stories.len() == 1)
    })
}

fn judged<Same: Fn(&Grouping) -> bool>(
    name: &str,
    mode: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
    pair: impl Fn(&Value) -> (Value, Value, Same) + Sync,
) -> Result<()> {
    let verdicts: Vec<bool> = rows(file)?
        .par_iter()
        .map(|row| {
            let (first, second, same) = pair(row);
            let both: Vec<Article> =
                [article(&first), article(&second)].into_iter().flatten().collect();
            let signatures = both.iter().map(signature).collect();
            both.len() == 2 && same(&stories_by(&both, signatures))
        })
        .collect();
    let mut lines = String::new();
    for (number, verdict) in verdicts.iter().enumerate() {
        writeln!(lines, "{number}\t{}", u8::from(*verdict))?;
    }
    let out = work.join(text::named(name, "tsv"));
    fs::write(&out, lines)?;
    let arguments = [
        mode.as_ref(),
        "--gold".as_ref(),
        file.as_os_str(),
        "--pred".as_ref(),
        out.as_os_str(),
        "--json".as_ref(),
    ];
    figures.take(name, &scorer::figures(scorer, &arguments)?);
    Ok(())
}

/// The article in a row of a set.
pub(crate) fn article(row: &Value) -> Option<Article> {
    let fields = ["id", "url", "outlet", "date", "lang", "title", "text"];
    let given: Vec<_> = fields.iter().map(|field| (*field, &row[*field])).collect();
    parallax_extract::article(&capture(&given)).value
}
