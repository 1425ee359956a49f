//! Word to those who listen that the site shows something else.

use crate::site::Site;
use axum::response::{
    Sse,
    sse::{Event, KeepAlive},
};
use futures_util::{Stream, stream};
use std::{convert::Infallible, sync::Arc, time::Duration};
use tokio::{sync::watch, task, time};

/// How often it is looked whether something is new.
const LOOK: Duration = Duration::from_secs(2);

/// Tells listeners of each new state of a site.
#[derive(Clone)]
pub(crate) struct Live(watch::Sender<String>);

impl Live {
    /// Looks at the site from now on, while someone listens.
    pub(crate) fn of(site: Arc<dyn Site>) -> Self {
        let (sender, _) = watch::channel(String::new());
        let live = Self(sender);
        task::spawn(live.clone().look(site));
        live
    }

    async fn look(self, site: Arc<dyn Site>) {
        loop {
            time::sleep(LOOK).await;
            if self.0.receiver_count() == 0 {
                continue;
            }
            let site = Arc::clone(&site);
            if let Ok(state) = task::spawn_blocking(move || site.state()).await {
                self.0.send_if_modified(|held| {
                    let other = *held != state;
                    *held = state;
                    other
                });
            }
        }
    }

    /// Events named `state`, each with the site's state: the first as it is when it is first
    /// looked at, then one for each change.
    pub(crate) fn listen(&self) -> Sse<impl Stream<Item = Result<Event, Infallible>> + use<>> {
        let mut receiver = self.0.subscribe();
        if !receiver.borrow().is_empty() {
            receiver.mark_changed();
        }
        let events = stream::unfold(receiver, |mut receiver| async move {
            receiver.changed().await.ok()?;
            let state = receiver.borrow_and_update().clone();
            Some((Ok(Event::default().event("state").data(state)), receiver))
        });
        Sse::new(events).keep_alive(KeepAlive::default())
    }
}
