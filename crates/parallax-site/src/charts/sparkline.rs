//! Articles over time, no higher than a line of text.

use super::{bins::Bins, markup::escape};
use crate::{Direction, Words};
use jiff::Timestamp;
use std::fmt::Write as _;

/// Bars at most, and how wide and high the whole is.
const BARS: usize = 24;
const WIDTH: usize = 96;
const HEIGHT: u64 = 20;

/// When articles were published, as bars; nothing of no article.
///
/// ```
/// use parallax_site::{Tongue, Words, charts};
/// let moments = ["2027-03-12T14:10:00Z", "2027-03-12T14:50:00Z"].map(|at| at.parse().unwrap());
/// let line = charts::sparkline(Words::of(Tongue::English), &moments);
/// assert!(line.contains("<title>2 articles: 12 March 2027, 14:10–14:50 UTC</title>"));
/// ```
pub fn sparkline(words: &Words, moments: &[Timestamp]) -> String {
    let Some(bins) = Bins::over(moments.iter().copied(), 0, BARS) else { return String::new() };
    let mut counts = vec![0_u64; bins.number()];
    for &moment in moments {
        counts[bins.of(moment)] += 1;
    }
    let most = counts.iter().copied().max().unwrap_or(1);
    let mirrored = words.tongue().direction() == Direction::RightToLeft;
    let mut bars = String::new();
    for (nth, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        let (width, place) = (WIDTH / counts.len(), nth * WIDTH / counts.len());
        let x = if mirrored { WIDTH - place - width } else { place };
        let height = (count * HEIGHT / most).max(2);
        let (y, width) = (HEIGHT - height, width.saturating_sub(1).clamp(2, 12));
        write!(bars, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"/>")
            .expect("writing to a string");
    }
    let (first, last) = (moments.iter().min(), moments.iter().max());
    let when = first.zip(last).map(|(first, last)| words.between(*first, *last));
    let articles = words.count("count-articles", moments.len() as u64);
    let title = format!("{articles}: {}", when.unwrap_or_default());
    format!(
        "<svg class=\"sparkline\" role=\"img\" width=\"{WIDTH}\" height=\"{HEIGHT}\" viewBox=\"0 0 {WIDTH} {HEIGHT}\"><title>{}</title>{bars}</svg>",
        escape(&title)
    )
}
