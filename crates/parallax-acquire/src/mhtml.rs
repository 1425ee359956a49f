//! Pages that a browser saved as one message (MHTML, RFC 2557).

use crate::{
    mime::{Fields, Part},
    moments::When,
    saved::Origin,
};
use parallax_model::{Capture, CaptureParts, MediaType};
use std::ops::Range;

/// Whether a message is a saved page: the program that saved it says so, or nobody sent it and it names where it lay.
pub(crate) fn is_saved(message: &Part<'_>) -> bool {
    let fields = &message.fields;
    let by_program = fields.get("from").is_some_and(|from| from.contains("Saved by"));
    let sent = ["received", "message-id", "to", "delivered-to"].iter().any(|name| fields.has(name));
    fields.has("snapshot-content-location")
        || by_program
        || (!sent && message.media_type() == "multipart/related")
        || (!sent && fields.has("content-location"))
}

/// The page of a saved message; `None` where there is none in it.
pub(crate) fn page(path: &str, message: Part<'_>, stored: Range<u64>) -> Option<Capture> {
    let at = message.fields.get("date").and_then(When::read).map(|when| when.moment());
    let location = address(&message.fields);
    let leaves = message.leaves();
    let page = ["text/html", "application/xhtml+xml", "text/plain"]
        .iter()
        .find_map(|kind| leaves.iter().find(|part| part.media_type() == *kind))?;
    let payload = page.decoded().into_owned();
    if payload.trim_ascii().is_empty() {
        return None;
    }
    let url = location.or_else(|| address(&page.fields));
    let origin = url.map_or(Origin { url: None, at }, |url| Origin::of(&url, at));
    let is_text = page.media_type() == "text/plain";
    Some(Capture::new(CaptureParts {
        path: path.to_owned(),
        record: None,
        url: origin.url,
        media_type: if is_text { MediaType::Text } else { MediaType::Html },
        charset: page.parameter("charset"),
        captured_at: origin.at,
        stored,
        payload,
    }))
}

fn address(fields: &Fields) -> Option<String> {
    let location =
        fields.get("snapshot-content-location").or_else(|| fields.get("content-location"))?;
    // A long address may be folded.
    let location: String = location.split_whitespace().collect();
    location.starts_with("http").then_some(location)
}
