//! When things happened and when they were told: two lanes over one time.

use super::{
    Name, When,
    axis::Axis,
    canvas::{Anchor, Canvas},
    markup, table,
};
use crate::Words;
use jiff::Timestamp;
use std::{cmp::Reverse, fmt::Write as _};

/// Marks at most in a lane: what most tell. More than these lie upon each other and their ties cross everywhere.
const MARKS: usize = 14;

/// Rows of a lane, each this high.
const ROWS: usize = 5;
const ROW: f64 = 18.0;

/// Width that a mark with its number takes on a phone, in hundredths.
const MARK: f64 = 8.5;

/// Heights of the lanes' headings, and of the space between the lanes.
const HEADING: f64 = 22.0;
const BETWEEN: f64 = 14.0;

/// What happened longer before the first report than this, in seconds, or than the reports
/// themselves took, stands at the edge: one old date would press all others together.
const BEFORE: i64 = 2 * 86_400;

/// Where what lies outside stands.
const EDGE: f64 = 1.0;

/// Something that happened, and was told.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// In which words.
    pub words: Name<'a>,
    /// From when to when it may have happened: equal of a moment, a day apart of a day.
    pub happened: (Timestamp, Timestamp),
    /// The same in words: a date as the page writes it.
    pub when: &'a str,
    /// Whether that was inferred from a word like `Tuesday`.
    pub inferred: bool,
    /// When it was first told.
    pub reported: When,
    /// How many tell it.
    pub tellers: usize,
}

/// What happened above, when it was told below, each pair by its number; nothing of nothing.
pub fn lanes(words: &Words, told: &[Told<'_>]) -> String {
    let Some(axis) = axis(told) else { return String::new() };
    let caption = words.say("chart-lanes");
    table::framed(
        caption,
        words.say("chart-universal"),
        &picture(words, axis, told),
        &legend(words),
        &figures(words, caption, told),
    )
}

/// Over all reports, and over what happened not too far from them.
fn axis(told: &[Told<'_>]) -> Option<Axis> {
    let reported = told.iter().flat_map(|told| [told.reported.from, told.reported.to]);
    let (first, last) = Axis::over(reported.clone())?.ends();
    let far = BEFORE.max(last - first);
    let near = |at: &Timestamp| (first - far..=last + far).contains(&at.as_second());
    let happened = told.iter().flat_map(|told| [told.happened.0, told.happened.1]).filter(near);
    Axis::over(happened.chain(reported))
}

fn picture(words: &Words, axis: Axis, told: &[Told<'_>]) -> String {
    let lane = ROW * ROWS as f64;
    let below = HEADING + lane + BETWEEN + HEADING;
    let bottom = below + lane;
    let mut canvas = Canvas::new(words, bottom + axis.height());
    axis.draw(&mut canvas, words, HEADING, bottom);
    canvas.line(
        "chart-base",
        (0.0, HEADING + lane + BETWEEN / 2.0),
        (100.0, HEADING + lane + BETWEEN / 2.0),
    );
    let marks = thinned(told);
    let events = places(&marks, HEADING, |told| extent(axis, told));
    let reports = places(&marks, below, |told| {
        let ends = [told.reported.from, told.reported.to];
        let [from, to] = ends.map(|moment| axis.place(moment.as_second()));
        if told.reported.is_moment() { (from, from) } else { (from, to) }
    });
    for (from, to) in events.iter().zip(&reports) {
        canvas.line(
            "chart-tie",
            (f64::midpoint(from.from, from.to), from.y),
            (f64::midpoint(to.from, to.to), to.y),
        );
    }
    for (y, key) in [(HEADING, "chart-happened"), (below, "chart-reported")] {
        canvas.text("chart-heading", (0.0, y - 7.0), Anchor::Start, 0, words.say(key));
    }
    for (place, (_, told)) in events.iter().zip(&marks) {
        place.draw(&mut canvas, words, told.inferred);
    }
    for place in &reports {
        place.draw(&mut canvas, words, false);
    }
    canvas.done("chart-picture", words.say("chart-lanes"), words.say("chart-lanes-means"))
}

/// Where a mark stands, and the number beside it where there is space for one.
struct Place {
    from: f64,
    to: f64,
    y: f64,
    number: Option<u64>,
}

impl Place {
    fn draw(&self, canvas: &mut Canvas, words: &Words, inferred: bool) {
        let sure = if inferred { " chart-inferred" } else { "" };
        if self.from <= EDGE && self.to <= EDGE {
            canvas.beyond("chart-beyond", self.y + 4.0, true);
        } else if self.from >= 100.0 - EDGE {
            canvas.beyond("chart-beyond", self.y + 4.0, false);
        } else if self.to - self.from > 2.0 {
            let class = format!("chart-stretch{sure}");
            canvas.bar(&class, (self.from, self.y - 5.0), (self.to - self.from, 10.0));
        } else {
            canvas.dot(&format!("chart-dot{sure}"), (self.from, self.y), 5.0);
        }
        if let Some(number) = self.number {
            let number = words.number(number);
            // Past the far end there is no space for it.
            let (x, anchor, aside) = if self.to > 100.0 - MARK {
                (self.from, Anchor::End, -8)
            } else {
                (self.to, Anchor::Start, 8)
            };
            canvas.text("chart-value", (x, self.y + 4.0), anchor, aside, &number);
        }
    }
}

/// Marks in the first row that has space for them; where none has, in the last and unnumbered.
fn places(
    marks: &[(usize, &Told<'_>)],
    top: f64,
    extent: impl Fn(&Told<'_>) -> (f64, f64),
) -> Vec<Place> {
    let mut order: Vec<(usize, (f64, f64))> =
        marks.iter().enumerate().map(|(nth, (_, told))| (nth, extent(told))).collect();
    order.sort_by(|left, right| left.1.0.total_cmp(&right.1.0));
    let mut full_to = [f64::NEG_INFINITY; ROWS];
    let mut places: Vec<(usize, Place)> = Vec::new();
    for (nth, (from, to)) in order {
        // At the far end its number stands before it.
        let begins = if to > 100.0 - MARK { from - MARK } else { from };
        let row = full_to.iter().position(|full| *full <= begins);
        let number = row.and(Some(marks[nth].0 as u64 + 1));
        let row = row.unwrap_or(ROWS - 1);
        full_to[row] = full_to[row].max(to + MARK);
        let y = top + ROW * (row as f64 + 0.5);
        places.push((nth, Place { from, to, y, number }));
    }
    places.sort_by_key(|(nth, _)| *nth);
    places.into_iter().map(|(_, place)| place).collect()
}

/// From where to where it happened; what is too far stands at the edge.
fn extent(axis: Axis, told: &Told<'_>) -> (f64, f64) {
    let (first, last) = axis.ends();
    let (from, to) = (told.happened.0.as_second(), told.happened.1.as_second());
    if to < first {
        return (EDGE, EDGE);
    }
    if from > last {
        return (100.0 - EDGE, 100.0 - EDGE);
    }
    (axis.place(from), axis.place(to.max(from)))
}

/// What most tell, in the order of all, each with its number among them.
fn thinned<'t, 'a>(told: &'t [Told<'a>]) -> Vec<(usize, &'t Told<'a>)> {
    let mut marks: Vec<(usize, &Told<'_>)> = told.iter().enumerate().collect();
    marks.sort_by_key(|(at, one)| (Reverse(one.tellers), *at));
    marks.truncate(MARKS);
    marks.sort_by_key(|(at, _)| *at);
    marks
}

fn legend(words: &Words) -> String {
    let marks = [
        ("<circle class=\"chart-dot\" cx=\"12\" cy=\"6\" r=\"5\"/>", "chart-moment"),
        ("<rect class=\"chart-stretch\" y=\"1\" width=\"24\" height=\"10\"/>", "chart-stretch"),
        (
            "<rect class=\"chart-stretch chart-inferred\" x=\"1\" y=\"1\" width=\"22\" height=\"10\"/>",
            "chart-inferred",
        ),
        (
            "<text class=\"chart-beyond\" x=\"12\" y=\"10\" text-anchor=\"middle\">◀▶</text>",
            "chart-beyond",
        ),
    ];
    let mut legend = "<ul class=\"chart-legend\">".to_owned();
    for (mark, key) in marks {
        let words = markup::escape(words.say(key));
        write!(legend, "<li><svg class=\"chart-swatch\" width=\"24\" height=\"12\" aria-hidden=\"true\">{mark}</svg>{words}</li>")
            .expect("writing to a string");
    }
    legend + "</ul>"
}

fn figures(words: &Words, caption: &str, told: &[Told<'_>]) -> String {
    let heads = ["chart-number", "chart-happened", "chart-reported", "chart-what"];
    let heads = heads.map(|key| markup::escape(words.say(key)));
    let rows: Vec<Vec<String>> = told
        .iter()
        .enumerate()
        .map(|(nth, told)| {
            let inferred = if told.inferred { words.say("chart-inferred") } else { "" };
            let when = [told.when, inferred].join(" ");
            vec![
                words.number(nth as u64 + 1),
                markup::escape(when.trim()),
                markup::escape(&told.reported.words(words)),
                markup::name(told.words),
            ]
        })
        .collect();
    table::figures(words, caption, &heads, &rows)
}
