use super::{Entry, Pattern, Place, SourceList};
use crate::listing::{Found, Kind};
use parallax_model::Show;
use proptest::prelude::*;
use std::time::Duration;

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let (list, faults) = SourceList::read("list", text);
    let told = list.entries.iter().map(|entry| {
        format!(
            "{} {} {} {:?}",
            entry.name,
            entry.place.key(),
            entry.place.value(),
            entry.categories
        )
    });
    let faults = faults.iter().map(ToString::to_string);
    assert_eq!(told.chain(faults).collect::<Vec<_>>(), expected, "{text}");
}

#[test]
fn a_list_is_read_and_each_fault_is_named() {
    check(
        "[[source]]\nname = 'The Tide'\nfeed = 'https://tide.example/rss'\ncategories = ['local', ' a / b ']\n\n[[source]]\nfolder = '/news'\n",
        &["The Tide feed https://tide.example/rss [\"local\", \"a/b\"]", "/news folder /news []"],
    );
    check(
        "[[source]]\nfeed = 'tide.example'\n[[source]]\nname = 'x'\n[[source]]\npage = 'https://a.example/'\nevery = '5'\nshow = 'some'\n[[source]]\nfiel = 'a'\nfolder = 'https://a.example'\n[[source]]\nfile = 'a'\nfeed = 'https://b.example/'\nonly = '*'\n",
        &[
            "a.example page https://a.example/ []",
            "a file a []",
            "list:2: `feed` is no address: tide.example; write it with https:// at its start",
            "list:3: a source needs a place: one of feed, sitemap, front-page, page, folder, file",
            "list:7: `every` is no span of time: 5; write 15m, 2h or 1d, at least 1m",
            "list:8: `show` is full, excerpt or link, not some: only links are shown until it is mended",
            "list:11: `folder` is a path on this machine, and https://a.example an address: name it as feed, sitemap, front-page or page",
            "list:14: a source is one place, and `feed` is its second: write another [[source]] for it",
            "list:15: `only`: `*` fits everything: write what is to be found",
        ],
    );
    check("[source]\nfeed = 'x'\n", &["list:1: write [[source]], with two brackets on each side"]);
    check(
        "[[sources]]\nfeed = 'x'\n",
        &["list:1: `sources` is nothing that a list of sources has: did you mean `source`?"],
    );
    check(
        "[[source]]\nfeed = https://a.example\n",
        &["list:2: string values must be quoted, expected literal string"],
    );
    check(
        "[[source]]\nfeed = 'https://ada:secret@a.example/'\n",
        &[
            "list:2: `feed` holds a name or a password, which would stand in this file for all to read: take it out",
        ],
    );
}

#[test]
fn files_may_be_elsewhere() {
    check(
        "[[source]]\nfile = 's3://pile/crawl/warc.paths.gz'\n[[source]]\nfile = 'https://pile.example/a.warc'\n\
         [[source]]\nfile = 's3://pile'\n[[source]]\nfile = 'ftp://pile.example/a'\n",
        &[
            "s3://pile/crawl/warc.paths.gz file s3://pile/crawl/warc.paths.gz []",
            "https://pile.example/a.warc file https://pile.example/a.warc []",
            "list:6: `file` is no file of a bucket: s3://pile; write s3://BUCKET/PATH",
            "list:8: `file` is no address of the web: ftp://pile.example/a; only http and https are read",
        ],
    );
}

#[test]
fn what_may_be_shown_is_never_guessed() {
    for odd in ["'al'", "''", "true", "['full']"] {
        let text = format!("[[source]]\noutlet = 'Quay'\nfile = 'a'\nshow = {odd}\n");
        let (list, faults) = SourceList::read("list", &text);
        assert_eq!((list.entries[0].show, faults.len()), (Some(Show::Link), 1), "{odd}");
    }
    check(
        "[[source]]\nfile = 'a'\nshow = 'full'\n",
        &[
            "a file a []",
            "list:1: `show` holds for an outlet: name it with `outlet`, or with its `site`",
        ],
    );
}

#[test]
fn what_may_be_shown_is_said_of_outlets() {
    let (list, _) = SourceList::read(
        "list",
        "[[source]]\nfeed = 'https://rss.tide.example/a'\nshow = 'full'\n\
         [[source]]\nfeed = 'https://www.tide.example/b'\noutlet = 'The Tide'\nshow = 'excerpt'\npaused = true\n\
         [[source]]\nfeed = 'https://feeds.example/ebb'\nsite = 'https://ebb.example/'\nshow = 'link'\n\
         [[source]]\nfeed = 'https://quay.example/'\n",
    );
    let shows: Vec<_> = list.shows().into_iter().collect();
    let expected =
        [("The Tide", Show::Excerpt), ("ebb.example", Show::Link), ("tide.example", Show::Excerpt)];
    assert_eq!(shows, expected.map(|(outlet, show)| (outlet.to_owned(), show)));
}

#[test]
fn names_are_told_apart_and_places_are_asked_once() {
    check(
        "[[source]]\nname = 'A'\nfile = 'a'\n[[source]]\nname = 'A'\nfile = 'b'\n[[source]]\nname = 'C'\nfile = 'a'\ncategories = 'x'\n",
        &["A file a [\"x\"]", "A (2) file b []"],
    );
}

#[test]
fn lists_of_other_readers_are_taken() {
    check(
        "<?xml version='1.0'?><opml version='1.0'><head><title>All</title></head><body>\n<outline text='News'><outline text='Local'>\n\
         <outline title='The Tide &amp; Ebb' text='x' type='rss' xmlUrl='https://tide.example/rss?a=1&b=2' htmlUrl='https://tide.example/'/></outline>\n\
         <outline text='Pages' type='HTML+XPath' xmlUrl='https://quay.example/'>\n</outline></outline><outline text='Empty'/><outline text='y' xmlUrl='tide'/><outline text='Z' type='rss' xmlUrl='feed://z.example/rss'/></body>",
        &[
            "The Tide & Ebb feed https://tide.example/rss?a=1&b=2 [\"News/Local\"]",
            "Pages front-page https://quay.example/ [\"News\"]",
            "Z feed https://z.example/rss []",
            "list:5: an outline without an address: it is left out",
            "list:5: `feed` is no address: tide; write it with https:// at its start",
        ],
    );
    check(
        "{\"subscriptions\":[{\"id\":\"feed/https://tide.example/rss\",\"title\":\"The Tide\",\"categories\":[{\"id\":\"user/1/label/News\",\"label\":\"News\"}],\"htmlUrl\":\"https://tide.example/\"},{\"title\":\"x\"}]}",
        &["The Tide feed https://tide.example/rss [\"News\"]", "list:1: feed 2: it has no address"],
    );
    check(
        "[{\"id\":1,\"feed_url\":\"https://tide.example/rss\",\"title\":\"The Tide\",\"category\":{\"id\":1,\"title\":\"News, all\"},\"blocklist_rules\":\"(?i)(sport|horoscope)\"}]",
        &["The Tide feed https://tide.example/rss [\"News all\"]"],
    );
    check(
        "{\"items\":[{\"title\":\"Rain &amp; snow\",\"canonical\":[{\"href\":\"https://tide.example/1\"}]},{\"alternate\":[{\"href\":\"https://a:b@tide.example/2\"}]}]}",
        &[
            "Rain & snow page https://tide.example/1 [\"starred\"]",
            "list:1: article 2: `page` holds a name or a password, which would stand in this file for all to read: take it out",
        ],
    );
    check(
        "{\"items\": []}",
        &[
            "list:1: JSON without `subscriptions` and no array of feeds: give the list of subscriptions, not the list of articles",
        ],
    );
    check("<p>Rain", &["list:1: no outline with an address: this is no list of sources in OPML"]);
}

#[test]
fn rules_say_what_is_wanted() {
    let mut entry = Entry::of(Place::File("a".to_owned()));
    entry.only = vec![Pattern::new("*/news/*").unwrap()];
    entry.never = vec![Pattern::new("horoscope").unwrap()];
    let takes = |url: &str, title: &str| {
        entry.takes(&Found {
            url: url.to_owned(),
            title: Some(title.to_owned()),
            ..Found::default()
        })
    };
    assert!(takes("https://a.example/news/1", "Rain"));
    assert!(!takes("https://a.example/sport/1", "Rain"));
    assert!(!takes("https://a.example/news/1", "Your Horoscope"));
}

fn words() -> impl Strategy<Value = String> {
    "[\\p{L}\\p{N}&<>\"'#=\\\\-]{1,8}( [\\p{L}!?]{1,5})?"
        .prop_map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "))
}

fn place() -> impl Strategy<Value = Place> {
    let kind =
        prop_oneof![Just(Kind::Feed), Just(Kind::Sitemap), Just(Kind::FrontPage), Just(Kind::Page)];
    let address = "https://[a-z]{1,6}\\.example/[a-z0-9?&=%+]{0,12}";
    prop_oneof![
        (kind, address).prop_map(|(kind, url)| Place::Web(kind, url)),
        "[a-zé/. &]{0,8}[a-z]".prop_map(|path| Place::Folder(path.trim().to_owned())),
        "[a-zé/. <]{0,8}[a-z]".prop_map(|path| Place::File(path.trim().to_owned())),
    ]
}

fn entry() -> impl Strategy<Value = Entry> {
    let pattern = || {
        prop::collection::vec(
            "[a-zA-Z/]{1,5}(\\*[&<\"a-z]{1,4})?"
                .prop_map(|text| Pattern::new(&text).expect("a pattern")),
            0..3,
        )
    };
    let show = prop::option::of(prop::sample::select(&Show::ALL));
    let some = || prop::option::of(words());
    let category = prop::collection::btree_set("[\\p{L}&\"]{1,5}(/[a-z]{1,4})?", 0..3);
    (
        words(),
        place(),
        some(),
        prop::option::of(60_u64..9_000_000),
        show,
        category,
        pattern(),
        pattern(),
        any::<bool>(),
    )
        .prop_map(|(name, place, outlet, every, show, categories, only, never, paused)| {
            let mut entry = Entry {
                name,
                place,
                outlet,
                site: Some("https://a.example/?b&c".to_owned()).filter(|_| paused),
                every: every.map(|every| Duration::from_secs(every.min(8_640_000))),
                show,
                categories: categories.into_iter().collect(),
                only,
                never,
                paused,
            };
            entry.show = entry.show.filter(|_| !entry.outlet_known_by().is_empty());
            entry
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_list_that_is_written_is_read_again_the_same(entries in prop::collection::vec(entry(), 0..6)) {
        let mut list = SourceList::default();
        list.extend(entries);
        let reachable = SourceList {
            contact: Some("desk@a.example".to_owned()),
            callback: Some("https://a.example/hubs".to_owned()),
            ..list.clone()
        };
        prop_assert_eq!(SourceList::read("x", &reachable.to_toml()), (reachable, Vec::new()));
        let (read, faults) = SourceList::read("x", &list.to_opml("All & more"));
        prop_assert_eq!(&read, &list);
        prop_assert!(faults.is_empty() || list.entries.is_empty());
    }

    #[test]
    fn any_text_can_be_asked(text in "[\\[\\]{}\"'=<>/ \n]{0,10}(source|outline|feed|xmlUrl|subscriptions|x)?[\\[\\]{}\"'=<>/:,. \na-z]{0,40}") {
        let once = SourceList::read("x", &text);
        prop_assert_eq!(once, SourceList::read("x", &text));
    }
}
