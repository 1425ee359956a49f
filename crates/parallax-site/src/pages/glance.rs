//! A story in a list.

use super::drawing::Drawing;
use crate::{
    Address, Only, Part, Reach, Tab, Words, charts,
    foreign::{Foreign, Shown},
    frame::{Frame, Moment},
    library::{Glance, LatestKind},
};
use askama::{Template, filters::HtmlSafe};
use jiff::Timestamp;
use parallax_model::MediaTopic;
use std::borrow::Cow;

/// A story in a list.
#[derive(Template)]
#[template(path = "part/glance.html")]
pub(super) struct Row<'a> {
    words: &'static Words,
    link: String,
    compare: String,
    headline: Foreign<'a>,
    outlet: &'a str,
    topic: Option<&'a str>,
    languages: Vec<Cow<'a, str>>,
    starred: bool,
    articles: String,
    outlets: String,
    origins: String,
    differing: Option<String>,
    chart: Option<Drawing>,
    latest: Option<(String, &'a str, Moment)>,
    /// What was found in it.
    pub(super) passages: Vec<Shown<'a>>,
}

// What it prints is escaped by its own template.
impl HtmlSafe for Row<'_> {}

impl<'a> Row<'a> {
    /// Under the heading of its topic, which is not said again.
    pub(super) fn in_section(frame: &'a Frame, glance: &'a Glance) -> Self {
        Self { topic: None, ..Self::new(frame, glance) }
    }

    pub(super) fn new(frame: &'a Frame, glance: &'a Glance) -> Self {
        let words = frame.words;
        let id = glance.id.to_string();
        let tab = |tab| frame.to(&Address::Story(id.clone(), tab));
        let differing = Reach { only: Only::Differing, ..Reach::default() };
        let times: Vec<Timestamp> =
            glance.times.iter().filter_map(|at| Timestamp::from_second(*at).ok()).collect();
        let latest = glance.latest.as_ref().map(|latest| {
            let key = match latest.what {
                LatestKind::Article => "latest-article",
                LatestKind::Revision => "latest-revision",
            };
            (words.before(key), latest.outlet.as_str(), frame.known(&latest.at))
        });
        Self {
            words,
            link: tab(Tab::Account(Part::default())),
            compare: tab(Tab::Compare(differing)),
            headline: Foreign::words(&glance.headline, &glance.language),
            outlet: &glance.outlet,
            topic: glance.topic.map(MediaTopic::code).map(|code| words.topic(code)),
            languages: glance.languages.iter().map(|tag| words.language(tag)).collect(),
            starred: glance.starred,
            articles: frame.count("count-articles", glance.articles),
            outlets: frame.count("count-outlets", glance.outlets),
            origins: frame.count("count-origins", glance.origins),
            differing: (glance.differing > 0)
                .then(|| frame.count("count-differences", glance.differing)),
            chart: Drawing::of(charts::sparkline(words, &times)),
            latest,
            passages: Vec::new(),
        }
    }
}
