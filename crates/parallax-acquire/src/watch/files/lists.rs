//! Lists of web archives: one a line, here or elsewhere.

use crate::{paths, sniff};
use flate2::read::MultiGzDecoder;
use std::{
    fs::File,
    io::{Cursor, Read},
    path::{Path, PathBuf},
};
use url::Url;

/// Bytes of a list that are read, unzipped, and archives that it may name.
const LARGEST: u64 = 32 << 20;
const MOST: usize = 200_000;

/// One line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Named {
    /// An archive on this machine.
    Here(PathBuf),
    /// An archive on the web.
    There(String),
    /// Nothing that can be read, and why.
    Nothing(String),
}

/// The archives that a file of this machine names, if it is a list of them.
pub(super) fn in_file(file: &Path) -> Option<Vec<Named>> {
    let mut bytes = File::open(file).ok()?;
    let window = sniff::window(&mut bytes).ok()?;
    let folder = file.parent().unwrap_or(Path::new(""));
    is_list(&window).then(|| in_bytes(Cursor::new(window).chain(bytes), &|line| here(line, folder)))
}

/// The archives that a list at `url` names: never one of this machine.
pub(super) fn in_stream(bytes: impl Read, url: &Url) -> Vec<Named> {
    in_bytes(bytes, &|line| there(line, url))
}

/// Whether a file that starts so is a list of archives.
pub(super) fn is_list(window: &[u8]) -> bool {
    match sniff::kind(window) {
        sniff::Kind::Paths => true,
        sniff::Kind::Gzip => sniff::unzipped(window)
            .is_ok_and(|start| matches!(sniff::kind(&start), sniff::Kind::Paths)),
        _ => false,
    }
}

fn in_bytes(mut bytes: impl Read, meant: &dyn Fn(&str) -> Named) -> Vec<Named> {
    let mut start = [0; 2];
    let mut text = Vec::new();
    let read = bytes.read_exact(&mut start).and_then(|()| {
        let bytes = Cursor::new(start).chain(bytes);
        if start == [0x1F, 0x8B] {
            MultiGzDecoder::new(bytes).take(LARGEST).read_to_end(&mut text)
        } else {
            bytes.take(LARGEST).read_to_end(&mut text)
        }
    });
    let text = String::from_utf8_lossy(&text);
    let lines = text.lines().map(|line| line.trim().trim_start_matches('\u{FEFF}'));
    let lines = lines.filter(|line| !paths::is_remark(line)).take(MOST);
    let broken = read.err().map(|error| Named::Nothing(format!("the list is broken: {error}")));
    let named =
        lines.map(|line| if paths::names_archive(line) { meant(line) } else { nothing(line) });
    named.chain(broken).collect()
}

fn nothing(line: &str) -> Named {
    let start: String = line.chars().take(80).collect();
    Named::Nothing(format!("not the name of a web archive: {start}"))
}

fn here(line: &str, folder: &Path) -> Named {
    if line.contains("://") { elsewhere(line) } else { Named::Here(folder.join(line)) }
}

/// A path in a list is meant from the folder of the list; but where it says this folder once more, as those of
/// crawls do, from the root of the server or of the bucket.
fn there(line: &str, list: &Url) -> Named {
    if line.contains("://") {
        return elsewhere(line);
    }
    let folder = list.path().rsplit_once('/').map_or("", |(folder, _)| folder);
    let from_root = !folder.is_empty()
        && format!("/{}", line.trim_start_matches('/')).starts_with(&format!("{folder}/"));
    let path =
        if from_root { format!("/{}", line.trim_start_matches('/')) } else { line.to_owned() };
    // Two slashes would name another host.
    match list.join(&path) {
        Ok(url) if url.host() == list.host() && url.scheme() == list.scheme() => {
            Named::There(url.into())
        }
        _ => nothing(line),
    }
}

fn elsewhere(line: &str) -> Named {
    let known = ["http://", "https://", "s3://"];
    if known.iter().any(|scheme| line.starts_with(scheme)) {
        Named::There(line.to_owned())
    } else {
        nothing(line)
    }
}

#[cfg(test)]
mod tests {
    use super::{Named, in_file, in_stream, is_list};
    use proptest::prelude::*;
    use std::fs;
    use url::Url;

    #[test]
    fn lines_of_a_list_on_the_web_are_on_the_web() {
        let told = |list: &str, lines: &str| -> Vec<String> {
            let list = Url::parse(list).unwrap();
            let names = in_stream(lines.as_bytes(), &list).into_iter();
            names
                .map(|named| match named {
                    Named::There(url) => url,
                    Named::Here(path) => panic!("{path:?} is on this machine"),
                    Named::Nothing(why) => why,
                })
                .collect()
        };
        let list = "https://pile.example/crawl/2027/03/warc.paths";
        assert_eq!(
            told(
                list,
                "# March\ncrawl/2027/03/a.warc.gz\nb.warc.gz\n\n/c.warc\ns3://pile/d.warc.gz\n"
            ),
            [
                "https://pile.example/crawl/2027/03/a.warc.gz",
                "https://pile.example/crawl/2027/03/b.warc.gz",
                "https://pile.example/c.warc",
                "s3://pile/d.warc.gz",
            ]
        );
        assert_eq!(
            told(list, "//127.0.0.1/a.warc\nfile:///etc/a.warc\n../../../../x.warc\nrain\n"),
            [
                "not the name of a web archive: //127.0.0.1/a.warc",
                "not the name of a web archive: file:///etc/a.warc",
                "https://pile.example/x.warc",
                "not the name of a web archive: rain",
            ]
        );
        assert_eq!(told("s3://pile/crawl/list", "crawl/a.warc"), ["s3://pile/crawl/a.warc"]);
    }

    proptest! {
        /// Whatever a server sends, it names nothing of this machine, and what it names without a host is its own.
        #[test]
        fn a_server_leads_to_no_file_of_ours(lines in prop::collection::vec("[a-z.:/@#?%\\\\ ~-]{0,20}(\\.warc|)", 0..6), bytes: Vec<u8>) {
            let list = Url::parse("https://pile.example/crawl/list").unwrap();
            let _ = (is_list(&bytes), in_stream(bytes.as_slice(), &list));
            let text = lines.join("\n");
            let text = text.as_bytes();
            for named in in_stream(text, &list) {
                match named {
                    Named::Here(path) => prop_assert!(false, "{path:?}"),
                    Named::There(url) => {
                        let written = lines.iter().any(|line| line.trim().contains("://"));
                        prop_assert!(written || url.starts_with("https://pile.example/"), "{url}");
                    }
                    Named::Nothing(_) => {}
                }
            }
        }
    }

    #[test]
    fn a_list_of_this_machine_names_files_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let list = folder.path().join("march.paths");
        fs::write(&list, "a.warc.gz\nhttps://pile.example/b.warc\n").unwrap();
        let named = in_file(&list).unwrap();
        let there = Named::There("https://pile.example/b.warc".to_owned());
        assert_eq!(named, [Named::Here(folder.path().join("a.warc.gz")), there]);
        fs::write(&list, "Rain fell.\n").unwrap();
        assert_eq!(in_file(&list), None);
    }
}
