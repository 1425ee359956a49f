//! Words inside quotation marks count from the day they were spoken.

use super::{
    meaning::{Found, From, When},
    tokens::Line,
};
use jiff::civil::Date;
use parallax_model::cut;

/// Bytes looked back through for the opening mark.
const REACH: usize = 2_000;

/// A speech is reported within so many days.
const REPORTED_WITHIN: i32 = 3;

/// Whether `found` is `today` or `yesterday` said by a quoted speaker.
pub(super) fn counts_from_speech(line: &Line<'_>, found: &Found) -> bool {
    let counted = matches!(found.when, When::Offset { from: From::Published, .. });
    counted && inside_marks(line, found)
}

/// Whether a speaker of `day` is quoted on `today`.
pub(super) fn close(day: Date, today: Date) -> bool {
    (0..=REPORTED_WITHIN).contains(&(today - day).get_days())
}

/// Whether marks enclose `found` alone, with its capital and no stop: the paper “Sunday”, «Полдень».
pub(super) fn is_title(line: &Line<'_>, found: &Found) -> bool {
    let worded = line.raw(found.first).starts_with(char::is_uppercase);
    worded
        && line.gap(found.first).ends_with(['“', '«', '„', '"'])
        && line.gap(found.next).starts_with(['”', '»', '“', '"'])
}

/// Whether `found` stands between quotation marks.
pub(super) fn inside_marks(line: &Line<'_>, found: &Found) -> bool {
    let Some(token) = line.tokens.get(found.first) else { return false };
    let mut from = token.start.saturating_sub(REACH);
    while !line.text.is_char_boundary(from) {
        from += 1;
    }
    let before = cut(line.text, from..token.start);
    let opened = before.rfind(['“', '«', '„']);
    let closed = before.rfind(['”', '»']);
    let straight = before.matches('"').count() % 2 == 1;
    straight || opened.is_some_and(|opened| closed.is_none_or(|closed| closed < opened))
}
