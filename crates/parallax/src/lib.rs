//! Many outlets, one story: the command line and the one function that joins the rooms.
//!
//! [`pipeline`] is the way from captures to an edition; [`cli`] is what a
//! person types; everything else carries the one to the other.

pub mod cli;
mod commands;
mod console;
pub mod evidence;
pub mod keeper;
pub mod known;
pub mod library;
pub mod meaning;
pub mod outlet_facts;
pub mod outlets;
pub mod pipeline;
mod progress;
mod revising;
pub mod shelf;
pub mod threads;
mod whole;

pub use commands::run;
