//! What is remembered and no longer needed: articles that nobody lists any more, domains nobody asks.

use super::{
    files::Progress,
    health::Health,
    hubs::Subscription,
    ledger::{KeptRobots, Ledger, Shelved, note, noted},
    turn::List,
    visit::Visit,
};
use crate::politeness::Host;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

/// What was not kept anew for so long is let go. What is met again after all is known by its bytes.
const KEPT: SignedDuration = SignedDuration::from_hours(120 * 24);

/// What is still listed is kept anew this often.
const KEPT_ANEW: SignedDuration = SignedDuration::from_hours(30 * 24);

/// How often it is looked what can go.
const EVERY: SignedDuration = SignedDuration::from_hours(24);

/// When it was last looked.
#[derive(Serialize, Deserialize)]
struct Pruned(Timestamp);

impl Shelved for Pruned {
    const SHELF: &'static str = "pruned";
}

/// Lets go of what is no longer needed, once a day.
pub(super) fn prune(ledger: &dyn Ledger, now: Timestamp) -> Result<(), String> {
    let last: Option<Pruned> = noted(ledger, "")?;
    if last.is_some_and(|Pruned(last)| now.duration_since(last) < EVERY) {
        return Ok(());
    }
    let before = now - KEPT;
    for shelf in [
        Visit::SHELF,
        List::SHELF,
        Host::SHELF,
        KeptRobots::SHELF,
        Progress::SHELF,
        Subscription::SHELF,
        Health::SHELF,
    ] {
        ledger.prune(shelf, before)?;
    }
    ledger.keep(&[note("", &Pruned(now))], now)
}

/// Whether what is still listed, and was last kept at a moment, is to be kept anew.
pub(super) fn is_to_be_kept_anew(kept: Option<Timestamp>, now: Timestamp) -> bool {
    kept.is_none_or(|kept| now.duration_since(kept) >= KEPT_ANEW)
}

#[cfg(test)]
mod tests {
    use super::prune;
    use crate::watch::{InMemory, Ledger, Note};
    use jiff::{Timestamp, ToSpan};

    #[test]
    fn what_is_old_and_not_due_goes() {
        let now: Timestamp = "2027-03-12T10:00:00Z".parse().unwrap();
        let ledger = InMemory::default();
        let note = |key: &str, due| Note {
            shelf: "articles",
            key: key.to_owned(),
            words: "{}".to_owned(),
            due,
        };
        ledger.keep(&[note("old", None), note("due", Some(now))], now - 3000.hours()).unwrap();
        ledger.keep(&[note("young", None)], now - 2000.hours()).unwrap();
        let held = || -> Vec<String> {
            ledger.all("articles").unwrap().into_iter().map(|(key, _)| key).collect()
        };
        prune(&ledger, now).unwrap();
        assert_eq!(held(), ["due", "young"]);
        // It is not looked again on the same day.
        ledger.keep(&[note("old", None)], now - 3000.hours()).unwrap();
        prune(&ledger, now + 2.hours()).unwrap();
        assert_eq!(held().len(), 3);
        prune(&ledger, now + 25.hours()).unwrap();
        assert_eq!(held().len(), 2);
    }
}
