//! A quantity that changed: a toll over two days, by outlet.

use super::{
    Name, When,
    axis::Axis,
    canvas::{Anchor, Canvas},
    markup, table,
};
use crate::Words;
use std::fmt::Write as _;

/// Outlets with a line of their own; figures of the others are dots.
const LINES: usize = 6;

/// Figures at most that are drawn of an outlet.
const POINTS: usize = 60;

/// Where the figures lie.
const TOP: f64 = 22.0;
const HEIGHT: f64 = 150.0;

/// Height and width of a figure's label on a phone, in pixels and in hundredths a letter.
const LABEL: f64 = 15.0;
const LETTER: f64 = 2.6;

/// Lines across at most.
const LEVELS: i128 = 4;

/// What is further from nought than this, in thousandths, is drawn as this.
const MOST: i128 = 1_000_000_000_000_000_000_000_000_000;

/// Where the first figure stands at the nearest and at the furthest: the labels of the levels have
/// their place before it.
const START: (f64, f64) = (10.0, 34.0);

/// A figure as an outlet gave it.
#[derive(Clone, Copy, Debug)]
pub struct Figure<'a> {
    /// The place of the outlet; one of no outlet is left out.
    pub outlet: usize,
    /// When it said so.
    pub at: When,
    /// In thousandths.
    pub milli: i128,
    /// In its own words: `at least 40`.
    pub said: Name<'a>,
}

/// Figures over time by outlet, under what they are of; nothing of none.
pub fn quantities(
    words: &Words,
    of: Name<'_>,
    outlets: &[Name<'_>],
    figures: &[Figure<'_>],
) -> String {
    let mut figures: Vec<Figure<'_>> = figures
        .iter()
        .filter(|figure| figure.outlet < outlets.len())
        .map(|figure| Figure { milli: figure.milli.clamp(-MOST, MOST), ..*figure })
        .collect();
    figures.sort_by_key(|figure| (figure.at.middle(), figure.outlet));
    let Some(plot) = Plot::of(words, &figures) else { return String::new() };
    let caption = words.before("chart-quantities");
    let heading = format!("{}{}", markup::escape(&caption), markup::name(of));
    format!(
        "<figure class=\"chart\"><figcaption>{heading} <span class=\"chart-note\">{}</span></figcaption>{}{}{}</figure>",
        markup::escape(words.say("chart-universal")),
        plot.picture(of, &figures),
        legend(words, outlets, &figures),
        table(words, caption.trim_end_matches([' ', ':', '：']), outlets, &figures)
    )
}

/// Time across, figures up.
struct Plot<'w> {
    words: &'w Words,
    axis: Axis,
    /// The lowest level and the highest, and from one to the next.
    low: i128,
    high: i128,
    step: i128,
}

impl<'w> Plot<'w> {
    fn of(words: &'w Words, figures: &[Figure<'_>]) -> Option<Self> {
        let axis = Axis::over(figures.iter().map(|figure| figure.at.middle()))?;
        let (least, most) = ends(figures)?;
        // Figures close to each other and far from nought are shown without what lies below.
        let low = if least > 0 && most - least < least / 2 { least } else { least.min(0) };
        let step = step((most - low).max(1));
        let low = low.div_euclid(step) * step;
        let high = (most.div_euclid(step) + 1) * step;
        let letters = words.decimal(high).chars().count() as f64;
        let axis = axis.starting((LETTER * letters + 2.0).clamp(START.0, START.1));
        Some(Self { words, axis, low, high, step })
    }

    fn picture(&self, of: Name<'_>, figures: &[Figure<'_>]) -> String {
        let bottom = TOP + HEIGHT;
        let mut canvas = Canvas::new(self.words, bottom + self.axis.height());
        self.axis.draw(&mut canvas, self.words, TOP, bottom);
        self.levels(&mut canvas);
        for outlet in (0..LINES).rev() {
            self.line(&mut canvas, outlet, figures);
        }
        for figure in figures.iter().filter(|figure| figure.outlet >= LINES).take(POINTS) {
            canvas.dot("chart-dot s-other", self.at(figure), 3.0);
        }
        self.labels(&mut canvas, figures);
        let title =
            format!("{}{}", self.words.before("chart-quantities"), markup::short_name(of.text));
        let first = figures.first().map_or(0, |figure| figure.milli);
        let last = figures.last().map_or(0, |figure| figure.milli);
        let (first, last) = (self.words.decimal(first), self.words.decimal(last));
        let values = [("first", (&first).into()), ("last", (&last).into())];
        canvas.done("chart-picture", &title, &self.words.tell("chart-first-and-last", &values))
    }

    fn levels(&self, canvas: &mut Canvas) {
        let mut level = self.low;
        for _ in 0..=LEVELS + 2 {
            if level > self.high {
                break;
            }
            let y = self.height(level);
            canvas.line("chart-level", (0.0, y), (100.0, y));
            canvas.text(
                "chart-label",
                (0.0, y - 4.0),
                Anchor::Start,
                0,
                &self.words.decimal(level),
            );
            level += self.step;
        }
    }

    /// The figures of an outlet: each holds until the next.
    fn line(&self, canvas: &mut Canvas, outlet: usize, figures: &[Figure<'_>]) {
        let own: Vec<&Figure<'_>> =
            figures.iter().filter(|figure| figure.outlet == outlet).collect();
        let step = own.len().div_ceil(POINTS).max(1);
        let mut before: Option<(f64, f64)> = None;
        for figure in own.into_iter().step_by(step) {
            let (x, y) = self.at(figure);
            if let Some((last_x, last_y)) = before {
                let class = format!("chart-step s{outlet}");
                canvas.line(&class, (last_x, last_y), (x, last_y));
                canvas.line(&class, (x, last_y), (x, y));
            }
            canvas.dot(&format!("chart-dot s{outlet}"), (x, y), 4.0);
            before = Some((x, y));
        }
    }

    /// Figures beside their marks: each once at a time, and none over another.
    fn labels(&self, canvas: &mut Canvas, figures: &[Figure<'_>]) {
        let mut taken: Vec<(f64, f64, f64)> = Vec::new();
        for figure in figures {
            let (x, y) = self.at(figure);
            let label = self.words.decimal(figure.milli);
            let width = LETTER * (label.chars().count() as f64 + 1.0);
            let over = |(other, line, wide): &(f64, f64, f64)| {
                (x - other).abs() < f64::midpoint(width, *wide) && (y - line).abs() < LABEL
            };
            if taken.len() < POINTS && !taken.iter().any(over) {
                canvas.text("chart-value", (x, y - 8.0), Anchor::within(x), 0, &label);
                taken.push((x, y, width));
            }
        }
    }

    fn at(&self, figure: &Figure<'_>) -> (f64, f64) {
        (self.axis.place(figure.at.middle().as_second()), self.height(figure.milli))
    }

    fn height(&self, milli: i128) -> f64 {
        let share = (milli - self.low) as f64 / (self.high - self.low).max(1) as f64;
        TOP + HEIGHT * (1.0 - share)
    }
}

/// The least and the most, within what can be reckoned with.
fn ends(figures: &[Figure<'_>]) -> Option<(i128, i128)> {
    let values = figures.iter().map(|figure| figure.milli);
    Some((values.clone().min()?, values.max()?))
}

/// A round number of which a few make up the span: 1, 2 or 5 with noughts, and no part of one.
fn step(span: i128) -> i128 {
    let powers = std::iter::successors(Some(1_000_i128), |power| power.checked_mul(10));
    let mut steps = powers.flat_map(|power| [1, 2, 5].map(|factor| power.saturating_mul(factor)));
    steps.find(|step| span / step < LEVELS).unwrap_or(MOST)
}

/// Outlets that gave a figure, with the colour of each.
fn legend(words: &Words, outlets: &[Name<'_>], figures: &[Figure<'_>]) -> String {
    let given = |outlet: usize| figures.iter().any(|figure| figure.outlet == outlet);
    let mut legend = "<ul class=\"chart-legend\">".to_owned();
    for (nth, outlet) in outlets.iter().take(LINES).enumerate().filter(|(nth, _)| given(*nth)) {
        write!(legend, "<li>{}{}</li>", swatch(&format!("s{nth}")), markup::name(*outlet))
            .expect("writing to a string");
    }
    if figures.iter().any(|figure| figure.outlet >= LINES) {
        let others = markup::escape(words.say("chart-others"));
        write!(legend, "<li>{}{others}</li>", swatch("s-other")).expect("writing to a string");
    }
    legend + "</ul>"
}

fn swatch(class: &str) -> String {
    format!(
        "<svg class=\"chart-swatch\" width=\"12\" height=\"12\" aria-hidden=\"true\"><circle class=\"chart-dot {class}\" cx=\"6\" cy=\"6\" r=\"5\"/></svg>"
    )
}

fn table(words: &Words, caption: &str, outlets: &[Name<'_>], figures: &[Figure<'_>]) -> String {
    let heads = ["chart-when", "chart-outlet", "chart-figure", "chart-said"];
    let heads = heads.map(|key| markup::escape(words.say(key)));
    let rows: Vec<Vec<String>> = figures
        .iter()
        .map(|figure| {
            let moment = markup::escape(&figure.at.words(words));
            let outlet = outlets.get(figure.outlet).copied().unwrap_or_default();
            vec![
                moment,
                markup::name(outlet),
                words.decimal(figure.milli),
                markup::name(figure.said),
            ]
        })
        .collect();
    table::figures(words, caption, &heads, &rows)
}
