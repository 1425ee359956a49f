//! The way out: tables as Parquet, and files put together as one zip that can be checked.
//!
//! [`Partitions`] writes the tables of `parallax_publish::tables`, a folder each, by day;
//! [`zip`] writes and reads archives of one form: the same files give the same bytes, and
//! what deviates from the form is refused. Both know nothing of articles or stories.

mod partitions;
mod sheet;
pub mod zip;

pub use partitions::{ExportError, Partitions};
