//! Why a comparison says what it says: made on demand, never stored.

use crate::Span;

/// The reasons for the comparison of one story.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// One for each claim, in its order.
    pub claims: Vec<ClaimWhy>,
    /// One for each difference, in its order.
    pub differences: Vec<DifferenceWhy>,
    /// One for each quotation group, in its order.
    pub quotations: Vec<QuotationWhy>,
}

/// Why some statements are one claim.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClaimWhy {
    /// Pairs of its statements that were found to tell one thing, the surest first.
    pub links: Vec<LinkWhy>,
    /// Statements that are there as copies: the copy's index and the original's.
    pub copies: Vec<(usize, usize)>,
}

/// Why two statements are held to tell one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkWhy {
    /// Indices of the statements in the claim.
    pub statements: (usize, usize),
    /// By what they were joined.
    pub by: JoinedBy,
    /// How surely they tell one thing by what was weighed, in thousandths.
    pub weight: u32,
    /// How surely by their words alone, in thousandths.
    pub words: u32,
    /// What both give, the worthiest first.
    pub shared: Vec<Shared>,
    /// The logarithm of the learned odds, in thousandths, where the meaning of both is known.
    pub odds: Option<i64>,
    /// What made the odds, by name, the largest part first; parts of no weight are left out.
    pub parts: Vec<OddsPart>,
}

/// By what two statements were joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum JoinedBy {
    /// They quote one utterance.
    Utterance,
    /// Their words, names, amounts and days.
    Words,
    /// What they mean, as learned.
    Meaning,
}

impl JoinedBy {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utterance => "utterance",
            Self::Words => "words",
            Self::Meaning => "meaning",
        }
    }
}

/// One thing two statements both give.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shared {
    /// What sort of thing.
    pub sort: SharedSort,
    /// The words in the first and in the second statement.
    pub spans: (Span, Span),
    /// What it counts, in thousandths.
    pub worth: u32,
}

/// What two statements can both give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum SharedSort {
    /// A word or another for it.
    Word,
    /// A person, a body, a place.
    Entity,
    /// A number or amount.
    Amount,
    /// A day, month or year.
    Date,
}

impl SharedSort {
    /// The contract's word.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Entity => "entity",
            Self::Amount => "amount",
            Self::Date => "date",
        }
    }
}

/// What one feature adds to the learned odds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OddsPart {
    /// The feature.
    pub name: &'static str,
    /// What was seen of it.
    pub seen: i64,
    /// What it adds to the logarithm of the odds, in thousandths.
    pub adds: i64,
}

/// Why accounts are held to differ.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DifferenceWhy {
    /// One for each value, in its order.
    pub values: Vec<Given>,
    /// How alike the two least like sentences are, in thousandths.
    pub alike: u32,
    /// Seconds between the first and the last report, where the times are known.
    pub apart: Option<i64>,
}

/// What was read of one value of a difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// The sentence it stands in.
    pub sentence: Option<Span>,
    /// When its account came out, in UTC.
    pub published: Option<String>,
    /// What it was read as: `exactly 12`, `2027-03-12`.
    pub read_as: Option<String>,
}

/// Why quotations are held to give one utterance.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuotationWhy {
    /// What pairs of its variants, of different articles, have in common; pairs of nothing are left out.
    pub pairs: Vec<VariantPair>,
}

/// What two variants of an utterance have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VariantPair {
    /// Indices of the variants in the group.
    pub variants: (usize, usize),
    /// Words they share in order.
    pub shared: usize,
    /// Words of the shorter.
    pub of: usize,
    /// The nearness of meaning of their sentences, in thousandths, where they are in two languages.
    pub meaning: Option<i16>,
}
