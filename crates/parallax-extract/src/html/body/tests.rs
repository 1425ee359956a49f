//! Pages nobody meant to write, and blocks that are easily mistaken.

use crate::html::article;
use parallax_model::{Article, Capture, CaptureParts, MediaType};

const LEAD: &str =
    "<p>The ferry to Gull Rock was late again on Monday, the harbour office said.</p>";
const END: &str =
    "<p>Nobody was hurt, but two goats, which had no tickets, had to be led off the pier.</p>";

fn read(page: &str) -> Option<Article> {
    let capture = Capture::new(CaptureParts {
        path: "page.html".into(),
        record: None,
        url: None,
        media_type: MediaType::Html,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: page.as_bytes().to_vec(),
    });
    article(&capture).value
}

fn paragraphs(page: &str) -> Vec<String> {
    let Some(article) = read(page) else { return Vec::new() };
    article.paragraphs.iter().map(|&span| article.words(span).to_owned()).collect()
}

/// What stands between two paragraphs of an article.
#[track_caller]
fn check(between: &str, expected: &[&str]) {
    let page = format!("<h1>Goats delay ferry</h1><article>{LEAD}{between}{END}</article>");
    let words = paragraphs(&page);
    let words: Vec<_> = words.iter().map(String::as_str).collect();
    let text = |part: &'static str| part.trim_start_matches("<p>").trim_end_matches("</p>");
    assert_eq!(words, [&[text(LEAD)], expected, &[text(END)]].concat());
}

#[test]
fn what_nobody_sees_is_no_body() {
    check(
        "<template><p>A copy of the text, made for later, by the page itself.</p></template>",
        &[],
    );
    check(
        "<noscript><p>A copy of the text, made for old readers, by the page.</p></noscript>",
        &[],
    );
    check("<p style='display: none'>Hidden words that a search engine was meant to find.</p>", &[]);
    check("<script>if (a < b) document.write('<p>The pier was closed.</p>')</script>", &[]);
    check("<!-- <p>The pier was closed on Monday, the harbour office said.</p> -->", &[]);
    check("\0\0", &[]);
}

#[test]
fn a_script_or_comment_without_end_takes_no_more_than_the_rest() {
    for open in ["<script>", "<!-- ", "<style>", "<textarea>", "<svg><title>", "<select><option>"] {
        let page = format!("<h1>Goats delay ferry</h1>{LEAD}{END}{open}{}", "<p>x".repeat(50));
        assert_eq!(paragraphs(&page).first().map(String::len), Some(73), "{open}");
    }
}

#[test]
fn short_lines_above_the_text_are_no_paragraphs() {
    let page = |lead: &str| format!("<article>{lead}{LEAD}{END}</article>");
    for lead in [
        "<p class=kicker>City</p><h1>Goats delay ferry</h1>",
        "<h1>Goats delay ferry</h1><p class=source-line>Coast Wire</p>",
        "<h1>Goats delay ferry</h1><p>5 min read</p>",
    ] {
        assert_eq!(paragraphs(&page(lead)).len(), 2, "{lead}");
    }
}

#[test]
fn the_next_article_on_the_page_is_another() {
    let page = format!(
        "<main><article><h1>Goats delay ferry</h1>{LEAD}{END}</article>\
         <article><h2>Lamp goes out</h2><p>The lamp on the old pier went out on Sunday, for \
         the first time since it was lit, the keeper said.</p></article></main>"
    );
    assert_eq!(paragraphs(&page).len(), 2);
}

#[test]
fn news_above_the_headline_is_of_other_articles() {
    let page = format!(
        "<main><div><ul><li><a href=/a>Lamp goes out</a> The lamp on the old pier went out on \
         Sunday, for the first time since it was lit.</ul></div><h1>Goats delay ferry</h1>\
         {LEAD}{END}</main>"
    );
    assert_eq!(paragraphs(&page).len(), 2);
}

#[test]
fn a_quotation_set_as_a_figure_is_no_caption() {
    check(
        "<figure><img src=ada.jpg><blockquote><p>The goats knew where they were going, and \
         nobody on the pier had asked them for a ticket.</p></blockquote></figure>",
        &["The goats knew where they were going, and nobody on the pier had asked them for a \
           ticket."],
    );
}

#[test]
fn a_comment_in_a_program_is_shown_with_it() {
    check(
        "<pre><code><span class=comment># Count the goats on the pier, then untie the ferry, in \
         that order.</span> ferry --untie</code></pre>",
        &["# Count the goats on the pier, then untie the ferry, in that order. ferry --untie"],
    );
}

#[test]
fn comments_may_outweigh_the_article_many_times() {
    let comment = "<li class=comment><p>Goats have been on that ferry since I was a boy, and nobody \
                   minded, least of all the mate, who was fond of them.</p></li>";
    let page = format!(
        "<main><h1>Goats delay ferry</h1><article>{LEAD}{END}</article><div id=comments><ul>{}</ul>\
         </div></main>",
        comment.repeat(30)
    );
    assert_eq!(paragraphs(&page).len(), 2);
}

/// Each in a size that takes a moment where work grows with the square of it.
#[test]
fn odd_pages_take_no_longer_than_others() {
    const TIMES: usize = 3000;
    let nested = ["<div>", "<div>a b. ", "<b><i>x</b>", "<ul><li>word ", "<table><tr><td>x", "<p>"];
    let rows =
        ["</div></p>", "&amp;", "&", "\0", "<h2>Goats</h2>", "<figure><img src=a>x ", "<br>x."];
    for odd in nested.iter().chain(&rows) {
        let page = format!("<h1>Goats delay ferry</h1>{LEAD}{END}{}{LEAD}", odd.repeat(TIMES));
        assert!(read(&page).is_some(), "{odd}");
    }
    for open in ["<plaintext>", "<script>", "<!--", "<p title='", "<p ", "<a href=x>", "<svg>"] {
        let page =
            format!("<h1>Goats delay ferry</h1>{LEAD}{END}{open}{}", "<p>x </p>".repeat(TIMES));
        assert!(read(&page).is_some(), "{open}");
    }
    let attributes: Vec<_> = (0..TIMES).map(|at| format!("a{at}=b class=c")).collect();
    let attributes = attributes.join(" ");
    let page = format!("<h1>Goats delay ferry</h1><div {attributes}>{LEAD}{END}</div>");
    assert!(read(&page).is_some());
    let data = "{\"@graph\":[".repeat(TIMES);
    let page = format!("<script type=application/ld+json>{data}</script>{LEAD}{END}");
    assert!(read(&page).is_some());
}
