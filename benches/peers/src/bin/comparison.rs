//! Times Parallax's comparison of stories that grow.
//!
//! `README.md` of this workspace says what is compared and how. It never
//! touches the network.

#[path = "../invented.rs"]
mod invented;
#[path = "../lists.rs"]
mod lists;

use anyhow::{Result, ensure};
use clap::Parser;
use cpu_time::ThreadTime;
use parallax_compare::{Meanings, compare_by_meaning};
use parallax_encoder::{Embedding, Encoder};
use parallax_encoder_weights::WEIGHTS;
use parallax_model::{Annotations, Article, Comparison, Grouping, Story};
use std::{collections::BTreeMap, hint::black_box, time::Duration};

/// Measures the comparison of invented stories, by words and by meaning.
#[derive(Parser)]
struct Arguments {
    /// The sizes of story that are told of
    #[arg(long, value_delimiter = ',', default_values_t = [25, 100, 500, 2000])]
    articles: Vec<usize>,
    /// How often a story is compared; the best is told
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// By words alone: sentences are not embedded
    #[arg(long)]
    words: bool,
}

fn main() -> Result<()> {
    let arguments = Arguments::parse();
    ensure!(arguments.rounds > 0, "compared at least once");
    let mut meant = if arguments.words { None } else { Some(Meant::new()?) };
    println!(
        "| articles | statements | compared by | claims | differences | ms | µs a statement | µs / log₂ | embedding, ms |"
    );
    println!("|--:|--:|---|--:|--:|--:|--:|--:|--:|");
    for &size in &arguments.articles {
        let told = Told::new(size);
        told.tell("words", &Meanings::default(), "", arguments.rounds);
        if let Some(meant) = &mut meant {
            let (meanings, cost) = meant.of(&told);
            let cost = format!("{:.0}", cost.as_secs_f64() * 1e3);
            told.tell("meaning too", &meanings, &cost, arguments.rounds);
        }
    }
    Ok(())
}

/// A story with all that is known of its articles.
struct Told {
    articles: Vec<Article>,
    annotations: Vec<Annotations>,
    story: Story,
    grouping: Grouping,
}

impl Told {
    fn new(size: usize) -> Self {
        let articles = invented::story(size);
        let annotations =
            articles.iter().map(|article| parallax_analyse::annotate(article).value).collect();
        let (story, grouping) = Grouping::of_one(&articles).expect("a story has articles");
        Self { articles, annotations, story, grouping }
    }

    /// Compares the accounts, and prints a row of the table.
    fn tell(&self, by: &str, meanings: &Meanings, embedding: &str, rounds: usize) {
        let (mut best, mut claims, mut differences) = (Duration::MAX, 0, 0);
        for _ in 0..rounds {
            let start = ThreadTime::now();
            let told = black_box(self.compare(meanings));
            best = best.min(start.elapsed());
            (claims, differences) = (told.claims.len(), told.differences.len());
        }
        let statements: usize = self.annotations.iter().map(|notes| notes.sentences.len()).sum();
        let each = best.as_secs_f64() * 1e6 / statements as f64;
        println!(
            "| {} | {statements} | {by} | {claims} | {differences} | {:.1} | {each:.1} | {:.2} | {embedding} |",
            self.articles.len(),
            best.as_secs_f64() * 1e3,
            each / (statements as f64).log2(),
        );
    }

    fn compare(&self, meanings: &Meanings) -> Comparison {
        compare_by_meaning(&self.story, &self.articles, &self.annotations, &self.grouping, meanings)
    }
}

/// What sentences mean; each is embedded once.
struct Meant {
    encoder: Encoder,
    known: BTreeMap<String, Embedding>,
}

impl Meant {
    fn new() -> Result<Self> {
        Ok(Self { encoder: Encoder::open(WEIGHTS)?, known: BTreeMap::new() })
    }

    /// What the sentences of a story mean, and what it took to embed those not met before.
    fn of(&mut self, told: &Told) -> (Meanings, Duration) {
        let start = ThreadTime::now();
        let mut by_article = Vec::new();
        for (at, (article, notes)) in told.articles.iter().zip(&told.annotations).enumerate() {
            let own = notes.sentences.iter().map(|span| {
                let text = article.words(*span);
                if let Some(known) = self.known.get(text) {
                    return known.clone();
                }
                let embedding = self.encoder.embed(text);
                self.known.insert(text.to_owned(), embedding.clone());
                embedding
            });
            by_article.push((at, own.collect()));
        }
        (Meanings::new(by_article), start.elapsed())
    }
}
