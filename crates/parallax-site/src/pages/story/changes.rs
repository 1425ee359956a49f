//! What became of a story: articles that came, what outlets changed, what a person decided.

use super::{Scene, head::Head};
use crate::{
    Part, Status, Tab,
    foreign::Foreign,
    frame::{Frame, Moment},
    library::{self, Decided, EventKind, Library},
    pages::{Page, html, pager::Pager, revision::Revision, window::Window},
};
use askama::Template;

#[derive(Template)]
#[template(path = "story/changes.html")]
struct Changes<'a> {
    frame: &'a Frame,
    head: Head<'a>,
    events: Vec<Event<'a>>,
    pager: Pager,
}

/// Events on one page.
const MOST: usize = 50;

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

pub(super) fn page(scene: &Scene<'_>, head: Head<'_>, part: &Part, library: &dyn Library) -> Page {
    let frame = scene.frame;
    let log = library.log(scene.told.story.id)?;
    let log: Vec<&library::Event> = log.iter().filter(|event| is_shown(event)).collect();
    let mut window = Window::new(frame, part.page, log.len(), MOST);
    let events = window.of(&log).iter().map(|event| {
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
        shown
    });
    let page = Changes {
        frame,
        head,
        events: events.collect(),
        pager: window.pager(|page| scene.to_part(part, page, Tab::Changes)),
    };
    Ok(html(Status::Here, frame.tongue, &page))
}

/// Changes of form alone are not.
fn is_shown(event: &library::Event) -> bool {
    match &event.what {
        EventKind::Revision(change) => change.revised.is_substantive(),
        _ => true,
    }
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
