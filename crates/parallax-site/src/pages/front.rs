//! The front page: stories in sections, and what narrows them.

use super::{Page, glance::Row, html, pager::Pager};
use crate::{
    Address, Narrowing, Status,
    frame::Frame,
    library::{Glance, Library, Standing},
    linked::Linked,
};
use askama::Template;
use parallax_model::MediaTopic;
use std::borrow::Cow;

/// Stories on one page.
const MOST: usize = 30;

#[derive(Template)]
#[template(path = "front.html")]
struct Front<'a> {
    frame: &'a Frame,
    standing: &'a Standing,
    /// How much there is.
    held: String,
    narrowing: &'a Narrowing,
    total: usize,
    topics: Vec<Choice<'a>>,
    languages: Vec<Choice<'a>>,
    countries: Vec<Choice<'a>>,
    kinds: Vec<Choice<'a>>,
    places: &'a [(String, usize)],
    sections: Vec<Section<'a>>,
    pager: Pager,
}

/// One value of a filter.
struct Choice<'a> {
    value: &'a str,
    words: Cow<'a, str>,
    number: usize,
    chosen: bool,
    link: String,
}

impl<'a> Choice<'a> {
    /// One that is chosen in a form, and so has no link.
    fn of(value: &'a str, words: Cow<'a, str>, number: usize, asked: Option<&String>) -> Self {
        let chosen = asked.is_some_and(|asked| asked == value);
        Self { value, words, number, chosen, link: String::new() }
    }
}

/// Stories under one heading.
struct Section<'a> {
    head: Option<&'a str>,
    rows: Vec<Row<'a>>,
}

pub(super) fn page(frame: &Frame, narrowing: &Narrowing, library: &dyn Library) -> Page {
    let frame = &frame.clone().fed(Address::FrontFeed);
    let Some(standing) = frame.standing.clone() else { return Ok(super::trouble::missing(frame)) };
    let skip = (narrowing.page - 1).saturating_mul(MOST);
    let listing = library.stories(narrowing, skip, MOST)?;
    let frame = &frame.linked(Linked::stories(frame, &listing.stories, listing.total));
    let link = |page: usize| frame.to(&Address::Front(Narrowing { page, ..narrowing.clone() }));
    let topics = listing.topics.iter().map(|(topic, number)| {
        let value = digits(*topic);
        let chosen = narrowing.topic.as_deref() == Some(value);
        let to =
            Narrowing { topic: (!chosen).then(|| value.to_owned()), page: 1, ..narrowing.clone() };
        Choice {
            value,
            words: frame.words.topic(topic.code()).into(),
            number: *number,
            chosen,
            link: frame.to(&Address::Front(to)),
        }
    });
    let languages = listing.languages.iter().map(|(tag, number)| {
        Choice::of(tag, frame.words.language(tag), *number, narrowing.language.as_ref())
    });
    let countries = listing.countries.iter().map(|(code, number)| {
        Choice::of(code, frame.words.country(code).into(), *number, narrowing.country.as_ref())
    });
    let kinds = listing.kinds.iter().map(|(kind, number)| {
        Choice::of(kind, frame.words.outlet_kind(kind).into(), *number, narrowing.kind.as_ref())
    });
    let page = Front {
        frame,
        standing: &standing,
        held: frame.words.list([
            frame.count("count-stories", standing.stories),
            frame.count("count-articles", standing.articles),
            frame.count("count-outlets", standing.outlets),
        ]),
        narrowing,
        total: listing.total,
        topics: topics.collect(),
        languages: languages.collect(),
        countries: countries.collect(),
        kinds: kinds.collect(),
        places: &listing.places,
        sections: sections(frame, &listing.stories, narrowing.topic.is_none()),
        pager: Pager::new(frame, narrowing.page, listing.total, MOST, link),
    };
    Ok(html(Status::Here, frame.tongue, &page))
}

/// The eight digits of a topic.
fn digits(topic: MediaTopic) -> &'static str {
    topic.code().trim_start_matches("medtop:")
}

/// Stories by topic, in the order of the latest of each.
fn sections<'a>(frame: &'a Frame, stories: &'a [Glance], by_topic: bool) -> Vec<Section<'a>> {
    let mut sections: Vec<(Option<MediaTopic>, Section<'a>)> = Vec::new();
    for glance in stories {
        let topic = glance.topic.filter(|_| by_topic);
        let row = if by_topic { Row::in_section(frame, glance) } else { Row::new(frame, glance) };
        if let Some((_, section)) = sections.iter_mut().find(|(known, _)| *known == topic) {
            section.rows.push(row);
            continue;
        }
        let head = match topic {
            Some(topic) => Some(frame.words.topic(topic.code())),
            None => by_topic.then(|| frame.say("front-no-topic")),
        };
        sections.push((topic, Section { head, rows: vec![row] }));
    }
    // What has no topic comes last.
    sections.sort_by_key(|(topic, _)| topic.is_none());
    sections.into_iter().map(|(_, section)| section).collect()
}
