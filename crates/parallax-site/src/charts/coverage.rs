//! How much was published when, by language or by outlet.

use super::{
    Name, When,
    axis::Axis,
    bins::{Bins, DAY},
    canvas::{Anchor, Canvas},
    markup, table,
};
use crate::Words;
use jiff::Timestamp;
use std::fmt::Write as _;

/// Stretches of time at most: a bar is then no narrower than seven pixels on a phone.
const BARS: usize = 36;

/// Groups with a colour of their own; the others are one.
const GROUPS: usize = 6;

/// Height of the bars.
const HEIGHT: f64 = 132.0;

/// Where the bars begin, below the topmost label.
const TOP: f64 = 18.0;

/// What is drawn.
#[derive(Clone, Copy, Debug)]
pub struct Coverage<'a> {
    /// Languages or outlets, the first drawn at the bottom.
    pub groups: &'a [Name<'a>],
    /// When an article was published, and the place of its group; one of no group is left out.
    pub articles: &'a [(When, usize)],
}

/// Articles over time, stacked by group; nothing of no article.
pub fn coverage(words: &Words, coverage: Coverage<'_>) -> String {
    let Some(counted) = Counted::of(coverage) else { return String::new() };
    let caption = words.say("chart-coverage");
    table::framed(
        caption,
        words.say("chart-universal"),
        &counted.picture(words),
        &counted.legend(words),
        &counted.figures(words, caption),
    )
}

/// Articles by stretch of time and by group, of which the last may be the rest.
struct Counted<'a> {
    bins: Bins,
    counts: Vec<Vec<u64>>,
    groups: Vec<Option<Name<'a>>>,
}

impl<'a> Counted<'a> {
    fn of(coverage: Coverage<'a>) -> Option<Self> {
        let known = |&&(_, group): &&(When, usize)| group < coverage.groups.len();
        let articles: Vec<(Timestamp, usize)> = coverage
            .articles
            .iter()
            .filter(known)
            .map(|(when, group)| (when.middle(), *group))
            .collect();
        // Where a day is all that is known of one, hours would be made up.
        let least =
            if coverage.articles.iter().all(|(when, _)| when.is_moment()) { 0 } else { DAY };
        let bins = Bins::over(articles.iter().map(|(at, _)| *at), least, BARS)?;
        let all = coverage.groups.len();
        let own = if all > GROUPS { GROUPS - 1 } else { all };
        let mut groups: Vec<Option<Name<'_>>> =
            coverage.groups.iter().take(own).copied().map(Some).collect();
        if all > own {
            groups.push(None);
        }
        let mut counts = vec![vec![0; groups.len()]; bins.number()];
        for (at, group) in articles {
            counts[bins.of(at)][group.min(groups.len() - 1)] += 1;
        }
        Some(Self { bins, counts, groups })
    }

    fn most(&self) -> (usize, u64) {
        let sums = self.counts.iter().map(|bar| bar.iter().sum());
        // Of equals the earliest.
        sums.enumerate()
            .fold((0, 0), |most, bar: (usize, u64)| if bar.1 > most.1 { bar } else { most })
    }

    fn picture(&self, words: &Words) -> String {
        let (from, to) = self.bins.span();
        let axis = Axis::between(from, to - 1);
        let bottom = TOP + HEIGHT;
        let (busiest, most) = self.most();
        let mut canvas = Canvas::new(words, bottom + axis.height());
        axis.draw(&mut canvas, words, TOP, bottom);
        for (nth, bar) in self.counts.iter().enumerate() {
            let (from, to) = self.bins.ends(nth);
            let (left, right) = (axis.place(from), axis.place(to));
            let width = ((right - left) * 0.85).min(12.0);
            let mut y = bottom;
            for (group, &count) in bar.iter().enumerate().filter(|(_, count)| **count > 0) {
                let height = count as f64 / most as f64 * HEIGHT;
                y -= height;
                let class = format!("chart-fill s{group}");
                canvas.bar(&class, (f64::midpoint(left, right) - width / 2.0, y), (width, height));
            }
        }
        let (from, to) = self.bins.ends(busiest);
        let x = f64::midpoint(axis.place(from), axis.place(to));
        canvas.text("chart-value", (x, TOP - 5.0), Anchor::Middle, 0, &words.number(most));
        let busiest = self.bins.when(words, busiest);
        let values = [("when", (&busiest).into()), ("count", most.into())];
        let description = words.tell("chart-busiest", &values);
        canvas.done("chart-picture", words.say("chart-coverage"), &description)
    }

    fn legend(&self, words: &Words) -> String {
        let mut legend = "<ul class=\"chart-legend\">".to_owned();
        for (nth, group) in self.groups.iter().enumerate() {
            let sum: u64 = self.counts.iter().map(|bar| bar[nth]).sum();
            if sum == 0 {
                continue;
            }
            let (swatch, name) = (swatch(nth), heading(words, *group));
            write!(legend, "<li>{swatch}{name} {}</li>", words.number(sum))
                .expect("writing to a string");
        }
        legend + "</ul>"
    }

    fn figures(&self, words: &Words, caption: &str) -> String {
        let mut heads = vec![markup::escape(words.say("chart-when"))];
        heads.extend(self.groups.iter().map(|group| heading(words, *group)));
        let full = self.counts.iter().enumerate().filter(|(_, bar)| bar.iter().sum::<u64>() > 0);
        let rows: Vec<Vec<String>> = full
            .map(|(nth, bar)| {
                let when = markup::escape(&self.bins.when(words, nth));
                std::iter::once(when).chain(bar.iter().map(|&count| words.number(count))).collect()
            })
            .collect();
        table::figures(words, caption, &heads, &rows)
    }
}

/// The name of a group, or of all that have none of their own.
fn heading(words: &Words, group: Option<Name<'_>>) -> String {
    group.map_or_else(|| markup::escape(words.say("chart-others")), markup::name)
}

/// The colour of a group.
fn swatch(group: usize) -> String {
    format!(
        "<svg class=\"chart-swatch\" width=\"12\" height=\"12\" aria-hidden=\"true\"><rect class=\"chart-fill s{group}\" width=\"12\" height=\"12\"/></svg>"
    )
}
