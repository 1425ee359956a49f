//! Text with a map back to the bytes it was decoded from.

use crate::{PayloadRange, Span, SpanError};

/// One stretch of text and the payload bytes it was decoded from.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Byte offset in the text where the run starts.
    pub start: usize,
    /// Byte offset in the text one past the run's end.
    pub end: usize,
    /// The bytes it came from.
    pub payload: PayloadRange,
}

/// Text with a map back to the payload, as runs in text order.
///
/// Append-only while it is made and never edited after. Every byte of the text
/// lies in a run, save the line breaks and joining spaces that
/// [`push_break`](Self::push_break) puts between them.
///
/// ```
/// use parallax_model::{PayloadRange, SourcedText, SpanError};
///
/// let mut text = SourcedText::default();
/// text.push("Café open", PayloadRange::new(3, 18));
///
/// let cafe = text.span(0, 5)?;
/// assert_eq!(text.slice(cafe), "Café");
/// assert_eq!(text.span(0, 4), Err(SpanError::InsideChar { at: 4 }));
/// # Ok::<(), SpanError>(())
/// ```
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SourcedText {
    text: String,
    runs: Vec<Run>,
}

impl SourcedText {
    /// Appends a run of text and says which payload bytes it came from.
    ///
    /// A run that continues the last one byte for byte, in text and payload,
    /// is joined to it.
    pub fn push(&mut self, text: &str, payload: PayloadRange) {
        if text.is_empty() {
            return;
        }
        let start = self.text.len();
        self.text.push_str(text);
        let end = self.text.len();
        if let Some(last) = self.runs.last_mut() {
            let exact = last.end - last.start == last.payload.end - last.payload.start;
            let also = end - start == payload.end - payload.start;
            if exact && also && last.end == start && last.payload.end == payload.start {
                last.end = end;
                last.payload.end = payload.end;
                return;
            }
        }
        self.runs.push(Run { start, end, payload });
    }

    /// Appends a separator of ours, which has no source: a line feed or a space.
    pub fn push_break(&mut self, separator: char) {
        debug_assert!(matches!(separator, '\n' | ' '), "only white space of ours has no source");
        self.text.push(separator);
    }

    /// Appends the words of `other` at `range` with the runs they came from.
    ///
    /// A run cut by the range keeps its whole payload range unless text and
    /// payload correspond byte for byte.
    pub fn push_part(&mut self, other: &Self, range: std::ops::Range<usize>) {
        for run in other.runs_in(range.clone()) {
            let (from, to) = (run.start.max(range.start), run.end.min(range.end));
            let exact = run.end - run.start == run.payload.end - run.payload.start;
            let payload = if exact {
                let at = run.payload.start;
                PayloadRange::new(at + (from - run.start), at + (to - run.start))
            } else {
                run.payload
            };
            // White space of ours between two runs is carried over as it stands.
            let gap = other.gap_before(&range, run);
            self.text.push_str(gap);
            self.push(crate::cut(&other.text, from..to), payload);
        }
    }

    /// The text up to `end`, with its runs: a span of it is the same span of the whole.
    ///
    /// ```
    /// use parallax_model::{PayloadRange, SourcedText};
    ///
    /// let mut text = SourcedText::default();
    /// text.push("Café open", PayloadRange::new(3, 13));
    /// assert_eq!(text.up_to(5).as_str(), "Café");
    /// assert_eq!(text.up_to(4).as_str(), "Caf"); // never inside a character
    /// ```
    #[must_use]
    pub fn up_to(&self, end: usize) -> Self {
        let end = self.text.floor_char_boundary(end);
        let mut short = Self::default();
        short.text.push_str(crate::cut(&self.text, 0..end));
        short.runs.extend(self.runs_in(0..end));
        if let Some(last) = short.runs.last_mut().filter(|last| last.end > end) {
            // A run that is not exact keeps its whole payload.
            if last.end - last.start == last.payload.end - last.payload.start {
                last.payload.end -= last.end - end;
            }
            last.end = end;
        }
        short
    }

    /// The break of ours that stands before `run`, if `range` holds it.
    fn gap_before(&self, range: &std::ops::Range<usize>, run: &Run) -> &str {
        let before = self.runs.partition_point(|earlier| earlier.end <= run.start);
        match before.checked_sub(1).map(|at| self.runs[at]) {
            Some(earlier) if earlier.end > range.start && earlier.end < run.start => {
                crate::cut(&self.text, earlier.end..run.start)
            }
            _ => "",
        }
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Length in bytes.
    pub fn len(&self) -> usize {
        self.text.len()
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The runs, in text order.
    pub fn runs(&self) -> &[Run] {
        &self.runs
    }

    fn runs_in(&self, range: std::ops::Range<usize>) -> &[Run] {
        let first = self.runs.partition_point(|run| run.end <= range.start);
        let last = self.runs.partition_point(|run| run.start < range.end);
        self.runs.get(first..last).unwrap_or_default()
    }

    /// Checks a byte range and makes it a [`Span`].
    pub fn span(&self, start: usize, end: usize) -> Result<Span, SpanError> {
        if start >= end {
            return Err(SpanError::Empty { start, end });
        }
        if self.len() < end {
            return Err(SpanError::PastEnd { end, len: self.len() });
        }
        match [start, end].into_iter().find(|&at| !self.text.is_char_boundary(at)) {
            Some(at) => Err(SpanError::InsideChar { at }),
            None => Ok(Span::new(start, end)),
        }
    }

    /// The span of `range` without white space at its ends; `None` if nothing is left.
    pub fn trimmed(&self, range: std::ops::Range<usize>) -> Option<Span> {
        let part = self.text.get(range.clone())?;
        let start = range.start + (part.len() - part.trim_start().len());
        let end = start + part.trim().len();
        self.span(start, end).ok()
    }

    /// The words at `span`.
    ///
    /// # Panics
    ///
    /// If `span` was made from another text.
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.range()).expect("span was made from this text")
    }

    /// The smallest stretch of payload that holds `span`; `None` for a break of ours.
    ///
    /// Exact where text and payload correspond byte for byte, else as coarse
    /// as the run.
    pub fn payload_range(&self, span: Span) -> Option<PayloadRange> {
        let mut part = Self::default();
        part.push_part(self, span.range());
        let start = part.runs.iter().map(|run| run.payload.start).min()?;
        let end = part.runs.iter().map(|run| run.payload.end).max()?;
        Some(PayloadRange::new(start, end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn sample() -> SourcedText {
        let mut text = SourcedText::default();
        text.push("Mayor ", PayloadRange::new(10, 16));
        text.push("\u{201c}resigns\u{201d}", PayloadRange::new(20, 41));
        text
    }

    fn seen(start: usize, end: usize) -> String {
        let text = sample();
        match text.span(start, end) {
            Ok(span) => format!("{:?} from {:?}", text.slice(span), text.payload_range(span)),
            Err(error) => error.to_string(),
        }
    }

    #[test]
    fn span_inside_an_exact_run_maps_exactly() {
        assert_eq!(seen(1, 5), r#""ayor" from Some(PayloadRange { start: 11, end: 15 })"#);
    }

    #[test]
    fn span_across_runs_covers_both_sources() {
        assert_eq!(
            seen(0, 19),
            r#""Mayor “resigns”" from Some(PayloadRange { start: 10, end: 41 })"#
        );
    }

    #[test]
    fn span_must_not_split_a_quotation_mark() {
        assert_eq!(seen(0, 7), "byte 7 is inside a character");
    }

    #[test]
    fn span_must_hold_something() {
        assert_eq!(seen(3, 3), "span 3..3 is empty");
    }

    #[test]
    fn span_must_end_in_the_text() {
        assert_eq!(seen(0, 99), "span ends at byte 99, text at byte 19");
    }

    #[test]
    fn a_part_keeps_breaks_and_sources() {
        let mut whole = SourcedText::default();
        whole.push("one", PayloadRange::new(0, 3));
        whole.push_break(' ');
        whole.push("two", PayloadRange::new(8, 11));
        let mut part = SourcedText::default();
        part.push_part(&whole, 1..6);
        assert_eq!(part.as_str(), "ne tw");
        assert_eq!(part.runs()[1].payload, PayloadRange::new(8, 10));
    }

    proptest! {
        #[test]
        fn every_byte_is_in_a_run_or_a_break(words in prop::collection::vec("[a-zé ]{1,6}", 1..8)) {
            let mut text = SourcedText::default();
            let mut at = 0;
            for word in &words {
                text.push(word, PayloadRange::new(at, at + word.len()));
                text.push_break('\n');
                at += word.len() + 3;
            }
            let covered: usize = text.runs().iter().map(|run| run.end - run.start).sum();
            prop_assert_eq!(covered + words.len(), text.len());
        }
    }
}
