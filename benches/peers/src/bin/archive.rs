//! Times the archive: adding, searching, one article more, and writers that are killed.
//!
//! `README.md` of this workspace says what is measured and how. It never touches the network.

#[path = "../archive/adding.rs"]
mod adding;
#[path = "../archive/input.rs"]
mod input;
#[path = "../archive/killing.rs"]
mod killing;
#[allow(dead_code, reason = "grouping takes articles of it too")]
#[path = "../repeated.rs"]
mod repeated;
#[path = "../archive/searching.rs"]
mod searching;

use anyhow::{Context, Result};
use clap::{Parser, ValueEnum};
use std::{env, fs, path::PathBuf, process::ExitCode};

/// Measures an archive.
#[derive(Parser)]
struct Arguments {
    /// Gzipped JSON Lines rows with id, title, text, and maybe date, outlet, lang and set
    rows: PathBuf,
    /// The set whose rows are taken; without it, all that have a text
    #[arg(long)]
    set: Option<String>,
    /// A folder of pages, for adding those too
    #[arg(long)]
    pages: Option<PathBuf>,
    /// What to measure
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = [Part::Add, Part::Search, Part::Kill])]
    parts: Vec<Part>,
    /// Articles that are added
    #[arg(long, default_value_t = 10_000)]
    articles: usize,
    /// Articles that are searched
    #[arg(long, default_value_t = 200_000)]
    searched: usize,
    /// Writers that are killed, and the articles they add
    #[arg(long, default_value_t = 200)]
    kills: usize,
    /// The articles they add
    #[arg(long, default_value_t = 2000)]
    disturbed: usize,
}

/// Articles that are added one at a time to what is there.
const ONE_MORE: usize = 3;

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    Add,
    Search,
    Kill,
}

fn main() -> Result<ExitCode> {
    let mut given: Vec<_> = env::args_os().collect();
    if given.get(1).is_some_and(|first| first == "--as-program") {
        given.remove(1);
        return Ok(parallax::run(&parallax::cli::Cli::parse_from(given)));
    }
    let arguments = Arguments::parse();
    let rows = input::rows(&arguments.rows, arguments.set.as_deref())?;
    let home = tempfile::tempdir()?;
    for part in &arguments.parts {
        match part {
            Part::Add => add(&arguments, &rows, home.path())?,
            Part::Search => searching::compare(&rows, arguments.searched, home.path())?,
            Part::Kill => {
                let file = home.path().join("disturbed.jsonl");
                input::write_rows(&rows, arguments.disturbed, &file)?;
                killing::kill(&file, arguments.kills, home.path())?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn add(arguments: &Arguments, rows: &[repeated::Row], home: &std::path::Path) -> Result<()> {
    let file = home.join("rows.jsonl");
    input::write_rows(rows, arguments.articles, &file)?;
    let folder = home.join("of-rows");
    adding::whole("JSON Lines", &file, &folder)?;
    adding::by_stage(&file, &folder)?;
    // Several, since one that comes after so many thousand makes the stream let go of the oldest.
    for more in 0..ONE_MORE {
        let one = home.join(format!("one-{more}.jsonl"));
        input::write_row(rows, arguments.articles + more, &one)?;
        adding::one_more(&one, &folder)?;
    }
    if let Some(pages) = &arguments.pages {
        let input = home.join("pages");
        input::write_pages(pages, arguments.articles, &input)?;
        let folder = home.join("of-pages");
        adding::whole("HTML", &input, &folder)?;
        adding::by_stage(&input, &folder)?;
        fs::remove_dir_all(&input)?;
    }
    Ok(())
}

/// The most memory this process had, in MB.
fn peak_memory() -> usize {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<usize>().ok());
    kilobytes.context("no VmHWM").unwrap_or_default() / 1024
}
