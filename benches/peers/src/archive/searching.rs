//! How fast an index answers, beside `SQLite`'s FTS5 over the same text.

use super::input::repeated;
use crate::repeated::{Row, article};
use anyhow::Result;
use parallax_model::{Annotations, Story};
use parallax_search::{Document, Index, Order, Query};
use rusqlite::{Connection, params};
use std::{
    hint::black_box,
    path::Path,
    time::{Duration, Instant},
};

/// Questions of each kind.
const QUESTIONS: usize = 400;

/// Articles that are shown.
const SHOWN: usize = 20;

/// Letters of a word that is asked for.
const LONG: usize = 4;

/// Fills both with `articles` and asks them the same.
pub(crate) fn compare(rows: &[Row], articles: usize, home: &Path) -> Result<()> {
    let (index_at, table_at) = (home.join("index"), home.join("fts.sqlite"));
    let start = Instant::now();
    let mut questions = Questions::default();
    {
        let index = Index::open(&index_at)?;
        let mut update = index.update()?;
        let nothing = Annotations::default();
        for (number, row) in repeated(rows).take(articles).enumerate() {
            let article = article(&row);
            let story = Story::name(article.id);
            let document = Document {
                article: &article,
                annotations: &nothing,
                story,
                origins: 1 + number as u64 % 5,
                topic: None,
                differs: std::collections::BTreeSet::new(),
            };
            update.put(update.maker().make(&document))?;
            questions.draw(number, articles, &row);
        }
        update.finish("bench")?;
    }
    let ours = start.elapsed();
    let start = Instant::now();
    let table = Connection::open(&table_at)?;
    table.execute_batch("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; CREATE VIRTUAL TABLE held USING fts5 (headline, text, outlet UNINDEXED, language UNINDEXED); BEGIN")?;
    for row in repeated(rows).take(articles) {
        let title = row.title.as_deref().unwrap_or_default();
        table
            .prepare_cached("INSERT INTO held VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![title, row.text, row.outlet, row.lang])?;
    }
    table.execute_batch("COMMIT")?;
    println!(
        "\n{articles} articles; filled in {:.0} s ({:.0} s)",
        ours.as_secs_f64(),
        start.elapsed().as_secs_f64()
    );
    let bytes = |path: &Path| -> Result<f64> { Ok(super::adding::size(path)? as f64 / 1e6) };
    println!(
        "on the disk {:.0} MB ({:.0} MB with the text)\n",
        bytes(&index_at)?,
        bytes(&table_at)?
    );
    let index = Index::open(&index_at)?;
    println!(
        "| question | answered by | median, ms | p95, ms | worst, ms |\n|---|---|--:|--:|--:|"
    );
    for (kind, asked) in [("two words", &questions.words), ("phrase", &questions.phrases)] {
        tell(kind, "parallax", asked, |words| {
            index.search(&ours_of(kind, words)?, Order::Fitting, 0, SHOWN)?;
            Ok(())
        })?;
        tell(kind, "FTS5", asked, |words| {
            let mut find = table.prepare_cached(
                "SELECT rowid FROM held WHERE held MATCH ?1 ORDER BY rank LIMIT ?2",
            )?;
            let found =
                find.query_map(params![theirs_of(kind, words), SHOWN], |row| row.get::<_, i64>(0))?;
            black_box(found.count());
            Ok(())
        })?;
        tell(&format!("{kind}, with facets"), "parallax", asked, |words| {
            index.search_with_facets(&ours_of(kind, words)?, Order::Fitting, 0, SHOWN)?;
            Ok(())
        })?;
        tell(&format!("{kind}, with facets"), "FTS5 and GROUP BY", asked, |words| {
            let mut find = table.prepare_cached(
                "SELECT rowid FROM held WHERE held MATCH ?1 ORDER BY rank LIMIT ?2",
            )?;
            let found =
                find.query_map(params![theirs_of(kind, words), SHOWN], |row| row.get::<_, i64>(0))?;
            black_box(found.count());
            for column in ["outlet", "language"] {
                let mut fall = table.prepare_cached(&format!(
                    "SELECT {column}, count(*) FROM held WHERE held MATCH ?1 GROUP BY 1"
                ))?;
                let found = fall.query_map(params![theirs_of(kind, words)], |row| {
                    row.get::<_, Option<String>>(0)
                })?;
                black_box(found.count());
            }
            Ok(())
        })?;
    }
    Ok(())
}

fn ours_of(kind: &str, words: &[String; 2]) -> Result<Query> {
    let question = match kind {
        "phrase" => format!("\"{} {}\"", words[0], words[1]),
        _ => format!("{} {}", words[0], words[1]),
    };
    Ok(Query::parse(&question).map_err(|error| anyhow::anyhow!("{}", error.pointed(&question)))?)
}

fn theirs_of(kind: &str, words: &[String; 2]) -> String {
    match kind {
        "phrase" => format!("\"{} {}\"", words[0], words[1]),
        _ => format!("\"{}\" \"{}\"", words[0], words[1]),
    }
}

/// Asks each question twice and takes the second answer's time: both have their files in memory.
fn tell(
    kind: &str,
    by: &str,
    questions: &[[String; 2]],
    mut ask: impl FnMut(&[String; 2]) -> Result<()>,
) -> Result<()> {
    let mut took = Vec::with_capacity(questions.len());
    for words in questions {
        ask(words)?;
        let start = Instant::now();
        ask(words)?;
        took.push(start.elapsed());
    }
    took.sort_unstable();
    let ms = |at: usize| took.get(at).copied().unwrap_or_default().as_secs_f64() * 1e3;
    let worst: Duration = took.last().copied().unwrap_or_default();
    println!(
        "| {kind} | {by} | {:.2} | {:.2} | {:.2} |",
        ms(took.len() / 2),
        ms(took.len() * 95 / 100),
        worst.as_secs_f64() * 1e3
    );
    Ok(())
}

/// Words that stand in the articles.
#[derive(Default)]
struct Questions {
    words: Vec<[String; 2]>,
    phrases: Vec<[String; 2]>,
}

impl Questions {
    /// Draws from some of the articles, all alike far apart.
    fn draw(&mut self, number: usize, articles: usize, row: &Row) {
        if number % (articles / QUESTIONS).max(1) != 0 || self.words.len() >= QUESTIONS {
            return;
        }
        let is_word = |word: &&str| word.chars().all(char::is_alphabetic);
        let words: Vec<&str> = row.text.split_whitespace().collect();
        let long =
            words.iter().copied().filter(is_word).filter(|word| word.chars().count() >= LONG);
        let long: Vec<&str> = long.collect();
        if let [first, .., last] = long.as_slice() {
            self.words.push([(*first).to_owned(), (*last).to_owned()]);
        }
        let middle = words.len() / 2;
        let pairs = words.windows(2).skip(middle);
        let phrase = pairs.map(|pair| [pair[0], pair[1]]).find(|pair| pair.iter().all(is_word));
        if let Some([one, other]) = phrase {
            self.phrases.push([one.to_owned(), other.to_owned()]);
        }
    }
}
