//! A story as HTML, section by section.

use super::{
    articles,
    escape::escape,
    fragment::{marked, name, names, quoted, words},
    table,
};
use crate::{
    labels,
    put::put,
    reading::{Day, Moment, Parting, Point, Reading, Said, Side, Silence, Told, Wording},
};

/// How many sentences of one account stand open; the rest is folded away.
const LONG: usize = 8;

/// More columns than these are not squeezed into the page but scrolled.
const WIDE: usize = 4;

/// Sets every section that has something in it.
pub(super) fn set(out: &mut String, reading: &Reading<'_>) {
    put!(out, "<article class=\"story\" id=\"story-{}\">\n", reading.id);
    headline(out, reading);
    told(out, &reading.all_label(), &reading.all);
    told(out, "What several tell", &reading.several);
    partings(out, &reading.partings);
    if let Some(table) = &reading.table {
        table::set(out, table);
    }
    alone(out, reading);
    speakers(out, reading);
    timeline(out, &reading.timeline);
    told(out, "Background", &reading.background);
    corrected(out, reading);
    earlier(out, reading);
    thread(out, reading);
    left(out, reading);
    out.push_str("<section>\n<h3>The articles</h3>\n");
    articles::set(out, &reading.articles);
    out.push_str("</section>\n</article>\n");
}

fn headline(out: &mut String, reading: &Reading<'_>) {
    let headline = reading.headline.map_or_else(String::new, |headline| words(&headline));
    put!(out, "<header>\n<h2>{headline}</h2>\n");
    put!(out, "<p class=\"credit\">{}</p>\n", name(reading.headline_outlet));
    if let Some(lead) = &reading.lead {
        let differs = lead.differs.map(|how| format!("; {how}")).unwrap_or_default();
        put!(out, "<p class=\"lead\" id=\"claim-{}\">", lead.told.id);
        put!(out, "{}\n", words(&lead.told.excerpt));
        put!(out, "<span class=\"credit\">{}{differs}</span></p>\n", credit(&lead.told));
    }
    out.push_str("<dl>\n");
    if let Some(when) = &reading.when {
        put!(out, "<div><dt>When</dt><dd>{}</dd></div>\n", escape(when));
    }
    if let Some(place) = reading.place {
        put!(out, "<div><dt>Where</dt><dd>{}</dd></div>\n", name(place));
    }
    if let Some(topic) = reading.topic {
        put!(out, "<div><dt>Topic</dt><dd>{topic}</dd></div>\n");
    }
    put!(out, "<div><dt>From</dt><dd>{}</dd></div>\n", reading.numbers);
    out.push_str("</dl>\n</header>\n");
}

fn told(out: &mut String, label: &str, claims: &[Told<'_>]) {
    if claims.is_empty() {
        return;
    }
    put!(out, "<section>\n<h3>{}</h3>\n<ul>\n", escape(label));
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
    let credited = |outlet: &&str| format!("{}{}", name(outlet), escape(&told.aside(outlet)));
    let mut credit = credited(&told.excerpt.outlet());
    if !told.also.is_empty() {
        let also: Vec<String> = told.also.iter().map(credited).collect();
        put!(&mut credit, "; also {}", labels::row(&also));
    }
    if !told.partly.is_empty() {
        put!(&mut credit, "; in part {}", names(&told.partly));
    }
    if let Some(who) = told.according_to {
        put!(&mut credit, "; according to {}", name(who));
    }
    let Silence { not_in, too_early } = &told.silence;
    if !not_in.is_empty() {
        put!(&mut credit, "; not found in {}", names(not_in));
    }
    if !too_early.is_empty() {
        put!(&mut credit, "; too early for {}", names(too_early));
    }
    credit
}

fn partings(out: &mut String, partings: &[Parting<'_>]) {
    if partings.is_empty() {
        return;
    }
    out.push_str("<section>\n<h3>Where they differ</h3>\n");
    for parting in partings {
        out.push_str("<div class=\"wide\" role=\"region\" tabindex=\"0\" ");
        let many = if parting.sides.len() > WIDE { " class=\"many\"" } else { "" };
        put!(out, "aria-label=\"{}\">\n<table{many}>\n<caption>", escape(&abouts(parting)));
        let points: Vec<String> = parting.points.iter().map(point).collect();
        out.push_str(&points.join("<br>"));
        out.push_str("</caption>\n<thead>\n<tr>");
        for side in &parting.sides {
            put!(out, "<th scope=\"col\">{}</th>", head(side));
        }
        out.push_str("</tr>\n</thead>\n<tbody>\n<tr>");
        for side in &parting.sides {
            let head = escape(&side.head());
            let sentence = marked(&side.sentence, &side.marks);
            put!(out, "<td data-head=\"{head}\">{sentence}</td>");
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

/// What it is about, the values, and how they stand to each other.
fn point(point: &Point<'_>) -> String {
    let values: Vec<String> = point.values.iter().map(words).collect();
    let values = values.join(" / ");
    let subject = match point.about.as_ref().map(words) {
        Some(about) if values.is_empty() => format!("<b>{about}</b>"),
        Some(about) => format!("<b>{about}:</b> {values}"),
        None => format!("<b>{values}</b>"),
    };
    let class = if point.conflict { "conflict" } else { "nature" };
    format!("{subject} <span class=\"{class}\">{}</span>", point.label)
}

/// What the table is about, in words alone.
fn abouts(parting: &Parting<'_>) -> String {
    let mut abouts: Vec<&str> = parting.points.iter().map(Point::name).collect();
    abouts.dedup();
    abouts.join(", ")
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
        let apart = origin.apart.as_deref().map(escape);
        let apart = apart.map(|apart| format!("<span class=\"credit\">, {apart}</span>"));
        let apart = apart.unwrap_or_default();
        let later = match origin.later_than.as_slice() {
            [] => String::new(),
            earlier => format!("<span class=\"credit\">, later than {}</span>", names(earlier)),
        };
        put!(out, "<h4>{}{carried}{apart}{later}</h4>\n<ul>\n", name(origin.name));
        let many = origin.told.len();
        // Two sentences are read sooner than unfolded.
        let shown = if many > LONG + 2 { LONG } else { many };
        let (shown, folded) = origin.told.split_at(shown);
        lines(out, shown);
        out.push_str("</ul>\n");
        if !folded.is_empty() {
            put!(out, "<details>\n<summary>{} more</summary>\n<ul>\n", folded.len());
            lines(out, folded);
            out.push_str("</ul>\n</details>\n");
        }
    }
    out.push_str("</section>\n");
}

/// What one tells, a sentence a line.
fn lines(out: &mut String, told: &[Told<'_>]) {
    for claim in told {
        put!(out, "<li id=\"claim-{}\">{}", claim.id, words(&claim.excerpt));
        if let Some(who) = claim.according_to {
            put!(out, "\n<span class=\"credit\">according to {}</span>", name(who));
        }
        if !claim.silence.too_early.is_empty() {
            let early = names(&claim.silence.too_early);
            put!(out, "\n<span class=\"credit\">too early for {early}</span>");
        }
        out.push_str("</li>\n");
    }
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
        for variant in &said.variants {
            let label = format!("<span class=\"credit\">{}:</span>", variant.label(name));
            put!(out, "<li>{label} {}</li>\n", wording(&variant.wording));
        }
        out.push_str("</ul>\n");
    }
    out.push_str("</li>\n");
}

fn wording(wording: &Wording<'_>) -> String {
    let pieces = wording.pieces.iter().map(|piece| {
        if piece.marked {
            quoted(&piece.excerpt, &wording.changed)
        } else {
            marked(&piece.excerpt, &wording.changed)
        }
    });
    pieces.collect::<Vec<_>>().join(" … ")
}

fn timeline(out: &mut String, days: &[Day<'_>]) {
    if days.is_empty() {
        return;
    }
    out.push_str("<section>\n<h3>Timeline</h3>\n<ol class=\"timeline\">\n");
    for day in days {
        let when = escape(&day.when);
        let time = if day.is_moment() {
            format!("<time datetime=\"{}\">{when}</time>", escape(day.value))
        } else {
            format!("<span class=\"time\">{when}</span>")
        };
        put!(out, "<li>{time}\n<div>\n");
        moments(out, &day.moments);
        if !day.folded.is_empty() {
            let more = day.folded.len();
            put!(out, "<details>\n<summary>{more} more of that day</summary>\n");
            moments(out, &day.folded);
            out.push_str("</details>\n");
        }
        out.push_str("</div></li>\n");
    }
    out.push_str("</ol>\n</section>\n");
}

fn moments(out: &mut String, moments: &[Moment<'_>]) {
    for moment in moments {
        let told = words(&moment.excerpt);
        let outlets = names(&moment.outlets());
        let reported = moment.reported.as_deref().map(|at| format!("; told {}", escape(at)));
        let reported = reported.unwrap_or_default();
        put!(out, "<p>{told} <span class=\"credit\">{outlets}{reported}</span></p>\n");
    }
}

fn thread(out: &mut String, reading: &Reading<'_>) {
    if reading.thread.is_empty() {
        return;
    }
    out.push_str("<section>\n<h3>Earlier and later stories</h3>\n<ul>\n");
    for linked in &reading.thread {
        let headline = name(linked.headline);
        let headline = match &linked.anchor {
            Some(anchor) => format!("<a href=\"#{anchor}\">{headline}</a>"),
            None => headline,
        };
        put!(out, "<li>{}: {headline}\n", linked.when);
        put!(out, "<span class=\"credit\">both tell of {}</span></li>\n", escape(&linked.why));
    }
    out.push_str("</ul>\n</section>\n");
}

fn left(out: &mut String, reading: &Reading<'_>) {
    if reading.left.is_empty() {
        return;
    }
    out.push_str("<section>\n<h3>Not compared</h3>\n<ul>\n");
    for left in &reading.left {
        let (headline, outlet) = (name(left.headline), name(left.outlet));
        let why = escape(&left.why);
        put!(out, "<li>{headline}\n<span class=\"credit\">{outlet}: {why}</span></li>\n");
    }
    out.push_str("</ul>\n</section>\n");
}

fn corrected(out: &mut String, reading: &Reading<'_>) {
    if reading.corrected.is_empty() {
        return;
    }
    out.push_str("<section>\n<h3>Corrected or withdrawn</h3>\n<ul>\n");
    for one in &reading.corrected {
        put!(out, "<li><del>{}</del>\n", name(one.was));
        if let Some(now) = &one.now {
            put!(out, "<ins>{}</ins>\n", words(now));
        }
        let fate = if one.now.is_some() { "corrected" } else { "not said any more" };
        put!(out, "<span class=\"credit\">{}: {fate}</span></li>\n", name(one.outlet));
    }
    out.push_str("</ul>\n</section>\n");
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
