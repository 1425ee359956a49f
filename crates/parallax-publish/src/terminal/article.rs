//! One article to read, and what was found in it.

use super::{
    page::{INDENT, Page},
    wrap::Piece,
};
use crate::{days, labels, outlets};
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
        read.notes.iter().map(|note| labels::note(note, &read.article)).collect();
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
    credit.push(article.language.clone());
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
    for image in &article.images {
        let credit = image.credit.as_ref().map(|credit| format!(" ({credit})")).unwrap_or_default();
        page.labelled(
            INDENT,
            "Picture",
            COLUMN,
            &[Piece::plain(image.caption.as_deref().unwrap_or_default()), Piece::faint(&credit)],
        );
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
        left_out.iter().map(|(kind, number)| format!("{kind} {number}")).collect();
    joined(page, "Left out", left_out.iter().map(String::as_str));
}

fn found(page: &mut Page, read: &ReadArticle) {
    let ReadArticle { article, annotations, .. } = read;
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
    for quotation in &annotations.quotations {
        let [open, close] =
            if quotation.kind == QuotationKind::Indirect { ["", ""] } else { ["“", "”"] };
        let speaker = quotation.speaker_name.as_deref().unwrap_or("speaker not named");
        let credit = format!(" — {speaker}, {}", quotation.kind.name());
        page.labelled(
            INDENT,
            "Quotation",
            COLUMN,
            &[
                Piece::plain(open),
                Piece::plain(article.words(quotation.span)),
                Piece::plain(close),
                Piece::faint(&credit),
            ],
        );
    }
    let dates: Vec<String> = annotations
        .dates
        .iter()
        .map(|date| format!("{} = {}", article.words(date.span), date.value))
        .collect();
    joined(page, "Dates", dates.iter().map(String::as_str));
    joined(page, "Cites", annotations.citations.iter().map(|cited| cited.source_name.as_str()));
}

fn mentioned(entity: &Entity) -> String {
    match entity.mentions.len() {
        0 | 1 => entity.name.clone(),
        many => format!("{} ({many})", entity.name),
    }
}

/// A line for each.
fn list<'a>(page: &mut Page, label: &str, items: impl Iterator<Item = &'a str>) {
    for item in items {
        page.labelled(INDENT, label, COLUMN, &[Piece::plain(item)]);
    }
}

/// All in one paragraph.
fn joined<'a>(page: &mut Page, label: &str, items: impl Iterator<Item = &'a str>) {
    let items: Vec<&str> = items.collect();
    if !items.is_empty() {
        page.labelled(INDENT, label, COLUMN, &[Piece::plain(&items.join(", "))]);
    }
}
