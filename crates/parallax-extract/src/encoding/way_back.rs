//! The way back from decoded text to the bytes of its payload.

use parallax_model::PayloadRange;
use std::ops::Range;

/// A map from text to payload.
#[derive(Clone, Debug)]
pub(super) enum WayBack {
    /// Byte for byte, after so many bytes.
    Shift(usize),
    /// In stretches.
    Pieces(Vec<Piece>),
}

/// Units of `text_width` bytes of text, each from `payload_width` bytes of
/// payload, up to the next piece.
#[derive(Clone, Copy, Debug)]
pub(super) struct Piece {
    text: usize,
    payload: usize,
    text_width: u32,
    payload_width: u32,
}

impl WayBack {
    /// Whether every byte of the text is one of the payload.
    pub(super) fn is_exact(&self) -> bool {
        matches!(self, Self::Shift(_))
    }

    /// The payload bytes that the text at `range` came from.
    pub(super) fn payload(&self, range: Range<usize>) -> PayloadRange {
        match self {
            Self::Shift(by) => PayloadRange::new(range.start + by, range.end + by),
            Self::Pieces(pieces) => {
                let start = at(pieces, range.start, false);
                let end =
                    if range.end <= range.start { start } else { at(pieces, range.end, true) };
                PayloadRange::new(start, end.max(start))
            }
        }
    }
}

/// The payload offset of a text offset; an end inside a unit takes the unit in.
fn at(pieces: &[Piece], text: usize, end: bool) -> usize {
    let before = pieces.partition_point(|p| if end { p.text < text } else { p.text <= text });
    let Some(piece) = before.checked_sub(1).and_then(|index| pieces.get(index)) else { return 0 };
    let (wide, narrow) = (width(piece.text_width).max(1), width(piece.payload_width));
    let into = text - piece.text;
    let units = if end { into.div_ceil(wide) } else { into / wide };
    piece.payload + units * narrow
}

fn width(bytes: u32) -> usize {
    usize::try_from(bytes).expect("usize has at least 32 bits")
}

/// Text and map in the making.
pub(super) struct Made {
    pub(super) text: String,
    pieces: Vec<Piece>,
    text_at: usize,
    payload_at: usize,
}

impl Made {
    pub(super) fn new(start: usize, capacity: usize) -> Self {
        Self {
            text: String::with_capacity(capacity),
            pieces: Vec::new(),
            text_at: 0,
            payload_at: start,
        }
    }

    /// The map so far.
    pub(super) fn way_back(self) -> (String, WayBack) {
        (self.text, WayBack::Pieces(self.pieces))
    }

    /// One unit; it joins the last piece where the widths are the same.
    pub(super) fn extent(&mut self, text: usize, payload: usize) {
        self.stretch(text, payload, 1);
    }

    /// Bytes that stand for themselves.
    pub(super) fn bytes(&mut self, count: usize) {
        self.stretch(1, 1, count);
    }

    fn stretch(&mut self, text: usize, payload: usize, count: usize) {
        if count == 0 {
            return;
        }
        let narrow = |width: usize| u32::try_from(width).unwrap_or(u32::MAX);
        let (text_width, payload_width) = (narrow(text), narrow(payload));
        let joins = self.pieces.last().is_some_and(|last| {
            last.text_width == text_width && last.payload_width == payload_width
        });
        if !joins {
            let (text, payload) = (self.text_at, self.payload_at);
            self.pieces.push(Piece { text, payload, text_width, payload_width });
        }
        self.text_at += text * count;
        self.payload_at += payload * count;
    }
}
