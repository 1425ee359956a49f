//! What the outputs promise, seen from the crate's door.

#![expect(clippy::unwrap_used, reason = "a draft that does not hold is a failed test")]

mod drafts;
mod ferry;
mod goldens;
mod laws;
mod ninjs;
mod reading;
mod tables;
