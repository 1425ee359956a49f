//! A bar on long work, where someone is looking.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::time::Duration;

/// How often the bar is drawn, a second.
const HERTZ: u8 = 8;

/// What is shown of a length that is known, and of one that is not.
const OF_SO_MANY: &str = "{msg} {bar:30} {bytes}/{total_bytes} {eta}";
const COUNTED: &str = "{msg} {bar:30} {pos}/{len} {per_sec} {eta}";
const SO_FAR: &str = "{msg} {spinner} {bytes} {elapsed}";

/// A bar over `bytes` of input (0 where that is not known); hidden when asked to
/// be, or when nobody looks.
pub(crate) fn bar(bytes: u64, quiet: bool) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    let length = Some(bytes).filter(|&bytes| bytes > 0);
    let bar = ProgressBar::with_draw_target(length, ProgressDrawTarget::stderr_with_hz(HERTZ));
    let template = if length.is_some() { OF_SO_MANY } else { SO_FAR };
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style);
    }
    bar.set_message("reading");
    bar
}

/// A bar over a number of things that is not known yet.
pub(crate) fn count(what: &'static str, quiet: bool) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(HERTZ));
    if let Ok(style) = ProgressStyle::with_template(COUNTED) {
        bar.set_style(style);
    }
    bar.set_message(what);
    bar
}

/// Moves a bar to `done` of `all`.
pub(crate) fn set(bar: &ProgressBar, done: usize, all: usize) {
    bar.set_length(u64::try_from(all).unwrap_or_default());
    bar.set_position(u64::try_from(done).unwrap_or_default());
}

/// So many of `what`, and how many that is a second.
pub(crate) fn so_many(what: &str, number: usize, since: Duration) -> String {
    let thousandths = since.as_millis().max(1);
    let rate = u128::try_from(number).unwrap_or_default() * 1000 / thousandths;
    format!("{number} {what}, {rate}/s")
}

#[cfg(test)]
mod tests {
    use super::so_many;
    use std::time::Duration;

    #[test]
    fn a_rate_is_told_beside_the_number() {
        assert_eq!(so_many("articles", 300, Duration::from_millis(1500)), "300 articles, 200/s");
        assert_eq!(so_many("articles", 0, Duration::ZERO), "0 articles, 0/s");
    }
}
