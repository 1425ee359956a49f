//! Puts what was found together as an article.

use super::{
    around::Around,
    body::Body,
    page::{Block, clean, words},
    zones::Zones,
};
use crate::{encoding::Decoded, lines};
use parallax_language::{Language, Script, identify};
use parallax_model::{
    Article, Boilerplate, BoilerplateKind, Capture, CaptureRef, Direction, Outlet, SourcedText,
    Span, cut,
};

/// Everything the readers found on a page.
pub(super) struct Found<'a> {
    pub(super) blocks: &'a [Block],
    pub(super) zones: Zones,
    pub(super) body: Body,
    pub(super) around: Around,
    pub(super) outlet: Outlet,
}

/// The article; `None` where no paragraph is left.
pub(super) fn article(capture: &Capture, decoded: &Decoded, found: Found<'_>) -> Option<Article> {
    let Found { blocks, zones, body, around, outlet } = found;
    let mut text = SourcedText::default();
    let headline = zones
        .headline
        .as_ref()
        .and_then(|headline| push(&mut text, decoded, blocks.get(headline.block)?, headline.words));
    let standfirst =
        zones.standfirst.and_then(|at| push(&mut text, decoded, blocks.get(at)?, None));
    let paragraphs: Vec<Span> = body
        .paragraphs
        .iter()
        .filter_map(|&at| push(&mut text, decoded, blocks.get(at)?, None))
        .collect();
    let first = paragraphs.first()?;
    let dateline = lines::dateline(text.slice(*first))
        .and_then(|range| text.span(first.start() + range.start, first.start() + range.end).ok());
    let whole = cut(text.as_str(), first.start()..text.len());
    let language = identify(whole);
    let images = around.images.into_iter().chain(body.images).collect();
    let related = body.related.into_iter().chain(around.related).collect();
    let url = capture.parts().url.clone();
    let boilerplate = boilerplate(blocks, body.left, around.left, outlet.name.as_deref());
    Some(Article {
        id: Article::name(url.as_deref(), capture.parts().record.as_deref(), capture.sha256()),
        capture: reference(capture),
        outlet,
        url,
        language: language.tag().to_owned(),
        direction: direction(language, whole),
        headline,
        standfirst,
        dateline,
        byline: around.byline,
        published: around.published,
        modified: around.modified,
        section: around.section,
        tags: around.tags,
        images,
        related,
        alternates: around.alternates,
        wire_credit: around.wire,
        boilerplate,
        paragraphs,
        text,
    })
}

/// Appends a block, or its first words, as a line of its own.
fn push(
    text: &mut SourcedText,
    decoded: &Decoded,
    block: &Block,
    most: Option<usize>,
) -> Option<Span> {
    if !text.is_empty() {
        text.push_break('\n');
    }
    let start = text.len();
    for (word, before) in words(&decoded.text, &block.lines).take(most.unwrap_or(usize::MAX)) {
        if text.len() > start && !word.glued {
            text.push(" ", decoded.payload(before));
        }
        let printed = cut(&decoded.text, word.range.clone());
        let shown = clean(printed);
        if shown == printed {
            decoded.push_onto(text, word.range);
        } else {
            text.push(&shown, decoded.payload(word.range));
        }
    }
    text.span(start, text.len()).ok()
}

fn direction(language: Language, text: &str) -> Direction {
    let script = Script::dominant(text);
    let rtl = matches!(language.primary(), "ar" | "fa" | "ur" | "ug" | "he")
        || script.is_some_and(Script::is_rtl);
    if rtl { Direction::Rtl } else { Direction::Ltr }
}

/// What was left out, in the order of the page.
fn boilerplate(
    blocks: &[Block],
    inside: Vec<(usize, BoilerplateKind)>,
    around: Vec<(usize, BoilerplateKind)>,
    outlet: Option<&str>,
) -> Vec<Boilerplate> {
    let kind_of = |kind: BoilerplateKind, text: &str| {
        let named = outlet.is_some_and(|name| name.to_lowercase() == text.to_lowercase());
        if named && kind == BoilerplateKind::Other { BoilerplateKind::Masthead } else { kind }
    };
    let mut left: Vec<_> = inside.into_iter().chain(around).collect();
    left.sort_by_key(|(at, _)| *at);
    left.dedup_by_key(|(at, _)| *at);
    left.into_iter()
        .filter_map(|(at, kind)| {
            let text = blocks.get(at)?.text.clone();
            Some(Boilerplate { kind: kind_of(kind, &text), text })
        })
        .collect()
}

fn reference(capture: &Capture) -> CaptureRef {
    let parts = capture.parts();
    CaptureRef {
        path: parts.path.clone(),
        record: parts.record.clone(),
        url: parts.url.clone(),
        media_type: parts.media_type,
        sha256: capture.sha256(),
        captured_at: parts.captured_at,
        stored: parts.stored.clone(),
    }
}
