//! What the sentence encoder has learned: two files, carried in the program's read-only data.
//!
//! A crate of its own, so that only the program that is shipped carries the 31 MB; whoever tests a room gives
//! the encoder a few invented kilobytes instead. The operating system reads a page of it when it is first used.

/// The weight file of `parallax_encoder::Encoder::open`: Universal Sentence Encoder multilingual 3, Apache-2.0 (see `NOTICE`).
pub static WEIGHTS: &[u8] = include_bytes!("../data/sentence-encoder.weights");

/// The words of `parallax_encoder::WordTables::open`, for Hindi, Kazakh, Ukrainian and Vietnamese (see `NOTICE`): 2 MB.
pub static WORDS: &[u8] = include_bytes!("../data/words.weights");
