//! The site over a real socket.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use flate2::read::GzDecoder;
use parallax_serve::{Bound, Names, Site};
use parallax_site::{Answer, Asking, Keep, Status};
use std::{
    io::{Read, Write},
    net::{SocketAddr, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    thread::{self, JoinHandle},
    time::Duration,
};
use tokio::sync::oneshot;

/// A site whose pages say what was asked for.
#[derive(Default)]
struct Echo {
    state: Mutex<String>,
    made: AtomicUsize,
}

impl Site for Echo {
    fn state(&self) -> String {
        self.state.lock().unwrap().clone()
    }

    fn answer(&self, asking: &Asking<'_>) -> Answer {
        self.made.fetch_add(1, Ordering::SeqCst);
        let page = Answer {
            status: Status::Here,
            media_type: "text/html; charset=utf-8",
            language: Some("en"),
            save_as: None,
            cookie: None,
            keep: Keep::Asking,
            body: format!("<p>{asking:?} {}</p>", " ".repeat(2000)).into_bytes(),
        };
        match asking.path {
            "/broken/" => panic!("as it should here"),
            "/slow/" => {
                thread::sleep(Duration::from_millis(400));
                page
            }
            "/old/" => Answer { status: Status::Moved("/new/".into()), ..page },
            "/forged/" => {
                Answer { status: Status::Elsewhere("/a\r\nSet-Cookie: b=c".into()), ..page }
            }
            "/raw/" => Answer { save_as: Some("a\"; b/../c.txt".into()), ..page },
            "/none/" => Answer { status: Status::Missing, ..page },
            "/style.css" => Answer { keep: Keep::Forever, ..page },
            _ => page,
        }
    }
}

struct Server {
    address: SocketAddr,
    site: Arc<Echo>,
    /// Gone with the server, which ends it.
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Server {
    fn start() -> Self {
        let site = Arc::new(Echo::default());
        let bound = Bound::to("127.0.0.1:0".parse().unwrap()).unwrap();
        let address = bound.address();
        let names = Names::of(address, &["news.example".to_owned()]);
        let (stop, heard) = oneshot::channel();
        let shown = Arc::clone(&site);
        let end = async { drop(heard.await) };
        let thread = Some(thread::spawn(move || bound.serve(shown, names, end).unwrap()));
        Self { address, site, stop: Some(stop), thread }
    }

    fn send(&self, request: &str) -> String {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
        stream.write_all(request.as_bytes()).unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    fn get(&self, path: &str, headers: &str) -> String {
        let host = self.address;
        self.send(&format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}\r\n"
        ))
    }

    fn made(&self) -> usize {
        self.site.made.load(Ordering::SeqCst)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        drop(self.stop.take());
        let ended = self.thread.take().map(JoinHandle::join);
        assert!(thread::panicking() || matches!(ended, Some(Ok(()))));
    }
}

/// The value of a header, by its name in lower case.
fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next().unwrap();
    head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
}

#[track_caller]
fn check(answer: &str, status: &str) {
    assert!(
        answer.starts_with(&format!("HTTP/1.1 {status}")),
        "{}",
        answer.lines().next().unwrap()
    );
    let policy = header(answer, "content-security-policy").unwrap();
    assert!(policy.starts_with("default-src 'none'"), "{policy}");
    assert!(!policy.contains("unsafe"), "{policy}");
    assert_eq!(header(answer, "x-content-type-options"), Some("nosniff"));
    assert_eq!(header(answer, "referrer-policy"), Some("no-referrer"));
    assert_eq!(header(answer, "cross-origin-resource-policy"), Some("same-origin"));
}

#[test]
fn a_page_comes_with_what_guards_it() {
    let server = Server::start();
    let answer =
        server.get("/story/3f2a/?as-of=2027", "Accept-Language: ru\r\nCookie: theme=dark\r\n");
    check(&answer, "200");
    for asked in [r#"path: "/story/3f2a/""#, r#"query: "as-of=2027""#, r#"languages: "ru""#] {
        assert!(answer.contains(asked), "{asked}");
    }
    assert!(answer.contains(r#"cookies: "theme=dark""#));
    let policy = header(&answer, "content-security-policy").unwrap();
    assert!(policy.contains("require-trusted-types-for 'script'"));
    assert_eq!(header(&answer, "cache-control"), Some("private, no-cache"));
    assert_eq!(header(&answer, "content-language"), Some("en"));
    assert!(header(&answer, "vary").unwrap().contains("Accept-Language"));
    let style = server.get("/style.css", "");
    assert!(header(&style, "cache-control").unwrap().contains("immutable"));
}

#[test]
fn a_page_the_browser_has_is_not_sent_again() {
    let server = Server::start();
    let tag = header(&server.get("/", ""), "etag").unwrap().to_owned();
    let again = server.get("/", &format!("If-None-Match: \"other\", W/{tag}\r\n"));
    check(&again, "304");
    assert!(again.ends_with("\r\n\r\n"));
    check(&server.get("/", "If-None-Match: \"other\"\r\n"), "200");
}

#[test]
fn a_page_is_made_once_for_each_state_of_the_site() {
    let server = Server::start();
    for _ in 0..5 {
        server.get("/a/", "");
    }
    assert_eq!(server.made(), 1);
    "more".clone_into(&mut server.site.state.lock().unwrap());
    server.get("/a/", "");
    server.get("/a/", "Accept-Language: kk\r\n");
    assert_eq!(server.made(), 3);
}

#[test]
fn a_page_is_packed_for_those_who_unpack_it() {
    let server = Server::start();
    let mut stream = TcpStream::connect(server.address).unwrap();
    let request =
        "GET / HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: gzip\r\nConnection: close\r\n\r\n";
    stream.write_all(request.as_bytes()).unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).unwrap();
    let body = answer.windows(4).position(|end| end == b"\r\n\r\n").unwrap() + 4;
    assert_eq!(header(&String::from_utf8_lossy(&answer[..body]), "content-encoding"), Some("gzip"));
    let mut page = String::new();
    GzDecoder::new(&answer[body..]).read_to_string(&mut page).unwrap();
    assert!(page.starts_with("<p>Asking"));
}

#[test]
fn where_something_is_instead_is_told() {
    let server = Server::start();
    let moved = server.get("/old/", "");
    check(&moved, "308");
    assert_eq!(header(&moved, "location"), Some("/new/"));
    check(&server.get("/none/", ""), "404");
    let forged = server.get("/forged/", "");
    assert_eq!(header(&forged, "set-cookie"), None);
}

#[test]
fn what_is_saved_is_not_shown() {
    let server = Server::start();
    let raw = server.get("/raw/", "");
    check(&raw, "200");
    assert_eq!(
        header(&raw, "content-disposition"),
        Some("attachment; filename=\"a---b-..-c.txt\"")
    );
    assert!(header(&raw, "content-security-policy").unwrap().ends_with("sandbox"));
}

#[test]
fn only_readers_who_ask_by_its_name_are_answered() {
    let server = Server::start();
    let ask = |method: &str, host: &str| {
        server.send(&format!("{method} / HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"))
    };
    check(&ask("GET", "localhost"), "200");
    check(&ask("GET", "news.example"), "200");
    check(&ask("GET", "rebound.example"), "421");
    check(&ask("POST", "localhost"), "405");
    check(&ask("DELETE", "localhost"), "405");
    let head = ask("HEAD", "localhost");
    check(&head, "200");
    assert!(head.ends_with("\r\n\r\n"));
    assert_eq!(server.made(), 1);
    let long = "a".repeat(9000);
    check(&server.get(&format!("/{long}"), ""), "414");
}

#[test]
fn a_page_that_cannot_be_made_costs_that_page_alone() {
    let server = Server::start();
    check(&server.get("/broken/", ""), "500");
    check(&server.get("/", ""), "200");
}

#[test]
fn a_slow_reader_and_a_slow_page_hold_up_nobody() {
    let server = Server::start();
    let mut slow = TcpStream::connect(server.address).unwrap();
    slow.write_all(b"GET / HT").unwrap();
    thread::scope(|scope| {
        let page = scope.spawn(|| server.get("/slow/", ""));
        for _ in 0..20 {
            check(&server.get("/healthz", ""), "200");
        }
        check(&page.join().unwrap(), "200");
    });
}

#[test]
fn who_listens_hears_of_each_new_state() {
    let server = Server::start();
    "first".clone_into(&mut server.site.state.lock().unwrap());
    let mut stream = TcpStream::connect(server.address).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(10))).unwrap();
    stream.write_all(b"GET /live HTTP/1.1\r\nHost: localhost\r\n\r\n").unwrap();
    let mut heard = String::new();
    let mut wait_for = |word: &str| {
        while !heard.contains(word) {
            let mut part = [0; 4096];
            let read = stream.read(&mut part).unwrap();
            assert!(read > 0, "the stream ended: {heard}");
            heard.push_str(&String::from_utf8_lossy(&part[..read]));
        }
    };
    wait_for("data: first");
    "second".clone_into(&mut server.site.state.lock().unwrap());
    wait_for("event: state\ndata: second");
    assert!(heard.contains("text/event-stream"));
}
