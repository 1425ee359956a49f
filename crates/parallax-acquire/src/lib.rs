//! What did the outlet send? From files, folders and archives to captures.
//!
//! [`sources`] lists the files behind the names a person gave; [`captures`]
//! reads one of them, whatever it is: a page of markup, a plain-text dump, JSON
//! Lines, a web archive (WARC, WACZ), a list of those, a page saved as one message
//! (MHTML), a letter, a mailbox, articles that another reader gave out, each also gzipped. What a file is is told from its
//! content, never from its name. Pages say where they were saved from, if the
//! program that saved them left a note. What cannot be read is a [`Refused`] that
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
mod decoded;
mod discover;
mod exported;
mod item;
pub mod listing;
mod mail;
mod markup;
mod mhtml;
mod mime;
mod moments;
pub mod net;
mod page;
mod paths;
pub mod politeness;
mod reading;
mod refused;
pub mod robots;
mod rows;
mod saved;
mod sniff;
mod source_list;
mod sources;
mod wacz;
mod warc;
pub mod watch;
mod watched;
mod wayback;

pub use discover::{LARGEST_LISTING, MOST_LISTED, read_listing};
pub use moments::When;
pub use reading::{Captures, captures, captures_watched, read};
pub use refused::{Reason, Refused};
pub use source_list::{Entry, Fault as ListFault, Pattern, Place, SourceList};
pub use sources::{Source, sources};
pub use wayback::{Kept, unwrapped};

/// Larger pages, records and rows are refused: no article is this long, and a
/// compressed bomb is.
pub const MAX_PAYLOAD: usize = 64 << 20;
