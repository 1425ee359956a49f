//! Two sentences of two articles: the same, in conflict, or different.

use super::{figures::Figures, scorer, text::capture};
use anyhow::Result;
use parallax_compare::{Meanings, compare_by_meaning};
use parallax_model::{
    Annotations, Article, Comparison, Difference, DifferenceKind, DifferenceValue, EntityKind,
    Grouping, Nature, Story,
};
use serde_json::{Value, json};
use std::path::Path;

/// Compares each pair as the only statements of two articles of one story.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    scorer::answered(name, file, scorer, work, figures, |row| {
        let texts = ["s1", "s2"].map(|field| row[field].as_str().unwrap_or_default().to_owned());
        let (_, annotations, comparison) = compared(&texts);
        let parted = parted(&comparison);
        let slot = parted.map(|one| slot(one, &annotations));
        json!({"id": row["id"], "label": label(&comparison), "slot": slot})
    })
}

/// Reads texts as articles of independent outlets and compares them as one story.
pub(crate) fn compared(texts: &[String]) -> (Vec<Article>, Vec<Annotations>, Comparison) {
    let Some(told) = Told::of(texts) else {
        return (Vec::new(), Vec::new(), Comparison::default());
    };
    let Told { articles, annotations, story, grouping, meanings } = told;
    let comparison = compare_by_meaning(&story, &articles, &annotations, &grouping, &meanings);
    (articles, annotations, comparison)
}

/// Texts as the accounts of one story.
pub(crate) struct Told {
    pub(crate) articles: Vec<Article>,
    pub(crate) annotations: Vec<Annotations>,
    pub(crate) story: Story,
    pub(crate) grouping: Grouping,
    pub(crate) meanings: Meanings,
}

impl Told {
    /// Reads texts as articles of independent outlets; `None` where none can be read.
    pub(crate) fn of(texts: &[String]) -> Option<Self> {
        let date = Value::from("2026-01-15");
        let language = Value::from("en");
        let (mut articles, mut annotations) = (Vec::new(), Vec::new());
        for (number, text) in texts.iter().enumerate() {
            let outlet = Value::from(format!("Outlet {number}"));
            let (id, text) = (Value::from(number.to_string()), Value::from(text.as_str()));
            let row = [
                ("id", &id),
                ("outlet", &outlet),
                ("date", &date),
                ("lang", &language),
                ("text", &text),
            ];
            if let Ok(read) = parallax::pipeline::read(&capture(&row)) {
                articles.push(read.article);
                annotations.push(read.annotations);
            }
        }
        let (story, grouping) = Grouping::of_one(&articles)?;
        let meanings = parallax::pipeline::meanings(
            &articles,
            &annotations,
            &grouping,
            parallax::meaning::Encoding::Carried,
        );
        Some(Self { articles, annotations, story, grouping, meanings })
    }
}

/// The first difference that says that both cannot be so, or that one is no longer so.
fn parted(comparison: &Comparison) -> Option<&Difference> {
    let parted = |nature| matches!(nature, Nature::Conflict | Nature::Update);
    comparison.differences.iter().find(|difference| parted(difference.nature))
}

/// What the set calls the slot in which two statements differ.
fn slot(difference: &Difference, annotations: &[Annotations]) -> &'static str {
    let is_place = |value: &DifferenceValue| {
        let notes = annotations.get(value.article);
        let known = notes.into_iter().flat_map(|notes| &notes.entities);
        let mut places = known.filter(|entity| entity.kind == EntityKind::Place);
        places.any(|place| place.mentions.iter().any(|mention| mention.span.overlaps(value.span)))
    };
    match difference.kind {
        DifferenceKind::Name if difference.values.iter().all(is_place) => "place",
        kind => kind.name(),
    }
}

fn label(comparison: &Comparison) -> &'static str {
    if parted(comparison).is_some() {
        return "conflict";
    }
    let shared = comparison.claims.iter().any(|claim| {
        let first = claim.statements.first().map(|statement| statement.article);
        claim.statements.iter().any(|statement| Some(statement.article) != first)
    });
    if shared { "same" } else { "different" }
}
