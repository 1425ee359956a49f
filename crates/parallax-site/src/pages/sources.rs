//! Where articles come from, and how well that goes.

use super::{Page, html};
use crate::{
    Answer, Keep, Status,
    foreign::web,
    frame::{Frame, Moment},
    library::{Library, Standing},
};
use askama::Template;
use std::sync::Arc;

#[derive(Template)]
#[template(path = "sources.html")]
struct Sources<'a> {
    frame: &'a Frame,
    standing: Arc<Standing>,
    numbers: Vec<(&'a str, String)>,
    watched: Vec<Source<'a>>,
}

struct Source<'a> {
    name: &'a str,
    address: &'a str,
    link: Option<&'a str>,
    asked: Option<Moment>,
    due: Option<Moment>,
    fault: Option<&'a str>,
    failures: String,
}

pub(super) fn page(frame: &Frame, library: &dyn Library) -> Page {
    let frame = &frame.titled(frame.say("nav-sources"));
    let Some(standing) = frame.standing.clone() else { return Ok(super::trouble::missing(frame)) };
    let sources = library.sources()?;
    let shown = sources.iter().map(|source| Source {
        name: &source.name,
        address: &source.address,
        link: web(&source.address),
        asked: source.asked.map(|at| frame.moment(at)),
        due: source.due.map(|at| frame.moment(at)),
        fault: source.fault.as_deref(),
        failures: frame.count("source-failures", source.failures),
    });
    let mut shown: Vec<Source<'_>> = shown.collect();
    // What needs a person comes first.
    shown.sort_by_key(|source| source.fault.is_none());
    let number = |key, number: usize| {
        (frame.say(key), frame.words.number(u64::try_from(number).unwrap_or(u64::MAX)))
    };
    let numbers = vec![
        number("held-captures", standing.captures),
        number("held-articles", standing.articles),
        number("held-stories", standing.stories),
        number("held-refused", standing.refused),
        number("held-forgotten", standing.forgotten),
    ];
    let page = Sources { frame, standing, numbers, watched: shown };
    // Sources are asked whether or not anything new comes of it.
    Ok(Answer { keep: Keep::Moment, ..html(Status::Here, frame.tongue, &page) })
}
