//! Pages with a truth: markup and dumps.

use super::{figures::Figures, scorer, text};
use anyhow::Result;
use parallax_acquire::read;
use parallax_model::{Capture, ReadArticle};
use rayon::prelude::*;
use serde_json::{Map, Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Measures each kind of page the set has.
pub(crate) fn measure(
    name: &str,
    folder: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    for kind in ["html", "txt", "txt-main"] {
        let pages = folder.join(kind);
        if !pages.is_dir() {
            continue;
        }
        let mut files: Vec<PathBuf> =
            fs::read_dir(&pages)?.flatten().map(|entry| entry.path()).collect();
        files.sort();
        let predicted: Vec<_> = files.par_iter().filter_map(|file| prediction(file)).collect();
        let predicted: Map<String, Value> = predicted.into_iter().collect();
        let set = format!("{name}/{kind}");
        let out = work.join(text::named(&set, "json"));
        let scores = work.join(text::named(&set, "scores.json"));
        fs::write(&out, Value::Object(predicted).to_string())?;
        let truth = folder.join("truth.json");
        scorer::output(
            scorer,
            &[out.as_os_str(), truth.as_os_str(), "--json".as_ref(), scores.as_os_str()],
        )?;
        figures.take(&set, &serde_json::from_str(&fs::read_to_string(scores)?)?);
    }
    Ok(())
}

/// The page's name and what the program makes of it, as `predict.py` writes it.
fn prediction(file: &Path) -> Option<(String, Value)> {
    let name = file.file_name()?.to_string_lossy();
    let id = name.trim_end_matches(".gz").trim_end_matches(".html").trim_end_matches(".txt");
    let bytes = fs::File::open(file).ok()?;
    let captures: Vec<Capture> = read(&name, Box::new(bytes)).flatten().collect();
    let article = captures.first().and_then(|capture| parallax::pipeline::read(capture).ok())?;
    Some((id.to_owned(), record(&article)))
}

fn record(read: &ReadArticle) -> Value {
    let article = &read.article;
    let parts = article.standfirst.iter().chain(&article.paragraphs);
    let text: Vec<&str> = parts.map(|span| article.words(*span)).collect();
    json!({
        "text": text.join("\n"),
        "title": article.headline_words(),
        "author": article.byline.iter().map(|author| &author.name).collect::<Vec<_>>(),
        "date": article.published.as_ref().map(ToString::to_string).unwrap_or_default(),
        "lang": article.language,
        "tags": article.tags,
        "captions": article.images.iter().filter_map(|image| image.caption.as_ref()).collect::<Vec<_>>(),
        "canonical": article.url.as_deref().unwrap_or_default(),
    })
}
