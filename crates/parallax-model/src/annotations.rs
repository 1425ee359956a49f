//! What a reader could underline in an article: standoff layers over its text.

use crate::{Span, Topic};

/// Everything analysis knows of one article; spans point into its text.
///
/// Layers are in document order. Cross-references are indices into
/// [`entities`](Self::entities).
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Annotations {
    /// Sentences of the body.
    pub sentences: Vec<Span>,
    /// Who and what is named, in order of first mention.
    pub entities: Vec<Entity>,
    /// Words reported as someone's.
    pub quotations: Vec<Quotation>,
    /// Expressions of time.
    pub dates: Vec<Timex>,
    /// Other outlets named as a source.
    pub citations: Vec<Citation>,
    /// Numbers and amounts.
    pub quantities: Vec<Quantity>,
    /// Who did what to whom.
    pub events: Vec<Event>,
    /// What it is about, where its words make that clear.
    pub topic: Option<Topic>,
}

/// Someone or something the article names.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entity {
    /// The fullest form of the name in the article, without title: `Agnes Corvin`.
    pub name: String,
    /// What sort of thing it is.
    pub kind: EntityKind,
    /// Every appearance, in document order.
    pub mentions: Vec<Mention>,
}

/// Sorts of entity.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, ministry, party, team, court.
    Organization,
    /// Somewhere on a map.
    Place,
    /// A named happening: a war, a cup, a storm.
    Event,
    /// Anything else with a name: a ship, a law, a book.
    Other,
}

impl EntityKind {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Event => "event",
            Self::Other => "other",
        }
    }
}

/// One appearance of an entity.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// How it is meant there.
    pub form: MentionForm,
}

/// Ways of meaning an entity.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum MentionForm {
    /// By name: `Agnes Corvin`, `Corvin`.
    Named,
    /// By office or description: `the prime minister`.
    Descriptive,
    /// By pronoun: `he`.
    Pronoun,
}

/// Words reported as someone's.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// The words. Direct and partial: what stands inside the outer marks, its
    /// own punctuation kept. Indirect: the reported clause.
    pub span: Span,
    /// How they are reported.
    pub kind: QuotationKind,
    /// Who is said to have said them: index into [`Annotations::entities`].
    pub speaker: Option<usize>,
    /// The speaker as the article gives it where it is no entity (`officials`),
    /// else the entity's name.
    pub speaker_name: Option<String>,
    /// The words that name the speaker.
    pub speaker_span: Option<Span>,
    /// The reporting words: `said`, `according to`.
    pub cue: Option<Span>,
    /// Pieces of one utterance split by its cue, or over paragraphs, share a number.
    pub utterance: usize,
}

/// Ways of reporting speech.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum QuotationKind {
    /// Whole words of the speaker in marks.
    Direct,
    /// A fragment in marks inside the outlet's own sentence.
    Partial,
    /// Reported without marks.
    Indirect,
}

impl QuotationKind {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Direct => "direct",
            Self::Partial => "partial",
            Self::Indirect => "indirect",
        }
    }
}

/// An expression of time and its TIMEX3 value.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// The words: `last Tuesday`.
    pub span: Span,
    /// TIMEX3: `2026-02-03`, `2026-W06`, `2026-02`, `2025`, `2026-02-03T10:19`, `P3D`; of a
    /// range where its ends begin, `2026-02-04/2026-02-22`.
    pub value: String,
    /// How exact the expression is; of a range, its first end.
    pub precision: Precision,
    /// What sort of expression it is.
    pub kind: TimexKind,
    /// The days it spans, where it is no single day and no mere length.
    pub stretch: Option<Stretch>,
}

impl Timex {
    /// A timex that spans no stretch of its own, of the kind its precision has by itself.
    pub const fn new(span: Span, value: String, precision: Precision) -> Self {
        Self { span, value, precision, kind: Self::kind_of(precision), stretch: None }
    }

    /// The kind that a precision has by itself.
    pub const fn kind_of(precision: Precision) -> TimexKind {
        match precision {
            Precision::Time => TimexKind::Time,
            Precision::Duration => TimexKind::Duration,
            _ => TimexKind::Date,
        }
    }
}

/// The types of TIMEX3, and ranges.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimexKind {
    /// A place in the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// What happens over and over.
    Set,
    /// From one place in the calendar to another: `from 4 to 22 February`.
    Range,
}

impl TimexKind {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
            Self::Range => "RANGE",
        }
    }
}

/// The days that an expression spans: `since June`, `the last three months`.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// The expression with the words that bound it: the `since` of `since June`. Two timexes
    /// that bound one stretch, as `between 2014 and 2019`, have this in common.
    pub span: Span,
    /// Its first day; `None` where only the end is said.
    pub start: Option<String>,
    /// The day after its last, of a range the day that its last part begins; the first day itself
    /// where a day is meant that the value leaves open; `None` where only the start is said.
    pub end: Option<String>,
}

/// How exact an expression of time is.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Precision {
    /// A clock time.
    Time,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A season or quarter.
    Season,
    /// A year.
    Year,
    /// Ten years.
    Decade,
    /// A length of time, not a place in it.
    Duration,
}

impl Precision {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Time => "time",
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
            Self::Season => "season",
            Self::Year => "year",
            Self::Decade => "decade",
            Self::Duration => "duration",
        }
    }
}

/// Another outlet or agency named as the source: `as cited by the BBC`.
///
/// Never the article's own outlet.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The words that name the source.
    pub span: Span,
    /// The source, without article: `BBC`.
    pub source_name: String,
}

/// A number with what it counts.
///
/// Values are exact: `value / 10^scale`. `1.2m tonnes` is 1 200 000 of `tonne`.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The words, qualifier and unit included: `nearly two hours`.
    pub span: Span,
    /// The digits or number words alone.
    pub number: Span,
    /// Thousandths of the number, multiplied out: `1.2m` is `1_200_000_000`.
    pub milli: i128,
    /// The upper end of a range, in thousandths.
    pub upper: Option<i128>,
    /// The unit, folded and singular: `hour`, `euro`, `percent`, `tonne`; empty for a bare count.
    pub unit: String,
    /// What is counted, folded and stemmed: `person`, `crew`; empty when unclear.
    pub counted: String,
    /// On which side of its number the amount lies, as the words around it say.
    pub bound: Bound,
}

/// On which side of its number an amount lies.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Bound {
    /// `20`: it is the number, or, of a range, between its ends.
    #[default]
    Exactly,
    /// `about 20`: near it, on either side.
    About,
    /// `nearly 20`: a little less.
    Nearly,
    /// `just over 20`: a little more.
    JustOver,
    /// `at least 20`, `20 or more`: it or more, however much.
    AtLeast,
    /// `more than 20`: more, however much.
    MoreThan,
    /// `up to 20`, `no more than 20`: it or less, however little.
    AtMost,
    /// `fewer than 20`: less, however little.
    LessThan,
}

impl Bound {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Exactly => "exactly",
            Self::About => "about",
            Self::Nearly => "nearly",
            Self::JustOver => "just-over",
            Self::AtLeast => "at-least",
            Self::MoreThan => "more-than",
            Self::AtMost => "at-most",
            Self::LessThan => "less-than",
        }
    }

    /// Whether the amount may be any amount above its number.
    pub const fn is_open_above(self) -> bool {
        matches!(self, Self::AtLeast | Self::MoreThan)
    }

    /// Whether the amount may be any amount below its number.
    pub const fn is_open_below(self) -> bool {
        matches!(self, Self::AtMost | Self::LessThan)
    }
}

/// Something done by someone to someone, as one clause tells it.
///
/// All spans lie in its sentence.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// The sentence: index into [`Annotations::sentences`].
    pub sentence: usize,
    /// The word that names the deed: `arrested`.
    pub span: Span,
    /// What kind of deed it is.
    pub class: EventClass,
    /// Who did it; empty where the clause does not say.
    pub sources: Vec<Span>,
    /// Whom it was done to; empty where the clause does not say.
    pub targets: Vec<Span>,
    /// Where.
    pub place: Option<Span>,
    /// When: index into [`Annotations::dates`].
    pub date: Option<usize>,
}

/// Kinds of deeds: the classes of PLOVER, the Political Language Ontology for
/// Verifiable Event Records.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EventClass {
    /// Agrees, offers, promises.
    Agree,
    /// Meets, visits, negotiates, mediates.
    Consult,
    /// Praises, recognises, makes up, signs a treaty.
    Support,
    /// Works together in material things: exercises, extradition, shared knowledge.
    Cooperate,
    /// Gives aid, shelter, protection.
    Aid,
    /// Gives way: eases rules, releases, allows.
    Concede,
    /// Withdraws, surrenders, resigns, holds fire.
    Retreat,
    /// Looks into something.
    Investigate,
    /// Demands, orders, appeals.
    Demand,
    /// Accuses, criticises, complains.
    Disapprove,
    /// Refuses, vetoes, breaks its word.
    Reject,
    /// Threatens, or announces something hostile.
    Threaten,
    /// Demonstrates, strikes, riots.
    Protest,
    /// Readies or moves forces.
    Mobilize,
    /// Cuts aid or relations, expels, boycotts.
    Sanction,
    /// Arrests, seizes, bans, sabotages.
    Coerce,
    /// Uses violence outside open combat: abducts, tortures, bombs.
    Assault,
    /// Uses military force.
    Fight,
}

impl EventClass {
    /// PLOVER's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Agree => "AGREE",
            Self::Consult => "CONSULT",
            Self::Support => "SUPPORT",
            Self::Cooperate => "COOPERATE",
            Self::Aid => "AID",
            Self::Concede => "CONCEDE",
            Self::Retreat => "RETREAT",
            Self::Investigate => "INVESTIGATE",
            Self::Demand => "DEMAND",
            Self::Disapprove => "DISAPPROVE",
            Self::Reject => "REJECT",
            Self::Threaten => "THREATEN",
            Self::Protest => "PROTEST",
            Self::Mobilize => "MOBILIZE",
            Self::Sanction => "SANCTION",
            Self::Coerce => "COERCE",
            Self::Assault => "ASSAULT",
            Self::Fight => "FIGHT",
        }
    }

    /// Whether it is against someone.
    pub const fn is_hostile(self) -> bool {
        matches!(
            self,
            Self::Threaten
                | Self::Protest
                | Self::Mobilize
                | Self::Sanction
                | Self::Coerce
                | Self::Assault
                | Self::Fight
        )
    }
}
