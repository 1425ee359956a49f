//! Texts with their language and script.

use super::{figures::Figures, scorer};
use anyhow::Result;
use parallax_language::{Language, Script, identify};
use serde_json::json;
use std::path::Path;

/// Identifies each text alone.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    scorer::answered(name, file, scorer, work, figures, |row| {
        let text = row["text"].as_str().unwrap_or_default();
        let language = identify(text);
        json!({"id": row["id"], "lang": language.primary(), "script": script(language, text)})
    })
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
