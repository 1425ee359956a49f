//! Sentences of a treebank in CoNLL-U.

use crate::score::text;
use anyhow::{Context, Result};
use parallax_analyse::syntax::{Relation, Tag, learn::Example};
use std::{io::BufRead, path::Path};

/// A sentence of a treebank with its text.
#[derive(Default)]
pub(crate) struct Sentence {
    pub(crate) text: String,
    pub(crate) example: Example,
}

/// The sentences of a file; joint and empty words are passed over.
pub(crate) fn sentences(file: &Path) -> Result<Vec<Sentence>> {
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for line in text::lines(file)?.lines() {
        let line = line?;
        if line.is_empty() {
            sentences.push(std::mem::take(&mut sentence));
        } else if let Some(text) = line.strip_prefix("# text = ") {
            text.clone_into(&mut sentence.text);
        } else if !line.starts_with('#') {
            word(&line, &mut sentence.example)
                .with_context(|| format!("{}: {line}", file.display()))?;
        }
    }
    sentences.push(sentence);
    sentences.retain(|sentence| !sentence.example.words.is_empty());
    Ok(sentences)
}

fn word(line: &str, example: &mut Example) -> Result<()> {
    let columns: Vec<&str> = line.split('\t').collect();
    let column = |at: usize| columns.get(at).copied().context("too few columns");
    if column(0)?.contains(['-', '.']) {
        return Ok(());
    }
    let head: usize = column(6)?.parse()?;
    example.words.push(column(1)?.to_owned());
    example.tags.push(Tag::of_names(column(3)?, column(4)?));
    example.heads.push(head.checked_sub(1));
    example.relations.push(Relation::of_name(column(7)?).unwrap_or(Relation::Dep));
    Ok(())
}
