//! `xtask learn-names`: teaches the model that marks names, and measures it.
//!
//! ```text
//! learn-names [out FILE BITS] [hints] [epochs N] [draw X] [train FILE WEIGHT].. [test FILE].. [label FILE OUT]..
//! ```
//!
//! Files are JSON Lines: `text`, `lang`, `spans` (`[start, end, PER|ORG|LOC|OTH]` in characters), and
//! `hints` (`[start, end, word]`), which only a teacher may see; `crates/parallax-analyse/scripts/name_texts.py`
//! makes them. The English model: a teacher (`hints draw 5 train UNER 1 train GUM 1 label EWT SILVER`), then
//! `draw 5 train UNER 1 train GUM 1 train SILVER 0.5 out names-en.bin 16`. The Kazakh one:
//! `draw 0.3 train KAZNERD 1 out names-kk.bin 16`.
//!
//! The Chinese one: `name_texts.py unerzh` and `plain zh` (NTREX and Leipzig sentences), `name_hints_zh.py` over all; a
//! teacher (`hints draw 3 train UNERZH 1 label NTREX SILVER label LEIPZIG SILVER2`), other names put in
//! (`name_swaps_zh.py`: 8 copies of UNERZH, 6 of SILVER), then
//! `draw 20 train UNERZH 1 train SILVER 0.5 train SILVER2 0.5 train SWAPS 0.3 train SWAPS2 0.3 out names-zh.bin 16`.

mod field;
mod texts;

use anyhow::{Context, Result, bail};
use field::Field;
use std::{fs, path::Path, process::ExitCode};
use texts::Sentence;

/// Learns from the files named, measures on others, writes the model.
pub(crate) fn run(words: &[&str]) -> ExitCode {
    match learn(words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("learn-names: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// Rounds over all sentences unless said otherwise.
const EPOCHS: usize = 12;

fn learn(words: &[&str]) -> Result<()> {
    let hints = words.contains(&"hints");
    let (mut epochs, mut draw) = (EPOCHS, field::DRAW);
    let mut lessons: Vec<(Sentence, f32)> = Vec::new();
    let mut rest = words;
    while let [word, after @ ..] = rest {
        rest = match (*word, after) {
            ("train", [file, weight, after @ ..]) => {
                let weight: f32 = weight.parse().context("a weight is a number")?;
                for text in texts::texts(Path::new(file), hints)? {
                    lessons.extend(text.sentences.into_iter().map(|it| (it, weight)));
                }
                after
            }
            ("epochs", [number, after @ ..]) => {
                epochs = number.parse().context("rounds are a number")?;
                after
            }
            ("draw", [number, after @ ..]) => {
                draw = number.parse().context("a draw is a number")?;
                after
            }
            ("out" | "label", [_, _, after @ ..])
            | ("test", [_, after @ ..])
            | ("hints", after) => after,
            _ => bail!("unknown word: {word}"),
        };
    }
    println!("{} sentences", lessons.len());
    let field = Field::learn(&lessons, epochs, draw);
    drop(lessons);
    use_field(&field, words, hints)
}

fn use_field(field: &Field, words: &[&str], hints: bool) -> Result<()> {
    let mut rest = words;
    while let [word, after @ ..] = rest {
        rest = match (*word, after) {
            ("test", [file, after @ ..]) => {
                println!("{file}");
                print!("{}", texts::measure(&texts::texts(Path::new(file), hints)?, field));
                after
            }
            ("label", [file, out, after @ ..]) => {
                texts::label(Path::new(file), Path::new(out), hints, field)?;
                after
            }
            ("out", [file, bits, after @ ..]) => {
                let bytes = field.write(bits.parse().context("bits are a number")?);
                println!("{file}: {} bytes", bytes.len());
                fs::write(file, bytes).with_context(|| format!("cannot write {file}"))?;
                after
            }
            _ => after,
        };
    }
    Ok(())
}
