//! Lists of sources as other readers give them out in JSON.
//!
//! Google Reader and those that speak its language (`FreshRSS`, The Old Reader): an object with `subscriptions`.
//! Miniflux: an array of feeds. Of articles that were starred in these, each is a page.

use super::{
    Entry, Fault, Pattern, Place,
    entry::{category, line},
};
use crate::exported;
use serde_json::{Map, Value};

pub(super) fn read(text: &str) -> (Vec<Entry>, Vec<Fault>) {
    let value: Value = match serde_json::from_str(text) {
        Ok(value) => value,
        Err(error) => {
            return (
                Vec::new(),
                vec![Fault::on(error.line(), format!("JSON that is broken: {error}"))],
            );
        }
    };
    let feeds = match &value {
        Value::Array(feeds) => Some(feeds),
        Value::Object(list) => {
            ["subscriptions", "feeds"].iter().find_map(|key| list.get(*key)?.as_array())
        }
        _ => None,
    };
    let Some(feeds) = feeds else {
        let articles = value.as_object().map(exported::addresses).unwrap_or_default();
        if !articles.is_empty() {
            return pages(articles);
        }
        let reason = "JSON without `subscriptions` and no array of feeds: give the list of subscriptions, not the list of articles";
        return (Vec::new(), vec![Fault::on(1, reason)]);
    };
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    for (number, feed) in feeds.iter().enumerate() {
        let read = feed.as_object().ok_or_else(|| "it is no object".to_owned()).and_then(entry);
        match read {
            Ok(entry) => entries.push(entry),
            Err(reason) => faults.push(Fault::on(1, format!("feed {}: {reason}", number + 1))),
        }
    }
    (entries, faults)
}

/// Articles that were starred, each a page to be asked for.
fn pages(articles: Vec<(String, Option<String>)>) -> (Vec<Entry>, Vec<Fault>) {
    let (mut entries, mut faults) = (Vec::new(), Vec::new());
    for (number, (url, title)) in articles.into_iter().enumerate() {
        match Place::named("page", &url) {
            Ok(place) => {
                let mut entry = Entry::of(place);
                entry.name = title.as_deref().and_then(line).unwrap_or(entry.name);
                entry.categories.push("starred".to_owned());
                entries.push(entry);
            }
            Err(reason) => {
                faults.push(Fault::on(1, format!("article {}: {reason}", number + 1)));
            }
        }
    }
    (entries, faults)
}

fn text<'a>(value: &'a Map<String, Value>, keys: &[&str]) -> Option<&'a str> {
    keys.iter()
        .find_map(|key| value.get(*key)?.as_str())
        .map(str::trim)
        .filter(|text| !text.is_empty())
}

fn entry(feed: &Map<String, Value>) -> Result<Entry, String> {
    // Google Reader's ids are addresses with `feed/` before them.
    let by_id = || text(feed, &["id"]).and_then(|id| id.strip_prefix("feed/"));
    let address = text(feed, &["feed_url", "feedUrl", "xmlUrl"])
        .or_else(by_id)
        .or_else(|| text(feed, &["url"]));
    let address = address.ok_or_else(|| "it has no address".to_owned())?;
    let mut entry = Entry::of(Place::named("feed", address)?);
    let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(title) =
        text(feed, &["title"]).map(words).filter(|title| !title.chars().any(char::is_control))
    {
        entry.name = title;
    }
    entry.site = text(feed, &["site_url", "htmlUrl", "siteUrl"]).map(str::to_owned);
    entry.paused = feed.get("disabled").and_then(Value::as_bool).unwrap_or(false);
    for name in categories(feed) {
        let kept =
            category(&name.replace(',', " ")).filter(|kept| !kept.chars().any(char::is_control));
        if let Some(kept) = kept.filter(|kept| !entry.categories.contains(kept)) {
            entry.categories.push(kept);
        }
    }
    // Rules of Miniflux are regular expressions; those that are plain words mean the same with us.
    entry.never = rules(text(feed, &["blocklist_rules"]));
    entry.only = rules(text(feed, &["keeplist_rules"]));
    Ok(entry)
}

fn categories(feed: &Map<String, Value>) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::String(name) => Some(name.clone()),
        Value::Object(category) => text(category, &["label", "title"]).map(str::to_owned),
        _ => None,
    };
    let many = feed.get("categories").and_then(Value::as_array).into_iter().flatten();
    many.chain(feed.get("category")).filter_map(one).collect()
}

fn rules(written: Option<&str>) -> Vec<Pattern> {
    let plain = |rule: &&str| rule.chars().all(|c| c.is_alphanumeric() || " -_/".contains(c));
    let words = written.unwrap_or_default().trim_start_matches("(?i)");
    let rules: Vec<&str> = words.trim_matches(['(', ')']).split('|').map(str::trim).collect();
    if rules.iter().all(plain) {
        rules.into_iter().filter_map(|rule| Pattern::new(rule).ok()).collect()
    } else {
        Vec::new()
    }
}
