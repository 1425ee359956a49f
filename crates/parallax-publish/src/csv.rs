//! A table for spreadsheets: one row a statement.
//!
//! RFC 4180: fields with commas, quotes or line breaks stand in quotes, lines
//! end in CR LF, the first line names the columns. A field of words that a
//! spreadsheet would take for a formula starts with an apostrophe, which
//! spreadsheets hide; take it off to get the outlet's words back.

use crate::outlets;
use parallax_model::{Claim, Edition, Statement, ToldStory};
use std::borrow::Cow;

const COLUMNS: [&str; 14] = [
    "story_id",
    "claim_id",
    "status",
    "kind",
    "origins",
    "outlet",
    "published",
    "voice",
    "attributed_to",
    "article_id",
    "span_start",
    "span_end",
    "text",
    "url",
];

/// Every statement of every story, in the order of the JSON.
pub fn edition(edition: &Edition) -> String {
    let mut out = String::new();
    row(&mut out, &COLUMNS.map(Cow::Borrowed));
    for told in &edition.stories {
        for claim in &told.comparison.claims {
            for statement in &claim.statements {
                row(&mut out, &fields(edition, told, claim, statement));
            }
        }
    }
    out
}

fn fields<'a>(
    edition: &'a Edition,
    told: &ToldStory,
    claim: &Claim,
    statement: &'a Statement,
) -> [Cow<'a, str>; COLUMNS.len()] {
    let article = &edition.articles[statement.article].article;
    let published = article.published.as_ref().map(ToString::to_string);
    [
        told.story.id.to_string().into(),
        claim.id.to_string().into(),
        claim.status.name().into(),
        claim.kind.name().into(),
        claim.origins.to_string().into(),
        words(outlets::name(article).unwrap_or_default()),
        published.unwrap_or_default().into(),
        statement.voice.name().into(),
        words(statement.attributed_to.as_deref().unwrap_or_default()),
        article.id.to_string().into(),
        statement.span.start().to_string().into(),
        statement.span.end().to_string().into(),
        words(article.words(statement.span)),
        words(article.url.as_deref().unwrap_or_default()),
    ]
}

/// Words from a page, kept from being taken for a formula.
fn words(text: &str) -> Cow<'_, str> {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(formula) { format!("'{text}").into() } else { text.into() }
}

fn row(out: &mut String, fields: &[Cow<'_, str>; COLUMNS.len()]) {
    for (at, field) in fields.iter().enumerate() {
        if at > 0 {
            out.push(',');
        }
        if field.contains(['"', ',', '\r', '\n']) {
            out.push('"');
            out.push_str(&field.replace('"', "\"\""));
            out.push('"');
        } else {
            out.push_str(field);
        }
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(words(text), expected);
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
        let mut fields = COLUMNS.map(|_| Cow::Borrowed(""));
        fields[12] = "\"So\", he said".into();
        row(&mut out, &fields);
        assert_eq!(out, ",,,,,,,,,,,,\"\"\"So\"\", he said\",\r\n");
    }
}
