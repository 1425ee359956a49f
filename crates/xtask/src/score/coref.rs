//! Mentions given, entities asked: names across documents.

use super::{
    figures::Figures,
    scorer,
    text::{self, rows, write_rows},
};
use anyhow::Result;
use parallax_language::{Language, names, stem, words};
use serde_json::{Value, json};
use std::{ffi::OsStr, path::Path};

/// Clusters mentions by what the language room knows of them alone: names by
/// their key, events by the stem of their last word, inside a topic.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let documents = rows(file)?;
    let mut answers = Vec::new();
    let mut kinds = std::collections::BTreeSet::new();
    for document in &documents {
        for mention in document["mentions"].as_array().into_iter().flatten() {
            let kind = mention["kind"].as_str().unwrap_or("name").to_owned();
            let key = key(document, mention, &kind);
            answers.push(json!({"mention": mention["id"], "cluster": format!("{} {key}", document["topic"])}));
            kinds.insert(kind);
        }
    }
    let out = work.join(text::named(name, "jsonl"));
    write_rows(&out, &answers)?;
    for kind in kinds {
        let arguments: [&OsStr; 4] =
            [out.as_os_str(), file.as_os_str(), "--kind".as_ref(), kind.as_ref()];
        figures.take(&format!("{name}/{kind}"), &scorer::figures(scorer, &arguments)?);
    }
    Ok(())
}

fn key(document: &Value, mention: &Value, kind: &str) -> String {
    let text = mention_text(document, mention);
    if kind == "event" {
        let last = words(&text).last().map(|word| word.of(&text).to_owned()).unwrap_or_default();
        return stem(Language::ENGLISH, &last);
    }
    names::key(&text)
}

fn mention_text(document: &Value, mention: &Value) -> String {
    if let Some(text) = mention["text"].as_str() {
        return text.to_owned();
    }
    let number = |value: &Value| value.as_u64().and_then(|at| usize::try_from(at).ok());
    let sentence = number(&mention["sent"]).map_or(&Value::Null, |at| &document["sentences"][at]);
    let tokens = mention["tokens"].as_array().into_iter().flatten();
    let words: Vec<&str> =
        tokens.filter_map(number).filter_map(|at| sentence[at].as_str()).collect();
    words.join(" ")
}
