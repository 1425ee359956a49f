//! What do we hold, and where? Captures, and what was read in them, in one folder.
//!
//! ```text
//! captures/00001.warc.gz …   every capture, as web archives: the only thing that cannot be made again
//! archive.sqlite             where each capture lies, what a person decided, and what was read
//! writer.lock                held by the one process that writes
//! watch.sqlite               what is remembered between two looks at the network; no part of the archive
//! ```
//!
//! [`Archive`] writes, and there is one at a time; [`Reader`] reads, at any time.
//! A capture is in the web archive and on the disk before the database speaks of
//! it; what a crash left behind is taken up or cut off when the next writer opens.
//! The database stands behind [`Store`], so that another can take its place.
//! This room keeps what it is given and decides nothing.
//!
//! ```
//! use parallax_archive::{Archive, Reader};
//!
//! let home = tempfile::tempdir()?;
//! let folder = home.path().join("news");
//! Archive::create(&folder)?;
//! assert_eq!(Reader::open(&folder)?.counts()?.captures, 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod archive;
mod backup;
mod beside;
mod decisions;
mod error;
mod folder;
mod forgetting;
mod lock;
mod member;
mod notebook;
mod packed;
mod place;
mod reader;
mod rows;
mod stock;
mod store;
mod tombstone;
mod warc;

pub use archive::Archive;
pub use decisions::{Decision, Taken};
pub use error::ArchiveError;
pub use folder::Folder;
pub use member::{capture_in, warcinfo};
pub use notebook::{Notebook, Remark, Turn};
pub use packed::Packed;
pub use place::Place;
pub use reader::{Opened, Reader};
pub use rows::{ArticleRow, Batch, Counts, KeptStory, NewArticle, StoryRow, Telling, Told};
pub use store::{Kept, Store, Take, Tell, View};
pub use tombstone::Tombstone;
pub use warc::Recorded;
