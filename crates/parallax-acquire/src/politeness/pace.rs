//! How often a source is asked: as often as it changes.

use serde::{Deserialize, Serialize};
use std::time::Duration;

/// How often a source is asked at first.
const AT_FIRST: Duration = Duration::from_mins(30);

/// The interval between two questions to one source, and its bounds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pace {
    every: Duration,
}

/// Between these a source is asked, whatever it does.
pub(crate) const LEAST: Duration = Duration::from_mins(5);
pub(crate) const MOST: Duration = Duration::from_hours(12);

impl Default for Pace {
    fn default() -> Self {
        Self { every: AT_FIRST }
    }
}

impl Pace {
    /// The interval.
    pub fn every(&self) -> Duration {
        self.every
    }

    /// After an answer: what changed is asked more often, what did not less often. Two answers
    /// without news weigh about as much as one with news, so that it settles where every third
    /// question brings some.
    pub fn after(&mut self, changed: bool) {
        let every = if changed { self.every / 2 } else { self.every * 7 / 5 };
        self.every = every.clamp(LEAST, MOST);
    }
}

#[cfg(test)]
mod tests {
    use super::{LEAST, MOST, Pace};
    use std::time::Duration;

    /// How often a source is asked in the end that has news so often.
    fn settled(news: Duration) -> Duration {
        let (mut pace, mut now, mut seen) = (Pace::default(), Duration::ZERO, Duration::ZERO);
        for _ in 0..200 {
            now += pace.every();
            let changed = now >= seen + news;
            if changed {
                seen = now;
            }
            pace.after(changed);
        }
        pace.every()
    }

    #[test]
    fn a_source_is_asked_about_as_often_as_it_changes() {
        for hours in [1_u32, 3, 6, 12] {
            let news = Duration::from_hours(u64::from(hours));
            let every = settled(news);
            assert!(every > news / 6 && every < news * 3 / 2, "{hours} h: {every:?}");
        }
        assert_eq!(settled(Duration::ZERO), LEAST);
        assert_eq!(settled(Duration::from_hours(9999)), MOST);
    }
}
