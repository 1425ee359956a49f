//! Web archives as one file (WACZ 1): a zip with WARC files and a list of pages in it.
//!
//! Where the list of pages names records of the archive, only those are captures: frames and
//! advertisements were fetched with them, and nobody saved those. If a page of the list is not
//! found, the list cannot be followed, and every page of the archive is given.

use crate::{
    Captures, Reason, Refused,
    counted::Counted,
    reading::{archive, one},
    watched::Watched,
};
use flate2::read::DeflateDecoder;
use parallax_model::Capture;
use serde::Deserialize;
use std::{
    collections::BTreeSet,
    fs::File,
    io::{self, BufRead, BufReader, Cursor, Read, Seek, SeekFrom},
    path::PathBuf,
    sync::Arc,
};
use zip::{CompressionMethod, ZipArchive};

/// Where a zip lies.
#[derive(Clone)]
pub(crate) enum Stored {
    File(PathBuf),
    Memory(Arc<[u8]>),
}

/// What reads anywhere.
trait Anywhere: Read + Seek + Send {}
impl<T: Read + Seek + Send> Anywhere for T {}

impl Stored {
    fn open(&self) -> io::Result<Box<dyn Anywhere>> {
        Ok(match self {
            Self::File(path) => Box::new(File::open(path)?),
            Self::Memory(bytes) => Box::new(Cursor::new(Arc::clone(bytes))),
        })
    }
}

/// One WARC file in the zip.
#[derive(Clone, Debug)]
struct Inside {
    start: u64,
    length: u64,
    deflated: bool,
}

/// The captures in a zip, if it is a WACZ; `watch` is told of the bytes of its WARC files.
pub(crate) fn captures(
    path: &str,
    stored: Stored,
    watch: impl Fn(u64) + Clone + Send + 'static,
) -> Captures {
    match listed(&stored) {
        Err(error) => one(Err(Refused::new(path, Reason::Zip(error)))),
        Ok((archives, _)) if archives.is_empty() => {
            one(Err(Refused::new(path, Reason::Binary("ZIP archive without web archives in it"))))
        }
        Ok((archives, pages)) => {
            let pass = Pass { path: path.to_owned(), stored, archives };
            Box::new(pages_first(pass, pages, watch))
        }
    }
}

/// Reading all WARC files once.
struct Pass {
    path: String,
    stored: Stored,
    archives: Vec<Inside>,
}

impl Pass {
    fn captures(self: &Arc<Self>, watch: impl Fn(u64) + Clone + Send + 'static) -> Captures {
        let pass = Arc::clone(self);
        Box::new((0..pass.archives.len()).flat_map(move |at| pass.one(at, watch.clone())))
    }

    fn one(&self, at: usize, watch: impl Fn(u64) + Send + 'static) -> Captures {
        let Some(inside) = self.archives.get(at) else { return Box::new(std::iter::empty()) };
        let opened = self.stored.open().and_then(|mut file| {
            file.seek(SeekFrom::Start(inside.start))?;
            Ok(Watched::new(file.take(inside.length), watch))
        });
        let stored: Box<dyn BufRead + Send> = match opened {
            Err(error) => return one(Err(Refused::new(&self.path, Reason::Open(error)))),
            Ok(stored) if inside.deflated => Box::new(BufReader::new(DeflateDecoder::new(stored))),
            Ok(stored) => Box::new(BufReader::new(stored)),
        };
        // Inside a compressed file records have no places of their own: those told are of what comes out.
        archive(&self.path, Counted::starting_at(stored, inside.start))
    }
}

fn pages_first(
    pass: Pass,
    pages: BTreeSet<String>,
    watch: impl Fn(u64) + Clone + Send + 'static,
) -> impl Iterator<Item = Result<Capture, Refused>> + Send {
    let pass = Arc::new(pass);
    let mut first = pass.captures(watch);
    let mut second: Option<Captures> = None;
    let (mut missing, mut left_out) = (pages.clone(), false);
    std::iter::from_fn(move || {
        loop {
            if let Some(rest) = &mut second {
                return rest.next();
            }
            match first.next() {
                Some(Ok(capture)) if !pages.is_empty() => {
                    let name = capture.parts().url.as_deref().map(bare).unwrap_or_default();
                    if pages.contains(&name) {
                        missing.remove(&name);
                        return Some(Ok(capture));
                    }
                    left_out = true;
                }
                Some(found) => return Some(found),
                None if left_out && !missing.is_empty() => {
                    let pages = pages.clone();
                    let unlisted = move |found: &Result<Capture, Refused>| {
                        found.as_ref().is_ok_and(|capture| {
                            !pages.contains(
                                &capture.parts().url.as_deref().map(bare).unwrap_or_default(),
                            )
                        })
                    };
                    second = Some(Box::new(pass.captures(|_| ()).filter(unlisted)));
                }
                None => return None,
            }
        }
    })
}

/// An address without what servers do not tell apart.
fn bare(url: &str) -> String {
    let url = url.split('#').next().unwrap_or_default();
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    url.trim_start_matches("www.").trim_end_matches('/').to_owned()
}

/// The WARC files of a zip, and the pages it lists.
fn listed(stored: &Stored) -> Result<(Vec<Inside>, BTreeSet<String>), String> {
    let wrong = |error: &dyn std::fmt::Display| error.to_string();
    let file = stored.open().map_err(|error| wrong(&error))?;
    let mut zip = ZipArchive::new(file).map_err(|error| wrong(&error))?;
    let (mut archives, mut lists) = (Vec::new(), Vec::new());
    for at in 0..zip.len() {
        let entry = zip.by_index_raw(at).map_err(|error| wrong(&error))?;
        let name = entry.name().map_err(|error| wrong(&error))?.to_lowercase();
        let ends = |ending: &[u8]| name.as_bytes().ends_with(ending);
        let deflated = match entry.compression() {
            CompressionMethod::Stored => Some(false),
            CompressionMethod::Deflated => Some(true),
            _ => None,
        };
        if ends(b".warc") || ends(b".warc.gz") {
            let (Some(deflated), Some(start)) = (deflated, entry.data_start()) else {
                return Err(format!("{name} is compressed in a way we do not read"));
            };
            archives.push(Inside { start, length: entry.compressed_size(), deflated });
        } else if name.starts_with("pages/") && ends(b".jsonl") {
            lists.push(at);
        }
    }
    let mut pages = BTreeSet::new();
    for at in lists {
        // A list that cannot be read is as good as none.
        if let Ok(list) = zip.by_index(at) {
            pages.extend(addresses(list));
        }
    }
    Ok((archives, pages))
}

#[derive(Deserialize)]
struct Page {
    url: Option<String>,
}

/// Bytes of a list of pages that are read.
const LONGEST_LIST: u64 = 64 << 20;

fn addresses(list: impl Read) -> Vec<String> {
    let lines = BufReader::new(list.take(LONGEST_LIST)).split(b'\n').map_while(Result::ok);
    let page = |line: Vec<u8>| serde_json::from_slice::<Page>(&line).ok()?.url;
    lines.filter_map(page).map(|url| bare(&url)).collect()
}
