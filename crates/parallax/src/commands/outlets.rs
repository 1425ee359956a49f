//! `parallax outlets`: what a person wrote down of outlets, checked.

use super::Outcome;
use crate::{cli, console, outlet_facts};
use anyhow::Context;
use std::fs;

pub(super) fn run(command: &cli::Outlets) -> anyhow::Result<Outcome> {
    let file = command.file.clone();
    let file = file.unwrap_or_else(|| command.home.archive.join(outlet_facts::FILE));
    let text =
        fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let (facts, faults) = outlet_facts::read(&file.display().to_string(), &text);
    let number: usize = facts.all().iter().map(|about| about.facts.len()).sum();
    console::print(&format!("{} outlets, {number} facts\n", facts.all().len()))?;
    for fault in &faults {
        console::say(fault);
    }
    Ok(if faults.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}
