//! What tables promise: a cell for each column, of its kind, and words that stand where they say.

use crate::ferry;
use parallax_model::Edition;
use parallax_publish::{
    csv,
    tables::{self, Cell, Kind, TABLES},
};

fn fits(cell: &Cell<'_>, kind: Kind) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Words(_) => kind == Kind::Words,
        Cell::Name(_) => kind == Kind::Name,
        Cell::Whole(_) => kind == Kind::Whole,
        Cell::Flag(_) => kind == Kind::Flag,
        Cell::Moment(_) => kind == Kind::Moment,
    }
}

#[test]
fn every_row_has_a_cell_of_its_kind_for_each_column() {
    let edition = ferry::edition();
    for table in TABLES {
        let mut rows = 0;
        table.rows(&edition, |_, cells| {
            assert_eq!(cells.len(), table.columns.len(), "{}", table.name);
            for (cell, column) in cells.iter().zip(table.columns) {
                assert!(fits(cell, column.kind), "{}.{}: {cell:?}", table.name, column.name);
            }
            rows += 1;
        });
        assert!(rows > 0, "{} has no row", table.name);
    }
}

/// The cell of a row in the column called so.
fn cell<'r, 'a>(table: &tables::Table, cells: &'r [Cell<'a>], name: &str) -> Option<&'r Cell<'a>> {
    cells.get(table.columns.iter().position(|column| column.name == name)?)
}

#[test]
fn words_stand_where_the_row_says() {
    let edition = ferry::edition();
    let mut looked = 0;
    for table in TABLES {
        table.rows(&edition, |_, cells| {
            let text = cell(&table, &cells, "value").or_else(|| cell(&table, &cells, "text"));
            let span = (cell(&table, &cells, "span_start"), cell(&table, &cells, "span_end"));
            let (Some(Cell::Words(text)), (Some(&Cell::Whole(start)), Some(&Cell::Whole(end)))) =
                (text, span)
            else {
                return;
            };
            let Some(Cell::Name(id)) = cell(&table, &cells, "article_id") else { panic!("no id") };
            let range = usize::try_from(start).unwrap()..usize::try_from(end).unwrap();
            assert_eq!(article(&edition, id).get(range), Some(&**text), "{}", table.name);
            looked += 1;
        });
    }
    assert!(looked > 10, "{looked}");
}

fn article<'a>(edition: &'a Edition, id: &str) -> &'a str {
    let mut articles = edition.articles.iter().map(|read| &read.article);
    articles.find(|article| article.id.to_string() == id).unwrap().text.as_str()
}

#[test]
fn every_origin_of_a_story_has_a_row_for_each_claim() {
    let edition = ferry::edition();
    let table = tables::named("claims").unwrap();
    let rows: usize = edition
        .stories
        .iter()
        .map(|told| told.story.origins.len() * told.comparison.claims.len())
        .sum();
    assert_eq!(csv::rows(table, &edition).matches("\r\n").count(), rows);
    assert!(csv::head(table).starts_with("story_id,claim_id,claim,status,"));
}

#[test]
fn the_columns_are_those_of_the_docs() {
    let docs = include_str!("../../../../docs/archive.md");
    for table in TABLES {
        let columns: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        let line = format!("| `{}` | {} | `{}` |", table.name, table.row, columns.join(" "));
        assert!(docs.contains(&line), "docs/archive.md does not say {line}");
    }
}
