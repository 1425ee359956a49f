//! Accounts side by side, as many to a row as the width allows.

use super::{
    page::Page,
    wrap::{Face, Line, Piece, wrap},
};

/// A column narrower than this breaks sentences into scraps.
const NARROWEST: usize = 30;

/// A column wider than this is read slower, not faster.
const WIDEST: usize = 56;

/// Space between columns.
const GUTTER: usize = 3;

/// One column: what stands at its head, and the words under it.
pub(super) struct Column<'a> {
    pub(super) head: Vec<Piece<'a>>,
    pub(super) body: Vec<Piece<'a>>,
}

/// Sets `columns` in rows; one under the other where two do not fit.
pub(super) fn set(page: &mut Page, indent: usize, columns: &[Column<'_>]) {
    let room = page.width() - indent;
    let fit = ((room + GUTTER) / (NARROWEST + GUTTER)).clamp(1, columns.len().max(1));
    // Four accounts are two and two, not three and one.
    let rows = columns.len().div_ceil(fit).max(1);
    let across = columns.len().div_ceil(rows).max(1);
    let width =
        ((room - GUTTER * (across - 1)) / across).min(if across == 1 { room } else { WIDEST });
    for (at, row) in columns.chunks(across).enumerate() {
        if at > 0 {
            page.blank();
        }
        set_row(page, indent, width, row);
    }
}

fn set_row(page: &mut Page, indent: usize, width: usize, row: &[Column<'_>]) {
    let heads: Vec<Vec<Line>> = row.iter().map(|column| wrap(&column.head, width)).collect();
    let bodies: Vec<Vec<Line>> = row.iter().map(|column| wrap(&column.body, width)).collect();
    for block in [heads, bodies] {
        let height = block.iter().map(Vec::len).max().unwrap_or_default();
        for at in 0..height {
            let mut whole = Line::default();
            whole.push(Face::Plain, &" ".repeat(indent), indent);
            for (nth, cell) in block.iter().enumerate() {
                let start = indent + nth * (width + GUTTER);
                let gap = start.saturating_sub(whole.width);
                whole.push(Face::Plain, &" ".repeat(gap), gap);
                if let Some(line) = cell.get(at) {
                    whole.width += line.width;
                    whole.parts.extend(line.parts.iter().cloned());
                }
            }
            page.line(&whole);
        }
    }
}
