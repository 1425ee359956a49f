//! A story as Markdown, section by section.

use super::escape::escape;
use crate::{
    days,
    put::put,
    reading::{Listed, Moment, Parting, Reading, Said, Side, Told, Wording},
};
use std::borrow::Borrow;

/// Sets every section that has something in it.
pub(super) fn set(out: &mut String, reading: &Reading<'_>) {
    headline(out, reading);
    told(out, reading.all_label(), &reading.all);
    told(out, "What several tell", &reading.several);
    partings(out, &reading.partings);
    alone(out, reading);
    speakers(out, reading);
    timeline(out, &reading.timeline);
    told(out, "Background", &reading.background);
    earlier(out, reading);
    heading(out, "The articles");
    articles(out, reading.articles.iter());
}

fn heading(out: &mut String, label: &str) {
    out.push_str("## ");
    out.push_str(label);
    out.push_str("\n\n");
}

fn headline(out: &mut String, reading: &Reading<'_>) {
    let words = reading.headline.map_or_else(String::new, |headline| escape(headline.text()));
    put!(out, "# {words}\n\n*{}*\n\n", escape(reading.headline_outlet));
    if let Some(when) = &reading.when {
        put!(out, "- **When** {}\n", escape(when));
    }
    if let Some(place) = reading.place {
        put!(out, "- **Where** {}\n", escape(place));
    }
    put!(out, "- **From** {}\n\n", reading.numbers);
}

fn told(out: &mut String, label: &str, claims: &[Told<'_>]) {
    if claims.is_empty() {
        return;
    }
    heading(out, label);
    for claim in claims {
        put!(out, "- {}  \n  {}\n", escape(claim.excerpt.text()), credit(claim));
    }
    out.push('\n');
}

/// `— *Gazette; also Courier (first), Post; according to …*`
fn credit(told: &Told<'_>) -> String {
    let name = |outlet: &&str| {
        let first = if told.first == Some(*outlet) { " (first)" } else { "" };
        format!("{}{first}", escape(outlet))
    };
    let mut credit = format!("— *{}", name(&told.excerpt.outlet()));
    if !told.also.is_empty() {
        let also: Vec<String> = told.also.iter().map(name).collect();
        put!(&mut credit, "; also {}", also.join(", "));
    }
    if let Some(name) = told.according_to {
        put!(&mut credit, "; according to {}", escape(name));
    }
    credit.push('*');
    credit
}

fn names(outlets: &[&str]) -> String {
    let names: Vec<String> = outlets.iter().map(|name| escape(name)).collect();
    names.join(", ")
}

fn partings(out: &mut String, partings: &[Parting<'_>]) {
    if partings.is_empty() {
        return;
    }
    heading(out, "Where they differ");
    for parting in partings {
        let points: Vec<String> = parting
            .points
            .iter()
            .map(|point| format!("**{}** — {}", escape(point.about.text()), point.label))
            .collect();
        put!(out, "{}\n\n", points.join("  \n"));
        let row = |cell: &dyn Fn(&Side<'_>) -> String| {
            let cells: Vec<String> = parting.sides.iter().map(cell).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        out.push_str(&row(&head));
        out.push_str(&row(&|_| "---".to_owned()));
        out.push_str(&row(&marked));
        out.push('\n');
        if !parting.also.is_empty() {
            put!(out, "*Also told by {}*\n\n", names(&parting.also));
        }
    }
}

/// `Gazette, 4 Mar 2026; also Courier`
fn head(side: &Side<'_>) -> String {
    let mut head = escape(side.outlet());
    if let Some(published) = &side.published {
        put!(&mut head, ", {}", escape(published));
    }
    if !side.others().is_empty() {
        put!(&mut head, "; also {}", names(side.others()));
    }
    head
}

fn marked(side: &Side<'_>) -> String {
    let pieces = side.sentence.pieces(&side.marks);
    let mut words = String::new();
    for (piece, differs) in pieces {
        // Spaces at the ends of a piece are words' own; `escape` trims them.
        if piece.starts_with(char::is_whitespace) {
            words.push(' ');
        }
        let escaped = escape(piece);
        if differs {
            put!(&mut words, "<mark>{escaped}</mark>");
        } else {
            words.push_str(&escaped);
        }
        if piece.ends_with(char::is_whitespace) && !piece.trim().is_empty() {
            words.push(' ');
        }
    }
    words
}

fn alone(out: &mut String, reading: &Reading<'_>) {
    if reading.alone.is_empty() {
        return;
    }
    heading(out, reading.alone_label());
    for origin in &reading.alone {
        let carried = match origin.outlets.as_slice() {
            [] => String::new(),
            outlets => format!(", {} {}", origin.carried, names(outlets)),
        };
        put!(out, "### {}{carried}\n\n", escape(origin.name));
        for claim in &origin.told {
            put!(out, "- {}", escape(claim.excerpt.text()));
            if let Some(name) = claim.according_to {
                put!(out, " — *according to {}*", escape(name));
            }
            out.push('\n');
        }
        out.push('\n');
    }
}

fn speakers(out: &mut String, reading: &Reading<'_>) {
    if reading.speakers.is_empty() {
        return;
    }
    heading(out, "Who said what");
    for speaker in &reading.speakers {
        put!(out, "### {}\n\n", escape(speaker.name.unwrap_or("Speaker not named")));
        for said in &speaker.said {
            utterance(out, said);
        }
        out.push('\n');
    }
}

fn utterance(out: &mut String, said: &Said<'_>) {
    let outlets = names(&said.outlets());
    put!(out, "- {} — *{outlets}*\n", wording(&said.fullest));
    for (how, variant) in &said.variants {
        let outlet = escape(variant.outlet());
        put!(out, "  - {} in *{outlet}*: {}\n", how.label(), wording(variant));
    }
}

fn wording(wording: &Wording<'_>) -> String {
    let pieces = wording.pieces.iter().map(|piece| {
        let words = escape(piece.excerpt.text());
        if piece.marked { format!("“{words}”") } else { words }
    });
    pieces.collect::<Vec<_>>().join(" … ")
}

fn timeline(out: &mut String, moments: &[Moment<'_>]) {
    if moments.is_empty() {
        return;
    }
    heading(out, "Timeline");
    for moment in moments {
        let outlets = names(&moment.outlets());
        let words = escape(moment.excerpt.text());
        put!(out, "- **{}** {words} — *{outlets}*\n", escape(&moment.when));
    }
    out.push('\n');
}

fn earlier(out: &mut String, reading: &Reading<'_>) {
    if reading.earlier.is_empty() {
        return;
    }
    heading(out, "Earlier");
    for before in &reading.earlier {
        let outlet = escape(before.excerpt.outlet());
        put!(out, "- {} — *{outlet}*\n", escape(before.excerpt.text()));
        if let Some(story) = before.story {
            put!(out, "  - the story: {}\n", escape(story));
        }
    }
    out.push('\n');
}

/// Each article with its time, outlet, headline and where it is.
pub(super) fn articles<'a>(
    out: &mut String,
    articles: impl Iterator<Item = impl Borrow<Listed<'a>>>,
) {
    for listed in articles {
        let listed = listed.borrow();
        let published = listed.published.as_deref().map_or("no date".to_owned(), days::short);
        let copy = listed.copy_of.map(|of| format!(", a copy of {}", escape(of)));
        put!(
            out,
            "- **{}**{}, {}  \n  {}  \n  {}\n",
            escape(listed.outlet),
            copy.unwrap_or_default(),
            escape(&published),
            escape(listed.read.article.headline_words()),
            whereabouts(listed),
        );
        for note in listed.notes() {
            put!(out, "  - note: {}\n", escape(&note));
        }
    }
    out.push('\n');
}

/// A link where it is one a browser can follow, else words.
fn whereabouts(listed: &Listed<'_>) -> String {
    match listed.link() {
        Some(url) if !url.contains(['<', '>', ' ', '\\']) => format!("<{url}>"),
        _ => escape(listed.whereabouts()),
    }
}
