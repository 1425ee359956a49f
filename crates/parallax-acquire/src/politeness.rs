//! How often may who be asked? States that move with each answer; the time is always an argument.
//!
//! Spacing and back-off are by registrable domain, since that is who pays for the servers. Nothing
//! here is random: what spreads questions over time follows from a digest of what is asked.

mod host;
mod pace;
mod revisit;
mod spread;

pub use host::{Host, Manners, registrable, retry_after};
pub use pace::Pace;
pub use revisit::{again, revisit};
pub use spread::spread;

use jiff::Timestamp;
use std::time::Duration;

/// The moment so much later.
pub(crate) fn later(moment: Timestamp, by: Duration) -> Timestamp {
    moment.checked_add(by).unwrap_or(Timestamp::MAX)
}
