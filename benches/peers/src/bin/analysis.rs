//! Times Parallax's analysis beside spaCy's English pipeline.
//!
//! Both mark the same texts, on one core, turn by turn: `README.md` of this
//! workspace says what is compared and how. It never touches the network.

#[path = "../script.rs"]
mod script;

use anyhow::{Result, ensure};
use clap::Parser;
use cpu_time::ThreadTime;
use parallax_analyse::annotate;
use parallax_model::{Article, Noted};
use script::Script;
use serde::Deserialize;
use std::{
    hint::black_box,
    path::{Path, PathBuf},
};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/analysis.py");

/// Compares the speed of Parallax's analysis with spaCy's on the same texts.
#[derive(Parser)]
struct Arguments {
    /// JSON Lines rows, pages or folders of them; English ones are read [default: the project's fixtures]
    texts: Vec<String>,
    /// How often each of the two marks all texts
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// The interpreter that has spaCy [default: target/bench-venv/bin/python]
    #[arg(long)]
    python: Option<PathBuf>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let fixtures = || vec![project.join("fixtures").to_string_lossy().into_owned()];
    let names = if arguments.texts.is_empty() { fixtures() } else { arguments.texts };
    let articles = articles(&names)?;
    let words: usize = articles.iter().map(words).sum();
    eprintln!("{} English texts, {words} words", articles.len());

    let python = arguments.python.unwrap_or_else(|| project.join("target/bench-venv/bin/python"));
    let mut peer = match Peer::start(&python, &articles) {
        Ok(peer) => Some(peer),
        Err(error) => {
            eprintln!("left out: spaCy ({error:#}), see the README");
            None
        }
    };
    let (mut ours, mut theirs) = (Vec::new(), Vec::new());
    annotate_all(&articles);
    for _ in 0..arguments.rounds.max(1) {
        ours.push(annotate_all(&articles));
        if let Some(peer) = &mut peer {
            theirs.push(peer.round()?);
        }
    }
    println!("| | words/s (median) | ours by |\n|---|--:|--:|");
    println!("{}", row("parallax", words, &mut ours, None));
    if let Some(peer) = &peer {
        println!("{}", row(&peer.name, words, &mut theirs, ours.first().copied()));
    }
    Ok(())
}

/// The English articles among the captures behind `names`.
fn articles(names: &[String]) -> Result<Vec<Article>> {
    let mut articles = Vec::new();
    for source in parallax_acquire::sources(names) {
        let source = source.map_err(|refused| anyhow::anyhow!("{}", refused.unread().reason))?;
        for capture in parallax_acquire::captures(&source).flatten() {
            let Noted { value, .. } = parallax_extract::article(&capture);
            articles.extend(value.filter(|article| article.language.starts_with("en")));
        }
    }
    ensure!(!articles.is_empty(), "no English texts");
    Ok(articles)
}

fn words(article: &Article) -> usize {
    article.text.as_str().split_whitespace().count()
}

/// The processor time of one round of ours.
fn annotate_all(articles: &[Article]) -> f64 {
    let start = ThreadTime::now();
    for article in articles {
        let _ = black_box(annotate(black_box(article)));
    }
    start.elapsed().as_secs_f64()
}

/// A row of the table: the best round, and the median in brackets.
fn row(name: &str, words: usize, seconds: &mut [f64], ours: Option<f64>) -> String {
    seconds.sort_by(f64::total_cmp);
    let speed = |at: usize| seconds.get(at).map_or(0.0, |seconds| words as f64 / seconds / 1000.0);
    let (best, median) = (speed(0), speed(seconds.len() / 2));
    let ratio = ours.zip(seconds.first()).map_or(1.0, |(ours, theirs)| theirs / ours);
    format!("| {name} | {best:.1} k ({median:.1} k) | {ratio:.2} |")
}

/// spaCy in a child process.
struct Peer {
    name: String,
    script: Script,
}

#[derive(Deserialize)]
struct Loaded {
    name: String,
    missing: Option<String>,
}

impl Peer {
    fn start(python: &Path, articles: &[Article]) -> Result<Self> {
        let mut script = Script::start(python, SCRIPT)?;
        let texts: Vec<&str> = articles.iter().map(|article| article.text.as_str()).collect();
        let loaded: Loaded = script.ask(&texts)?;
        if let Some(missing) = loaded.missing {
            eprintln!("NOT THE MODEL: {missing}; the row of spaCy says nothing of its pipeline");
        }
        Ok(Self { name: loaded.name, script })
    }

    /// The processor time of one round of theirs.
    fn round(&mut self) -> Result<f64> {
        self.script.ask(&"round")
    }
}
