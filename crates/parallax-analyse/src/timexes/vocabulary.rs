//! What the words of time expressions mean.

use jiff::civil::Weekday;
use parallax_language::{Language, WordTable, calendar, fold};
use std::{collections::BTreeMap, sync::LazyLock};

/// Lengths of time that calendars and clocks count in, shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
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
pub(super) enum Side {
    Before,
    After,
}

/// On which side of a date the time lies that is spoken of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Bound {
    Before,
    After,
    /// From its first day on.
    Since,
    Until,
}

/// When a sentence says its event takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    Past,
    Present,
    Future,
}

/// One thing a word can mean in an expression of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sense {
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
    /// A word that a title ends in: the `Times` of `Sunday Times`.
    Title,
}

impl Sense {
    /// Whether a word of this sense can be the first of an expression.
    pub(super) const fn opens(self) -> bool {
        !matches!(
            self,
            Self::Tense(_)
                | Self::Ahead
                | Self::Title
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

/// The words of one language and what they mean.
pub(super) struct Vocabulary {
    language: Language,
    senses: WordTable<Vec<Sense>>,
    /// Month and weekday names with case endings are asked of the calendar.
    inflects: bool,
}

static MONTHS: LazyLock<Vec<[Sense; 1]>> =
    LazyLock::new(|| (1..=12).map(|month| [Sense::Month(month)]).collect());
static WEEKDAYS: LazyLock<Vec<[Sense; 1]>> = LazyLock::new(|| {
    Weekday::Monday.cycle_forward().take(7).map(|day| [Sense::Weekday(day)]).collect()
});

static LANGUAGES: LazyLock<BTreeMap<&'static str, Vocabulary>> = LazyLock::new(|| {
    let mut words = words();
    let mut languages = BTreeMap::new();
    for language in Language::ALL.iter().filter_map(|tag| Language::of_tag(tag)) {
        languages.entry(language.primary()).or_insert_with(|| {
            let mut senses = words.remove(language.primary()).unwrap_or_default();
            for (name, month) in calendar::month_names(language) {
                senses.entry(name.to_owned()).or_default().push(Sense::Month(month));
            }
            for (name, day) in calendar::weekday_names(language) {
                senses.entry(name.to_owned()).or_default().push(Sense::Weekday(day));
            }
            let inflects = calendar::inflects(language);
            Vocabulary { language, senses: senses.into_iter().collect(), inflects }
        });
    }
    languages
});

impl Vocabulary {
    /// The vocabulary of `language`.
    pub(super) fn of(language: Language) -> Option<&'static Self> {
        LANGUAGES.get(language.primary())
    }

    /// The senses of a word as it stands.
    pub(super) fn senses(&'static self, word: &str) -> &'static [Sense] {
        if let Some(senses) = self.senses.of_word(word) {
            return senses;
        }
        if !self.inflects {
            return &[];
        }
        let folded = fold(word);
        let month = calendar::month(self.language, &folded);
        if let Some(month) = month.and_then(|month| MONTHS.get(usize::from(month) - 1)) {
            return month;
        }
        let day = calendar::weekday(self.language, &folded).map(Weekday::to_monday_zero_offset);
        let day = day.and_then(|day| WEEKDAYS.get(usize::try_from(day).ok()?));
        day.map_or(&[], |day| day.as_slice())
    }
}

/// The rows of the table, by language and folded word.
fn words() -> BTreeMap<&'static str, BTreeMap<String, Vec<Sense>>> {
    let mut languages: BTreeMap<&'static str, BTreeMap<String, Vec<Sense>>> = BTreeMap::new();
    for row in include_str!("../../data/dates/words.tsv").lines() {
        let mut cells = row.split('\t');
        let (Some(language), Some(class), Some(value), Some(forms)) =
            (cells.next(), cells.next(), cells.next(), cells.next())
        else {
            continue;
        };
        let Some(sense) = sense(class, value) else { continue };
        let senses = languages.entry(language).or_default();
        for form in forms.split(' ') {
            senses.entry(fold(form)).or_default().push(sense);
        }
    }
    languages
}

fn sense(class: &str, value: &'static str) -> Option<Sense> {
    let number = || value.parse::<i8>().ok();
    Some(match class {
        "unit" => Sense::Unit(unit(value)?),
        "plural" => Sense::Plural,
        "part" => Sense::Part(value),
        "partday" => Sense::PartDay(value),
        "deixis" => Sense::Deixis(number()?),
        "tonight" => Sense::Tonight(value),
        "tonight-" => Sense::LastNight(value),
        "shift" => Sense::Shift(number()?),
        "rolling" => Sense::Rolling,
        "context" => Sense::Context,
        "same" => Sense::Same,
        "ago" => Sense::Ago(if value == "pre" { Side::Before } else { Side::After }),
        "before" => Sense::Before,
        "after" => Sense::After,
        "event" => Sense::Event,
        "in" => Sense::In,
        "fromnow" => Sense::From,
        "now" => Sense::Now,
        "yearstep" => Sense::YearStep(number()?),
        "stage" => Sense::Stage,
        "stageof" => Sense::StageOf,
        "ordinal" => Sense::Ordinal(value.parse().ok()?),
        "the" => Sense::The,
        "a" => Sense::A,
        "of" => Sense::Of,
        "on" => Sense::On,
        "at" => Sense::At,
        "and" => Sense::And,
        "old" => Sense::Old,
        "few" => Sense::Few,
        "couple" => Sense::Couple,
        "more" => Sense::More,
        "half" => Sense::Half,
        "strong" => Sense::Strong,
        "weak" => Sense::Weak,
        "counts" => Sense::Counts,
        "year_owner" => Sense::YearOwner,
        "season" => Sense::Season(value),
        "every" => Sense::Every,
        "set" => Sense::Set(value),
        "reference" => Sense::Reference(value),
        "attribute" => Sense::Attribute(value),
        "refnoun" => Sense::ReferenceNoun(value),
        "noon" => Sense::Noon(value),
        "oclock" => Sense::Oclock,
        "zone" => Sense::Zone,
        "time" => Sense::Time,
        "fiscal" => Sense::Fiscal,
        "decade" => Sense::Decade(value.parse().ok()?),
        "lasting" => Sense::Lasting,
        "onward" => Sense::Onward,
        "future" => Sense::Tense(Tense::Future),
        "present" => Sense::Tense(Tense::Present),
        "ahead" => Sense::Ahead,
        "edge" => Sense::Edge(number()?),
        "bound" => Sense::Bound(bound(value)?),
        "boundbehind" => Sense::BoundBehind(bound(value)?),
        "opens" => Sense::Opens,
        "between" => Sense::Between,
        "link" => Sense::Link,
        "moved" => Sense::Moved,
        "known" => Sense::Known,
        "title" => Sense::Title,
        "past" => Sense::Tense(Tense::Past),
        _ => return None,
    })
}

fn bound(name: &str) -> Option<Bound> {
    Some(match name {
        "before" => Bound::Before,
        "after" => Bound::After,
        "since" => Bound::Since,
        "until" => Bound::Until,
        _ => return None,
    })
}

fn unit(name: &str) -> Option<Unit> {
    Some(match name {
        "second" => Unit::Second,
        "minute" => Unit::Minute,
        "hour" => Unit::Hour,
        "day" => Unit::Day,
        "week" => Unit::Week,
        "weekend" => Unit::Weekend,
        "fortnight" => Unit::Fortnight,
        "month" => Unit::Month,
        "quarter" => Unit::Quarter,
        "year" => Unit::Year,
        "decade" => Unit::Decade,
        "century" => Unit::Century,
        _ => return None,
    })
}
