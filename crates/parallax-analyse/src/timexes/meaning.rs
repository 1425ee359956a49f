//! What an expression of time says, before it is held against a calendar.

use super::vocabulary::Unit;
use jiff::civil::Weekday;

/// The year a month, season or quarter is given, if it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum YearSaid {
    /// None: the tense of the sentence decides.
    Unsaid,
    /// `2026`.
    Given(i16),
    /// `of last year`: years from the publication's.
    Shifted(i8),
    /// `last September`: the nearest one before (-1), in (0) or after (1) the publication.
    Nearest(i8),
}

/// What a distance is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum From {
    /// The day of publication.
    Published,
    /// The day of publication, or the quarter spoken of: `a year ago`.
    Ago,
    /// The day spoken of just before.
    Mentioned,
    /// The day spoken of just before, and no other: `two weeks later`.
    Anchor,
    /// The day spoken of just before, unless told of what is always so: `in the morning`.
    Spoken,
    /// What the words after it name: `two days after the storm`.
    Event,
}

/// A day with a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Holiday {
    pub(super) month: i8,
    pub(super) day: HolidayDay,
    pub(super) year: YearSaid,
}

/// Which day of its month a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum HolidayDay {
    Fixed(i8),
    /// The first (1), second (2) … or last (-1) such weekday.
    Weekday(Weekday, i8),
    /// So many days after Easter.
    Easter {
        orthodox: bool,
        after: i8,
    },
}

/// What parts are counted in: `the third week of June`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Period {
    Year(YearSaid),
    Month {
        year: YearSaid,
        month: u8,
    },
    /// So many months or years from the running one.
    Shifted {
        unit: Unit,
        by: i8,
    },
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// A month, or a day of it.
    Calendar {
        year: YearSaid,
        month: u8,
        day: Option<u8>,
    },
    Year(i16),
    /// The first three digits.
    Decade(i16),
    /// The first two digits.
    Century(i16),
    Season {
        season: &'static str,
        year: YearSaid,
    },
    /// 1 to 4.
    Quarter {
        quarter: u8,
        year: YearSaid,
    },
    /// 1 or 2.
    Half {
        half: u8,
        year: YearSaid,
    },
    /// A weekday, of the week so many weeks away, or `last`, `this` or `next`.
    Weekday {
        day: Weekday,
        week: Option<i8>,
        shift: Option<i8>,
    },
    /// `the previous Friday`, `the following Monday`: beside the day spoken of.
    WeekdayBeside {
        day: Weekday,
        side: i8,
    },
    Weekend(Option<i8>),
    /// So many units from somewhere: `last week`, `two years ago`.
    Offset {
        unit: Unit,
        by: i32,
        from: From,
    },
    /// The same quarter or year as spoken of: `the quarter`.
    SameQuarter,
    /// The last quarter spoken of that is over, or the last that is: `the latest quarter`.
    LatestQuarter,
    /// The quarter spoken of, in another year: `the 1988 quarter`.
    QuarterIn(i16),
    /// A length of time in thousandths of the unit; `None` is some.
    Length {
        unit: Unit,
        milli: Option<i128>,
    },
    /// A length of time up to today (-1) or from it on (1): `the last two weeks`.
    Rolling {
        unit: Unit,
        milli: Option<i128>,
        side: i8,
    },
    /// What happens over and over, and vague references: their TIMEX3 value.
    Fixed(&'static str),
    /// So many units ahead, or a length: `in two weeks`.
    Ahead {
        unit: Unit,
        by: i32,
    },
    Holiday(Holiday),
    /// So many units of a period, from its first (1), second (2) … or from its end (-1).
    Nth {
        unit: Unit,
        nth: i8,
        count: u8,
        of: Period,
    },
    /// `week 31`.
    WeekNumber {
        week: u8,
        year: YearSaid,
    },
    /// `the 21st`, of the month so many months away where one is said.
    DayOfMonth {
        day: u8,
        shift: Option<i8>,
    },
    /// `Monday the 21st`: the nearest that is both.
    WeekdayOfMonth {
        weekday: Weekday,
        day: u8,
    },
    /// `the year to date`.
    ToDate(Unit),
    /// `the rest of the week`.
    Rest(Unit),
    /// How old someone is: no expression of time.
    Age,
    /// Every so often.
    Every(Unit),
    /// A clock time on a day not named beside it.
    Clock,
}

/// An expression in a line: its words and what they say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Index of its first word.
    pub(super) first: usize,
    /// Index one past its last word.
    pub(super) next: usize,
    pub(super) when: When,
    /// A part of the day in TIMEX3: `TNI`.
    pub(super) part: Option<&'static str>,
    /// Hour and minute.
    pub(super) clock: Option<(u8, u8)>,
    /// Whether its units are counted from a day to a day, as in `two months ago`.
    pub(super) counted: bool,
    /// Early (-1), middle (0) or late (1) in its period, where that stands behind it.
    pub(super) edge: Option<i8>,
    /// The week or weekend that the day is in: `the week of April 10`.
    pub(super) around: Option<Unit>,
}

impl Found {
    pub(super) const fn new(first: usize, next: usize, when: When) -> Self {
        Self {
            first,
            next,
            when,
            part: None,
            clock: None,
            counted: false,
            edge: None,
            around: None,
        }
    }

    /// The same, its units counted from day to day.
    pub(super) const fn counted(self) -> Self {
        Self { counted: true, ..self }
    }
}
