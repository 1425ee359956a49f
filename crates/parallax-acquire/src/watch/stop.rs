//! The word that it is enough.

use std::{
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};
use tokio::sync::Notify;

/// Said once, from anywhere: what is being asked is heard to its end, and nothing new is asked.
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

    /// Whether it was said.
    pub fn is_said(&self) -> bool {
        self.0.said.load(Ordering::SeqCst)
    }

    /// Has it said when the system asks the program to end: by Ctrl-C, or by a signal of a service
    /// manager. The second time ends the program at once.
    pub fn at_signals(&self) -> std::io::Result<()> {
        let stop = self.clone();
        let driver = super::driver(true).map_err(std::io::Error::other)?;
        thread::Builder::new().name("signals".to_owned()).spawn(move || {
            driver.block_on(async {
                asked_to_end().await;
                stop.say();
                asked_to_end().await;
                std::process::exit(130);
            });
        })?;
        Ok(())
    }

    /// Waits until it is said.
    pub(super) async fn heard(&self) {
        let waiting = self.0.waiting.notified();
        tokio::pin!(waiting);
        // Before it is looked at, so that a word between the two is heard.
        waiting.as_mut().enable();
        if !self.is_said() {
            waiting.await;
        }
    }
}

async fn asked_to_end() {
    #[cfg(unix)]
    {
        use tokio::signal::unix::{SignalKind, signal};
        if let Ok(mut ended) = signal(SignalKind::terminate()) {
            tokio::select! {
                _ = tokio::signal::ctrl_c() => {}
                _ = ended.recv() => {}
            }
            return;
        }
    }
    if tokio::signal::ctrl_c().await.is_err() {
        // Nobody can ask: nothing is heard.
        std::future::pending::<()>().await;
    }
}
