//! From one file or stream to its captures, whatever it is.

use crate::{
    MAX_PAYLOAD, Reason, Refused, Source, counted::Counted, exported, mail, page, paths, rows,
    sniff, sniff::Kind, wacz, warc, watched::Watched,
};
use flate2::bufread::MultiGzDecoder;
use parallax_model::Capture;
use std::{
    fs::File,
    io::{BufRead, BufReader, Cursor, Read, stdin},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

/// What reading gives, one at a time.
pub type Captures = Box<dyn Iterator<Item = Result<Capture, Refused>> + Send>;

/// Reads the captures in one source, in the order they are stored.
pub fn captures(source: &Source) -> Captures {
    captures_watched(source, |_| ())
}

/// The same, telling `watch` the number of bytes each time some of the source
/// were read, as stored; all of them by the end of a source that can be read, and of
/// a zip those of the archives in it.
pub fn captures_watched(source: &Source, watch: impl Fn(u64) + Send + 'static) -> Captures {
    let Some(file) = source.file() else {
        let origin = Origin { folder: Some(PathBuf::new()), ..Origin::default() };
        return read_by(source.path(), Box::new(Watched::new(stdin(), watch)), origin);
    };
    let folder = Some(file.parent().unwrap_or(Path::new("")).to_owned());
    let origin = Origin { file: Some(file.to_owned()), folder, listed: false };
    opened(source.path(), origin, watch)
}

/// Reads a file that a list of archives names.
pub(crate) fn captures_listed(file: &Path) -> Captures {
    let origin = Origin { file: Some(file.to_owned()), folder: None, listed: true };
    opened(&file.to_string_lossy(), origin, |_| ())
}

/// Reads the captures in a stream of bytes; `path` is what captures and refusals are named by.
///
/// Files that the stream names are not opened.
pub fn read(path: &str, bytes: Box<dyn Read + Send>) -> Captures {
    read_by(path, bytes, Origin::default())
}

/// Where a stream comes from.
#[derive(Default)]
struct Origin {
    file: Option<PathBuf>,
    /// What paths in it are meant from.
    folder: Option<PathBuf>,
    /// Whether a list of archives named it.
    listed: bool,
}

fn opened(path: &str, origin: Origin, watch: impl Fn(u64) + Send + 'static) -> Captures {
    let file = origin.file.clone().unwrap_or_default();
    let mut bytes = match File::open(&file) {
        Ok(bytes) => bytes,
        Err(error) => return one(Err(Refused::new(path, Reason::Open(error)))),
    };
    let mut start = Vec::new();
    if let Err(error) = bytes.by_ref().take(4).read_to_end(&mut start) {
        return one(Err(Refused::new(path, Reason::Read(error))));
    }
    if matches!(sniff::kind(&start), Kind::Zip) {
        // Several archives of the zip are watched by one.
        let watch = Arc::new(Mutex::new(watch));
        let shared = move |bytes| watch.lock().unwrap_or_else(PoisonError::into_inner)(bytes);
        return wacz::captures(path, wacz::Stored::File(file), shared);
    }
    let bytes = Watched::new(Cursor::new(start).chain(bytes), watch);
    read_by(path, Box::new(bytes), origin)
}

fn read_by(path: &str, mut bytes: Box<dyn Read + Send>, origin: Origin) -> Captures {
    let window = match sniff::window(&mut bytes) {
        Ok(window) => window,
        Err(error) => return one(Err(Refused::new(path, Reason::Read(error)))),
    };
    let kind = sniff::kind(&window);
    let inside = sniff::unzipped(&window);
    let stored = Counted::new(Cursor::new(window).chain(BufReader::new(bytes)));
    match (kind, inside) {
        (Kind::Gzip, Err(error)) => one(Err(Refused::new(path, Reason::Unzip(error)))),
        (Kind::Gzip, Ok(start)) => gzipped(path, stored, sniff::kind(&start), origin),
        (Kind::Warc, _) => Box::new(warc::plain(path.to_owned(), stored)),
        (Kind::Zip, _) => in_memory(path, stored),
        (Kind::Paths, _) => listed(path, stored, origin),
        (Kind::Message, _) => Box::new(page::message(path, stored, false).into_iter()),
        (Kind::Mailbox, _) => Box::new(mail::messages(path.to_owned(), stored, false)),
        (Kind::Rows, _) => Box::new(rows::rows(path.to_owned(), stored, rows::Places::Stored)),
        (Kind::Export, _) => exported::captures(path.to_owned(), stored),
        (Kind::Page(media_type), _) => one(page::whole(path, stored, media_type)),
        (Kind::Refused(reason), _) => one(Err(Refused::new(path, reason))),
    }
}

/// Reads what stands compressed, once it is known what comes out.
fn gzipped(
    path: &str,
    stored: Counted<impl BufRead + Send + 'static>,
    kind: Kind,
    origin: Origin,
) -> Captures {
    let unzipped = |stored| BufReader::new(MultiGzDecoder::new(stored));
    match kind {
        Kind::Warc => Box::new(warc::gzipped(path.to_owned(), stored)),
        Kind::Rows => {
            Box::new(rows::rows(path.to_owned(), unzipped(stored), rows::Places::Compressed))
        }
        Kind::Paths => listed(path, unzipped(stored), origin),
        Kind::Mailbox => Box::new(mail::messages(path.to_owned(), unzipped(stored), true)),
        Kind::Message => Box::new(page::message(path, stored, true).into_iter()),
        Kind::Export => exported::captures(path.to_owned(), unzipped(stored)),
        Kind::Page(media_type) => one(page::unzipped(path, stored, media_type)),
        Kind::Gzip => one(Err(Refused::new(path, Reason::Binary("gzip inside gzip")))),
        Kind::Zip => one(Err(Refused::new(path, Reason::Binary("ZIP archive inside gzip")))),
        Kind::Refused(reason) => one(Err(Refused::new(path, reason))),
    }
}

/// Reads the web archive at the start of a part of a file.
pub(crate) fn archive(path: &str, mut stored: Counted<impl BufRead + Send + 'static>) -> Captures {
    match stored.fill_buf() {
        Err(error) => one(Err(Refused::new(path, Reason::Read(error)))),
        Ok([0x1F, 0x8B, ..]) => Box::new(warc::gzipped(path.to_owned(), stored)),
        Ok(_) => Box::new(warc::plain(path.to_owned(), stored)),
    }
}

/// A zip that comes as a stream is read whole: its list of files stands at its end.
fn in_memory(path: &str, stored: impl Read) -> Captures {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_PAYLOAD).expect("the limit fits in 64 bits");
    match stored.take(limit + 1).read_to_end(&mut bytes) {
        Err(error) => one(Err(Refused::new(path, Reason::Read(error)))),
        Ok(_) if bytes.len() > MAX_PAYLOAD => one(Err(Refused::new(path, Reason::TooLarge))),
        Ok(_) => wacz::captures(path, wacz::Stored::Memory(bytes.into()), |_| ()),
    }
}

fn listed(path: &str, list: impl Read + Send + 'static, origin: Origin) -> Captures {
    if origin.listed {
        return one(Err(Refused::new(path, Reason::ListInList)));
    }
    paths::captures(path.to_owned(), origin.folder, list)
}

pub(crate) fn one(capture: Result<Capture, Refused>) -> Captures {
    Box::new(std::iter::once(capture))
}
