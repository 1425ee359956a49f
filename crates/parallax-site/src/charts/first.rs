//! Who reported first: a row an origin, from the first report of all to its own.

use super::{Name, axis::Axis, canvas::Canvas, markup, table};
use crate::Words;
use jiff::Timestamp;
use std::fmt::Write as _;

/// Rows that are drawn; the others are in the table.
const ROWS: usize = 24;

/// An origin, and when it told what.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    /// Whose it is.
    pub name: Name<'a>,
    /// Its first article.
    pub first: Timestamp,
    /// How many claims it had before any other.
    pub claims: u64,
}

/// Origins by their first article; nothing of none.
pub fn first_to_report(words: &Words, tellers: &[Teller<'_>]) -> String {
    let Some(axis) = Axis::over(tellers.iter().map(|teller| teller.first)) else {
        return String::new();
    };
    let mut tellers = tellers.to_vec();
    tellers.sort_by_key(|teller| teller.first);
    let caption = words.say("chart-first");
    let mut rows = "<ol class=\"chart-rows\">".to_owned();
    for teller in tellers.iter().take(ROWS) {
        rows.push_str(&row(words, axis, teller, tellers[0].first));
    }
    rows.push_str("</ol>");
    let figures =
        if tellers.len() > ROWS { table(words, caption, &tellers) } else { String::new() };
    table::framed(caption, words.say("chart-universal"), &rows, "", &figures)
}

/// What stands in the row of an origin: its name and time in words, and how late it was as a line.
fn row(words: &Words, axis: Axis, teller: &Teller<'_>, first: Timestamp) -> String {
    let lag = lag(words, first, teller.first);
    let mut canvas = Canvas::new(words, 12.0);
    let x = axis.place(teller.first.as_second());
    canvas.line("chart-base", (0.0, 6.0), (100.0, 6.0));
    if teller.first > first {
        canvas.line("chart-lag", (axis.place(first.as_second()), 6.0), (x, 6.0));
    }
    canvas.dot(
        if teller.first > first { "chart-dot" } else { "chart-dot chart-first" },
        (x, 6.0),
        5.0,
    );
    let mut out = format!(
        "<li><span class=\"chart-row\">{} <time datetime=\"{}\">{}</time> <span class=\"chart-lag-words\">{}</span>",
        markup::name(teller.name),
        teller.first,
        markup::escape(&words.short_moment(teller.first)),
        markup::escape(&lag)
    );
    if teller.claims > 0 {
        let claims = words.count("chart-claims-first", teller.claims);
        write!(out, " <span class=\"chart-claims\">{}</span>", markup::escape(&claims))
            .expect("writing to a string");
    }
    out.push_str("</span>");
    out.push_str(&canvas.done("chart-track", &lag, ""));
    out.push_str("</li>");
    out
}

/// How long after the first it was.
fn lag(words: &Words, first: Timestamp, own: Timestamp) -> String {
    if own == first {
        return words.say("chart-is-first").to_owned();
    }
    let length = words.length(first, own);
    words.tell("chart-later", &[("length", (&length).into())])
}

fn table(words: &Words, caption: &str, tellers: &[Teller<'_>]) -> String {
    let heads = ["chart-origin", "chart-first-article", "chart-first-claims"];
    let heads = heads.map(|key| markup::escape(words.say(key)));
    let rows: Vec<Vec<String>> = tellers
        .iter()
        .map(|teller| {
            let moment = markup::escape(&words.moment(teller.first));
            vec![markup::name(teller.name), moment, words.number(teller.claims)]
        })
        .collect();
    table::figures(words, caption, &heads, &rows)
}
