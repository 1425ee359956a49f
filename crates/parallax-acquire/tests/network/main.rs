//! The network, against servers of our own on loopback: invented outlets, with faults on purpose.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod fetching;
mod files;
mod hubs;
mod outlets;
mod server;
mod tricks;
mod watcher;
mod watching;
