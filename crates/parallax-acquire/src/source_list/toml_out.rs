//! The list as TOML: a key a line, what is as usual left out.

use super::{Entry, Pattern, SourceList, entry::span_written};
use std::fmt::Write;

pub(super) fn written(list: &SourceList) -> String {
    let mut out = String::new();
    for (key, said) in [("contact", &list.contact), ("callback", &list.callback)] {
        if let Some(said) = said {
            let _ = writeln!(out, "{key} = {}", quoted(said));
        }
    }
    for entry in &list.entries {
        if !out.is_empty() {
            out.push('\n');
        }
        one(entry, &mut out);
    }
    out
}

fn one(entry: &Entry, out: &mut String) {
    out.push_str("[[source]]\n");
    let mut put = |key: &str, value: String| {
        let _ = writeln!(out, "{key} = {value}");
    };
    put("name", quoted(&entry.name));
    put(entry.place.key(), quoted(entry.place.value()));
    for (key, value) in [("outlet", &entry.outlet), ("site", &entry.site)] {
        if let Some(value) = value {
            put(key, quoted(value));
        }
    }
    if let Some(every) = entry.every {
        put("every", quoted(&span_written(every)));
    }
    if let Some(show) = entry.show {
        put("show", quoted(show.name()));
    }
    if !entry.categories.is_empty() {
        put("categories", list(entry.categories.iter().map(String::as_str)));
    }
    for (key, patterns) in [("only", &entry.only), ("never", &entry.never)] {
        if !patterns.is_empty() {
            put(key, list(patterns.iter().map(Pattern::as_str)));
        }
    }
    if entry.paused {
        put("paused", "true".to_owned());
    }
}

fn list<'a>(texts: impl Iterator<Item = &'a str>) -> String {
    format!("[{}]", texts.map(quoted).collect::<Vec<_>>().join(", "))
}

fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", u32::from(c));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}
