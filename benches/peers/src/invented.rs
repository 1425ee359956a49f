//! Stories of any size about an event that never was, told by invented outlets.
//!
//! Every outlet tells some of the story's facts, the chief ones more often, each in one of
//! several wordings and now and then with another figure; quotes officials; and adds
//! sentences that nobody else has. The same number of articles is the same story.

use crate::lists::{DEEDS, FACTS, MANNERS, NAMES, PARTS, PLACES, SAYINGS, SORTS, THINGS};
use parallax_acquire::read;
use parallax_model::Article;
use std::io::Cursor;

/// Facts of a story of one article, and articles for which it has one fact more.
const FACTS_AT_LEAST: usize = 24;
const ARTICLES_A_FACT: usize = 12;

/// Facts, quotations and sentences of its own that an article has.
const TOLD: usize = 12;
const QUOTED: usize = 2;
const ALONE: usize = 6;

/// One of so many tellings of a figure gives another.
const SLIP: usize = 20;

/// Sentences of a paragraph.
const PARAGRAPH: usize = 2;

/// The articles of a story.
pub(crate) fn story(articles: usize) -> Vec<Article> {
    rows(articles).into_iter().map(|row| article(&row)).collect()
}

/// The same as rows of JSON Lines.
pub(crate) fn rows(articles: usize) -> Vec<serde_json::Value> {
    let mut dice = Dice(articles as u64 + 1);
    let facts: Vec<Fact> = (0..FACTS_AT_LEAST + articles / ARTICLES_A_FACT)
        .map(|at| Fact::new(at, &mut dice))
        .collect();
    (0..articles).map(|at| row(at, &facts, &mut dice)).collect()
}

/// What an outlet can tell of the event.
struct Fact {
    wordings: &'static [&'static str],
    figure: usize,
    name: &'static str,
    place: &'static str,
    thing: String,
}

impl Fact {
    fn new(at: usize, dice: &mut Dice) -> Self {
        Self {
            wordings: FACTS[at % FACTS.len()],
            figure: 4 + dice.up_to(900),
            name: dice.of(NAMES),
            place: dice.of(PLACES),
            thing: format!("{} {}", dice.of(SORTS), dice.of(THINGS)),
        }
    }

    fn told(&self, dice: &mut Dice) -> String {
        let slip = dice.up_to(SLIP) == 0;
        let figure = if slip { self.figure + 1 + dice.up_to(9) } else { self.figure };
        let told = dice.of(self.wordings).replace("{n}", &figure.to_string());
        told.replace("{name}", self.name)
            .replace("{place}", self.place)
            .replace("{thing}", &self.thing)
    }
}

fn row(at: usize, facts: &[Fact], dice: &mut Dice) -> serde_json::Value {
    let mut told: Vec<usize> = Vec::new();
    while told.len() < TOLD {
        // The product of two throws: the first facts are told by most.
        let fact = dice.up_to(facts.len()) * dice.up_to(1000) / 1000;
        if !told.contains(&fact) {
            told.push(fact);
        }
    }
    told.sort_unstable();
    let mut sentences: Vec<String> = told.iter().map(|&fact| facts[fact].told(dice)).collect();
    for _ in 0..QUOTED {
        let who = dice.of(NAMES);
        sentences.push(format!("“{},” said {who}.", dice.of(SAYINGS)));
    }
    for _ in 0..ALONE {
        sentences.push(alone(dice));
    }
    let paragraphs: Vec<String> = sentences.chunks(PARAGRAPH).map(|part| part.join(" ")).collect();
    let hour = at % 48;
    serde_json::json!({
        "id": format!("{at}"),
        "url": format!("https://outlet{at}.example/{at}"),
        "title": sentences[0].trim_end_matches('.'),
        "text": paragraphs.join("\n\n"),
        "date": format!("2025-03-{:02}T{:02}:{:02}:00Z", 4 + hour / 24, hour % 24, at % 60),
        "outlet": format!("Outlet {at}"),
        "lang": "en",
    })
}

fn article(row: &serde_json::Value) -> Article {
    let mut captures = read("rows", Box::new(Cursor::new(row.to_string().into_bytes())));
    let capture = captures.next().and_then(Result::ok).expect("a row is a capture");
    parallax_extract::article(&capture).value.expect("a row is an article")
}

/// A sentence that hardly any other article has.
fn alone(dice: &mut Dice) -> String {
    let (who, sort, thing) = (dice.of(PARTS), dice.of(SORTS), dice.of(THINGS));
    let (deed, manner) = (dice.of(DEEDS), dice.of(MANNERS));
    let (other, place) = (dice.of(THINGS), dice.of(PLACES));
    match dice.up_to(3) {
        0 => format!("{who} {deed} the {sort} {thing} {manner}, close to a {other} in {place}."),
        1 => format!("{manner}, {who} {deed} a {other} and a {sort} {thing}."),
        _ => format!("In {place} {who} {deed} the {thing} for {} hours.", 2 + dice.up_to(60)),
    }
}

/// Numbers that look thrown and are the same every time.
struct Dice(u64);

impl Dice {
    /// A number below `end`.
    fn up_to(&mut self, end: usize) -> usize {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % end as u64).unwrap_or(0)
    }

    fn of(&mut self, words: &'static [&'static str]) -> &'static str {
        words[self.up_to(words.len())]
    }
}
