//! What the words of time expressions mean.

use jiff::civil::Weekday;

/// Lengths of time that calendars and clocks count in, shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::timexes) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Week,
    Weekend,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
}

/// Where a distance in time leads, by the side of the length its word stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::timexes) enum Side {
    Before,
    After,
}

/// On which side of a date the time lies that is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::timexes) enum Bound {
    Before,
    After,
    /// From its first day on.
    Since,
    Until,
}

/// When a sentence says its event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::timexes) enum Tense {
    Past,
    Present,
    Future,
}

/// One thing a word can mean in an expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::timexes) enum Sense {
    Month(u8),
    Weekday(Weekday),
    Unit(Unit),
    /// A unit in the plural: `weeks`.
    Plural,
    /// A part of the day in TIMEX3: `TMO`.
    Part(&'static str),
    /// A part of the day that needs no other word: `overnight`.
    PartDay(&'static str),
    /// Days from today.
    Deixis(i8),
    /// `tonight`.
    Tonight(&'static str),
    /// `anoche`.
    LastNight(&'static str),
    /// `last`, `this`, `next`.
    Shift(i8),
    /// `last`, `past`, `next` before a number of units.
    Rolling,
    /// `previous`, `following`: from the day spoken of.
    Context,
    /// `that`, `same`.
    Same,
    Ago(Side),
    Before,
    After,
    /// `before` or `after` what follows.
    Event,
    In,
    From,
    Now,
    /// `биыл`: years from the running one.
    YearStep(i8),
    Stage,
    StageOf,
    Ordinal(u8),
    The,
    A,
    Of,
    On,
    At,
    And,
    Old,
    Few,
    Couple,
    More,
    Half,
    /// A preposition that mostly stands before years.
    Strong,
    /// A preposition that may stand before a year.
    Weak,
    /// A word that says a count follows.
    Counts,
    YearOwner,
    Season(&'static str),
    Every,
    /// `daily`.
    Set(&'static str),
    Reference(&'static str),
    /// `current` before a noun.
    Attribute(&'static str),
    /// `the future`.
    ReferenceNoun(&'static str),
    Noon(&'static str),
    Oclock,
    Zone,
    Time,
    Fiscal,
    /// `nineties`.
    Decade(i16),
    /// A preposition before a length: `for years`.
    Lasting,
    /// A preposition that leads on from a time or up to it: `by`.
    Onward,
    Tense(Tense),
    /// Which part of a period `early`, `mid` or `end` is: -1, 0 or 1.
    Edge(i8),
    /// What a word makes of the date behind it: `since`.
    Bound(Bound),
    /// `or later`, behind a date.
    BoundBehind(Bound),
    /// `from` of a range.
    Opens,
    /// `between`.
    Between,
    /// `to`, `through`: leads to the end of a range.
    Link,
    /// What is moved `from Monday to Friday` does not last so long.
    Moved,
    /// A verb or noun whose infinitive is still to come: `agreed to open`.
    Ahead,
    /// A word that expressions of several words start with.
    Known,
    /// What makes a period the same of another year: `corresponding`.
    Like,
    /// A word right before a day to come: `effective`.
    Comes,
    /// A word right before a day that is over: `since`.
    Passed,
    /// A word that leads back to what is over: `after`.
    Since,
    /// `will`, before a verb.
    Modal,
    /// What is told by the year, and not counted, behind four figures: `1989 sales`.
    Yearly,
    /// A plan, whose infinitive is to come.
    Plan,
    /// What `today’s` makes of our time, and no day: `today’s world`.
    Era,
    /// A word that a title ends in: the `Times` of `Sunday Times`.
    Title,
}

impl Sense {
    /// Whether a word of this sense can be the first of an expression.
    pub(in crate::timexes) const fn opens(self) -> bool {
        !matches!(
            self,
            Self::Tense(_)
                | Self::Ahead
                | Self::Title
                | Self::Comes
                | Self::Passed
                | Self::Since
                | Self::Modal
                | Self::Plan
                | Self::Yearly
                | Self::Era
                | Self::Lasting
                | Self::Counts
                | Self::Strong
                | Self::Weak
                | Self::YearOwner
                | Self::And
                | Self::Onward
                | Self::Bound(_)
                | Self::BoundBehind(_)
                | Self::Opens
                | Self::Between
                | Self::Link
                | Self::Moved
                | Self::Old
                | Self::More
                | Self::Of
                | Self::On
                | Self::From
                | Self::Time
                | Self::Zone
                | Self::Oclock
                | Self::Before
                | Self::After
                | Self::Event
                | Self::Edge(_)
        )
    }
}
