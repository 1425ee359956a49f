//! The `parallax` program.

use clap::Parser;
use std::process::ExitCode;

fn main() -> ExitCode {
    parallax::run(&parallax::cli::Cli::parse())
}
