//! The catalogues: all say the same things, and the site says nothing they lack.

#[path = "catalogues/messages.rs"]
mod messages;
#[path = "catalogues/scripts.rs"]
mod scripts;
#[path = "catalogues/used.rs"]
mod used;
