//! Quotation marks of one paragraph, paired.
//!
//! A mark is told from an apostrophe, an inch sign and a closing mark by what
//! stands around it. One pass, one stack: a pair is found when its closing mark
//! is met, so the work grows with the paragraph alone.

mod placed;

pub(super) use placed::is_turned;

use parallax_model::cut;
use placed::{Mark, marks};
use std::ops::Range;

/// What the marks of a paragraph come to.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Paired {
    /// Pairs not inside another pair, in order: from mark to mark, marks included.
    pub(super) pairs: Vec<Pair>,
    /// The outermost opening mark that never closes here, if any.
    pub(super) open: Option<Open>,
    /// A closing mark that nothing in the paragraph opened, before any opening mark.
    pub(super) stray: Option<Range<usize>>,
}

/// Two marks that belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pair {
    /// Where the opening mark starts.
    pub(super) start: usize,
    /// Where the words start.
    pub(super) inner_start: usize,
    /// Where the words end.
    pub(super) inner_end: usize,
    /// One past the closing mark.
    pub(super) end: usize,
    /// What sort of marks they are.
    pub(super) style: Style,
}

/// An opening mark without its closing one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Open {
    /// Where the mark starts.
    pub(super) start: usize,
    /// Where the words start.
    pub(super) inner_start: usize,
    /// What sort of mark it is.
    pub(super) style: Style,
}

/// Families of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// `“ ”`, `„ “`, `” ”`.
    Curly,
    /// `" "`.
    Straight,
    /// `« »`, `» «`.
    Angle,
    /// `‘ ’`, `‚ ‘`, `' '`.
    Single,
    /// `「 」`, `『 』`.
    Corner,
    /// `《 》`, which stand around titles.
    Title,
}

/// What one mark can do where it stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    /// Closes what is open, opens where nothing is.
    Either,
}

/// Pairs the marks of `text`; offsets count from its start.
pub(super) fn pair(text: &str) -> Paired {
    let marks = marks(text);
    let mut stack: Vec<Open> = Vec::new();
    let mut pairs: Vec<Pair> = Vec::new();
    let mut stray = None;
    for (nth, mark) in marks.iter().enumerate() {
        let opener = opener(&stack, mark);
        let closes = match mark.role {
            Role::Opens => false,
            Role::Closes => true,
            Role::Either => opener.is_some(),
        };
        match opener {
            Some(_) if closes && is_possessive(text, mark, marks.get(nth + 1)) => {}
            Some(at) if closes => {
                let open = stack[at];
                stack.truncate(at);
                close(&mut pairs, open, mark);
            }
            None if closes => {
                let first = stack.is_empty() && pairs.is_empty() && stray.is_none();
                if first && mark.style != Style::Single {
                    stray = Some(mark.start..mark.end);
                }
            }
            _ if stack.len() < DEEPEST => {
                stack.push(Open { start: mark.start, inner_start: mark.end, style: mark.style });
            }
            _ => {}
        }
    }
    let open = stack.into_iter().find(|open| open.style != Style::Single);
    Paired { pairs, open, stray }
}

/// What a mark closes: the last mark of its family, or of the other of two that typists mix.
fn opener(stack: &[Open], mark: &Mark) -> Option<usize> {
    let of = |style: Style| stack.iter().rposition(|open| open.style == style);
    let mixed = match mark.style {
        Style::Straight if !mark.starts => Some(Style::Curly),
        Style::Curly if mark.role == Role::Closes => Some(Style::Straight),
        _ => None,
    };
    of(mark.style).or_else(|| mixed.and_then(of))
}

/// Marks inside marks beyond this depth are taken for noise.
const DEEPEST: usize = 8;

/// Records a pair and drops those inside it.
fn close(pairs: &mut Vec<Pair>, open: Open, mark: &Mark) {
    while pairs.last().is_some_and(|inner| inner.start >= open.start) {
        pairs.pop();
    }
    pairs.push(Pair {
        start: open.start,
        inner_start: open.inner_start,
        inner_end: mark.start,
        end: mark.end,
        style: open.style,
    });
}

/// Whether a single mark after an `s` is a plural's apostrophe: another follows that can close.
fn is_possessive(text: &str, mark: &Mark, next: Option<&Mark>) -> bool {
    let after_s = cut(text, 0..mark.start).ends_with('s');
    let before_word = cut(text, mark.end..text.len())
        .strip_prefix(' ')
        .and_then(|rest| rest.chars().next())
        .is_some_and(char::is_lowercase);
    mark.style == Style::Single
        && after_s
        && before_word
        && next.is_some_and(|next| next.style == Style::Single && next.role == Role::Closes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, inner: &[&str]) {
        let found = pair(text);
        let words: Vec<&str> =
            found.pairs.iter().map(|pair| cut(text, pair.inner_start..pair.inner_end)).collect();
        assert_eq!(words, inner, "{text}");
    }

    #[test]
    fn each_family_pairs() {
        check("“Yes,” he said. \"No.\"", &["Yes,", "No."]);
        check("Он сказал: «Да». Sie sagte „Ja“ und ging.", &["Да", "Ja"]);
        check("Er rief: »Nein« und ging.", &["Nein"]);
        check("Hon sade: ”Nej” och gick.", &["Nej"]);
        check("他说：「不」。", &["不"]);
        check("``Well,'' she said.", &["Well,"]);
        check("“Mixed,\" he said. \"Too,” he said.", &["Mixed,", "Too,"]);
    }

    #[test]
    fn apostrophes_are_no_marks() {
        check("They weren’t the fishermen’s nets, nor the boys’ ones.", &[]);
        check(
            "‘We didn’t see the fishermen’s nets,’ he said.",
            &["We didn’t see the fishermen’s nets,"],
        );
        check("‘The skippers’ wives know,’ he said.", &["The skippers’ wives know,"]);
        check("rock 'n' roll in the '90s isn't dead", &["n"]);
    }

    #[test]
    fn marks_inside_marks_belong_to_the_outer_pair() {
        check("“He called it ‘a farce’ twice,” she said.", &["He called it ‘a farce’ twice,"]);
        check("«Газета «Маяк» солгала», — сказал он.", &["Газета «Маяк» солгала"]);
    }

    #[test]
    fn what_never_closes_is_told() {
        let found = pair("He said: “We go on. Then");
        assert_eq!(found.open.map(|open| open.start), Some("He said: ".len()));
        let found = pair("and so it ended.” He left.");
        assert!(found.stray.is_some());
    }
}
