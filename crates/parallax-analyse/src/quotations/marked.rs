//! Words in marks, over the whole body: pieces of paragraphs that belong together.
//!
//! A quotation may run over paragraphs. Printers open it again at each new
//! paragraph, or not at all, and close it once, at its end.

use super::dashes;
use super::marks::{self, Open, Pair, Style};
use parallax_model::{Article, Note, NoteKind, Noted, Span, cut};
use std::ops::Range;

/// One stretch of words in marks, inside one paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Marked {
    /// The words with their marks.
    pub(super) outer: Span,
    /// The words.
    pub(super) inner: Span,
    /// What sort of marks.
    pub(super) style: Style,
    /// Whether it goes on from the piece before it, in an earlier paragraph.
    pub(super) goes_on: bool,
}

/// How many paragraphs without any mark an open quotation may run through.
///
/// Chosen as the longest run seen in print without a new opening mark; longer
/// ones are a forgotten closing mark.
const LONGEST_SILENT_RUN: usize = 4;

/// Every stretch in marks, in order; notes what opens and never closes.
pub(super) fn marked(article: &Article) -> Noted<Vec<Marked>> {
    let mut found = Body { article, marked: Vec::new(), pending: None, notes: Vec::new() };
    for paragraph in &article.paragraphs {
        found.read(*paragraph);
    }
    found.give_up();
    Noted { value: found.marked, notes: found.notes }
}

/// Bytes of the longest closing mark.
const MARK: usize = 3;

/// The state between two paragraphs.
struct Body<'a> {
    article: &'a Article,
    marked: Vec<Marked>,
    pending: Option<Pending>,
    notes: Vec<Note>,
}

/// A quotation that has not closed yet.
struct Pending {
    /// How many pieces were certain when it opened.
    settled: usize,
    /// How many silent paragraphs it ran through.
    silent: usize,
    style: Style,
    mark: Span,
}

impl Body<'_> {
    fn read(&mut self, paragraph: Span) {
        let mut text = self.article.words(paragraph);
        let mut at = paragraph.start();
        // Spanish repeats the closing mark at each new paragraph of one quotation.
        let repeats = text.strip_prefix('»').filter(|_| !marks::is_turned(text));
        if let (Some(pending), Some(rest)) = (self.pending.as_mut(), repeats)
            && pending.style == Style::Angle
        {
            pending.silent = 0;
            at += text.len() - rest.len();
            text = rest;
        }
        let paired = marks::pair(text);
        let first_opener = paired
            .pairs
            .first()
            .map(|pair| (pair.start, pair.style))
            .into_iter()
            .chain(paired.open.map(|open| (open.start, open.style)))
            .min_by_key(|first| first.0);
        let mut goes_on = false;
        match (&mut self.pending, &paired.stray, first_opener) {
            (None, _, _) => {}
            // Opened again at the start of the paragraph.
            (Some(pending), _, Some((start, style)))
                if style == pending.style
                    && text.get(..start).is_some_and(|s| s.trim().is_empty()) =>
            {
                goes_on = true;
                self.pending = None;
            }
            (Some(_), Some(stray), _) => {
                self.push(at, 0..stray.end, 0..stray.start, Style::Curly, true);
                self.pending = None;
            }
            (Some(pending), None, None) if pending.silent < LONGEST_SILENT_RUN => {
                pending.silent += 1;
                let style = pending.style;
                self.push(at, 0..text.len(), 0..text.len(), style, true);
                return;
            }
            _ => self.give_up(),
        }
        if paired.pairs.is_empty() && paired.open.is_none() {
            let pieces = dashes::paragraph(text, &self.article.language);
            self.pieces(at, 0..text.len(), &pieces, Style::Angle, false);
        }
        let dashed = Some(()).filter(|()| paired.open.is_none() && !self.found_at(at));
        let dashed = dashed.and_then(|()| dashes::within(text, &self.article.language));
        let mut dashed = dashed.filter(|(dash, _)| {
            !paired.pairs.iter().any(|pair| pair.start < *dash && *dash < pair.end)
        });
        let mut taken = 0;
        for pair in &paired.pairs {
            if let Some((dash, pieces)) = dashed.take_if(|(dash, _)| *dash < pair.start) {
                taken = self.dashed(at, dash, &pieces);
            }
            if pair.start >= taken {
                self.pair(at, text, *pair, goes_on);
            }
            goes_on = false;
        }
        if let Some((dash, pieces)) = dashed {
            self.dashed(at, dash, &pieces);
        }
        if let Some(open) = paired.open {
            self.open(at, open, text.len(), goes_on);
        }
    }

    /// Whether speech was found in the paragraph that starts at `at`.
    fn found_at(&self, at: usize) -> bool {
        self.marked.last().is_some_and(|last| last.outer.end() > at)
    }

    /// Adds speech that a dash opens; gives where it ends.
    fn dashed(&mut self, at: usize, dash: usize, pieces: &[Range<usize>]) -> usize {
        let end = pieces.last().map_or(dash, |last| last.end);
        self.pieces(at, dash..end, pieces, Style::Angle, false);
        end
    }

    /// Adds words between two marks, in pieces where they hold their own report.
    fn pair(&mut self, at: usize, text: &str, pair: Pair, goes_on: bool) {
        let inner = pair.inner_start..pair.inner_end;
        let pieces: Vec<Range<usize>> =
            dashes::inside(cut(text, inner.clone()), &self.article.language)
                .into_iter()
                .map(|piece| inner.start + piece.start..inner.start + piece.end)
                .collect();
        if pieces.is_empty() {
            self.push(at, pair.start..pair.end, inner, pair.style, goes_on);
        } else {
            self.pieces(at, pair.start..pair.end, &pieces, pair.style, goes_on);
        }
    }

    /// Adds the pieces of one utterance; the first and the last take the marks at `whole`.
    fn pieces(
        &mut self,
        at: usize,
        whole: Range<usize>,
        pieces: &[Range<usize>],
        style: Style,
        goes_on: bool,
    ) {
        for (nth, piece) in pieces.iter().enumerate() {
            let start = if nth == 0 { whole.start } else { piece.start };
            let end = if nth + 1 == pieces.len() && piece.end + MARK >= whole.end {
                whole.end
            } else {
                piece.end
            };
            self.push(at, start..end, piece.clone(), style, goes_on || nth > 0);
        }
    }

    /// Takes an open quotation to the end of its paragraph, for now.
    fn open(&mut self, at: usize, open: Open, end: usize, goes_on: bool) {
        let Ok(mark) = self.article.text.span(at + open.start, at + open.inner_start) else {
            return;
        };
        let settled = self.marked.len();
        // Pairs inside it were counted as its neighbours.
        let inside =
            self.marked.iter().rev().take_while(|m| m.outer.start() > mark.start()).count();
        let inner: Vec<Marked> = self.marked.split_off(settled - inside);
        self.pending =
            Some(Pending { settled: self.marked.len(), silent: 0, style: open.style, mark });
        if self.push(at, open.start..end, open.inner_start..end, open.style, goes_on) {
            return;
        }
        self.pending = None;
        self.marked.extend(inner);
    }

    /// Drops the pieces of a quotation that never closed.
    fn give_up(&mut self) {
        if let Some(pending) = self.pending.take() {
            self.marked.truncate(pending.settled);
            self.notes.push(Note { kind: NoteKind::QuotationUnclosed, span: Some(pending.mark) });
        }
    }

    fn push(
        &mut self,
        at: usize,
        outer: Range<usize>,
        inner: Range<usize>,
        style: Style,
        goes_on: bool,
    ) -> bool {
        let text = &self.article.text;
        let inner = text.trimmed(at + inner.start..at + inner.end);
        let outer = text.trimmed(at + outer.start..at + outer.end);
        let (Some(inner), Some(outer)) = (inner, outer) else { return false };
        self.marked.push(Marked { outer, inner, style, goes_on });
        true
    }
}
