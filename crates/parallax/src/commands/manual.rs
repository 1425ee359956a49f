//! Completions and man pages, made from the same definitions as `--help`.

use super::Outcome;
use crate::{cli::Cli, console};
use anyhow::Context;
use clap::CommandFactory;
use clap_complete::Shell;

pub(super) fn completions(shell: Shell) -> anyhow::Result<Outcome> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Cli::command(), "parallax", &mut script);
    console::print(&String::from_utf8_lossy(&script))?;
    Ok(Outcome::Whole)
}

pub(super) fn man(name: Option<&str>) -> anyhow::Result<Outcome> {
    let mut command = Cli::command();
    command.build();
    if let Some(name) = name {
        let found = command.find_subcommand(name).cloned();
        command = found.with_context(|| format!("no command is called {name}"))?;
    }
    let mut page = Vec::new();
    clap_mangen::Man::new(command).render(&mut page)?;
    console::print(&String::from_utf8_lossy(&page))?;
    Ok(Outcome::Whole)
}
