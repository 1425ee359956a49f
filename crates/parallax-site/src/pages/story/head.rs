//! The head of a story, on each of its tabs.

use super::{Scene, may_all};
use crate::{
    Address, Only, Part, Reach, Tab,
    foreign::Foreign,
    frame::{Frame, Moment, iso, moment_of, published},
};
use askama::{Template, filters::HtmlSafe};
use jiff::Timestamp;
use parallax_model::{Article, ClaimStatus, MediaTopic, Show, Stamp, StampPoint, When};
use std::collections::{BTreeMap, BTreeSet};

/// Moments that are offered to look back to.
const MOMENTS: usize = 40;

/// The head of a story.
#[derive(Template)]
#[template(path = "part/story-head.html")]
pub(super) struct Head<'a> {
    frame: &'a Frame,
    headline: Foreign<'a>,
    outlet: &'a str,
    outlet_link: String,
    topic: Option<&'a str>,
    when: Option<String>,
    place: Option<&'a str>,
    numbers: [String; 3],
    between: Option<(Moment, Moment)>,
    tabs: Vec<TabLink<'a>>,
    short: Vec<Short>,
    json: Option<String>,
    csv: Option<String>,
    feed: String,
    own: String,
    /// The moment this is as of, where that is not now.
    past: Option<Moment>,
    moments: Vec<(String, String, bool)>,
    action: String,
    cite: String,
}

// What it prints is escaped by its own template.
impl HtmlSafe for Head<'_> {}

struct TabLink<'a> {
    words: &'a str,
    link: String,
    own: bool,
}

/// One of the numbers that sum up a comparison.
struct Short {
    class: &'static str,
    words: String,
    link: Option<String>,
}

impl<'a> Head<'a> {
    pub(super) fn of(scene: &Scene<'a>, tab: &Tab) -> Self {
        let frame = scene.frame;
        let told = scene.told;
        let central = scene.edition.articles.get(told.comparison.headline);
        let central = central.map(|read| &read.article);
        let outlet = central.and_then(|article| article.outlet.shown()).unwrap_or_default();
        let address = |tab| Address::Story(scene.id.to_owned(), tab);
        let outlets = told.story.origins.iter().flat_map(|origin| &origin.outlets);
        let outlets: BTreeSet<&str> = outlets.map(String::as_str).collect();
        let numbers = [
            frame.count("count-articles", told.story.articles.len()),
            frame.count("count-outlets", outlets.len()),
            frame.count("count-origins", told.story.origins.len()),
        ];
        let data = Address::StoryData(scene.id.to_owned(), scene.as_of.clone());
        let table = Address::StoryTable(scene.id.to_owned(), scene.as_of.clone());
        let times = scene.edition.articles.iter().filter_map(published);
        let (first, last) =
            (times.clone().min_by_key(|time| time.0), times.max_by_key(|time| time.0));
        let past = moment_of(&scene.as_of).ok().flatten();
        Self {
            frame,
            headline: central.map_or_else(|| Foreign::words("", "und"), Foreign::headline),
            outlet,
            outlet_link: frame.showing().outlet(outlet),
            topic: told.comparison.topic.map(MediaTopic::code).map(|code| frame.words.topic(code)),
            when: when(frame, &told.comparison.when),
            place: told.comparison.place.as_deref(),
            cite: cite(scene, central, &numbers),
            numbers,
            between: first.zip(last).map(|(first, last)| {
                let (first, last) = ends(first.1, last.1);
                (frame.stamp(first), frame.stamp(last))
            }),
            tabs: tabs(scene, tab),
            short: short(scene),
            json: may_all(frame, scene.edition, Show::Full).then(|| frame.to(&data)),
            csv: may_all(frame, scene.edition, Show::Excerpt).then(|| frame.to(&table)),
            feed: frame.to(&Address::StoryFeed(scene.id.to_owned())),
            own: frame.to(&address(Tab::Account(Part::default()))),
            past: past.map(|at| frame.moment(at)),
            moments: moments(scene),
            action: frame.to(&address(without_moment(tab))),
        }
    }
}

/// The first and the last report. Where one tells no more than the day of the other, that day is
/// all that is known of both.
fn ends<'s>(first: &'s Stamp, last: &'s Stamp) -> (&'s Stamp, &'s Stamp) {
    let day = |stamp: &Stamp, other: &Stamp| matches!(stamp.point, StampPoint::Day(day) if other.day() == Some(day));
    match (day(first, last), day(last, first)) {
        (true, _) => (first, first),
        (false, true) => (last, last),
        (false, false) => (first, last),
    }
}

/// The tab itself, of now and without choices.
fn without_moment(tab: &Tab) -> Tab {
    match tab {
        Tab::Account(_) => Tab::Account(Part::default()),
        Tab::Compare(_) => Tab::Compare(Reach::default()),
        Tab::Timeline(_) => Tab::Timeline(Part::default()),
        Tab::Quotes(_) => Tab::Quotes(Part::default()),
        Tab::Articles(_) => Tab::Articles(Part::default()),
        Tab::Changes(_) => Tab::Changes(Part::default()),
    }
}

fn tabs<'a>(scene: &Scene<'a>, own: &Tab) -> Vec<TabLink<'a>> {
    let as_of = || scene.as_of.clone();
    let all = [
        Tab::Account(as_of().into()),
        Tab::Compare(Reach { as_of: as_of(), ..Reach::default() }),
        Tab::Timeline(as_of().into()),
        Tab::Quotes(as_of().into()),
        Tab::Articles(as_of().into()),
        Tab::Changes(Part::default()),
    ];
    all.into_iter()
        .map(|tab| TabLink {
            words: scene.frame.say(tab.key()),
            own: tab.key() == own.key(),
            link: scene.frame.to(&Address::Story(scene.id.to_owned(), tab)),
        })
        .collect()
}

/// How many claims agree, differ, stand alone; what was taken back; what was told before.
fn short(scene: &Scene<'_>) -> Vec<Short> {
    let frame = scene.frame;
    let comparison = &scene.told.comparison;
    let with = |status| comparison.claims.iter().filter(|claim| claim.status == status).count();
    let compare = |only| {
        let reach = Reach { as_of: scene.as_of.clone(), only, ..Reach::default() };
        frame.to(&Address::Story(scene.id.to_owned(), Tab::Compare(reach)))
    };
    let one = |class, key, number: usize, link: Option<String>| {
        (number > 0).then(|| Short { class, words: frame.count(key, number), link })
    };
    let several = scene.told.story.origins.len() > 1;
    let all = [
        one("agreed", "short-agreed", with(ClaimStatus::Agreed), Some(compare(Only::Usual))),
        one(
            "differs",
            "short-differing",
            comparison.differences.len(),
            Some(compare(Only::Differing)),
        ),
        one("alone", "short-single", with(ClaimStatus::Single), Some(compare(Only::Unique)))
            .filter(|_| several),
        one("corrected", "short-corrected", comparison.corrections.len(), None),
        one("earlier", "short-earlier", comparison.earlier.len(), None),
    ];
    all.into_iter().flatten().collect()
}

/// The moments at which something of the story became known, the latest first.
fn moments(scene: &Scene<'_>) -> Vec<(String, String, bool)> {
    let known = |article: &Article| article.capture.captured_at.or_else(|| article.published_at());
    let known: BTreeSet<Timestamp> =
        scene.edition.articles.iter().filter_map(|read| known(&read.article)).collect();
    let words = |at: Timestamp| scene.frame.words.moment(at);
    let latest = known.into_iter().rev().take(MOMENTS);
    let mut all: BTreeMap<String, (String, bool)> =
        latest.map(|at| (iso(at), (words(at), false))).collect();
    if let (Some(own), Ok(Some(at))) = (&scene.as_of.0, moment_of(&scene.as_of)) {
        all.insert(own.clone(), (words(at), true));
    }
    all.into_iter().rev().map(|(iso, (words, own))| (iso, words, own)).collect()
}

fn when(frame: &Frame, when: &When) -> Option<String> {
    match (when.start.as_deref(), when.end.as_deref()) {
        (Some(start), Some(end)) if start != end => {
            Some(format!("{} – {}", frame.words.day(start), frame.words.day(end)))
        }
        (start, end) => start.or(end).map(|day| frame.words.day(day)),
    }
}

/// How to name the story elsewhere: what is named is the state of the archive, not of today.
fn cite(scene: &Scene<'_>, central: Option<&Article>, numbers: &[String; 3]) -> String {
    let headline = central.map(Article::headline_words).unwrap_or_default();
    let newest = || Some(scene.frame.as_of()?.iso);
    let as_of = scene.as_of.0.clone().or_else(newest);
    let generator = scene.frame.standing.as_ref().map(|standing| &standing.generator);
    let made_by = generator.map(|made| format!("{} {}", made.name, made.version));
    let id = scene.told.story.id.to_string();
    let parts = [format!("“{headline}”"), made_by.unwrap_or_default(), id];
    let parts = parts.into_iter().chain(as_of).chain([numbers.join(", ")]);
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;
    use parallax_model::StampFrom;

    #[track_caller]
    fn check(first: StampPoint, last: StampPoint, expected: &str) {
        let stamp = |point| Stamp { point, zone: None, from: StampFrom::Text };
        let (first, last) = (stamp(first), stamp(last));
        let (from, to) = ends(&first, &last);
        assert_eq!(format!("{from} {to}"), expected);
    }

    #[test]
    fn a_day_and_a_time_of_that_day_are_in_no_order() {
        let day = StampPoint::Day(date(2027, 3, 12));
        let clock = |day: i8| StampPoint::Clock {
            at: date(2027, 3, day).at(10, 19, 0, 0),
            seconds: false,
            offset: None,
        };
        check(day, clock(12), "2027-03-12 2027-03-12");
        check(clock(12), day, "2027-03-12 2027-03-12");
        check(day, clock(13), "2027-03-12 2027-03-13T10:19");
        check(clock(12), clock(13), "2027-03-12T10:19 2027-03-13T10:19");
    }
}
