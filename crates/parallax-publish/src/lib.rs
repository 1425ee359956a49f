//! What a reader sees: an edition as JSON, in a terminal, as Markdown, HTML and CSV, and as tables.
//!
//! Each door takes a finished [`Edition`](parallax_model::Edition) and gives
//! back a string. Nothing here reads a clock, a setting or a file, and nothing
//! here writes a sentence: every sentence that comes out is an outlet's own,
//! cut from its article; only labels and numbers are ours.
//!
//! ```
//! use parallax_model::Edition;
//! use parallax_publish::{Generator, json};
//!
//! let generator = Generator {
//!     name: "parallax".into(),
//!     version: "0.1.0".into(),
//!     tables: "none".into(),
//!     encoder: None,
//! };
//! let line = json::edition(&Edition::default(), &generator);
//! assert!(line.starts_with(r#"{"contract":1,"generator":{"name":"parallax""#));
//! ```

mod between;
mod days;
mod generator;
mod labels;
mod languages;
mod outlets;
mod put;
mod reading;

pub mod csv;
pub mod html;
pub mod json;
pub mod markdown;
pub mod ninjs;
pub mod tables;
pub mod telling;
pub mod terminal;

pub use between::Between;
pub use generator::Generator;
