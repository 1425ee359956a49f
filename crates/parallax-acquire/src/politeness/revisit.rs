//! When an article is asked for again: to see whether its outlet changed it, or because it could not be had.

use super::{later, spread};
use jiff::Timestamp;
use std::time::Duration;

/// How old a capture is each time its article is asked for again: corrections come soon or not at all.
const AGES: [Duration; 6] = [
    Duration::from_hours(1),
    Duration::from_hours(4),
    Duration::from_hours(12),
    Duration::from_hours(36),
    Duration::from_hours(4 * 24),
    Duration::from_hours(8 * 24),
];

/// How long after a first failure an article is asked for again; three times as long after each further one.
const AFTER_FAILURE: Duration = Duration::from_mins(10);

/// So many times in all is an article asked for that cannot be had.
const TRIES: u32 = 6;

/// When the article at `url`, first had at `first`, is asked for again; never, once it is ten days old.
///
/// ```
/// use parallax_acquire::politeness::revisit;
///
/// let first = "2027-03-12T10:00:00Z".parse().unwrap();
/// let next = revisit("https://quay.example/a", first, first).unwrap();
/// assert!(next.as_second() - first.as_second() < 2 * 3600);
/// let late = "2027-03-30T10:00:00Z".parse().unwrap();
/// assert_eq!(revisit("https://quay.example/a", first, late), None);
/// ```
pub fn revisit(url: &str, first: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let moments = (1_u32..).zip(AGES).map(|(turn, age)| later(first, spread(age, url, turn)));
    // What comes within the quarter of an hour comes with what is now.
    let soon = later(now, Duration::from_mins(15));
    moments.into_iter().find(|&moment| moment > soon)
}

/// When an article is asked for again that could not be had for the `failures`th time; never, once
/// that was tried often enough, or at once where asking again would give the same.
pub fn again(url: &str, failures: u32, lasting: bool, now: Timestamp) -> Option<Timestamp> {
    if lasting || failures >= TRIES {
        return None;
    }
    let wait = AFTER_FAILURE.saturating_mul(3_u32.saturating_pow(failures.saturating_sub(1)));
    Some(later(now, spread(wait, url, failures)))
}

#[cfg(test)]
mod tests {
    use super::{TRIES, again, revisit};
    use jiff::Timestamp;

    #[test]
    fn the_schedule_falls_and_ends() {
        let first = Timestamp::from_second(1_800_000_000).unwrap();
        let (mut now, mut gap, mut times) = (first, 0, 0);
        while let Some(next) = revisit("https://quay.example/a", first, now) {
            let wait = next.as_second() - now.as_second();
            assert!(wait > 0 && wait >= gap / 2, "{wait} after {gap}");
            (now, gap, times) = (next, wait, times + 1);
        }
        assert_eq!(times, 6);
        assert!(now.as_second() - first.as_second() > 5 * 24 * 3600);
    }

    #[test]
    fn what_cannot_be_had_is_given_up() {
        let now = Timestamp::from_second(1_800_000_000).unwrap();
        let mut tried = 0;
        while again("https://quay.example/a", tried + 1, false, now).is_some() {
            tried += 1;
        }
        assert_eq!(tried + 1, TRIES);
        assert_eq!(again("https://quay.example/a", 1, true, now), None);
    }
}
