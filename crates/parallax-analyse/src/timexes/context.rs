//! What is known where an expression stands.

use super::vocabulary::Tense;
use jiff::civil::{Date, Weekday};

/// What is known where an expression stands.
#[derive(Clone, Copy, Debug)]
pub(super) struct Context {
    /// The day today is: of publication, or the day a quoted speaker spoke.
    pub(super) today: Option<Date>,
    /// The day spoken of just before.
    pub(super) day: Option<Date>,
    /// The last day spoken of by each weekday's name, from Monday on.
    pub(super) weekdays: [Option<Date>; 7],
    /// The year spoken of just before.
    pub(super) year: Option<i16>,
    /// The year, and its month where one is known, spoken of just before.
    pub(super) spoken: Option<(i16, Option<u8>)>,
    /// The quarter spoken of just before.
    pub(super) quarter: Option<(i16, u8)>,
    /// The tense of the words around.
    pub(super) tense: Option<Tense>,
}

impl Context {
    /// The last day spoken of by the name of `weekday`.
    pub(super) fn weekday(&self, weekday: Weekday) -> Option<Date> {
        let at = usize::try_from(weekday.to_monday_zero_offset()).ok()?;
        *self.weekdays.get(at)?
    }
}
