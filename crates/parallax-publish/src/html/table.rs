//! Who tells what, as a table: what several origins tell, beside the origins.

use super::{
    escape::escape,
    fragment::{name, words},
};
use crate::{
    put::put,
    reading::{Cell, Table, Telling},
};

pub(super) fn set(out: &mut String, table: &Table<'_>) {
    out.push_str("<section>\n<h3>Who tells what</h3>\n");
    out.push_str(
        "<div class=\"wide\" role=\"region\" tabindex=\"0\" aria-label=\"Who tells what\">\n",
    );
    out.push_str("<table class=\"matrix\">\n<thead>\n<tr><th scope=\"col\">What is told</th>");
    for origin in &table.origins {
        put!(out, "<th scope=\"col\">{}</th>", name(origin));
    }
    out.push_str("</tr>\n</thead>\n<tbody>\n");
    for row in &table.rows {
        put!(out, "<tr><th scope=\"row\">{}</th>", words(&row.excerpt));
        for (cell, origin) in row.cells.iter().zip(&table.origins) {
            self::cell(out, cell, origin);
        }
        out.push_str("</tr>\n");
    }
    out.push_str("</tbody>\n</table>\n</div>\n</section>\n");
}

/// Sign and word; the sentence itself is shown to who rests on it.
fn cell(out: &mut String, cell: &Cell<'_>, origin: &str) {
    let sentence = cell.told.map(|told| format!(" title=\"{}\"", escape(told.text())));
    let class = match cell.how {
        Telling::Differs(_) => " class=\"differs\"",
        _ if cell.told.is_none() => " class=\"silent\"",
        _ => "",
    };
    let label = cell.how.label();
    let words = match &cell.how {
        Telling::Differs(value) => format!("{label} {}", words(value)),
        _ => label.to_owned(),
    };
    let head = escape(origin);
    put!(out, "<td{class}{} data-head=\"{head}\">{words}</td>", sentence.unwrap_or_default());
}
