//! Figures that changed or differ: a toll over two days, by outlet.

use crate::{
    charts::{self, Figure, Name, When},
    pages::{drawing::Drawing, story::Scene},
};
use parallax_model::{Difference, DifferenceKind, Quantity, ReadArticle, Show, Span, Statement};

/// Charts at most.
const MOST: usize = 4;

/// A chart for each figure that differs and has a claim.
pub(super) fn of(scene: &Scene<'_>) -> Vec<Drawing> {
    let numbers = scene.told.comparison.differences.iter();
    let numbers = numbers.filter(|each| each.kind == DifferenceKind::Number);
    let mut seen = Vec::new();
    let mut charts = Vec::new();
    for difference in numbers {
        if charts.len() == MOST || seen.contains(&difference.claim) {
            continue;
        }
        seen.push(difference.claim);
        charts.extend(chart(scene, difference));
    }
    charts
}

fn chart(scene: &Scene<'_>, difference: &Difference) -> Option<Drawing> {
    let claim = scene.told.comparison.claims.get(difference.claim?)?;
    let first = difference.values.first()?;
    let read = scene.edition.articles.get(first.article)?;
    let (unit, counted) = quantity(read, first.span).map(|one| (&one.unit, &one.counted))?;
    let values = difference.values.iter().map(|value| (value.article, value.span, true));
    let known = |article: usize| difference.values.iter().any(|value| value.article == article);
    let told = claim.statements.iter().filter(|words| !known(words.article));
    let told = told.map(|Statement { article, span, .. }| (*article, *span, false));
    let mut outlets: Vec<&str> = Vec::new();
    let mut figures: Vec<Figure<'_>> = Vec::new();
    for (article, span, given) in values.chain(told) {
        let Some(read) = scene.edition.articles.get(article) else { continue };
        if scene.frame.showing().of(read) == Show::Link {
            continue;
        }
        let Some(at) = When::published(&read.article) else { continue };
        let alike = |one: &&Quantity| {
            one.span.overlaps(span) && (given || (&one.unit, &one.counted) == (unit, counted))
        };
        let Some(found) = read.annotations.quantities.iter().find(alike) else { continue };
        let name = read.article.outlet.shown().unwrap_or_default();
        let outlet = outlets.iter().position(|known| *known == name).unwrap_or_else(|| {
            outlets.push(name);
            outlets.len() - 1
        });
        let known = |figure: &Figure<'_>| {
            (figure.outlet, figure.at, figure.milli) == (outlet, at, found.milli)
        };
        if !figures.iter().any(known) {
            let text = read.article.words(found.span);
            let said = Name { text, language: Some(&read.article.language), address: None };
            figures.push(Figure { outlet, at, milli: found.milli, said });
        }
    }
    // Figures of one time have not changed; where they differ the account says so.
    let first = figures.first()?.at;
    if figures.iter().all(|figure| (figure.at.from, figure.at.to) == (first.from, first.to)) {
        return None;
    }
    let (about, span) = difference.about;
    let about = scene.edition.articles.get(about)?;
    let of = Name {
        text: about.article.words(span),
        language: Some(&about.article.language),
        address: None,
    };
    let names: Vec<Name<'_>> =
        outlets.iter().map(|text| Name { text, ..Name::default() }).collect();
    Drawing::of(charts::quantities(scene.frame.words, of, &names, &figures))
}

fn quantity(read: &ReadArticle, span: Span) -> Option<&Quantity> {
    read.annotations.quantities.iter().find(|one| one.span.overlaps(span))
}
