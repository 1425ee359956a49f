//! A story at a glance, section by section.

use super::{
    articles,
    columns::{self, Column},
    page::{INDENT, Page},
    wrap::{Face, Piece},
};
use crate::{
    labels,
    reading::{Day, Excerpt, Lead, Parting, Point, Reading, Said, Side, Silence, Told, Wording},
};
use parallax_model::Span;

/// The column of what the first lines say.
const GLANCE: usize = 8;

/// Sets every section that has something in it.
pub(super) fn set(page: &mut Page, reading: &Reading<'_>) {
    headline(page, reading);
    told(page, &reading.all_label(), &reading.all);
    told(page, "What several tell", &reading.several);
    partings(page, &reading.partings);
    alone(page, reading);
    speakers(page, reading);
    timeline(page, &reading.timeline);
    told(page, "Background", &reading.background);
    corrected(page, reading);
    earlier(page, reading);
    thread(page, reading);
    left(page, reading);
    page.heading("The articles");
    articles::set(page, &reading.articles);
}

fn headline(page: &mut Page, reading: &Reading<'_>) {
    if let Some(headline) = &reading.headline {
        page.set(0, "", &[Piece::strong(headline.text())]);
    }
    page.set(0, "", &[Piece::faint(reading.headline_outlet)]);
    page.blank();
    if let Some(lead) = &reading.lead {
        what(page, lead);
    }
    if let Some(when) = &reading.when {
        page.labelled(0, "When", GLANCE, &[Piece::plain(when)]);
    }
    if let Some(place) = reading.place {
        page.labelled(0, "Where", GLANCE, &[Piece::plain(place)]);
    }
    if let Some(topic) = reading.topic {
        page.labelled(0, "Topic", GLANCE, &[Piece::plain(topic)]);
    }
    page.labelled(0, "From", GLANCE, &[Piece::plain(&reading.numbers)]);
}

fn what(page: &mut Page, lead: &Lead<'_>) {
    page.labelled(0, "What", GLANCE, &[Piece::plain(lead.told.excerpt.text())]);
    let credit = credit(&lead.told);
    let mut pieces = vec![Piece::faint(&credit)];
    if let Some(differs) = lead.differs {
        pieces.extend([Piece::faint("; "), Piece::faint(differs)]);
    }
    page.labelled(0, "", GLANCE, &pieces);
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
    let name = |outlet: &&str| format!("{outlet}{}", told.aside(outlet));
    let mut credit = format!("—\u{a0}{}", name(&told.excerpt.outlet()));
    if !told.also.is_empty() {
        let also: Vec<String> = told.also.iter().map(name).collect();
        credit.push_str("; also ");
        credit.push_str(&labels::row(&also));
    }
    if !told.partly.is_empty() {
        credit.push_str("; in part ");
        credit.push_str(&labels::row(&told.partly));
    }
    if let Some(name) = told.according_to {
        credit.push_str("; according to ");
        credit.push_str(name);
    }
    silence(&mut credit, &told.silence);
    credit
}

/// `; not found in Post; too early for Courier`
fn silence(credit: &mut String, silence: &Silence<'_>) {
    for (label, names) in
        [("; not found in ", &silence.not_in), ("; too early for ", &silence.too_early)]
    {
        if !names.is_empty() {
            credit.push_str(label);
            credit.push_str(&labels::row(names));
        }
    }
}

fn partings(page: &mut Page, partings: &[Parting<'_>]) {
    if partings.is_empty() {
        return;
    }
    page.heading("Where they differ");
    for parting in partings {
        page.blank();
        for point in &parting.points {
            page.set(INDENT, "", &point_line(point));
        }
        sides(page, &parting.sides);
        if !parting.also.is_empty() {
            let also = format!("also told by {}", labels::row(&parting.also));
            page.set(INDENT, "", &[Piece::faint(&also)]);
        }
    }
}

/// `lorries: 300 / 450 — number: in conflict`
fn point_line<'a>(point: &'a Point<'a>) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    if let Some(about) = point.about {
        pieces.push(Piece::strong(about.text()));
        pieces.extend((!point.values.is_empty()).then(|| Piece::strong(": ")));
    }
    for (at, value) in point.values.iter().enumerate() {
        pieces.extend((at > 0).then(|| Piece::faint(" / ")));
        pieces.push(Piece::strong(value.text()));
    }
    let face = if point.conflict { Face::Alarm } else { Face::Faint };
    pieces.extend([Piece::faint(" — "), Piece { text: &point.label, face }]);
    pieces
}

fn sides(page: &mut Page, sides: &[Side<'_>]) {
    let heads: Vec<String> = sides.iter().map(|side| side.details() + ":").collect();
    let colour = page.colour();
    let columns: Vec<Column<'_>> = sides
        .iter()
        .zip(&heads)
        .map(|(side, head)| Column {
            head: vec![Piece::plain(side.outlet()), Piece::faint(head)],
            body: marked(&side.sentence, &side.marks, colour),
        })
        .collect();
    columns::set(page, INDENT, &columns);
}

/// Words with those that differ set apart.
fn marked<'a>(excerpt: &Excerpt<'a>, marks: &[Span], colour: bool) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (text, differs) in excerpt.pieces(marks) {
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
        let mut carried = match origin.outlets.as_slice() {
            [] => String::new(),
            outlets => format!(", {} {}", origin.carried, labels::row(outlets)),
        };
        if let Some(apart) = &origin.apart {
            carried.push_str(", ");
            carried.push_str(apart);
        }
        if !origin.later_than.is_empty() {
            carried.push_str(", later than ");
            carried.push_str(&labels::row(&origin.later_than));
        }
        page.set(INDENT, "", &[Piece::strong(origin.name), Piece::faint(&carried)]);
        for claim in &origin.told {
            let mut pieces = vec![Piece::plain(claim.excerpt.text())];
            if let Some(name) = claim.according_to {
                pieces.extend([Piece::faint(" —\u{a0}according to "), Piece::faint(name)]);
            }
            let early = labels::row(&claim.silence.too_early);
            if !early.is_empty() {
                pieces.extend([Piece::faint(" —\u{a0}too early for "), Piece::faint(&early)]);
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
    let credit = format!(" —\u{a0}{}", labels::row(&said.outlets()));
    let colour = page.colour();
    let mut pieces = wording(&said.fullest, colour);
    pieces.push(Piece::faint(&credit));
    page.item(&pieces);
    for variant in &said.variants {
        let label = format!("{}: ", variant.label(str::to_owned));
        let mut pieces = vec![Piece::faint(&label)];
        pieces.extend(wording(&variant.wording, colour));
        page.under(&pieces);
    }
}

/// The words in marks, with a mark of omission where the outlet's own words part them.
fn wording<'a>(wording: &Wording<'a>, colour: bool) -> Vec<Piece<'a>> {
    let mut pieces = Vec::new();
    for (at, words) in wording.pieces.iter().enumerate() {
        if at > 0 {
            pieces.push(Piece::faint(" … "));
        }
        let [open, close] = if words.marked { ["“", "”"] } else { ["", ""] };
        pieces.push(Piece::plain(open));
        pieces.extend(marked(&words.excerpt, &wording.changed, colour));
        pieces.push(Piece::plain(close));
    }
    pieces
}

fn timeline(page: &mut Page, days: &[Day<'_>]) {
    if days.is_empty() {
        return;
    }
    page.heading("Timeline");
    let longest = days.iter().map(|day| super::cluster::width(&day.when)).max();
    let column = longest.unwrap_or_default().min(page.width() / 3) + 2;
    for day in days {
        let mut when = day.when.as_str();
        for moment in &day.moments {
            let mut credit = format!(" —\u{a0}{}", labels::row(&moment.outlets()));
            if let Some(reported) = &moment.reported {
                credit.push_str("; told ");
                credit.push_str(reported);
            }
            let pieces = [Piece::plain(moment.excerpt.text()), Piece::faint(&credit)];
            page.labelled(INDENT, when, column, &pieces);
            when = "";
        }
        if !day.folded.is_empty() {
            let more = format!("and {} more of that day", day.folded.len());
            page.labelled(INDENT, "", column, &[Piece::faint(&more)]);
        }
    }
}

fn thread(page: &mut Page, reading: &Reading<'_>) {
    if reading.thread.is_empty() {
        return;
    }
    page.heading("Earlier and later stories");
    for linked in &reading.thread {
        let when = format!("{}: ", linked.when);
        page.item(&[Piece::faint(&when), Piece::plain(linked.headline)]);
        page.under(&[Piece::faint("both tell of "), Piece::faint(&linked.why)]);
    }
}

fn left(page: &mut Page, reading: &Reading<'_>) {
    if reading.left.is_empty() {
        return;
    }
    page.heading("Not compared");
    for left in &reading.left {
        let pieces = [
            Piece::strong(left.outlet),
            Piece::plain(": "),
            Piece::plain(left.headline),
            Piece::faint(" —\u{a0}"),
            Piece::faint(&left.why),
        ];
        page.item(&pieces);
    }
}

fn corrected(page: &mut Page, reading: &Reading<'_>) {
    if reading.corrected.is_empty() {
        return;
    }
    page.heading("Corrected or withdrawn");
    for one in &reading.corrected {
        let outlet = format!("{}: ", one.outlet);
        page.item(&[Piece::strong(&outlet), Piece::faint(one.was)]);
        match &one.now {
            Some(now) => page.under(&[Piece::faint("now: "), Piece::plain(now.text())]),
            None => page.under(&[Piece::faint("not said any more")]),
        }
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
