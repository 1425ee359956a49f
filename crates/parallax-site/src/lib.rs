//! What a reader asks for and what is answered: every page of the site, from what the archive holds.
//!
//! Pure: an [`Asking`] and a library give an [`Answer`], the same bytes for the same archive
//! whoever asks and whenever. The server lends it a socket, `parallax export site` a folder.
//! Links are relative, so that pages can be served from anywhere.

mod answer;
mod asking;
pub mod charts;
mod tongue;
mod words;

pub use answer::{Answer, Keep, Status};
pub use asking::Asking;
pub use tongue::{Direction, Tongue};
pub use words::{Value, Words};
