//! Times and scores Parallax's extraction beside its peers.
//!
//! All of them read the same pages, in one process (the Python peers in a child
//! of it), on one core, turn by turn: `README.md` beside this says what is
//! compared, how, and what was measured. It never touches the network.

mod contender;
mod memory;
mod ours;
mod peers;
mod python;
mod report;
mod rounds;
mod script;
mod set;
mod shingles;
mod versions;

use anyhow::{Context, Result};
use clap::Parser;
use contender::Contender;
use report::Report;
use set::Set;
use std::{
    fs,
    path::{Path, PathBuf},
};

/// Compares Parallax's extraction with its peers on one set of pages.
#[derive(Parser)]
struct Arguments {
    /// A folder of pages, or of `html/ID.html.gz` with `truth.json` [default: the project's fixtures]
    pages: Option<PathBuf>,
    /// How often each contender reads all pages
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// Only contenders whose name holds one of these, separated by commas
    #[arg(long, value_delimiter = ',')]
    only: Vec<String>,
    /// The interpreter that has the Python peers [default: target/bench-venv/bin/python]
    #[arg(long)]
    python: Option<PathBuf>,
    /// Where the figures go [default: target/bench-peers.json]
    #[arg(long)]
    json: Option<PathBuf>,
    /// Also write every contender's texts here, as NAME.json of page id to text
    #[arg(long)]
    texts: Option<PathBuf>,
    /// Reads a page of so many bytes from standard input and prints what memory it took
    #[arg(long, hide = true)]
    memory_of: Option<usize>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    if let Some(bytes) = arguments.memory_of {
        return memory::measure_page(bytes);
    }
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let pages = arguments.pages.unwrap_or_else(|| project.join("fixtures"));
    let set = Set::load(&pages)?;
    eprintln!("{}: {} pages, {:.1} MB", set.name, set.pages.len(), set.megabytes());

    let python = arguments.python.unwrap_or_else(|| project.join("target/bench-venv/bin/python"));
    let mut contenders = contenders(&set, &python);
    let wanted = |name: &str| arguments.only.iter().any(|part| name.contains(part.as_str()));
    contenders
        .retain(|one| arguments.only.is_empty() || one.about().ours || wanted(one.about().name));

    let timings = rounds::run(&mut contenders, &set, arguments.rounds.max(1))?;
    let memory = memory::largest(&set);
    let report = Report::new(&set, &contenders, &timings, memory);
    print!("{}", report.table());

    let json = arguments.json.unwrap_or_else(|| project.join("target/bench-peers.json"));
    write(&json, &serde_json::to_string_pretty(&report)?)?;
    if let Some(folder) = arguments.texts {
        write_texts(&folder, &set, &contenders, &timings)?;
    }
    Ok(())
}

/// Everyone who can run here, ours first.
fn contenders(set: &Set, python: &Path) -> Vec<Box<dyn Contender>> {
    let mut contenders: Vec<Box<dyn Contender>> = Vec::new();
    contenders.extend(ours::all(set));
    contenders.extend(peers::all());
    match python::all(set, python) {
        Ok(found) => contenders.extend(found),
        Err(error) => {
            eprintln!("left out: the Python peers ({error:#}), see the README");
        }
    }
    contenders
}

fn write_texts(
    folder: &Path,
    set: &Set,
    contenders: &[Box<dyn Contender>],
    timings: &[rounds::Timing],
) -> Result<()> {
    for (contender, timing) in contenders.iter().zip(timings) {
        let texts: serde_json::Map<_, _> = (set.pages.iter())
            .zip(&timing.texts)
            .map(|(page, text)| (page.id.clone(), serde_json::json!({ "text": text })))
            .collect();
        let name = contender.about().name.replace(' ', "-");
        write(&folder.join(name).with_extension("json"), &serde_json::to_string(&texts)?)?;
    }
    Ok(())
}

fn write(path: &Path, text: &str) -> Result<()> {
    let folder = path.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)
        .and_then(|()| fs::write(path, text))
        .with_context(|| format!("cannot write {}", path.display()))
}
