//! The rows and columns of a comparison.

use super::cell::Cell;
use crate::{
    Address, Only, Reach, Tab,
    foreign::Shown,
    frame::{Frame, Moment, published},
    pages::story::Scene,
};
use parallax_model::{
    Claim, ClaimKind, ClaimStatus, Difference, DifferenceKind, Nature, Origin, Span, Statement,
};
use parallax_publish::telling::whole;
use std::collections::BTreeSet;

/// Columns that are shown; more do not fit beside each other.
const COLUMNS: usize = 14;

/// A comparison, of which some rows are to be shown.
pub(super) struct Matrix<'a, 'b> {
    scene: &'b Scene<'a>,
    reach: &'b Reach,
    rows: Vec<Subject<'a>>,
    /// For each article of the edition, its origin.
    origin_of: Vec<Option<usize>>,
}

/// What a row is about.
#[derive(Clone, Copy)]
enum Subject<'a> {
    /// Its place, it, and which words of its central statement are shown.
    Claim(usize, &'a Claim, Span),
    /// A difference in something that is no claim.
    Difference(&'a Difference),
}

/// An origin.
pub(super) struct Column<'a> {
    pub(super) name: &'a str,
    pub(super) agency: bool,
    /// Where the outlet is that it goes by, where that is known.
    pub(super) country: Option<&'a str>,
    pub(super) outlets: Vec<(&'a str, String)>,
    pub(super) first: Option<Moment>,
}

/// Origins without a column.
pub(super) struct Rest<'a> {
    pub(super) number: String,
    /// Numbers of origins that could have columns instead, the name of the first, the way there.
    pub(super) sets: Vec<(String, &'a str, String)>,
    /// All of them, where there is nobody to ask for other columns.
    pub(super) names: Vec<&'a str>,
}

/// A statement and who tells it.
pub(super) struct Row<'a> {
    pub(super) id: String,
    pub(super) class: &'static str,
    pub(super) shown: Option<Shown<'a>>,
    /// What may be said of it in a word or two.
    pub(super) verdicts: Vec<String>,
    pub(super) first: Option<&'a str>,
    pub(super) said_by: &'a [String],
    pub(super) why: Option<String>,
    pub(super) cells: Vec<Cell<'a>>,
    /// How many origins without a column tell it.
    pub(super) more: usize,
}

impl<'a, 'b> Matrix<'a, 'b> {
    pub(super) fn of(scene: &'b Scene<'a>, reach: &'b Reach) -> Self {
        let comparison = &scene.told.comparison;
        let differing: BTreeSet<usize> =
            comparison.differences.iter().filter_map(|each| each.claim).collect();
        let fits = |at: usize, claim: &Claim| match reach.only {
            Only::Usual => claim.origins > 1 || differing.contains(&at),
            Only::Differing => differing.contains(&at),
            Only::Unique => {
                claim.status == ClaimStatus::Single && claim.kind != ClaimKind::Background
            }
            Only::Everything => true,
        };
        let claims = comparison.claims.iter().enumerate().filter(|(at, claim)| fits(*at, claim));
        let (behind, told): (Vec<_>, Vec<_>) =
            claims.partition(|(_, claim)| claim.kind == ClaimKind::Background);
        let mut seen = BTreeSet::new();
        let mut rows: Vec<Subject<'a>> = Vec::new();
        for (at, claim) in told.into_iter().chain(behind) {
            let Some(words) = claim.statements.get(claim.central) else { continue };
            let Some(read) = scene.edition.articles.get(words.article) else { continue };
            // Two claims of one quotation are shown as a whole once, then each as it is.
            let whole = whole(read, words.span);
            if seen.insert((words.article, whole)) {
                rows.push(Subject::Claim(at, claim, whole));
            } else if seen.insert((words.article, words.span)) {
                rows.push(Subject::Claim(at, claim, words.span));
            }
        }
        if reach.only != Only::Unique {
            let loose = comparison.differences.iter().filter(|each| each.claim.is_none());
            rows.extend(loose.map(Subject::Difference));
        }
        Self { scene, reach, rows, origin_of: scene.origin_of() }
    }

    pub(super) fn total(&self) -> usize {
        self.rows.len()
    }

    /// Where among the rows a claim is.
    pub(super) fn place(&self, digits: &str) -> Option<usize> {
        let is = |subject: &Subject<'a>| match subject {
            Subject::Claim(_, claim, _) => claim.id.to_string() == digits,
            Subject::Difference(_) => false,
        };
        self.rows.iter().position(is)
    }

    /// The same, reached otherwise: what is chosen has to be the same.
    pub(super) fn reached(self, reach: &'b Reach) -> Self {
        Self { reach, ..self }
    }

    /// The first origin that has a column.
    fn first_column(&self) -> usize {
        let sets = self.scene.told.story.origins.len().div_ceil(COLUMNS).max(1);
        (self.reach.columns.min(sets) - 1) * COLUMNS
    }

    fn origins(&self) -> impl Iterator<Item = (usize, &'a Origin)> + use<'a> {
        let origins = self.scene.told.story.origins.iter().enumerate();
        origins.skip(self.first_column()).take(COLUMNS)
    }

    pub(super) fn columns(&self) -> Vec<Column<'a>> {
        let frame = self.scene.frame;
        let edition = self.scene.edition;
        self.origins()
            .map(|(_, origin)| {
                let times = origin.articles.iter().filter_map(|&at| edition.articles.get(at));
                let first = times.filter_map(published).min_by_key(|time| time.0);
                let mut carriers = origin
                    .articles
                    .iter()
                    .filter_map(|&at| edition.articles.get(at).map(|read| &read.article.outlet));
                let own = carriers.find(|outlet| outlet.shown() == Some(origin.name.as_str()));
                let outlets = origin.outlets.iter();
                Column {
                    name: &origin.name,
                    agency: origin.agency,
                    country: own.and_then(|outlet| frame.country(outlet)),
                    outlets: outlets
                        .map(|name| (name.as_str(), frame.showing().outlet(name)))
                        .collect(),
                    first: first.map(|(_, stamp)| frame.stamp(stamp)),
                }
            })
            .collect()
    }

    /// Origins for which there is no column, and the way to columns of theirs.
    pub(super) fn rest(&self) -> Option<Rest<'a>> {
        let frame = self.scene.frame;
        let origins = &self.scene.told.story.origins;
        let own = self.first_column();
        let number = origins.len().checked_sub(COLUMNS).filter(|number| *number > 0)?;
        let sets = origins.chunks(COLUMNS).zip(1..).filter(|(_, set)| (set - 1) * COLUMNS != own);
        let link = |columns: usize| {
            let reach = Reach { columns, a: None, b: None, why: None, ..self.reach.clone() };
            frame.to(&Address::Story(self.scene.id.to_owned(), Tab::Compare(reach)))
        };
        let numbered = |at: usize| frame.words.number(u64::try_from(at).unwrap_or(u64::MAX));
        let sets = sets.filter(|_| !frame.fixed).map(|(set, columns)| {
            let before = (columns - 1) * COLUMNS;
            let numbers = format!("{}–{}", numbered(before + 1), numbered(before + set.len()));
            (numbers, set.first().map_or("", |origin| origin.name.as_str()), link(columns))
        });
        let names = origins.iter().skip(COLUMNS).filter(|_| frame.fixed);
        Some(Rest {
            number: frame.count("more-origins", number),
            sets: sets.collect(),
            names: names.map(|origin| origin.name.as_str()).collect(),
        })
    }

    pub(super) fn rows(&self, skip: usize, most: usize) -> Vec<Row<'a>> {
        let rows = self.rows.iter().skip(skip).take(most);
        rows.map(|subject| match subject {
            Subject::Claim(at, claim, span) => self.claim(*at, claim, *span),
            Subject::Difference(difference) => self.difference(difference),
        })
        .collect()
    }

    fn claim(&self, at: usize, claim: &'a Claim, span: Span) -> Row<'a> {
        let frame = self.scene.frame;
        let told = self.scene.told;
        let differences: Vec<&Difference> =
            told.comparison.differences.iter().filter(|each| each.claim == Some(at)).collect();
        let mut by_origin: Vec<Vec<&'a Statement>> = vec![Vec::new(); told.story.origins.len()];
        for words in &claim.statements {
            let origin = self.origin_of.get(words.article).copied().flatten();
            if let Some(own) = origin.and_then(|origin| by_origin.get_mut(origin)) {
                own.push(words);
            }
        }
        let cells = self.origins().map(|(origin, _)| {
            let own = by_origin.get(origin).map(Vec::as_slice).unwrap_or_default();
            Cell::of(self.scene, self.reach, claim, &differences, origin, own)
        });
        let words = claim.statements.get(claim.central);
        let shown = words.and_then(|words| {
            let read = self.scene.edition.articles.get(words.article)?;
            let shown = frame.showing().words(read, span, &[]);
            Some(Shown { link: frame.showing().place(read, words.span), ..shown })
        });
        let first = claim.first.as_ref().filter(|_| claim.origins > 1);
        let first = first.and_then(|first| self.origin_of.get(first.article).copied().flatten());
        let reach =
            Reach { why: Some(claim.id.to_string()), a: None, b: None, ..self.reach.clone() };
        let explained = claim.statements.len() > 1 && !frame.fixed && self.scene.as_of.0.is_none();
        Row {
            id: claim.id.to_string(),
            class: class(claim, &differences),
            shown,
            verdicts: self.verdicts(claim, &differences),
            first: first
                .and_then(|at| told.story.origins.get(at))
                .map(|origin| origin.name.as_str()),
            said_by: &claim.attributed_to,
            why: explained.then(|| {
                frame.to(&Address::Story(self.scene.id.to_owned(), Tab::Compare(reach))) + "#why"
            }),
            more: self.elsewhere(&by_origin),
            cells: cells.collect(),
        }
    }

    /// How many origins without a column tell something.
    fn elsewhere(&self, by_origin: &[Vec<&Statement>]) -> usize {
        let own = self.first_column()..self.first_column() + COLUMNS;
        let told = by_origin.iter().enumerate().filter(|(_, told)| !told.is_empty());
        told.filter(|(at, _)| !own.contains(at)).count()
    }

    fn verdicts(&self, claim: &Claim, differences: &[&Difference]) -> Vec<String> {
        let frame = self.scene.frame;
        if !differences.is_empty() {
            let mut all: Vec<String> =
                differences.iter().map(|each| difference_in_words(frame, each)).collect();
            all.dedup();
            return all;
        }
        let several = self.scene.told.story.origins.len() > 1;
        match claim.status {
            ClaimStatus::Single if several => vec![frame.say("badge-alone").to_owned()],
            _ => vec![frame.count("count-origins", claim.origins)],
        }
    }

    fn difference(&self, difference: &'a Difference) -> Row<'a> {
        let frame = self.scene.frame;
        let (article, span) = difference.about;
        let shown = self.scene.edition.articles.get(article);
        let cells = self.origins().map(|(origin, _)| Cell::value(self.scene, difference, origin));
        Row {
            id: format!("difference-{article}-{}", span.start()),
            class: "differs",
            shown: shown.map(|read| frame.showing().words(read, span, &[])),
            verdicts: vec![difference_in_words(frame, difference)],
            first: None,
            said_by: &[],
            why: None,
            cells: cells.collect(),
            more: 0,
        }
    }
}

fn class(claim: &Claim, differences: &[&Difference]) -> &'static str {
    match claim.status {
        _ if !differences.is_empty() => "differs",
        ClaimStatus::Single => "alone",
        _ => "agreed",
    }
}

/// Of what nature a difference is, and in what; where both are one word, that word.
fn difference_in_words(frame: &Frame, difference: &Difference) -> String {
    let nature = frame.say(nature_key(difference.nature));
    match kind_key(difference.kind, difference.nature) {
        Some(kind) => format!("{nature} · {}", frame.say(kind)),
        None => nature.to_owned(),
    }
}

/// By what a catalogue names a kind of difference; none where its nature says as much.
pub(in crate::pages::story) const fn kind_key(
    kind: DifferenceKind,
    nature: Nature,
) -> Option<&'static str> {
    Some(match kind {
        DifferenceKind::Number => "kind-number",
        DifferenceKind::Date => "kind-date",
        DifferenceKind::Name => "kind-name",
        DifferenceKind::Quotation => "kind-quotation",
        DifferenceKind::Wording if matches!(nature, Nature::Wording) => return None,
        DifferenceKind::Wording => "kind-wording",
        DifferenceKind::Negation => "kind-negation",
        DifferenceKind::Attribution => "kind-attribution",
    })
}

/// By what it names a sort of difference.
pub(in crate::pages::story) const fn nature_key(nature: Nature) -> &'static str {
    match nature {
        Nature::Update => "nature-update",
        Nature::Scope => "nature-scope",
        Nature::Conflict => "nature-conflict",
        Nature::Wording => "nature-wording",
    }
}
