//! A story: what all its tabs have in common, and which of them is asked for.

mod account;
mod articles;
mod changes;
mod chips;
mod compare;
mod head;
mod names;
mod quotes;
mod statement;
mod timeline;

use super::{Page, sought, trouble};
use crate::{
    Address, AsOf, Part, Tab,
    frame::{Frame, moment_of},
    library::Library,
    linked::Linked,
};
pub(super) use quotes::{Speaker, speaker_of};

use head::Head;
use parallax_model::{Edition, Show, ToldStory};
use parallax_publish::{csv, json};

/// What every tab is made of.
pub(super) struct Scene<'a> {
    pub(super) frame: &'a Frame,
    pub(super) id: &'a str,
    pub(super) edition: &'a Edition,
    pub(super) told: &'a ToldStory,
    pub(super) as_of: AsOf,
}

impl Scene<'_> {
    /// For each article, the origin it is of.
    pub(super) fn origin_of(&self) -> Vec<Option<usize>> {
        let mut of = vec![None; self.edition.articles.len()];
        for (at, origin) in self.told.story.origins.iter().enumerate() {
            for &article in &origin.articles {
                if let Some(place) = of.get_mut(article) {
                    *place = Some(at);
                }
            }
        }
        of
    }

    /// The way to a part of a tab.
    pub(super) fn to_part(&self, part: &Part, page: usize, tab: fn(Part) -> Tab) -> String {
        let part = Part { page, claim: None, ..part.clone() };
        self.frame.to(&Address::Story(self.id.to_owned(), tab(part)))
    }
}

/// A tab of a story.
pub(super) fn page(frame: &Frame, digits: &str, tab: &Tab, library: &dyn Library) -> Page {
    let as_of = tab.as_of();
    let Ok(moment) = moment_of(&as_of) else {
        return Ok(trouble::bad(frame, "moment", as_of.0.as_deref().unwrap_or_default()));
    };
    let address = |id: String| Address::Story(id, tab.clone());
    let edition = match sought(frame, library.story(digits, moment)?, address, "no-story") {
        Ok(edition) => edition,
        Err(answer) => return Ok(*answer),
    };
    let Some(told) = edition.stories.first() else {
        return Ok(trouble::no_such(frame, "no-story"));
    };
    let central = edition.articles.get(told.comparison.headline);
    let title = central.map(|read| read.article.headline_words()).unwrap_or_default();
    let title = match tab {
        Tab::Account(_) => title.to_owned(),
        tab => format!("{title} · {}", frame.say(tab.key())),
    };
    let frame = &frame
        .titled(title)
        .fed(Address::StoryFeed(digits.to_owned()))
        .beside(files(frame, &edition, digits, &as_of));
    let now = as_of == AsOf::default();
    let linked = matches!(tab, Tab::Account(_)) && now;
    let frame = &if linked {
        frame.linked(Linked::story(frame, digits, &edition, told))
    } else {
        frame.clone()
    };
    let scene = Scene { frame, id: digits, edition: &edition, told, as_of };
    let head = Head::of(&scene, tab);
    let telling = || library.telling(&edition);
    match tab {
        Tab::Account(part) => Ok(account::page(&scene, head, part, &telling())),
        Tab::Compare(reach) => compare::page(&scene, head, reach, library),
        Tab::Timeline(part) => Ok(timeline::page(&scene, head, part, &telling())),
        Tab::Quotes(part) => Ok(quotes::page(&scene, head, part, &telling())),
        Tab::Articles(part) => articles::page(&scene, head, part, library),
        Tab::Changes(part) => changes::page(&scene, head, part, library),
    }
}

/// Files that hold the same as the pages of a story.
fn files(
    frame: &Frame,
    edition: &Edition,
    digits: &str,
    as_of: &AsOf,
) -> Vec<(&'static str, Address)> {
    let (id, as_of) = (digits.to_owned(), as_of.clone());
    let mut files = Vec::new();
    if may_all(frame, edition, Show::Full) {
        files.push(("application/json", Address::StoryData(id.clone(), as_of.clone())));
    }
    if may_all(frame, edition, Show::Excerpt) {
        files.push(("text/csv", Address::StoryTable(id, as_of)));
    }
    files
}

/// A story as JSON or as a table, where all its outlets may be shown so far.
pub(super) fn data(
    frame: &Frame,
    digits: &str,
    as_of: &AsOf,
    table: bool,
    library: &dyn Library,
) -> Page {
    let Ok(moment) = moment_of(as_of) else {
        return Ok(trouble::bad(frame, "moment", as_of.0.as_deref().unwrap_or_default()));
    };
    let address = |id: String| {
        if table {
            Address::StoryTable(id, as_of.clone())
        } else {
            Address::StoryData(id, as_of.clone())
        }
    };
    let edition = match sought(frame, library.whole(digits, moment)?, address, "no-story") {
        Ok(edition) => edition,
        Err(answer) => return Ok(*answer),
    };
    let needed = if table { Show::Excerpt } else { Show::Full };
    if !may_all(frame, &edition, needed) {
        return Ok(trouble::no_such(frame, "withheld"));
    }
    let body = if table {
        csv::edition(&edition)
    } else {
        json::edition(&edition, &library.standing()?.generator)
    };
    let (kind, end) =
        if table { ("text/csv; charset=utf-8", "csv") } else { ("application/json", "json") };
    Ok(super::file(kind, Some(format!("story-{digits}.{end}")), body.into_bytes()))
}

/// Whether all outlets of an edition may be shown as far as that.
pub(super) fn may_all(frame: &Frame, edition: &Edition, needed: Show) -> bool {
    edition.articles.iter().all(|read| frame.showing().of(read) >= needed)
}
