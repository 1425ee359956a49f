//! Our own form of the list, as a person writes it.

use super::{
    Entry, Fault, Pattern, Place,
    entry::{category, line, span},
};
use parallax_model::Show;
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// Keys of a source beside its place.
const KEYS: [&str; 9] =
    ["name", "outlet", "site", "every", "show", "categories", "only", "never", "paused"];

/// What a list says.
#[derive(Default)]
pub(super) struct Written {
    pub(super) contact: Option<String>,
    pub(super) callback: Option<String>,
    pub(super) entries: Vec<Entry>,
}

/// The sources that can be read, and what is wrong with the others.
pub(super) fn read(text: &str) -> (Written, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut faults: Vec<Fault> = errors
        .iter()
        .map(|error| Fault::at(text, error.span().map_or(0, |span| span.start), error.message()))
        .collect();
    let mut list = Written::default();
    if !faults.is_empty() {
        // What is no TOML may have been meant in any way.
        return (list, faults);
    }
    for (key, value) in table.get_ref() {
        let name = key.get_ref().as_ref();
        let said = match name {
            "contact" => Some(&mut list.contact),
            "callback" => Some(&mut list.callback),
            _ => None,
        };
        if let Some(said) = said {
            let mut reading = Reading { text, at: key.span(), faults: &mut faults };
            *said = reading.words(name, value);
            continue;
        }
        if name != "source" {
            let hint = nearest(name, ["source", "contact", "callback"].into_iter())
                .unwrap_or("each source starts with a line [[source]]".to_owned());
            faults.push(Fault::at(
                text,
                key.span().start,
                format!("`{name}` is nothing that a list of sources has: {hint}"),
            ));
            continue;
        }
        let DeValue::Array(sources) = value.get_ref() else {
            faults.push(Fault::at(
                text,
                value.span().start,
                "write [[source]], with two brackets on each side",
            ));
            continue;
        };
        for source in sources {
            match source.get_ref() {
                DeValue::Table(source_table) => {
                    let reading = Reading { text, at: source.span(), faults: &mut faults };
                    list.entries.extend(reading.entry(source_table));
                }
                _ => faults.push(Fault::at(
                    text,
                    source.span().start,
                    "a source is a table: write [[source]] and its keys below",
                )),
            }
        }
    }
    (list, faults)
}

struct Reading<'t, 'f> {
    text: &'t str,
    at: Range<usize>,
    faults: &'f mut Vec<Fault>,
}

impl Reading<'_, '_> {
    fn fault(&mut self, at: &Range<usize>, reason: impl Into<String>) {
        self.faults.push(Fault::at(self.text, at.start, reason));
    }

    /// A source without a place is none; a key that is wrong is left out.
    fn entry(mut self, table: &DeTable<'_>) -> Option<Entry> {
        let mut entry = Entry::of(self.place(table)?);
        for (key, value) in table {
            self.set(&mut entry, key.get_ref().as_ref(), &key.span(), value);
        }
        if entry.show.is_some() && entry.outlet_known_by().is_empty() {
            let at = self.at.clone();
            self.fault(
                &at,
                "`show` holds for an outlet: name it with `outlet`, or with its `site`",
            );
            entry.show = None;
        }
        Some(entry)
    }

    fn place(&mut self, table: &DeTable<'_>) -> Option<Place> {
        let mut places = Vec::new();
        for (key, value) in table {
            let name = key.get_ref().as_ref();
            if !Place::keys().any(|known| known == name) {
                continue;
            }
            let at = value.span();
            let written = self.string(name, value)?;
            match Place::named(name, &written) {
                Ok(place) => places.push((key.span(), place)),
                Err(reason) => {
                    self.fault(&at, reason);
                    return None;
                }
            }
        }
        places.sort_by_key(|(at, _)| at.start);
        if let Some((at, second)) = places.get(1) {
            let reason = format!(
                "a source is one place, and `{}` is its second: write another [[source]] for it",
                second.key()
            );
            let at = at.clone();
            self.fault(&at, reason);
        }
        if places.is_empty() {
            let at = self.at.clone();
            self.fault(
                &at,
                "a source needs a place: one of feed, sitemap, front-page, page, folder, file",
            );
        }
        places.into_iter().next().map(|(_, place)| place)
    }

    fn set(
        &mut self,
        entry: &mut Entry,
        key: &str,
        at: &Range<usize>,
        value: &Spanned<DeValue<'_>>,
    ) {
        match key {
            "name" => {
                if let Some(name) = self.words(key, value) {
                    entry.name = name;
                }
            }
            "outlet" => entry.outlet = self.words(key, value),
            "site" => entry.site = self.words(key, value),
            "every" => {
                entry.every = self.string(key, value).and_then(|written| {
                    let span = span(&written);
                    if span.is_none() {
                        self.fault(&value.span(), format!("`every` is no span of time: {written}; write 15m, 2h or 1d, at least 1m"));
                    }
                    span
                });
            }
            "show" => {
                let Some(written) = self.string(key, value) else {
                    entry.show = Some(Show::Link);
                    return;
                };
                let show = Show::named(&written);
                // What may be shown is a promise to an outlet: if it cannot be read, the least may.
                entry.show = Some(show.unwrap_or(Show::Link));
                if show.is_none() {
                    let reason = format!(
                        "`show` is full, excerpt or link, not {written}: only links are shown until it is mended"
                    );
                    self.fault(&value.span(), reason);
                }
            }
            "categories" => {
                for (at, written) in self.strings(key, value) {
                    match category(&written) {
                        Some(category) if entry.categories.contains(&category) => {}
                        Some(category) => entry.categories.push(category),
                        None => self.fault(
                            &at,
                            "a category is words, with / between its parts and without commas",
                        ),
                    }
                }
            }
            "only" | "never" => {
                for (at, written) in self.strings(key, value) {
                    match Pattern::new(&written) {
                        Ok(pattern) if key == "only" => entry.only.push(pattern),
                        Ok(pattern) => entry.never.push(pattern),
                        Err(reason) => self.fault(&at, format!("`{key}`: {reason}")),
                    }
                }
            }
            "paused" => match value.get_ref() {
                DeValue::Boolean(paused) => entry.paused = *paused,
                _ => self.fault(&value.span(), "`paused` is true or false, without quotes"),
            },
            _ if Place::keys().any(|known| known == key) => {}
            _ => {
                let known = KEYS.into_iter().chain(Place::keys());
                let hint = nearest(key, known)
                    .unwrap_or_else(|| format!("it may have {} and its place", KEYS.join(", ")));
                self.fault(at, format!("`{key}` is no key of a source: {hint}"));
            }
        }
    }

    fn string(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        if let DeValue::String(text) = value.get_ref() {
            return Some(text.as_ref().to_owned());
        }
        self.fault(&value.span(), format!("`{key}` is a text: put it in quotes"));
        None
    }

    /// A text in one line.
    fn words(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        let words = line(&self.string(key, value)?);
        if words.is_none() {
            let reason = format!(
                "`{key}` is empty or holds what nobody sees: write it, or leave the line out"
            );
            self.fault(&value.span(), reason);
        }
        words
    }

    fn strings(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<(Range<usize>, String)> {
        match value.get_ref() {
            DeValue::Array(values) => {
                values.iter().filter_map(|one| Some((one.span(), self.string(key, one)?))).collect()
            }
            DeValue::String(one) => vec![(value.span(), one.as_ref().to_owned())],
            _ => {
                self.fault(
                    &value.span(),
                    format!("`{key}` is a list of texts: write [\"…\", \"…\"]"),
                );
                Vec::new()
            }
        }
    }
}

/// The known key that was meant, if one is near.
fn nearest(key: &str, known: impl Iterator<Item = &'static str>) -> Option<String> {
    let near =
        known.filter(|known| distance(key, known) <= 2).min_by_key(|known| distance(key, known));
    near.map(|near| format!("did you mean `{near}`?"))
}

/// Letters that differ; far where one text is much longer.
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().take(40).collect(), b.chars().collect());
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (at, x) in a.iter().enumerate() {
        let mut before = at;
        if let Some(first) = row.first_mut() {
            *first = at + 1;
        }
        for (to, y) in b.iter().enumerate() {
            let above = row.get(to + 1).copied().unwrap_or(usize::MAX);
            let left = row.get(to).copied().unwrap_or(usize::MAX);
            let least = (before + usize::from(x != y)).min(above + 1).min(left + 1);
            before = above;
            if let Some(cell) = row.get_mut(to + 1) {
                *cell = least;
            }
        }
    }
    row.last().copied().unwrap_or(0)
}
