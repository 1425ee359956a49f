//! The timeline: what happened when, when it was told, and figures that changed.

mod figures;
mod happened;

use super::{Scene, chips, head::Head};
use crate::{
    Answer, Status, charts,
    foreign::Shown,
    frame::{Frame, Moment},
    pages::{drawing::Drawing, html},
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
}

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

pub(super) fn page(scene: &Scene<'_>, head: Head<'_>) -> Answer {
    let telling = Telling::of(scene.edition, scene.told);
    let days = telling.days.iter().map(|day| {
        let mut moments: Vec<Happened<'_>> =
            day.moments.iter().filter_map(|moment| happened(scene, day, moment)).collect();
        let folded = moments.split_off(day.foremost.min(moments.len()));
        let precision = day.moments.first().map(|moment| moment.precision);
        Day {
            value: &day.value,
            words: scene.frame.words.day(&day.value),
            precision: precision.and_then(key).map(|key| scene.frame.say(key)),
            moments,
            folded,
        }
    });
    let page = Timeline {
        frame: scene.frame,
        head,
        lanes: lanes(scene, &telling),
        figures: figures::of(scene),
        days: days.collect(),
    };
    html(Status::Here, scene.frame.tongue, &page)
}

const fn key(precision: Precision) -> Option<&'static str> {
    match precision {
        Precision::Time => Some("precision-time"),
        Precision::Week => Some("precision-week"),
        Precision::Month => Some("precision-month"),
        Precision::Season => Some("precision-season"),
        Precision::Year => Some("precision-year"),
        Precision::Decade => Some("precision-decade"),
        Precision::Day | Precision::Duration => None,
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

fn lanes(scene: &Scene<'_>, telling: &Telling) -> Option<Drawing> {
    let days = telling.days.iter().filter_map(|day| {
        let span = happened::span(&day.value)?;
        Some((day, span, scene.frame.words.day(&day.value)))
    });
    let days: Vec<_> = days.collect();
    let mut told = Vec::new();
    for (day, span, when) in &days {
        for moment in day.moments.iter().take(day.foremost) {
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
                inferred: happened::is_inferred(scene, day, moment),
                reported,
            });
        }
    }
    Drawing::of(charts::lanes(scene.frame.words, &told))
}
