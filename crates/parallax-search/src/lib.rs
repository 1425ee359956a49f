//! Which articles and stories say this? A query language, and an index that answers it.
//!
//! [`Query`] is what a person asks, checked and with a clear word about what is wrong
//! with it; [`Index`] holds what there is to be found; [`passages`] shows where in an
//! article it stands. The index is made from articles and stories and can be made again.
//!
//! ```
//! use parallax_search::Query;
//!
//! let query = Query::parse("strike -football said:\"Petro\" origins:>2")?;
//! assert_eq!(query.to_string(), "strike -football said:\"Petro\" origins:>2");
//! let wrong = Query::parse("colour:red").unwrap_err();
//! assert_eq!(wrong.at, 0..6);
//! # Ok::<(), parallax_search::QueryError>(())
//! ```

mod document;
mod index;
mod named;
mod passages;
mod query;
mod tokens;

pub use document::Document;
pub use index::{Facet, Found, Hit, Index, IndexError, Made, Maker, Order, Update};
pub use passages::{Passage, passages};
pub use query::{Field, Query, QueryError};
