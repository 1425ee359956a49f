//! Tables for spreadsheets.
//!
//! RFC 4180: fields with commas, quotes or line breaks stand in quotes, lines
//! end in CR LF, the first line names the columns. A field of words that a
//! spreadsheet would take for a formula starts with an apostrophe, which
//! spreadsheets hide; take it off to get the outlet's words back.

use crate::tables::{self, Cell, Table};
use parallax_model::Edition;
use std::borrow::Cow;

/// Every statement of every story, in the order of the JSON.
pub fn edition(edition: &Edition) -> String {
    tables::named("statements").map(|table| head(table) + &rows(table, edition)).unwrap_or_default()
}

/// The line that names the columns of a table.
pub fn head(table: &Table) -> String {
    let mut out = String::new();
    line(&mut out, table.columns.iter().map(|column| Cow::Borrowed(column.name)));
    out
}

/// The rows of a table, without that line.
pub fn rows(table: &Table, edition: &Edition) -> String {
    let mut out = String::new();
    table.rows(edition, |_, cells| line(&mut out, cells.into_iter().map(field)));
    out
}

fn field(cell: Cell<'_>) -> Cow<'_, str> {
    match cell {
        Cell::Empty => Cow::Borrowed(""),
        Cell::Words(text) => words(text),
        Cell::Name(name) => name,
        Cell::Whole(number) => number.to_string().into(),
        Cell::Flag(so) => if so { "true" } else { "false" }.into(),
        Cell::Moment(at) => at.to_string().into(),
    }
}

/// Words from a page, kept from being taken for a formula.
fn words(text: Cow<'_, str>) -> Cow<'_, str> {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(formula) { format!("'{text}").into() } else { text }
}

fn line<'a>(out: &mut String, fields: impl Iterator<Item = Cow<'a, str>>) {
    for (at, field) in fields.enumerate() {
        if at > 0 {
            out.push(',');
        }
        if field.contains(['"', ',', '\r', '\n']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(&field);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tables::{Kind, TABLES};

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(words(text.into()), expected);
    }

    #[test]
    fn a_formula_is_disarmed() {
        check("=1+1", "'=1+1");
        check("@SUM(A1)", "'@SUM(A1)");
        check("-2 degrees at noon", "'-2 degrees at noon");
        check("＝1", "'＝1");
    }

    #[test]
    fn words_are_left_alone() {
        check("The ferry", "The ferry");
        check("– said the mayor", "– said the mayor");
    }

    #[test]
    fn quotes_are_doubled() {
        let mut out = String::new();
        line(&mut out, ["", "\"So\", he said", ""].map(Cow::Borrowed).into_iter());
        assert_eq!(out, ",\"\"\"So\"\", he said\",\r\n");
    }

    #[test]
    fn every_table_names_each_of_its_columns_once() {
        for table in TABLES {
            let mut names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), table.columns.len(), "{}", table.name);
            assert!(table.columns.iter().any(|column| column.kind == Kind::Name));
            assert_eq!(head(&table).split(',').count(), table.columns.len());
        }
    }
}
