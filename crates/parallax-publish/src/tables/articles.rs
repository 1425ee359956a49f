//! Articles.

use super::{
    Put, Table,
    cell::{Cell, Column, moment, name, words},
    day,
};
use parallax_model::Edition;
use std::borrow::Cow;

pub(super) const TABLE: Table =
    Table { name: "articles", row: "an article", columns: &COLUMNS, rows };

const COLUMNS: [Column; 21] = [
    name("article_id", "its id"),
    name("story_id", "the story it is in"),
    words("outlet", "who published it: name, else domain"),
    words("domain", "the outlet's domain"),
    words("url", "its canonical address"),
    name("language", "BCP 47"),
    words("headline", "its headline"),
    words("standfirst", "the summary under the headline"),
    words("byline", "who wrote it, by semicolons"),
    name("published", "when it came out, no more exactly than the page says"),
    moment("published_at", "the earliest moment that can mean"),
    name("modified", "when it was last changed, as the page says"),
    moment("captured_at", "when the capture was taken, where that is known"),
    words("section", "the part of the outlet it ran in"),
    name("topic", "what it is about: a code of IPTC Media Topics"),
    name("topic_name", "the name of that topic"),
    words("agency", "the agency it is credited to"),
    name("copy_of", "the article whose text it prints"),
    name("copy_kind", "how it stands to that text: whole, edited, cut, extended, excerpt"),
    name("capture_sha256", "SHA-256 of the captured payload"),
    words("text", "headline, standfirst and body, each on its own line"),
];

fn rows<'a>(edition: &'a Edition, put: &mut Put<'_, 'a>) {
    for told in &edition.stories {
        for read in told.story.articles.iter().filter_map(|&at| edition.articles.get(at)) {
            let article = &read.article;
            let topic = read.annotations.topic.as_ref().map(|topic| topic.media);
            let authors: Vec<&str> = article.byline.iter().map(|one| &*one.name).collect();
            let authors = Some(authors.join("; ")).filter(|names| !names.is_empty());
            let original = read.copy_of.and_then(|at| edition.articles.get(at));
            let cells = vec![
                Cell::name(article.id.to_string()),
                Cell::name(told.story.id.to_string()),
                Cell::words_if(article.outlet.shown()),
                Cell::words_if(article.outlet.domain.as_deref()),
                Cell::words_if(article.url.as_deref()),
                Cell::name(&*article.language),
                Cell::words_if(article.headline.map(|span| article.words(span))),
                Cell::words_if(article.standfirst.map(|span| article.words(span))),
                authors.map_or(Cell::Empty, |names| Cell::Words(Cow::Owned(names))),
                Cell::name_if(article.published.as_ref().map(ToString::to_string)),
                Cell::moment_if(article.published_at()),
                Cell::name_if(article.modified.as_ref().map(ToString::to_string)),
                Cell::moment_if(article.capture.captured_at),
                Cell::words_if(article.section.as_deref()),
                Cell::name_if(topic.map(parallax_model::MediaTopic::code)),
                Cell::name_if(topic.map(parallax_model::MediaTopic::name)),
                Cell::words_if(read.credit.as_ref().map(|credit| &*credit.agency)),
                Cell::name_if(original.map(|original| original.article.id.to_string())),
                Cell::name_if(read.fold.as_ref().map(|fold| fold.kind.name())),
                Cell::name(article.capture.sha256.to_string()),
                Cell::words(article.text.as_str()),
            ];
            put(day(article), cells);
        }
    }
}
