//! What words are, in the languages Parallax reads.
//!
//! Scripts, words, stems, stop words, numbers, names and calendars: facts
//! about languages, and nothing about articles or stories. Every function is
//! pure; every table is data with its source beside it, in `data/`.
//!
//! ```
//! use parallax_language::{Language, stem, words};
//!
//! let text = "Rescuers were searching";
//! let stems: Vec<String> =
//!     words(text).map(|word| stem(Language::ENGLISH, word.of(text))).collect();
//! assert_eq!(stems, ["rescuer", "were", "search"]);
//! ```

pub mod calendar;
pub mod chinese;
mod fold;
pub mod german;
mod hashed;
mod identify;
pub mod kazakh;
mod language;
pub mod lexicon;
mod memory;
pub mod names;
pub mod numbers;
mod script;
pub mod sequence;
mod stem;
mod stop;
mod word_table;
mod words;

pub use fold::{fold, fold_onto};
pub use identify::identify;
pub use language::Language;
pub use memory::Memory;
pub use script::Script;
pub use stem::stem;
pub use stop::{is_stop, is_stop_word};
pub use word_table::WordTable;
pub use words::{Word, words};
