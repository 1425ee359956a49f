//! A story as HTML, section by section.

use super::{
    escape::escape,
    fragment::{marked, name, names, quoted, words},
};
use crate::{
    days,
    put::put,
    reading::{Listed, Moment, Parting, Reading, Said, Side, Told, Wording},
};
use std::borrow::Borrow;

/// Sets every section that has something in it.
pub(super) fn set(out: &mut String, reading: &Reading<'_>) {
    put!(out, "<article class=\"story\" id=\"story-{}\">\n", reading.id);
    headline(out, reading);
    told(out, reading.all_label(), &reading.all);
    told(out, "What several tell", &reading.several);
    partings(out, &reading.partings);
    alone(out, reading);
    speakers(out, reading);
    timeline(out, &reading.timeline);
    told(out, "Background", &reading.background);
    earlier(out, reading);
    out.push_str("<section>\n<h3>The articles</h3>\n");
    articles(out, reading.articles.iter());
    out.push_str("</section>\n</article>\n");
}

fn headline(out: &mut String, reading: &Reading<'_>) {
    let headline = reading.headline.map_or_else(String::new, |headline| words(&headline));
    put!(out, "<header>\n<h2>{headline}</h2>\n");
    put!(out, "<p class=\"credit\">{}</p>\n<dl>\n", name(reading.headline_outlet));
    if let Some(when) = &reading.when {
        put!(out, "<div><dt>When</dt><dd>{}</dd></div>\n", escape(when));
    }
    if let Some(place) = reading.place {
        put!(out, "<div><dt>Where</dt><dd>{}</dd></div>\n", name(place));
    }
    put!(out, "<div><dt>From</dt><dd>{}</dd></div>\n", reading.numbers);
    out.push_str("</dl>\n</header>\n");
}

fn told(out: &mut String, label: &str, claims: &[Told<'_>]) {
    if claims.is_empty() {
        return;
    }
    put!(out, "<section>\n<h3>{label}</h3>\n<ul>\n");
    for claim in claims {
        put!(out, "<li id=\"claim-{}\">{}", claim.id, words(&claim.excerpt));
        put!(out, "\n<span class=\"credit\">{}</span>", credit(claim));
        other_words(out, claim);
        out.push_str("</li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

/// How the others put it, folded away until asked for.
fn other_words(out: &mut String, told: &Told<'_>) {
    if told.others.is_empty() {
        return;
    }
    out.push_str("\n<details>\n<summary>In their words</summary>\n<ul>\n");
    for other in &told.others {
        let outlet = name(other.outlet());
        put!(out, "<li>{}\n<span class=\"credit\">{outlet}</span></li>\n", words(other));
    }
    out.push_str("</ul>\n</details>\n");
}

/// `Gazette; also Courier (first), Post; according to …`
fn credit(told: &Told<'_>) -> String {
    let credited = |outlet: &&str| {
        let first = if told.first == Some(*outlet) { " (first)" } else { "" };
        format!("{}{first}", name(outlet))
    };
    let mut credit = credited(&told.excerpt.outlet());
    if !told.also.is_empty() {
        let also: Vec<String> = told.also.iter().map(credited).collect();
        put!(&mut credit, "; also {}", also.join(", "));
    }
    if let Some(who) = told.according_to {
        put!(&mut credit, "; according to {}", name(who));
    }
    credit
}

fn partings(out: &mut String, partings: &[Parting<'_>]) {
    if partings.is_empty() {
        return;
    }
    out.push_str("<section>\n<h3>Where they differ</h3>\n");
    for parting in partings {
        out.push_str("<div class=\"wide\">\n<table>\n<caption>");
        let points = parting.points.iter();
        let points: Vec<String> = points
            .map(|point| {
                let class = if point.conflict { "conflict" } else { "nature" };
                let about = words(&point.about);
                format!("<b>{about}</b> <span class=\"{class}\">{}</span>", point.label)
            })
            .collect();
        out.push_str(&points.join("<br>"));
        out.push_str("</caption>\n<thead>\n<tr>");
        for side in &parting.sides {
            put!(out, "<th scope=\"col\">{}</th>", head(side));
        }
        out.push_str("</tr>\n</thead>\n<tbody>\n<tr>");
        for side in &parting.sides {
            let outlet = escape(side.outlet());
            let sentence = marked(&side.sentence, &side.marks);
            put!(out, "<td data-outlet=\"{outlet}\">{sentence}</td>");
        }
        out.push_str("</tr>\n</tbody>\n</table>\n");
        if !parting.also.is_empty() {
            let also = names(&parting.also);
            put!(out, "<p class=\"credit\">also told by {also}</p>\n");
        }
        out.push_str("</div>\n");
    }
    out.push_str("</section>\n");
}

/// The outlet; smaller, when its article came out and who else has the same words.
fn head(side: &Side<'_>) -> String {
    let mut head = name(side.outlet());
    if let Some(published) = &side.published {
        put!(&mut head, " <small>{}</small>", escape(published));
    }
    if !side.others().is_empty() {
        put!(&mut head, " <small>also {}</small>", names(side.others()));
    }
    head
}

fn alone(out: &mut String, reading: &Reading<'_>) {
    if reading.alone.is_empty() {
        return;
    }
    put!(out, "<section>\n<h3>{}</h3>\n", reading.alone_label());
    for origin in &reading.alone {
        let carried = match origin.outlets.as_slice() {
            [] => String::new(),
            outlets => {
                format!("<span class=\"credit\">, {} {}</span>", origin.carried, names(outlets))
            }
        };
        put!(out, "<h4>{}{carried}</h4>\n<ul>\n", name(origin.name));
        for claim in &origin.told {
            put!(out, "<li id=\"claim-{}\">{}", claim.id, words(&claim.excerpt));
            if let Some(who) = claim.according_to {
                put!(out, "\n<span class=\"credit\">according to {}</span>", name(who));
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</section>\n");
}

fn speakers(out: &mut String, reading: &Reading<'_>) {
    if reading.speakers.is_empty() {
        return;
    }
    out.push_str("<section>\n<h3>Who said what</h3>\n");
    for speaker in &reading.speakers {
        let speaker_name = speaker.name.map_or("Speaker not named".to_owned(), name);
        put!(out, "<h4>{speaker_name}</h4>\n<ul class=\"said\">\n");
        for said in &speaker.said {
            utterance(out, said);
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</section>\n");
}

fn utterance(out: &mut String, said: &Said<'_>) {
    let outlets = names(&said.outlets());
    let fullest = wording(&said.fullest);
    put!(out, "<li>{fullest}\n<span class=\"credit\">{outlets}</span>");
    if !said.variants.is_empty() {
        out.push_str("\n<ul class=\"variants\">\n");
        for (how, variant) in &said.variants {
            let outlet = name(variant.outlet());
            let label = format!("<span class=\"credit\">{} in {outlet}:</span>", how.label());
            put!(out, "<li>{label} {}</li>\n", wording(variant));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</li>\n");
}

fn wording(wording: &Wording<'_>) -> String {
    let pieces = wording
        .pieces
        .iter()
        .map(|piece| if piece.marked { quoted(&piece.excerpt) } else { words(&piece.excerpt) });
    pieces.collect::<Vec<_>>().join(" … ")
}

fn timeline(out: &mut String, moments: &[Moment<'_>]) {
    if moments.is_empty() {
        return;
    }
    out.push_str("<section>\n<h3>Timeline</h3>\n<ol class=\"timeline\">\n");
    for moment in moments {
        let when = escape(&moment.when);
        let time = if moment.is_moment() {
            format!("<time datetime=\"{}\">{when}</time>", escape(moment.value))
        } else {
            format!("<span class=\"time\">{when}</span>")
        };
        let told = words(&moment.excerpt);
        let outlets = names(&moment.outlets());
        put!(out, "<li>{time} <div>{told} <span class=\"credit\">{outlets}</span>");
        out.push_str("</div></li>\n");
    }
    out.push_str("</ol>\n</section>\n");
}

fn earlier(out: &mut String, reading: &Reading<'_>) {
    if reading.earlier.is_empty() {
        return;
    }
    out.push_str("<section>\n<h3>Earlier</h3>\n<ul>\n");
    for before in &reading.earlier {
        let outlet = name(before.excerpt.outlet());
        let told = words(&before.excerpt);
        put!(out, "<li>{told}\n<span class=\"credit\">{outlet}");
        if let Some(story) = before.story {
            put!(out, "; the story: {}", name(story));
        }
        out.push_str("</span></li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

/// Each article with its time, outlet, headline and where it is.
pub(super) fn articles<'a>(
    out: &mut String,
    articles: impl Iterator<Item = impl Borrow<Listed<'a>>>,
) {
    out.push_str("<ul class=\"articles\">\n");
    for listed in articles {
        article(out, listed.borrow());
    }
    out.push_str("</ul>\n");
}

fn article(out: &mut String, listed: &Listed<'_>) {
    let headline = listed.headline().map_or_else(String::new, |headline| words(&headline));
    let headline = match listed.link() {
        Some(url) => format!("<a href=\"{}\" rel=\"noreferrer\">{headline}</a>", escape(url)),
        None => headline,
    };
    let time = match listed.published.as_deref() {
        Some(at) => format!("<time datetime=\"{}\">{}</time>", escape(at), days::short(at)),
        None => "no date".to_owned(),
    };
    let copy = listed.copy_of.map(|of| format!(", a copy of {}", name(of))).unwrap_or_default();
    let outlet = name(listed.outlet);
    put!(out, "<li id=\"article-{}\">{headline}\n", listed.read.article.id);
    put!(out, "<span class=\"credit\">{outlet}{copy}, {time}</span>\n");
    put!(out, "<span class=\"path\">{}</span>", name(listed.whereabouts()));
    for note in listed.notes() {
        put!(out, "\n<span class=\"credit\">note: {}</span>", escape(&note));
    }
    out.push_str("</li>\n");
}
