//! Sentence boundaries against a treebank's.

use super::{figures::Figures, text};
use anyhow::Result;
use serde_json::{Value, json};
use std::{collections::BTreeSet, io::BufRead, path::Path};

/// Joins the sentences of each paragraph and asks for them back.
///
/// A boundary counts by its place among the paragraph's characters that are
/// not white space; the paragraph's own end is no boundary.
pub(crate) fn measure(name: &str, file: &Path, figures: &mut Figures) -> Result<()> {
    let (mut right, mut given, mut wanted) = (0_usize, 0_usize, 0_usize);
    for paragraph in paragraphs(file)? {
        let gold = boundaries(paragraph.iter().map(String::as_str));
        let text = paragraph.join(" ");
        let Some(read) = text::read(&text, None, Some(&Value::from("en"))) else { continue };
        let sentences = read.annotations.sentences.iter().map(|span| read.article.words(*span));
        let found = boundaries(sentences);
        right += gold.intersection(&found).count();
        given += found.len();
        wanted += gold.len();
    }
    let share = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
    let (p, r) = (share(right, given), share(right, wanted));
    let f1 = if p + r > 0.0 { 2.0 * p * r / (p + r) } else { 0.0 };
    let rounded = |value: f64| (value * 100.0).round() / 100.0;
    figures.take(name, &json!({"sentences": {"p": rounded(p), "r": rounded(r), "f1": rounded(f1), "boundaries": wanted}}));
    Ok(())
}

/// Paragraphs as lists of sentences.
fn paragraphs(file: &Path) -> Result<Vec<Vec<String>>> {
    let mut paragraphs: Vec<Vec<String>> = Vec::new();
    for line in text::lines(file)?.lines() {
        let line = line?;
        if line.starts_with("# newpar") || line.starts_with("# newdoc") {
            paragraphs.push(Vec::new());
        } else if let Some(sentence) = line.strip_prefix("# text = ") {
            if paragraphs.is_empty() {
                paragraphs.push(Vec::new());
            }
            paragraphs.last_mut().into_iter().for_each(|last| last.push(sentence.to_owned()));
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    Ok(paragraphs)
}

fn boundaries<'a>(sentences: impl Iterator<Item = &'a str>) -> BTreeSet<usize> {
    let mut at = 0;
    let mut ends = BTreeSet::new();
    for sentence in sentences {
        at += sentence.chars().filter(|letter| !letter.is_whitespace()).count();
        ends.insert(at);
    }
    ends.remove(&at);
    ends
}
