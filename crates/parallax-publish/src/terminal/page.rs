//! The page under the pen: paragraphs, lists and labels set to the width.

use super::{
    Style,
    cluster::width,
    wrap::{Face, Line, Piece, wrap},
};

/// Below this a line holds too few words to read.
const NARROWEST: usize = 20;

/// Above this a line is too long to find the next one.
const MEASURE: usize = 96;

/// Beside a label there is room for this many columns, or what it says stands under it.
const NARROW: usize = 28;

/// How far everything below a heading stands in.
pub(super) const INDENT: usize = 2;

pub(super) struct Page {
    out: String,
    style: Style,
}

impl Page {
    pub(super) fn new(style: Style) -> Self {
        let width = style.width.max(NARROWEST);
        Self { out: String::new(), style: Style { width, ..style } }
    }

    /// Columns there are.
    pub(super) fn width(&self) -> usize {
        self.style.width
    }

    pub(super) fn colour(&self) -> bool {
        self.style.colour
    }

    /// The page, with one line feed at its end.
    pub(super) fn finish(self) -> String {
        self.out
    }

    /// An empty line, save at the top and after another.
    pub(super) fn blank(&mut self) {
        if !self.out.is_empty() && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    /// A thin line between stories, save at the top.
    pub(super) fn rule(&mut self) {
        if !self.out.is_empty() {
            self.blank();
            let rule = "─".repeat(self.width().min(MEASURE));
            self.set(0, "", &[Piece::faint(&rule)]);
            self.blank();
        }
    }

    /// The name of a section, on a line of its own with air above.
    pub(super) fn heading(&mut self, label: &str) {
        self.blank();
        let label = label.to_uppercase();
        self.set(0, "", &[Piece::strong(&label)]);
        self.blank();
    }

    /// An item of a list.
    pub(super) fn item(&mut self, pieces: &[Piece<'_>]) {
        self.set(INDENT, "• ", pieces);
    }

    /// Words under an item, aligned with its words.
    pub(super) fn under(&mut self, pieces: &[Piece<'_>]) {
        self.set(INDENT + 2, "", pieces);
    }

    /// A label and what it says, aligned over lines that share `column`; one under the other
    /// where the page is narrow.
    pub(super) fn labelled(
        &mut self,
        indent: usize,
        label: &str,
        column: usize,
        pieces: &[Piece<'_>],
    ) {
        if self.width() < indent + column + NARROW {
            if !label.is_empty() {
                self.set(indent, "", &[Piece::faint(label)]);
            }
            return self.set(indent + 2, "", pieces);
        }
        let gap = column.saturating_sub(width(label));
        let lead = format!("{label}{}", " ".repeat(gap));
        self.set(indent, &lead, pieces);
    }

    /// A paragraph, where there are words for one.
    pub(super) fn words(&mut self, indent: usize, pieces: &[Piece<'_>]) {
        if pieces.iter().any(|piece| !piece.text.trim().is_empty()) {
            self.set(indent, "", pieces);
        }
    }

    /// A paragraph. `lead` stands before its first line, and as much space before the others.
    pub(super) fn set(&mut self, indent: usize, lead: &str, pieces: &[Piece<'_>]) {
        let hang = indent + width(lead);
        let room = self.width().min(MEASURE).saturating_sub(hang);
        for (at, mut line) in wrap(pieces, room).into_iter().enumerate() {
            let mut whole = Line::default();
            if at == 0 {
                whole.push(Face::Plain, &" ".repeat(indent), indent);
                whole.push(Face::Faint, lead, hang - indent);
            } else {
                whole.push(Face::Plain, &" ".repeat(hang), hang);
            }
            whole.parts.append(&mut line.parts);
            self.line(&whole);
        }
    }

    /// One finished line.
    pub(super) fn line(&mut self, line: &Line) {
        let start = self.out.len();
        for (face, words) in &line.parts {
            match code(*face).filter(|_| self.style.colour && !words.trim().is_empty()) {
                Some(code) => {
                    self.out.push_str(code);
                    self.out.push_str(words);
                    self.out.push_str("\u{1b}[0m");
                }
                None => self.out.push_str(words),
            }
        }
        let kept = self.out.trim_end_matches(' ').len().max(start);
        self.out.truncate(kept);
        self.out.push('\n');
    }
}

const fn code(face: Face) -> Option<&'static str> {
    match face {
        Face::Plain => None,
        Face::Strong => Some("\u{1b}[1m"),
        Face::Faint => Some("\u{1b}[2m"),
        Face::Marked => Some("\u{1b}[1;4m"),
        Face::Alarm => Some("\u{1b}[31m"),
    }
}
