//! Marks set into running text: a sign where a span opens and where it closes.

use super::wrap::{Face, Piece};
use parallax_model::cut;
use std::ops::Range;

/// A span to show, and the sign it is known by.
#[derive(Clone)]
pub(super) struct Mark {
    /// Where it stands in the text.
    pub(super) range: Range<usize>,
    /// `P1`, `D2`: what the lines under the sentence call it.
    pub(super) sign: String,
    /// How its words are set where there is colour.
    pub(super) face: Face,
    /// What stands on either side of its words.
    pub(super) fence: Fence,
}

/// What stands on either side of marked words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fence {
    /// `[P1 the words]`: spans that seldom hold another.
    Brackets,
    /// `⟨S1 the words S1⟩`: long spans, which hold others and may cross them.
    Angles,
}

impl Fence {
    fn open(self, sign: &str) -> String {
        match self {
            Self::Brackets => format!("[{sign}\u{a0}"),
            Self::Angles => format!("⟨{sign}\u{a0}"),
        }
    }

    fn close(self, sign: &str) -> String {
        match self {
            Self::Brackets => "]".to_owned(),
            Self::Angles => format!("\u{a0}{sign}⟩"),
        }
    }
}

/// One stretch of the marked text: words of the article, or a sign of ours.
pub(super) struct Stretch<'a> {
    words: std::borrow::Cow<'a, str>,
    face: Face,
}

impl Stretch<'_> {
    pub(super) fn piece(&self) -> Piece<'_> {
        Piece { text: &self.words, face: self.face }
    }
}

/// The words of `within`, with the marks that touch it; what lies outside is clipped.
///
/// Without the signs the stretches are the text itself.
pub(super) fn set<'a>(text: &'a str, within: Range<usize>, marks: &[Mark]) -> Vec<Stretch<'a>> {
    let edges = edges(&within, marks);
    let mut stretches = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut at = within.start;
    for edge in edges {
        words(&mut stretches, text, at..edge.at, face(marks, &open));
        at = edge.at;
        let Some(mark) = marks.get(edge.mark) else { continue };
        let sign = if edge.opens {
            open.push(edge.mark);
            mark.fence.open(&mark.sign)
        } else {
            open.retain(|&other| other != edge.mark);
            mark.fence.close(&mark.sign)
        };
        stretches.push(Stretch { words: sign.into(), face: Face::Faint });
    }
    words(&mut stretches, text, at..within.end, face(marks, &open));
    stretches
}

fn words<'a>(stretches: &mut Vec<Stretch<'a>>, text: &'a str, range: Range<usize>, face: Face) {
    if range.start < range.end {
        stretches.push(Stretch { words: cut(text, range).into(), face });
    }
}

/// The face of the mark opened last.
fn face(marks: &[Mark], open: &[usize]) -> Face {
    open.last().and_then(|&at| marks.get(at)).map_or(Face::Plain, |mark| mark.face)
}

struct Edge {
    at: usize,
    opens: bool,
    mark: usize,
}

/// Where marks open and close in `within`, so that what nests in the text nests in the signs.
fn edges(within: &Range<usize>, marks: &[Mark]) -> Vec<Edge> {
    let mut edges: Vec<(usize, bool, usize, usize)> = Vec::new();
    for (mark, Mark { range, .. }) in marks.iter().enumerate() {
        let (start, end) = (range.start.max(within.start), range.end.min(within.end));
        if start < end {
            // Closing before opening; of those that open the longest first, of those that close the shortest.
            edges.push((start, true, usize::MAX - (end - start), mark));
            edges.push((end, false, end - start, usize::MAX - mark));
        }
    }
    edges.sort_unstable();
    edges
        .into_iter()
        .map(|(at, opens, _, mark)| Edge {
            at,
            opens,
            mark: if opens { mark } else { usize::MAX - mark },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(range: Range<usize>, sign: &str, fence: Fence) -> Mark {
        Mark { range, sign: sign.to_owned(), face: Face::Marked, fence }
    }

    #[track_caller]
    fn check(text: &str, within: Range<usize>, marks: &[Mark], expected: &str) {
        let shown: String = set(text, within, marks).iter().map(|one| one.words.as_ref()).collect();
        assert_eq!(shown.replace('\u{a0}', " "), expected);
    }

    #[test]
    fn a_name_stands_in_brackets_with_its_sign() {
        let marks = [mark(0..6, "P1", Fence::Brackets)];
        check("Corvin left", 0..11, &marks, "[P1 Corvin] left");
    }

    #[test]
    fn what_nests_in_the_text_nests_in_the_signs() {
        let marks = [
            mark(0..6, "P1", Fence::Brackets),
            mark(0..11, "S1", Fence::Angles),
            mark(7..11, "D1", Fence::Brackets),
        ];
        check("Corvin left", 0..11, &marks, "⟨S1 [P1 Corvin] [D1 left] S1⟩");
    }

    #[test]
    fn what_lies_outside_is_clipped() {
        let marks = [mark(0..11, "S1", Fence::Angles), mark(0..6, "P1", Fence::Brackets)];
        check("Corvin left", 7..11, &marks, "⟨S1 left S1⟩");
    }

    #[test]
    fn neighbours_close_before_they_open() {
        let marks = [mark(0..3, "P1", Fence::Brackets), mark(3..6, "P2", Fence::Brackets)];
        check("abcdef", 0..6, &marks, "[P1 abc][P2 def]");
    }
}
