//! Who is quoted, and how each article gives the words.

use super::{
    Put, Table,
    cell::{Cell, Column, flag, moment, name, whole, words},
    day,
};
use crate::reading;
use parallax_model::Edition;

pub(super) const TABLE: Table = Table {
    name: "quotations",
    row: "an utterance as an article gives it",
    columns: &COLUMNS,
    rows,
};

const COLUMNS: [Column; 11] = [
    name("story_id", "the story"),
    whole("utterance", "its number in the story, from 0: its variants share it"),
    words("speaker", "who said it"),
    name(
        "how",
        "how the article gives it beside the fullest wording: whole, cut, changed, translated, reported",
    ),
    flag("fullest", "whether this is the fullest wording"),
    words("outlet", "who published it"),
    name("article_id", "the article"),
    moment("published_at", "when the article came out"),
    whole("span_start", "where the words begin"),
    whole("span_end", "where they end"),
    words("text", "the words"),
];

fn rows<'a>(edition: &'a Edition, put: &mut Put<'_, 'a>) {
    for told in &edition.stories {
        for (number, group) in told.comparison.quotations.iter().enumerate() {
            let ways = reading::ways(edition, group);
            for (at, (variant, how)) in group.variants.iter().zip(ways).enumerate() {
                let Some(read) = edition.articles.get(variant.article) else { continue };
                let article = &read.article;
                let [start, end] = Cell::ends(variant.span);
                let cells = vec![
                    Cell::name(told.story.id.to_string()),
                    Cell::whole(number),
                    Cell::words_if(group.speaker_name.as_deref()),
                    Cell::name(how),
                    Cell::Flag(at == group.fullest),
                    Cell::words_if(article.outlet.shown()),
                    Cell::name(article.id.to_string()),
                    Cell::moment_if(article.published_at()),
                    start,
                    end,
                    Cell::words(article.words(variant.span)),
                ];
                put(day(article), cells);
            }
        }
    }
}
