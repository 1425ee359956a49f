//! Times the site: pages of a large archive at a steady rate, beside a running `add` and a floor.
//!
//! `README.md` of this workspace says what is measured and how. It never leaves loopback.

#[path = "../site/asking.rs"]
mod asking;
#[path = "../site/files.rs"]
mod files;
#[path = "../archive/input.rs"]
#[allow(dead_code, reason = "the archive is measured with more of it")]
mod input;
#[path = "../invented.rs"]
#[allow(dead_code, reason = "comparison takes articles of it")]
mod invented;
#[path = "../lists.rs"]
mod lists;
#[path = "../site/pages.rs"]
mod pages;
#[path = "../repeated.rs"]
#[allow(dead_code, reason = "grouping takes articles of it too")]
mod repeated;
#[path = "../site/serving.rs"]
mod serving;
#[path = "../site/writing.rs"]
mod writing;

use anyhow::{Context, Result};
use asking::Latencies;
use clap::Parser;
use pages::{Kind, OF_A_KIND, Pages};
use serving::{Served, program};
use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
};
use writing::Writer;

/// Articles of the story whose comparison is asked for.
const LARGE: usize = 100;

/// Measures a site.
#[derive(Parser)]
struct Arguments {
    /// Gzipped JSON Lines rows with id, title, text, and maybe date, outlet, lang and set
    rows: PathBuf,
    /// An archive to serve; made where it is not there, with a story of a hundred articles among others
    #[arg(long)]
    archive: Option<PathBuf>,
    /// Articles of the archive that is made
    #[arg(long, default_value_t = 50_000)]
    articles: usize,
    /// Requests a second
    #[arg(long, default_value_t = 200)]
    rate: u32,
    /// How long each part is asked for
    #[arg(long, default_value_t = 20)]
    seconds: u64,
    /// Articles of each run of `add` that goes on meanwhile, one run after the other
    #[arg(long, default_value_t = 100)]
    added: usize,
    /// The processor that serves; the others ask and add
    #[arg(long, default_value_t = 0)]
    core: usize,
}

fn main() -> Result<ExitCode> {
    let mut given: Vec<_> = env::args_os().collect();
    match given.get(1).and_then(|first| first.to_str()) {
        Some("--as-program") => {
            given.remove(1);
            return Ok(parallax::run(&parallax::cli::Cli::parse_from(given)));
        }
        Some("--as-files") => {
            files::serve(Path::new(given.get(2).context("no folder")?))?;
            return Ok(ExitCode::SUCCESS);
        }
        _ => {}
    }
    let arguments = Arguments::parse();
    let home = tempfile::tempdir()?;
    let archive = arguments.archive.clone().unwrap_or_else(|| home.path().join("archive"));
    if !archive.exists() {
        make(&arguments, home.path(), &archive)?;
    }
    measure(&arguments, home.path(), &archive)?;
    Ok(ExitCode::SUCCESS)
}

fn make(arguments: &Arguments, home: &Path, archive: &Path) -> Result<()> {
    let rows = input::rows(&arguments.rows, None)?;
    let (many, one) = (home.join("many.jsonl"), home.join("one.jsonl"));
    input::write_rows(&rows, arguments.articles.saturating_sub(LARGE), &many)?;
    let mut out = fs::File::create(&one)?;
    for row in invented::rows(LARGE) {
        writeln!(out, "{row}")?;
    }
    program(&["init"], archive)?.status()?;
    program(&["add", "--quiet"], archive)?.arg(many).arg(one).status()?;
    Ok(())
}

fn measure(arguments: &Arguments, home: &Path, archive: &Path) -> Result<()> {
    let pages = Pages::of(archive)?;
    println!(
        "{} articles, {} stories, the largest of {}; the stories compared have {} to {}",
        pages.articles, pages.stories, pages.largest, pages.compared.0, pages.compared.1
    );
    println!("\n| kind | bytes sent | |\n|---|--:|---|");
    let server = Served::archive(archive, arguments.core)?;
    for (kind, path) in pages.one_of_each() {
        let answer = asking::get(server.address, path)?;
        println!(
            "| {} | {} | first view with style and script: {} |",
            kind.name(),
            answer.sent,
            asking::first_view(server.address, path)?
        );
    }
    let asked = usize::try_from(u64::from(arguments.rate) * arguments.seconds)?;
    let once = Kind::ALL.len() * OF_A_KIND;
    let ask = |address, what: &str, asked| -> Result<()> {
        report(what, &asking::at_rate(address, &pages, arguments.rate, asked)?);
        Ok(())
    };
    heading(arguments);
    ask(server.address, "first time", once)?;
    ask(server.address, "again", asked)?;
    let folder = home.join("files");
    pages.save(server.address, &folder)?;
    let rows = input::rows(&arguments.rows, None)?;
    let writer = Writer::start(arguments, pages.articles, &rows, archive, home)?;
    ask(server.address, "beside `add`s", asked)?;
    let (through, told) = writer.stop()?;
    println!("\n{through} runs of `add` ended meanwhile, and told {told} stories anew.");
    drop(server);
    let floor = Served::files(&folder, arguments.core)?;
    heading(arguments);
    ask(floor.address, "files", asked)
}

fn heading(arguments: &Arguments) {
    println!("\n{} requests a second:\n", arguments.rate);
    println!(
        "| served | kind | requests | p50 ms | p95 ms | p99 ms | worst ms |\n|---|---|--:|--:|--:|--:|--:|"
    );
}

fn report(what: &str, latencies: &Latencies) {
    for kind in Kind::ALL {
        let [p50, p95, p99, worst] = latencies.of(kind, &[0.5, 0.95, 0.99, 1.0]);
        let asked = latencies.asked(kind);
        println!(
            "| {what} | {} | {asked} | {p50:.1} | {p95:.1} | {p99:.1} | {worst:.1} |",
            kind.name()
        );
    }
}
