//! What is found: stories, with the passages that fit.

use super::{Page, glance::Row, html, pager::Pager};
use crate::{
    Address, Status, Way,
    frame::Frame,
    library::{Findings, FoundStory, Library, Misunderstood},
};
use askama::Template;

/// Stories on one page.
const MOST: usize = 15;

/// Values of a facet.
const FACETS: usize = 12;

#[derive(Template)]
#[template(path = "search.html")]
struct Search<'a> {
    frame: &'a Frame,
    way: &'a Way,
    /// Where and why the question is none: what is before, the place, what is behind.
    wrong: Option<(&'a str, &'a str, &'a str, &'a str)>,
    number: Option<String>,
    latest: String,
    fitting: String,
    facets: Vec<Facet<'a>>,
    rows: Vec<(Row<'a>, Option<String>)>,
    pager: Option<Pager>,
    examples: Vec<(String, &'static str, &'a str)>,
}

struct Facet<'a> {
    head: &'a str,
    values: Vec<(String, String, String)>,
}

/// Questions that show what can be asked, each with what it means.
const EXAMPLES: [(&str, &str); 8] = [
    ("harbour fire", "help-words"),
    ("\"night shifts\"", "help-phrase"),
    ("strike -football", "help-without"),
    ("outlet:\"Coast Wire\"", "help-outlet"),
    ("said:Maddern", "help-said"),
    ("place:Ellery lang:ru", "help-place"),
    ("since:2027-03-01 until:2027-04-01", "help-time"),
    ("differs:number origins:>2", "help-differs"),
];

pub(super) fn page(frame: &Frame, way: &Way, library: &dyn Library) -> Page {
    let frame = &frame.titled(frame.say("search-head"));
    let examples = EXAMPLES.into_iter().map(|(question, key)| {
        (frame.to(&Address::Search(Way::of(question))), question, frame.say(key))
    });
    let order = |latest| frame.to(&Address::Search(Way { latest, page: 1, ..way.clone() }));
    let mut page = Search {
        frame,
        way,
        wrong: None,
        number: None,
        latest: order(true),
        fitting: order(false),
        facets: Vec::new(),
        rows: Vec::new(),
        pager: None,
        examples: examples.collect(),
    };
    if way.question.is_empty() {
        return Ok(html(Status::Here, frame.tongue, &page));
    }
    let skip = (way.page - 1).saturating_mul(MOST);
    match library.search(way, skip, MOST)? {
        Ok(findings) => {
            found(&mut page, &findings);
            Ok(html(Status::Here, frame.tongue, &page))
        }
        Err(wrong) => {
            page.wrong = Some(pointed(&way.question, &wrong));
            Ok(html(Status::Bad, frame.tongue, &page))
        }
    }
}

fn found<'a>(page: &mut Search<'a>, findings: &'a Findings) {
    let (frame, way) = (page.frame, page.way);
    page.number = Some(frame.count("search-found", findings.articles));
    let narrower = |field: &str, value: &str| {
        let question = format!("{} {field}:\"{}\"", way.question, value.replace('"', " "));
        frame.to(&Address::Search(Way { page: 1, question, ..way.clone() }))
    };
    let facet =
        |key, field: &str, values: &[(String, usize)], shown: &dyn Fn(&str) -> String| Facet {
            head: frame.say(key),
            values: values
                .iter()
                .take(FACETS)
                .map(|(value, number)| {
                    let number = frame.words.number(u64::try_from(*number).unwrap_or(u64::MAX));
                    (shown(value), narrower(field, value), number)
                })
                .collect(),
        };
    page.facets = vec![
        facet("search-outlets", "outlet", &findings.outlets, &str::to_owned),
        facet("search-languages", "lang", &findings.languages, &|tag| {
            frame.words.language(tag).into_owned()
        }),
        facet("search-topics", "topic", &findings.topics, &|code| {
            frame.words.topic(code).to_owned()
        }),
    ];
    page.facets.retain(|facet| facet.values.len() > 1);
    page.rows = findings.found.iter().map(|story| row(frame, story)).collect();
    page.pager = Some(Pager::new(frame, way.page, findings.stories, MOST, |page| {
        frame.to(&Address::Search(Way { page, ..way.clone() }))
    }));
}

fn row<'a>(frame: &'a Frame, story: &'a FoundStory) -> (Row<'a>, Option<String>) {
    let mut row = Row::new(frame, &story.glance);
    for (read, passages) in &story.articles {
        for (span, marks) in passages {
            row.passages.push(frame.showing().words(read, *span, marks));
        }
    }
    let more = story.fitting.saturating_sub(story.articles.len());
    (row, (more > 0).then(|| frame.count("search-more", more)))
}

/// A question with the place that cannot be understood.
fn pointed<'a>(
    question: &'a str,
    wrong: &'a Misunderstood,
) -> (&'a str, &'a str, &'a str, &'a str) {
    let before = question.get(..wrong.at.start).unwrap_or(question);
    let place = question.get(wrong.at.clone()).unwrap_or_default();
    let behind = question.get(wrong.at.end..).unwrap_or_default();
    (before, place, behind, &wrong.what)
}
