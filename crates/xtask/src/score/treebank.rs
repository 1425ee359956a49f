//! Sentence boundaries, tags and trees against a treebank's.

use super::{figures::Figures, text};
use crate::conllu::{self, Sentence};
use anyhow::Result;
use parallax_analyse::syntax;
use serde_json::{Value, json};
use std::{collections::BTreeSet, io::BufRead, path::Path};

/// Measures sentences, then tags and trees.
pub(crate) fn measure(name: &str, file: &Path, figures: &mut Figures) -> Result<()> {
    let treebank = conllu::sentences(file)?;
    figures.take(
        name,
        &json!({"syntax": on_given_words(&treebank), "own_words": on_own_words(&treebank)}),
    );
    boundaries_of(name, file, figures)
}

/// Tags and trees where the treebank says what the words are.
fn on_given_words(treebank: &[Sentence]) -> Value {
    let (mut words, mut right) = (0_usize, [0_usize; 4]);
    for Sentence { example, .. } in treebank {
        let given: Vec<&str> = example.words.iter().map(String::as_str).collect();
        for (at, (tag, head, relation)) in syntax::words(&given).into_iter().enumerate() {
            let attached = head == example.heads[at];
            words += 1;
            right[0] += usize::from(tag.class() == example.tags[at].class());
            right[1] += usize::from(tag.fine() == example.tags[at].fine());
            right[2] += usize::from(attached);
            right[3] += usize::from(attached && relation == example.relations[at]);
        }
    }
    let [upos, xpos, uas, las] = right.map(|right| share(right, words));
    json!({"upos": upos, "xpos": xpos, "uas": uas, "las": las})
}

/// F1 of words, and of words that also have the right class, head, and relation,
/// from the sentence's text alone. Words are the same where they hold the same letters.
fn on_own_words(treebank: &[Sentence]) -> Value {
    let (mut given, mut wanted, mut right) = (0_usize, 0_usize, [0_usize; 4]);
    for Sentence { text, example } in treebank {
        let gold = places(example.words.iter().map(String::as_str));
        let read = syntax::sentence(text);
        let own =
            places(read.iter().map(|token| text.get(token.start..token.end).unwrap_or_default()));
        given += own.len();
        wanted += gold.len();
        for (token, place) in read.iter().zip(&own) {
            let Ok(at) = gold.binary_search(place) else { continue };
            let attached =
                token.head.map(|head| own[head]) == example.heads[at].map(|head| gold[head]);
            right[0] += 1;
            right[1] += usize::from(token.tag.class() == example.tags[at].class());
            right[2] += usize::from(attached);
            right[3] += usize::from(attached && token.relation == example.relations[at]);
        }
    }
    let [words, upos, uas, las] = right.map(|right| share(2 * right, given + wanted));
    json!({"f1": words, "upos": upos, "uas": uas, "las": las})
}

/// Where each word starts and ends among the letters that are not white space.
fn places<'a>(words: impl Iterator<Item = &'a str>) -> Vec<(usize, usize)> {
    let mut at = 0;
    words
        .map(|word| {
            let start = at;
            at += word.chars().filter(|letter| !letter.is_whitespace()).count();
            (start, at)
        })
        .collect()
}

fn share(part: usize, whole: usize) -> f64 {
    let percent = 100.0 * part as f64 / whole.max(1) as f64;
    (percent * 100.0).round() / 100.0
}

/// Joins the sentences of each paragraph and asks for them back.
///
/// A boundary counts by its place among the paragraph's characters that are
/// not white space; the paragraph's own end is no boundary.
fn boundaries_of(name: &str, file: &Path, figures: &mut Figures) -> Result<()> {
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
