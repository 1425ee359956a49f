//! Stories with planted truths: the whole program.

use super::{figures::Figures, scorer, text};
use anyhow::{Context, Result};
use parallax_acquire::{captures, sources};
use parallax_publish::{Generator, json};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Measures all stories of a set, read together.
pub(crate) fn measure(
    name: &str,
    folders: &[PathBuf],
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    let mut pages = Vec::new();
    for folder in folders {
        let gold: Value = serde_json::from_str(&fs::read_to_string(folder.join("gold.json"))?)?;
        let articles = gold["articles"].as_array().context("gold.json lists no articles")?;
        for file in articles.iter().filter_map(|article| article["file"].as_str()) {
            pages.push(folder.join(file).to_string_lossy().into_owned());
        }
    }
    let captures: Vec<_> = sources(&pages).iter().flatten().flat_map(captures).flatten().collect();
    let edition = parallax::pipeline::run(&captures, Vec::new());
    let generator = Generator {
        name: "parallax".to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        tables: String::new(),
        encoder: None,
    };
    let out = work.join(text::named(name, "json"));
    fs::write(&out, json::edition(&edition, &generator))?;
    let mut arguments = vec![out.into_os_string()];
    arguments.extend(folders.iter().map(|folder| folder.clone().into_os_string()));
    let printed = scorer::output(scorer, &arguments)?;
    let last = printed.lines().last().context("the scorer prints nothing")?;
    figures.take(name, &serde_json::from_str(last)?);
    Ok(())
}
