//! JSON Feed (1.0 and 1.1).

use super::{
    feed::{plain, words_of},
    gathered::Gathered,
};
use crate::{
    listing::{Enclosed, Found},
    markup::escaped,
    moments::When,
};
use serde_json::{Deserializer, Map, Value};
use std::borrow::Cow;

pub(super) fn read(text: &str, gathered: &mut Gathered) -> Result<(), String> {
    // Line ends and the like inside a text are no JSON; outside they are blanks anyway.
    let mut text = Cow::Borrowed(text);
    let mut whole = serde_json::from_str::<Map<String, Value>>(&text);
    if whole.is_err() && text.contains(char::is_control) {
        text = Cow::Owned(text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect());
        whole = serde_json::from_str(&text).or(whole);
    }
    match whole {
        Ok(feed) => {
            let Some(Value::Array(items)) = feed.get("items") else {
                return Err("JSON, but not a feed: it has no items".to_owned());
            };
            for (number, item) in items.iter().enumerate() {
                take(number + 1, item, &feed, gathered);
            }
            hubs(&feed, gathered);
            Ok(())
        }
        Err(error) => {
            let items = before_the_break(&text);
            if items.is_empty() {
                return Err(format!("JSON that is broken: {error}"));
            }
            gathered.odd(format!("the feed is broken: {error}; what stands before is read"));
            for (number, item) in items.iter().enumerate() {
                take(number + 1, item, &Map::new(), gathered);
            }
            Ok(())
        }
    }
}

/// The items that stand whole before a feed breaks off.
fn before_the_break(text: &str) -> Vec<Value> {
    let behind = text.split_once("\"items\"").map(|(_, rest)| rest.trim_start());
    let list = behind
        .and_then(|rest| rest.strip_prefix(':'))
        .map(str::trim_start)
        .and_then(|rest| rest.strip_prefix('['));
    let mut rest = list.unwrap_or_default();
    let mut items = Vec::new();
    loop {
        let mut values = Deserializer::from_str(rest).into_iter::<Value>();
        let Some(Ok(item)) = values.next() else { return items };
        let end = values.byte_offset();
        items.push(item);
        rest = rest.get(end..).unwrap_or_default().trim_start();
        match rest.strip_prefix(',') {
            Some(next) => rest = next,
            None => return items,
        }
    }
}

fn text<'a>(value: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    value.get(key).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty())
}

fn hubs(feed: &Map<String, Value>, gathered: &mut Gathered) {
    let hubs = feed.get("hubs").and_then(Value::as_array).into_iter().flatten();
    let mut web_sub = hubs
        .filter_map(Value::as_object)
        .filter(|hub| text(hub, "type").is_none_or(|kind| kind.eq_ignore_ascii_case("websub")));
    let hub = web_sub.find_map(|hub| gathered.whole(text(hub, "url")?, None));
    if let Some(hub) = hub {
        let own = text(feed, "feed_url").and_then(|own| gathered.whole(own, None));
        gathered.hub(hub.into(), own.map(Into::into));
    }
}

fn take(number: usize, item: &Value, feed: &Map<String, Value>, gathered: &mut Gathered) {
    let Some(item) = item.as_object() else {
        return gathered.odd(format!("item {number} is no object"));
    };
    let id = || text(item, "id").filter(|id| id.starts_with("http"));
    let Some(written) = text(item, "url").or_else(|| text(item, "external_url")).or_else(id) else {
        return gathered.odd(format!("item {number} has no address"));
    };
    let Some(url) = gathered.whole(written, None) else {
        let shown: String = written.chars().take(80).collect();
        return gathered.odd(format!("item {number}: {shown} leads nowhere"));
    };
    let when = |key: &str| text(item, key).and_then(When::read);
    let published = when("date_published").or_else(|| when("date_modified"));
    let as_text = || text(item, "content_text").map(paragraphs);
    let markup = text(item, "content_html").map(str::to_owned).or_else(as_text);
    let enclosed =
        markup.filter(|markup| super::feed::is_whole_text(markup)).map(|markup| Enclosed {
            markup,
            author: author(item),
            outlet: text(feed, "title").map(plain),
            language: text(item, "language").or_else(|| text(feed, "language")).map(str::to_owned),
            published,
        });
    let title = text(item, "title").map(words_of).filter(|title| !title.is_empty());
    let published = published.map(|when| when.moment());
    gathered.take(Found { url: url.into(), published, title, enclosed });
}

fn author(item: &Map<String, Value>) -> Option<String> {
    let many = item.get("authors").and_then(Value::as_array).and_then(|all| all.first());
    let one = many.or_else(|| item.get("author"))?.as_object()?;
    text(one, "name").map(plain)
}

fn paragraphs(text: &str) -> String {
    let mut markup = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        markup.extend(["<p>", &escaped(line.trim()), "</p>\n"]);
    }
    markup
}

#[cfg(test)]
mod tests {
    use crate::{listing::Kind, read_listing};

    #[track_caller]
    fn check(feed: &str, expected: &[&str]) {
        let listing = read_listing(Kind::Feed, feed.as_bytes(), "https://quay.example/feed.json")
            .expect("it is read");
        let found = listing.found.iter().map(|one| {
            let at = one.published.map(|at| at.to_string()).unwrap_or_default();
            format!("{} {at} {}", one.url, one.title.as_deref().unwrap_or("-"))
        });
        let hub = listing.hub.iter().map(|hub| format!("hub {} {}", hub.url, hub.topic));
        let odd = listing.odd.iter().map(|odd| format!("odd {odd}"));
        assert_eq!(found.chain(hub).chain(odd).collect::<Vec<_>>(), expected, "{feed}");
    }

    #[test]
    fn items_are_read_and_bad_ones_named() {
        check(
            r#"{"version":"https://jsonfeed.org/version/1.1","title":"Quay","feed_url":"https://quay.example/f","hubs":[{"type":"WebSub","url":"https://hub.example/"}],
            "items":[{"id":"1","url":"/a","title":"Rain & snow","date_published":"2024-01-02T03:04:05Z"},{"id":2},7,{"id":"https://quay.example/b"}]}"#,
            &[
                "https://quay.example/a 2024-01-02T03:04:05Z Rain & snow",
                "https://quay.example/b  -",
                "hub https://hub.example/ https://quay.example/f",
                "odd item 2 has no address",
                "odd item 3 is no object",
            ],
        );
    }

    #[test]
    fn a_broken_feed_gives_what_stands_before() {
        check(
            "{\"items\": [{\"url\": \"/a\", \"title\": \"Rain\nfell\"}]}",
            &["https://quay.example/a  Rain fell"],
        );
        let found = read_listing(
            Kind::Feed,
            b"{\"items\": [{\"url\": \"/a\"}, {\"url\": \"/b",
            "https://quay.example/",
        );
        let listing = found.expect("the first is whole");
        assert_eq!((listing.found.len(), listing.odd.len()), (1, 1));
        let found = read_listing(Kind::Feed, b"{\"a\": 1}", "https://quay.example/");
        assert_eq!(found, Err("JSON, but not a feed: it has no items".to_owned()));
    }
}
