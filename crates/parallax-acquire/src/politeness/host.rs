//! One registrable domain: when it may be asked next.

use super::{later, spread};
use jiff::{Timestamp, fmt::rfc2822};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How one domain is treated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Manners {
    /// From the end of one answer to the next question, at least.
    pub spacing: Duration,
    /// Questions at once.
    pub at_once: usize,
    /// How long is waited after a first failure; twice as long after each further one.
    pub back_off: Duration,
    /// The longest that is waited after failures.
    pub longest: Duration,
}

impl Default for Manners {
    /// One question at a time and two seconds of peace; half a minute after a failure, at most six hours.
    fn default() -> Self {
        Self {
            spacing: Duration::from_secs(2),
            at_once: 1,
            back_off: Duration::from_secs(30),
            longest: Duration::from_hours(6),
        }
    }
}

/// A server that wants us to come back later than in a day is asked in a day all the same.
const LONGEST_WISH: Duration = Duration::from_hours(24);

/// So many answers in a row that are broken mean that the server is.
const STUMBLES: u32 = 4;

/// What is kept of one registrable domain.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Host {
    /// When it may be asked next.
    next: Option<Timestamp>,
    /// Failures since the last answer.
    failures: u32,
    /// What its robots.txt says of the time between two questions.
    delay: Option<Duration>,
}

impl Host {
    /// When it may be asked next; now, where nothing speaks against it.
    pub fn next(&self, now: Timestamp) -> Timestamp {
        self.next.map_or(now, |next| next.max(now))
    }

    /// Failures since the last answer.
    pub fn failures(&self) -> u32 {
        self.failures
    }

    /// Takes note of what robots.txt says of the time between two questions.
    pub fn wants(&mut self, delay: Option<Duration>) {
        self.delay = delay;
    }

    /// It answered: nothing is wrong with it.
    pub fn answered(&mut self, now: Timestamp, manners: &Manners) {
        self.failures = 0;
        self.rest(now, manners);
    }

    /// It did not answer, or said that something is wrong with it; the more often, the longer it
    /// is left alone.
    pub fn failed(&mut self, domain: &str, now: Timestamp, manners: &Manners) {
        self.failures = self.failures.saturating_add(1);
        let doubled = 1_u32.checked_shl(self.failures - 1).unwrap_or(u32::MAX);
        let wait = manners.back_off.saturating_mul(doubled).min(manners.longest);
        self.not_before(later(now, spread(wait, domain, self.failures)));
        self.rest(now, manners);
    }

    /// One answer of it was broken or did not come: it is left alone only where that goes on.
    pub fn stumbled(&mut self, domain: &str, now: Timestamp, manners: &Manners) {
        if self.failures + 1 < STUMBLES {
            self.failures += 1;
            self.rest(now, manners);
        } else {
            self.failed(domain, now, manners);
        }
    }

    /// It said when it may be asked again (`Retry-After`).
    pub fn wished(&mut self, moment: Timestamp, now: Timestamp) {
        self.not_before(moment.min(later(now, LONGEST_WISH)));
    }

    /// The peace that follows every answer: ours, or what the outlet wants where that is longer.
    pub fn spacing(&self, manners: &Manners) -> Duration {
        manners.spacing.max(self.delay.unwrap_or_default())
    }

    /// Every question is followed by some peace.
    fn rest(&mut self, now: Timestamp, manners: &Manners) {
        self.not_before(later(now, self.spacing(manners)));
    }

    fn not_before(&mut self, moment: Timestamp) {
        self.next = self.next.max(Some(moment));
    }
}

/// The part of a host's name that somebody registered: who pays for the servers.
///
/// ```
/// use parallax_acquire::politeness::registrable;
///
/// assert_eq!(registrable("www.news.quay.co.uk"), "quay.co.uk");
/// assert_eq!(registrable("127.0.0.1"), "127.0.0.1");
/// ```
pub fn registrable(host: &str) -> &str {
    if host.parse::<std::net::IpAddr>().is_ok() {
        return host;
    }
    psl::domain_str(host).unwrap_or(host)
}

/// When a server may be asked again, by the value of its `Retry-After`: seconds or a date.
///
/// ```
/// use parallax_acquire::politeness::retry_after;
///
/// let now = "2027-03-12T10:00:00Z".parse().unwrap();
/// assert_eq!(retry_after("120", now).unwrap().to_string(), "2027-03-12T10:02:00Z");
/// let date = retry_after("Fri, 12 Mar 2027 11:00:00 GMT", now).unwrap();
/// assert_eq!(date.to_string(), "2027-03-12T11:00:00Z");
/// assert_eq!(retry_after("soon", now), None);
/// ```
pub fn retry_after(value: &str, now: Timestamp) -> Option<Timestamp> {
    let value = value.trim();
    if !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        let seconds = value.parse().unwrap_or(u64::from(u32::MAX));
        return Some(later(now, Duration::from_secs(seconds.min(u64::from(u32::MAX)))));
    }
    rfc2822::parse(value).ok().map(|date| date.timestamp())
}

#[cfg(test)]
mod tests {
    use super::{Host, Manners, retry_after};
    use jiff::Timestamp;
    use proptest::prelude::*;
    use std::time::Duration;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(1_800_000_000 + second).unwrap()
    }

    fn seconds(from: Timestamp, to: Timestamp) -> i64 {
        to.as_second() - from.as_second()
    }

    #[test]
    fn an_answer_is_followed_by_peace_and_by_as_much_as_the_outlet_wants() {
        let manners = Manners::default();
        let mut host = Host::default();
        assert_eq!(host.next(at(0)), at(0));
        host.answered(at(0), &manners);
        assert_eq!(host.next(at(0)), at(2));
        assert_eq!(host.next(at(9)), at(9));
        host.wants(Some(Duration::from_secs(10)));
        host.answered(at(9), &manners);
        assert_eq!(host.next(at(9)), at(19));
    }

    #[test]
    fn failures_double_the_wait_up_to_the_longest_and_an_answer_ends_it() {
        let manners = Manners::default();
        let mut host = Host::default();
        let mut waited = 0;
        for turn in 0..20 {
            let now = host.next(at(0));
            host.failed("quay.example", now, &manners);
            let wait = seconds(now, host.next(now));
            let expected = (30 << turn.min(10)).min(6 * 3600);
            assert!((wait - expected).abs() <= expected / 4 + 1, "{turn}: {wait}");
            assert!(wait >= waited / 3);
            waited = wait;
        }
        let now = host.next(at(0));
        host.answered(now, &manners);
        assert_eq!((host.failures(), seconds(now, host.next(now))), (0, 2));
    }

    #[test]
    fn a_wish_is_granted_within_reason() {
        let mut host = Host::default();
        host.wished(retry_after("90", at(0)).unwrap(), at(0));
        assert_eq!(seconds(at(0), host.next(at(0))), 90);
        host.wished(retry_after("99999999999999999999", at(0)).unwrap(), at(0));
        assert_eq!(seconds(at(0), host.next(at(0))), 24 * 3600);
        // A moment that has passed changes nothing.
        host.wished(at(-500), at(0));
        assert_eq!(seconds(at(0), host.next(at(0))), 24 * 3600);
        for odd in ["", "-3", "1.5", "tomorrow", "Fri, 99 Mar 2027 11:00:00 GMT"] {
            assert_eq!(retry_after(odd, at(0)), None, "{odd}");
        }
    }

    proptest! {
        /// Whatever happens to a host, it is never asked sooner than its manners say.
        #[test]
        fn there_is_always_peace(steps in prop::collection::vec((0_u8..4, 0_i64..100_000), 0..40)) {
            let manners = Manners::default();
            let mut host = Host::default();
            let mut now = at(0);
            for (step, number) in steps {
                now = host.next(now);
                match step {
                    0 => host.answered(now, &manners),
                    1 => host.failed("quay.example", now, &manners),
                    2 => {
                        host.answered(now, &manners);
                        host.wished(at(number), now);
                    }
                    _ => {
                        host.wants(Some(Duration::from_secs(number.unsigned_abs() % 60)));
                        host.answered(now, &manners);
                    }
                }
                let wait = seconds(now, host.next(now));
                prop_assert!((2..=24 * 3600 + 1).contains(&wait), "{wait}");
            }
        }

        #[test]
        fn any_value_can_come(value: String) {
            let _ = retry_after(&value, at(0));
        }
    }
}
