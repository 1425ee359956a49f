use crate::{
    listing::{Kind, Listing},
    read_listing,
};
use proptest::prelude::*;

fn listing(feed: &[u8]) -> Listing {
    read_listing(Kind::Feed, feed, "https://quay.example/news/feed").expect("it is read")
}

#[track_caller]
fn check(feed: &str, expected: &[&str]) {
    let listing = listing(feed.as_bytes());
    let found = listing.found.iter().map(|one| {
        let at = one.published.map(|at| at.to_string()).unwrap_or_default();
        let whole = if one.enclosed.is_some() { " whole" } else { "" };
        format!("{} {at} {}{whole}", one.url, one.title.as_deref().unwrap_or("-"))
    });
    let odd = listing.odd.iter().map(|odd| format!("odd {odd}"));
    let hub = listing.hub.iter().map(|hub| format!("hub {} {}", hub.url, hub.topic));
    assert_eq!(found.chain(hub).chain(odd).collect::<Vec<_>>(), expected, "{feed}");
}

const AT: &str = "2024-01-02T03:04:05Z";

#[test]
fn rss_of_all_versions() {
    let expected = [format!("https://quay.example/a {AT} Rain & snow")];
    let expected = [expected[0].as_str()];
    check(
        "<?xml version='1.0'?><rss version='2.0'><channel><title>Quay</title><link>https://quay.example/</link><image><title>no</title><link>/no</link></image>\
         <item><title>Rain &amp; snow</title><link>https://quay.example/a</link><guid isPermaLink='false'>17</guid><pubDate>Tue, 02 Jan 2024 03:04:05 GMT</pubDate></item></channel></rss>",
        &expected,
    );
    check(
        "<rdf:RDF xmlns:rdf='r' xmlns='http://purl.org/rss/1.0/' xmlns:dc='d'><channel rdf:about='x'><title>Quay</title><items><rdf:Seq><rdf:li rdf:resource='y'/></rdf:Seq></items></channel>\
         <item rdf:about='https://quay.example/a'><title>Rain &amp;amp; snow</title><link>https://quay.example/a</link><dc:date>2024-01-02T04:04:05+01:00</dc:date></item></rdf:RDF>",
        &expected,
    );
    check(
        "<rss version='0.91'><channel><item><title>Rain &#38; snow</title><link>/a</link><dc:date>2024-01-02 03:04:05Z</dc:date></item></channel></rss>",
        &expected,
    );
    check(
        "<rss><channel><item><title><![CDATA[Rain & <b>snow</b>]]></title><guid>https://quay.example/a</guid><pubDate>2 Jan 2024 03:04:05 UT</pubDate><source url='x'><title>no</title></source></item></channel></rss>",
        &expected,
    );
}

#[test]
fn atom_and_its_links() {
    check(
        "<feed xmlns='http://www.w3.org/2005/Atom' xml:base='https://quay.example/2024/'><title>Quay</title><link rel='self' href='https://quay.example/feed'/><link rel='hub' href='https://hub.example/'/>\
         <entry><title type='html'>Rain &amp;amp; snow</title><link rel='enclosure' href='a.mp3'/><link rel='alternate' type='application/json' href='a.json'/><link href='a'/><published>2024-01-02T03:04:05Z</published><updated>2025-01-01T00:00:00Z</updated>\
         <source><title>Other</title><id>x</id></source></entry>\
         <entry><title type='text'>a &lt;b&gt; c</title><id>https://quay.example/b</id><updated>2024-01-02T03:04:05Z</updated></entry></feed>",
        &[
            &format!("https://quay.example/2024/a {AT} Rain & snow"),
            &format!("https://quay.example/b {AT} a <b> c"),
            "hub https://hub.example/ https://quay.example/feed",
        ],
    );
}

#[test]
fn broken_feeds_are_rescued() {
    // Entities that nobody declared, stray signs, control characters, markup in a text.
    check(
        "<rss><channel><item><title>Rain&nbsp;&amp; snow \u{7}at AT&T &rsquo;24 <i>now</i></title><link>https://quay.example/a?b=1&c=2</link></item></channel></rss>",
        &["https://quay.example/a?b=1&c=2  Rain & snow at AT&T \u{2019}24 now"],
    );
    // A tag that is not closed, a tag that was cut, an item without end.
    check(
        "<rss><channel><item><title>Rain<link>https://quay.example/a</link></item><item><title>Snow</title><link>/b</link><item><title>Hail</title><link>/c</link><description>It hai",
        &[
            "https://quay.example/a  Rain",
            "https://quay.example/b  Snow",
            "https://quay.example/c  Hail",
            "odd the feed ends inside of item 3",
        ],
    );
    // A picture that is not closed.
    check(
        "<rss><channel><item><title>Rain</title><media:thumbnail url='i.jpg'><media:title>no</media:title><link>/a</link></item></channel></rss>",
        &["https://quay.example/a  Rain"],
    );
    // Nothing before the first tag is right, and an item leads nowhere.
    check(
        "\u{FEFF} \n junk <?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>Rain</title></item><item><link>javascript:void(0)</link></item><item><title>Snow</title><link>/b</link></item></channel></rss>",
        &[
            "https://quay.example/b  Snow",
            "odd item 1 has no address",
            "odd item 2: javascript:void(0) leads nowhere",
        ],
    );
}

#[test]
fn encodings_are_told_by_the_bytes() {
    let feed = b"<?xml version='1.0' encoding='utf-8'?><rss><channel><item><title>\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xEF\xEE\xF1\xEB\xE5 \xF8\xF2\xEE\xF0\xEC\xE0</title><link>/a</link></item></channel></rss>";
    assert_eq!(listing(feed).found[0].title.as_deref(), Some("Порт закрыт после шторма"));
    let utf_16: Vec<u8> = "\u{FEFF}<rss><channel><item><title>Café</title><link>/a</link></item>"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    assert_eq!(listing(&utf_16).found[0].title.as_deref(), Some("Café"));
}

#[test]
fn what_a_feed_gives_whole_is_kept() {
    let text =
        "<p>The river rose by two metres in one night, and the bridge was closed.</p>".repeat(12);
    let escaped = text.replace('<', "&lt;").replace('>', "&gt;");
    let feed = |content: &str| {
        format!(
            "<rss><channel><title>The Quay</title><language>en</language><item><title>Rain</title><link>/a</link><dc:creator>Ada Lane</dc:creator><pubDate>Tue, 02 Jan 2024 03:04:05 GMT</pubDate>\
             <description>Short.</description>{content}</item></channel></rss>"
        )
    };
    for content in [
        format!("<content:encoded><![CDATA[{text}]]></content:encoded>"),
        format!("<content:encoded>{escaped}</content:encoded>"),
        format!("<content:encoded>{text}</content:encoded>"),
        format!("<content:encoded>{}</content:encoded>", escaped.replace('&', "&amp;")),
    ] {
        let listing = listing(feed(&content).as_bytes());
        let enclosed = listing.found[0].enclosed.as_ref().expect("an article");
        assert_eq!(enclosed.markup, text, "{content}");
        assert_eq!(
            (enclosed.author.as_deref(), enclosed.outlet.as_deref()),
            (Some("Ada Lane"), Some("The Quay"))
        );
        let capture = listing.found[0].capture("feed", None).expect("it is given whole");
        let page = String::from_utf8_lossy(capture.payload()).into_owned();
        assert!(
            page.contains(&text)
                && page.contains("<h1>Rain</h1>")
                && page.contains("2024-01-02T03:04:05Z"),
            "{page}"
        );
    }
    assert!(listing(feed("").as_bytes()).found[0].capture("feed", None).is_none());
}

#[test]
fn what_is_no_feed_is_named() {
    let read = |text: &str| read_listing(Kind::Feed, text.as_bytes(), "https://quay.example/feed");
    assert_eq!(read(" "), Err("empty".to_owned()));
    assert_eq!(read("Rain fell."), Err("not a feed: it starts with \"Rain fell.\"".to_owned()));
    assert_eq!(
        read(
            "<!doctype html><html><head><link rel='alternate' type='application/rss+xml' href='/rss'></head>"
        ),
        Err("a web page, not a feed; it names this feed: https://quay.example/rss".to_owned())
    );
    assert_eq!(
        read_listing(Kind::Feed, b"<rss/>", "quay"),
        Err("quay is no address: relative URL without a base".to_owned())
    );
}

proptest! {
    #[test]
    fn any_feed_cut_anywhere_is_read(cut in 0_usize..400, junk in "[<>&;/a!\\[\\]\"=]{0,12}") {
        let feed = "<rss><channel><title>Quay</title><item><title>Rain</title><link>/a</link><description><![CDATA[<p>x]]></description></item>\
            <item><title>Snow</title><link>/b</link><dc:creator>A</dc:creator></item><entry><link href='c'/></entry></channel></rss>";
        let (before, behind) = feed.split_at(cut.min(feed.len()));
        for text in [format!("{before}{junk}{behind}"), format!("{before}{junk}")] {
            let once = read_listing(Kind::Feed, text.as_bytes(), "https://quay.example/");
            prop_assert_eq!(&once, &read_listing(Kind::Feed, text.as_bytes(), "https://quay.example/"));
            for found in once.map(|listing| listing.found).unwrap_or_default() {
                prop_assert!(found.url.starts_with("http"));
            }
        }
    }
}
