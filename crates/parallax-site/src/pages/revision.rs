//! What an outlet changed in an article.

use crate::{
    beside::beside,
    foreign::Foreign,
    frame::{Frame, Moment},
    library::Change,
};
use askama::{Template, filters::HtmlSafe};
use parallax_model::{About, Alteration, Show};

/// What is different between two revisions.
#[derive(Template)]
#[template(path = "part/revision.html")]
pub(super) struct Revision<'a> {
    frame: &'a Frame,
    at: Option<Moment>,
    alterations: Vec<Altered<'a>>,
    /// Lines in which only form is another, that are not shown.
    dressed: usize,
    may: bool,
}

// What it prints is escaped by its own template.
impl HtmlSafe for Revision<'_> {}

struct Altered<'a> {
    about: Vec<&'a str>,
    before: Option<Foreign<'a>>,
    after: Option<Foreign<'a>>,
}

impl<'a> Revision<'a> {
    /// With changes of form alone where `all` are asked for.
    pub(super) fn of(frame: &'a Frame, change: &'a Change, all: bool) -> Self {
        let may = frame.showing().of(&change.after) > Show::Link;
        let alterations = change.revised.alterations.iter();
        let alterations = alterations.filter(|one| all || one.is_substantive());
        let left = change.revised.alterations.iter().filter(|one| !all && !one.is_substantive());
        Self {
            frame,
            at: change.after.article.capture.captured_at.map(|at| frame.moment(at)),
            dressed: change.revised.dressed + left.count(),
            alterations: alterations
                .filter(|_| may)
                .map(|one| altered(frame, change, one))
                .collect(),
            may,
        }
    }
}

fn altered<'a>(frame: &'a Frame, change: &'a Change, one: &Alteration) -> Altered<'a> {
    let (old, new) = (&change.before.article, &change.after.article);
    let (before, after) = match (one.before, one.after) {
        (Some(before), Some(after)) => {
            let (before, after) = beside(old.words(before), new.words(after));
            (Some(Foreign::pieced(before, old)), Some(Foreign::pieced(after, new)))
        }
        (before, after) => {
            (before.map(|span| Foreign::of(old, span)), after.map(|span| Foreign::of(new, span)))
        }
    };
    let about = one.about.iter().map(|about| frame.say(about_key(*about)));
    Altered { about: about.collect(), before, after }
}

const fn about_key(about: About) -> &'static str {
    match about {
        About::Withdrawn => "about-withdrawn",
        About::Added => "about-added",
        About::Number => "kind-number",
        About::Date => "kind-date",
        About::Name => "kind-name",
        About::Quotation => "kind-quotation",
        About::Negation => "kind-negation",
        About::Wording => "kind-wording",
        About::Style => "about-style",
        About::Furniture => "about-furniture",
    }
}
