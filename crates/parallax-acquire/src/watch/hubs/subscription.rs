//! What one hub has our word for, and we its.

use super::super::ledger::Shelved;
use crate::{listing::Hub, politeness::later};
use jiff::Timestamp;
use ring::rand::{SecureRandom, SystemRandom};
use serde::{Deserialize, Serialize};
use std::{fmt::Write, time::Duration};

/// For how long a hub is asked to tell of changes.
pub(super) const LEASE: Duration = Duration::from_hours(10 * 24);

/// A hub that wants to be asked again sooner is of no use; one that never does is asked all the same.
const SHORTEST: Duration = Duration::from_mins(10);
const LONGEST: Duration = Duration::from_hours(30 * 24);

/// In this time a hub that said yes comes back to us.
const ANSWERS_WITHIN: Duration = Duration::from_hours(1);

/// The longest between two questions to a hub that gives nothing.
const LONGEST_WAIT: Duration = Duration::from_hours(4 * 24);

/// What is remembered of asking one hub to tell of the changes of one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Subscription {
    pub(super) source: String,
    pub(super) hub: Hub,
    /// How the address ends at which this hub calls us: nobody else knows it.
    pub(super) token: String,
    /// By what this hub signs.
    pub(super) secret: String,
    /// Until when the hub tells of changes, once it came back to us.
    pub(super) until: Option<Timestamp>,
    /// When it was asked, while it did not come back.
    asked: Option<Timestamp>,
    failures: u32,
    /// When it is asked again.
    next: Option<Timestamp>,
    /// When it last told of a change, unless one came since of which it told nothing.
    told: Option<Timestamp>,
}

impl Shelved for Subscription {
    const SHELF: &'static str = "subscriptions";
}

impl Subscription {
    /// One that nobody was asked for yet; the error says that the system gives no secrets.
    pub(super) fn new(source: &str, hub: Hub) -> Result<Self, String> {
        let (source, token, secret) = (source.to_owned(), secret()?, secret()?);
        let (until, asked, next, told) = (None, None, None, None);
        Ok(Self { source, hub, token, secret, until, asked, failures: 0, next, told })
    }

    /// Whether the hub tells of changes now.
    pub(super) fn holds(&self, now: Timestamp) -> bool {
        self.until.is_some_and(|until| until > now)
    }

    /// Whether the hub is asked now.
    pub(super) fn is_due(&self, now: Timestamp) -> bool {
        self.next.is_none_or(|next| next <= now)
    }

    /// When the hub is asked again.
    pub(super) fn next(&self) -> Option<Timestamp> {
        self.next
    }

    /// It is asked now; gives what is wrong where it said yes the last time and did not come back.
    pub(super) fn ask(&mut self, now: Timestamp) -> Option<String> {
        let silent =
            self.asked.is_some().then(|| "the hub said yes and did not come back".to_owned());
        self.asked = Some(now);
        if silent.is_some() {
            self.failures = self.failures.saturating_add(1);
        }
        self.next = Some(later(now, self.wait()));
        silent
    }

    /// It did not take our word.
    pub(super) fn refused(&mut self, now: Timestamp) {
        self.asked = None;
        self.failures = self.failures.saturating_add(1);
        self.next = Some(later(now, self.wait()));
    }

    /// It ended what was, or will not begin.
    pub(super) fn denied(&mut self, now: Timestamp) {
        (self.until, self.told) = (None, None);
        self.refused(now);
        self.next = Some(later(now, LONGEST_WAIT));
    }

    /// It came back to us with the time for which it will tell of changes; the error says why not.
    pub(super) fn verified(
        &mut self,
        lease: Option<Duration>,
        now: Timestamp,
    ) -> Result<(), String> {
        let lease = lease.unwrap_or(LEASE).min(LONGEST);
        if lease < SHORTEST {
            return Err(format!("the hub wants to be asked again after {} s", lease.as_secs()));
        }
        (self.asked, self.failures) = (None, 0);
        self.until = Some(later(now, lease));
        self.next = Some(later(now, lease * 4 / 5));
        Ok(())
    }

    /// It told of a change.
    pub(super) fn tells(&mut self, now: Timestamp) {
        self.told = Some(now);
    }

    /// A change came of which it told nothing.
    pub(super) fn missed(&mut self) {
        self.told = None;
    }

    /// Whether it is known to tell of changes, so that the clock need not.
    pub(super) fn is_trusted(&self, now: Timestamp) -> bool {
        self.holds(now) && self.told.is_some()
    }

    fn wait(&self) -> Duration {
        let doubled = 1_u32.checked_shl(self.failures).unwrap_or(u32::MAX);
        ANSWERS_WITHIN.saturating_mul(doubled).min(LONGEST_WAIT)
    }
}

/// Letters and figures that nobody can guess. The one thing here that is left to chance.
fn secret() -> Result<String, String> {
    let mut bytes = [0; 24];
    let filled = SystemRandom::new().fill(&mut bytes);
    filled.map_err(|_| "the system gives no random numbers, so hubs are not asked".to_owned())?;
    Ok(bytes.iter().fold(String::new(), |mut written, byte| {
        let _ = write!(written, "{byte:02x}");
        written
    }))
}

#[cfg(test)]
mod tests {
    use super::Subscription;
    use crate::listing::Hub;
    use jiff::{Timestamp, ToSpan};
    use std::time::Duration;

    fn now() -> Timestamp {
        "2027-03-12T10:00:00Z".parse().unwrap()
    }

    fn asked() -> Subscription {
        let (url, topic) = ("https://hub.example/", "https://quay.example/rss");
        let hub = Hub { url: url.to_owned(), topic: topic.to_owned() };
        let mut subscription = Subscription::new("Quay", hub).unwrap();
        assert!(subscription.is_due(now()) && !subscription.holds(now()));
        assert_eq!(subscription.ask(now()), None);
        subscription
    }

    #[test]
    fn a_lease_is_renewed_before_it_ends() {
        let mut subscription = asked();
        subscription.verified(Some(Duration::from_hours(10)), now()).unwrap();
        assert!(subscription.holds(now() + 9.hours()) && !subscription.holds(now() + 11.hours()));
        assert!(!subscription.is_due(now() + 7.hours()) && subscription.is_due(now() + 8.hours()));
        // Being asked again ends nothing that holds.
        assert_eq!(subscription.ask(now() + 8.hours()), None);
        assert!(subscription.holds(now() + 9.hours()));
    }

    #[test]
    fn a_hub_that_gives_nothing_is_asked_more_and_more_seldom() {
        let mut subscription = asked();
        let mut at = now();
        for (turn, hours) in [1, 2, 4, 8, 16, 32, 64, 96, 96].into_iter().enumerate() {
            assert!(!subscription.is_due(at + hours.hours() - 1.second()), "{turn}");
            at += hours.hours();
            assert!(subscription.is_due(at), "{turn}");
            assert!(subscription.ask(at).is_some());
        }
        subscription.denied(at);
        assert!(!subscription.is_due(at + 95.hours()));
        assert!(subscription.verified(Some(Duration::from_secs(599)), at).is_err());
    }

    #[test]
    fn a_hub_is_trusted_while_it_tells_of_all_that_comes() {
        let mut subscription = asked();
        subscription.tells(now());
        assert!(!subscription.is_trusted(now()));
        subscription.verified(None, now()).unwrap();
        assert!(subscription.is_trusted(now()));
        subscription.missed();
        assert!(!subscription.is_trusted(now()));
    }

    #[test]
    fn no_two_have_the_same_secret() {
        let (one, other) = (asked(), asked());
        assert!(one.token != other.token && one.secret != other.secret && one.secret.len() == 48);
    }
}
