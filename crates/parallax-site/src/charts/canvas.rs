//! Marks as SVG: across in hundredths of the width, down in pixels.
//!
//! Nothing lies outside, whatever is asked for: places are brought within, and what is no number
//! is nought. Where the script runs from right to left, so does everything across.

use super::markup::escape;
use crate::{Direction, Words};
use std::fmt::Write as _;

/// Marks on their way to a page.
pub(super) struct Canvas {
    marks: String,
    height: f64,
    mirrored: bool,
}

/// Which end of a text stands at its place, in the way the script runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

impl Anchor {
    /// So that a text at `x` stays within.
    pub(super) fn within(x: f64) -> Self {
        match x {
            x if x < 14.0 => Self::Start,
            x if x > 86.0 => Self::End,
            _ => Self::Middle,
        }
    }

    /// So that a text begins at `x`, where there is space.
    pub(super) fn onward(x: f64) -> Self {
        if x > 80.0 { Self::End } else { Self::Start }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

impl Canvas {
    pub(super) fn new(words: &Words, height: f64) -> Self {
        let mirrored = words.tongue().direction() == Direction::RightToLeft;
        Self { marks: String::new(), height, mirrored }
    }

    /// A bar from `x` on, in the way the script runs.
    pub(super) fn bar(&mut self, class: &str, (x, y): (f64, f64), (width, height): (f64, f64)) {
        let (left, right) = (within(x, 100.0), within(x + width, 100.0));
        let left = if self.mirrored { 100.0 - right } else { left };
        let width = (within(x + width, 100.0) - within(x, 100.0)).max(0.0);
        let (top, bottom) = (within(y, self.height), within(y + height, self.height));
        let height = (bottom - top).max(0.0);
        self.write(format_args!(
            "<rect class=\"{class}\" x=\"{left:.2}%\" y=\"{top:.1}\" width=\"{width:.2}%\" height=\"{height:.1}\"/>"
        ));
    }

    pub(super) fn line(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) {
        let ((x1, y1), (x2, y2)) = (self.at(from), self.at(to));
        self.write(format_args!(
            "<line class=\"{class}\" x1=\"{x1:.2}%\" y1=\"{y1:.1}\" x2=\"{x2:.2}%\" y2=\"{y2:.1}\"/>"
        ));
    }

    pub(super) fn dot(&mut self, class: &str, at: (f64, f64), radius: f64) {
        let (x, y) = self.at(at);
        self.write(format_args!(
            "<circle class=\"{class}\" cx=\"{x:.2}%\" cy=\"{y:.1}\" r=\"{radius:.1}\"/>"
        ));
    }

    /// Words, `aside` pixels on from their place in the way the script runs.
    pub(super) fn text(
        &mut self,
        class: &str,
        at: (f64, f64),
        anchor: Anchor,
        aside: i8,
        words: &str,
    ) {
        let (x, y) = self.at(at);
        let aside = if self.mirrored { -i16::from(aside) } else { i16::from(aside) };
        let anchor = anchor.name();
        let words = escape(words);
        let aside = if aside == 0 { String::new() } else { format!(" dx=\"{aside}\"") };
        self.write(format_args!(
            "<text class=\"{class}\" x=\"{x:.2}%\" y=\"{y:.1}\"{aside} text-anchor=\"{anchor}\">{words}</text>"
        ));
    }

    /// A sign that something lies before what is shown, or after it.
    pub(super) fn beyond(&mut self, class: &str, y: f64, before: bool) {
        let sign = if before == self.mirrored { "▶" } else { "◀" };
        let anchor = if before { Anchor::Start } else { Anchor::End };
        self.text(class, (if before { 0.0 } else { 100.0 }, y), anchor, 0, sign);
    }

    /// The picture, with what it shows in words.
    pub(super) fn done(self, class: &str, title: &str, description: &str) -> String {
        let (title, description) = (escape(title), escape(description));
        format!(
            "<svg class=\"{class}\" role=\"img\" width=\"100%\" height=\"{:.0}\"><title>{title}</title><desc>{description}</desc>{}</svg>",
            self.height, self.marks
        )
    }

    fn at(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let x = within(x, 100.0);
        (if self.mirrored { 100.0 - x } else { x }, within(y, self.height))
    }

    fn write(&mut self, mark: std::fmt::Arguments<'_>) {
        self.marks.write_fmt(mark).expect("writing to a string");
    }
}

/// A number from nought to `end`; nought for what is none.
fn within(number: f64, end: f64) -> f64 {
    if number.is_nan() { 0.0 } else { number.clamp(0.0, end) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Tongue;

    #[test]
    fn marks_run_the_way_the_script_does() {
        let drawn = |tongue| {
            let mut canvas = Canvas::new(Words::of(tongue), 10.0);
            canvas.bar("a", (10.0, 0.0), (20.0, 5.0));
            canvas.text("b", (0.0, 9.0), Anchor::Start, 4, "x");
            canvas.done("c", "t", "d")
        };
        assert!(drawn(Tongue::English).contains("x=\"10.00%\" y=\"0.0\" width=\"20.00%\""));
        assert!(drawn(Tongue::KazakhArabic).contains("x=\"70.00%\" y=\"0.0\" width=\"20.00%\""));
        assert!(drawn(Tongue::KazakhArabic).contains("x=\"100.00%\" y=\"9.0\" dx=\"-4\""));
    }

    #[test]
    fn what_lies_outside_is_brought_within() {
        let mut canvas = Canvas::new(Words::of(Tongue::English), 10.0);
        canvas.dot("a", (f64::NAN, f64::INFINITY), 1.0);
        canvas.bar("a", (-50.0, -5.0), (1e9, 1e9));
        let drawn = canvas.done("c", "t", "d");
        assert!(drawn.contains("cx=\"0.00%\" cy=\"10.0\""));
        assert!(drawn.contains("x=\"0.00%\" y=\"0.0\" width=\"100.00%\" height=\"10.0\""));
    }
}
