//! Dumps folded at a fixed width, and which of their lines belong together.

use super::RawLine;
use parallax_model::cut;

/// The width at which lines were folded.
#[derive(Clone, Copy, Debug)]
pub(in super::super) struct Fold {
    columns: usize,
}

/// Widths at which tools fold text; wider lines come from pages themselves.
const WIDTHS: std::ops::RangeInclusive<usize> = 60..=100;
/// Lines near the width that a folded page has at least; fewer are chance.
const NEAR: usize = 3;
/// In a hundred: lines that may stand over the width, such as addresses.
const OVER: usize = 2;

/// The width the page was folded at, if it was: hardly a line is longer, and several come near.
pub(super) fn fold_width(lines: &[RawLine]) -> Option<Fold> {
    let mut counts = [0_usize; 101];
    let mut over = 0;
    for line in lines {
        match counts.get_mut(line.width) {
            Some(count) => *count += 1,
            None => over += 1,
        }
    }
    if over * 100 > lines.len() * OVER {
        return None;
    }
    let columns = WIDTHS.rev().find(|&width| counts[width] > 0)?;
    let near: usize = counts.iter().take(columns + 1).skip(columns.saturating_sub(8)).sum();
    (near >= NEAR).then_some(Fold { columns })
}

/// Whether `line` goes on the paragraph of `last`: no gap, no new bullet, and
/// its first word would not have fitted on the line before.
pub(super) fn continues(text: &str, fold: Fold, last: &RawLine, line: &RawLine) -> bool {
    if line.spaced || line.bullet {
        return false;
    }
    let first = cut(text, line.words.clone()).split_whitespace().next().unwrap_or_default();
    let chunk = match first.find('-') {
        Some(at) if at > 0 => cut(first, 0..at + 1),
        _ => first,
    };
    let open = cut(text, last.words.clone()).ends_with('-');
    let room = last.width + usize::from(!open) + chunk.chars().count();
    room > fold.columns
}
