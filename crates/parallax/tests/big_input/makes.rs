//! The makes of big input: each one thing, many times over.

/// One make.
pub(crate) struct Make {
    pub(crate) name: &'static str,
    /// How many times in the test.
    pub(crate) tested: usize,
    /// The page with so many of it.
    pub(crate) page: fn(usize) -> String,
}

const fn make(name: &'static str, tested: usize, page: fn(usize) -> String) -> Make {
    Make { name, tested, page }
}

/// All makes.
pub(crate) const MAKES: &[Make] = &[
    make("article.html", 150, |times| article(&counted(times, "<p>", "</p>\n"))),
    make("paragraph.html", 150, |times| article(&format!("<p>{}", counted(times, "", " ")))),
    make("nested-divs.html", 100_000, |times| article(&"<div>".repeat(times))),
    make("nested-with-text.html", 2_000, |times| article(&counted(times / 10, "<div>", ""))),
    make("nested-inline.html", 50_000, |times| {
        article(&format!("<p>{}word", "<b><i>".repeat(times / 2)))
    }),
    make("nested-tables.html", 30_000, |times| article(&"<table><tr><td>".repeat(times))),
    make("nested-lists.html", 50_000, |times| article(&"<ul><li>".repeat(times))),
    make("attributes-of-one-tag.html", 200_000, |times| {
        article(&format!("<p {}>word", "a=b c=\"d\" ".repeat(times / 2)))
    }),
    make("attributes-of-many-tags.html", 10_000, |times| {
        article(&format!("<p {}>word</p>", "class=x id=y data-a='z' ".repeat(3)).repeat(times))
    }),
    make("attribute-never-closed.html", 400_000, |times| {
        article(&format!("<a href=\"{}", "/a>".repeat(times / 3)))
    }),
    make("entities.html", 50_000, |times| {
        article(&format!("<p>{}", "&amp;&#8220;&nbsp;&#0;&bogus;".repeat(times / 5)))
    }),
    make("ampersands.html", 200_000, |times| article(&format!("<p>{}", "&".repeat(times)))),
    make("json-ld-blocks.html", 20_000, |times| {
        article(&r#"<script type="application/ld+json">{"@type":"NewsArticle","headline":"Bridge closes","author":{"@id":"x"}}</script>"#.repeat(times))
    }),
    make("json-ld-authors.html", 20_000, |times| {
        let people = |from: &str| format!(r#"{{"@id":"{from}"}},"#).repeat(times / 2);
        article(&format!(
            r#"<script type="application/ld+json">{{"@graph":[{}{{"@type":"NewsArticle","headline":"Bridge closes","author":[{}{{}}]}}]}}</script>"#,
            people("a"),
            people("b")
        ))
    }),
    make("json-ld-broken.html", 100_000, |times| {
        article(&format!(
            r#"<script type="application/ld+json">{{"a":"{}</script>"#,
            "\\',}".repeat(times / 4)
        ))
    }),
    make("comments-opened.html", 100_000, |times| article(&"<!--".repeat(times))),
    make("comments-half-closed.html", 50_000, |times| {
        article(&format!("<!--{}", " -- a ->".repeat(times)))
    }),
    make("cdata.html", 50_000, |times| article(&"<![CDATA[".repeat(times))),
    make("scripts-opened.html", 50_000, |times| {
        article(&format!("<script>{}", "<!--<script>".repeat(times)))
    }),
    make("titles-opened.html", 50_000, |times| article(&"<title>x</title".repeat(times))),
    make("angle-brackets.html", 400_000, |times| article(&"<".repeat(times))),
    make("paragraphs-closed.html", 100_000, |times| article(&"</p>".repeat(times))),
    make("paragraphs-never-closed.html", 10_000, |times| article(&"<p><b>a".repeat(times))),
    make("links.html", 10_000, |times| {
        article(&"<a href=\"/news/2026/03/bridge\">Bridge of Northmere closes</a> ".repeat(times))
    }),
    make("tags.html", 10_000, |times| {
        article(&many(times, |at| format!("<a rel=tag href=/tag/{at}>bridge {at}</a>")))
    }),
    make("times.html", 10_000, |times| {
        article(&"<p><time datetime=\"2026-03-03T10:00Z\">3 March 2026</time>".repeat(times))
    }),
    make("headlines.html", 10_000, |times| article(&"<h1>Bridge closes</h1>".repeat(times))),
    make("headlines-apart.html", 5_000, |times| {
        article(&many(times, |at| format!("<h1>Bridge {at} closes</h1>")))
    }),
    make("headline-long.html", 4_000, |times| {
        format!(
            "<title>a</title><h1>{}</h1>{}",
            "Bridge closes ".repeat(times),
            counted(3, "<p>", "")
        )
    }),
    make("bylines.html", 10_000, |times| {
        article(&"<p class=byline>By Ada Lane and Boris Stone</p>".repeat(times))
    }),
    make("authors.html", 10_000, |times| {
        article(&many(times, |at| format!("<a rel=author href=/p/{at}>Ada Lane</a>")))
    }),
    make("pictures.html", 3_000, |times| {
        article(&"<figure><img src=/a.jpg><figcaption>The bridge at dusk. Photo: Ada Lane</figcaption></figure>".repeat(times))
    }),
    make("metas.html", 10_000, |times| {
        article(&many(times, |at| format!("<meta property=article:tag content='bridge {at}'>")))
    }),
    make("languages.html", 10_000, |times| {
        article(&many(times, |at| format!("<link rel=alternate hreflang=fr href=/fr/{at}>")))
    }),
    make("line-of-letters.html", 300_000, |times| article(&format!("<p>{}", "a".repeat(times)))),
    make("line-breaks.html", 8_000, |times| {
        article(&format!("<p>{}", "<br>a line of words".repeat(times)))
    }),
    make("letters-in-spans.html", 20_000, |times| {
        article(&format!("<p>{}", "<span>a</span>".repeat(times)))
    }),
    make("quotes-opened.html", 100_000, |times| {
        article(&format!("<p>Words. {}", "“".repeat(times)))
    }),
    make("quotes-said.html", 5_000, |times| {
        article(&format!("<p>{}", "“We go,” said Ada Lane. ".repeat(times / 2)))
    }),
    make("quotes-straight.html", 5_000, |times| {
        article(&format!("<p>{}", "\" said Lane, \"and ".repeat(times / 2)))
    }),
    make("quotes-over-paragraphs.html", 2_000, |times| {
        article(&many(times, |at| format!("<p>“We are still here on day {at} of it, and go on")))
    }),
    make("names.html", 1_500, |times| {
        article(&format!(
            "<p>{}",
            many(times, |at| format!("Ada L{}ne met Boris St{}ne. ", letters(at), letters(at * 7)))
        ))
    }),
    make("initials.html", 20_000, |times| article(&format!("<p>{}", "A. ".repeat(times)))),
    make("capitals.html", 10_000, |times| {
        article(&format!("<p>{} met.", "Northmere Bank Of ".repeat(times / 4)))
    }),
    make("numbers.html", 4_000, |times| article(&format!("<p>{}", "1,234 ".repeat(times)))),
    make("digits.html", 100_000, |times| article(&format!("<p>Words {}", "1".repeat(times)))),
    make("number-words.html", 10_000, |times| {
        article(&format!("<p>{}", "twenty one hundred and five million ".repeat(times / 6)))
    }),
    make("dates.html", 5_000, |times| {
        article(&format!(
            "<p>{}",
            "On 3 March 2026, Tuesday last week, it rained. ".repeat(times / 4)
        ))
    }),
    make("chinese.html", 3_000, |times| {
        article(&format!("<p>{}", "市议会星期二投票，市长说：“我们不会等待。”".repeat(times / 10)))
    }),
    make("russian.html", 2_000, |times| {
        article(&format!(
            "<p>{}",
            "— Мы пришли, — сказал Олег Лось. — Мы ушли. ".repeat(times / 10)
        ))
    }),
    make("invisible.html", 100_000, |times| {
        article(&format!("<p>a{}", "\u{200b}\u{301}\u{202e}".repeat(times / 3)))
    }),
    make("dump.txt", 150, |times| {
        format!("Bridge closes\n\n3 March 2026\n\n{}", counted(times, "", "\n\n"))
    }),
    make("dump-of-one-line.txt", 150, |times| {
        format!("Bridge closes\n\n{}", counted(times, "", " "))
    }),
    make("dump-of-words.txt", 5_000, |times| {
        format!("Bridge closes\n\n{}", "word\n".repeat(times))
    }),
    make("dump-of-menus.txt", 2_000, |times| {
        format!("Bridge closes\n\n{}", "* News\n* Sport | Weather | Home\n".repeat(times / 2))
    }),
    make("dump-of-dates.txt", 3_000, |times| {
        format!("Bridge closes\n\n{}", "3 March 2026\n".repeat(times))
    }),
    make("dump-of-bylines.txt", 3_000, |times| {
        format!("Bridge closes\n\n{}", "By Ada Lane\n".repeat(times))
    }),
    make("dump-of-blank-lines.txt", 500_000, |times| {
        format!("Bridge closes\n{}{}", "\n".repeat(times), counted(3, "", "\n\n"))
    }),
    make("dump-of-credits.txt", 2_000, |times| {
        format!("Bridge closes\n\n{}", "Photo: Ada Lane / Coast Wire\n".repeat(times))
    }),
    make("dump-of-bars.txt", 400_000, |times| format!("Bridge closes\n\n{}", "|".repeat(times))),
    make("row.jsonl", 150, |times| {
        format!("{{\"title\":\"Bridge closes\",\"text\":\"{}\"}}\n", counted(times, "", "\\n"))
    }),
];

/// A page whose article starts with words, so that the rest is looked at.
fn article(inside: &str) -> String {
    let words = counted(3, "<p>", "</p>\n");
    format!(
        "<!doctype html><html><head><title>Bridge closes - Northport Gazette</title></head>\n<body><article><h1>Bridge closes</h1>\n{words}{inside}\n{words}</article></body></html>\n"
    )
}

/// Sentences of news, each told apart by its number.
fn counted(times: usize, before: &str, after: &str) -> String {
    many(times, |at| {
        format!(
            "{before}On day {at} the council of Northmere voted to keep the bridge shut, and “we will wait,” said Agnes Corvin, the mayor, as {at} lorries turned back.{after}"
        )
    })
}

fn many(times: usize, one: impl Fn(usize) -> String) -> String {
    (1..=times).map(one).collect()
}

/// A number in letters, so that names differ.
fn letters(mut number: usize) -> String {
    let mut word = String::new();
    while number > 0 {
        word.extend("aeioulmnrs".chars().nth(number % 10));
        number /= 10;
    }
    word
}
