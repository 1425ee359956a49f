//! Times Parallax's reading of web archives beside the packages that the field uses.
//!
//! All read the same file, on one core, turn by turn, to the bytes of each page:
//! `README.md` of this workspace says what is compared and how.

#[path = "../crawl.rs"]
mod crawl;
#[path = "../script.rs"]
mod script;

use anyhow::{Context, Result, ensure};
use clap::Parser;
use cpu_time::ThreadTime;
use crawl::Odd;
use script::Script;
use serde::{Deserialize, Serialize};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/warc.py");

/// Compares the speed of reading web archives with Python's packages on the same file.
#[derive(Parser)]
struct Arguments {
    /// An archive to read [default: one of invented pages, written anew]
    archive: Option<PathBuf>,
    /// How many pages the invented archive has
    #[arg(long, default_value_t = 4000)]
    pages: u64,
    /// How large its pages are in the middle, in kilobytes
    #[arg(long, default_value_t = 120)]
    kilobytes: u64,
    /// How often each reads the file
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// The interpreter that has the peers [default: target/bench-venv/bin/python]
    #[arg(long)]
    python: Option<PathBuf>,
}

/// One reading of the file.
#[derive(Clone, Deserialize)]
struct Round {
    seconds: f64,
    pages: u64,
    bytes: u64,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let python = arguments.python.unwrap_or_else(|| project.join("target/bench-venv/bin/python"));
    let mut peers = match Peers::start(&python) {
        Ok(peers) => Some(peers),
        Err(error) => {
            eprintln!("left out: the peers ({error:#}), see the README");
            None
        }
    };
    if let Some(archive) = &arguments.archive {
        return compare(archive, arguments.rounds, peers.as_mut());
    }
    let folder = tempfile::tempdir()?;
    let archive = folder.path().join("invented.warc.gz");
    let (pages, kilobytes) = (arguments.pages, arguments.kilobytes);
    crawl::write(&archive, pages, kilobytes, Odd::None)?;
    compare(&archive, arguments.rounds, peers.as_mut())?;
    println!("\nOne page in eight as it was sent, in chunks and compressed: ");
    crawl::write(&archive, pages, kilobytes, Odd::Packed)?;
    compare(&archive, arguments.rounds, peers.as_mut())?;
    println!("\n{}", broken(&archive, pages, kilobytes)?);
    Ok(())
}

/// Reads one archive with all, turn by turn.
fn compare(archive: &Path, rounds: usize, mut peers: Option<&mut Peers>) -> Result<()> {
    let path = archive.to_str().context("the archive's path is no text")?;
    let size = fs::metadata(archive)?.len();
    let names = peers.as_ref().map(|peers| peers.names.clone()).unwrap_or_default();
    let (mut ours, mut theirs) = (Vec::new(), vec![Vec::new(); names.len()]);
    for _ in 0..rounds.max(1) {
        ours.push(read(archive)?.0);
        if let Some(peers) = &mut peers {
            for (name, rounds) in names.iter().zip(&mut theirs) {
                rounds.push(peers.read(name, path)?);
            }
        }
    }
    let first = ours.first().context("one round at least")?.clone();
    println!(
        "{} pages, {:.0} MB as stored, {:.0} MB of pages\n",
        first.pages,
        size as f64 / 1e6,
        first.bytes as f64 / 1e6
    );
    println!("| | pages/s (median) | MB of pages/s | ours by | pages |\n|---|--:|--:|--:|--:|");
    println!("{}", row("parallax", &mut ours, None));
    for (name, rounds) in names.iter().zip(&mut theirs) {
        println!("{}", row(name, rounds, ours.first()));
    }
    Ok(())
}

/// Reads all captures of an archive; gives what could not be read too.
fn read(archive: &Path) -> Result<(Round, Vec<String>)> {
    let file = File::open(archive)?;
    let start = ThreadTime::now();
    let (mut pages, mut bytes, mut refused) = (0, 0, Vec::new());
    for found in parallax_acquire::read("archive", Box::new(file)) {
        match found {
            Ok(capture) => {
                pages += 1;
                bytes += u64::try_from(capture.payload().len())?;
            }
            Err(error) => refused.push(error.to_string()),
        }
    }
    Ok((Round { seconds: start.elapsed().as_secs_f64(), pages, bytes }, refused))
}

/// An archive in which one record in a hundred cannot be read.
fn broken(archive: &Path, pages: u64, kilobytes: u64) -> Result<String> {
    crawl::write(archive, pages, kilobytes, Odd::Broken)?;
    let (round, refused) = read(archive)?;
    let whole = pages - pages / 100;
    ensure!(round.pages == whole, "{} of {whole} whole pages were read", round.pages);
    let speed = round.pages as f64 / round.seconds;
    Ok(format!(
        "With one record in a hundred broken: all others ({}) read, {} faults named (the first: {}), {speed:.0} pages/s",
        round.pages,
        refused.len(),
        refused.first().map_or("none", String::as_str)
    ))
}

/// A row of the table: the best round, and the median in brackets.
fn row(name: &str, rounds: &mut [Round], ours: Option<&Round>) -> String {
    rounds.sort_by(|a, b| a.seconds.total_cmp(&b.seconds));
    let speed = |at: usize| rounds.get(at).map_or(0.0, |round| round.pages as f64 / round.seconds);
    let best = rounds.first();
    let megabytes = best.map_or(0.0, |round| round.bytes as f64 / 1e6 / round.seconds);
    let rate = |round: &Round| round.pages as f64 / round.seconds;
    let ratio = ours.zip(best).map_or(1.0, |(ours, theirs)| rate(ours) / rate(theirs).max(1.0));
    let pages = best.map_or(0, |round| round.pages);
    format!(
        "| {name} | {:.0} ({:.0}) | {megabytes:.0} | {ratio:.2} | {pages} |",
        speed(0),
        speed(rounds.len() / 2)
    )
}

/// The peers in a child process.
struct Peers {
    names: Vec<String>,
    script: Script,
}

#[derive(Serialize)]
struct Asked<'a> {
    peer: &'a str,
    path: &'a str,
}

impl Peers {
    fn start(python: &Path) -> Result<Self> {
        let mut script = Script::start(python, SCRIPT)?;
        let names = script.ask(&())?;
        Ok(Self { names, script })
    }

    fn read(&mut self, peer: &str, path: &str) -> Result<Round> {
        self.script.ask(&Asked { peer, path })
    }
}
