//! How a source is doing, for a person who looks after many.

use crate::{
    listing::{Hub, Kind},
    net::Known,
    politeness::{Pace, later, spread},
};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use parallax_model::Digest;
use serde::{Deserialize, Serialize};
use std::{collections::BTreeMap, time::Duration};

/// So many different faults are kept of one source; the oldest give way.
const FAULTS: usize = 100;

/// Days of which it is kept how many articles came.
const DAYS: usize = 30;

/// Failures in a row after which a person should look.
const TOO_OFTEN: u32 = 3;

/// A source that had news and has none for so long has moved, or has ended.
const SILENT: Duration = Duration::from_hours(30 * 24);

/// What is remembered of one source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Health {
    /// Its name, as its list has it.
    pub name: String,
    /// Its address, as it may be shown.
    pub url: String,
    /// What it is.
    pub kind: Kind,
    /// When it was last asked.
    pub asked: Option<Timestamp>,
    /// When it last answered with what it should.
    pub success: Option<Timestamp>,
    /// When it last listed something new.
    pub change: Option<Timestamp>,
    /// Failures since it last answered.
    pub failures: u32,
    /// What went wrong last with the source itself, while it does.
    pub trouble: Option<String>,
    /// What went wrong, with the source and with what it lists; the latest last.
    pub faults: Vec<Fault>,
    /// Faults that gave way to later ones.
    pub forgotten: u64,
    /// How many articles came, by day (UTC).
    pub days: BTreeMap<Date, u64>,
    /// What was odd in its last answer.
    pub odd: Vec<String>,
    /// Where it announces changes.
    pub hub: Option<Hub>,
    /// Until when its hub has our word.
    pub subscribed: Option<Timestamp>,
    /// When it is asked next.
    pub next: Option<Timestamp>,
    pub(super) pace: Pace,
    pub(super) known: Option<Known>,
    pub(super) payload: Option<Digest>,
}

/// Something that went wrong, and how often.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// When it last did.
    pub at: Timestamp,
    /// With which address, as it may be shown.
    pub url: String,
    /// What, in words.
    pub why: String,
    /// How often.
    pub times: u64,
}

impl Health {
    /// That of a source nothing is known of.
    pub fn new(name: &str, url: &str, kind: Kind) -> Self {
        Self {
            name: name.to_owned(),
            url: crate::net::shown(url),
            kind,
            asked: None,
            success: None,
            change: None,
            failures: 0,
            trouble: None,
            faults: Vec::new(),
            forgotten: 0,
            days: BTreeMap::new(),
            odd: Vec::new(),
            hub: None,
            subscribed: None,
            next: None,
            pace: Pace::default(),
            known: None,
            payload: None,
        }
    }

    /// Takes note of a fault of the source or of something it lists.
    pub fn fault(&mut self, url: &str, why: &str, now: Timestamp) {
        let url = crate::net::shown(url);
        let same = |fault: &Fault| fault.url == url && fault.why == why;
        let times = match self.faults.iter().position(same) {
            Some(place) => self.faults.remove(place).times + 1,
            None => 1,
        };
        self.faults.push(Fault { at: now, url, why: why.to_owned(), times });
        if self.faults.len() > FAULTS {
            self.faults.remove(0);
            self.forgotten += 1;
        }
    }

    /// It answered as it should.
    pub(super) fn answered(&mut self, changed: bool, now: Timestamp) {
        (self.asked, self.success) = (Some(now), Some(now));
        (self.failures, self.trouble) = (0, None);
        if changed {
            self.change = Some(now);
        }
        self.pace.after(changed);
        self.next = Some(later(now, spread(self.pace.every(), &self.name, 0)));
    }

    /// It is on this machine and was looked at.
    pub(super) fn looked_at(&mut self, changed: bool, now: Timestamp) {
        (self.asked, self.success) = (Some(now), Some(now));
        (self.failures, self.trouble) = (0, None);
        if changed {
            self.change = Some(now);
        }
    }

    /// It is watched again: a hub that was to tell of its changes had nobody to tell.
    pub(super) fn comes_back(&mut self) {
        if self.subscribed.take().is_some() {
            let by_clock = self.asked.map(|asked| later(asked, self.pace.every()));
            self.next = [self.next, by_clock].into_iter().flatten().min();
        }
    }

    /// It did not.
    pub(super) fn failed(&mut self, url: &str, why: &str, now: Timestamp) {
        self.fault(url, why, now);
        self.troubled(why, now);
    }

    /// The same, of a fault that was noted.
    pub(super) fn troubled(&mut self, why: &str, now: Timestamp) {
        self.asked = Some(now);
        self.failures = self.failures.saturating_add(1);
        self.trouble = Some(why.to_owned());
        self.pace.after(false);
        self.next = Some(later(now, spread(self.pace.every(), &self.name, self.failures)));
    }

    /// So many articles came.
    pub(super) fn came(&mut self, articles: u64, now: Timestamp) {
        *self.days.entry(now.to_zoned(TimeZone::UTC).date()).or_default() += articles;
        while self.days.len() > DAYS {
            self.days.pop_first();
        }
    }

    /// Articles a day, over the days of which it is known, up to `now`.
    pub fn articles_a_day(&self, now: Timestamp) -> f64 {
        let Some((&first, _)) = self.days.first_key_value() else { return 0.0 };
        let today = now.to_zoned(TimeZone::UTC).date();
        let days = first.duration_until(today).as_hours() / 24 + 1;
        self.days.values().sum::<u64>() as f64 / days.max(1) as f64
    }

    /// Why a person should look after it; nothing, where none need.
    pub fn needs_a_person(&self, now: Timestamp) -> Option<String> {
        if let Some(trouble) = &self.trouble
            && (self.failures >= TOO_OFTEN || self.success.is_none())
        {
            let times = match self.failures {
                1 => "once".to_owned(),
                times => format!("{times} times in a row"),
            };
            return Some(format!("{times}: {trouble}"));
        }
        let change = self.change.or(self.success)?;
        let silent = now.duration_since(change) > jiff::SignedDuration::try_from(SILENT).ok()?;
        silent.then(|| "nothing new for a month".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::{FAULTS, Health};
    use crate::listing::Kind;
    use jiff::{Timestamp, ToSpan};

    fn now() -> Timestamp {
        "2027-03-12T10:00:00Z".parse().unwrap()
    }

    #[test]
    fn faults_are_counted_and_the_oldest_give_way() {
        let mut health = Health::new("Quay", "https://a:b@quay.example/rss?key=1", Kind::Feed);
        assert_eq!(health.url, "https://quay.example/rss?…");
        for _ in 0..3 {
            health.fault("https://quay.example/a", "the body is cut short", now());
        }
        assert_eq!((health.faults.len(), health.faults[0].times), (1, 3));
        for number in 0..FAULTS {
            health.fault(&format!("https://quay.example/{number}"), "gone", now());
        }
        assert_eq!((health.faults.len(), health.forgotten), (FAULTS, 1));
    }

    #[test]
    fn a_person_is_asked_for_where_one_is_needed() {
        let mut health = Health::new("Quay", "https://quay.example/rss", Kind::Feed);
        assert_eq!(health.needs_a_person(now()), None);
        health.failed("https://quay.example/rss", "the server says 404", now());
        assert_eq!(health.needs_a_person(now()).unwrap(), "once: the server says 404");
        health.answered(true, now());
        health.failed("https://quay.example/rss", "the server says 500", now());
        assert_eq!(health.needs_a_person(now()), None);
        health.answered(false, now());
        assert_eq!(health.needs_a_person(now() + 2000.hours()).unwrap(), "nothing new for a month");
    }

    #[test]
    fn articles_a_day_count_the_days_without_any() {
        let mut health = Health::new("Quay", "https://quay.example/rss", Kind::Feed);
        assert!(health.articles_a_day(now()).abs() < 1e-9);
        health.came(6, now());
        assert!((health.articles_a_day(now() + 48.hours()) - 2.0).abs() < 1e-9);
    }
}
