//! Chores of the project: `cargo run -p xtask -- score`.

#![expect(clippy::print_stdout, reason = "a chore speaks to the person who runs it")]

mod score;

use std::{path::PathBuf, process::ExitCode};

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["score"] => score::run(&PathBuf::from("../shared")),
        ["score", shared] => score::run(&PathBuf::from(shared)),
        _ => {
            eprintln!(
                "usage: cargo run -p xtask -- score [FOLDER]\n\nFOLDER holds bench/, seeds/ and train/, or is such a bench/ itself"
            );
            ExitCode::from(2)
        }
    }
}
