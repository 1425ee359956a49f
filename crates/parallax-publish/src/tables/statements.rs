//! The outlets' own sentences, by the claim they carry.

use super::{
    Put, Table,
    cell::{Cell, Column, name, whole, words},
    first_day,
};
use parallax_model::Edition;

pub(super) const TABLE: Table = Table {
    name: "statements",
    row: "an outlet's own words that carry a claim",
    columns: &COLUMNS,
    rows,
};

const COLUMNS: [Column; 14] = [
    name("story_id", "the story"),
    name("claim_id", "the claim"),
    name("status", "of the claim: agreed, single, differs"),
    name("kind", "of the claim: event, statement, background"),
    whole("origins", "how many independent origins carry the claim"),
    words("outlet", "whose words they are"),
    name("published", "when the article came out, no more exactly than the page says"),
    name("voice", "on whose word it rests: outlet, speaker, office, unnamed, cited"),
    words("attributed_to", "who is said to say so"),
    name("article_id", "the article"),
    whole("span_start", "where the words begin"),
    whole("span_end", "where they end"),
    words("text", "the words"),
    words("url", "the article's address"),
];

fn rows<'a>(edition: &'a Edition, put: &mut Put<'_, 'a>) {
    for told in &edition.stories {
        let day = first_day(edition, &told.story.articles);
        for claim in &told.comparison.claims {
            for statement in &claim.statements {
                let Some(read) = edition.articles.get(statement.article) else { continue };
                let article = &read.article;
                let [start, end] = Cell::ends(statement.span);
                let cells = vec![
                    Cell::name(told.story.id.to_string()),
                    Cell::name(claim.id.to_string()),
                    Cell::name(claim.status.name()),
                    Cell::name(claim.kind.name()),
                    Cell::whole(claim.origins),
                    Cell::words_if(article.outlet.shown()),
                    Cell::name_if(article.published.as_ref().map(ToString::to_string)),
                    Cell::name(statement.voice.name()),
                    Cell::words_if(statement.attributed_to.as_deref()),
                    Cell::name(article.id.to_string()),
                    start,
                    end,
                    Cell::words(article.words(statement.span)),
                    Cell::words_if(article.url.as_deref()),
                ];
                put(day, cells);
            }
        }
    }
}
