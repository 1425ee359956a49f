//! A story as Markdown, section by section.

use super::escape::escape;
use crate::{
    days, labels,
    put::put,
    reading::{
        Day, Excerpt, Listed, Parting, Point, Reading, Said, Side, Silence, Table, Telling, Told,
        Wording,
    },
};
use parallax_model::Span;

/// Sets every section that has something in it.
pub(super) fn set(out: &mut String, reading: &Reading<'_>) {
    headline(out, reading);
    told(out, &reading.all_label(), &reading.all);
    told(out, "What several tell", &reading.several);
    partings(out, &reading.partings);
    reading.table.iter().for_each(|table| self::table(out, table));
    alone(out, reading);
    speakers(out, reading);
    timeline(out, &reading.timeline);
    told(out, "Background", &reading.background);
    corrected(out, reading);
    earlier(out, reading);
    thread(out, reading);
    left(out, reading);
    heading(out, "The articles");
    articles(out, &reading.articles);
}

fn heading(out: &mut String, label: &str) {
    out.push_str("## ");
    out.push_str(label);
    out.push_str("\n\n");
}

fn headline(out: &mut String, reading: &Reading<'_>) {
    let words = reading.headline.map_or_else(String::new, |headline| escape(headline.text()));
    put!(out, "# {words}\n\n*{}*\n\n", escape(reading.headline_outlet));
    if let Some(lead) = &reading.lead {
        let differs = lead.differs.map(|how| format!(" *({how})*")).unwrap_or_default();
        let words = escape(lead.told.excerpt.text());
        put!(out, "**{words}**  \n{}{differs}\n\n", credit(&lead.told));
    }
    if let Some(when) = &reading.when {
        put!(out, "- **When** {}\n", escape(when));
    }
    if let Some(place) = reading.place {
        put!(out, "- **Where** {}\n", escape(place));
    }
    if let Some(topic) = reading.topic {
        put!(out, "- **Topic** {topic}\n");
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
    let name = |outlet: &&str| format!("{}{}", escape(outlet), escape_aside(&told.aside(outlet)));
    let mut credit = format!("— *{}", name(&told.excerpt.outlet()));
    if !told.also.is_empty() {
        let also: Vec<String> = told.also.iter().map(name).collect();
        put!(&mut credit, "; also {}", labels::row(&also));
    }
    if !told.partly.is_empty() {
        put!(&mut credit, "; in part {}", names(&told.partly));
    }
    if let Some(name) = told.according_to {
        put!(&mut credit, "; according to {}", escape(name));
    }
    let Silence { not_in, too_early } = &told.silence;
    if !not_in.is_empty() {
        put!(&mut credit, "; not found in {}", names(not_in));
    }
    if !too_early.is_empty() {
        put!(&mut credit, "; too early for {}", names(too_early));
    }
    credit.push('*');
    credit
}

/// Its words escaped, with the space before them.
fn escape_aside(aside: &str) -> String {
    aside.strip_prefix(' ').map(|words| format!(" {}", escape(words))).unwrap_or_default()
}

fn names(outlets: &[&str]) -> String {
    let names: Vec<String> = outlets.iter().map(|name| escape(name)).collect();
    labels::row(&names)
}

fn partings(out: &mut String, partings: &[Parting<'_>]) {
    if partings.is_empty() {
        return;
    }
    heading(out, "Where they differ");
    for parting in partings {
        let points: Vec<String> = parting.points.iter().map(point).collect();
        put!(out, "{}\n\n", points.join("  \n"));
        let row = |cell: &dyn Fn(&Side<'_>) -> String| {
            let cells: Vec<String> = parting.sides.iter().map(cell).collect();
            format!("| {} |\n", cells.join(" | "))
        };
        out.push_str(&row(&|side| escape(&side.head())));
        out.push_str(&row(&|_| "---".to_owned()));
        out.push_str(&row(&|side| marked(&side.sentence, &side.marks)));
        out.push('\n');
        if !parting.also.is_empty() {
            put!(out, "*Also told by {}*\n\n", names(&parting.also));
        }
    }
}

/// `**lorries:** 300 / 450 — number: in conflict`
fn point(point: &Point<'_>) -> String {
    let values: Vec<String> = point.values.iter().map(|value| escape(value.text())).collect();
    let values = values.join(" / ");
    match point.about.map(|about| escape(about.text())) {
        Some(about) if values.is_empty() => format!("**{about}** — {}", point.label),
        Some(about) => format!("**{about}:** {values} — {}", point.label),
        None => format!("**{values}** — {}", point.label),
    }
}

fn marked(excerpt: &Excerpt<'_>, marks: &[Span]) -> String {
    let pieces = excerpt.pieces(marks);
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

/// What several origins tell, beside the origins.
fn table(out: &mut String, table: &Table<'_>) {
    heading(out, "Who tells what");
    let origins: Vec<String> = table.origins.iter().map(|origin| escape(origin)).collect();
    put!(out, "| What is told | {} |\n", origins.join(" | "));
    put!(out, "| --- |{}\n", " --- |".repeat(origins.len()));
    for row in &table.rows {
        let cells = row.cells.iter().map(|cell| match &cell.how {
            Telling::Differs(value) => format!("{} {}", cell.how.label(), escape(value.text())),
            how => how.label().to_owned(),
        });
        let cells: Vec<String> = cells.collect();
        put!(out, "| {} | {} |\n", escape(row.excerpt.text()), cells.join(" | "));
    }
    out.push('\n');
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
        let apart = origin.apart.as_deref().map(|apart| format!(", {}", escape(apart)));
        let apart = apart.unwrap_or_default();
        let later = match origin.later_than.as_slice() {
            [] => String::new(),
            earlier => format!(", later than {}", names(earlier)),
        };
        put!(out, "### {}{carried}{apart}{later}\n\n", escape(origin.name));
        for claim in &origin.told {
            put!(out, "- {}", escape(claim.excerpt.text()));
            if let Some(name) = claim.according_to {
                put!(out, " — *according to {}*", escape(name));
            }
            if !claim.silence.too_early.is_empty() {
                put!(out, " — *too early for {}*", names(&claim.silence.too_early));
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
    for variant in &said.variants {
        let label = variant.label(|name| format!("*{}*", escape(name)));
        put!(out, "  - {label}: {}\n", wording(&variant.wording));
    }
}

fn wording(wording: &Wording<'_>) -> String {
    let pieces = wording.pieces.iter().map(|piece| {
        let words = marked(&piece.excerpt, &wording.changed);
        if piece.marked { format!("“{words}”") } else { words }
    });
    pieces.collect::<Vec<_>>().join(" … ")
}

fn timeline(out: &mut String, days: &[Day<'_>]) {
    if days.is_empty() {
        return;
    }
    heading(out, "Timeline");
    for day in days {
        for moment in &day.moments {
            let outlets = names(&moment.outlets());
            let words = escape(moment.excerpt.text());
            let told = moment.reported.as_deref().map(|at| format!("; told {}", escape(at)));
            let told = told.unwrap_or_default();
            put!(out, "- **{}** {words} — *{outlets}{told}*\n", escape(&day.when));
        }
        if !day.folded.is_empty() {
            put!(out, "- **{}** and {} more\n", escape(&day.when), day.folded.len());
        }
    }
    out.push('\n');
}

fn thread(out: &mut String, reading: &Reading<'_>) {
    if reading.thread.is_empty() {
        return;
    }
    heading(out, "Earlier and later stories");
    for linked in &reading.thread {
        let (headline, why) = (escape(linked.headline), escape(&linked.why));
        put!(out, "- {}: {headline} — *both tell of {why}*\n", linked.when);
    }
    out.push('\n');
}

fn left(out: &mut String, reading: &Reading<'_>) {
    if reading.left.is_empty() {
        return;
    }
    heading(out, "Not compared");
    for left in &reading.left {
        let (outlet, headline) = (escape(left.outlet), escape(left.headline));
        put!(out, "- **{outlet}**: {headline} — *{}*\n", escape(&left.why));
    }
    out.push('\n');
}

fn corrected(out: &mut String, reading: &Reading<'_>) {
    if reading.corrected.is_empty() {
        return;
    }
    heading(out, "Corrected or withdrawn");
    for one in &reading.corrected {
        put!(out, "- **{}**: {}\n", escape(one.outlet), escape(one.was));
        match &one.now {
            Some(now) => put!(out, "  - now: {}\n", escape(now.text())),
            None => out.push_str("  - *not said any more*\n"),
        }
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
pub(super) fn articles(out: &mut String, articles: &[Listed<'_>]) {
    for listed in articles {
        let published = listed.published.as_deref().map_or("no date".to_owned(), days::short);
        let copy = listed.copy_of.as_ref();
        let copy = copy.map(|(called, of, share)| format!(", {called} {}{share}", escape(of)));
        let credit = listed.credit.map(|agency| format!(", credited to {}", escape(agency)));
        let language = listed.language.as_deref().map(|name| format!(", in {}", escape(name)));
        let headline = listed.headline().map(|headline| escape(headline.text()) + "  \n  ");
        put!(
            out,
            "- **{}**{}, {}{}  \n  {}{}\n",
            escape(listed.outlet),
            copy.unwrap_or_default() + &credit.unwrap_or_default(),
            escape(&published),
            language.unwrap_or_default(),
            headline.unwrap_or_default(),
            whereabouts(listed),
        );
        if let Some(why) = &listed.why {
            put!(out, "  - in common with the others: {}\n", escape(why));
        }
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
