//! Makes the weights of the English parser: `cargo run --release -p xtask -- train-syntax FOLDER`.

use crate::conllu;
use anyhow::{Context, Result, ensure};
use parallax_analyse::syntax::learn;
use std::{
    fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

/// Where the weights are compiled in from.
const WEIGHTS: &str = "crates/parallax-analyse/data/syntax/english.bin";

/// What the weights say of themselves.
const HEADING: &str = "# Weights of the English tagger and parser, made by `xtask train-syntax`: numbers by hashes, no text. Learned from\n\
     # UD English-EWT (CC BY-SA 4.0) and the openly licensed parts of GUM (annotations CC BY 4.0, texts CC BY and CC BY-SA).\n";

/// Learns from every `*.train.conllu*` in the folder and writes the weights.
pub(crate) fn train(folder: &Path) -> ExitCode {
    match trained(folder) {
        Ok(size) => {
            println!("written: {WEIGHTS}, {size} bytes");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("train-syntax: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn trained(folder: &Path) -> Result<usize> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("cannot open {}", folder.display()))?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.to_string_lossy().contains(".train.conllu"));
    files.sort();
    ensure!(!files.is_empty(), "no *.train.conllu in {}", folder.display());
    let mut examples = Vec::new();
    for file in &files {
        examples.extend(conllu::sentences(file)?.into_iter().map(|sentence| sentence.example));
    }
    let weights = learn::learn(&examples, HEADING);
    fs::write(WEIGHTS, &weights).with_context(|| format!("cannot write {WEIGHTS}"))?;
    Ok(weights.len())
}
