//! What one who watches needs beside the network.

use jiff::{SignedDuration, Timestamp};
use parallax_acquire::watch::{Clock, Sink};
use parallax_model::Capture;
use std::sync::atomic::{AtomicI64, Ordering};

/// A clock that can be set ahead, by seconds.
#[derive(Default)]
pub(crate) struct Ahead(pub(crate) AtomicI64);

impl Clock for Ahead {
    fn now(&self) -> Timestamp {
        Timestamp::now() + SignedDuration::from_secs(self.0.load(Ordering::SeqCst))
    }
}

/// Everything that came.
#[derive(Default)]
pub(crate) struct Basket(pub(crate) Vec<Capture>);

impl Sink for Basket {
    fn take(&mut self, caught: Vec<Capture>) -> Result<(), String> {
        self.0.extend(caught);
        Ok(())
    }
}
