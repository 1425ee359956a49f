//! Which page answers an address.

mod article;
mod drawing;
mod feed;
mod front;
mod glance;
mod made;
mod named;
mod outlet;
mod pager;
mod revision;
mod search;
mod settings;
mod sources;
mod story;
mod trouble;
mod window;

use crate::{
    Address, Answer, Asking, Keep, Narrowing, Status, Tongue,
    address::Here,
    assets,
    frame::{Frame, Manner},
    library::{Library, Sought, Trouble},
    settings::{Settings, tongue_of},
};
use askama::Template;

const HTML: &str = "text/html; charset=utf-8";
const PLAIN: &str = "text/plain; charset=utf-8";

/// What stands at an address, if anything, or what a page with the reason says.
type Page = Result<Answer, Trouble>;

/// Answers what is asked: always with something a reader can use.
pub fn answer(asking: &Asking<'_>, library: &dyn Library, manner: Manner) -> Answer {
    let settings = Settings::of(asking);
    let (step, rest) = first_step(asking.path);
    let prefix = tongue_of(step);
    let path = if prefix.is_some() { rest } else { asking.path };
    if prefix.is_some() && !asking.path.trim_start_matches('/').contains('/') {
        return elsewhere(Status::Moved(format!("{step}/")));
    }
    let tongue = prefix.unwrap_or_else(|| settings.tongue_for(asking));
    let here = Here::new(asking.path, prefix, manner.fixed);
    let found = Address::read(path, asking.query);
    let shown = found.clone().unwrap_or_else(|| Address::Front(Narrowing::default()));
    let frame = Frame::new(tongue, settings, here, shown, manner.fixed);
    let Some(address) = found else { return misplaced(asking, path, &frame) };
    match page(&address, frame.clone(), library) {
        Ok(answer) => answer,
        Err(trouble) => trouble::broken(&frame, &trouble),
    }
}

/// The files that pages use, and nothing else of the site.
pub fn files() -> Vec<Address> {
    assets::all().to_vec()
}

fn page(address: &Address, frame: Frame, library: &dyn Library) -> Page {
    match address {
        Address::Asset(name) => {
            Ok(assets::answer(name).unwrap_or_else(|| trouble::missing(&frame)))
        }
        Address::Front(narrowing) => front::page(&frame.standing(library)?, narrowing, library),
        Address::FrontFeed => feed::front(&frame.standing(library)?, library),
        Address::Story(id, tab) => story::page(&frame.standing(library)?, id, tab, library),
        Address::StoryFeed(id) => feed::story(&frame.standing(library)?, id, library),
        Address::StoryData(id, as_of) => {
            story::data(&frame.standing(library)?, id, as_of, false, library)
        }
        Address::StoryTable(id, as_of) => {
            story::data(&frame.standing(library)?, id, as_of, true, library)
        }
        Address::Article(id, reading) => {
            article::page(&frame.standing(library)?, id, reading, library)
        }
        Address::Capture(id, number) => {
            article::capture(&frame.standing(library)?, id, *number, library)
        }
        Address::Outlets => outlet::list(&frame.standing(library)?, library),
        Address::Outlet(name, part) => {
            outlet::page(&frame.standing(library)?, name, *part, library)
        }
        Address::Named(kind, name, part) => {
            named::page(&frame.standing(library)?, (*kind, name), *part, library)
        }
        Address::Search(way) => search::page(&frame.standing(library)?, way, library),
        Address::Sources => sources::page(&frame.standing(library)?, library),
        Address::Made => Ok(made::page(&frame.standing(library)?)),
        Address::Settings(pairs) => Ok(settings::page(&frame.standing(library)?, pairs)),
    }
}

/// What was looked for, or the page that says why it is not there.
fn sought<T>(
    frame: &Frame,
    found: Sought<T>,
    address: impl Fn(String) -> Address,
    missing: &'static str,
) -> Result<T, Box<Answer>> {
    Err(Box::new(match found {
        Sought::Here(found) => return Ok(found),
        Sought::Moved(to) => elsewhere(Status::Moved(frame.to(&address(to)))),
        Sought::Gone(at, reason) => trouble::gone(frame, at, &reason),
        Sought::Several(_) => trouble::no_such(frame, "several"),
        Sought::Dissolved(founder) => trouble::dissolved(frame, &founder),
        Sought::NotYet => trouble::no_such(frame, "not-yet"),
        Sought::Missing => trouble::no_such(frame, missing),
    }))
}

/// Where there is nothing: perhaps only a slash is missing.
fn misplaced(asking: &Asking<'_>, path: &str, frame: &Frame) -> Answer {
    let whole = format!("{path}/");
    let last = asking.path.rsplit('/').next().unwrap_or_default();
    if !last.is_empty() && Address::read(&whole, asking.query).is_some() {
        let query = if asking.query.is_empty() { "" } else { "?" };
        return elsewhere(Status::Moved(format!("{last}/{query}{}", asking.query)));
    }
    trouble::missing(frame)
}

fn first_step(path: &str) -> (&str, &str) {
    let path = path.strip_prefix('/').unwrap_or(path);
    path.split_once('/').unwrap_or((path, ""))
}

/// A page as it is sent.
fn html(status: Status, tongue: Tongue, page: &impl Template) -> Answer {
    let body = page.render().unwrap_or_default().into_bytes();
    Answer {
        status,
        media_type: HTML,
        language: Some(tongue.tag()),
        save_as: None,
        cookie: None,
        keep: Keep::Asking,
        body,
    }
}

/// A file beside a page.
fn file(media_type: &'static str, save_as: Option<String>, body: Vec<u8>) -> Answer {
    Answer {
        status: Status::Here,
        media_type,
        language: None,
        save_as,
        cookie: None,
        keep: Keep::Asking,
        body,
    }
}

fn elsewhere(status: Status) -> Answer {
    Answer {
        status,
        media_type: PLAIN,
        language: None,
        save_as: None,
        cookie: None,
        keep: Keep::Asking,
        body: Vec::new(),
    }
}
