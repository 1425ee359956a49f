//! Texts with their names marked, as sentences of features and labels.

use super::field::Field;
use crate::score::text::{self, Characters, rows, write_rows};
use anyhow::Result;
use parallax_analyse::learning;
use parallax_language::sequence::{Observed, feature, hash};
use serde_json::{Value, json};
use std::{collections::BTreeMap, fmt::Write as _, path::Path};

/// One sentence.
pub(crate) struct Sentence {
    /// Features of its words.
    pub(crate) observed: Observed,
    /// Labels of its words.
    pub(crate) labels: Vec<u8>,
    /// Where its words stand, in characters.
    places: Vec<[usize; 2]>,
}

/// One row of a file.
pub(crate) struct Text {
    pub(crate) sentences: Vec<Sentence>,
    spans: Vec<(usize, usize, String)>,
}

const NAMES: [&str; 4] = ["PER", "ORG", "LOC", "OTH"];

/// Reads a file as the program would, each row by itself.
pub(crate) fn texts(file: &Path, hints: bool) -> Result<Vec<Text>> {
    Ok(rows(file)?.iter().filter_map(|row| of_row(row, hints)).collect())
}

fn of_row(row: &Value, with_hints: bool) -> Option<Text> {
    let text = row["text"].as_str()?;
    let spans = marked(&row["spans"]);
    let hints = marked(&row["hints"]);
    let places = Characters::of(text);
    let read = text::read(text, None, row.get("lang"))?;
    let mut sentences = Vec::new();
    learning::observe(&read.article, |words, observed| {
        let words: Vec<[usize; 2]> = words
            .iter()
            .filter_map(|word| read.article.text.span(word.start, word.end).ok())
            .map(|span| places.of_span(span))
            .collect();
        let labels = labels(&words, &spans);
        let observed = if with_hints { hinted(observed, &words, &hints) } else { observed.clone() };
        sentences.push(Sentence { observed, labels, places: words });
    });
    Some(Text { sentences, spans })
}

fn marked(spans: &Value) -> Vec<(usize, usize, String)> {
    let number = |value: &Value| value.as_u64().and_then(|at| usize::try_from(at).ok());
    let one =
        |span: &Value| Some((number(&span[0])?, number(&span[1])?, span[2].as_str()?.to_owned()));
    spans.as_array().into_iter().flatten().filter_map(one).collect()
}

fn labels(words: &[[usize; 2]], spans: &[(usize, usize, String)]) -> Vec<u8> {
    let mut labels = vec![0; words.len()];
    for (start, end, name) in spans {
        let Some(kind) = (0_u8..).zip(NAMES).find(|(_, known)| known == name) else { continue };
        let mut begins = true;
        for (label, [from, to]) in labels.iter_mut().zip(words) {
            if from < end && start < to {
                *label = 2 * kind.0 + if begins { 1 } else { 2 };
                begins = false;
            }
        }
    }
    labels
}

/// The features with those of the hints over each word and its neighbours.
fn hinted(observed: &Observed, words: &[[usize; 2]], hints: &[(usize, usize, String)]) -> Observed {
    let of = |word: &[usize; 2]| -> Vec<u32> {
        hints
            .iter()
            .filter(|(start, end, _)| word[0] < *end && *start < word[1])
            .map(|(_, _, hint)| hash(hint))
            .collect()
    };
    let known: Vec<Vec<u32>> = words.iter().map(of).collect();
    let mut with = Observed::default();
    for at in 0..observed.len() {
        observed.word(at).iter().for_each(|feature| with.push(*feature));
        for (template, off) in (200..).zip(-2_isize..=2) {
            let near = at.checked_add_signed(off).and_then(|at| known.get(at));
            for hint in near.into_iter().flatten() {
                with.push(feature(template, *hint));
            }
        }
        with.end_word();
    }
    with
}

/// The names a row of labels marks, in characters.
fn names(sentence: &Sentence, labels: &[u8]) -> Vec<(usize, usize, String)> {
    let mut names: Vec<(usize, usize, String)> = Vec::new();
    let mut open = 0;
    for (label, place) in labels.iter().zip(&sentence.places) {
        let goes_on = *label > 0 && *label % 2 == 0 && open == *label;
        if let (true, Some(last)) = (goes_on, names.last_mut()) {
            last.1 = place[1];
        } else if let Some(kind) = label.checked_sub(1) {
            names.push((place[0], place[1], NAMES[usize::from(kind / 2)].to_owned()));
        }
        open = if *label == 0 { 0 } else { *label + *label % 2 };
    }
    names
}

/// Precision, recall and F1 of each sort of name.
pub(crate) fn measure(texts: &[Text], field: &Field) -> String {
    let mut counts: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for text in texts {
        let found: Vec<_> =
            text.sentences.iter().flat_map(|it| names(it, &field.labelled(&it.observed))).collect();
        for (given, wanted, at) in [(&found, &text.spans, 0), (&text.spans, &found, 1)] {
            for name in given.iter().filter(|name| NAMES[..3].contains(&name.2.as_str())) {
                for sort in [name.2.as_str(), "all"] {
                    let sort = NAMES.iter().find(|known| **known == sort).unwrap_or(&"all");
                    let count = counts.entry(sort).or_default();
                    count[at] += 1;
                    count[2] += usize::from(at == 0 && wanted.contains(name));
                }
            }
        }
    }
    let mut table = String::new();
    for (sort, [found, gold, right]) in counts {
        let share = |whole: usize| 100.0 * right as f64 / whole.max(1) as f64;
        let (p, r) = (share(found), share(gold));
        let f1 = 2.0 * p * r / (p + r).max(1e-9);
        let _ = writeln!(table, "{sort:4} p {p:.2} r {r:.2} f1 {f1:.2} ({gold})");
    }
    table
}

/// Writes the rows of a file again, with the names that the model sees.
pub(crate) fn label(file: &Path, out: &Path, hints: bool, field: &Field) -> Result<()> {
    let mut labelled = Vec::new();
    for row in rows(file)? {
        let Some(text) = of_row(&row, hints) else { continue };
        let spans: Vec<Value> = text
            .sentences
            .iter()
            .flat_map(|it| names(it, &field.labelled(&it.observed)))
            .map(|(start, end, kind)| json!([start, end, kind]))
            .collect();
        labelled.push(json!({"text": row["text"], "lang": row["lang"], "spans": spans}));
    }
    write_rows(out, &labelled)
}
