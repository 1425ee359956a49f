//! Where accounts say different things, a row a value.

use super::{
    Put, Table,
    cell::{Cell, Column, moment, name, whole, words},
    first_day,
};
use parallax_model::Edition;

pub(super) const TABLE: Table =
    Table { name: "differences", row: "one side of a difference", columns: &COLUMNS, rows };

const COLUMNS: [Column; 13] = [
    name("story_id", "the story"),
    whole("difference", "its number in the story, from 0: its values share it"),
    name("kind", "number, date, name, quotation, wording, negation, attribution"),
    name("nature", "update, scope, conflict, wording; only a conflict says that both cannot be so"),
    name("claim_id", "the claim it is about"),
    words("about", "words of an article that say what it is about"),
    words("value", "the words that differ"),
    words("outlet", "whose words they are"),
    name("article_id", "the article"),
    moment("published_at", "when the article came out"),
    whole("span_start", "where the words begin"),
    whole("span_end", "where they end"),
    words("url", "the article's address"),
];

fn rows<'a>(edition: &'a Edition, put: &mut Put<'_, 'a>) {
    for told in &edition.stories {
        let day = first_day(edition, &told.story.articles);
        for (number, difference) in told.comparison.differences.iter().enumerate() {
            let claim = difference.claim.and_then(|at| told.comparison.claims.get(at));
            let (about, span) = difference.about;
            let about = edition.articles.get(about).map(|read| read.article.words(span));
            for value in &difference.values {
                let Some(read) = edition.articles.get(value.article) else { continue };
                let article = &read.article;
                let [start, end] = Cell::ends(value.span);
                let cells = vec![
                    Cell::name(told.story.id.to_string()),
                    Cell::whole(number),
                    Cell::name(difference.kind.name()),
                    Cell::name(difference.nature.name()),
                    Cell::name_if(claim.map(|claim| claim.id.to_string())),
                    Cell::words_if(about),
                    Cell::words(article.words(value.span)),
                    Cell::words_if(article.outlet.shown()),
                    Cell::name(article.id.to_string()),
                    Cell::moment_if(article.published_at()),
                    start,
                    end,
                    Cell::words_if(article.url.as_deref()),
                ];
                put(day, cells);
            }
        }
    }
}
