//! `parallax sources import`, `export` and `check`: the file of sources, from other readers and to them.

use super::Outcome;
use crate::{cli::SourceLists, console};
use anyhow::Context;
use parallax_acquire::{ListFault, SourceList};
use std::{
    fs,
    io::{self, Read},
    path::Path,
};

pub(super) fn run(command: &SourceLists) -> anyhow::Result<Outcome> {
    match command {
        SourceLists::Import { files } => import(files),
        SourceLists::Export { file } => {
            let (list, faults) = read(file)?;
            console::print(&list.to_opml("Sources"))?;
            Ok(told(&faults))
        }
        SourceLists::Check { file } => {
            let (list, faults) = read(file)?;
            let kinds = list.kinds();
            let kinds: Vec<String> =
                kinds.iter().map(|(kind, count)| format!("{count} {kind}")).collect();
            console::print(&format!("{} sources: {}\n", list.entries.len(), kinds.join(", ")))?;
            Ok(told(&faults))
        }
    }
}

/// Several lists put together.
fn import(files: &[String]) -> anyhow::Result<Outcome> {
    let mut all = SourceList::default();
    let mut outcome = Outcome::Whole;
    for file in files {
        let (list, faults) = read(file)?;
        all.contact = all.contact.or(list.contact);
        all.callback = all.callback.or(list.callback);
        all.extend(list.entries);
        if told(&faults) == Outcome::Gaps {
            outcome = Outcome::Gaps;
        }
    }
    console::print(&all.to_toml())?;
    Ok(outcome)
}

fn read(file: &str) -> anyhow::Result<(SourceList, Vec<ListFault>)> {
    let mut bytes = Vec::new();
    if file == "-" {
        io::stdin().lock().read_to_end(&mut bytes).context("cannot read standard input")?;
    } else {
        bytes = fs::read(Path::new(file)).with_context(|| format!("cannot read {file}"))?;
    }
    Ok(SourceList::read_bytes(file, &bytes))
}

/// Names what is wrong.
fn told(faults: &[ListFault]) -> Outcome {
    for fault in faults {
        console::say(fault);
    }
    if faults.is_empty() { Outcome::Whole } else { Outcome::Gaps }
}
