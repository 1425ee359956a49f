//! Who tells what: statements a row each, independent tellings a column each.

mod cell;
mod matrix;
mod panel;

pub(super) use matrix::{kind_key, nature_key};

use super::{Scene, head::Head};
use crate::{
    Address, Only, Reach, Status, Tab,
    frame::Frame,
    library::Library,
    pages::{Page, html, pager::Pager},
};
use askama::Template;
use matrix::{Column, Matrix, Rest, Row};
use panel::{Beside, Why};

/// Statements on one page.
const MOST: usize = 25;

#[derive(Template)]
#[template(path = "story/compare.html")]
struct Compare<'a> {
    frame: &'a Frame,
    head: Head<'a>,
    only: Only,
    filters: Vec<Filter<'a>>,
    beside: Option<Beside<'a>>,
    why: Option<Why<'a>>,
    columns: Vec<Column<'a>>,
    /// Origins for which there is no column.
    rest: Option<Rest<'a>>,
    rows: Vec<Row<'a>>,
    total: String,
    pager: Pager,
    origins: usize,
    copies: usize,
    articles: String,
}

/// A choice of statements.
struct Filter<'a> {
    words: &'a str,
    name: &'static str,
    link: String,
    own: bool,
}

pub(super) fn page(
    scene: &Scene<'_>,
    head: Head<'_>,
    reach: &Reach,
    library: &dyn Library,
) -> Page {
    let frame = scene.frame;
    let link = |reach: Reach| frame.to(&Address::Story(scene.id.to_owned(), Tab::Compare(reach)));
    let matrix = Matrix::of(scene, reach);
    let total = matrix.total();
    let most = if frame.fixed { usize::MAX } else { MOST };
    let place = reach.claim.as_ref().and_then(|digits| matrix.place(digits));
    let page = place.map_or(reach.page, |place| place / most + 1);
    let page = page.clamp(1, total.div_ceil(most).max(1));
    let reach = &Reach { page, claim: None, ..reach.clone() };
    let matrix = matrix.reached(reach);
    let skip = (page - 1).saturating_mul(most);
    let page = Compare {
        frame,
        head,
        only: reach.only,
        filters: filters(scene, reach),
        beside: Beside::of(scene, reach),
        why: match &reach.why {
            Some(digits) if scene.as_of.0.is_none() => Why::of(scene, digits, library)?,
            _ => None,
        },
        columns: matrix.columns(),
        rest: matrix.rest(),
        rows: matrix.rows(skip, most),
        total: frame.count("count-statements", total),
        pager: Pager::new(frame, reach.page, total, most, |page| {
            link(Reach { page, a: None, b: None, why: None, ..reach.clone() })
        }),
        origins: scene.told.story.origins.len(),
        copies: scene.edition.articles.iter().filter(|read| read.copy_of.is_some()).count(),
        articles: frame
            .to(&Address::Story(scene.id.to_owned(), Tab::Articles(scene.as_of.clone().into()))),
    };
    Ok(html(Status::Here, frame.tongue, &page))
}

fn filters<'a>(scene: &Scene<'a>, reach: &Reach) -> Vec<Filter<'a>> {
    let all = [
        (Only::Usual, "compare-usual"),
        (Only::Differing, "compare-differing"),
        (Only::Unique, "compare-unique"),
        (Only::Everything, "compare-everything"),
    ];
    all.into_iter()
        .map(|(only, key)| {
            let (as_of, columns) = (scene.as_of.clone(), reach.columns);
            let to = Reach { as_of, only, columns, ..Reach::default() };
            Filter {
                words: scene.frame.say(key),
                name: only.name(),
                link: scene.frame.to(&Address::Story(scene.id.to_owned(), Tab::Compare(to))),
                own: only == reach.only,
            }
        })
        .collect()
}
