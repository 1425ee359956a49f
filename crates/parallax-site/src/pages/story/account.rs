//! The account: what is told, in the order of reading, each sentence an outlet's own.

use super::{
    Scene,
    chips::{self, Claims},
    compare::{kind_key, nature_key},
    head::Head,
    names::Names,
    statement::Statement,
};
use crate::{
    Address, Answer, Part, Status, Tab,
    foreign::{Foreign, Shown},
    frame::Frame,
    pages::{html, pager::Pager, window::Window},
};
use askama::Template;
use parallax_model::{self as model, Correction, Nature, NotCompared, Show, Unalike};
use parallax_publish::telling::{self, Claimed, Telling};

/// Statements and other things on one page.
const MOST: usize = 40;

#[derive(Template)]
#[template(path = "story/account.html")]
struct Account<'a> {
    frame: &'a Frame,
    head: Head<'a>,
    lead: Option<Statement<'a>>,
    partings: Vec<Parting<'a>>,
    all: Vec<Statement<'a>>,
    several: Vec<Statement<'a>>,
    alone: Vec<Alone<'a>>,
    /// Whether there is one origin, whose account it is.
    one: bool,
    background: Vec<Statement<'a>>,
    earlier: Vec<Earlier<'a>>,
    corrected: Vec<Corrected<'a>>,
    thread: Vec<Linked<'a>>,
    left: Vec<Left<'a>>,
    pager: Pager,
}

/// What accounts part in, and how.
struct Parting<'a> {
    points: Vec<Point<'a>>,
    sides: Vec<(Shown<'a>, Vec<&'a str>)>,
    also: Vec<&'a str>,
    /// Whether both cannot be so.
    conflict: bool,
}

struct Point<'a> {
    kind: Option<&'a str>,
    nature: &'a str,
    about: Option<Shown<'a>>,
}

struct Alone<'a> {
    name: &'a str,
    /// Other outlets that print it.
    outlets: Vec<&'a str>,
    apart: bool,
    later_than: Names<'a>,
    told: Vec<Statement<'a>>,
}

struct Earlier<'a> {
    shown: Shown<'a>,
    story: Option<(Foreign<'a>, String)>,
}

struct Corrected<'a> {
    outlet: &'a str,
    link: String,
    was: Option<Foreign<'a>>,
    now: Option<Shown<'a>>,
}

struct Linked<'a> {
    days: String,
    headline: Foreign<'a>,
    link: String,
    why: String,
}

struct Left<'a> {
    outlet: &'a str,
    link: String,
    why: &'a str,
}

pub(super) fn page(scene: &Scene<'_>, head: Head<'_>, part: &Part, telling: &Telling) -> Answer {
    let frame = scene.frame;
    let claims = Claims::of(scene);
    let comparison = &scene.told.comparison;
    let before: usize = telling.partings.len();
    let told = in_order(telling).count();
    let behind =
        comparison.corrections.len() + comparison.earlier.len() + comparison.not_compared.len();
    let place = part.claim.as_ref().and_then(|digits| {
        in_order(telling).position(|claimed| claimed.claim.to_string() == *digits)
    });
    let number = place.map_or(part.page, |place| (before + place) / MOST + 1);
    let mut window = Window::new(frame, number, before + told + behind, MOST);
    let first = window.is_first();
    let page = Account {
        frame,
        head,
        lead: telling
            .lead
            .as_ref()
            .filter(|_| first)
            .and_then(|lead| Statement::of(scene, &claims, lead)),
        partings: partings(scene, window.of(&telling.partings)),
        all: statements(scene, &claims, window.of(&telling.all)),
        several: statements(scene, &claims, window.of(&telling.several)),
        alone: alone(scene, &claims, &telling.alone, &mut window),
        one: scene.told.story.origins.len() == 1,
        background: statements(scene, &claims, window.of(&telling.background)),
        corrected: corrected(scene, window.of(&comparison.corrections)),
        earlier: earlier(scene, window.of(&comparison.earlier)),
        thread: if first { thread(scene) } else { Vec::new() },
        left: left(scene, window.of(&comparison.not_compared)),
        pager: window.pager(|page| scene.to_part(part, page, Tab::Account)),
    };
    html(Status::Here, frame.tongue, &page)
}

/// The claims that are told one by one, in the order of the page.
fn in_order(telling: &Telling) -> impl Iterator<Item = &Claimed> {
    let alone = telling.alone.iter().flat_map(|alone| &alone.told);
    telling.all.iter().chain(&telling.several).chain(alone).chain(&telling.background)
}

fn statements<'a>(
    scene: &Scene<'a>,
    claims: &Claims<'a>,
    told: &'a [Claimed],
) -> Vec<Statement<'a>> {
    told.iter().filter_map(|claimed| Statement::of(scene, claims, claimed)).collect()
}

fn partings<'a>(scene: &Scene<'a>, partings: &'a [telling::Parting]) -> Vec<Parting<'a>> {
    let frame = scene.frame;
    let names = |names: &'a [String]| names.iter().map(String::as_str).collect();
    let partings = partings.iter().map(|parting| {
        let points = parting.points.iter().map(|point| Point {
            kind: kind_key(point.kind, point.nature).map(|key| frame.say(key)),
            nature: frame.say(nature_key(point.nature)),
            about: point.about.and_then(|about| chips::shown(scene, about, &[])),
        });
        let sides = parting.sides.iter().filter_map(|side| {
            Some((chips::shown(scene, side.words, &side.marks)?, names(&side.also)))
        });
        Parting {
            points: points.collect(),
            sides: sides.collect(),
            also: names(&parting.also),
            conflict: parting.points.iter().any(|point| point.nature == Nature::Conflict),
        }
    });
    partings.collect()
}

fn alone<'a>(
    scene: &Scene<'a>,
    claims: &Claims<'a>,
    accounts: &'a [telling::Alone],
    window: &mut Window<'_>,
) -> Vec<Alone<'a>> {
    let origins = &scene.told.story.origins;
    let accounts = accounts.iter().filter_map(|alone| {
        let told = window.of(&alone.told);
        let origin = origins.get(alone.origin).filter(|_| !told.is_empty())?;
        let others = origin.outlets.iter().filter(|outlet| **outlet != origin.name);
        let earlier = alone.later_than.iter().filter_map(|&at| origins.get(at));
        let earlier = earlier.map(|origin| origin.name.as_str()).collect();
        let articles = || Tab::Articles(scene.as_of.clone().into());
        Some(Alone {
            name: &origin.name,
            outlets: others.map(String::as_str).collect(),
            apart: alone.apart,
            later_than: Names::of(scene, earlier, articles),
            told: statements(scene, claims, told),
        })
    });
    accounts.collect()
}

fn earlier<'a>(scene: &Scene<'a>, earlier: &'a [model::Earlier]) -> Vec<Earlier<'a>> {
    let earlier = earlier.iter().filter_map(|earlier| {
        let read = scene.edition.articles.get(earlier.article)?;
        Some(Earlier {
            shown: scene.frame.showing().words(read, earlier.span, &[]),
            story: earlier.story.and_then(|at| story(scene, at)),
        })
    });
    earlier.collect()
}

/// The headline of a story, told here or elsewhere, and the way to it.
fn story<'a>(scene: &Scene<'a>, at: usize) -> Option<(Foreign<'a>, String)> {
    let id = scene.edition.story_id(at)?;
    let headline = scene.edition.story_headline(at)?;
    let address = Address::Story(id.to_string(), Tab::Account(Part::default()));
    Some((Foreign::words(headline, "und"), scene.frame.to(&address)))
}

fn corrected<'a>(scene: &Scene<'a>, corrections: &'a [Correction]) -> Vec<Corrected<'a>> {
    let corrections = corrections.iter().filter_map(|one| {
        let read = scene.edition.articles.get(one.article)?;
        let may = scene.frame.showing().of(read) > Show::Link;
        Some(Corrected {
            outlet: read.article.outlet.shown().unwrap_or_default(),
            link: scene.frame.showing().article(read),
            was: may.then(|| Foreign::words(&one.text, &read.article.language)),
            now: one.now.map(|span| scene.frame.showing().words(read, span, &[])),
        })
    });
    corrections.collect()
}

/// Earlier stories, then later ones.
fn thread<'a>(scene: &Scene<'a>) -> Vec<Linked<'a>> {
    let own = |at: usize| scene.edition.story_id(at) == Some(scene.told.story.id);
    let linked = |other: usize, key: &str, link: &parallax_model::Link| {
        let (headline, address) = story(scene, other)?;
        Some(Linked {
            days: scene.frame.count(key, usize::from(link.days)),
            headline,
            link: address,
            why: [link.names.join(", "), link.words.join(", ")].join("; "),
        })
    };
    let links = scene.edition.links.iter();
    let earlier = links.clone().filter(|link| own(link.later));
    let later = links.filter(|link| own(link.earlier));
    earlier
        .filter_map(|link| linked(link.earlier, "days-earlier", link))
        .chain(later.filter_map(|link| linked(link.later, "days-later", link)))
        .collect()
}

fn left<'a>(scene: &Scene<'a>, left: &[NotCompared]) -> Vec<Left<'a>> {
    let left = left.iter().filter_map(|one| {
        let read = scene.edition.articles.get(one.article)?;
        let key = match one.why {
            Unalike::Language => "unalike-language",
            Unalike::TooShort => "unalike-too-short",
            Unalike::TooLong => "unalike-too-long",
            Unalike::TooLarge => "unalike-too-large",
        };
        Some(Left {
            outlet: read.article.outlet.shown().unwrap_or_default(),
            link: scene.frame.showing().article(read),
            why: scene.frame.say(key),
        })
    });
    left.collect()
}
