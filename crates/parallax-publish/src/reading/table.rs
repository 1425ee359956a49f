//! Who tells what: what several origins tell, a row each, beside the origins, a column each.

use super::{Excerpt, parting::undressed, shown::Shown};
use parallax_model::{Absence, Claim, ClaimKind, ClaimStatus, Difference, Edition, ToldStory};

/// Fewer origins than these are read off the sentences; more do not fit beside each other.
const ORIGINS: std::ops::RangeInclusive<usize> = 3..=8;
/// More rows than these are not read.
const MOST_ROWS: usize = 14;

/// What several origins tell, and which of them.
#[derive(Debug)]
pub(crate) struct Table<'a> {
    /// Names of the origins, first to report first.
    pub(crate) origins: Vec<&'a str>,
    pub(crate) rows: Vec<Row<'a>>,
}

/// One claim.
#[derive(Debug)]
pub(crate) struct Row<'a> {
    pub(crate) excerpt: Excerpt<'a>,
    /// One for each origin.
    pub(crate) cells: Vec<Cell<'a>>,
}

/// What one origin tells of a claim.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cell<'a> {
    /// Its sentence, where it tells it.
    pub(crate) told: Option<Excerpt<'a>>,
    pub(crate) how: Telling<'a>,
}

/// How an origin tells a claim, or why it does not.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Telling<'a> {
    /// Before all others.
    First,
    /// It tells it.
    Tells,
    /// Nearly in the words of an older account.
    SameWords,
    /// A part of it.
    Partly,
    /// With another value than others give.
    Differs(Excerpt<'a>),
    /// It came out later, and does not.
    NotFound,
    /// It came out before.
    TooEarly,
    /// It was not compared.
    NotCompared,
    /// Nothing can be said of its silence.
    Unclear,
}

impl Telling<'_> {
    /// The sign and the word for it; what differs is shown as it is.
    pub(crate) const fn label(self) -> &'static str {
        match self {
            Self::First => "● first",
            Self::Tells => "● told",
            Self::SameWords => "● same words",
            Self::Partly => "◐ in part",
            Self::Differs(_) => "≠",
            Self::NotFound => "– not found",
            Self::TooEarly => "○ too early",
            Self::NotCompared => "not compared",
            Self::Unclear => "",
        }
    }
}

/// The table of a story; none where it would say too little or too much.
pub(super) fn of<'a>(edition: &'a Edition, told: &'a ToldStory) -> Option<Table<'a>> {
    if !ORIGINS.contains(&told.story.origins.len()) {
        return None;
    }
    let mut shown = Shown::default();
    let mut rows: Vec<Row<'a>> = Vec::new();
    for (at, claim) in told.comparison.claims.iter().enumerate() {
        let shared = claim.status != ClaimStatus::Single && claim.kind != ClaimKind::Background;
        let Some(words) = claim.statements.get(claim.central).filter(|_| shared) else { continue };
        let row = Row {
            excerpt: Excerpt::new(edition, words.article, words.span).whole(),
            cells: cells(edition, told, at, claim),
        };
        if let Some(same) = rows.iter_mut().find(|known| known.excerpt.is(&row.excerpt)) {
            same.absorb(row);
        } else if !shown.holds(&row.excerpt) && rows.len() < MOST_ROWS {
            shown.add(&row.excerpt);
            rows.push(row);
        }
    }
    let origins = told.story.origins.iter().map(|origin| origin.name.as_str()).collect();
    (rows.len() > 1).then_some(Table { origins, rows })
}

impl Row<'_> {
    /// Takes in another claim that the same sentence tells: who tells one of the two tells a part.
    fn absorb(&mut self, other: Self) {
        for (own, more) in self.cells.iter_mut().zip(other.cells) {
            if own.told.is_some() != more.told.is_some() {
                own.told = own.told.or(more.told);
                own.how = Telling::Partly;
            }
        }
    }
}

fn cells<'a>(edition: &'a Edition, told: &ToldStory, at: usize, claim: &Claim) -> Vec<Cell<'a>> {
    let differences = told.comparison.differences.iter();
    let differences: Vec<&Difference> = differences.filter(|each| each.claim == Some(at)).collect();
    let origins = 0..told.story.origins.len();
    origins.map(|origin| cell(edition, told, claim, &differences, origin)).collect()
}

fn cell<'a>(
    edition: &'a Edition,
    told: &ToldStory,
    claim: &Claim,
    differences: &[&Difference],
    origin: usize,
) -> Cell<'a> {
    let articles = &told.story.origins[origin].articles;
    let mut own = claim.statements.iter().filter(|words| articles.contains(&words.article));
    let Some(words) = own.clone().next() else {
        let absent = claim.absent.iter().flatten().find(|absent| absent.origin == origin);
        let how = match absent.map(|absent| absent.why) {
            Some(Absence::NotTold) => Telling::NotFound,
            Some(Absence::NotKnownYet) => Telling::TooEarly,
            Some(Absence::NotCompared) => Telling::NotCompared,
            _ => Telling::Unclear,
        };
        return Cell { told: None, how };
    };
    let sentence = Excerpt::new(edition, words.article, words.span).whole();
    let how = if let Some(value) = value(edition, differences, articles) {
        Telling::Differs(value)
    } else if claim.first.as_ref().is_some_and(|first| articles.contains(&first.article)) {
        Telling::First
    } else if own.all(|words| words.verbatim.is_some()) {
        Telling::SameWords
    } else {
        Telling::Tells
    };
    Cell { told: Some(sentence), how }
}

/// What an origin gives that others give otherwise: its latest value.
fn value<'a>(
    edition: &'a Edition,
    differences: &[&Difference],
    articles: &[usize],
) -> Option<Excerpt<'a>> {
    let difference = differences.first()?;
    let own = difference.values.iter().filter(|value| articles.contains(&value.article));
    let latest = own.max_by_key(|value| value.article)?;
    let excerpt = Excerpt::new(edition, latest.article, latest.span);
    (!undressed(excerpt.text()).is_empty()).then_some(excerpt)
}
