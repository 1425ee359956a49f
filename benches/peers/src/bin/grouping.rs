//! Times Parallax's grouping of a stream as it grows, beside a peer.
//!
//! `README.md` of this workspace says what is compared and how. It never
//! touches the network.

#[path = "../bcubed.rs"]
mod bcubed;
#[path = "../repeated.rs"]
mod repeated;
#[path = "../script.rs"]
mod script;

use anyhow::{Context, Result, ensure};
use bcubed::BCubed;
use clap::Parser;
use cpu_time::ThreadTime;
use flate2::read::MultiGzDecoder;
use parallax_group::{Signature, Stream};
use parallax_model::Article;
use repeated::{Repeated, Row};
use script::Script;
use serde::Deserialize;
use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    time::Duration,
};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/grouping.py");

/// Signatures made before each stretch that is timed.
const BATCH: usize = 500;

/// Measures the grouping of a growing stream, and a peer's on its beginning.
#[derive(Parser)]
struct Arguments {
    /// Gzipped JSON Lines rows with id, title, text, and maybe date, outlet, lang, set and gold
    rows: PathBuf,
    /// The set whose rows are taken; without it, all
    #[arg(long)]
    set: Option<String>,
    /// The lengths of stream that are told of; the rows are repeated with other words and dates
    #[arg(long, value_delimiter = ',', default_values_t = [10_000, 50_000, 200_000])]
    articles: Vec<usize>,
    /// The interpreter that has the peer [default: target/bench-venv/bin/python]
    #[arg(long)]
    python: Option<PathBuf>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let rows = rows(&arguments.rows, arguments.set.as_deref())?;
    let bytes: usize = rows.iter().map(|row| row.text.len()).sum();
    println!(
        "{} articles of {} bytes each, repeated with other words and dates",
        rows.len(),
        bytes / rows.len()
    );
    growth(&rows, &arguments.articles);
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let python = arguments.python.unwrap_or_else(|| project.join("target/bench-venv/bin/python"));
    beside(&rows, &python);
    Ok(())
}

fn rows(file: &Path, set: Option<&str>) -> Result<Vec<Row>> {
    let open = File::open(file).with_context(|| file.display().to_string())?;
    let mut rows = Vec::new();
    for (line, number) in BufReader::new(MultiGzDecoder::new(open)).lines().zip(1..) {
        let place = || format!("{}: line {number}", file.display());
        let row: Row = serde_json::from_str(&line.with_context(place)?).with_context(place)?;
        rows.extend(Some(row).filter(|row| set.is_none() || row.set.as_deref() == set));
    }
    ensure!(!rows.is_empty(), "no rows in {}", file.display());
    Ok(rows)
}

/// Tells what one more article costs at each length of the stream.
fn growth(rows: &[Row], lengths: &[usize]) {
    println!("| articles | admitted/s | signatures/s | peak memory, MB |\n|--:|--:|--:|--:|");
    let mut stream = Stream::new();
    let mut repeated = Repeated::new(rows);
    let mut before = 0;
    for &length in lengths {
        let mut cost = Cost::default();
        while stream.len() < length {
            let articles = repeated.by_ref().take(BATCH.min(length - stream.len())).collect();
            cost.admit(articles, &mut stream);
        }
        let each = |cost: Duration| (length - before) as f64 / cost.as_secs_f64();
        let (admitted, signed) = (each(cost.admitting), each(cost.signing));
        println!("| {length} | {admitted:.0} | {signed:.0} | {:.0} |", peak_memory());
        before = length;
    }
    let start = ThreadTime::now();
    let settled = stream.settle();
    let stories: BTreeSet<_> = settled.stories().iter().collect();
    println!(
        "\n{} stories; the last word took {:.2} s",
        stories.len(),
        start.elapsed().as_secs_f64()
    );
}

/// Processor time spent on a stretch of the stream.
#[derive(Default)]
struct Cost {
    signing: Duration,
    admitting: Duration,
}

impl Cost {
    fn admit(&mut self, articles: Vec<Article>, stream: &mut Stream) {
        let start = ThreadTime::now();
        let signatures: Vec<Signature> = articles.iter().map(Signature::of).collect();
        self.signing += start.elapsed();
        let start = ThreadTime::now();
        for signature in signatures {
            stream.admit(signature);
        }
        self.admitting += start.elapsed();
    }
}

/// The most that was ever resident, in megabytes; 0 where the system does not tell.
fn peak_memory() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or_default() / 1024.0
}

/// Tells speed and quality on the rows as they are, ours and the peer's.
fn beside(rows: &[Row], python: &Path) {
    let gold: Vec<&str> = rows.iter().map(|row| row.gold.as_deref().unwrap_or_default()).collect();
    println!("\n| | articles/s | B-cubed P | R | F1 | pairs P |\n|---|--:|--:|--:|--:|--:|");
    let articles: Vec<Article> = Repeated::new(rows).take(rows.len()).collect();
    let start = ThreadTime::now();
    let mut stream = Stream::new();
    for article in &articles {
        stream.admit(Signature::of(article));
    }
    let settled = stream.settle();
    println!(
        "{}",
        row(
            "parallax, signatures and all",
            start.elapsed().as_secs_f64(),
            settled.founders(),
            &gold
        )
    );
    match peer(rows, python) {
        Ok((name, pass)) => println!("{}", row(&name, pass.seconds, &pass.clusters, &gold)),
        Err(error) => eprintln!("left out: river ({error:#}), see the README"),
    }
}

fn row<C: Ord>(name: &str, seconds: f64, clusters: &[C], gold: &[&str]) -> String {
    let BCubed { precision, recall, pairs } = BCubed::of(clusters, gold);
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    let speed = clusters.len() as f64 / seconds;
    format!("| {name} | {speed:.0} | {precision:.3} | {recall:.3} | {f1:.3} | {pairs:.3} |")
}

#[derive(Deserialize)]
struct Loaded {
    name: String,
}

/// What one pass of the peer gave.
#[derive(Deserialize)]
struct Pass {
    seconds: f64,
    clusters: Vec<i64>,
}

fn peer(rows: &[Row], python: &Path) -> Result<(String, Pass)> {
    let mut script = Script::start(python, SCRIPT)?;
    let text = |row: &Row| format!("{}\n{}", row.title.as_deref().unwrap_or_default(), row.text);
    let loaded: Loaded = script.ask(&rows.iter().map(text).collect::<Vec<_>>())?;
    Ok((loaded.name, script.ask(&"pass")?))
}
