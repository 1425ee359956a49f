//! Which files are written to their end, and which were read.

use super::Stamp;
use crate::politeness::later;
use jiff::Timestamp;
use std::{collections::BTreeMap, fs, path::Path, time::Duration};

/// A file that stays the same for so long is written; an empty one is waited for a little longer.
pub(super) const QUIET: Duration = Duration::from_secs(5);
const QUIET_AND_EMPTY: Duration = Duration::from_mins(1);

/// How programs name what they have not written to its end.
const ON_THEIR_WAY: [&str; 8] =
    [".part", ".partial", ".tmp", ".temp", ".download", ".crdownload", ".filepart", "~"];

/// How a file is now; nothing where it is gone.
pub(super) fn stamp(file: &Path) -> Option<Stamp> {
    let found = fs::metadata(file).ok()?;
    let changed = found.modified().ok().and_then(|moment| Timestamp::try_from(moment).ok());
    Some(Stamp { bytes: Some(found.len()), changed: changed.map(|moment| moment.to_string()) })
}

/// Whether a program will give it another name once it is written.
pub(super) fn is_on_its_way(file: &Path) -> bool {
    let name = file.file_name().map(|name| name.to_string_lossy().to_lowercase());
    name.is_some_and(|name| ON_THEIR_WAY.iter().any(|end| name.ends_with(end)))
}

/// How files looked the last time.
#[derive(Debug, Default)]
pub(crate) struct Looks(BTreeMap<String, Look>);

#[derive(Debug)]
struct Look {
    stamp: Stamp,
    /// Since when it is so; nothing where it was read.
    since: Option<Timestamp>,
}

impl Looks {
    /// Whether a file was read as it is now.
    pub(super) fn is_read(&self, key: &str, stamp: &Stamp) -> bool {
        self.0.get(key).is_some_and(|look| look.since.is_none() && look.stamp == *stamp)
    }

    /// It was read.
    pub(super) fn read(&mut self, key: &str, stamp: Stamp) {
        self.0.insert(key.to_owned(), Look { stamp, since: None });
    }

    /// Whether a file has been the same for long enough, also before it was first seen.
    pub(super) fn is_settled(&mut self, key: &str, stamp: &Stamp, now: Timestamp) -> bool {
        let quiet = if stamp.bytes == Some(0) { QUIET_AND_EMPTY } else { QUIET };
        let changed: Option<Timestamp> =
            stamp.changed.as_ref().and_then(|moment| moment.parse().ok());
        if changed.is_some_and(|changed| later(changed, QUIET_AND_EMPTY) <= now) {
            return true;
        }
        let held = self.0.get(key).filter(|look| look.stamp == *stamp);
        let since = held.and_then(|look| look.since).unwrap_or(now);
        self.0.insert(key.to_owned(), Look { stamp: stamp.clone(), since: Some(since) });
        later(since, quiet) <= now
    }
}

#[cfg(test)]
mod tests {
    use super::{Looks, Stamp, is_on_its_way};
    use jiff::{Timestamp, ToSpan};
    use std::path::Path;

    fn stamp(bytes: u64, changed: Timestamp) -> Stamp {
        Stamp { bytes: Some(bytes), changed: Some(changed.to_string()) }
    }

    #[test]
    fn a_file_is_read_once_it_stays_the_same() {
        let now: Timestamp = "2027-03-12T10:00:00Z".parse().unwrap();
        let mut looks = Looks::default();
        assert!(!looks.is_settled("a", &stamp(1, now), now));
        assert!(!looks.is_settled("a", &stamp(2, now + 4.seconds()), now + 5.seconds()));
        assert!(!looks.is_settled("a", &stamp(2, now + 4.seconds()), now + 9.seconds()));
        assert!(looks.is_settled("a", &stamp(2, now + 4.seconds()), now + 10.seconds()));
        assert!(looks.is_settled("old", &stamp(2, now - 2.minutes()), now));
        assert!(!looks.is_settled("empty", &stamp(0, now), now));
        assert!(!looks.is_settled("empty", &stamp(0, now), now + 30.seconds()));
        // A clock that is ahead of ours decides nothing.
        assert!(!looks.is_settled("ahead", &stamp(2, now + 9.hours()), now));
        assert!(looks.is_settled("ahead", &stamp(2, now + 9.hours()), now + 6.seconds()));
        looks.read("a", stamp(2, now));
        assert!(looks.is_read("a", &stamp(2, now)) && !looks.is_read("a", &stamp(3, now)));
    }

    #[test]
    fn what_has_another_name_until_it_is_written_is_left_alone() {
        for name in ["a.warc.gz.part", "b.TMP", "c.crdownload", "d~"] {
            assert!(is_on_its_way(Path::new(name)), "{name}");
        }
        assert!(!is_on_its_way(Path::new("part.html")));
    }
}
