//! Atom feeds: the newest stories, and what became of one.

use super::{Page, file, html, sought};
use crate::{
    Address, Answer, Narrowing, Part, Status, Tab,
    frame::{Frame, iso},
    library::{EventKind, Library},
};
use askama::Template;
use jiff::Timestamp;

/// Entries of a feed.
const MOST: usize = 30;

const ATOM: &str = "application/atom+xml; charset=utf-8";

#[derive(Template)]
#[template(path = "feed.xml", escape = "html")]
struct Feed<'a> {
    id: String,
    title: String,
    own: String,
    page: String,
    updated: String,
    entries: Vec<Entry<'a>>,
}

struct Entry<'a> {
    id: String,
    title: String,
    link: String,
    updated: String,
    author: &'a str,
    summary: String,
}

pub(super) fn front(frame: &Frame, library: &dyn Library) -> Page {
    let listing = library.stories(&Narrowing::default(), 0, MOST)?;
    let entries = listing.stories.iter().map(|glance| {
        let id = glance.id.to_string();
        let numbers = [
            frame.count("count-articles", glance.articles),
            frame.count("count-outlets", glance.outlets),
            frame.count("count-origins", glance.origins),
        ];
        Entry {
            title: glance.headline.clone(),
            link: frame.to(&Address::Story(id.clone(), Tab::Account(Part::default()))),
            id: format!("urn:parallax:story:{id}"),
            updated: updated(glance.latest.as_ref().map(|latest| latest.at.at)),
            author: &glance.outlet,
            summary: frame.words.list(numbers),
        }
    });
    let newest = frame.standing.as_ref().and_then(|standing| Some(standing.as_of.as_ref()?.at));
    let feed = Feed {
        id: "urn:parallax:stories".to_owned(),
        title: frame.say("site-name").to_owned(),
        own: frame.to(&Address::FrontFeed),
        page: frame.front(),
        updated: updated(newest),
        entries: entries.collect(),
    };
    Ok(send(frame, &feed))
}

pub(super) fn story(frame: &Frame, digits: &str, library: &dyn Library) -> Page {
    let found = library.story(digits, None)?;
    let edition = match sought(frame, found, Address::StoryFeed, "no-story") {
        Ok(edition) => edition,
        Err(answer) => return Ok(*answer),
    };
    let Some(told) = edition.stories.first() else { return Ok(super::trouble::missing(frame)) };
    let log = library.log(told.story.id)?;
    let id = told.story.id.to_string();
    let entries = log.iter().take(MOST).filter_map(|event| {
        let (number, title, author, key) = match &event.what {
            EventKind::Article { id, headline, outlet, copy, .. } => {
                let key = if *copy { "event-copy" } else { "event-article" };
                (id.clone(), headline.as_str(), outlet.as_str(), key)
            }
            EventKind::Revision(change) if change.revised.is_substantive() => {
                let article = &change.after.article;
                let number = format!("{}:{}", article.id, article.capture.sha256);
                let outlet = article.outlet.shown().unwrap_or_default();
                (number, article.headline_words(), outlet, "event-revision")
            }
            _ => return None,
        };
        let article = number.split(':').next().unwrap_or_default().to_owned();
        Some(Entry {
            title: title.to_owned(),
            link: frame.to(&Address::Article(article, crate::Reading::default())),
            id: format!("urn:parallax:article:{number}"),
            updated: updated(event.at.as_ref().map(|known| known.at)),
            author,
            summary: format!("{} · {author}", frame.say(key)),
        })
    });
    let newest = log.iter().filter_map(|event| Some(event.at.as_ref()?.at)).max();
    let feed = Feed {
        title: edition.story_headline(0).unwrap_or_default().to_owned(),
        own: frame.to(&Address::StoryFeed(id.clone())),
        page: frame.to(&Address::Story(id.clone(), Tab::Account(Part::default()))),
        id: format!("urn:parallax:story:{id}"),
        updated: updated(newest),
        entries: entries.collect(),
    };
    Ok(send(frame, &feed))
}

/// A feed has to say when; what is not known is as long ago as can be.
fn updated(at: Option<Timestamp>) -> String {
    iso(at.unwrap_or(Timestamp::UNIX_EPOCH))
}

fn send(frame: &Frame, feed: &Feed<'_>) -> Answer {
    let answer = html(Status::Here, frame.tongue, feed);
    let body = answer.body.into_iter().filter(|byte| *byte >= b' ' || b"\n\t".contains(byte));
    let mut sent = file(ATOM, None, body.collect());
    sent.language = answer.language;
    sent
}
