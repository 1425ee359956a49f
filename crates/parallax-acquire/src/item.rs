//! One item of a list, such as a feed or a digest, as a capture of its own.
//!
//! The outlet's words and markup stand in it as they were sent; around them are only the fields
//! that the list gave for the item, as a page would give them.

use crate::{markup::escaped, moments::When};
use jiff::Timestamp;
use parallax_model::{Capture, CaptureParts, MediaType};
use std::{fmt::Write, ops::Range};

/// What a list says of one of its items.
#[derive(Clone, Debug, Default)]
pub(crate) struct Item<'a> {
    pub(crate) url: Option<&'a str>,
    pub(crate) title: Option<&'a str>,
    pub(crate) published: Option<When>,
    pub(crate) author: Option<&'a str>,
    pub(crate) outlet: Option<&'a str>,
    pub(crate) language: Option<&'a str>,
    /// Markup.
    pub(crate) body: &'a str,
}

/// Where the item stands.
pub(crate) struct Place<'a> {
    pub(crate) path: &'a str,
    pub(crate) record: Option<String>,
    pub(crate) at: Option<Timestamp>,
    pub(crate) stored: Range<u64>,
}

impl Item<'_> {
    pub(crate) fn capture(&self, place: Place<'_>) -> Capture {
        Capture::new(CaptureParts {
            path: place.path.to_owned(),
            record: place.record,
            url: self.url.map(str::to_owned),
            media_type: MediaType::Html,
            charset: Some("utf-8".to_owned()),
            captured_at: place.at,
            stored: place.stored,
            payload: self.page().into_bytes(),
        })
    }

    fn page(&self) -> String {
        let mut page = String::from("<!doctype html>\n<html");
        let mut put = |parts: [&str; 3]| {
            let [before, value, after] = parts;
            let _ = write!(page, "{before}{}{after}", escaped(value));
        };
        if let Some(language) = self.language {
            put([" lang=\"", language, "\""]);
        }
        put([
            ">\n<meta charset=\"utf-8\">\n<meta property=\"og:type\" content=\"",
            "article",
            "\">\n",
        ]);
        if let Some(url) = self.url {
            put(["<link rel=\"canonical\" href=\"", url, "\">\n"]);
        }
        let published = self.published.map(|when| when.to_string());
        let fields = [
            ("property=\"og:site_name\"", self.outlet),
            ("property=\"article:published_time\"", published.as_deref()),
            ("name=\"author\"", self.author),
        ];
        for (name, value) in fields {
            if let Some(value) = value {
                put([&format!("<meta {name} content=\""), value, "\">\n"]);
            }
        }
        if let Some(title) = self.title {
            put(["<title>", title, "</title>\n"]);
        }
        page.push_str("<article>\n");
        if let Some(title) = self.title {
            let _ = writeln!(page, "<h1>{}</h1>", escaped(title));
        }
        let _ = writeln!(page, "{}\n</article>", self.body);
        page
    }
}
