//! An article: what its outlet wrote, where each part of the record comes from, what the account
//! cites of it, what was left out, and how it was changed.

mod record;
mod text;

use super::{Page, revision::Revision, sought, trouble};
use crate::{
    Address, Part, Reading, Status, Tab,
    foreign::{Foreign, web},
    frame::{Frame, Moment},
    library::{Held, Library},
    linked::Linked,
    pages::html,
};
use askama::Template;
use parallax_model::{MediaType, Show};
use record::Fact;
use text::Paragraph;

const PLAIN: &str = "text/plain; charset=utf-8";

#[derive(Template)]
#[template(path = "article.html")]
struct Article<'a> {
    frame: &'a Frame,
    headline: Foreign<'a>,
    standfirst: Option<Paragraph<'a>>,
    paragraphs: Vec<Paragraph<'a>>,
    /// Whether only what is cited is shown, and not even that.
    show: Show,
    outlet: &'a str,
    outlet_link: String,
    published: Option<Moment>,
    at_outlet: Option<&'a str>,
    story: Option<(Foreign<'a>, String)>,
    cited: String,
    facts: Vec<Fact<'a>>,
    notes: Vec<String>,
    revisions: Vec<(String, Option<Moment>, String, Option<String>)>,
    changes: Vec<Revision<'a>>,
    all_changes: Option<String>,
    left_out: Vec<(&'a str, Foreign<'a>)>,
    /// To what was left out, where it is not shown.
    more: Option<String>,
}

pub(super) fn page(frame: &Frame, digits: &str, reading: &Reading, library: &dyn Library) -> Page {
    let address = |id| Address::Article(id, reading.clone());
    let held = match sought(frame, library.article(digits)?, address, "no-article") {
        Ok(held) => held,
        Err(answer) => return Ok(*answer),
    };
    let frame = &frame.titled(held.read.article.headline_words());
    let frame = &frame.linked(Linked::article(frame, &held));
    Ok(html(Status::Here, frame.tongue, &article(frame, digits, reading, &held)))
}

fn article<'a>(frame: &'a Frame, digits: &str, reading: &Reading, held: &'a Held) -> Article<'a> {
    let read = &*held.read;
    let article = &read.article;
    let show = frame.showing().of(read);
    let marks = text::cited(held);
    let paragraphs =
        article.paragraphs.iter().map(|span| text::paragraph(frame, held, *span, &marks));
    let paragraphs = paragraphs.filter(|paragraph| show == Show::Full || paragraph.is_cited());
    let outlet = article.outlet.shown().unwrap_or_default();
    let own = |reading| frame.to(&Address::Article(digits.to_owned(), reading));
    let story = held.story.as_ref().map(|story| {
        let address = Address::Story(story.id.to_string(), Tab::Account(Part::default()));
        (Foreign::words(&story.headline, "und"), frame.to(&address))
    });
    let left_out: Vec<_> = article
        .boilerplate
        .iter()
        .filter(|_| show == Show::Full)
        .map(|one| {
            (
                frame.say(record::boilerplate_key(one.kind)),
                Foreign::words(&one.text, &article.language),
            )
        })
        .collect();
    let hidden = !reading.left_out && !left_out.is_empty() && !frame.fixed;
    let form = held.changes.iter().any(|change| !change.revised.alterations.is_empty());
    Article {
        frame,
        headline: Foreign::headline(article),
        standfirst: article
            .standfirst
            .map(|span| text::paragraph(frame, held, span, &marks))
            .filter(|_| show == Show::Full),
        paragraphs: if show == Show::Link { Vec::new() } else { paragraphs.collect() },
        show,
        outlet,
        outlet_link: frame.showing().outlet(outlet),
        published: article.published.as_ref().map(|stamp| frame.stamp(stamp)),
        at_outlet: article.url.as_deref().and_then(web),
        story,
        cited: frame.count("article-cited", marks.len()),
        facts: record::facts(frame, held),
        notes: record::notes(frame, read),
        revisions: revisions(frame, digits, held, show),
        changes: held
            .changes
            .iter()
            .map(|change| Revision::of(frame, change, reading.all_changes))
            .collect(),
        all_changes: (form && !reading.all_changes && !frame.fixed)
            .then(|| own(Reading { all_changes: true, ..reading.clone() })),
        left_out: if hidden { Vec::new() } else { left_out },
        more: hidden.then(|| own(Reading { left_out: true, ..reading.clone() })),
    }
}

/// Each revision: its number, when it was captured, the digest of its bytes, the way to them.
fn revisions(
    frame: &Frame,
    digits: &str,
    held: &Held,
    show: Show,
) -> Vec<(String, Option<Moment>, String, Option<String>)> {
    let numbered = held.revisions.iter().enumerate();
    numbered
        .map(|(at, (captured, digest))| {
            let number = frame.words.number(u64::try_from(at + 1).unwrap_or(u64::MAX));
            let link = frame.to(&Address::Capture(digits.to_owned(), at + 1));
            let link = (show == Show::Full).then_some(link);
            (number, captured.map(|at| frame.moment(at)), digest.to_string(), link)
        })
        .collect()
}

/// The bytes of a capture, to be kept and never to be run.
pub(super) fn capture(frame: &Frame, digits: &str, number: usize, library: &dyn Library) -> Page {
    let found = library.capture(digits, number)?;
    let captured = match sought(frame, found, |id| Address::Capture(id, number), "no-article") {
        Ok(captured) => captured,
        Err(answer) => return Ok(*answer),
    };
    if frame.showing().of(&captured.read) < Show::Full {
        return Ok(trouble::no_such(frame, "withheld"));
    }
    let end = match captured.read.article.capture.media_type {
        MediaType::Html => "html.txt",
        MediaType::Text => "txt",
        MediaType::Row => "json.txt",
    };
    let name = format!("{digits}-{number}.{end}");
    Ok(super::file(PLAIN, Some(name), captured.payload))
}
