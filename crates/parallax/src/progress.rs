//! A bar on long work, where someone is looking.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// How often the bar is drawn, a second.
const HERTZ: u8 = 8;

/// What is shown of a length that is known, and of one that is not.
const OF_SO_MANY: &str = "{msg} {bar:30} {bytes}/{total_bytes} {eta}";
const COUNTED: &str = "{bar:30} {pos}/{len} captures {per_sec} {eta}";
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

/// A bar over a number of captures that is not known yet.
pub(crate) fn count(quiet: bool) -> ProgressBar {
    if quiet {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::with_draw_target(Some(0), ProgressDrawTarget::stderr_with_hz(HERTZ));
    if let Ok(style) = ProgressStyle::with_template(COUNTED) {
        bar.set_style(style);
    }
    bar
}
