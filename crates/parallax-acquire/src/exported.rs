//! Articles that other readers give out: what was starred in Google Reader and in those that speak its language
//! (`FreshRSS`, The Old Reader), and entries of Miniflux.
//!
//! One object with an array of articles, read one by one; a file that breaks off is read up to
//! there. What holds an article whole is a capture; of what holds a teaser the address is told.

use crate::{
    MAX_PAYLOAD, Reason, Refused,
    decoded::decoded,
    discover::{is_whole_text, words_of},
    item::{Item, Place},
    moments::When,
};
use jiff::Timestamp;
use memchr::memmem;
use parallax_model::Capture;
use serde_json::{Deserializer, Map, Value};
use std::io::Read;

/// Keys of the array, and what only such articles have.
const SHAPES: [(&str, &[&str]); 2] = [
    ("\"items\"", &["\"streamId\"", "\"timestampUsec\"", "\"crawlTimeMsec\"", "state/com.google"]),
    ("\"entries\"", &["\"feed_id\"", "\"published_at\""]),
];

/// Whether a text of JSON is an export, as far as it is seen.
pub(crate) fn is_export(start: &[u8]) -> bool {
    let has = |what: &&str| memmem::find(start, what.as_bytes()).is_some();
    start.starts_with(b"{") && SHAPES.iter().any(|(key, marks)| has(key) && marks.iter().any(&has))
}

/// The articles of an export; what is none is named and the rest goes on.
pub(crate) fn captures(
    path: String,
    stored: impl Read,
) -> Box<dyn Iterator<Item = Result<Capture, Refused>> + Send> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(MAX_PAYLOAD).expect("the limit fits in 64 bits");
    let refused = match stored.take(limit + 1).read_to_end(&mut bytes) {
        Err(error) => Some(Reason::Read(error)),
        Ok(_) if bytes.len() > MAX_PAYLOAD => Some(Reason::TooLarge),
        Ok(_) => None,
    };
    if let Some(reason) = refused {
        return Box::new(std::iter::once(Err(Refused::new(&path, reason))));
    }
    let text = decoded(&bytes, None).into_owned();
    let mut at = beginning(&text);
    let mut number = 0;
    Box::new(std::iter::from_fn(move || {
        let from = at?;
        number += 1;
        let place = format!("article {number}");
        match next(&text, from) {
            Next::End => {
                at = None;
                None
            }
            Next::Broken(why) => {
                at = None;
                Some(Err(Refused::at(&path, place, Reason::BadRow(why))))
            }
            Next::Value(value, end) => {
                at = Some(end);
                Some(capture(&path, &value).map_err(|reason| Refused::at(&path, place, reason)))
            }
        }
    }))
}

/// The articles of an export that was read, with their addresses and titles.
pub(crate) fn addresses(export: &Map<String, Value>) -> Vec<(String, Option<String>)> {
    let all = ["items", "entries"].iter().find_map(|key| export.get(*key)?.as_array());
    let articles = all.into_iter().flatten().filter_map(Value::as_object);
    articles.filter_map(|article| Some((address(article)?.to_owned(), title(article)))).collect()
}

/// Where the first article begins.
fn beginning(text: &str) -> Option<usize> {
    let keys = SHAPES.iter().filter_map(|(key, _)| text.find(key).map(|at| at + key.len()));
    let key = keys.min()?;
    let rest = text.get(key..)?.trim_start().strip_prefix(':')?.trim_start().strip_prefix('[')?;
    Some(text.len() - rest.len())
}

enum Next {
    Value(Value, usize),
    End,
    Broken(String),
}

fn next(text: &str, from: usize) -> Next {
    let rest =
        text.get(from..).unwrap_or_default().trim_start_matches([',', ' ', '\t', '\r', '\n']);
    if rest.starts_with(']') {
        return Next::End;
    }
    let mut values = Deserializer::from_str(rest).into_iter::<Value>();
    match values.next() {
        Some(Ok(value)) => Next::Value(value, text.len() - rest.len() + values.byte_offset()),
        Some(Err(error)) => Next::Broken(format!("the export breaks off: {error}")),
        None => Next::Broken("the export breaks off".to_owned()),
    }
}

fn capture(path: &str, value: &Value) -> Result<Capture, Reason> {
    let bad = |why: &str| Reason::BadRow(why.to_owned());
    let article = value.as_object().ok_or_else(|| bad("it is no object"))?;
    let url = address(article).ok_or_else(|| bad("it has no address"))?;
    let body = content(article).filter(|body| is_whole_text(body));
    let body = body.ok_or_else(|| Reason::OnlyTeaser(crate::net::shown(url)))?;
    let (title, outlet) = (title(article), outlet(article));
    let item = Item {
        url: Some(url),
        title: title.as_deref(),
        published: published(article),
        author: text(article, "author"),
        outlet: outlet.as_deref(),
        language: None,
        body,
    };
    let record =
        article.get("id").map(|id| id.as_str().map_or_else(|| id.to_string(), str::to_owned));
    Ok(item.capture(Place { path, record, at: taken(article), stored: 0..0 }))
}

fn text<'a>(article: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    article.get(key)?.as_str().map(str::trim).filter(|text| !text.is_empty())
}

fn address(article: &Map<String, Value>) -> Option<&str> {
    let of_list = |key: &str| {
        let links = article.get(key)?.as_array()?;
        links.iter().filter_map(Value::as_object).find_map(|link| text(link, "href"))
    };
    let found =
        of_list("canonical").or_else(|| of_list("alternate")).or_else(|| text(article, "url"))?;
    (found.starts_with("http://") || found.starts_with("https://")).then_some(found)
}

fn title(article: &Map<String, Value>) -> Option<String> {
    text(article, "title").map(words_of).filter(|title| !title.is_empty())
}

fn outlet(article: &Map<String, Value>) -> Option<String> {
    let feed = ["origin", "feed"].iter().find_map(|key| article.get(*key)?.as_object())?;
    text(feed, "title").map(words_of).filter(|name| !name.is_empty())
}

fn content(article: &Map<String, Value>) -> Option<&str> {
    ["content", "summary"].iter().find_map(|key| match article.get(*key)? {
        Value::String(markup) => Some(markup.as_str()),
        Value::Object(inside) => text(inside, "content"),
        _ => None,
    })
}

fn published(article: &Map<String, Value>) -> Option<When> {
    let seconds = article.get("published").and_then(Value::as_i64).filter(|seconds| *seconds > 0);
    let moment = seconds.and_then(|seconds| Timestamp::from_second(seconds).ok());
    moment.map(When::Moment).or_else(|| text(article, "published_at").and_then(When::read))
}

/// When the reader took it.
fn taken(article: &Map<String, Value>) -> Option<Timestamp> {
    let number = |key: &str| text(article, key)?.parse::<i64>().ok();
    let crawled = number("crawlTimeMsec").and_then(|at| Timestamp::from_millisecond(at).ok());
    let stamped = || number("timestampUsec").and_then(|at| Timestamp::from_microsecond(at).ok());
    let created = || text(article, "created_at").and_then(When::read).map(|when| when.moment());
    crawled.or_else(stamped).or_else(created)
}

#[cfg(test)]
mod tests {
    use super::{captures, is_export};

    fn check(export: &str, expected: &[&str]) {
        assert!(is_export(export.as_bytes()), "{export}");
        let told = captures("saved.json".to_owned(), export.as_bytes()).map(|found| match found {
            Ok(capture) => {
                let page = String::from_utf8_lossy(capture.payload()).into_owned();
                let has = |what: &'static str| if page.contains(what) { what } else { "-" };
                let parts = capture.parts();
                let at = parts.captured_at.map(|at| at.to_string());
                format!(
                    "{} {} {} {} {}",
                    parts.url.as_deref().unwrap_or("-"),
                    at.as_deref().unwrap_or("-"),
                    has("<h1>Rain &amp; snow</h1>"),
                    has("\"2024-01-02T03:04:05Z\""),
                    has("content=\"The Quay\"")
                )
            }
            Err(refused) => refused.to_string(),
        });
        assert_eq!(told.collect::<Vec<_>>(), expected, "{export}");
    }

    #[test]
    fn what_was_starred_elsewhere_is_read() {
        let whole = "<p>Rain fell on the harbour.</p>".repeat(40);
        let reader = format!(
            "{{\n\"id\":\"user/1/state/com.google/starred\",\"title\":\"Starred\",\n\"items\" : [\n\
             {{\"id\":\"tag:1\",\"crawlTimeMsec\":\"1704164645000\",\"title\":\"Rain &amp; snow\",\"published\":1704164645,\
             \"canonical\":[{{\"href\":\"https://quay.example/a\"}}],\"alternate\":[{{\"href\":\"https://count.example/a\"}}],\
             \"summary\":{{\"content\":\"{whole}\"}},\"author\":\"Ada\",\"origin\":{{\"streamId\":\"feed/x\",\"title\":\"The Quay\"}}}},\n\
             {{\"title\":\"b\",\"alternate\":[{{\"href\":\"https://quay.example/b?key=1\"}}],\"summary\":{{\"content\":\"Short.\"}}}},\n\
             {{\"title\":\"c\",\"alternate\":[{{\"href\":\"javascript:x\"}}]}}, 7]}}"
        );
        let first = "https://quay.example/a 2024-01-02T03:04:05Z <h1>Rain &amp; snow</h1> \"2024-01-02T03:04:05Z\" content=\"The Quay\"";
        let others = [
            "saved.json: article 2: only a teaser is in it: list https://quay.example/b?… as a page",
            "saved.json: article 3: not an article: it has no address",
            "saved.json: article 4: not an article: it is no object",
        ];
        check(&reader, &[first, others[0], others[1], others[2]]);
        let miniflux = format!(
            "{{\"total\":1,\"entries\":[{{\"id\":9,\"feed_id\":2,\"title\":\"Rain &amp; snow\",\"url\":\"https://quay.example/a\",\
             \"published_at\":\"2024-01-02T04:04:05+01:00\",\"created_at\":\"2024-01-02T03:04:05Z\",\"starred\":true,\"content\":\"{whole}\",\
             \"feed\":{{\"title\":\"The Quay\"}}}}]}}"
        );
        check(&miniflux, &[first]);
        let cut: String = miniflux.chars().take(900).collect();
        let told: Vec<_> = captures("x".to_owned(), std::io::Cursor::new(cut)).collect();
        assert!(told.len() == 1 && told[0].is_err());
    }

    #[test]
    fn rows_and_feeds_are_something_else() {
        for other in [
            "{\"text\":\"say \\\"items\\\" and \\\"streamId\\\"\"}",
            "{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[]}",
            "[{\"items\":1,\"streamId\":2}]",
        ] {
            assert!(!is_export(other.as_bytes()), "{other}");
        }
    }
}
