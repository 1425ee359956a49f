//! What a server can do wrong, and that it is told in words and within its time.

use crate::server::{Act, Asked, Server, answer, page, raw};
use flate2::{Compression, write::GzEncoder};
use parallax_acquire::net::{Ask, Failure, Known, Limits};
use std::{
    io::Write,
    time::{Duration, Instant},
};

/// 30 MiB of spaces, by brotli.
pub(crate) const BROTLI_BOMB: &[u8] = &[
    0xcb, 0xff, 0xff, 0x3f, 0xf8, 0x25, 0x40, 0xe2, 0xb1, 0x40, 0x20, 0xf7, 0xfe, 0x8f, 0xff, 0xff,
    0x7f, 0xf0, 0x4b, 0x00, 0xc4, 0x61, 0x11, 0x80, 0xee, 0xfd, 0x1f, 0xff, 0xff, 0xff, 0xe0, 0x97,
    0x00, 0x88, 0xc3, 0x02, 0x00, 0xdd, 0xfb, 0xbf, 0xfc, 0xff, 0xff, 0xc2, 0x2f, 0x01, 0x10, 0x87,
    0x05, 0x00, 0xba, 0xf7, 0x5f,
];

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(bytes).unwrap();
    packed.finish().unwrap()
}

fn script(asked: &Asked) -> Vec<Act> {
    let say = |text: &str| vec![Act::Say(text.as_bytes().to_vec())];
    match asked.path.as_str() {
        "/page" => page("<p>The ferry left at nine.</p>"),
        "/gzip" => {
            answer(200, "Content-Encoding: gzip\r\n", gzip(b"<p>The ferry left at nine.</p>"))
        }
        "/chunks" => raw(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\none\r\n4\r\n two\r\n0\r\n\r\n",
        ),
        "/until-hang-up" => raw("HTTP/1.0 200 OK\r\n\r\nold"),
        "/gzip-bomb" => answer(200, "Content-Encoding: gzip\r\n", gzip(&vec![b' '; 30 << 20])),
        "/brotli-bomb" => answer(200, "Content-Encoding: br\r\n", BROTLI_BOMB),
        "/large" => answer(200, "", vec![b' '; 300_000]),
        "/endless" => {
            let part = vec![b' '; 1 << 16];
            let say = |bytes: &[u8]| Act::Say(bytes.to_vec());
            [vec![say(b"HTTP/1.1 200 OK\r\n\r\n")], vec![say(&part); 64]].concat()
        }
        "/cut" => raw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>The ferry"),
        "/cut-chunk" => raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nfer"),
        "/cut-gzip" => answer(
            200,
            "Content-Encoding: gzip\r\n",
            &gzip(b"<p>The ferry left at nine.</p>")[..25],
        ),
        "/longer" => say("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n<p>The ferry left.</p>"),
        "/head" => raw(format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(100_000))),
        "/fields" => raw(format!("HTTP/1.1 200 OK\r\n{}\r\n", "X: x\r\n".repeat(1000))),
        "/no-http" => raw("SSH-2.0-Server\r\n\r\n"),
        "/silent" => vec![Act::Wait(Duration::from_secs(5))],
        "/slow" => {
            let part = [Act::Say(b" ".to_vec()), Act::Wait(Duration::from_millis(100))];
            [say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n"), vec![part; 100].concat()]
                .concat()
        }
        "/stalled" => [
            say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n<p>"),
            vec![Act::Wait(Duration::from_secs(5))],
        ]
        .concat(),
        "/hang-up" => vec![Act::HangUp],
        "/circle" => answer(302, "Location: /circle-back\r\n", ""),
        "/circle-back" => answer(302, "Location: /circle\r\n", ""),
        "/nowhere" => answer(301, "", ""),
        "/moved" => answer(301, "Location: page\r\n", ""),
        "/known" if asked.field("if-none-match") == Some("\"a\"") => {
            raw("HTTP/1.1 304 Not Modified\r\n\r\n")
        }
        "/known" => {
            answer(200, "ETag: \"a\"\r\nLast-Modified: Fri, 05 Mar 2027 08:00:00 GMT\r\n", "new")
        }
        path => match path.strip_prefix("/on/").and_then(|number| number.parse::<u32>().ok()) {
            Some(number) => answer(302, &format!("Location: /on/{}\r\n", number + 1), ""),
            None => answer(404, "", ""),
        },
    }
}

#[tokio::test]
async fn whatever_a_server_does_is_told_in_words_and_in_time() {
    let server = Server::new(script).await;
    // Short enough to be waited for, and longer than a busy machine takes for what is right.
    let limits = Limits {
        first_byte: Duration::from_secs(1),
        stalled: Duration::from_millis(800),
        whole: Duration::from_secs(3),
        ..Limits::default()
    };
    let fetcher = server.fetcher(&["quay.example"], limits);
    let ask = |path: &str| {
        let url = format!("http://quay.example:{}{path}", server.port);
        let fetcher = &fetcher;
        async move {
            let began = Instant::now();
            let answer = fetcher.get(&url, &Ask::at_most(200_000)).await;
            assert!(began.elapsed() < Duration::from_secs(5), "{url} took {:?}", began.elapsed());
            answer
        }
    };
    for (path, words) in [
        ("/gzip-bomb", "larger than 195 KiB"),
        ("/brotli-bomb", "larger than 195 KiB"),
        ("/large", "larger than 195 KiB"),
        ("/endless", "larger than 195 KiB"),
        ("/cut", "cut short"),
        ("/cut-chunk", "cut short"),
        ("/cut-gzip", "cut short"),
        ("/longer", "longer than its head says"),
        ("/head", "head of the answer is larger"),
        ("/fields", "head of the answer is larger"),
        ("/no-http", "cannot be understood"),
        ("/silent", "no answer within 1 s"),
        ("/slow", "not all of the answer within 3 s"),
        ("/stalled", "no more of the body within 0.8 s"),
        ("/hang-up", "cut short"),
        ("/circle", "in a circle"),
        ("/nowhere", "does not say where"),
        ("/on/1", "more than 8 redirects"),
    ] {
        let failure = ask(path).await.expect_err(path).to_string();
        assert!(failure.contains(words), "{path}: {failure}");
    }
    for (path, body) in [
        ("/page", "<p>The ferry left at nine.</p>"),
        ("/gzip", "<p>The ferry left at nine.</p>"),
        ("/chunks", "one two"),
        ("/until-hang-up", "old"),
        ("/moved", "<p>The ferry left at nine.</p>"),
    ] {
        let answer = ask(path).await.unwrap_or_else(|failure| panic!("{path}: {failure}"));
        assert_eq!((answer.status, answer.body), (200, body.as_bytes().to_vec()), "{path}");
    }
    assert_eq!(ask("/gone").await.unwrap().status, 404);
}

#[tokio::test]
async fn bombs_are_told_from_what_is_only_large() {
    let server = Server::new(script).await;
    let fetcher = server.fetcher(&["quay.example"], Limits::default());
    for path in ["/gzip-bomb", "/brotli-bomb"] {
        let url = format!("http://quay.example:{}{path}", server.port);
        assert_eq!(
            fetcher.get(&url, &Ask::at_most(64 << 20)).await,
            Err(Failure::Bomb(100)),
            "{path}"
        );
    }
}

#[tokio::test]
async fn what_did_not_change_is_not_sent_again() {
    let server = Server::new(script).await;
    let fetcher = server.fetcher(&["quay.example"], Limits::default());
    let url = format!("http://quay.example:{}/known", server.port);
    let first = fetcher.get(&url, &Ask::at_most(1000)).await.unwrap();
    assert_eq!(first.body, b"new");
    let ask = Ask { known: Some(first.known()), ..Ask::at_most(1000) };
    assert_eq!(fetcher.get(&url, &ask).await.unwrap().status, 304);
    let log = server.log();
    assert_eq!(log[1].field("if-modified-since"), Some("Fri, 05 Mar 2027 08:00:00 GMT"));
    // What is held of another address is not told to this one.
    let other = Known { url: "http://other.example/".to_owned(), ..first.known() };
    let ask = Ask { known: Some(other), ..Ask::at_most(1000) };
    assert_eq!(fetcher.get(&url, &ask).await.unwrap().status, 200);
}

#[tokio::test]
async fn a_server_hears_who_asks_and_nothing_it_need_not_know() {
    let server = Server::new(script).await;
    let fetcher = server.fetcher(&["quay.example"], Limits::default());
    let url = format!("http://quay.example:{}/page?a=b#c", server.port);
    let _ = fetcher.get(&url, &Ask::at_most(1000)).await;
    let log = server.log();
    assert_eq!(log[0].path, "/page?a=b");
    assert_eq!(log[0].method, "GET");
    let agent = log[0].field("user-agent").unwrap();
    assert!(agent.starts_with("Parallax/") && agent.ends_with("(+https://quay.example/crawler)"));
    for field in ["cookie", "authorization", "referer"] {
        assert_eq!(log[0].field(field), None);
    }
}

#[tokio::test]
async fn a_connection_is_used_again_and_one_that_was_hung_up_is_made_anew() {
    let server = Server::new(|asked| match asked.path.as_str() {
        "/last" => [page("bye"), vec![Act::Wait(Duration::from_millis(20)), Act::HangUp]].concat(),
        _ => page("here"),
    })
    .await;
    let fetcher = server.fetcher(&["quay.example"], Limits::default());
    for path in ["/a", "/b", "/last", "/c"] {
        let url = format!("http://quay.example:{}{path}", server.port);
        let answer = fetcher.get(&url, &Ask::at_most(1000)).await.unwrap();
        assert_eq!(answer.status, 200, "{path}");
        if path == "/last" {
            tokio::time::sleep(Duration::from_millis(100)).await;
        }
    }
    assert_eq!(server.log().len(), 4);
}
