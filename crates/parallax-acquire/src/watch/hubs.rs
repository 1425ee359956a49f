//! Hubs that tell of changes (`WebSub`): asked for it, heard, and believed no further than that it is time to ask.
//!
//! A message is a hint: the source itself is asked, as it would have been by the clock, and what the
//! message holds is not read. So a hub can speak for nobody, and what a source lists has one way
//! into the house. A hub that told of all that came lets the clock rest; one that missed something does not.

mod announced;
mod callback;
mod calls;
mod listener;
mod signature;
mod subscription;

pub(super) use announced::announced;
pub use callback::Callback;
use calls::{Calls, Told};
pub(super) use listener::listen;
use signature::Signed;
use subscription::LEASE;
pub(super) use subscription::Subscription;

use super::{
    Source,
    asking::{Unasked, lock},
    ledger::{note, noted},
    round::Round,
    turn::words,
};
use crate::{listing::Hub, politeness::later};
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Mutex,
    time::Duration,
};

/// A source is not asked more often than this, however often a hub speaks of it.
const PEACE: Duration = Duration::from_mins(1);

/// A source whose hub tells of its changes is asked by the clock this seldom.
const SELDOM: Duration = Duration::from_hours(3);

/// What is remembered of hubs while there is somewhere to call.
pub(super) struct Hubs {
    callback: Callback,
    /// By the source.
    subscriptions: Mutex<BTreeMap<String, Subscription>>,
    /// Sources of which a hub has spoken and that were not asked since.
    hints: Mutex<BTreeSet<String>>,
}

impl Hubs {
    pub(super) fn new(callback: Callback) -> Self {
        Self { callback, subscriptions: Mutex::default(), hints: Mutex::default() }
    }

    /// Takes up what was remembered of a source.
    pub(super) fn recall(&self, subscription: Subscription) {
        lock(&self.subscriptions).insert(subscription.source.clone(), subscription);
    }

    fn by_token(&self, token: &str) -> Option<Subscription> {
        let subscriptions = lock(&self.subscriptions);
        subscriptions.values().find(|one| one.token == token).cloned()
    }
}

impl Round {
    /// Whether a hub spoke of a source that has had its peace since it was asked.
    pub(super) fn is_hinted(&self, source: &Source) -> bool {
        let hinted = |hubs: &Hubs| lock(&hubs.hints).contains(&source.name);
        let peace = source.every.unwrap_or_default().max(PEACE);
        self.hubs.as_ref().is_some_and(hinted)
            && self
                .health_of(source)
                .asked
                .is_none_or(|asked| later(asked, peace) <= self.asking.now())
    }

    /// Takes up that a hub spoke of a source, since it is asked now.
    pub(super) fn take_hint(&self, source: &Source) -> bool {
        self.hubs.as_ref().is_some_and(|hubs| lock(&hubs.hints).remove(&source.name))
    }

    /// Sees to the hub of a source, after the source was asked: because it was `hinted` at or by the clock.
    pub(super) async fn hub(
        &self,
        source: &Source,
        hinted: bool,
        changed: bool,
    ) -> Result<(), Unasked> {
        let Some(hubs) = &self.hubs else { return Ok(()) };
        let Some(hub) = self.health_of(source).hub else {
            lock(&hubs.subscriptions).remove(&source.name);
            return Ok(());
        };
        if changed && !hinted {
            self.change(hubs, &source.name, Subscription::missed)?;
        }
        self.subscribe(hubs, source, hub).await?;
        let now = self.asking.now();
        let Some(held) = lock(&hubs.subscriptions).get(&source.name).cloned() else {
            return Ok(());
        };
        self.with_health(source, |health| {
            health.subscribed = held.until.filter(|_| held.holds(now));
            if held.is_trusted(now) {
                health.next = health.next.max(Some(later(now, SELDOM)));
            }
            health.next = [health.next, held.next()].into_iter().flatten().min();
        });
        Ok(())
    }

    /// Asks a hub to tell of changes, if it is time to.
    async fn subscribe(&self, hubs: &Hubs, source: &Source, hub: Hub) -> Result<(), Unasked> {
        let held = lock(&hubs.subscriptions).get(&source.name).cloned();
        let held = match held.filter(|held| held.hub == hub) {
            Some(held) => held,
            None => match Subscription::new(&source.name, hub) {
                Ok(new) => new,
                Err(why) => {
                    self.fault(&source.name, &source.url, &why);
                    return Ok(());
                }
            },
        };
        if !held.is_due(self.asking.now()) {
            return Ok(());
        }
        let hub = held.hub.url.clone();
        let form = form(&held, &hubs.callback);
        // A hub may come back to us before it has answered.
        hubs.recall(held);
        let mut silent = None;
        self.change(hubs, &source.name, |held| silent = held.ask(self.asking.now()))?;
        if let Some(why) = silent {
            self.fault(&source.name, &hub, &why);
        }
        let why = match self.asking.send(&hub, form).await {
            Ok(answer) if (200..=299).contains(&answer.status) => return Ok(()),
            Ok(answer) => format!("the hub says {}", answer.status),
            Err(error @ (Unasked::Stopped | Unasked::Ledger(_))) => return Err(error),
            Err(error) => format!("the hub: {}", words(&error)),
        };
        self.fault(&source.name, &hub, &why);
        self.change(hubs, &source.name, |held| held.refused(self.asking.now()))
    }

    /// Changes what is remembered of a source's hub, and keeps it.
    fn change(
        &self,
        hubs: &Hubs,
        source: &str,
        change: impl FnOnce(&mut Subscription),
    ) -> Result<(), Unasked> {
        let mut subscriptions = lock(&hubs.subscriptions);
        let Some(held) = subscriptions.get_mut(source) else { return Ok(()) };
        change(held);
        let kept = note(source, held);
        drop(subscriptions);
        self.asking.ledger.keep(&[kept], self.asking.now()).map_err(Unasked::Ledger)
    }

    /// What is remembered of the hub of a source.
    pub(super) fn recall_hub(&self, source: &str) -> Result<(), String> {
        let Some(hubs) = &self.hubs else { return Ok(()) };
        if let Some(held) = noted(&*self.asking.ledger, source)? {
            hubs.recall(held);
        }
        Ok(())
    }

    fn called(&self, token: &str) -> Option<(&Hubs, Subscription)> {
        let hubs = self.hubs.as_ref()?;
        Some((hubs, hubs.by_token(token)?))
    }
}

/// What a hub is asked with.
fn form(held: &Subscription, callback: &Callback) -> String {
    url::form_urlencoded::Serializer::new(String::new())
        .append_pair("hub.mode", "subscribe")
        .append_pair("hub.topic", &held.hub.topic)
        .append_pair("hub.callback", &callback.address(&held.token))
        .append_pair("hub.lease_seconds", &LEASE.as_secs().to_string())
        .append_pair("hub.secret", &held.secret)
        .finish()
}
