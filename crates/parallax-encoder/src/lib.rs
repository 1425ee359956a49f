//! The sentence encoder: what a text means, in 512 numbers, so that two texts that say the same lie close together, whatever
//! their languages.
//!
//! The network is Google's Universal Sentence Encoder multilingual 3 (convolutions over words, no attention), for the languages
//! in [`LANGUAGES`]; its weights come as bytes, checked once by [`Encoder::open`]. Same text and same weights, same numbers: on
//! every processor, alone or among others. What comes out is an [`Embedding`], in whole numbers, because a comparison of
//! fractions may tip from one machine to the next.
//!
//! For a few languages that the network does not read, [`WordTables`] give embeddings in the same space from their words alone.
//!
//! Knows nothing of articles or stories, opens no file; what it keeps between two calls changes no answer.

#![allow(
    clippy::inline_always,
    reason = "only what is inlined into a kernel's function is made for its kind of processor"
)]

mod elementary;
mod embedding;
mod encoder;
mod network;
mod normalise;
mod pieces;
mod product;
mod table;
mod tokens;
mod weights;
mod words;

pub use embedding::{Embedding, Measured};
pub use encoder::{Encoder, LANGUAGES};
pub use tokens::{MOST_BYTES, MOST_TOKENS};
pub use weights::Unusable;
pub use words::WordTables;
