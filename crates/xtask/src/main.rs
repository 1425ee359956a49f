//! Chores of the project: `cargo run -p xtask -- score`, `… -- train-syntax FOLDER`.

#![expect(clippy::print_stdout, reason = "a chore speaks to the person who runs it")]

mod conllu;
mod event_lessons;
mod kept;
mod learn;
mod lessons;
mod pairs;
mod score;
mod syntax;
mod tellings;

use std::{
    path::{Path, PathBuf},
    process::ExitCode,
};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["score"] => score::run(&PathBuf::from("../shared")),
        ["learn-names", ref rest @ ..] => learn::run(rest),
        ["lessons", runs, out, ref judge @ ..] => {
            done(lessons::write(Path::new(runs), Path::new(out), judge.first().map(Path::new)))
        }
        ["event-lessons", kind, rows, out, ref odds @ ..] => done(event_lessons::write(
            kind,
            Path::new(rows),
            Path::new(out),
            odds.first().map(Path::new),
        )),
        ["score", shared] => score::run(&PathBuf::from(shared)),
        ["claim-pairs", file, out] => pairs::run(&PathBuf::from(file), &PathBuf::from(out)),
        ["value-pairs", file, out] => pairs::values(&PathBuf::from(file), &PathBuf::from(out)),
        ["keep-archive"] => done(kept::archive()),
        ["train-syntax", folder] => syntax::train(&PathBuf::from(folder)),
        _ => {
            eprintln!(
                "usage: cargo run -p xtask -- score [FOLDER]\n       cargo run --release -p xtask -- learn-names WORD..\n       cargo run --release -p xtask -- train-syntax FOLDER\n       cargo run -p xtask -- keep-archive\n       cargo run --release -p xtask -- lessons RUNS OUT [JUDGE]\n       cargo run --release -p xtask -- event-lessons WHAT ROWS OUT [ODDS]\n\nFOLDER holds bench/, seeds/ and train/, or is such a bench/ itself"
            );
            ExitCode::from(2)
        }
    }
}

fn done(result: anyhow::Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
