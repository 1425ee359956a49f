//! The articles of a story, each with its time and where it is.

use super::{
    escape::escape,
    fragment::{name, words},
};
use crate::{days, put::put, reading::Listed};

/// Each article with its time, outlet, headline and where it is.
pub(super) fn set(out: &mut String, articles: &[Listed<'_>]) {
    out.push_str("<ul class=\"articles\">\n");
    for listed in articles {
        article(out, listed);
    }
    out.push_str("</ul>\n");
}

fn article(out: &mut String, listed: &Listed<'_>) {
    let headline = listed.headline().map_or_else(|| "no headline".to_owned(), |all| words(&all));
    let headline = match listed.link() {
        Some(url) => format!("<a href=\"{}\" rel=\"noreferrer\">{headline}</a>", escape(url)),
        None => headline,
    };
    let time = match listed.published.as_deref() {
        Some(at) => format!("<time datetime=\"{}\">{}</time>", escape(at), days::short(at)),
        None => "no date".to_owned(),
    };
    let copy = listed.copy_of.as_ref();
    let copy = copy.map(|(called, of, share)| format!(", {called} {}{share}", name(of)));
    let credit = listed.credit.map(|agency| format!(", credited to {}", name(agency)));
    let copy = copy.unwrap_or_default() + &credit.unwrap_or_default();
    let outlet = name(listed.outlet);
    put!(out, "<li id=\"article-{}\">{headline}\n", listed.read.article.id);
    let language = listed.language.as_deref().map(escape);
    let language = language.map(|language| format!(", in {language}")).unwrap_or_default();
    put!(out, "<span class=\"credit\">{outlet}{copy}, {time}{language}</span>\n");
    put!(out, "<span class=\"path\">{}</span>", name(listed.whereabouts()));
    if let Some(why) = &listed.why {
        put!(out, "\n<span class=\"credit\">in common with the others: {}</span>", escape(why));
    }
    for note in listed.notes() {
        put!(out, "\n<span class=\"credit\">note: {}</span>", escape(&note));
    }
    out.push_str("</li>\n");
}
