//! The network, against servers of our own on loopback: invented outlets, with faults on purpose.

#![allow(clippy::unwrap_used, reason = "a test may stop where it stands")]

mod archives;
mod desk;
mod fetching;
mod folders;
mod hubs;
mod outlets;
mod pile;
mod server;
mod tricks;
mod watched;
mod watcher;
mod watching;
