//! What became of a story: articles that came, what outlets changed, what a person decided.

use super::{Scene, head::Head};
use crate::{
    Status,
    foreign::Foreign,
    frame::{Frame, Moment},
    library::{Decided, EventKind, Library},
    pages::{Page, html, revision::Revision},
};
use askama::Template;

#[derive(Template)]
#[template(path = "story/changes.html")]
struct Changes<'a> {
    frame: &'a Frame,
    head: Head<'a>,
    events: Vec<Event<'a>>,
}

struct Event<'a> {
    at: Option<Moment>,
    label: &'a str,
    outlet: &'a str,
    headline: Option<(Foreign<'a>, String)>,
    revision: Option<Revision<'a>>,
    /// A remark of a person.
    note: &'a str,
    undone: bool,
}

pub(super) fn page(scene: &Scene<'_>, head: Head<'_>, library: &dyn Library) -> Page {
    let frame = scene.frame;
    let log = library.log(scene.told.story.id)?;
    let events = log.iter().filter_map(|event| {
        let mut shown = Event {
            at: event.at.as_ref().map(|known| frame.known(known)),
            label: "",
            outlet: "",
            headline: None,
            revision: None,
            note: "",
            undone: false,
        };
        match &event.what {
            EventKind::Article { id, outlet, headline, language, copy } => {
                shown.label = frame.say(if *copy { "event-copy" } else { "event-article" });
                shown.outlet = outlet;
                let address = crate::Address::Article(id.clone(), crate::Reading::default());
                shown.headline = Some((Foreign::words(headline, language), frame.to(&address)));
            }
            EventKind::Revision(change) => {
                if !change.revised.is_substantive() {
                    return None;
                }
                shown.label = frame.say("event-revision");
                shown.outlet = change.after.article.outlet.shown().unwrap_or_default();
                shown.headline = Some((
                    Foreign::headline(&change.after.article),
                    frame.showing().article(&change.after),
                ));
                shown.revision = Some(Revision::of(frame, change, false));
            }
            EventKind::Decision { who, what, undone } => {
                shown.label = frame.say(decided_key(what));
                shown.outlet = who;
                shown.undone = *undone;
                if let Decided::Note(words) = what {
                    shown.note = words;
                }
            }
        }
        Some(shown)
    });
    let page = Changes { frame, head, events: events.collect() };
    Ok(html(Status::Here, frame.tongue, &page))
}

const fn decided_key(what: &Decided) -> &'static str {
    match what {
        Decided::Merge => "decided-merge",
        Decided::Split => "decided-split",
        Decided::Move => "decided-move",
        Decided::Star => "decided-star",
        Decided::Note(_) => "decided-note",
    }
}
