//! A person, an organization or a place: the stories it is in, and what it said over time.

use super::{
    Page,
    glance::Row,
    html,
    pager::Pager,
    story::{Scene, Speaker, speaker_of},
    trouble,
};
use crate::{
    Address, AsOf, Part, Status, Tab, Way,
    foreign::Foreign,
    frame::{Frame, Moment, published},
    library::Library,
};
use askama::Template;
use parallax_model::{Edition, EntityKind};
use parallax_publish::telling;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "named.html")]
struct Named<'a> {
    frame: &'a Frame,
    name: &'a str,
    kind: &'a str,
    number: String,
    search: String,
    said: Vec<SaidIn<'a>>,
    beside: Vec<(&'a str, String, String)>,
    stories: Vec<Row<'a>>,
    pager: Pager,
}

/// Stories on one page; each is read whole for what was said in it.
const MOST: usize = 20;

/// What was said in one story.
struct SaidIn<'a> {
    headline: Foreign<'a>,
    link: String,
    when: Option<Moment>,
    speaker: Speaker<'a>,
}

pub(super) fn page(
    frame: &Frame,
    (kind, name): (EntityKind, &str),
    part: usize,
    library: &dyn Library,
) -> Page {
    let skip = (part - 1).saturating_mul(MOST);
    let found = library.named(kind, name, skip, MOST)?;
    let Some(page) = found.filter(|page| part == 1 || !page.stories.is_empty()) else {
        return Ok(trouble::no_such(frame, "no-name"));
    };
    let frame = &frame.titled(name);
    let said: Vec<(String, &Edition, telling::Speaker)> =
        page.said.iter().filter_map(|edition| words_of(edition, name, library)).collect();
    let said = said.iter().filter_map(|(id, edition, speaker)| {
        let told = edition.stories.first()?;
        let scene = Scene { frame, id, edition, told, as_of: AsOf::default() };
        let first = edition.articles.iter().filter_map(published).min_by_key(|time| time.0);
        Some(SaidIn {
            headline: Foreign::words(edition.story_headline(0)?, "und"),
            link: frame.to(&Address::Story(id.clone(), Tab::Quotes(Part::default()))),
            when: first.map(|(_, stamp)| frame.stamp(stamp)),
            speaker: speaker_of(&scene, speaker),
        })
    });
    let beside = page.beside.iter().map(|(kind, name, number)| {
        let link = frame.to(&Address::Named(*kind, name.clone(), 1));
        (name.as_str(), link, frame.count("count-stories", *number))
    });
    let field = if kind == EntityKind::Organization { "org" } else { kind.name() };
    let question = format!("{field}:\"{}\"", name.replace('"', " "));
    let page = Named {
        frame,
        name,
        kind: frame.say(match kind {
            EntityKind::Person => "kind-person",
            EntityKind::Organization => "kind-organization",
            _ => "kind-place",
        }),
        number: frame.count("count-stories", page.total),
        search: frame.to(&Address::Search(Way::of(&question))),
        said: said.collect(),
        beside: beside.collect(),
        stories: page.stories.iter().map(|glance| Row::new(frame, glance)).collect(),
        pager: Pager::new(frame, part, page.total, MOST, |part| {
            frame.to(&Address::Named(kind, name.to_owned(), part))
        }),
    };
    Ok(html(Status::Here, frame.tongue, &page))
}

/// What somebody said in a story.
fn words_of<'a>(
    edition: &'a Arc<Edition>,
    name: &str,
    library: &dyn Library,
) -> Option<(String, &'a Edition, telling::Speaker)> {
    let told = edition.stories.first()?;
    let quoted = |known: Option<&str>| known.is_some_and(|known| known.eq_ignore_ascii_case(name));
    // Most names are quoted in few stories, and arranging one is dear.
    told.comparison.quotations.iter().find(|group| quoted(group.speaker_name.as_deref()))?;
    let telling = library.telling(edition);
    let speaker = telling.speakers.iter().find(|speaker| quoted(speaker.name.as_deref()))?.clone();
    Some((told.story.id.to_string(), edition, speaker))
}
