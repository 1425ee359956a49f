//! The pages that are read, unzipped and in memory, with their true texts.

use anyhow::{Context, Result, ensure};
use flate2::read::MultiGzDecoder;
use serde::Deserialize;
use std::{
    collections::BTreeMap,
    fs,
    io::Read,
    path::{Path, PathBuf},
};

/// A set of pages.
pub(crate) struct Set {
    /// The folder's name.
    pub(crate) name: String,
    /// In the order of their ids.
    pub(crate) pages: Vec<Page>,
}

/// A page and, where somebody marked it, its text.
pub(crate) struct Page {
    /// File name without its ending.
    pub(crate) id: String,
    /// The markup; bytes that were no UTF-8 are replaced, for all contenders alike.
    pub(crate) html: String,
    /// The text that should come out.
    pub(crate) truth: Option<String>,
}

#[derive(Deserialize)]
struct Record {
    #[serde(alias = "articleBody")]
    text: Option<String>,
}

impl Set {
    /// Loads `folder`: pages in `html/` with a `truth.json` beside it, or else
    /// every page anywhere below it.
    pub(crate) fn load(folder: &Path) -> Result<Self> {
        let inner = folder.join("html");
        let mut files = Vec::new();
        find(if inner.is_dir() { &inner } else { folder }, &mut files)?;
        files.sort();
        ensure!(!files.is_empty(), "no .html or .html.gz in {}", folder.display());
        let truth = truth(&folder.join("truth.json"))?;
        let page = |file: &PathBuf| {
            let id = id(file).unwrap_or_default();
            let html = markup(file).with_context(|| format!("cannot read {}", file.display()))?;
            let truth = truth.get(&id).and_then(|record| record.text.clone());
            Ok(Page { id, html, truth: truth.filter(|text| !text.is_empty()) })
        };
        let pages = files.iter().map(page).collect::<Result<_>>()?;
        let name = folder.canonicalize()?.file_name().map(|name| name.to_string_lossy().into());
        Ok(Self { name: name.unwrap_or_default(), pages })
    }

    /// Millions of bytes of markup.
    pub(crate) fn megabytes(&self) -> f64 {
        self.pages.iter().map(|page| page.html.len() as f64).sum::<f64>() / 1e6
    }
}

fn find(folder: &Path, files: &mut Vec<PathBuf>) -> Result<()> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        if path.is_dir() {
            find(&path, files)?;
        } else if id(&path).is_some() {
            files.push(path);
        }
    }
    Ok(())
}

/// A page's id, or `None` for a file that is no page.
fn id(file: &Path) -> Option<String> {
    let name = file.file_name()?.to_str()?;
    let name = name.strip_suffix(".gz").unwrap_or(name);
    name.strip_suffix(".html").or_else(|| name.strip_suffix(".htm")).map(str::to_owned)
}

fn markup(file: &Path) -> Result<String> {
    let stored = fs::read(file)?;
    let mut bytes = Vec::new();
    if file.extension().is_some_and(|ending| ending == "gz") {
        MultiGzDecoder::new(&*stored).read_to_end(&mut bytes)?;
    } else {
        bytes = stored;
    }
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

fn truth(file: &Path) -> Result<BTreeMap<String, Record>> {
    if !file.is_file() {
        return Ok(BTreeMap::new());
    }
    let read = || -> Result<_> { Ok(serde_json::from_slice(&fs::read(file)?)?) };
    read().with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::id;
    use std::path::Path;

    #[track_caller]
    fn check(file: &str, expected: Option<&str>) {
        assert_eq!(id(Path::new(file)).as_deref(), expected);
    }

    #[test]
    fn a_page_is_named_by_its_file() {
        check("pages/harbour.fire.html.gz", Some("harbour.fire"));
        check("harbour.htm", Some("harbour"));
    }

    #[test]
    fn other_files_are_no_pages() {
        check("truth.json", None);
        check("harbour.txt.gz", None);
    }
}
