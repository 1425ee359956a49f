//! Stories.

use super::{
    Put, Table,
    cell::{Cell, Column, moment, name, whole, words},
    first_day,
};
use crate::outlets;
use parallax_model::{ClaimStatus, Edition, MediaTopic, Nature, ToldStory};
use std::collections::BTreeSet;

pub(super) const TABLE: Table = Table { name: "stories", row: "a story", columns: &COLUMNS, rows };

const COLUMNS: [Column; 20] = [
    name("story_id", "its id"),
    words("headline", "the headline of its most central article"),
    moment("first_at", "when its first article came out"),
    moment("last_at", "when its last article came out"),
    name("when_start", "when the main event began: a day, a month or a year"),
    name("when_end", "when it ended"),
    words("place", "where it happened, in an article's words"),
    name("topic", "what it is about: a code of IPTC Media Topics"),
    name("topic_name", "the name of that topic"),
    name("languages", "the languages it is told in (BCP 47), by spaces"),
    whole("articles", "how many articles"),
    whole("outlets", "how many outlets"),
    whole("origins", "how many independent tellings"),
    whole("claims", "how many claims"),
    whole("agreed", "how many of them two or more origins carry"),
    whole("single", "how many of them one origin carries"),
    whole("differing", "how many of them a difference is about"),
    whole("differences", "how many differences"),
    whole("conflicts", "how many of them say that both cannot be so"),
    whole("utterances", "how many utterances are quoted"),
];

fn rows<'a>(edition: &'a Edition, put: &mut Put<'_, 'a>) {
    for told in &edition.stories {
        put(first_day(edition, &told.story.articles), cells(edition, told));
    }
}

fn cells<'a>(edition: &'a Edition, told: &'a ToldStory) -> Vec<Cell<'a>> {
    let ToldStory { story, comparison } = told;
    let articles =
        || story.articles.iter().filter_map(|&at| Some(&edition.articles.get(at)?.article));
    let moments = || articles().filter_map(parallax_model::Article::published_at);
    let central = edition.articles.get(comparison.headline);
    let languages: BTreeSet<&str> = articles().map(|article| &*article.language).collect();
    let languages: Vec<&str> = languages.into_iter().collect();
    let of = |status: ClaimStatus| {
        Cell::whole(comparison.claims.iter().filter(|claim| claim.status == status).count())
    };
    let conflicts = comparison.differences.iter().filter(|one| one.nature == Nature::Conflict);
    vec![
        Cell::name(story.id.to_string()),
        Cell::words_if(central.map(|read| read.article.headline_words())),
        Cell::moment_if(moments().min()),
        Cell::moment_if(moments().max()),
        Cell::name_if(comparison.when.start.as_deref()),
        Cell::name_if(comparison.when.end.as_deref()),
        Cell::words_if(comparison.place.as_deref()),
        Cell::name_if(comparison.topic.map(MediaTopic::code)),
        Cell::name_if(comparison.topic.map(MediaTopic::name)),
        Cell::name(languages.join(" ")),
        Cell::whole(story.articles.len()),
        Cell::whole(outlets::of(edition, story).len()),
        Cell::whole(story.origins.len()),
        Cell::whole(comparison.claims.len()),
        of(ClaimStatus::Agreed),
        of(ClaimStatus::Single),
        of(ClaimStatus::Differs),
        Cell::whole(comparison.differences.len()),
        Cell::whole(conflicts.count()),
        Cell::whole(comparison.quotations.len()),
    ]
}
