//! A story at a glance, section by section.

use super::{
    columns::{self, Column},
    page::{INDENT, Page},
    wrap::{Face, Piece},
};
use crate::{
    days,
    reading::{Listed, Moment, Parting, Reading, Said, Side, Told, Wording},
};

/// Sets every section that has something in it.
pub(super) fn set(page: &mut Page, reading: &Reading<'_>) {
    headline(page, reading);
    told(page, reading.all_label(), &reading.all);
    told(page, "What several tell", &reading.several);
    partings(page, &reading.partings);
    alone(page, reading);
    speakers(page, reading);
    timeline(page, &reading.timeline);
    told(page, "Background", &reading.background);
    earlier(page, reading);
    page.heading("The articles");
    articles(page, reading.articles.iter());
}

fn headline(page: &mut Page, reading: &Reading<'_>) {
    if let Some(headline) = &reading.headline {
        page.set(0, "", &[Piece::strong(headline.text())]);
    }
    page.set(0, "", &[Piece::faint(reading.headline_outlet)]);
    page.blank();
    if let Some(when) = &reading.when {
        page.labelled(0, "When", 8, &[Piece::plain(when)]);
    }
    if let Some(place) = reading.place {
        page.labelled(0, "Where", 8, &[Piece::plain(place)]);
    }
    page.labelled(0, "From", 8, &[Piece::plain(&reading.numbers)]);
}

fn told(page: &mut Page, label: &str, claims: &[Told<'_>]) {
    if claims.is_empty() {
        return;
    }
    page.heading(label);
    for claim in claims {
        page.item(&[Piece::plain(claim.excerpt.text())]);
        let credit = credit(claim);
        page.under(&[Piece::faint(&credit)]);
    }
}

/// `— Gazette; also Courier (first), Post; according to …`
fn credit(told: &Told<'_>) -> String {
    let name = |outlet: &&str| {
        let first = told.first == Some(*outlet);
        format!("{outlet}{}", if first { " (first)" } else { "" })
    };
    let mut credit = format!("—\u{a0}{}", name(&told.excerpt.outlet()));
    if !told.also.is_empty() {
        let also: Vec<String> = told.also.iter().map(name).collect();
        credit.push_str("; also ");
        credit.push_str(&also.join(", "));
    }
    if let Some(name) = told.according_to {
        credit.push_str("; according to ");
        credit.push_str(name);
    }
    credit
}

fn partings(page: &mut Page, partings: &[Parting<'_>]) {
    if partings.is_empty() {
        return;
    }
    page.heading("Where they differ");
    for parting in partings {
        page.blank();
        for point in &parting.points {
            let face = if point.conflict { Face::Alarm } else { Face::Faint };
            page.set(
                INDENT,
                "",
                &[
                    Piece::strong(point.about.text()),
                    Piece::faint(" — "),
                    Piece { text: &point.label, face },
                ],
            );
        }
        sides(page, &parting.sides);
        if !parting.also.is_empty() {
            let also = format!("also told by {}", parting.also.join(", "));
            page.set(INDENT, "", &[Piece::faint(&also)]);
        }
    }
}

fn sides(page: &mut Page, sides: &[Side<'_>]) {
    let heads: Vec<String> = sides.iter().map(head).collect();
    let colour = page.colour();
    let columns: Vec<Column<'_>> = sides
        .iter()
        .zip(&heads)
        .map(|(side, head)| Column {
            head: vec![Piece::plain(side.outlet()), Piece::faint(head)],
            body: marked(side, colour),
        })
        .collect();
    columns::set(page, INDENT, &columns);
}

/// When it came out, and who else says so: `, 4 Mar 2026; also Courier:`.
fn head(side: &Side<'_>) -> String {
    let mut head = String::new();
    if let Some(published) = &side.published {
        head.push_str(", ");
        head.push_str(published);
    }
    if !side.others().is_empty() {
        head.push_str("; also ");
        head.push_str(&side.others().join(", "));
    }
    head.push(':');
    head
}

/// A sentence with the words that differ set apart.
fn marked<'a>(side: &Side<'a>, colour: bool) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (text, differs) in side.sentence.pieces(&side.marks) {
        match (differs, colour) {
            (false, _) => pieces.push(Piece::plain(text)),
            (true, true) => pieces.push(Piece { text, face: Face::Marked }),
            (true, false) => {
                pieces.extend([Piece::plain("*"), Piece::plain(text), Piece::plain("*")]);
            }
        }
    }
    pieces
}

fn alone(page: &mut Page, reading: &Reading<'_>) {
    if reading.alone.is_empty() {
        return;
    }
    page.heading(reading.alone_label());
    for origin in &reading.alone {
        page.blank();
        let carried = match origin.outlets.as_slice() {
            [] => String::new(),
            outlets => format!(", {} {}", origin.carried, outlets.join(", ")),
        };
        page.set(INDENT, "", &[Piece::strong(origin.name), Piece::faint(&carried)]);
        for claim in &origin.told {
            let mut pieces = vec![Piece::plain(claim.excerpt.text())];
            if let Some(name) = claim.according_to {
                pieces.extend([Piece::faint(" —\u{a0}according to "), Piece::faint(name)]);
            }
            page.item(&pieces);
        }
    }
}

fn speakers(page: &mut Page, reading: &Reading<'_>) {
    if reading.speakers.is_empty() {
        return;
    }
    page.heading("Who said what");
    for speaker in &reading.speakers {
        page.blank();
        page.set(INDENT, "", &[Piece::strong(speaker.name.unwrap_or("Speaker not named"))]);
        for said in &speaker.said {
            utterance(page, said);
        }
    }
}

fn utterance(page: &mut Page, said: &Said<'_>) {
    let credit = format!(" —\u{a0}{}", said.outlets().join(", "));
    let mut pieces = wording(&said.fullest);
    pieces.push(Piece::faint(&credit));
    page.item(&pieces);
    for (how, variant) in &said.variants {
        let label = format!("{} in {}: ", how.label(), variant.outlet());
        let mut pieces = vec![Piece::faint(&label)];
        pieces.extend(wording(variant));
        page.under(&pieces);
    }
}

/// The words in marks, with a mark of omission where the outlet's own words part them.
fn wording<'a>(wording: &Wording<'a>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (at, words) in wording.pieces.iter().enumerate() {
        if at > 0 {
            pieces.push(Piece::faint(" … "));
        }
        let [open, close] = if words.marked { ["“", "”"] } else { ["", ""] };
        pieces.push(Piece::plain(open));
        pieces.push(Piece::plain(words.excerpt.text()));
        pieces.push(Piece::plain(close));
    }
    pieces
}

fn timeline(page: &mut Page, moments: &[Moment<'_>]) {
    if moments.is_empty() {
        return;
    }
    page.heading("Timeline");
    let longest = moments.iter().map(|moment| super::cluster::width(&moment.when)).max();
    let column = longest.unwrap_or_default().min(page.width() / 3) + 2;
    let mut last = "";
    for moment in moments {
        let when = if moment.when == last { "" } else { &moment.when };
        last = &moment.when;
        let credit = format!(" —\u{a0}{}", moment.outlets().join(", "));
        page.labelled(
            INDENT,
            when,
            column,
            &[Piece::plain(moment.excerpt.text()), Piece::faint(&credit)],
        );
    }
}

fn earlier(page: &mut Page, reading: &Reading<'_>) {
    if reading.earlier.is_empty() {
        return;
    }
    page.heading("Earlier");
    for before in &reading.earlier {
        let credit = format!(" —\u{a0}{}", before.excerpt.outlet());
        page.item(&[Piece::plain(before.excerpt.text()), Piece::faint(&credit)]);
        if let Some(story) = before.story {
            page.under(&[Piece::faint("the story: "), Piece::plain(story)]);
        }
    }
}

/// Each article with its time, outlet, headline and where it is.
pub(super) fn articles<'a>(
    page: &mut Page,
    articles: impl Iterator<Item = impl std::borrow::Borrow<Listed<'a>>>,
) {
    for listed in articles {
        let listed = listed.borrow();
        page.blank();
        let published = listed.published.as_deref().map(days::short);
        let mut line = vec![Piece::strong(listed.outlet)];
        let copy = listed.copy_of.map(|original| format!(", a copy of {original}"));
        line.extend(copy.as_deref().map(Piece::faint));
        let published = published.map_or(", no date".to_owned(), |time| format!(", {time}"));
        line.push(Piece::faint(&published));
        page.set(INDENT, "", &line);
        page.set(INDENT, "", &[Piece::plain(listed.read.article.headline_words())]);
        page.set(INDENT, "", &[Piece::faint(listed.whereabouts())]);
        for note in listed.notes() {
            page.set(INDENT, "", &[Piece::faint("note: "), Piece::faint(&note)]);
        }
    }
}
