//! The files behind the names a person gave.

use crate::{Reason, Refused};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

/// One file, or standard input.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    path: String,
    file: Option<PathBuf>,
    bytes: u64,
}

impl Source {
    /// The name captures are known by: the path, as given; `-` for standard input.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// Where to read it; `None` is standard input.
    pub fn file(&self) -> Option<&Path> {
        self.file.as_deref()
    }

    /// Its size as stored; zero where it is not known.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

/// Lists the files behind `names`: a file is itself, a folder everything in it
/// in byte order of the paths, `-` standard input.
///
/// Names that start with a dot are passed over inside folders, and a folder is
/// entered once however many links lead to it.
pub fn sources(names: &[String]) -> Vec<Result<Source, Refused>> {
    let mut found = Vec::new();
    for name in names {
        if name == "-" {
            found.push(Ok(Source { path: name.clone(), file: None, bytes: 0 }));
        } else {
            enter(Path::new(name), &mut BTreeSet::new(), &mut found);
        }
    }
    found
}

fn enter(path: &Path, entered: &mut BTreeSet<PathBuf>, found: &mut Vec<Result<Source, Refused>>) {
    let name = path.to_string_lossy();
    let metadata = match fs::metadata(path) {
        Ok(metadata) => metadata,
        Err(error) => return found.push(Err(Refused::new(&name, Reason::Open(error)))),
    };
    if !metadata.is_dir() {
        let file = Some(path.to_owned());
        return found.push(Ok(Source { path: name.into_owned(), file, bytes: metadata.len() }));
    }
    if !fs::canonicalize(path).is_ok_and(|real| entered.insert(real)) {
        return;
    }
    match inside(path) {
        Ok(paths) => paths.iter().for_each(|path| enter(path, entered, found)),
        Err(error) => found.push(Err(Refused::new(&name, Reason::Open(error)))),
    }
}

fn inside(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut paths = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| {
        !path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'))
    });
    paths.sort_by(|a, b| a.as_os_str().as_encoded_bytes().cmp(b.as_os_str().as_encoded_bytes()));
    Ok(paths)
}
