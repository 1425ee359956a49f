//! The peers that are crates.

use crate::{
    contender::{About, Contender, Function},
    set::Page,
    versions,
};
use dom_smoothie::{Config, Readability, TextMode};

/// All of them.
pub(crate) fn all() -> Vec<Box<dyn Contender>> {
    vec![dom_smoothie(), trafilatura(false), trafilatura(true), rs_trafilatura()]
}

fn dom_smoothie() -> Box<dyn Contender> {
    let about = About {
        name: "dom_smoothie",
        version: versions::locked("dom_smoothie"),
        fields: "title, byline, excerpt, site name, published, modified, language, direction, image, url, cleaned HTML",
        // raw text runs the words of neighbouring blocks together
        settings: "text formatted",
        ours: false,
    };
    let config = Config { text_mode: TextMode::Formatted, ..Config::default() };
    let read = move |_: usize, page: &Page| {
        let mut reader = Readability::new(page.html.as_str(), None, Some(config.clone())).ok()?;
        Some(reader.parse().ok()?.text_content.to_string())
    };
    Box::new(Function { about, read })
}

fn trafilatura(fallback: bool) -> Box<dyn Contender> {
    let about = About {
        name: if fallback { "trafilatura crate + fallback" } else { "trafilatura crate" },
        version: versions::locked("trafilatura"),
        fields: "title, author, date, sitename, description, categories, tags, license, language, image, url, cleaned HTML",
        settings: if fallback { "no comments, fallback on" } else { "no comments" },
        ours: false,
    };
    let options =
        trafilatura::Options::default().with_exclude_comments(true).with_fallback(fallback);
    let read = move |_: usize, page: &Page| {
        Some(trafilatura::extract(&page.html, &options).ok()?.content_text)
    };
    Box::new(Function { about, read })
}

fn rs_trafilatura() -> Box<dyn Contender> {
    let about = About {
        name: "rs-trafilatura",
        version: versions::locked("rs-trafilatura"),
        fields: "title, author, date, sitename, description, categories, tags, license, language, image, url, page type",
        settings: "defaults",
        ours: false,
    };
    let options = rs_trafilatura::Options::default();
    let read = move |_: usize, page: &Page| {
        Some(rs_trafilatura::extract_with_options(&page.html, &options).ok()?.content_text)
    };
    Box::new(Function { about, read })
}
