use crate::{listing::Kind, read_listing};

/// Article addresses found, without the outlet's own start.
#[track_caller]
fn check(page: &str, expected: &[&str]) {
    let listing = read_listing(Kind::FrontPage, page.as_bytes(), "https://www.quay.example/")
        .expect("it is read");
    let found: Vec<&str> = listing
        .found
        .iter()
        .map(|one| one.url.trim_start_matches("https://www.quay.example"))
        .collect();
    assert_eq!(found, expected, "{page}");
}

const MENU: &str = "<nav><a href=/>Home</a><a href=/news>News</a><a href=/sport/football>Football</a><a href=/about-us>About us</a>\
    <a href='/news/the-best-of-all-our-long-reads'>The best of all our long reads</a></nav>";

const FOOT: &str = "<footer><a href=/privacy-policy>How we protect your privacy here</a><a href='/terms/terms-of-use-of-this-site-2024'>Terms of use</a>\
    <a href='https://ads.example/a-long-slug-of-another-site-12345'>Read this on another site</a></footer>";

#[test]
fn a_page_of_cards_with_dates_in_addresses() {
    let page = format!(
        "<html>{MENU}<main><article><a href='/2024/01/02/river-rises'><img alt='A river'></a><h2><a href='/2024/01/02/river-rises'>River Orle rises by two metres</a></h2>\
         <a href='/author/ada-lane'>Ada Lane</a></article><article><h3><a href='https://www.quay.example/2024/01/02/snow?utm_source=a#top'>Snow</a></h3></article></main>{FOOT}"
    );
    check(&page, &["/2024/01/02/river-rises", "/2024/01/02/snow?utm_source=a"]);
}

#[test]
fn a_page_of_slugs_without_headings() {
    let page = format!(
        "<body><div class='top-menu'><a href='/weather/five-days'>The weather of the next five days</a></div><div class=list>\
         <div><a href='/news/local/river-orle-rises-by-two-metres'>River Orle rises by two metres after storm</a></div>\
         <div><a href='/news/local/first-snow-on-the-pass'>First snow of the year on the pass</a></div>\
         <div><a href='/news/world/mayor-of-tolm-steps-down'>Mayor of Tolm steps down</a></div>\
         <div><a href='/news/world/ferry-is-late-again'>Late</a></div></div><div><a href='/news/local'>All local news of this week</a></div>{FOOT}"
    );
    check(
        &page,
        &[
            "/news/local/river-orle-rises-by-two-metres",
            "/news/local/first-snow-on-the-pass",
            "/news/world/mayor-of-tolm-steps-down",
        ],
    );
}

#[test]
fn a_page_of_numbers() {
    let page = format!(
        "<table>{MENU}<tr><td><a href='news.php?id=48213'>Мэр города Тольм подал в отставку</a><td><a href='news.php?id=48214'>На перевале выпал первый снег</a>\
         <td><a href='news.php?id=48215'>Паром</a><td><a href='news.php?id=48216'>Река вышла из берегов после шторма</a><td><a href='list.php?page=2'>Следующая страница новостей</a>\
         <td><a href='/search?q=sneg'>Поиск по всем новостям</a></table>"
    );
    check(
        &page,
        &["/news.php?id=48213", "/news.php?id=48214", "/news.php?id=48215", "/news.php?id=48216"],
    );
}

#[test]
fn a_page_without_blanks_between_words() {
    let page = "<ul><li><a href='/a/202401/02/c48213.html'>奥尔河一夜上涨两米大桥关闭</a><li><a href='/a/202401/02/c48214.html'>山口降下今年第一场雪</a><li><a href='/sports'>体育</a></ul>";
    check(page, &["/a/202401/02/c48213.html", "/a/202401/02/c48214.html"]);
}

#[test]
fn a_page_of_broken_markup() {
    let page = "<div><div><nav><a href=/sport>Sport<li><a href=\"/2024/jan/02/river-orle-rises\">River Orle rises<h3><a href='/2024/jan/02/first-snow-on-the-pass'>First snow on the pass</a";
    let listing = read_listing(Kind::FrontPage, page.as_bytes(), "https://www.quay.example/")
        .expect("it is read");
    assert_eq!(listing.found.len(), 2);
}

#[test]
fn feeds_of_a_page_are_named() {
    let page = "<head><base href='https://www.quay.example/news/'><link rel=alternate type='application/rss+xml' href='/rss'><link rel=alternate hreflang=fr href=/fr></head><a href='river-orle-rises-again-48213'>River Orle rises again tonight</a>";
    let listing = read_listing(Kind::FrontPage, page.as_bytes(), "https://www.quay.example/")
        .expect("it is read");
    assert_eq!(listing.feeds, ["https://www.quay.example/rss"]);
    assert_eq!(listing.found[0].url, "https://www.quay.example/news/river-orle-rises-again-48213");
    assert_eq!(listing.found[0].title.as_deref(), Some("River Orle rises again tonight"));
}
