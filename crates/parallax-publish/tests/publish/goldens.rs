//! Each output of one edition, as a person reads it.

use crate::ferry;
use expect_test::{ExpectFile, expect_file};
use parallax_publish::{Generator, csv, html, json, markdown, terminal, terminal::Style};

#[track_caller]
fn check(seen: &str, golden: &ExpectFile) {
    golden.assert_eq(seen);
}

fn terminal_at(width: usize, colour: bool) -> String {
    terminal::edition(&ferry::edition(), &Style { width, colour })
}

#[test]
fn terminal_at_eighty_columns() {
    check(&terminal_at(80, false), &expect_file!["goldens/terminal-80.txt"]);
}

#[test]
fn terminal_at_forty_columns() {
    check(&terminal_at(40, false), &expect_file!["goldens/terminal-40.txt"]);
}

#[test]
fn terminal_at_a_hundred_and_twenty_columns_in_colour() {
    let seen = terminal_at(120, true).replace('\u{1b}', "␛");
    check(&seen, &expect_file!["goldens/terminal-120-colour.txt"]);
}

#[test]
fn one_article_in_the_terminal() {
    let seen = terminal::article(&ferry::edition().articles[2], &Style::default());
    check(&seen, &expect_file!["goldens/article.txt"]);
}

#[test]
fn one_article_explained() {
    let seen = terminal::explained(&ferry::edition().articles[2], &Style::default());
    check(&seen, &expect_file!["goldens/explained.txt"]);
}

#[test]
fn markdown_for_a_person() {
    check(&markdown::edition(&ferry::edition()), &expect_file!["goldens/edition.md"]);
}

#[test]
fn html_for_a_browser() {
    let page = html::edition(&ferry::edition());
    let (head, rest) = page.split_once("<style>").unwrap();
    let (_, body) = rest.split_once("</style>").unwrap();
    check(&format!("{head}<style>…</style>{body}"), &expect_file!["goldens/edition.html"]);
}

#[test]
fn csv_for_a_spreadsheet() {
    let seen = csv::edition(&ferry::edition()).replace('\r', "␍");
    check(&seen, &expect_file!["goldens/edition.csv.txt"]);
}

#[test]
fn json_for_a_program() {
    let generator = Generator {
        name: "parallax".into(),
        version: "0.0.0".into(),
        tables: "tables".into(),
        encoder: None,
    };
    let line = json::edition(&ferry::edition(), &generator);
    // A key a line: the order is part of the contract.
    let seen = line.replace("},{", "},\n{").replace("],\"", "],\n\"").replace(":[{", ":[\n{");
    check(&seen, &expect_file!["goldens/edition.json.txt"]);
}

#[test]
fn json_of_one_article_alone() {
    let seen = json::article(&ferry::edition().articles[1]);
    check(&seen, &expect_file!["goldens/article.json.txt"]);
}
