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

/// Clusters mentions by what the language room knows of them alone: names by the key of the full name
/// in their document, over all topics; events by the stem of their last word, inside a topic.
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
        let mentions = document["mentions"].as_array().map_or(&[][..], Vec::as_slice);
        let texts: Vec<String> = mentions.iter().map(|it| mention_text(document, it)).collect();
        let names: Vec<&str> = texts.iter().map(String::as_str).collect();
        let full = names::full_names(&names);
        for ((mention, text), full) in mentions.iter().zip(&texts).zip(full) {
            let kind = mention["kind"].as_str().unwrap_or("name").to_owned();
            let topic = &document["topic"];
            let cluster = match kind.as_str() {
                "event" => format!("{topic} {}", event_key(text)),
                "name" => names::key(&texts[full]),
                _ => format!("{topic} {}", names::key(text)),
            };
            answers.push(json!({"mention": mention["id"], "cluster": cluster}));
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

fn event_key(text: &str) -> String {
    let last = words(text).last().map(|word| word.of(text).to_owned()).unwrap_or_default();
    stem(Language::ENGLISH, &last)
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
