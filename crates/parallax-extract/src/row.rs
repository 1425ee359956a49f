//! A row of JSON Lines: an article that someone has already cut out.
//!
//! The row's text is taken byte for byte, so that offsets can be carried back
//! to the row. Only what stands between quotation marks is decoded.

mod unescape;

use crate::{
    address,
    encoding::{self, Decoded},
    html::iso,
    lines::{dateline, wire_credit},
};
use parallax_language::{Language, Script, identify};
use parallax_model::{
    Article, Capture, CaptureRef, Direction, Note, NoteKind, Noted, Outlet, OutletFrom,
    SourcedText, Span, StampFrom, cut,
};
use serde::Deserialize;
use serde_json::value::RawValue;

/// Reads the row; `None` where it is no JSON object or has neither title nor text.
pub(crate) fn article(capture: &Capture) -> Noted<Option<Article>> {
    let mut decoded = encoding::decode(capture);
    let mut notes = std::mem::take(&mut decoded.notes);
    // An array of the right shape would parse as well.
    let object = Some(decoded.text.trim_start()).filter(|row| row.starts_with('{'));
    let Some(fields) = object.and_then(|row| serde_json::from_str::<Fields<'_>>(row).ok()) else {
        notes.push(Note { kind: NoteKind::StructuredDataBroken, span: None });
        return Noted { value: None, notes };
    };
    let article = fields.article(capture, &decoded);
    if article.as_ref().is_some_and(|article| article.published.is_none()) {
        notes.push(Note { kind: NoteKind::NoDate, span: None });
    }
    Noted { value: article, notes }
}

/// The fields we read, each as it stands in the row.
#[derive(Deserialize)]
struct Fields<'a> {
    #[serde(borrow, default)]
    id: Option<&'a RawValue>,
    #[serde(borrow, default)]
    url: Option<&'a RawValue>,
    #[serde(borrow, default)]
    outlet: Option<&'a RawValue>,
    #[serde(borrow, default)]
    date: Option<&'a RawValue>,
    #[serde(borrow, default)]
    lang: Option<&'a RawValue>,
    #[serde(borrow, default)]
    title: Option<&'a RawValue>,
    #[serde(borrow, default)]
    text: Option<&'a RawValue>,
}

impl Fields<'_> {
    fn article(&self, capture: &Capture, decoded: &Decoded) -> Option<Article> {
        let mut text = SourcedText::default();
        if let Some(title) = self.title {
            unescape::push(&mut text, title, decoded);
        }
        let headline = text.trimmed(0..text.len());
        text.push_break('\n');
        let body = text.len();
        unescape::push(&mut text, self.text?, decoded);
        let paragraphs = paragraphs(&text, body);
        // A headline alone is an article: feeds and title sets have no more.
        if paragraphs.is_empty() && headline.is_none() {
            return None;
        }
        let filed = paragraphs.first().and_then(|&first| filed(&text, first));
        let parts = capture.parts();
        let record = string(self.id).or_else(|| parts.record.clone());
        let url = string(self.url).or_else(|| parts.url.clone());
        let url = url.as_deref().and_then(address::canonical);
        let language = string(self.lang).as_deref().and_then(Language::of_tag);
        let language = language.unwrap_or_else(|| identify(text.as_str()));
        let rtl = Script::dominant(text.as_str()).is_some_and(Script::is_rtl);
        Some(Article {
            id: Article::name(url.as_deref(), record.as_deref(), capture.sha256()),
            outlet: Outlet {
                name: string(self.outlet),
                domain: url.as_deref().and_then(address::domain),
                from: OutletFrom::Feed,
                fingerprint: None,
                offset: None,
            },
            capture: CaptureRef {
                path: parts.path.clone(),
                record,
                url: parts.url.clone(),
                media_type: parts.media_type,
                sha256: capture.sha256(),
                captured_at: capture.captured_at(),
                stored: parts.stored.clone(),
            },
            url,
            language: language.tag().to_owned(),
            direction: if rtl { Direction::Rtl } else { Direction::Ltr },
            headline,
            standfirst: None,
            dateline: filed,
            byline: Vec::new(),
            published: string(self.date).and_then(|date| {
                let stamp = iso::stamp(&date, StampFrom::Feed);
                stamp.or_else(|| iso::period(&date, StampFrom::Feed))
            }),
            modified: None,
            section: None,
            tags: Vec::new(),
            images: Vec::new(),
            related: Vec::new(),
            alternates: Vec::new(),
            wire_credit: credit(&text, filed, &paragraphs),
            paragraphs,
            boilerplate: Vec::new(),
            text,
        })
    }
}

/// The lines of `text` from `start` on that are not blank.
fn paragraphs(text: &SourcedText, start: usize) -> Vec<Span> {
    let body = text.as_str().get(start..).unwrap_or_default();
    let mut at = start;
    let mut spans = Vec::new();
    for line in body.split_inclusive('\n') {
        spans.extend(text.trimmed(at..at + line.len()));
        at += line.len();
    }
    spans
}

/// Where the first paragraph says it was filed from.
fn filed(text: &SourcedText, first: Span) -> Option<Span> {
    let range = dateline(text.slice(first))?;
    text.trimmed(first.start() + range.start..first.start() + range.end)
}

/// The agency credited: in the dateline, or in a short line of its own at either end.
fn credit(text: &SourcedText, filed: Option<Span>, paragraphs: &[Span]) -> Option<String> {
    const LONGEST: usize = 80;
    let of = |span: &Span| {
        let words = text.slice(*span);
        wire_credit(words).map(|range| cut(words, range).to_owned())
    };
    let ends = [paragraphs.first(), paragraphs.last()].into_iter().flatten();
    let line = || ends.filter(|span| span.len() <= LONGEST).find_map(of);
    filed.as_ref().and_then(of).or_else(line)
}

/// A string or number as words; `None` where it is neither, or blank.
fn string(value: Option<&RawValue>) -> Option<String> {
    let raw = value?.get();
    let words = match raw.as_bytes().first()? {
        b'"' => serde_json::from_str::<String>(raw).ok()?,
        b'0'..=b'9' | b'-' => raw.to_owned(),
        _ => return None,
    };
    let words = words.trim();
    (!words.is_empty()).then(|| words.to_owned())
}

#[cfg(test)]
mod tests;
