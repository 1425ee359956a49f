//! An edition as flat tables: the same columns whether they are printed as CSV or kept as Parquet.
//!
//! [`TABLES`] names them; each has its columns, with what they mean and of which kind they
//! are, and gives its rows in the order of the JSON. Spans are bytes of the article's text,
//! ids those of the JSON.
//!
//! ```
//! use parallax_publish::tables;
//!
//! let claims = tables::named("claims").expect("there is such a table");
//! assert_eq!(claims.columns[0].name, "story_id");
//! assert!(tables::named("rumours").is_none());
//! ```

mod articles;
mod cell;
mod claims;
mod differences;
mod mentions;
mod quotations;
mod statements;
mod stories;

pub use cell::{Cell, Column, Kind};

use jiff::{civil::Date, tz::TimeZone};
use parallax_model::{Article, Edition};

/// A table that an edition can be put into.
#[derive(Clone, Copy, Debug)]
pub struct Table {
    /// Its name: that of its file.
    pub name: &'static str,
    /// What a row of it is.
    pub row: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
    rows: for<'a> fn(&'a Edition, &mut Put<'_, 'a>),
}

/// Takes a row: the day it belongs to, in UTC, and a cell for each column.
type Put<'p, 'a> = dyn FnMut(Option<Date>, Vec<Cell<'a>>) + 'p;

/// All tables.
pub const TABLES: [Table; 7] = [
    stories::TABLE,
    articles::TABLE,
    mentions::TABLE,
    quotations::TABLE,
    claims::TABLE,
    statements::TABLE,
    differences::TABLE,
];

/// The table of that name.
pub fn named(name: &str) -> Option<&'static Table> {
    static ALL: [Table; 7] = TABLES;
    ALL.iter().find(|table| table.name == name)
}

impl Table {
    /// Gives every row of an edition: the day it belongs to (an article's, or the first of its
    /// story) and a cell for each column.
    pub fn rows<'a>(&self, edition: &'a Edition, mut put: impl FnMut(Option<Date>, Vec<Cell<'a>>)) {
        (self.rows)(edition, &mut put);
    }
}

/// The day on which an article came out, in UTC.
fn day(article: &Article) -> Option<Date> {
    article.published_at().map(|at| at.to_zoned(TimeZone::UTC).date())
}

/// The day on which the first of some articles came out, in UTC.
fn first_day(edition: &Edition, articles: &[usize]) -> Option<Date> {
    articles.iter().filter_map(|&at| day(&edition.articles.get(at)?.article)).min()
}
