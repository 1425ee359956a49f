//! Quotations: who said what, in its fullest wording, and who cut or changed it.

use super::{Scene, head::Head};
use crate::{
    Address, Answer, Part, Status, Tab,
    foreign::Foreign,
    frame::Frame,
    pages::{html, pager::Pager, window::Window},
};
use askama::Template;
use parallax_model::{EntityKind, Show};
use parallax_publish::telling::{self, Telling, Way, Wording};
use std::borrow::Cow;

#[derive(Template)]
#[template(path = "story/quotes.html")]
struct Quotes<'a> {
    frame: &'a Frame,
    head: Head<'a>,
    speakers: Vec<Speaker<'a>>,
    pager: Pager,
}

/// Utterances on one page.
const MOST: usize = 40;

/// Somebody and what they said.
pub(in crate::pages) struct Speaker<'a> {
    pub(in crate::pages) name: Option<&'a str>,
    pub(in crate::pages) link: Option<String>,
    pub(in crate::pages) said: Vec<Said<'a>>,
}

/// One utterance.
pub(in crate::pages) struct Said<'a> {
    pub(in crate::pages) fullest: Worded<'a>,
    pub(in crate::pages) also: Vec<&'a str>,
    pub(in crate::pages) variants: Vec<(&'a str, Vec<&'a str>, Worded<'a>)>,
}

/// A wording, where it may be shown.
pub(in crate::pages) struct Worded<'a> {
    pub(in crate::pages) pieces: Vec<(Foreign<'a>, bool)>,
    /// For a `dir` attribute.
    pub(in crate::pages) direction: &'static str,
    pub(in crate::pages) outlet: &'a str,
    pub(in crate::pages) link: String,
    /// Where it is not that of the page.
    pub(in crate::pages) language: Option<Cow<'a, str>>,
}

pub(super) fn page(scene: &Scene<'_>, head: Head<'_>, part: &Part, telling: &Telling) -> Answer {
    let total = telling.speakers.iter().map(|speaker| speaker.said.len()).sum();
    let mut window = Window::new(scene.frame, part.page, total, MOST);
    let speakers = telling.speakers.iter().filter_map(|speaker| {
        let said = window.of(&speaker.said);
        (!said.is_empty()).then(|| speaker_who(scene, speaker, said))
    });
    let page = Quotes {
        frame: scene.frame,
        head,
        speakers: speakers.collect(),
        pager: window.pager(|page| scene.to_part(part, page, Tab::Quotes)),
    };
    html(Status::Here, scene.frame.tongue, &page)
}

/// A speaker as pages show one.
pub(in crate::pages) fn speaker_of<'a>(
    scene: &Scene<'a>,
    speaker: &'a telling::Speaker,
) -> Speaker<'a> {
    speaker_who(scene, speaker, &speaker.said)
}

/// A speaker with some of what they said.
fn speaker_who<'a>(
    scene: &Scene<'a>,
    speaker: &'a telling::Speaker,
    said: &'a [telling::Said],
) -> Speaker<'a> {
    let name = speaker.name.as_deref();
    let entities = &scene.told.comparison.entities;
    let known = entities.iter().find(|entity| Some(entity.name.as_str()) == name);
    let link = known
        .filter(|known| known.kind == EntityKind::Person || known.kind == EntityKind::Organization);
    Speaker {
        name,
        link: link.map(|known| scene.frame.to(&Address::Named(known.kind, known.name.clone(), 1))),
        said: said.iter().filter_map(|said| said_of(scene, said)).collect(),
    }
}

fn said_of<'a>(scene: &Scene<'a>, said: &'a telling::Said) -> Option<Said<'a>> {
    let variants = said.variants.iter().filter_map(|variant| {
        let way = match variant.way {
            Way::Cut => "quote-cut",
            Way::Changed => "quote-changed",
            Way::Translated => "quote-translated",
            Way::Reported => "quote-reported",
        };
        let outlets = variant.outlets.iter().map(String::as_str).collect();
        Some((scene.frame.say(way), outlets, worded(scene, &variant.wording)?))
    });
    Some(Said {
        fullest: worded(scene, &said.fullest)?,
        also: said.also.iter().map(String::as_str).collect(),
        variants: variants.collect(),
    })
}

fn worded<'a>(scene: &Scene<'a>, wording: &Wording) -> Option<Worded<'a>> {
    let first = wording.pieces.first()?.0;
    let read = scene.edition.articles.get(first.article)?;
    let may = scene.frame.showing().of(read) > Show::Link;
    let pieces = wording.pieces.iter().filter(|_| may).map(|(place, marked)| {
        (Foreign::marked(&read.article, place.span, &wording.changed), *marked)
    });
    let tag = &read.article.language;
    let foreign = tag.split('-').next() != scene.frame.tongue.tag().split('-').next();
    Some(Worded {
        pieces: pieces.collect(),
        direction: read.article.direction.name(),
        outlet: read.article.outlet.shown().unwrap_or_default(),
        link: scene.frame.showing().place(read, first.span),
        language: foreign.then(|| scene.frame.words.language(tag)),
    })
}
