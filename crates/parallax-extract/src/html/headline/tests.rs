//! What is read from data and print that disagree, on invented pages.

use crate::html::article;
use parallax_model::{Article, Capture, CaptureParts, MediaType};

const BODY: &str = "<p>The ferry to Gull Rock was late again on Monday, the harbour office said.</p>\
    <p>Nobody was hurt, but two goats, which had no tickets, had to be led off the pier.</p>";

fn read(head: &str, top: &str, foot: &str) -> Article {
    let page = format!(
        "<html><head>{head}</head><body><article>{top}{BODY}{foot}</article></body></html>"
    );
    let capture = Capture::new(CaptureParts {
        path: "page.html".into(),
        record: None,
        url: Some("https://gazette.example/news/ferry".into()),
        media_type: MediaType::Html,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: page.into_bytes(),
    });
    article(&capture).value.expect("the page has an article")
}

#[track_caller]
fn check_headline(head: &str, top: &str, expected: &str) {
    assert_eq!(read(head, top, "").headline_words(), expected);
}

#[test]
fn what_data_agrees_on_is_the_headline() {
    let linked = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Goats: Late ferry delays two"}</script>"#;
    let head = format!("{linked}<meta property='og:title' content='Goats: Late ferry delays two'>");
    check_headline(&head, "<h1>Late ferry delays two</h1>", "Goats: Late ferry delays two");
}

#[test]
fn a_heading_is_believed_before_one_card() {
    let head = "<meta property='og:title' content='You will not believe these goats'>";
    check_headline(head, "<h1>Late ferry delays two goats</h1>", "Late ferry delays two goats");
}

#[test]
fn what_opens_a_headline_stays_where_the_data_has_it_too() {
    let linked = r#"<script type="application/ld+json">{"@type":"ReportageNewsArticle","headline":"Gull Rock: Late ferry delays two goats"}</script>"#;
    let head = format!("{linked}<meta property='og:title' content='Late ferry delays two goats'>");
    let printed = "Gull Rock: Late ferry delays two goats";
    check_headline(&head, &format!("<h1>{printed}</h1>"), printed);
}

#[test]
fn the_name_of_the_site_is_no_headline() {
    let head = "<meta property='og:site_name' content='Tide Post'>\
        <title>Late ferry delays goats | Tide Post</title>";
    check_headline(head, "<h1>Tide Post</h1>", "Late ferry delays goats");
}

#[test]
fn a_template_that_copies_the_title_agrees_with_nothing() {
    let linked = r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Goats and ferries - Tide Post"}</script>"#;
    let head = format!(
        "{linked}<meta property='og:site_name' content='Tide Post'>\
        <meta property='og:title' content='Goats and ferries - Tide Post'>"
    );
    check_headline(&head, "<h1>Two goats miss the ferry</h1>", "Two goats miss the ferry");
}

#[test]
fn a_card_that_another_heading_prints_is_the_headline() {
    let head = "<meta property='og:title' content='Goats miss the ferry'>\
        <title>Harbour news: two goats are late | Tide Post</title>";
    let top = "<h1>Harbour news: two goats are late</h1>\
        <h2><span>Gull Rock</span> <span>Goats miss the ferry</span></h2>";
    check_headline(head, top, "Goats miss the ferry");
}

#[test]
fn kickers_that_differ_are_no_part_of_the_headline() {
    let head = "<meta property='og:title' content='Harbour row: Two goats miss the ferry'>";
    let top = "<h1>Gull Rock island - Two goats miss the ferry</h1>";
    check_headline(head, top, "Two goats miss the ferry");
    let head = "<meta property='og:title' content='Gull Rock: Two goats miss the ferry'>";
    check_headline(head, top, "Gull Rock island - Two goats miss the ferry");
}

#[test]
fn a_kicker_in_a_block_of_its_own_is_no_headline() {
    let head = "<meta property='og:title' content='After the storm: Two goats miss the ferry'>";
    let top = "<h2><span>After the storm</span><div>Two goats miss the ferry</div></h2>";
    check_headline(head, top, "Two goats miss the ferry");
}

#[test]
fn words_that_markup_runs_together_are_parted() {
    let head = "<meta property='og:title' content='Gull Rock / Two goats miss the ferry'>";
    let top = "<h1><span>Gull Rock</span><span>Two goats miss the ferry</span></h1>";
    check_headline(head, top, "Gull Rock / Two goats miss the ferry");
}

#[test]
fn the_heading_ends_where_its_link_to_the_article_does() {
    let head = "<title>Two goats miss the ferry | Tide Post</title>\
        <meta property='og:site_name' content='Tide Post'>\
        <meta property='og:title' content='Two goats miss the ferry'>";
    let top = "<h1><a href='/ferry'>Two goats miss the ferry</a> <i>(gazette.example)</i> 12</h1>";
    check_headline(head, top, "Two goats miss the ferry");
    let top = "<h1>Two goats miss the ferry to <a href='/x'>Gull Rock</a></h1>";
    check_headline(head, top, "Two goats miss the ferry to Gull Rock");
}

#[test]
fn a_lone_heading_is_believed_before_a_crosshead() {
    let head = "<title>Which goat certificate is the best?</title>";
    let top = "<header><h1>Goat certificate types and prices</h1></header>\
        <p>All goats on board need one, and the office at the pier has three kinds of it.</p>\
        <h2>What is a goat certificate?</h2>";
    check_headline(head, top, "Goat certificate types and prices");
}

#[track_caller]
fn check_authors(head: &str, top: &str, foot: &str, expected: &str) {
    let names: Vec<String> = read(head, top, foot).byline.into_iter().map(|a| a.name).collect();
    assert_eq!(names.join("; "), expected);
}

#[test]
fn bylines_are_found_by_what_elements_are_called() {
    check_authors("", "<h1>Ferry late</h1><div class='author-name'>Ada Lane</div>", "", "Ada Lane");
    check_authors(
        "",
        "<h1>Ferry late</h1><a href='/authors/ada-lane'>Ada Lane</a>",
        "",
        "Ada Lane",
    );
    check_authors("", "<h1>Ferry late</h1><p>Written by</p><p>Ada Lane</p>", "", "Ada Lane");
    check_authors("", "<h1>Ferry late</h1>", "<div class='author-card'>Ada Lane</div>", "Ada Lane");
}

#[test]
fn a_name_over_words_about_its_bearer_is_the_author() {
    let foot = "<div class='bio'><h3>Ada Lane</h3><p>Ada Lane is a marine biologist.</p></div>";
    check_authors("", "<h1>Ferry late</h1>", foot, "Ada Lane");
}

#[test]
fn a_card_for_other_sites_names_the_author() {
    let head = "<meta name='twitter:label1' content='Written by'>\
        <meta name='twitter:data1' content='Ada Lane'>";
    check_authors(head, "<h1>Ferry late</h1>", "", "Ada Lane");
}

#[test]
fn the_outlet_signs_only_where_nobody_else_does() {
    let head = "<meta property='og:site_name' content='Tide Post'>\
        <meta name='author' content='Tide Post'>";
    check_authors(head, "<h1>Ferry late</h1>", "", "Tide Post");
    check_authors(head, "<h1>Ferry late</h1><p class='byline'>By Ada Lane</p>", "", "Ada Lane");
    let head = "<meta name='author' content='Tide Post (www.tide.example)'>";
    check_authors(head, "<h1>Ferry late</h1><p class='byline'>By Ada Lane</p>", "", "Ada Lane");
}

#[test]
fn who_signs_the_teaser_of_another_page_is_not_the_author() {
    let foot = "<a href='/tides'><div><h1>High tides ahead</h1><p>The office warns of high \
        tides.</p><h6>By Ben Coe and Eve Moss</h6></div></a>";
    check_authors("", "<h1>Ferry late</h1>", foot, "");
    check_authors(
        "",
        "<h1>Ferry late</h1>",
        "<h6>By Ben Coe and Eve Moss</h6>",
        "Ben Coe; Eve Moss",
    );
}

#[test]
fn all_who_are_printed_are_named_whatever_their_titles() {
    let head = r#"<script type="application/ld+json">{"@type":"NewsArticle",
        "author":{"@type":"Person","name":"Ada Lane"}}</script>"#;
    let top = "<h1>Ferry late</h1><div class='author'>Written by <span>Dr Ada Lane</span>, \
        <span>Ben Coe</span></div>";
    check_authors(head, top, "", "Dr Ada Lane; Ben Coe");
}

#[test]
fn an_outlet_printed_as_the_author_signs_where_no_data_names_one() {
    let head = "<meta property='og:site_name' content='Tidepost'>";
    let top = "<h1>Ferry late</h1><span class='post-author-name'>Tidepost</span>";
    check_authors(head, top, "", "Tidepost");
    check_authors(head, "<h1>Ferry late</h1><span>Tidepost</span>", "", "");
}

#[test]
fn on_the_site_of_an_agency_its_people_go_before_it() {
    let head = r#"<link rel="canonical" href="https://reuters.example/ferry">
        <meta property="og:site_name" content="Fact checks">
        <script type="application/ld+json">{"@type":"NewsArticle",
        "author":{"@type":"Organization","name":"Reuters"}}</script>"#;
    check_authors(head, "<h1>Ferry late</h1><p class='byline'>By Ada Lane</p>", "", "Ada Lane");
}

#[track_caller]
fn check_published(head: &str, top: &str, foot: &str, expected: &str) {
    let published = read(head, top, foot).published;
    assert_eq!(published.map_or("-".to_owned(), |at| at.to_string()), expected);
}

#[test]
fn a_page_was_published_when_it_says_so_by_the_headline() {
    let top = "<h1>Ferry late</h1><div>Updated 12 March 2026</div><div>Posted 4 March 2026</div>";
    check_published("", top, "", "2026-03-04");
    check_published("<meta name='w-published-date' content='2026-03-05'>", top, "", "2026-03-05");
    let foot = "<p class='info'>Veröffentlicht am 7. März 2026</p>";
    check_published("", "<h1>Ferry late</h1>", foot, "2026-03-07");
    check_published("", "<h1>Ferry late</h1>", "<p>Aktualisiert: 8.3.2026</p>", "2026-03-08");
}

#[test]
fn the_printed_day_goes_before_that_of_a_machine() {
    let head = "<meta property='article:published_time' content='2026-03-05T02:30:00Z'>";
    check_published(head, "<h1>Ferry late</h1><div>4 March 2026</div>", "", "2026-03-04");
    check_published(head, "<h1>Ferry late</h1><div>1 March 2026</div>", "", "2026-03-05T02:30:00Z");
}

#[test]
fn figures_are_read_in_the_order_of_the_page() {
    let top = "<h1>Ferry late</h1><div>04/03/2026</div>";
    check_published("", top, "", "-");
    check_published("<meta property='og:locale' content='en_US'>", top, "", "-");
    check_published("<meta property='og:locale' content='fr_FR'>", top, "", "2026-03-04");
    check_published("<meta property='og:locale' content='en_GB'>", top, "", "2026-03-04");
}

#[test]
fn a_title_may_hold_the_day() {
    let head = "<title>Ferry late | Tide Post | 04.03.2026</title>";
    check_published(head, "<h1>Ferry late</h1>", "", "2026-03-04");
}

#[test]
fn visible_elements_may_say_what_they_hold() {
    let top = "<h1>Ferry late</h1><div typeof='schema:NewsArticle'>\
        <p property='schema:author' typeof='schema:Person'><b property='schema:name'>Ada Lane</b></p>\
        <p property='dc:issued' content='2026-03-04'>last week</p></div>";
    check_authors("", top, "", "Ada Lane");
    check_published("", top, "", "2026-03-04");
    let other = "<h1>Ferry late</h1><div typeof='schema:Comment'>\
        <p property='schema:author'>Ben Coe</p></div>";
    check_authors("", other, "", "");
}

#[test]
fn a_caption_may_be_left_to_a_script() {
    let foot = "<img src='/g.jpg' data-caption='Two goats wait at the end of the pier.'>\
        <p>They were fed and later went home again, the harbour office said.</p>";
    let page = read("", "<h1>Ferry late</h1>", foot);
    let caption = page.images.first().and_then(|image| image.caption.clone());
    assert_eq!(caption.as_deref(), Some("Two goats wait at the end of the pier."));
}

#[test]
fn tags_are_those_of_the_article() {
    let head = "<meta name='keywords' content='news, best news, Tide Post'>\
        <meta property='article:tag' content='Goats'><meta property='article:tag' content='Ferries'>";
    assert_eq!(read(head, "<h1>Ferry late</h1>", "").tags, ["Goats", "Ferries"]);
}

#[test]
fn a_language_bar_gives_the_other_versions() {
    let bar = "<div><a href='/ru/ferry'>Русский</a> <a href='/kk/ferry'>Қазақша</a></div>";
    let page = read("", &format!("{bar}<h1>Ferry late</h1>"), "");
    let found: Vec<&str> = page.alternates.iter().map(|other| other.language.as_str()).collect();
    assert_eq!(found, ["ru", "kk-Cyrl"]);
}

#[test]
fn a_caption_and_its_credit_part() {
    let foot = "<figure><img src='/g.jpg'><figcaption>Two goats on the pier. \
        <span>Ada Lane/QPA</span></figcaption></figure><p>They were fed and later went home again, \
        the harbour office said on Tuesday.</p>";
    let page = read("", "<h1>Ferry late</h1>", foot);
    let image = page.images.first().expect("the picture has a caption");
    assert_eq!(image.caption.as_deref(), Some("Two goats on the pier."));
    assert_eq!(image.credit.as_deref(), Some("Ada Lane/QPA"));
}
