//! Pages for what is not there, was taken away, or cannot be read: they name the cause.

use super::html;
use crate::{
    Answer, Status,
    address::{Address, Part, Reading, Tab},
    foreign::Foreign,
    frame::Frame,
    library::{Founder, Trouble},
};
use askama::Template;
use jiff::Timestamp;

#[derive(Template)]
#[template(path = "trouble.html")]
struct Page<'a> {
    frame: &'a Frame,
    head: &'a str,
    what: String,
    cause: Option<&'a str>,
    todo: &'a str,
    ways: Vec<Way<'a>>,
}

/// A way on: what it leads to, its words and its address.
struct Way<'a> {
    label: &'a str,
    words: Foreign<'a>,
    outlet: Option<&'a str>,
    link: String,
}

/// There is no such page.
pub(super) fn missing(frame: &Frame) -> Answer {
    said(frame, Status::Missing, "missing", None)
}

/// There is no such story, article, outlet or name.
pub(super) fn no_such(frame: &Frame, what: &'static str) -> Answer {
    said(frame, Status::Missing, what, None)
}

/// The question is none.
pub(super) fn bad(frame: &Frame, what: &'static str, cause: &str) -> Answer {
    said(frame, Status::Bad, what, Some(cause))
}

/// It was taken away.
pub(super) fn gone(frame: &Frame, at: Timestamp, reason: &str) -> Answer {
    let at = frame.words.moment(at);
    let frame = &frame.titled(frame.say("gone-head")).lost();
    let page = Page {
        frame,
        head: frame.say("gone-head"),
        what: frame.words.tell("gone-what", &[("moment", (&at).into())]),
        cause: Some(reason).filter(|reason| !reason.is_empty()),
        todo: "",
        ways: Vec::new(),
    };
    html(Status::Gone, frame.tongue, &page)
}

/// The story is none any more: the ways to the article it was named after, and to the story that is in now.
pub(super) fn dissolved(frame: &Frame, founder: &Founder) -> Answer {
    let article = &founder.read.article;
    let own = Address::Article(article.id.to_string(), Reading::default());
    let mut ways = vec![Way {
        label: frame.say("dissolved-article"),
        words: Foreign::headline(article),
        outlet: article.outlet.shown(),
        link: frame.to(&own),
    }];
    if let Some((id, headline)) = &founder.story {
        ways.push(Way {
            label: frame.say("dissolved-story"),
            words: Foreign::words(headline, "und"),
            outlet: None,
            link: frame.to(&Address::Story(id.to_string(), Tab::Account(Part::default()))),
        });
    }
    pointed(frame, Status::Missing, "dissolved", None, ways)
}

/// The archive did not answer.
pub(super) fn broken(frame: &Frame, trouble: &Trouble) -> Answer {
    said(frame, Status::Broken, "broken", Some(&trouble.0))
}

fn said(frame: &Frame, status: Status, key: &str, cause: Option<&str>) -> Answer {
    pointed(frame, status, key, cause, Vec::new())
}

/// The same, with ways on.
fn pointed(
    frame: &Frame,
    status: Status,
    key: &str,
    cause: Option<&str>,
    ways: Vec<Way<'_>>,
) -> Answer {
    let [head, what, todo] = ["head", "what", "todo"].map(|part| format!("{key}-{part}"));
    let frame = &frame.titled(frame.say(&head)).lost();
    let page = Page {
        frame,
        head: frame.say(&head),
        what: frame.say(&what).to_owned(),
        cause,
        todo: frame.words.known(&todo).unwrap_or_default(),
        ways,
    };
    html(status, frame.tongue, &page)
}
