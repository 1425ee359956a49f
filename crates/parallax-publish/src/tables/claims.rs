//! What is told, by who tells it: a row for each claim and each origin.

use super::{
    Put, Table,
    cell::{Cell, Column, flag, moment, name, whole, words},
    first_day,
};
use parallax_model::{Claim, Edition, Origin, ToldStory};
use std::borrow::Cow;

pub(super) const TABLE: Table = Table {
    name: "claims",
    row: "a claim and an independent telling of its story: whether the one carries the other",
    columns: &COLUMNS,
    rows,
};

const COLUMNS: [Column; 16] = [
    name("story_id", "the story"),
    name("claim_id", "the claim"),
    words("claim", "one of its statements, word for word: the most central"),
    name("status", "agreed, single, differs"),
    name("kind", "event, statement, background"),
    words("attributed_to", "all who are said to say so, by semicolons"),
    whole("origins", "how many independent origins carry it"),
    words("origin", "the outlet or agency whose telling it is"),
    flag("agency", "whether that is an agency's copy"),
    flag("carries", "whether the origin carries the claim"),
    name(
        "silence",
        "how its silence is to be read where it does not: not told, not known yet, perhaps told, times unclear, not compared",
    ),
    flag("first", "whether it is known to have had the claim first"),
    whole("statements", "how many sentences of its articles carry the claim"),
    name("article_id", "the oldest of its articles that carries the claim"),
    moment("published_at", "when that article came out"),
    words("text", "its words there"),
];

fn rows<'a>(edition: &'a Edition, put: &mut Put<'_, 'a>) {
    for told in &edition.stories {
        let day = first_day(edition, &told.story.articles);
        for claim in &told.comparison.claims {
            for (at, origin) in told.story.origins.iter().enumerate() {
                put(day, cells(edition, told, claim, (at, origin)));
            }
        }
    }
}

fn cells<'a>(
    edition: &'a Edition,
    told: &'a ToldStory,
    claim: &'a Claim,
    (number, origin): (usize, &'a Origin),
) -> Vec<Cell<'a>> {
    let words = |at: usize, span| Some(edition.articles.get(at)?.article.words(span));
    let carries = || claim.statements.iter().filter(|one| origin.articles.contains(&one.article));
    let oldest = carries().next();
    let article = oldest.and_then(|one| Some(&edition.articles.get(one.article)?.article));
    let silence = claim.absent.iter().flatten().find(|absent| absent.origin == number);
    let central = claim.statements.get(claim.central);
    let said_by = Some(claim.attributed_to.join("; ")).filter(|names| !names.is_empty());
    let first = claim.first.as_ref().is_some_and(|first| origin.articles.contains(&first.article));
    vec![
        Cell::name(told.story.id.to_string()),
        Cell::name(claim.id.to_string()),
        Cell::words_if(central.and_then(|one| words(one.article, one.span))),
        Cell::name(claim.status.name()),
        Cell::name(claim.kind.name()),
        said_by.map_or(Cell::Empty, |names| Cell::Words(Cow::Owned(names))),
        Cell::whole(claim.origins),
        Cell::words(&origin.name),
        Cell::Flag(origin.agency),
        Cell::Flag(oldest.is_some()),
        Cell::name_if(silence.map(|silence| silence.why.name())),
        Cell::Flag(first),
        Cell::whole(carries().count()),
        Cell::name_if(article.map(|article| article.id.to_string())),
        Cell::moment_if(article.and_then(parallax_model::Article::published_at)),
        Cell::words_if(oldest.and_then(|one| words(one.article, one.span))),
    ]
}
