//! What did the outlet send? From files, folders and archives to captures.
//!
//! [`sources`] lists the files behind the names a person gave; [`captures`]
//! reads one of them, whatever it is: a page of markup, a plain-text dump, JSON
//! Lines, a web archive, each also gzipped. What a file is is told from its
//! content, never from its name. What cannot be read is a [`Refused`] that
//! names the thing and the place; the rest goes on.
//!
//! ```
//! use std::io::Cursor;
//! use parallax_acquire::read;
//!
//! let rows = Cursor::new(b"{\"id\": \"a\", \"text\": \"Rain fell.\"}\n".to_vec());
//! let read: Vec<_> = read("-", Box::new(rows)).collect();
//! assert_eq!(read[0].as_ref().unwrap().parts().record.as_deref(), Some("a"));
//! ```

mod counted;
pub mod listing;
pub mod net;
mod page;
pub mod politeness;
mod refused;
pub mod robots;
mod rows;
mod sniff;
mod sources;
mod warc;
mod watched;

use counted::Counted;
use flate2::bufread::MultiGzDecoder;
use parallax_model::Capture;
use sniff::Kind;
use std::{
    fs::File,
    io::{BufRead, BufReader, Cursor, Read, stdin},
};

pub use refused::{Reason, Refused};
pub use sources::{Source, sources};
use watched::Watched;

/// Larger pages, records and rows are refused: no article is this long, and a
/// compressed bomb is.
pub const MAX_PAYLOAD: usize = 64 << 20;

/// What reading gives, one at a time.
pub type Captures = Box<dyn Iterator<Item = Result<Capture, Refused>> + Send>;

/// Reads the captures in one source, in the order they are stored.
pub fn captures(source: &Source) -> Captures {
    captures_watched(source, |_| ())
}

/// The same, telling `watch` the number of bytes each time some of the source
/// were read, as stored; all of them by the end of a source that can be read.
pub fn captures_watched(source: &Source, watch: impl Fn(u64) + Send + 'static) -> Captures {
    let opened: Result<Box<dyn Read + Send>, _> = match source.file() {
        None => Ok(Box::new(stdin())),
        Some(file) => File::open(file).map(|file| -> Box<dyn Read + Send> { Box::new(file) }),
    };
    match opened {
        Ok(bytes) => read(source.path(), Box::new(Watched::new(bytes, watch))),
        Err(error) => one(Err(Refused::new(source.path(), Reason::Open(error)))),
    }
}

/// Reads the captures in a stream of bytes; `path` is what captures and refusals are named by.
pub fn read(path: &str, mut bytes: Box<dyn Read + Send>) -> Captures {
    let window = match sniff::window(&mut bytes) {
        Ok(window) => window,
        Err(error) => return one(Err(Refused::new(path, Reason::Read(error)))),
    };
    let kind = sniff::kind(&window);
    let inside = sniff::unzipped(&window);
    let stored = Counted::new(Cursor::new(window).chain(BufReader::new(bytes)));
    match (kind, inside) {
        (Kind::Gzip, Err(error)) => one(Err(Refused::new(path, Reason::Unzip(error)))),
        (Kind::Gzip, Ok(start)) => gzipped(path, stored, sniff::kind(&start)),
        (Kind::Warc, _) => Box::new(warc::plain(path.to_owned(), stored)),
        (Kind::Rows, _) => Box::new(rows::rows(path.to_owned(), stored, rows::Places::Stored)),
        (Kind::Page(media_type), _) => one(page::whole(path, stored, media_type)),
        (Kind::Refused(reason), _) => one(Err(Refused::new(path, reason))),
    }
}

/// Reads what stands compressed, once it is known what comes out.
fn gzipped(path: &str, stored: Counted<impl BufRead + Send + 'static>, kind: Kind) -> Captures {
    match kind {
        Kind::Warc => Box::new(warc::gzipped(path.to_owned(), stored)),
        Kind::Rows => {
            let lines = BufReader::new(MultiGzDecoder::new(stored));
            Box::new(rows::rows(path.to_owned(), lines, rows::Places::Compressed))
        }
        Kind::Page(media_type) => one(page::unzipped(path, stored, media_type)),
        Kind::Gzip => one(Err(Refused::new(path, Reason::Binary("gzip inside gzip")))),
        Kind::Refused(reason) => one(Err(Refused::new(path, reason))),
    }
}

fn one(capture: Result<Capture, Refused>) -> Captures {
    Box::new(std::iter::once(capture))
}
