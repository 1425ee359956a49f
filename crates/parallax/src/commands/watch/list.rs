//! The file of sources, as a person writes it.

use anyhow::{Context, bail};
use jiff::SignedDuration;
use parallax_acquire::{listing::Kind, watch::Source};
use serde::Deserialize;
use std::{collections::BTreeSet, fs, path::Path, time::Duration};

/// What stands in the file.
pub(super) struct List {
    pub(super) contact: Option<String>,
    pub(super) sources: Vec<Source>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    contact: Option<String>,
    #[serde(default)]
    source: Vec<One>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct One {
    name: Option<String>,
    url: String,
    #[serde(default = "feed")]
    kind: Kind,
    every: Option<String>,
}

fn feed() -> Kind {
    Kind::Feed
}

/// Reads a file of sources; each must have a name of its own, which is its address where none is given.
pub(super) fn load(path: &Path) -> anyhow::Result<List> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let written: Written =
        toml::from_str(&text).with_context(|| format!("in {}", path.display()))?;
    let mut names = BTreeSet::new();
    let mut sources = Vec::new();
    for One { name, url, kind, every } in written.source {
        let name = name.unwrap_or_else(|| url.clone());
        if !names.insert(name.clone()) {
            bail!("in {}: two sources are called {name}", path.display());
        }
        let every = every.as_deref().map(time).transpose();
        let every = every.with_context(|| format!("in {}: {name}", path.display()))?;
        sources.push(Source { name, url, kind, every });
    }
    Ok(List { contact: written.contact, sources })
}

fn time(text: &str) -> anyhow::Result<Duration> {
    let time: SignedDuration = text.parse().with_context(|| format!("not a time: {text}"))?;
    Ok(Duration::try_from(time)?)
}
