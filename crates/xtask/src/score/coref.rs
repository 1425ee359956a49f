//! Mentions given, entities and events asked: names and chains across documents.

use super::{
    figures::Figures,
    scorer,
    text::{self, rows, write_rows},
};
use crate::tellings;
use anyhow::Result;
use parallax_compare::events::{Telling, chains};
use parallax_language::names;
use serde_json::{Value, json};
use std::{collections::BTreeSet, ffi::OsStr, path::Path};

/// Clusters mentions: names by the key of the full name in their document, over all topics; events into chains,
/// over all topics and, beside, inside each alone, as those do who are told the topics.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let documents = rows(file)?;
    let mut answers = Vec::new();
    let mut kinds = BTreeSet::new();
    if has_events(&documents) {
        events(name, file, &documents, scorer, work, figures)?;
    }
    for document in &documents {
        let mentions = document["mentions"].as_array().map_or(&[][..], Vec::as_slice);
        let texts: Vec<String> = mentions.iter().map(|it| mention_text(document, it)).collect();
        let names: Vec<&str> = texts.iter().map(String::as_str).collect();
        let full = names::full_names(&names);
        for ((mention, text), full) in mentions.iter().zip(&texts).zip(full) {
            if mention["kind"] == "event" {
                continue;
            }
            let kind = mention["kind"].as_str().unwrap_or("name").to_owned();
            let topic = &document["topic"];
            let cluster = match kind.as_str() {
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

fn has_events(documents: &[Value]) -> bool {
    let mentions = documents.iter().filter_map(|document| document["mentions"].as_array());
    mentions.flatten().any(|mention| mention["kind"] == "event")
}

/// Chains of all documents, and those of each topic's documents alone.
fn events(
    name: &str,
    file: &Path,
    documents: &[Value],
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let topics: BTreeSet<Option<&str>> = documents.iter().map(|it| it["topic"].as_str()).collect();
    let by_topic = topics.iter().map(|topic| {
        documents.iter().filter(|it| it["topic"].as_str() == *topic).cloned().collect()
    });
    let whole: Vec<Vec<Value>> = vec![documents.to_vec()];
    let ways = [("event", whole), ("event-by-topic", by_topic.collect())];
    for (way, parts) in ways {
        let mut answers = Vec::new();
        for (part, documents) in parts.iter().enumerate() {
            let texts = tellings::texts(documents)?;
            let (ids, told): (Vec<Value>, Vec<Telling>) =
                tellings::tellings(documents, &texts).into_iter().unzip();
            let chains = chains(&texts, &told);
            answers.extend(
                ids.iter().zip(chains).map(
                    |(id, chain)| json!({"mention": id, "cluster": format!("{part} {chain}")}),
                ),
            );
        }
        let out = work.join(text::named(&format!("{name}-{way}"), "jsonl"));
        write_rows(&out, &answers)?;
        let arguments: [&OsStr; 4] =
            [out.as_os_str(), file.as_os_str(), "--kind".as_ref(), "event".as_ref()];
        figures.take(&format!("{name}/{way}"), &scorer::figures(scorer, &arguments)?);
    }
    Ok(())
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
