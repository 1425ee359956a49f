//! Captures as records of web archives (WARC 1.1, ISO 28500), one gzip member each.
//!
//! A record is a `resource`: its block is the payload, with compression and
//! transfer encodings undone. What the payload alone does not tell stands in one
//! field of ours, `Parallax-Capture`, as JSON; other programs pass over it.

mod file;
pub(crate) mod record;

pub(crate) use file::{Files, Found, Standing, Whence};
pub use record::Recorded;
