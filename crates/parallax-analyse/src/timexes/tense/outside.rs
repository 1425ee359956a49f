//! What is quoted around an expression that is not.

use crate::timexes::{meaning::Found, quoted, tokens::Line};
use std::ops::Range;

/// The words between quotation marks among `words`; none where `found` is quoted itself.
pub(super) fn quoted(line: &Line<'_>, found: &Found, words: Range<usize>) -> Vec<Range<usize>> {
    let marked = |at: usize| marks(line.gap(at)).next().is_some();
    if !(words.start + 1..words.end).any(marked) || quoted::inside_marks(line, found) {
        return Vec::new();
    }
    let mut ranges = Vec::new();
    // Going back from `found`, a closing mark opens what is quoted.
    let mut end = None;
    for at in (words.start + 1..=found.first).rev() {
        for mark in marks(line.gap(at)).rev() {
            match (mark, end) {
                (Mark::Closes | Mark::Either, None) => end = Some(at),
                (Mark::Opens | Mark::Either, Some(until)) => {
                    ranges.push(at..until);
                    end = None;
                }
                _ => {}
            }
        }
    }
    ranges.extend(end.map(|until| words.start..until));
    let mut start = None;
    for at in found.next..words.end {
        for mark in marks(line.gap(at)) {
            match (mark, start) {
                (Mark::Opens | Mark::Either, None) => start = Some(at),
                (Mark::Closes | Mark::Either, Some(from)) => {
                    ranges.push(from..at);
                    start = None;
                }
                _ => {}
            }
        }
    }
    ranges.extend(start.map(|from| from..words.end));
    ranges
}

/// What a quotation mark does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Opens,
    Closes,
    Either,
}

fn marks(gap: &str) -> impl DoubleEndedIterator<Item = Mark> + '_ {
    gap.chars().filter_map(|sign| match sign {
        '“' | '«' | '„' => Some(Mark::Opens),
        '”' | '»' => Some(Mark::Closes),
        '"' => Some(Mark::Either),
        _ => None,
    })
}
