//! Every page, of an invented library: what it says, where it leads, and that no foreign word
//! becomes markup.

#[path = "pages/invented.rs"]
mod invented;
#[path = "pages/markup.rs"]
mod markup;

use expect_test::expect;
use invented::{Foreign, Invented};
use parallax_model::Show;
use parallax_site::{Answer, Asking, Manner, Status, Tongue, answer, library::Trouble};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn ask(library: &Invented, address: &str) -> Answer {
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let asking = Asking { path, query, ..Asking::default() };
    answer(&asking, library, Manner::default())
}

fn page(library: &Invented, address: &str) -> String {
    let answer = ask(library, address);
    assert_eq!(answer.status, Status::Here, "{address}");
    String::from_utf8(answer.body).expect("a page is text")
}

fn usual() -> Invented {
    Invented::new(Foreign::default(), 2, Show::Full)
}

/// Addresses of all pages, and of some with what can be asked of them.
fn addresses(library: &Invented) -> Vec<String> {
    let (story, article) = (library.id(), library.article_id());
    let claim = library.edition.stories[0].comparison.claims[0].id;
    let mut all: Vec<String> = [
        "/",
        "/?topic=03000000&place=x",
        "/outlets/",
        "/outlet/Tarn%20Post/",
        "/person/Ines%20Vale/",
    ]
    .map(str::to_owned)
    .to_vec();
    all.extend(
        ["/search/", "/search/?q=flood", "/sources/", "/made/", "/settings/"].map(str::to_owned),
    );
    for tab in ["", "compare/", "timeline/", "quotes/", "articles/", "changes/"] {
        all.push(format!("/story/{story}/{tab}"));
    }
    for only in ["differing", "unique", "everything"] {
        all.push(format!("/story/{story}/compare/?only={only}"));
    }
    all.push(format!("/story/{story}/compare/?a={claim}.0&b={claim}.1"));
    all.push(format!("/story/{story}/compare/?a={claim}.0&why={claim}"));
    all.push(format!("/article/{article}/"));
    all.push(format!("/article/{article}/?left-out=all&changes=all"));
    all
}

#[test]
fn the_comparison_says_who_tells_what_and_who_could_not() {
    let library = usual();
    let page = page(&library, &format!("/story/{}/compare/?only=everything", library.id()));
    let table = page.split_once("<tbody").unwrap().1.split_once("</tbody>").unwrap().0;
    let shown: Vec<String> = markup::text(table).lines().map(str::to_owned).collect();
    expect![[r"
        conflict · number
        Four people were hurt, the mayor said.
        First:
        Tarn Post
        why?
        ≠
        differs:
        Four
        Forty houses were flooded in Tarn on 4 May."]]
    .assert_eq(&shown.iter().take(9).cloned().collect::<Vec<_>>().join("\n"));
    for words in ["not told", "too early", "one origin only", "Set beside another"] {
        assert!(shown.iter().any(|line| line.contains(words)), "{words}");
    }
}

#[test]
fn two_cells_are_set_side_by_side_word_by_word() {
    let library = usual();
    let claim = library.edition.stories[0].comparison.claims[0].id;
    let page = page(&library, &format!("/story/{}/compare/?a={claim}.0&b={claim}.1", library.id()));
    assert!(page.contains("<mark>Four </mark>"), "{page}");
    assert!(page.contains("<mark>Five </mark>"), "{page}");
}

#[test]
fn every_link_leads_to_a_page() {
    let library = usual();
    let mut seen: BTreeMap<String, String> = BTreeMap::new();
    let mut left: Vec<(String, String)> = vec![("/".to_owned(), "nobody".to_owned())];
    left.extend(Tongue::ALL.map(|tongue| (format!("/{}/", tongue.step()), "nobody".to_owned())));
    while let Some((address, from)) = left.pop() {
        if seen.contains_key(&address) {
            continue;
        }
        let answer = ask(&library, &address);
        assert_eq!(answer.status, Status::Here, "{address}, to which {from} leads");
        seen.insert(address.clone(), from);
        // One language is enough to find what leads where.
        if !answer.media_type.starts_with("text/html") || seen.len() > 120 {
            continue;
        }
        let body = String::from_utf8(answer.body).unwrap();
        for tag in markup::tags(&body).unwrap() {
            for (name, value) in tag.attributes {
                let inside = matches!(name.as_str(), "href" | "src" | "action")
                    && !value.contains("://")
                    && !value.starts_with('#')
                    && !value.is_empty();
                if inside {
                    left.push((resolved(&address, &value), address.clone()));
                }
            }
        }
    }
    assert!(seen.len() > 60, "{}", seen.len());
}

/// Where a link leads from a page.
fn resolved(from: &str, link: &str) -> String {
    let link = link.replace("&#38;", "&").replace("&amp;", "&");
    let link = link.split('#').next().unwrap_or_default();
    let (way, query) = link.split_once('?').map_or((link, None), |(way, query)| (way, Some(query)));
    let from = from.split('?').next().unwrap_or_default();
    let mut steps: Vec<&str> = from.split('/').collect();
    steps.pop();
    for step in way.split_inclusive('/') {
        match step {
            "../" => drop(steps.pop()),
            "./" => (),
            step => steps.push(step.trim_end_matches('/')),
        }
    }
    let mut path = steps.join("/");
    if way.is_empty() || way.ends_with('/') {
        path.push('/');
    }
    query.map_or(path.clone(), |query| format!("{path}?{query}"))
}

#[test]
fn what_may_not_be_shown_is_on_no_page() {
    let library = Invented::new(Foreign::default(), 2, Show::Link);
    for address in addresses(&library) {
        let page = page(&library, &address);
        for words in ["Forty houses", "were hurt", "no warning", "the dam leaked"] {
            assert!(!page.contains(words), "{address}: {words}");
        }
    }
    for file in ["story.json", "statements.csv"] {
        let answer = ask(&library, &format!("/story/{}/{file}", library.id()));
        assert_eq!(answer.status, Status::Missing, "{file}");
    }
    let capture = ask(&library, &format!("/article/{}/capture-1.txt", library.article_id()));
    assert_eq!(capture.status, Status::Missing);
}

#[test]
fn of_an_excerpt_only_what_is_cited_is_shown() {
    let library = Invented::new(Foreign::default(), 2, Show::Excerpt);
    let page = page(&library, &format!("/article/{}/", library.article_id()));
    assert!(page.contains("Forty houses"));
    assert!(!page.contains("the dam leaked"));
    let story = ask(&library, &format!("/story/{}/statements.csv", library.id()));
    assert_eq!(story.status, Status::Here);
}

#[test]
fn what_is_not_there_says_so() {
    let library = usual();
    for address in
        ["/x/", "/story/000000000000/", "/article/000000000000/", "/page/1/", "/assets/x"]
    {
        let answer = ask(&library, address);
        assert_eq!(answer.status, Status::Missing, "{address}");
        assert!(markup::tags(&String::from_utf8(answer.body).unwrap()).is_ok());
    }
    let story = library.id();
    let early = ask(&library, &format!("/story/{story}/?as-of=2030-01-01"));
    assert_eq!(early.status, Status::Missing);
    let dissolved = ask(&library, &format!("/story/{}/", invented::DISSOLVED));
    assert_eq!(dissolved.status, Status::Missing);
    let said = String::from_utf8(dissolved.body).unwrap();
    assert!(markup::tags(&said).is_ok());
    for way in [format!("../{story}/"), format!("article/{}/", library.article_id())] {
        assert!(said.contains(&way), "{way}");
    }
    let bad = ask(&library, &format!("/story/{story}/?as-of=noon"));
    assert_eq!(bad.status, Status::Bad);
    assert_eq!(ask(&library, "/search/?q=colour:red").status, Status::Bad);
}

#[test]
fn an_archive_that_does_not_answer_is_said_to_with_its_cause() {
    let trouble = Some(Trouble("the database (archive.sqlite) cannot <read>".to_owned()));
    let mut library = usual();
    library.trouble = trouble;
    for address in addresses(&library) {
        let answer = ask(&library, &address);
        assert_eq!(answer.status, Status::Broken, "{address}");
        let page = String::from_utf8(answer.body).unwrap();
        assert!(page.contains("archive.sqlite") && markup::tags(&page).is_ok(), "{address}");
    }
    let style = addresses_of_files().remove(0);
    assert_eq!(ask(&library, &style).status, Status::Here);
}

fn addresses_of_files() -> Vec<String> {
    parallax_site::files().iter().map(|file| format!("/{}", file.written(None).0)).collect()
}

#[test]
fn a_slash_that_is_missing_is_put_there() {
    let library = usual();
    let moved = |address: &str| ask(&library, address).status;
    assert_eq!(moved("/sources"), Status::Moved("sources/".to_owned()));
    assert_eq!(moved("/ru"), Status::Moved("ru/".to_owned()));
    assert_eq!(moved("/ru/search?q=a"), Status::Moved("search/?q=a".to_owned()));
}

#[test]
fn settings_are_kept_in_the_one_cookie() {
    let library = usual();
    let answer = ask(&library, "/settings/?language=kk-arab&theme=dark&keys=off&save=1");
    assert_eq!(answer.status, Status::Elsewhere("./".to_owned()));
    let cookie = answer.cookie.unwrap();
    let asking =
        Asking { path: "/", cookies: cookie.split(';').next().unwrap(), ..Asking::default() };
    let page = parallax_site::answer(&asking, &library, Manner::default());
    let page = String::from_utf8(page.body).unwrap();
    assert!(page.contains("<html lang=\"kk-Arab\" dir=\"rtl\" data-theme=\"dark\""), "{page:.300}");
    assert!(!page.contains("data-keys"));
}

#[test]
fn pages_kept_as_files_ask_nobody() {
    let library = usual();
    for address in addresses(&library).iter().filter(|address| !address.contains('?')) {
        if address.starts_with("/search") || address.starts_with("/settings") {
            continue;
        }
        let asking = Asking { path: address, ..Asking::default() };
        let body = answer(&asking, &library, Manner { fixed: true }).body;
        let page = String::from_utf8(body).unwrap();
        for tag in markup::tags(&page).unwrap() {
            let form =
                tag.name == "form" && tag.attributes.iter().all(|(name, _)| name != "method");
            assert!(!form, "{address}: {tag:?}");
            let asks = |value: &str| value.contains('?') && !value.contains("://");
            let link = tag.attributes.iter().find(|(name, value)| name == "href" && asks(value));
            assert!(link.is_none(), "{address}: {link:?}");
        }
    }
}

#[test]
fn every_id_of_a_page_is_its_only_one() {
    let library = usual();
    for address in addresses(&library) {
        let page = page(&library, &address);
        let mut seen = BTreeSet::new();
        for tag in markup::tags(&page).unwrap() {
            let id = tag.attributes.into_iter().find(|(name, _)| name == "id");
            assert!(id.is_none_or(|(_, id)| seen.insert(id)), "{address}");
        }
    }
}

#[test]
fn the_same_question_has_the_same_answer() {
    let (one, other) = (usual(), usual());
    for address in addresses(&one) {
        assert_eq!(ask(&one, &address), ask(&other, &address), "{address}");
    }
}

/// What is tried on sites, in any of the words that others choose.
const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "'><svg/onload=alert(1)>",
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)//https://",
    "data:text/html,<script>alert(1)</script>",
    "</title></style></script><script>alert(1)</script>",
    "<!--<img src=\"--><img src=x onerror=alert(1)//\">",
    "{{7*7}}{% raw %}",
    "\u{202e}gnp.exe\u{2066}<b>",
    "&lt;script&gt;&#x22; onmouseover=&#x22;x",
    "]]><x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">",
];

fn harmless(library: &Invented) {
    let mut all = addresses(library);
    all.push(format!("/search/?q={}", "%3Cscript%3E%22%3E"));
    all.push("/search/?q=colour:%3Cb%3E".to_owned());
    all.push("/outlet/%22%3E%3Cscript%3E/".to_owned());
    all.push("/person/%27onload=x%3E/".to_owned());
    all.push("/%22%3E%3Cscript%3E".to_owned());
    all.push(format!("/story/{}/?as-of=%22%3E%3Cb%3E", library.id()));
    for address in all {
        let body = String::from_utf8(ask(library, &address).body).expect("a page is text");
        let tags = markup::tags(&body).unwrap_or_else(|wrong| panic!("{address}: {wrong}"));
        for data in body.split("<script type=\"application/ld+json\">").skip(1) {
            let (data, _) = data.split_once("</script>").expect("a block ends");
            assert!(serde_json::from_str::<serde_json::Value>(data).is_ok(), "{address}: {data}");
        }
        for (name, value) in tags.iter().flat_map(|tag| &tag.attributes) {
            if matches!(name.as_str(), "href" | "src" | "action") {
                let colon = value.split(['/', '?', '#']).next().unwrap_or_default();
                let web = value.starts_with("https://") || value.starts_with("http://");
                assert!(web || !colon.contains(':'), "{address}: {name}={value}");
            }
        }
    }
    for file in ["/feed.xml".to_owned(), format!("/story/{}/feed.xml", library.id())] {
        let body = String::from_utf8(ask(library, &file).body).expect("a feed is text");
        for part in body.split('<').skip(1) {
            let name: &str = part
                .trim_start_matches(['/', '?'])
                .split([' ', '>', '\n'])
                .next()
                .unwrap_or_default();
            let known = " xml feed id title updated link entry author name summary ";
            assert!(known.contains(&format!(" {name} ")), "{file}: {name}");
        }
    }
}

#[test]
fn programs_are_told_of_articles_what_their_outlets_say() {
    let library = usual();
    let data = |address: &str| {
        let page = page(&library, address);
        let block =
            page.split_once("ld+json\">").and_then(|(_, rest)| rest.split_once("</script>"));
        serde_json::from_str::<serde_json::Value>(block.expect("a block of data").0).unwrap()
    };
    let story = data(&format!("/story/{}/", library.id()));
    assert_eq!(story["@type"], "CollectionPage");
    assert_eq!(story["mainEntity"]["numberOfItems"], 3);
    let item = &story["mainEntity"]["itemListElement"][0]["item"];
    assert_eq!(item["url"], "https://tarn.example/flood");
    assert_eq!(item["publisher"]["name"], "Tarn Post");
    let article = data(&format!("/article/{}/", library.article_id()));
    assert_eq!(article["@type"], "NewsArticle");
    assert_eq!(article["datePublished"], "2031-05-04T06:00Z");
    assert_eq!(article["archivedAt"], "./");
    assert_eq!(article["isBasedOn"], serde_json::Value::Null);
}

#[test]
fn a_page_says_under_which_address_it_wants_to_be_known() {
    let library = usual();
    let story = page(&library, &format!("/story/{}/", library.id()));
    assert!(
        story.contains(&format!("rel=\"canonical\" href=\"../../en/story/{}/\"", library.id()))
    );
    assert!(story.contains("type=\"application/json\" href=\"story.json\""));
    assert!(!page(&library, "/?topic=03000000").contains("canonical"));
    let lost = String::from_utf8(ask(&library, "/no/such/").body).unwrap();
    assert!(lost.contains("noindex") && !lost.contains("canonical"));
}

#[test]
fn what_is_tried_on_sites_does_nothing() {
    for words in HOSTILE {
        let words = words.to_owned();
        harmless(&Invented::new(
            Foreign {
                headline: words.clone(),
                outlet: words.clone(),
                byline: words.clone(),
                sentence: words.clone(),
                url: words.clone(),
                language: words,
            },
            2,
            Show::Full,
        ));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_foreign_word_becomes_markup(
        headline in "[<>\"'&;:/=a-zж \u{0}\u{202e}]{0,24}",
        outlet in "[<>\"'&;:/=.~a-z ]{1,16}",
        byline in "\\PC{0,12}",
        sentence in "[<>\"'&a-z]{1,8}[<>\"'&;:/=a-zж ]{0,24}",
        url in "(https?://|javascript:|data:|//)?[<>\"'&;:/=a-z ]{0,20}",
    ) {
        let language = "en".to_owned();
        let foreign = Foreign { headline, outlet, byline, sentence, url, language };
        harmless(&Invented::new(foreign, 2, Show::Full));
    }
}

#[test]
fn a_long_list_is_read_page_by_page() {
    let library = Invented::new(Foreign::default(), 120, Show::Full);
    let mut address = format!("/story/{}/articles/", library.id());
    let mut seen: Vec<String> = Vec::new();
    loop {
        let body = page(&library, &address);
        let links = body.split("<h3><a href=\"").skip(1);
        seen.extend(links.filter_map(|rest| Some(resolved(&address, rest.split('"').next()?))));
        let Some(next) = body.split("<a rel=\"next\" href=\"").nth(1) else { break };
        address = resolved(&address, next.split('"').next().unwrap_or_default());
    }
    let all: BTreeSet<&String> = seen.iter().collect();
    let articles = library.edition.articles.len();
    assert_eq!((all.len(), seen.len()), (articles, articles));
    assert!(address.ends_with("?page=3"), "{address}");
}

#[test]
fn origins_without_a_column_have_one_elsewhere() {
    let library = Invented::new(Foreign::default(), 40, Show::Full);
    let first = format!("/story/{}/compare/", library.id());
    let mut columns: BTreeSet<String> = BTreeSet::new();
    let mut ways: BTreeSet<String> = BTreeSet::from([first.clone()]);
    let links = page(&library, &first);
    let links = links.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let other = links.filter(|link| link.contains("columns=") && !link.contains("a="));
    ways.extend(other.map(|link| resolved(&first, link)));
    assert_eq!(ways.len(), 3);
    for address in ways {
        let body = page(&library, &address);
        let cells = body.split("data-origin=\"").skip(1).filter_map(|rest| rest.split('"').next());
        columns.extend(cells.map(str::to_owned));
    }
    let origins = library.edition.stories[0].story.origins.iter();
    for origin in origins.map(|origin| origin.name.as_str()) {
        assert!(columns.contains(origin), "{origin}");
    }
}

#[test]
fn what_is_cited_leads_to_the_statement() {
    let library = Invented::new(Foreign::default(), 100, Show::Full);
    let article = format!("/article/{}/", library.article_id());
    let body = page(&library, &article);
    let links = body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let cited: Vec<&str> = links.filter(|link| link.contains("#statement-")).collect();
    assert!(!cited.is_empty());
    for link in cited {
        let id = link.split('#').nth(1).unwrap_or_default();
        let there = page(&library, &resolved(&article, link));
        assert!(there.contains(&format!("id=\"{id}\"")), "{link}");
    }
}

/// To be run by hand, with `--release` and `--ignored`: how long a story of many articles takes.
#[test]
#[ignore = "measures, and asserts nothing but that it ends"]
fn a_story_of_a_hundred_articles() {
    let library = Invented::new(Foreign::default(), 100, Show::Full);
    for _ in 0..200 {
        for tab in ["", "compare/", "timeline/", "quotes/", "articles/"] {
            assert!(!page(&library, &format!("/story/{}/{tab}", library.id())).is_empty());
        }
    }
}
