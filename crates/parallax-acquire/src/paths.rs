//! Lists of web archives: a text file that names one a line.

use crate::{
    Captures, Reason, Refused,
    reading::{captures_listed, one},
    rows::next_line,
};
use std::{
    io::{BufReader, Read},
    path::{Path, PathBuf},
};

/// Endings of files that a list may name.
const ENDINGS: [&str; 3] = [".warc", ".warc.gz", ".wacz"];

/// Longer lines name no file.
const LONGEST: usize = 2000;

/// Whether a text names web archives, line by line, as far as it is seen.
pub(crate) fn is_list(window: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(window.get(..whole(window)).unwrap_or_default()) else {
        return false;
    };
    let mut lines = text.lines().map(str::trim).filter(|line| !is_remark(line)).peekable();
    lines.peek().is_some() && lines.all(names_archive)
}

/// Up to the last line that is seen whole.
fn whole(window: &[u8]) -> usize {
    if window.len() < crate::sniff::WINDOW {
        return window.len();
    }
    memchr::memrchr(b'\n', window).unwrap_or(0)
}

pub(crate) fn is_remark(line: &str) -> bool {
    line.is_empty() || line.starts_with('#')
}

pub(crate) fn names_archive(line: &str) -> bool {
    let path = line.split(['?', '#']).next().unwrap_or_default();
    line.len() < LONGEST
        && ENDINGS.iter().any(|end| path.ends_with(end))
        && !line.contains(['<', '>', '\t'])
}

/// The captures of all archives that a list names; paths are meant from the folder of the list.
///
/// Without a `folder` the list came from nowhere, and no file is opened for it.
pub(crate) fn captures(
    path: String,
    folder: Option<PathBuf>,
    list: impl Read + Send + 'static,
) -> Captures {
    let mut reader = BufReader::new(list);
    let (mut number, mut ended) = (0, false);
    let next = std::iter::from_fn(move || {
        while !ended {
            number += 1;
            let at = format!("line {number}");
            let refused = |reason| Some(one(Err(Refused::at(&path, at.clone(), reason))));
            let line = match next_line(&mut reader) {
                Ok(line) => line?,
                Err(error) => {
                    ended = true;
                    return refused(Reason::Read(error));
                }
            };
            if line.too_long {
                return refused(Reason::TooLarge);
            }
            let line = line.bytes;
            let line = String::from_utf8_lossy(&line);
            let line = line.trim().trim_start_matches('\u{FEFF}');
            if is_remark(line) {
                continue;
            }
            return Some(match named(line, folder.as_deref()) {
                Ok(file) => captures_listed(&file),
                Err(reason) => one(Err(Refused::at(&path, at, reason))),
            });
        }
        None
    });
    Box::new(next.flatten())
}

fn named(line: &str, folder: Option<&Path>) -> Result<PathBuf, Reason> {
    if !names_archive(line) {
        return Err(Reason::NoArchive(line.chars().take(80).collect()));
    }
    if line.contains("://") {
        return Err(Reason::Elsewhere(line.to_owned()));
    }
    let folder = folder.ok_or_else(|| Reason::Elsewhere(line.to_owned()))?;
    Ok(folder.join(line))
}

#[cfg(test)]
mod tests {
    use super::is_list;

    #[test]
    fn a_list_names_archives_and_nothing_else() {
        assert!(is_list(b"# two\na.warc.gz\r\n\ncrawl-data/b.warc\ns3://pile/c.warc.gz\nhttps://a.example/d.wacz?x=1\n"));
        assert!(!is_list(b"a.warc.gz\nRain fell.\n"));
        assert!(!is_list(b"# nothing\n"));
    }
}
