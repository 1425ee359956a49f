//! Who reported first: a row an origin, from the first report of all to its own.

use super::{Name, When, axis::Axis, canvas::Canvas, markup, table};
use crate::Words;
use std::fmt::Write as _;

/// Rows that are drawn; the others are in the table.
const ROWS: usize = 24;

/// An origin, and when it told what.
#[derive(Clone, Copy, Debug)]
pub struct Teller<'a> {
    /// Whose it is.
    pub name: Name<'a>,
    /// Its first article.
    pub first: When,
    /// How many claims it had before any other.
    pub claims: u64,
}

/// Origins by their first article; nothing of none.
pub fn first_to_report(words: &Words, tellers: &[Teller<'_>]) -> String {
    let Some(axis) =
        Axis::over(tellers.iter().flat_map(|teller| [teller.first.from, teller.first.to]))
    else {
        return String::new();
    };
    let mut tellers = tellers.to_vec();
    // One of which only the day is known stands where it was out at the latest.
    tellers.sort_by_key(|teller| (teller.first.to, teller.first.from));
    let caption = words.say("chart-first");
    let mut rows = "<ol class=\"chart-rows\">".to_owned();
    for teller in tellers.iter().take(ROWS) {
        rows.push_str(&row(words, axis, teller, Place::of(teller.first, &tellers)));
    }
    rows.push_str("</ol>");
    let figures =
        if tellers.len() > ROWS { table(words, caption, &tellers) } else { String::new() };
    table::framed(caption, words.say("chart-universal"), &rows, "", &figures)
}

/// Where an origin stands among all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    /// Before all others, for certain.
    First,
    /// After the first of which the moment is known.
    After(When),
    /// The times do not say.
    Unclear,
}

impl Place {
    fn of(own: When, tellers: &[Teller<'_>]) -> Self {
        let mut all = tellers.iter().map(|teller| teller.first);
        let Some(first) = all.clone().find(|when| when.is_moment()) else { return Self::Unclear };
        if own == first {
            let sure = all.all(|other| other == own || own.to < other.from);
            return if sure { Self::First } else { Self::Unclear };
        }
        if own.is_moment() && first.from < own.from { Self::After(first) } else { Self::Unclear }
    }

    fn words(self, words: &Words, own: When) -> String {
        match self {
            Self::First => words.say("chart-is-first").to_owned(),
            Self::After(first) => {
                let length = words.length(first.from, own.from);
                words.tell("chart-later", &[("length", (&length).into())])
            }
            Self::Unclear => String::new(),
        }
    }
}

/// What stands in the row of an origin: its name and time in words, and how late it was as a line.
fn row(words: &Words, axis: Axis, teller: &Teller<'_>, place: Place) -> String {
    let (when, lag) = (teller.first, place.words(words, teller.first));
    let datetime = when.iso().map(|iso| format!(" datetime=\"{iso}\""));
    let mut out = format!(
        "<li><span class=\"chart-row\"><span>{}</span> <time{}>{}</time>",
        markup::name(teller.name),
        datetime.unwrap_or_default(),
        markup::escape(&when.short(words)),
    );
    let claims = (teller.claims > 0).then(|| words.count("chart-claims-first", teller.claims));
    for aside in [Some(lag.clone()), claims].into_iter().flatten().filter(|text| !text.is_empty()) {
        write!(out, " <span class=\"chart-aside\">{}</span>", markup::escape(&aside))
            .expect("writing to a string");
    }
    out.push_str("</span>");
    out.push_str(&track(words, axis, when, place));
    out.push_str("</li>");
    out
}

/// The line of an origin: to its moment from the first, or over the day that is all one knows.
fn track(words: &Words, axis: Axis, when: When, place: Place) -> String {
    let mut canvas = Canvas::new(words, 12.0);
    let [from, to] = [when.from, when.to].map(|moment| axis.place(moment.as_second()));
    canvas.line("chart-base", (0.0, 6.0), (100.0, 6.0));
    if let Place::After(first) = place {
        canvas.line("chart-lag", (axis.place(first.from.as_second()), 6.0), (from, 6.0));
    }
    match place {
        _ if !when.is_moment() => {
            canvas.bar("chart-stretch chart-inferred", (from, 2.0), ((to - from).max(1.0), 8.0));
        }
        Place::First => canvas.dot("chart-dot chart-first", (from, 6.0), 5.0),
        _ => canvas.dot("chart-dot", (from, 6.0), 5.0),
    }
    canvas.done("chart-track", &when.words(words), &place.words(words, when))
}

fn table(words: &Words, caption: &str, tellers: &[Teller<'_>]) -> String {
    let heads = ["chart-origin", "chart-first-article", "chart-first-claims"];
    let heads = heads.map(|key| markup::escape(words.say(key)));
    let rows: Vec<Vec<String>> = tellers
        .iter()
        .map(|teller| {
            let moment = markup::escape(&teller.first.words(words));
            vec![markup::name(teller.name), moment, words.number(teller.claims)]
        })
        .collect();
    table::figures(words, caption, &heads, &rows)
}
