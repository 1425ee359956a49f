//! The measured sets in a folder, told by the shape of their files.

use super::text::rows;
use anyhow::{Context, Result};
use serde_json::Value;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// One measured set: what is in it and which scorer reads the result.
pub(crate) enum Set {
    /// Folders of captures with a `gold.json` each.
    Stories { name: String, folders: Vec<PathBuf>, scorer: PathBuf },
    /// Pages with a `truth.json`.
    Pages { name: String, folder: PathBuf, scorer: PathBuf },
    /// Documents with a cluster each.
    Clusters { name: String, file: PathBuf, scorer: PathBuf },
    /// Pairs that are, or are not, near-duplicates.
    Copies { name: String, file: PathBuf, scorer: PathBuf },
    /// Pairs that are, or are not, about one event.
    Pairs { name: String, file: PathBuf, scorer: PathBuf },
    /// Texts with their language.
    Languages { name: String, file: PathBuf, scorer: PathBuf },
    /// Texts with their names.
    Names { name: String, file: PathBuf, scorer: PathBuf },
    /// Articles with their attributions.
    Quotations { name: String, file: PathBuf, scorer: PathBuf },
    /// Texts with their timexes.
    Dates { name: String, file: PathBuf, scorer: PathBuf },
    /// Documents with mentions to be clustered.
    Mentions { name: String, file: PathBuf, scorer: PathBuf },
    /// Sentence pairs: same, conflict, different.
    Claims { name: String, file: PathBuf, scorer: PathBuf },
    /// Topics with linked sentences.
    Links { name: String, file: PathBuf, scorer: PathBuf },
    /// Sentence pairs with predicates to be aligned.
    Predicates { name: String, file: PathBuf, scorer: PathBuf },
    /// Sentences of a treebank.
    Treebank { name: String, file: PathBuf },
    /// Sentences with what is done in them.
    Events { name: String, file: PathBuf, scorer: PathBuf },
    /// Something no room does yet.
    Other { name: String, why: String },
}

impl Set {
    /// What its figures are filed under.
    pub(crate) fn name(&self) -> &str {
        match self {
            Self::Stories { name, .. }
            | Self::Pages { name, .. }
            | Self::Clusters { name, .. }
            | Self::Copies { name, .. }
            | Self::Pairs { name, .. }
            | Self::Languages { name, .. }
            | Self::Names { name, .. }
            | Self::Quotations { name, .. }
            | Self::Dates { name, .. }
            | Self::Mentions { name, .. }
            | Self::Claims { name, .. }
            | Self::Links { name, .. }
            | Self::Predicates { name, .. }
            | Self::Treebank { name, .. }
            | Self::Events { name, .. }
            | Self::Other { name, .. } => name,
        }
    }
}

/// The sets under `bench`, in byte order of their names.
pub(crate) fn sets(bench: &Path) -> Result<Vec<Set>> {
    let mut found = Vec::new();
    for kind in inside(bench)? {
        let scorer = kind.join("score.py");
        if scorer.is_file() {
            walk(&kind, &called(&kind), &scorer, &mut found)?;
        }
    }
    Ok(found)
}

/// The project's own stories to measure by: those that may be read, or those that are left unread.
pub(crate) fn own_stories(part: &str) -> Result<Vec<PathBuf>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../fixtures/measured").join(part);
    Ok(inside(&folder)?.into_iter().filter(|story| story.is_dir()).collect())
}

/// The treebanks under `train`.
pub(crate) fn treebanks(train: &Path) -> Result<Vec<Set>> {
    let folder = train.join("treebank");
    let files = if folder.is_dir() { inside(&folder)? } else { Vec::new() };
    let dev = files.into_iter().filter(|file| called(file).contains(".dev.conllu"));
    Ok(dev.map(|file| Set::Treebank { name: format!("treebank/{}", plain(&file)), file }).collect())
}

fn walk(folder: &Path, name: &str, scorer: &Path, found: &mut Vec<Set>) -> Result<()> {
    let scorer = || scorer.to_owned();
    if folder.join("truth.json").is_file() {
        // Sets of pages are told apart by their own names: `extraction/aeb`.
        let kind = name.split('/').next().unwrap_or(name);
        let name = format!("{kind}/{}", called(folder));
        found.push(Set::Pages { name, folder: folder.to_owned(), scorer: scorer() });
        return Ok(());
    }
    let (folders, files): (Vec<_>, Vec<_>) =
        inside(folder)?.into_iter().partition(|path| path.is_dir());
    let (stories, others): (Vec<_>, Vec<_>) =
        folders.into_iter().partition(|folder| folder.join("gold.json").is_file());
    if !stories.is_empty() {
        found.push(Set::Stories { name: name.to_owned(), folders: stories, scorer: scorer() });
    }
    for file in files {
        if [".jsonl", ".jsonl.gz"].iter().any(|end| called(&file).ends_with(end)) {
            found.push(of_rows(name, file, scorer())?);
        }
    }
    for folder in others {
        walk(&folder, &format!("{name}/{}", called(&folder)), &scorer(), found)?;
    }
    Ok(())
}

fn of_rows(kind: &str, file: PathBuf, scorer: PathBuf) -> Result<Set> {
    let name = format!("{kind}/{}", plain(&file));
    let first = rows(&file)?.into_iter().next().unwrap_or(Value::Null);
    let has = |keys: &[&str]| keys.iter().all(|key| first.get(key).is_some());
    Ok(if has(&["set", "gold", "text"]) {
        Set::Clusters { name, file, scorer }
    } else if has(&["label", "kind", "a"]) {
        Set::Copies { name, file, scorer }
    } else if first["a"].is_object() && has(&["label", "b"]) {
        Set::Pairs { name, file, scorer }
    } else if has(&["text", "lang", "script", "form"]) {
        Set::Languages { name, file, scorer }
    } else if has(&["attributions"]) {
        Set::Quotations { name, file, scorer }
    } else if has(&["timexes"]) {
        Set::Dates { name, file, scorer }
    } else if has(&["mentions"]) {
        Set::Mentions { name, file, scorer }
    } else if has(&["spans"]) {
        Set::Names { name, file, scorer }
    } else if has(&["s1", "s2", "label"]) {
        Set::Claims { name, file, scorer }
    } else if has(&["links", "a", "b"]) {
        Set::Links { name, file, scorer }
    } else if has(&["t1", "t2", "aligned"]) {
        Set::Predicates { name, file, scorer }
    } else if has(&["event", "sources", "targets"]) {
        Set::Events { name, file, scorer }
    } else {
        Set::Other { name, why: "no room does this yet".to_owned() }
    })
}

/// What a folder holds, in byte order.
fn inside(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)
        .with_context(|| format!("cannot open {}", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}

fn called(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// A file's name without what it is packed in.
fn plain(file: &Path) -> String {
    let name = called(file);
    let mut name = name.as_str();
    for end in [".gz", ".jsonl", ".conllu"] {
        name = name.strip_suffix(end).unwrap_or(name);
    }
    name.to_owned()
}
