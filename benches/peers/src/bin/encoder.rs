//! Times Parallax's sentence encoder beside the program its weights come from.
//!
//! Both read the same texts, on one core, turn by turn: `README.md` of this
//! workspace says what is compared and how. It never touches the network.

#[path = "../script.rs"]
mod script;

use anyhow::{Context, Result};
use clap::Parser;
use cpu_time::ThreadTime;
use parallax_encoder::{Embedding, Encoder};
use parallax_encoder_weights::WEIGHTS;
use script::Script;
use serde::Deserialize;
use std::{
    fs,
    hint::black_box,
    path::{Path, PathBuf},
};

const SCRIPT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/encoder.py");
const SENTENCES: &str = "crates/parallax-encoder-weights/tests/data/sentences.tsv";

/// Compares the speed of Parallax's sentence encoder with its original's on the same texts.
#[derive(Parser)]
struct Arguments {
    /// A file of sentences, one a line, with the language and a tab before each [default: those of the encoder's tests]
    sentences: Option<PathBuf>,
    /// Tokens of a text: sentences are drawn until there are so many
    #[arg(long, default_value_t = 173)]
    tokens: usize,
    /// How many texts
    #[arg(long, default_value_t = 200)]
    texts: usize,
    /// How often each reads all texts
    #[arg(long, default_value_t = 5)]
    rounds: usize,
    /// The interpreter that has the original [default: target/bench-venv/bin/python]
    #[arg(long)]
    python: Option<PathBuf>,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let encoder = Encoder::open(WEIGHTS)?;
    let sentences = arguments.sentences.unwrap_or_else(|| project.join(SENTENCES));
    let sentences =
        fs::read_to_string(&sentences).with_context(|| sentences.display().to_string())?;
    let texts = texts(&encoder, &sentences, arguments.texts, arguments.tokens);
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    let tokens: usize = texts.iter().map(|text| encoder.tokens(text).len()).sum();
    eprintln!("{} texts of {:.0} tokens", texts.len(), tokens as f64 / texts.len().max(1) as f64);

    let python = arguments.python.unwrap_or_else(|| project.join("target/bench-venv/bin/python"));
    let mut peer = match Peer::start(&python, &texts) {
        Ok(peer) => Some(peer),
        Err(error) => {
            eprintln!("left out: the original ({error:#}), see the README");
            None
        }
    };
    let (mut ours, mut cut, mut theirs) = (Vec::new(), Vec::new(), vec![Vec::new(); 2]);
    let vectors = encoder.vectors(&texts);
    for _ in 0..arguments.rounds.max(1) {
        ours.push(timed(|| drop(black_box(encoder.embed_all(&texts)))));
        cut.push(timed(|| texts.iter().for_each(|text| drop(black_box(encoder.tokens(text))))));
        if let Some(peer) = &mut peer {
            for (way, theirs) in peer.ways.iter().zip(&mut theirs) {
                theirs.push(peer.script.ask(way)?);
            }
        }
    }
    println!("| | texts/s (median) | ours by |\n|---|--:|--:|");
    println!("{}", row("parallax", texts.len(), &mut ours, None));
    println!("{}", row("parallax, tokens only", texts.len(), &mut cut, ours.first().copied()));
    if let Some(peer) = &mut peer {
        for (way, theirs) in peer.ways.iter().zip(&mut theirs) {
            println!("{}", row(way, texts.len(), theirs, ours.first().copied()));
        }
        println!("{}", peer.differences(&vectors)?);
    }
    Ok(())
}

/// Texts of the wanted length, each of sentences drawn in an order that is the same in every run.
fn texts(encoder: &Encoder, sentences: &str, count: usize, tokens: usize) -> Vec<String> {
    let sentences: Vec<&str> = sentences
        .lines()
        .filter(|line| !line.starts_with(['#']) && !line.starts_with("odd\t"))
        .filter_map(|line| line.split_once('\t').map(|(_, text)| text))
        .filter(|text| (4..=tokens / 4).contains(&encoder.tokens(text).len()))
        .collect();
    let mut state = 1_u64;
    let mut draw = || {
        state =
            state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(state >> 33)
            .ok()
            .and_then(|at| sentences.get(at.checked_rem(sentences.len())?))
    };
    let text = |_| {
        let mut text = String::new();
        while let Some(sentence) = draw() {
            text.extend([sentence, " "]);
            if encoder.tokens(&text).len() >= tokens {
                break;
            }
        }
        text
    };
    (0..count).map(text).collect()
}

/// The processor time of one round.
fn timed(round: impl FnOnce()) -> f64 {
    let start = ThreadTime::now();
    round();
    start.elapsed().as_secs_f64()
}

/// A row of the table: the best round, and the median in brackets.
fn row(name: &str, texts: usize, seconds: &mut [f64], ours: Option<f64>) -> String {
    seconds.sort_by(f64::total_cmp);
    let speed = |at: usize| seconds.get(at).map_or(0.0, |seconds| texts as f64 / seconds);
    let (best, median) = (speed(0), speed(seconds.len() / 2));
    let ratio = ours.zip(seconds.first()).map_or(1.0, |(ours, theirs)| theirs / ours);
    format!("| {name} | {best:.0} ({median:.0}) | {ratio:.2} |")
}

/// The original in a child process.
struct Peer {
    /// How it can be run.
    ways: Vec<String>,
    script: Script,
}

#[derive(Deserialize)]
struct Loaded {
    ways: Vec<String>,
}

impl Peer {
    fn start(python: &Path, texts: &[&str]) -> Result<Self> {
        let mut script = Script::start(python, SCRIPT)?;
        let Loaded { ways } = script.ask(&texts)?;
        Ok(Self { ways, script })
    }

    /// How far our numbers are from theirs.
    fn differences(&mut self, ours: &[Vec<f32>]) -> Result<String> {
        let theirs: Vec<Vec<f32>> = self.script.ask(&"vectors")?;
        let pairs = || ours.iter().zip(&theirs);
        let numbers = pairs().flat_map(|(a, b)| a.iter().zip(b));
        let farthest = numbers.map(|(a, b)| (a - b).abs()).fold(0.0, f32::max);
        let rounded = pairs().filter(|(a, b)| Embedding::of(a) != Embedding::of(b)).count();
        Ok(format!(
            "\nlargest difference of a number: {farthest:.1e}; texts whose embedding is another: {rounded} of {}",
            theirs.len()
        ))
    }
}
