//! Texts with the names in them.

use super::{
    figures::Figures,
    scorer,
    text::{self, Characters, rows, write_rows},
};
use anyhow::Result;
use parallax_model::{EntityKind, MentionForm, ReadArticle};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::{collections::BTreeSet, ffi::OsStr, path::Path};

/// Reads each text alone and gives the names found.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let texts = rows(file)?;
    let labels: BTreeSet<String> = texts
        .iter()
        .flat_map(|row| row["spans"].as_array().into_iter().flatten())
        .filter_map(|span| span[2].as_str().map(str::to_owned))
        .collect();
    let answers: Vec<Value> = texts.par_iter().map(|row| answer(row, &labels)).collect();
    let out = work.join(text::named(name, "jsonl"));
    write_rows(&out, &answers)?;
    let kept: Vec<&str> = KINDS.iter().filter_map(|(_, names)| known(names, &labels)).collect();
    let kept = kept.join(",");
    let arguments: [&OsStr; 4] =
        [out.as_os_str(), file.as_os_str(), "--labels".as_ref(), kept.as_ref()];
    figures.take(name, &scorer::figures(scorer, &arguments)?);
    Ok(())
}

/// What the sets call the kinds of name.
const KINDS: &[(EntityKind, &[&str])] = &[
    (EntityKind::Person, &["PER", "PERSON"]),
    (EntityKind::Organization, &["ORG", "ORGANISATION", "ORGANIZATION"]),
    (EntityKind::Place, &["LOC", "GPE", "LOCATION"]),
];

fn known<'a>(names: &[&'a str], labels: &BTreeSet<String>) -> Option<&'a str> {
    names.iter().copied().find(|name| labels.contains(*name))
}

fn answer(row: &Value, labels: &BTreeSet<String>) -> Value {
    let tokens: Option<Vec<&str>> =
        row["tokens"].as_array().map(|tokens| tokens.iter().filter_map(Value::as_str).collect());
    let text = match &tokens {
        Some(tokens) => tokens.join(" "),
        None => row["text"].as_str().unwrap_or_default().to_owned(),
    };
    let places = Characters::of(&text);
    let read = text::read(&text, None, row.get("lang"));
    let mut spans = read.map_or_else(Vec::new, |read| names(&read, &places, labels));
    if let Some(tokens) = tokens {
        spans = spans.iter().filter_map(|span| in_tokens(span, &tokens)).collect();
    }
    json!({"id": row["id"], "spans": spans})
}

/// Names as `[start, end, label]` in characters; the longest of those that overlap.
fn names(read: &ReadArticle, places: &Characters, labels: &BTreeSet<String>) -> Vec<Value> {
    let mut spans = Vec::new();
    for entity in &read.annotations.entities {
        let label = KINDS
            .iter()
            .find(|(kind, _)| *kind == entity.kind)
            .and_then(|(_, names)| known(names, labels));
        let Some(label) = label else { continue };
        let named = entity.mentions.iter().filter(|mention| mention.form == MentionForm::Named);
        spans.extend(named.map(|mention| (places.of_span(mention.span), label)));
    }
    // A title before a name makes a longer mention of the same: the name alone is the name.
    let inner = spans.clone();
    spans.retain(|(outer, label)| {
        !inner
            .iter()
            .any(|(other, same)| label == same && outer[1] == other[1] && outer[0] < other[0])
    });
    spans.sort_unstable();
    spans.dedup();
    spans.iter().map(|([start, end], label)| json!([start, end, label])).collect()
}

/// A span in characters of the joined tokens, as a span of tokens.
fn in_tokens(span: &Value, tokens: &[&str]) -> Option<Value> {
    let bound = |value: &Value| value.as_u64().and_then(|at| usize::try_from(at).ok());
    let (start, end) = (bound(&span[0])?, bound(&span[1])?);
    let mut at = 0;
    let mut covered = Vec::new();
    for (number, token) in tokens.iter().enumerate() {
        let length = token.chars().count();
        if at < end && start < at + length {
            covered.push(number);
        }
        at += length + 1;
    }
    Some(json!([covered.first()?, covered.last()? + 1, span[2]]))
}
