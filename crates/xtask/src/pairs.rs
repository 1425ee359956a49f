//! `xtask claim-pairs`: what the comparison sees of pairs of sentences, for the script that learns from it.
//!
//! ```text
//! claim-pairs FILE OUT
//! value-pairs FILE OUT
//! ```
//!
//! FILE is JSON Lines, one story a line: `id` and `articles`, each with `id`, `outlet`, `title`, `text`,
//! `date`, `lang`. OUT has one pair of sentences a line: the story, both articles and sentences, the features;
//! or one pair of figures, days or names.

use crate::score::text::{capture, rows, write_rows};
use parallax_model::{Annotations, Article, Grouping};
use serde_json::{Value, json};
use std::{collections::BTreeMap, path::Path, process::ExitCode};

/// Reads the stories of `file` and writes what is seen of their pairs to `out`.
pub(crate) fn run(file: &Path, out: &Path) -> ExitCode {
    match rows(file).and_then(|stories| write_rows(out, &seen(&stories))) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("claim-pairs: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the stories of `file` and writes what is seen of the figures, days and names of their pairs to `out`.
pub(crate) fn values(file: &Path, out: &Path) -> ExitCode {
    let written = rows(file).and_then(|stories| {
        let features: BTreeMap<&str, Vec<&str>> =
            parallax_compare::learning::value_features().collect();
        let mut pairs = vec![json!({ "features": features })];
        for story in &stories {
            observe_values(story, &mut pairs);
        }
        write_rows(out, &pairs)
    });
    match written {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("value-pairs: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn seen(stories: &[Value]) -> Vec<Value> {
    let mut pairs = vec![json!({"features": parallax_compare::learning::FEATURES})];
    for row in stories {
        observe(row, &mut pairs);
    }
    pairs
}

/// The articles of a story, with what is marked in them.
fn read(row: &Value) -> (Vec<Article>, Vec<Annotations>) {
    let (mut articles, mut annotations) = (Vec::new(), Vec::new());
    for article in row["articles"].as_array().into_iter().flatten() {
        let fields = ["id", "outlet", "title", "text", "date", "lang"];
        let fields: Vec<(&str, &Value)> =
            fields.iter().filter_map(|name| Some((*name, article.get(*name)?))).collect();
        if let Ok(read) = parallax::pipeline::read(&capture(&fields)) {
            articles.push(read.article);
            annotations.push(read.annotations);
        }
    }
    (articles, annotations)
}

fn observe_values(row: &Value, pairs: &mut Vec<Value>) {
    let (articles, annotations) = read(row);
    let Some((story, grouping)) = Grouping::of_one(&articles) else { return };
    let encoding = parallax::meaning::Encoding::Carried;
    let meanings = parallax::pipeline::meanings(&articles, &annotations, &grouping, encoding);
    parallax_compare::learning::observe_values(
        &story,
        &articles,
        &annotations,
        &grouping,
        &meanings,
        |kind, places, aligned, seen| {
            let side = |(article, span): (usize, parallax_model::Span)| {
                json!([articles[article].capture.record, articles[article].words(span)])
            };
            pairs.push(json!({"story": row["id"], "kind": kind, "aligned": aligned, "a": side(places[0]), "b": side(places[1]), "seen": seen}));
        },
    );
}

fn observe(row: &Value, pairs: &mut Vec<Value>) {
    let (articles, annotations) = read(row);
    let Some((story, grouping)) = Grouping::of_one(&articles) else { return };
    let meanings = parallax::pipeline::meanings(
        &articles,
        &annotations,
        &grouping,
        parallax::meaning::Encoding::Carried,
    );
    parallax_compare::learning::observe(
        &story,
        &articles,
        &annotations,
        &grouping,
        &meanings,
        |places, seen, odds| {
            let side = |(article, span): (usize, parallax_model::Span)| {
                json!([articles[article].capture.record, articles[article].words(span)])
            };
            pairs.push(json!({"story": row["id"], "a": side(places[0]), "b": side(places[1]), "seen": seen, "odds": odds}));
        },
    );
}
