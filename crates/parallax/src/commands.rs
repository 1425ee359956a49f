//! The commands: each reads its input and hands the result to a printer.

mod archive;
mod changes;
mod group;
mod input;
mod manual;
mod outlets;
mod read;
mod serve;
mod source_lists;
mod sources;
mod story;
mod watch;

pub(crate) use archive::{generator, made_by};
pub(crate) use watch::Notes;

use crate::cli::{Cli, Command};
use std::{
    io::{self, Write},
    process::ExitCode,
};

/// Whether everything could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// All of it.
    Whole,
    /// Some was named and passed over.
    Gaps,
}

/// Does what was asked; the exit status is the contract's.
pub fn run(cli: &Cli) -> ExitCode {
    let done = match &cli.command {
        Command::Read(command) => read::run(command),
        Command::Story(command) => story::run(command),
        Command::Changes(command) => changes::run(command),
        Command::Group(command) => group::run(command),
        Command::Init(command) => archive::init(command),
        Command::Add(command) => archive::add(command),
        Command::Watch(command) => watch::run(command),
        Command::Sources(command) => sources::run(command),
        Command::Outlets(command) => outlets::run(command),
        Command::Serve(command) => serve::run(command),
        Command::Stories(command) => archive::stories(command),
        Command::Article(command) => archive::article(command),
        Command::Backup(command) => archive::backup(command),
        Command::Restore(command) => archive::restore(command),
        Command::Decide(command) => archive::decide(command),
        Command::Decisions(command) => archive::decisions(command),
        Command::Export(command) => archive::export(command),
        Command::Search(command) => archive::search(command),
        Command::Rebuild(command) => archive::rebuild(command),
        Command::Verify(command) => archive::verify(command),
        Command::Forget(command) => archive::forget(command),
        Command::Retain(command) => archive::retain(command),
        Command::Doctor(command) => archive::doctor(command),
        Command::Completions { shell } => manual::completions(*shell),
        Command::Man { command } => manual::man(command.as_deref()),
    };
    match done {
        Ok(Outcome::Whole) => ExitCode::SUCCESS,
        Ok(Outcome::Gaps) => ExitCode::from(1),
        Err(error) if is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            // Standard error that is gone cannot be told about.
            let _ = writeln!(io::stderr(), "parallax: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// A reader that has seen enough, such as `head`, is no failure.
fn is_broken_pipe(error: &anyhow::Error) -> bool {
    let kind = error.downcast_ref::<io::Error>().map(io::Error::kind);
    kind == Some(io::ErrorKind::BrokenPipe)
}
