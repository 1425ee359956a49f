//! Names known at sight, wherever they stand: the article’s own outlet, places and people in lines
//! where all words have capitals.

use super::tokens::{Gap, Tokens};
use parallax_language::names::{bare, is_given_name, is_place};

/// One past a name that a line of the body shows though all its words have capitals: a known place
/// or a given name with one or two words behind it.
pub(super) fn name_in_loud_line(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    if !tokens.all[at].capital || !tokens.is_in_body(at) {
        return None;
    }
    let joined = |at: usize| {
        tokens.gap(at) == Gap::Space && tokens.all.get(at).is_some_and(|token| token.capital)
    };
    let mut end = at + 1;
    while end < at + 4 && joined(end) && !tokens.is_stop(tokens.word(end)) {
        end += 1;
    }
    let person = is_given_name(tokens.word(at)) && matches!(end - at, 2 | 3);
    let place = is_place(tokens.phrase(at, end));
    (person || place).then_some(end)
}

/// One past the name of the article's own outlet, if it starts at `at`.
pub(super) fn outlet_end(tokens: &Tokens<'_>, at: usize) -> Option<usize> {
    let name = &tokens.outlet;
    let end = at + name.len();
    let whole = name.len() > 1
        && name.iter().zip(at..end).all(|(part, at)| *part == bare(tokens.word(at)))
        && (at + 1..end).all(|at| tokens.gap(at) != Gap::Break);
    whole.then_some(end)
}
