//! The figures of a chart as a table, for who does not see it or wants them exactly.

use super::markup::escape;
use crate::Words;
use std::fmt::Write as _;

/// Rows of a table: past these it says how many there are more.
pub(super) const ROWS: usize = 200;

/// A table that opens on demand. Cells are markup already; the first of a row is its heading.
pub(super) fn figures(
    words: &Words,
    caption: &str,
    heads: &[String],
    rows: &[Vec<String>],
) -> String {
    let mut out = format!(
        "<details class=\"chart-figures\"><summary>{}</summary><table><caption>{}</caption><thead><tr>",
        escape(words.say("chart-figures")),
        escape(caption)
    );
    for head in heads {
        write!(out, "<th scope=\"col\">{head}</th>").expect("writing to a string");
    }
    out.push_str("</tr></thead><tbody>");
    for row in rows.iter().take(ROWS) {
        out.push_str("<tr>");
        for (nth, cell) in row.iter().enumerate() {
            let (open, close) =
                if nth == 0 { ("<th scope=\"row\">", "</th>") } else { ("<td>", "</td>") };
            out.extend([open, cell, close]);
        }
        out.push_str("</tr>");
    }
    out.push_str("</tbody></table>");
    if let Some(more) = rows.len().checked_sub(ROWS).filter(|&more| more > 0) {
        let more = words.count("chart-rows-more", more as u64);
        write!(out, "<p>{}</p>", escape(&more)).expect("writing to a string");
    }
    out.push_str("</details>");
    out
}

/// A chart with what it is called, what its marks mean and its figures.
pub(super) fn framed(
    caption: &str,
    note: &str,
    picture: &str,
    legend: &str,
    figures: &str,
) -> String {
    let note = if note.is_empty() {
        String::new()
    } else {
        format!(" <span class=\"chart-note\">{}</span>", escape(note))
    };
    format!(
        "<figure class=\"chart\"><figcaption>{}{note}</figcaption>{picture}{legend}{figures}</figure>",
        escape(caption)
    )
}
