//! OPML in and out.
//!
//! What other readers know stands where they look for it: feeds as outlines with `xmlUrl`, a
//! first category as a folder, all categories as `category`. What only we know stands in attributes that start
//! with `parallax:`. What we write we read again, the same.

use super::{
    Entry, Fault, Pattern, Place, SourceList,
    entry::{category, line, span, span_written},
};
use crate::{
    listing::Kind,
    markup::{Dialect, Markup, Tag, Token, escaped},
};
use parallax_model::Show;
use std::fmt::Write;

/// What the attributes of our own are named by.
const NAMESPACE: &str = "urn:parallax:sources:1";

/// The sources of a list, well formed or not.
pub(super) fn read(text: &str) -> (Vec<Entry>, Vec<Fault>) {
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    // Folders that are open, and for each open outline whether it is one.
    let (mut folders, mut open): (Vec<String>, Vec<bool>) = (Vec::new(), Vec::new());
    let (mut number, mut counted) = (1, 0);
    for placed in Markup::new(text, Dialect::Xml) {
        match placed.token {
            Token::Start(tag) if tag.is("outline") => {
                let between = text.as_bytes().get(counted..placed.start).unwrap_or_default();
                number += memchr::memchr_iter(b'\n', between).count();
                counted = placed.start;
                let is_folder = match source(&tag, &folders) {
                    Found::Source(entry) => {
                        entries.push(*entry);
                        false
                    }
                    Found::Folder(_) if tag.empty => {
                        faults.push(Fault::on(
                            number,
                            "an outline without an address: it is left out",
                        ));
                        false
                    }
                    Found::Folder(name) => {
                        folders.push(name);
                        true
                    }
                    Found::Wrong(reason) => {
                        faults.push(Fault::on(number, reason));
                        false
                    }
                };
                if !tag.empty {
                    open.push(is_folder);
                }
            }
            Token::End(name)
                if name.eq_ignore_ascii_case("outline") && open.pop() == Some(true) =>
            {
                folders.pop();
            }
            _ => {}
        }
    }
    if entries.is_empty() && faults.is_empty() {
        faults.push(Fault::on(1, "no outline with an address: this is no list of sources in OPML"));
    }
    (entries, faults)
}

enum Found {
    Source(Box<Entry>),
    Folder(String),
    Wrong(String),
}

/// Folders in folders are no deeper.
const DEEPEST: usize = 20;

fn source(tag: &Tag<'_>, folders: &[String]) -> Found {
    let get = |name: &str| tag.get(name).filter(|value| !value.is_empty());
    let name = get("title").or_else(|| get("text"));
    let key = get("parallax:kind").filter(|key| Place::keys().any(|known| known == key));
    let place = get("parallax:place").or_else(|| get("xmlUrl")).or_else(|| get("url"));
    let Some(place) = place else {
        return Found::Folder(name.unwrap_or_default());
    };
    let key = key.unwrap_or_else(|| usual_key(tag).to_owned());
    let place = match Place::named(&key, &place) {
        Ok(place) => place,
        Err(reason) => return Found::Wrong(reason),
    };
    let mut entry = Entry::of(place);
    if let Some(name) = name.as_deref().and_then(line) {
        entry.name = name;
    }
    entry.site = get("htmlUrl").as_deref().and_then(line);
    entry.outlet = get("parallax:outlet").as_deref().and_then(line);
    entry.every = get("parallax:every").as_deref().and_then(span);
    entry.paused = get("parallax:paused").is_some_and(|paused| paused == "true");
    // What may be shown is a promise: if it cannot be read, the least may.
    entry.show = get("parallax:show").map(|show| Show::named(&show).unwrap_or(Show::Link));
    entry.show = entry.show.filter(|_| !entry.outlet_known_by().is_empty());
    let lines = |name: &str| {
        get(name)
            .map(|lines| lines.lines().filter_map(|line| Pattern::new(line).ok()).collect())
            .unwrap_or_default()
    };
    entry.only = lines("parallax:only");
    entry.never = lines("parallax:never");
    let folder = folders
        .iter()
        .rev()
        .take(DEEPEST)
        .rev()
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join("/")
        .replace(',', " ");
    let listed = get("category").unwrap_or_default();
    for written in [folder.as_str()].into_iter().chain(listed.split(',')) {
        if let Some(category) =
            category(written).filter(|category| !entry.categories.contains(category))
        {
            entry.categories.push(category);
        }
    }
    Found::Source(Box::new(entry))
}

/// What other readers' outlines are: a page that is scraped says so by its type, and a link is a page.
fn usual_key(tag: &Tag<'_>) -> &'static str {
    let kind = tag.get("type").unwrap_or_default().to_ascii_lowercase();
    match kind.as_str() {
        "html+xpath" | "html" => "front-page",
        "link" | "url" if tag.get("xmlUrl").is_none() => "page",
        _ => "feed",
    }
}

pub(super) fn written(list: &SourceList, title: &str) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<opml version=\"2.0\" xmlns:parallax=\"{NAMESPACE}\">\n<head><title>{}</title></head>\n<body>\n",
        escaped(title)
    );
    // The order of the list is kept: a folder is closed where the next source has another.
    let mut folders: Vec<&str> = Vec::new();
    for entry in &list.entries {
        let wanted: Vec<&str> =
            entry.categories.first().map(|first| first.split('/').collect()).unwrap_or_default();
        let common = folders.iter().zip(&wanted).take_while(|(a, b)| a == b).count();
        for _ in common..folders.len() {
            out.push_str("</outline>\n");
        }
        for folder in wanted.iter().skip(common) {
            let _ = writeln!(out, "<outline text=\"{0}\" title=\"{0}\">", escaped(folder));
        }
        folders = wanted;
        outline(entry, &mut out);
    }
    for _ in folders {
        out.push_str("</outline>\n");
    }
    out.push_str("</body>\n</opml>\n");
    out
}

fn outline(entry: &Entry, out: &mut String) {
    out.push_str("<outline");
    let mut put = |name: &str, value: &str| {
        let _ = write!(out, " {name}=\"{}\"", escaped(value));
    };
    let is_feed = matches!(entry.place, Place::Web(Kind::Feed, _));
    let value = entry.place.value();
    let mut attributes = vec![("text", entry.name.clone()), ("title", entry.name.clone())];
    match &entry.place {
        Place::Web(Kind::Feed, _) => {
            attributes.extend([("type", "rss".to_owned()), ("xmlUrl", value.to_owned())]);
        }
        Place::Web(..) => {
            attributes.extend([("type", "link".to_owned()), ("url", value.to_owned())]);
        }
        Place::Folder(_) | Place::File(_) => attributes.push(("parallax:place", value.to_owned())),
    }
    if !is_feed {
        attributes.push(("parallax:kind", entry.place.key().to_owned()));
    }
    let lines =
        |patterns: &[Pattern]| patterns.iter().map(Pattern::as_str).collect::<Vec<_>>().join("\n");
    let some = [
        ("htmlUrl", entry.site.clone()),
        ("category", Some(entry.categories.join(",")).filter(|all| !all.is_empty())),
        ("parallax:outlet", entry.outlet.clone()),
        ("parallax:every", entry.every.map(span_written)),
        ("parallax:show", entry.show.map(|show| show.name().to_owned())),
        ("parallax:only", Some(lines(&entry.only)).filter(|all| !all.is_empty())),
        ("parallax:never", Some(lines(&entry.never)).filter(|all| !all.is_empty())),
        ("parallax:paused", entry.paused.then(|| "true".to_owned())),
    ];
    attributes.extend(some.into_iter().filter_map(|(name, value)| Some((name, value?))));
    for (name, value) in &attributes {
        put(name, value);
    }
    out.push_str("/>\n");
}
