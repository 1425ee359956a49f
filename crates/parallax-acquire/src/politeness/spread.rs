//! Spreading over time without chance.

use parallax_model::DigestBuilder;
use std::time::Duration;

/// `time`, longer or shorter by up to a quarter: by how much follows from what it is for and from
/// how often it was asked for before, so that not everything that failed at once is asked at once.
///
/// ```
/// use parallax_acquire::politeness::spread;
/// use std::time::Duration;
///
/// let hour = Duration::from_secs(3600);
/// assert_eq!(spread(hour, "quay.example", 1), spread(hour, "quay.example", 1));
/// assert!(spread(hour, "quay.example", 1).abs_diff(hour) <= hour / 4);
/// ```
pub fn spread(time: Duration, what: &str, turn: u32) -> Duration {
    let digest =
        DigestBuilder::new("spread").field(what.as_bytes()).field(&turn.to_be_bytes()).finish();
    let first = digest.as_bytes().first().copied().unwrap_or_default();
    // From three quarters to five quarters, in 256 steps.
    (time * 3 / 4).saturating_add(time / 512 * u32::from(first))
}
