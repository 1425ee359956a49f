//! Outlets: what each carried first, what it alone carried, how much of it is copies.

mod fact;

use super::{Page, glance::Row, html, pager::Pager, trouble};
use crate::{
    Address, Status, Way,
    facts::About,
    foreign::web,
    frame::Frame,
    library::{Library, OutletRow},
};
use askama::Template;
use fact::{Source, Told};
use parallax_model::Show;

#[derive(Template)]
#[template(path = "outlets.html")]
struct Outlets<'a> {
    frame: &'a Frame,
    rows: Vec<Listed<'a>>,
}

struct Listed<'a> {
    name: &'a str,
    link: String,
    /// Its country and its sort, as far as they are known.
    known: Vec<&'a str>,
    numbers: [String; 6],
    languages: String,
}

#[derive(Template)]
#[template(path = "outlet.html")]
struct Outlet<'a> {
    frame: &'a Frame,
    name: &'a str,
    domain: Option<(&'a str, Option<String>)>,
    languages: Vec<std::borrow::Cow<'a, str>>,
    named_from: Vec<(&'a str, String)>,
    facts: Vec<Told<'a>>,
    sources: Vec<Source<'a>>,
    numbers: Vec<(&'a str, String)>,
    may: &'a str,
    search: String,
    stories: Vec<Row<'a>>,
    pager: Pager,
}

/// Stories on one page.
const MOST: usize = 30;

/// All of them.
pub(super) fn list(frame: &Frame, library: &dyn Library) -> Page {
    let frame = &frame.titled(frame.say("nav-outlets"));
    let outlets = library.outlets()?;
    let rows = outlets.iter().map(|row| Listed {
        name: &row.name,
        link: frame.showing().outlet(&row.name),
        known: known(frame, frame.facts.of(&row.name, row.domain.as_deref())),
        numbers: numbers(row).map(|number| frame.words.number(number)),
        languages: frame.words.list(row.languages.iter().map(|tag| frame.words.language(tag))),
    });
    let page = Outlets { frame, rows: rows.collect() };
    Ok(html(Status::Here, frame.tongue, &page))
}

/// The country and the sort of an outlet, in words.
fn known<'a>(frame: &'a Frame, about: Option<&'a About>) -> Vec<&'a str> {
    let country = about.and_then(About::country).map(|code| frame.words.country(code));
    let kind = about.and_then(About::kind).map(|kind| frame.words.outlet_kind(kind));
    country.into_iter().chain(kind).collect()
}

/// What is counted, in the order of the columns.
const COUNTED: [&str; 6] = [
    "outlet-articles",
    "outlet-stories",
    "outlet-copies",
    "outlet-first",
    "outlet-alone",
    "outlet-corrected",
];

fn numbers(row: &OutletRow) -> [u64; 6] {
    [row.articles, row.stories, row.copies, row.first, row.alone, row.corrected]
        .map(|number| u64::try_from(number).unwrap_or(u64::MAX))
}

/// One of them.
pub(super) fn page(frame: &Frame, name: &str, part: usize, library: &dyn Library) -> Page {
    let skip = (part - 1).saturating_mul(MOST);
    let found = library.outlet(name, skip, MOST)?;
    let Some(outlet) = found.filter(|outlet| part == 1 || !outlet.stories.is_empty()) else {
        return Ok(trouble::no_such(frame, "no-outlet"));
    };
    let row = &outlet.row;
    let frame = &frame.titled(&row.name);
    let said = |name: &str| frame.may.said_of(name);
    let domain = row.domain.as_deref();
    let may = said(&row.name).into_iter().chain(domain.and_then(said)).min();
    let may = match may {
        Some(Show::Full) => "may-full",
        Some(Show::Excerpt) => "may-excerpt",
        Some(Show::Link) => "may-link",
        None => "may-usual",
    };
    let about = frame.facts.of(&row.name, domain);
    let (facts, sources) = fact::all(frame, about.map_or(&[], |about| &about.facts));
    let counted = COUNTED.into_iter().zip(numbers(row));
    let page = Outlet {
        frame,
        name: &row.name,
        domain: domain.map(|domain| {
            let address = format!("https://{domain}/");
            (domain, web(&address).map(str::to_owned))
        }),
        languages: row.languages.iter().map(|tag| frame.words.language(tag)).collect(),
        named_from: outlet
            .named_from
            .iter()
            .map(|(from, number)| {
                let key =
                    FROM.iter().find(|(name, _)| name == from).map_or("from-text", |(_, key)| key);
                (frame.say(key), frame.count("count-articles", *number))
            })
            .collect(),
        facts,
        sources,
        numbers: counted
            .map(|(key, number)| (frame.say(key), frame.words.number(number)))
            .collect(),
        may: frame.say(may),
        search: frame
            .to(&Address::Search(Way::of(&format!("outlet:\"{}\"", row.name.replace('"', " "))))),
        stories: outlet.stories.iter().map(|glance| Row::new(frame, glance)).collect(),
        pager: Pager::new(frame, part, row.stories, MOST, |part| {
            frame.to(&Address::Outlet(row.name.clone(), part))
        }),
    };
    Ok(html(Status::Here, frame.tongue, &page))
}

/// Where a name is read, by the contract's words, and by what a catalogue names it.
const FROM: [(&str, &str); 7] = [
    ("json-ld", "from-json-ld"),
    ("meta", "from-meta"),
    ("title", "from-title"),
    ("chrome", "from-chrome"),
    ("text", "from-text"),
    ("url", "from-url"),
    ("feed", "from-feed"),
];
