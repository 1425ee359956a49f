//! The timeline: what happened when, when it was told, and figures that changed.

mod figures;
mod happened;

use super::{Scene, chips, head::Head};
use crate::{
    Answer, Part, Status, Tab, charts,
    foreign::Shown,
    frame::{Frame, Moment},
    pages::{drawing::Drawing, html, pager::Pager, window::Window},
};
use askama::Template;
use parallax_model::{Precision, ReadArticle, Show};
use parallax_publish::telling::{self, Telling};

#[derive(Template)]
#[template(path = "story/timeline.html")]
struct Timeline<'a> {
    frame: &'a Frame,
    head: Head<'a>,
    lanes: Option<Drawing>,
    figures: Vec<Drawing>,
    days: Vec<Day<'a>>,
    pager: Pager,
}

/// What happened, on one page.
const MOST: usize = 60;

struct Day<'a> {
    value: &'a str,
    words: String,
    /// How exact it is, where that is less than a day or more.
    precision: Option<&'a str>,
    moments: Vec<Happened<'a>>,
    folded: Vec<Happened<'a>>,
}

struct Happened<'a> {
    shown: Shown<'a>,
    outlets: Vec<&'a str>,
    reported: Option<Moment>,
    inferred: bool,
}

pub(super) fn page(scene: &Scene<'_>, head: Head<'_>, part: &Part, telling: &Telling) -> Answer {
    let total = telling.days.iter().map(|day| day.moments.len()).sum();
    let mut window = Window::new(scene.frame, part.page, total, MOST);
    let days: Vec<Stretch<'_>> =
        telling.days.iter().map(|day| Stretch::of(day, &mut window)).collect();
    let days: Vec<Stretch<'_>> = days.into_iter().filter(|day| !day.is_empty()).collect();
    let page = Timeline {
        frame: scene.frame,
        head,
        lanes: lanes(scene, &days),
        figures: if window.is_first() { figures::of(scene) } else { Vec::new() },
        days: days.iter().map(|stretch| day(scene, stretch)).collect(),
        pager: window.pager(|page| scene.to_part(part, page, Tab::Timeline)),
    };
    html(Status::Here, scene.frame.tongue, &page)
}

/// What of a day is on the page.
struct Stretch<'a> {
    day: &'a telling::Day,
    foremost: &'a [telling::Moment],
    folded: &'a [telling::Moment],
}

impl<'a> Stretch<'a> {
    fn of(day: &'a telling::Day, window: &mut Window<'_>) -> Self {
        let (foremost, folded) = day.moments.split_at(day.foremost.min(day.moments.len()));
        Self { day, foremost: window.of(foremost), folded: window.of(folded) }
    }

    fn is_empty(&self) -> bool {
        self.foremost.is_empty() && self.folded.is_empty()
    }
}

fn day<'a>(scene: &Scene<'a>, stretch: &Stretch<'a>) -> Day<'a> {
    let day = stretch.day;
    let all = |moments: &'a [telling::Moment]| {
        moments.iter().filter_map(|moment| happened(scene, day, moment)).collect()
    };
    let precision = day.moments.first().map(|moment| moment.precision);
    Day {
        value: &day.value,
        words: scene.frame.words.day(&day.value),
        precision: precision.and_then(key).map(|key| scene.frame.say(key)),
        moments: all(stretch.foremost),
        folded: all(stretch.folded),
    }
}

const fn key(precision: Precision) -> Option<&'static str> {
    match precision {
        Precision::Time => Some("precision-time"),
        Precision::Week => Some("precision-week"),
        Precision::Season => Some("precision-season"),
        Precision::Decade => Some("precision-decade"),
        // The date says it itself.
        Precision::Day | Precision::Month | Precision::Year | Precision::Duration => None,
    }
}

fn happened<'a>(
    scene: &Scene<'a>,
    day: &telling::Day,
    moment: &'a telling::Moment,
) -> Option<Happened<'a>> {
    Some(Happened {
        shown: chips::shown(scene, moment.words, &[])?,
        outlets: moment.outlets.iter().skip(1).map(String::as_str).collect(),
        reported: reported(scene, moment)
            .and_then(|read| read.article.published.as_ref().map(|stamp| scene.frame.stamp(stamp))),
        inferred: happened::is_inferred(scene, day, moment),
    })
}

/// The article that told it first.
fn reported<'a>(scene: &Scene<'a>, moment: &telling::Moment) -> Option<&'a ReadArticle> {
    let articles = moment.articles.iter().chain([&moment.words.article]);
    let read = articles.filter_map(|&at| scene.edition.articles.get(at));
    let dated = read.filter_map(|read| Some((read.article.published_at()?, read)));
    dated.min_by_key(|(at, _)| *at).map(|(_, read)| read)
}

fn lanes(scene: &Scene<'_>, days: &[Stretch<'_>]) -> Option<Drawing> {
    let days = days.iter().filter_map(|stretch| {
        let span = happened::span(&stretch.day.value)?;
        Some((stretch, span, scene.frame.words.day(&stretch.day.value)))
    });
    let days: Vec<_> = days.collect();
    let mut told = Vec::new();
    for (stretch, span, when) in &days {
        for moment in stretch.foremost {
            let Some(read) = scene.edition.articles.get(moment.words.article) else { continue };
            let may = scene.frame.showing().of(read) > Show::Link;
            let first = reported(scene, moment).filter(|_| may);
            let Some(reported) = first.and_then(|read| charts::When::published(&read.article))
            else {
                continue;
            };
            told.push(charts::Told {
                words: charts::Name {
                    text: read.article.words(moment.words.span),
                    language: Some(&read.article.language),
                    address: None,
                },
                happened: *span,
                when,
                inferred: happened::is_inferred(scene, stretch.day, moment),
                reported,
                tellers: moment.outlets.len(),
            });
        }
    }
    Drawing::of(charts::lanes(scene.frame.words, &told))
}
