//! Where whom and what articles name.

use super::{
    Put, Table,
    cell::{Cell, Column, name, whole, words},
    day,
};
use parallax_model::{Edition, MentionForm};

pub(super) const TABLE: Table = Table {
    name: "mentions",
    row: "a place where an article means someone or something it names",
    columns: &COLUMNS,
    rows,
};

const COLUMNS: [Column; 9] = [
    name("story_id", "the story"),
    name("article_id", "the article"),
    name("entity_id", "who or what is meant, the same in all articles of the story"),
    words("entity", "the fullest form of the name in the story"),
    name("type", "person, organization, place, event, other"),
    name("form", "how it is meant there: named, descriptive, pronoun"),
    whole("span_start", "where the words begin"),
    whole("span_end", "where they end"),
    words("text", "the words"),
];

fn rows<'a>(edition: &'a Edition, put: &mut Put<'_, 'a>) {
    for told in &edition.stories {
        for (number, entity) in told.comparison.entities.iter().enumerate() {
            for &(at, which) in &entity.members {
                let Some(read) = edition.articles.get(at) else { continue };
                let own = read.annotations.entities.get(which);
                for mention in own.iter().flat_map(|own| &own.mentions) {
                    let [start, end] = Cell::ends(mention.span);
                    let cells = vec![
                        Cell::name(told.story.id.to_string()),
                        Cell::name(read.article.id.to_string()),
                        Cell::name(format!("{}-e{number}", told.story.id)),
                        Cell::words(&entity.name),
                        Cell::name(entity.kind.name()),
                        Cell::name(form(mention.form)),
                        start,
                        end,
                        Cell::words(read.article.words(mention.span)),
                    ];
                    put(day(&read.article), cells);
                }
            }
        }
    }
}

const fn form(form: MentionForm) -> &'static str {
    match form {
        MentionForm::Named => "named",
        MentionForm::Descriptive => "descriptive",
        MentionForm::Pronoun => "pronoun",
    }
}
