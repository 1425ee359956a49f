//! Parallax, from a capture to the whole article.

use crate::{
    contender::{About, Contender, Function},
    set::{Page, Set},
    versions,
};
use parallax_model::{Capture, CaptureParts, MediaType};

/// What an article holds besides its text.
const FIELDS: &str = "headline, standfirst, byline, dateline, published, modified, language, \
                      outlet, url, section, tags, images (caption, credit, url), related, \
                      alternates, wire credit, furniture left out, byte spans of all words";

/// Parallax, twice: what `extract` does, and with what `acquire` does before
/// it for bytes in memory (copying the payload and naming it by SHA-256).
pub(crate) fn all(set: &Set) -> [Box<dyn Contender>; 2] {
    let captures: Vec<Capture> = set.pages.iter().map(|page| capture(page.html.clone())).collect();
    let extract = move |place: usize, _: &Page| text(&captures[place]);
    let whole = |_: usize, page: &Page| text(&capture(page.html.clone()));
    let about = |name, settings| About {
        name,
        version: versions::locked("parallax-extract"),
        fields: FIELDS,
        settings,
        ours: true,
    };
    [
        Box::new(Function { about: about("parallax", "extract::article"), read: extract }),
        Box::new(Function {
            about: about("parallax + naming", "Capture::new and extract::article"),
            read: whole,
        }),
    ]
}

/// A page as the peers get it: characters known, no address.
pub(crate) fn capture(html: String) -> Capture {
    Capture::new(CaptureParts {
        path: "page.html".to_owned(),
        record: None,
        url: None,
        media_type: MediaType::Html,
        charset: Some("utf-8".to_owned()),
        captured_at: None,
        stored: 0..0,
        payload: html.into_bytes(),
    })
}

/// Standfirst and body, a paragraph a line, as the scored sets count text.
fn text(capture: &Capture) -> Option<String> {
    let article = parallax_extract::article(capture).value?;
    let spans = article.standfirst.iter().chain(&article.paragraphs);
    Some(spans.map(|&span| article.words(span)).collect::<Vec<_>>().join("\n"))
}
