//! What a reader asks for and what is answered: every page of the site, from what the archive holds.
//!
//! Pure: an [`Asking`] and a [`Library`](library::Library) give an [`Answer`], the same bytes for
//! the same archive whoever asks and whenever. The server lends it a socket, `parallax export
//! site` a folder. Links are relative, so that pages can be served from anywhere.

mod address;
mod answer;
mod asking;
mod assets;
mod beside;
pub mod charts;
mod foreign;
mod frame;
mod linked;
mod pages;
mod settings;
mod tongue;
mod words;

pub mod facts;
pub mod library;

pub use address::{Address, AsOf, Narrowing, Only, Part, Reach, Reading, Tab, Way, decoded};
pub use answer::{Answer, Keep, Status};
pub use asking::Asking;
pub use frame::Manner;
pub use pages::{answer, files};
pub use tongue::{Direction, Tongue};
pub use words::{Value, Words};
