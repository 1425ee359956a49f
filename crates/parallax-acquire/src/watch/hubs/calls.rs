//! What calls of hubs come to.

use super::signature::Signed;
use crate::watch::{asking::lock, round::Round};
use hyper::StatusCode;
use std::{collections::BTreeMap, time::Duration};

/// What a call comes to.
pub(in super::super) enum Told {
    Words(String),
    Nothing(StatusCode),
}

/// Who hears calls of hubs; `token` is how the address ended that was called.
pub(in super::super) trait Calls: Send + Sync {
    /// A hub asks whether we asked it.
    fn asks(&self, token: &str, query: &str) -> Told;

    /// A message begins, signed so; nothing is to be checked where the signature cannot be.
    fn begins(&self, token: &str, signature: &str) -> Result<Option<Signed>, StatusCode>;

    /// It has ended, and is from whom it should be, or not.
    fn ended(&self, token: &str, is_right: bool);

    /// Bytes of a message.
    fn largest(&self) -> usize;
}

impl Calls for Round {
    fn asks(&self, token: &str, query: &str) -> Told {
        const UNKNOWN: Told = Told::Nothing(StatusCode::NOT_FOUND);
        let Some((hubs, held)) = self.called(token) else { return UNKNOWN };
        let asked: BTreeMap<_, _> = url::form_urlencoded::parse(query.as_bytes()).collect();
        let get = |name: &str| asked.get(name).map(AsRef::as_ref);
        if get("hub.topic") != Some(held.hub.topic.as_str()) {
            return UNKNOWN;
        }
        let now = self.asking.now();
        let (why, told) = match (get("hub.mode"), get("hub.challenge")) {
            (Some("subscribe"), Some(challenge)) => {
                let lease = get("hub.lease_seconds").and_then(|seconds| seconds.parse().ok());
                let mut verified = Ok(());
                let kept = self.change(hubs, &held.source, |held| {
                    verified = held.verified(lease.map(Duration::from_secs), now);
                });
                match verified {
                    Ok(()) if kept.is_ok() => return Told::Words(challenge.to_owned()),
                    Ok(()) => return Told::Nothing(StatusCode::INTERNAL_SERVER_ERROR),
                    Err(why) => (why, UNKNOWN),
                }
            }
            (Some("denied"), _) => {
                let why = get("hub.reason").unwrap_or("for no reason").chars().take(200);
                let _ = self.change(hubs, &held.source, |held| held.denied(now));
                (
                    format!("the hub tells of no changes: {}", why.collect::<String>()),
                    Told::Nothing(StatusCode::OK),
                )
            }
            // We ask for no end: whoever asks whether we did is somebody else.
            _ => return UNKNOWN,
        };
        self.fault(&held.source, &held.hub.url, &why);
        told
    }

    fn begins(&self, token: &str, signature: &str) -> Result<Option<Signed>, StatusCode> {
        let (_, held) = self.called(token).ok_or(StatusCode::NOT_FOUND)?;
        if !held.holds(self.asking.now()) {
            return Err(StatusCode::GONE);
        }
        Ok(Signed::new(&held.secret, signature))
    }

    fn ended(&self, token: &str, is_right: bool) {
        let Some((hubs, held)) = self.called(token) else { return };
        if !is_right {
            let why = "a message without the signature of the hub: not heeded";
            self.fault(&held.source, &held.hub.url, why);
            return;
        }
        lock(&hubs.hints).insert(held.source.clone());
        let now = self.asking.now();
        // A ledger that fails is told of by whoever asks next.
        let _ = self.change(hubs, &held.source, |held| held.tells(now));
    }

    fn largest(&self) -> usize {
        self.asking.settings.largest_list
    }
}
