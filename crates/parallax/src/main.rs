//! The `parallax` program.

use clap::Parser;
use mimalloc::MiMalloc;
use std::process::ExitCode;

/// Adding articles asks for memory some ten thousand times for each: the system's took a tenth of all time.
#[global_allocator]
static MEMORY: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    parallax::run(&parallax::cli::Cli::parse())
}
