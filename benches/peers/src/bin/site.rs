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

use anyhow::{Context, Result};
use asking::Latencies;
use clap::Parser;
use pages::{Kind, Pages};
use serving::{Served, program};
use std::{
    env, fs,
    io::Write,
    path::{Path, PathBuf},
    process::ExitCode,
    time::Duration,
};

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
    /// Articles that are added meanwhile
    #[arg(long, default_value_t = 4000)]
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
        "{} articles, {} stories; the story compared has {}",
        pages.articles, pages.stories, pages.compared
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
    heading(arguments);
    let span = Duration::from_secs(arguments.seconds);
    let ask = |address, what: &str| -> Result<()> {
        report(what, &asking::at_rate(address, &pages, arguments.rate, span)?);
        Ok(())
    };
    ask(server.address, "alone")?;
    let rows = input::rows(&arguments.rows, None)?;
    let more = home.join("more.jsonl");
    write_more(&rows, arguments, &more)?;
    let mut writer = serving::not_on(arguments.core, &["add", "--quiet"], archive, &more)?;
    ask(server.address, "beside add")?;
    let still = writer.try_wait()?.is_none();
    writer.kill()?;
    writer.wait()?;
    println!(
        "\n`add` {} when the last was asked for.",
        if still { "was running still" } else { "was through" }
    );
    let folder = home.join("files");
    pages.save(server.address, &folder)?;
    drop(server);
    let floor = Served::files(&folder, arguments.core)?;
    heading(arguments);
    report("files", &asking::at_rate(floor.address, &pages, arguments.rate, span)?);
    Ok(())
}

fn heading(arguments: &Arguments) {
    println!("\n{} requests a second for {} s:\n", arguments.rate, arguments.seconds);
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

/// Rows that follow those of the archive.
fn write_more(rows: &[repeated::Row], arguments: &Arguments, file: &Path) -> Result<()> {
    let mut out = std::io::BufWriter::new(fs::File::create(file)?);
    for row in input::repeated(rows).skip(arguments.articles).take(arguments.added) {
        serde_json::to_writer(&mut out, &row)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}
