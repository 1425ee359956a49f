//! What changed between two moments, story by story.

use super::{
    page::{INDENT, Page},
    wrap::Piece,
};
use crate::{
    Between, days, labels, outlets,
    reading::{self, Excerpt},
};
use parallax_model::{Claim, ClaimChange, DifferenceChange, Edition, How, StoryChange};

/// The column of what was taken out and what was put in.
const SIGNS: usize = 3;

pub(super) fn set(page: &mut Page, between: &Between<'_>) {
    let since = days::short(between.since);
    let until = between.until.map_or_else(|| "now".to_owned(), days::short);
    page.set(0, "", &[Piece::faint(&format!("what changed from {since} to {until}"))]);
    if between.changes.stories.is_empty() {
        page.blank();
        page.set(0, "", &[Piece::plain("nothing changed")]);
    }
    for change in &between.changes.stories {
        page.rule();
        story(page, between, change);
    }
}

fn story(page: &mut Page, between: &Between<'_>, change: &StoryChange) {
    let Between { before, after, .. } = between;
    let told = &after.stories[change.story];
    page.set(0, "", &[Piece::strong(reading::headline(after, told))]);
    let numbers = reading::numbers(after, told);
    let state = match change.was.as_slice() {
        [] => format!("new; {numbers}"),
        [only] => {
            format!("{numbers}; before: {}", reading::numbers(before, &before.stories[*only]))
        }
        many => format!("{numbers}; {} stories before", many.len()),
    };
    page.set(0, "", &[Piece::faint(&state)]);
    articles(page, after, &change.articles);
    revisions(page, between, change);
    let claims = |how: &[How]| -> Vec<&ClaimChange> {
        change.claims.iter().filter(|claim| how.contains(&claim.how)).collect()
    };
    self::claims(
        page,
        between,
        change,
        "Now told by a second origin",
        &claims(&[How::SecondOrigin]),
    );
    self::claims(page, between, change, "Told by more origins", &claims(&[How::MoreOrigins]));
    self::claims(page, between, change, "Told by fewer origins", &claims(&[How::FewerOrigins]));
    differences(page, between, change);
    self::claims(page, between, change, "New", &claims(&[How::New]));
}

fn articles(page: &mut Page, after: &Edition, articles: &[usize]) {
    if articles.is_empty() {
        return;
    }
    page.heading("New articles");
    for &at in articles {
        let article = &after.articles[at].article;
        let published = article.published.as_ref().map(|stamp| days::short(&stamp.to_string()));
        let outlet = outlets::label(article);
        let credit = format!(" —\u{a0}{outlet}, {}", published.as_deref().unwrap_or("no date"));
        page.item(&[Piece::plain(article.headline_words()), Piece::faint(&credit)]);
    }
}

fn revisions(page: &mut Page, between: &Between<'_>, change: &StoryChange) {
    if change.revisions.is_empty() {
        return;
    }
    page.heading("Revised by their outlets");
    for revision in &change.revisions {
        let article = &between.after.articles[revision.after].article;
        let outlet = format!("{}: ", outlets::label(article));
        page.item(&[Piece::strong(&outlet), Piece::plain(article.headline_words())]);
        for span in &revision.taken_out {
            let old = between.before.articles[revision.before].article.words(*span);
            page.labelled(INDENT + 2, "−", SIGNS, &[Piece::faint(old)]);
        }
        for span in &revision.put_in {
            page.labelled(INDENT + 2, "+", SIGNS, &[Piece::plain(article.words(*span))]);
        }
    }
}

fn claims(
    page: &mut Page,
    between: &Between<'_>,
    change: &StoryChange,
    label: &str,
    claims: &[&ClaimChange],
) {
    if claims.is_empty() {
        return;
    }
    page.heading(label);
    let after = between.after;
    for one in claims {
        let claim = &after.stories[change.story].comparison.claims[one.claim];
        let central = &claim.statements[claim.central];
        let words = Excerpt::new(after, central.article, central.span).whole();
        let credit = format!(" —\u{a0}{}", labels::row(&carriers(after, claim, words.outlet())));
        page.item(&[Piece::plain(words.text()), Piece::faint(&credit)]);
    }
}

/// The outlets that carry a claim, `shown` first.
fn carriers<'a>(edition: &'a Edition, claim: &Claim, shown: &'a str) -> Vec<&'a str> {
    let mut names = vec![shown];
    for statement in &claim.statements {
        let name = outlets::label(&edition.articles[statement.article].article);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

fn differences(page: &mut Page, between: &Between<'_>, change: &StoryChange) {
    if change.differences.is_empty() {
        return;
    }
    page.heading("Where they differ now");
    for one in &change.differences {
        difference(page, between, change, one);
    }
}

/// `lorries: 300 (Ellery Herald) / 450 (Quayside Monitor) — number: in conflict, new`
fn difference(
    page: &mut Page,
    between: &Between<'_>,
    change: &StoryChange,
    one: &DifferenceChange,
) {
    let after = between.after;
    let difference = &after.stories[change.story].comparison.differences[one.difference];
    let (article, span) = difference.about;
    let about = format!("{}: ", after.articles[article].article.words(span));
    let mut pieces = vec![Piece::strong(&about)];
    let credits: Vec<(&str, String)> = difference
        .values
        .iter()
        .map(|value| {
            let article = &after.articles[value.article].article;
            (article.words(value.span), format!(" ({})", outlets::label(article)))
        })
        .collect();
    for (at, (value, credit)) in credits.iter().enumerate() {
        pieces.extend((at > 0).then(|| Piece::faint(" / ")));
        pieces.extend([Piece::plain(value), Piece::faint(credit)]);
    }
    let label = labels::difference(difference.kind, difference.nature);
    let how = format!(" —\u{a0}{label}, {}", one.how.name());
    pieces.push(Piece::faint(&how));
    page.item(&pieces);
}
