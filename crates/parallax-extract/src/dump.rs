//! Reads a page that was dumped as plain text, furniture and all.
//!
//! Lines become blocks, blocks get a look, the look tells the stretch in which
//! the body stands. A learned model weighs every block once more in the light of
//! that. What stands around the body says who wrote it, when and where.

mod around;
mod body;
mod caption;
mod compose;
mod features;
mod headline;
mod look;
mod model;
mod outlet;
mod page;
mod settle;
mod stretch;
mod thread;
mod zones;

use crate::encoding::{self, Decoded};
use compose::Found;
use parallax_model::{Article, Capture, Note, NoteKind, Noted};

/// The article on a dumped page; `None` where there is too little prose for one.
pub(crate) fn article(capture: &Capture) -> Noted<Option<Article>> {
    let mut decoded = encoding::decode(capture);
    let mut notes = decoded.notes.clone();
    if let Some(end) = page::end_of_reach(&decoded.text) {
        decoded.text.truncate(end);
        notes.push(Note { kind: NoteKind::PageCutShort, span: None });
    }
    let value = read(capture, &decoded);
    if value.as_ref().is_some_and(|article| article.published.is_none()) {
        notes.push(Note { kind: NoteKind::NoDate, span: None });
    }
    Noted { value, notes }
}

fn read(capture: &Capture, decoded: &Decoded) -> Option<Article> {
    let blocks = page::blocks(&decoded.text);
    let (language, looks) = look::looks(&blocks);
    let (zones, body) = settle::settle(&blocks, &looks, language)?;
    let page = around::Page { blocks: &blocks, looks: &looks, zones: &zones, language };
    let around = around::around(&page, &body);
    let named = zones.headline.as_ref().and_then(|headline| headline.outlet.as_deref());
    let outlet = outlet::outlet(&blocks, &looks, named, &body.paragraphs, zones.head());
    let found = Found { blocks: &blocks, zones, body, around, outlet };
    compose::article(capture, decoded, found)
}
