//! The record of an article: each value, and where it comes from.

use crate::{foreign::web, frame::Frame, library::Held};
use parallax_model::{BoilerplateKind, CreditFrom, NoteKind, OutletFrom, ReadArticle, StampFrom};

/// A value of the record.
pub(super) struct Fact<'a> {
    pub(super) label: &'a str,
    pub(super) value: String,
    pub(super) link: Option<String>,
    /// Where it was found.
    pub(super) from: Option<&'a str>,
}

/// The record, without what is not known.
pub(super) fn facts<'a>(frame: &'a Frame, held: &'a Held) -> Vec<Fact<'a>> {
    let read = &*held.read;
    let article = &read.article;
    let fact = |key, value: Option<String>, from: Option<&'static str>| {
        value.filter(|value| !value.is_empty()).map(|value| Fact {
            label: frame.say(key),
            value,
            link: None,
            from: from.map(|from| frame.say(from)),
        })
    };
    let names: Vec<String> = article
        .byline
        .iter()
        .map(|author| match &author.role {
            Some(role) => format!("{} ({role})", author.name),
            None => author.name.clone(),
        })
        .collect();
    let stamp = |stamp: &parallax_model::Stamp| frame.stamp(stamp).words;
    let agency = read.credit.as_ref();
    let capture = &article.capture;
    let mut facts: Vec<Option<Fact<'a>>> = vec![
        fact(
            "fact-outlet",
            article.outlet.shown().map(str::to_owned),
            Some(outlet_from(article.outlet.from)),
        ),
        fact("fact-domain", article.outlet.domain.clone(), None),
        fact("fact-byline", Some(names.join(", ")), None),
        fact(
            "fact-published",
            article.published.as_ref().map(stamp),
            article.published.as_ref().map(|stamp| stamp_from(stamp.from)),
        ),
        fact(
            "fact-modified",
            article.modified.as_ref().map(stamp),
            article.modified.as_ref().map(|stamp| stamp_from(stamp.from)),
        ),
        fact(
            "fact-dateline",
            article.dateline.map(|span| article.words(span).to_owned()),
            Some("from-text"),
        ),
        fact("fact-section", article.section.clone(), None),
        fact("fact-tags", Some(article.tags.join(", ")), None),
        fact(
            "fact-language",
            Some(frame.words.language(&article.language).into_owned()),
            Some("from-words"),
        ),
        fact(
            "fact-credit",
            agency.map(|credit| credit.agency.clone()),
            agency.map(|credit| credit_from(credit.from)),
        ),
        fact(
            "fact-captured",
            capture.captured_at.map(|at| frame.words.moment(at)),
            Some("from-capture"),
        ),
        fact("fact-media-type", Some(capture.media_type.to_string()), Some("from-words")),
        fact("fact-hash", Some(capture.sha256.to_string()), None),
    ];
    if let Some(url) = &article.url {
        facts.push(Some(Fact {
            label: frame.say("fact-address"),
            value: url.clone(),
            link: web(url).map(str::to_owned),
            from: None,
        }));
    }
    facts.into_iter().flatten().collect()
}

/// What was odd about it.
pub(super) fn notes(frame: &Frame, read: &ReadArticle) -> Vec<String> {
    read.notes.iter().map(|note| frame.say(note_key(note.kind)).to_owned()).collect()
}

const fn note_key(kind: NoteKind) -> &'static str {
    match kind {
        NoteKind::EncodingDisagrees => "note-encoding",
        NoteKind::BytesReplaced => "note-bytes",
        NoteKind::HeadlineFromTitle => "note-headline",
        NoteKind::StructuredDataBroken => "note-structured-data",
        NoteKind::PublishedAfterCapture => "note-published-after",
        NoteKind::NoDate => "note-no-date",
        NoteKind::QuotationUnclosed => "note-quotation",
        NoteKind::LanguageNotCompared => "note-language",
        NoteKind::BehindPaywall => "note-paywall",
        NoteKind::PageCutShort => "note-cut-short",
        _ => "note-other",
    }
}

const fn outlet_from(from: OutletFrom) -> &'static str {
    match from {
        OutletFrom::JsonLd => "from-json-ld",
        OutletFrom::Meta => "from-meta",
        OutletFrom::Title => "from-title",
        OutletFrom::Chrome => "from-chrome",
        OutletFrom::Text => "from-text",
        OutletFrom::Url => "from-url",
        OutletFrom::Feed => "from-feed",
    }
}

const fn stamp_from(from: StampFrom) -> &'static str {
    match from {
        StampFrom::JsonLd => "from-json-ld",
        StampFrom::Meta => "from-meta",
        StampFrom::TimeTag => "from-time-tag",
        StampFrom::Text => "from-text",
        StampFrom::Url => "from-url",
        StampFrom::Feed => "from-feed",
        StampFrom::Http => "from-http",
    }
}

const fn credit_from(from: CreditFrom) -> &'static str {
    match from {
        CreditFrom::Credit => "from-credit",
        CreditFrom::Dateline => "from-dateline",
        CreditFrom::Byline => "from-byline",
        CreditFrom::Line => "from-line",
    }
}

/// By what a catalogue names a kind of page furniture.
pub(super) fn boilerplate_key(kind: BoilerplateKind) -> &'static str {
    match kind {
        BoilerplateKind::Navigation => "left-navigation",
        BoilerplateKind::LanguageBar => "left-language-bar",
        BoilerplateKind::Masthead => "left-masthead",
        BoilerplateKind::DateBar => "left-date-bar",
        BoilerplateKind::AuthorCard => "left-author-card",
        BoilerplateKind::ShareBar => "left-share-bar",
        BoilerplateKind::CookieNotice => "left-cookie-notice",
        BoilerplateKind::Newsletter => "left-newsletter",
        BoilerplateKind::Advertisement => "left-advertisement",
        BoilerplateKind::Teaser => "left-teaser",
        BoilerplateKind::TagLine => "left-tag-line",
        BoilerplateKind::Comments => "left-comments",
        BoilerplateKind::Paywall => "left-paywall",
        BoilerplateKind::Footer => "left-footer",
        BoilerplateKind::Duplicate => "left-duplicate",
        _ => "left-other",
    }
}
