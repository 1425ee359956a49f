//! One article to read, and what was found in it.

use super::{
    page::{INDENT, Page},
    wrap::Piece,
};
use crate::{days, labels, languages, outlets};
use parallax_model::{Article, Entity, EntityKind, QuotationKind, ReadArticle};
use std::collections::BTreeMap;

/// The column of what labels say.
const COLUMN: usize = 15;

pub(super) fn set(page: &mut Page, read: &ReadArticle) {
    top(page, &read.article);
    body(page, &read.article);
    page.heading("On the page");
    furniture(page, &read.article);
    page.heading("In the text");
    found(page, read);
    let notes: Vec<String> =
        read.notes.iter().map(|note| labels::remark(note, &read.article)).collect();
    list(page, "Notes", notes.iter().map(String::as_str));
}

fn top(page: &mut Page, article: &Article) {
    page.set(0, "", &[Piece::strong(article.headline_words())]);
    if let Some(standfirst) = article.standfirst {
        page.set(0, "", &[Piece::plain(article.words(standfirst))]);
    }
    page.blank();
    let mut credit = vec![outlets::label(article).to_owned()];
    credit.extend(article.published.as_ref().map(|stamp| days::short(&stamp.to_string())));
    credit.push(languages::name(&article.language));
    page.set(0, "", &[Piece::faint(&credit.join(" · "))]);
    let authors: Vec<String> = article.byline.iter().map(author).collect();
    if !authors.is_empty() {
        page.set(0, "", &[Piece::faint("By "), Piece::faint(&authors.join(", "))]);
    }
    page.set(0, "", &[Piece::faint(article.url.as_deref().unwrap_or(&article.capture.path))]);
}

fn author(author: &parallax_model::Author) -> String {
    match &author.role {
        Some(role) => format!("{} ({role})", author.name),
        None => author.name.clone(),
    }
}

fn body(page: &mut Page, article: &Article) {
    for &paragraph in &article.paragraphs {
        page.blank();
        page.set(INDENT, "", &[Piece::plain(article.words(paragraph))]);
    }
}

fn furniture(page: &mut Page, article: &Article) {
    let modified = article.modified.as_ref().map(|stamp| days::short(&stamp.to_string()));
    list(page, "Changed", modified.iter().map(String::as_str));
    list(page, "Section", article.section.iter().map(String::as_str));
    joined(page, "Tags", article.tags.iter().map(String::as_str));
    for (at, image) in article.images.iter().enumerate() {
        let caption = image.caption.as_deref().unwrap_or("no caption");
        let credit = image.credit.as_ref().map(|credit| format!(" ({credit})")).unwrap_or_default();
        let label = once("Pictures", at);
        page.labelled(INDENT, label, COLUMN, &[Piece::plain(caption), Piece::faint(&credit)]);
    }
    list(page, "Related", article.related.iter().map(|teaser| teaser.text.as_str()));
    let versions: Vec<String> = article
        .alternates
        .iter()
        .map(|other| format!("{} ({})", other.label, other.language))
        .collect();
    joined(page, "Languages", versions.iter().map(String::as_str));
    list(page, "Wire credit", article.wire_credit.iter().map(String::as_str));
    let mut left_out: BTreeMap<&str, usize> = BTreeMap::new();
    for piece in &article.boilerplate {
        *left_out.entry(piece.kind.name()).or_default() += 1;
    }
    let left_out: Vec<String> =
        left_out.iter().map(|(kind, number)| times(kind, *number)).collect();
    joined(page, "Left out", left_out.iter().map(String::as_str));
}

fn found(page: &mut Page, read: &ReadArticle) {
    let ReadArticle { article, annotations, .. } = read;
    if let Some(topic) = &annotations.topic {
        let words: Vec<&str> = topic.words.iter().map(|span| article.words(*span)).collect();
        let section = if topic.section { " (the section says so too)" } else { "" };
        let told = format!(" — {}{section}", words.join(", "));
        page.labelled(
            INDENT,
            "Topic",
            COLUMN,
            &[Piece::plain(topic.media.name()), Piece::faint(&told)],
        );
    }
    for (label, kind) in [
        ("People", EntityKind::Person),
        ("Organizations", EntityKind::Organization),
        ("Places", EntityKind::Place),
        ("Events", EntityKind::Event),
        ("Others", EntityKind::Other),
    ] {
        let named = annotations.entities.iter().filter(|entity| entity.kind == kind);
        let named: Vec<String> = named.map(mentioned).collect();
        joined(page, label, named.iter().map(String::as_str));
    }
    for (at, quotation) in annotations.quotations.iter().enumerate() {
        let (marks, how) = match quotation.kind {
            QuotationKind::Direct => (["“", "”"], ""),
            QuotationKind::Partial => (["“", "”"], ", in part"),
            QuotationKind::Indirect => (["", ""], ", without marks"),
        };
        let speaker = quotation.speaker_name.as_deref().unwrap_or("speaker not named");
        let credit = format!(" —\u{a0}{speaker}{how}");
        let words = Piece::plain(article.words(quotation.span));
        let [open, close] = marks.map(Piece::plain);
        let label = once("Quotations", at);
        page.labelled(INDENT, label, COLUMN, &[open, words, close, Piece::faint(&credit)]);
    }
    let known = annotations.dates.iter().filter(|date| days::is_known(&date.value));
    let dates: Vec<String> = known
        .map(|date| format!("{} = {}", article.words(date.span), days::short(&date.value)))
        .collect();
    if !dates.is_empty() {
        page.labelled(INDENT, "Dates", COLUMN, &[Piece::plain(&dates.join("; "))]);
    }
    joined(page, "Cites", annotations.citations.iter().map(|cited| cited.source_name.as_str()));
}

fn mentioned(entity: &Entity) -> String {
    times(&entity.name, entity.mentions.len())
}

/// `navigation (2)`; once goes without saying.
fn times(name: &str, number: usize) -> String {
    if number > 1 { format!("{name} ({number})") } else { name.to_owned() }
}

/// A label before the first of several lines.
const fn once(label: &str, at: usize) -> &str {
    if at == 0 { label } else { "" }
}

/// A line for each.
fn list<'a>(page: &mut Page, label: &str, items: impl Iterator<Item = &'a str>) {
    for (at, item) in items.enumerate() {
        page.labelled(INDENT, once(label, at), COLUMN, &[Piece::plain(item)]);
    }
}

/// All in one paragraph.
fn joined<'a>(page: &mut Page, label: &str, items: impl Iterator<Item = &'a str>) {
    let items: Vec<&str> = items.collect();
    if !items.is_empty() {
        page.labelled(INDENT, label, COLUMN, &[Piece::plain(&items.join(", "))]);
    }
}
