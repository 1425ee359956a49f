//! Texts with their language and script.

use super::{
    figures::Figures,
    scorer,
    text::{self, rows, write_rows},
};
use anyhow::Result;
use parallax_language::{Language, Script, identify};
use rayon::prelude::*;
use serde_json::{Value, json};
use std::path::Path;

/// Identifies each text alone.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let answers: Vec<Value> = rows(file)?
        .par_iter()
        .map(|row| {
            let text = row["text"].as_str().unwrap_or_default();
            let language = identify(text);
            json!({"id": row["id"], "lang": language.primary(), "script": script(language, text)})
        })
        .collect();
    let out = work.join(text::named(name, "jsonl"));
    write_rows(&out, &answers)?;
    figures.take(name, &scorer::figures(scorer, &[out.as_path(), file])?);
    Ok(())
}

/// The set's names of the scripts. A language written in several at once goes by its own.
fn script(language: Language, text: &str) -> &'static str {
    match Script::dominant(text) {
        _ if language.tag() == "ja" => "Jpan",
        Some(Script::Latin) => "Latn",
        Some(Script::Cyrillic) => "Cyrl",
        Some(Script::Arabic) => "Arab",
        Some(Script::Han) => "Han",
        Some(Script::Kana) => "Jpan",
        Some(Script::Hangul) => "Kore",
        Some(Script::Hebrew) => "Hebr",
        Some(Script::Greek) => "Grek",
        _ => "Zyyy",
    }
}
