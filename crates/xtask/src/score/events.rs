//! Sentences with what is done in them, by whom and to whom.

use super::{figures::Figures, scorer, text};
use anyhow::Result;
use parallax_model::{Event, ReadArticle, Span};
use serde_json::{Value, json};
use std::path::Path;

/// Reads each sentence alone and gives its main event.
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
    let read = text::read(text, None, Some(&Value::from("en")));
    let event = read.as_ref().and_then(|read| Some((read, read.annotations.events.first()?)));
    match event {
        Some((read, event)) => shown(&row["id"], read, event),
        None => json!({"id": row["id"]}),
    }
}

fn shown(id: &Value, read: &ReadArticle, event: &Event) -> Value {
    let words = |spans: &[Span]| -> Vec<&str> {
        spans.iter().map(|span| read.article.words(*span)).collect()
    };
    json!({
        "id": id,
        "event": event.class.name(),
        "sources": words(&event.sources),
        "targets": words(&event.targets),
    })
}
