//! When it is enough.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};
use tokio::sync::Notify;

/// Says that it is enough; clones say it to the same.
#[derive(Clone, Debug, Default)]
pub struct Stop(Arc<Said>);

#[derive(Debug, Default)]
struct Said {
    said: AtomicBool,
    waiting: Notify,
}

impl Stop {
    /// Says it.
    pub fn say(&self) {
        self.0.said.store(true, Ordering::SeqCst);
        self.0.waiting.notify_waiters();
    }

    /// Waits until it is said.
    pub(crate) async fn heard(&self) {
        let waiting = self.0.waiting.notified();
        tokio::pin!(waiting);
        // Before it is looked at, so that a word between the two is heard.
        waiting.as_mut().enable();
        if !self.0.said.load(Ordering::SeqCst) {
            waiting.await;
        }
    }
}
