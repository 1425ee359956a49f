//! Sentences of a topic, linked where they say the same.

use super::{claims::compared, figures::Figures, scorer};
use anyhow::Result;
use parallax_model::Article;
use serde_json::{Value, json};
use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

/// Compares the summary and the articles of each topic as accounts of one story.
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
    )
}

/// The sentences of one document, with their ids, one a line.
#[derive(Default)]
struct Document {
    text: String,
    /// `(byte one past the sentence in the article's text, id)`.
    ends: Vec<(usize, String)>,
}

fn links(row: &Value) -> Vec<[String; 2]> {
    let mut documents: BTreeMap<String, Document> = BTreeMap::new();
    for sentence in ["a", "b"].iter().flat_map(|side| row[*side].as_array().into_iter().flatten()) {
        let id = sentence["id"].as_str().unwrap_or_default();
        // `b2_17` is a sentence of document `b2`; all of `a` is one document.
        let key = if id.starts_with('a') { "a" } else { id.split('_').next().unwrap_or(id) };
        let document = documents.entry(key.to_owned()).or_default();
        document.text.push_str(&sentence["text"].as_str().unwrap_or_default().replace('\n', " "));
        document.ends.push((document.text.len() + 1, id.to_owned()));
        document.text.push('\n');
    }
    let texts: Vec<String> = documents.values().map(|document| document.text.clone()).collect();
    let (articles, _, comparison) = compared(&texts);
    let documents: Vec<&Document> = documents.values().collect();
    let id = |article: usize, start: usize| -> Option<&str> {
        let number: usize = number_of(articles.get(article)?)?;
        let ends = &documents.get(number)?.ends;
        ends.get(ends.partition_point(|(end, _)| *end <= start)).map(|(_, id)| id.as_str())
    };
    let mut found = BTreeSet::new();
    for claim in &comparison.claims {
        let ids: Vec<&str> = claim
            .statements
            .iter()
            .filter_map(|statement| id(statement.article, statement.span.start()))
            .collect();
        for a in ids.iter().filter(|id| id.starts_with('a')) {
            for b in ids.iter().filter(|id| id.starts_with('b')) {
                found.insert([(*a).to_owned(), (*b).to_owned()]);
            }
        }
    }
    found.into_iter().collect()
}

fn number_of(article: &Article) -> Option<usize> {
    article.capture.record.as_deref()?.parse().ok()
}
