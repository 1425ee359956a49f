//! Sentences of a topic, linked where they say the same.

use super::{
    claims::{Told, compared},
    figures::Figures,
    scorer,
};
use anyhow::Result;
use parallax_compare::learning::observe;
use parallax_model::{Article, Span, Statement};
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Compares the summary and the articles of each topic as accounts of one story: the links are what is in one
/// claim, and, under a name of its own, every pair with the odds that alignment weighs it by.
pub(crate) fn measure(
    name: &str,
    file: &Path,
    scorer: &Path,
    work: &Path,
    figures: &mut Figures,
) -> Result<()> {
    scorer::answered(
        name,
        file,
        scorer,
        work,
        figures,
        |row| json!({"topic": row["topic"], "links": links(row)}),
    )?;
    let pairs = format!("{name}, every pair");
    scorer::answered(
        &pairs,
        file,
        scorer,
        work,
        figures,
        |row| json!({"topic": row["topic"], "links": weighed(row)}),
    )
}

/// The sentences of one document, with their ids, one a line.
#[derive(Default)]
struct Document {
    text: String,
    /// `(byte one past the sentence in the article's text, id)`.
    ends: Vec<(usize, String)>,
}

/// The documents of a topic: the summary and the articles.
struct Topic(Vec<Document>);

impl Topic {
    fn of(row: &Value) -> Self {
        let mut documents: BTreeMap<String, Document> = BTreeMap::new();
        let sides = ["a", "b"].iter().flat_map(|side| row[*side].as_array().into_iter().flatten());
        for sentence in sides {
            let id = sentence["id"].as_str().unwrap_or_default();
            // `b2_17` is a sentence of document `b2`; all of `a` is one document.
            let key = if id.starts_with('a') { "a" } else { id.split('_').next().unwrap_or(id) };
            let document = documents.entry(key.to_owned()).or_default();
            let text = sentence["text"].as_str().unwrap_or_default().replace('\n', " ");
            document.text.push_str(&text);
            document.ends.push((document.text.len() + 1, id.to_owned()));
            document.text.push('\n');
        }
        Self(documents.into_values().collect())
    }

    fn texts(&self) -> Vec<String> {
        self.0.iter().map(|document| document.text.clone()).collect()
    }

    /// The id of the sentence at a byte of an article.
    fn id(&self, article: &Article, start: usize) -> Option<&str> {
        let number: usize = article.capture.record.as_deref()?.parse().ok()?;
        let ends = &self.0.get(number)?.ends;
        ends.get(ends.partition_point(|(end, _)| *end <= start)).map(|(_, id)| id.as_str())
    }
}

fn links(row: &Value) -> Vec<[String; 2]> {
    let topic = Topic::of(row);
    let (articles, _, comparison) = compared(&topic.texts());
    let mut found = BTreeSet::new();
    for claim in &comparison.claims {
        let place = |statement: &Statement| {
            topic.id(articles.get(statement.article)?, statement.span.start())
        };
        let ids: Vec<&str> = claim.statements.iter().filter_map(place).collect();
        for a in ids.iter().filter(|id| id.starts_with('a')) {
            for b in ids.iter().filter(|id| id.starts_with('b')) {
                found.insert([(*a).to_owned(), (*b).to_owned()]);
            }
        }
    }
    found.into_iter().collect()
}

/// Every pair of a sentence of the summary and one of an article, with the best odds of their parts.
fn weighed(row: &Value) -> Vec<Value> {
    let topic = Topic::of(row);
    let Some(Told { articles, annotations, story, grouping, meanings }) = Told::of(&topic.texts())
    else {
        return Vec::new();
    };
    let mut best: BTreeMap<(String, String), i64> = BTreeMap::new();
    let each = |places: [(usize, Span); 2], _: &[i64], odds: i64| {
        let id = |(article, span): (usize, Span)| topic.id(articles.get(article)?, span.start());
        let [Some(one), Some(other)] = places.map(id) else { return };
        let (a, b) = if one.starts_with('a') { (one, other) } else { (other, one) };
        if a.starts_with('a') && b.starts_with('b') {
            let known = best.entry((a.to_owned(), b.to_owned())).or_insert(odds);
            *known = odds.max(*known);
        }
    };
    observe(&story, &articles, &annotations, &grouping, &meanings, each);
    best.into_iter().map(|((a, b), odds)| json!([a, b, odds])).collect()
}
