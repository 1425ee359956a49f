//! An outlet with a hub, and a watch that hubs can call.

use crate::{
    server::{Act, Asked, Server, answer, page},
    watcher::Ahead,
};
use parallax_acquire::{
    listing::Kind,
    net::Limits,
    politeness::Manners,
    read_listing,
    watch::{Callback, Health, InMemory, Lists, Settings, Sink, Source, Stop, health, watch},
};
use parallax_model::Capture;
use std::{
    collections::BTreeMap,
    io::{Read, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

pub(crate) const TOPIC: &str = "http://quay.example/feed";

struct Count(Arc<AtomicUsize>);

impl Sink for Count {
    fn take(&mut self, caught: Vec<Capture>) -> Result<(), String> {
        self.0.fetch_add(caught.len(), Ordering::SeqCst);
        Ok(())
    }
}

/// An outlet with a hub, and a watch over it that hubs can call.
pub(crate) struct Desk {
    pub(crate) server: Server,
    pub(crate) articles: Arc<AtomicUsize>,
    pub(crate) caught: Arc<AtomicUsize>,
    pub(crate) clock: Arc<Ahead>,
    ledger: Arc<InMemory>,
    pub(crate) here: SocketAddr,
}

/// A feed that announces its hub.
pub(crate) fn feed(hub: &str, articles: usize, port: u16) -> Vec<Act> {
    let item = |number| format!("<item><link>http://quay.example:{port}/{number}</link></item>");
    let items: Vec<String> = (0..articles).map(item).collect();
    let items = items.concat();
    let links =
        format!("<atom:link rel='hub' href='{hub}'/><atom:link rel='self' href='{TOPIC}'/>");
    answer(
        200,
        "Content-Type: application/rss+xml\r\n",
        format!("<rss><channel>{links}{items}</channel></rss>"),
    )
}

impl Desk {
    /// `hub` gives where the hub is, by the port of the server, and `says` what it answers.
    pub(crate) fn new(hub: fn(u16) -> String, says: fn(&Asked) -> Vec<Act>) -> Self {
        let articles = Arc::new(AtomicUsize::new(1));
        let listed = Arc::clone(&articles);
        let server = Server::apart(move |asked: &Asked| {
            let port = asked.field("host").and_then(|host| host.split(':').nth(1)?.parse().ok());
            let port = port.unwrap_or(80);
            match (asked.host.as_str(), asked.path.as_str()) {
                (_, "/robots.txt") => answer(404, "", ""),
                ("hub.example", _) => says(asked),
                (_, "/feed") => feed(&hub(port), listed.load(Ordering::SeqCst), port),
                (_, path) => page(&format!("<p>The ferry {path} left.</p>")),
            }
        });
        let free = TcpListener::bind("127.0.0.1:0").unwrap();
        let here = free.local_addr().unwrap();
        let (caught, clock, ledger) = Default::default();
        Self { server, articles, caught, clock, ledger, here }
    }

    /// Watches while `test` goes on.
    pub(crate) fn watched(&self, test: impl FnOnce()) {
        let stop = Stop::default();
        let callback = Callback::new("http://desk.example/hubs", self.here).unwrap();
        let settings = Settings {
            manners: Manners { spacing: Duration::ZERO, ..Manners::default() },
            callback: Some(callback),
            largest_list: 10_000,
            ..Settings::default()
        };
        let source = Source {
            name: "Quay".to_owned(),
            url: format!("http://quay.example:{}/feed", self.server.port),
            kind: Kind::Feed,
            every: None,
        };
        thread::scope(|scope| {
            let _ends = Ends(stop.clone());
            scope.spawn(|| {
                let fetcher =
                    self.server.fetcher(&["quay.example", "hub.example"], Limits::default());
                let ledger = Arc::<InMemory>::clone(&self.ledger);
                let clock = Arc::<Ahead>::clone(&self.clock);
                let mut sink = Count(Arc::clone(&self.caught));
                let lists = Lists::all(read_listing);
                watch(fetcher, lists, vec![source], ledger, clock, settings, &stop, &mut sink)
                    .unwrap();
            });
            test();
        });
    }

    pub(crate) fn health(&self) -> Health {
        health(&*self.ledger).unwrap().remove(0)
    }

    pub(crate) fn told(&self) -> Vec<String> {
        self.health().faults.into_iter().map(|fault| fault.why).collect()
    }

    /// What the hub was asked with so far, each time.
    pub(crate) fn asked_of_hub(&self) -> Vec<BTreeMap<String, String>> {
        let log = self.server.log().into_iter();
        log.filter(|asked| asked.method == "POST")
            .map(|asked| url::form_urlencoded::parse(asked.body.as_bytes()).into_owned().collect())
            .collect()
    }

    pub(crate) fn times_asked(&self, path: &str) -> usize {
        self.server.log().iter().filter(|asked| asked.path == path).count()
    }

    /// Calls as a hub does; gives status and words.
    pub(crate) fn call(&self, method: &str, path: &str, fields: &str, body: &str) -> (u16, String) {
        let mut stream = TcpStream::connect(self.here).unwrap();
        let head = format!(
            "{method} {path} HTTP/1.1\r\nHost: desk.example\r\nContent-Length: {}\r\n{fields}\r\n",
            body.len()
        );
        // A server that has heard enough hangs up.
        let _ = stream.write_all((head + body).as_bytes());
        let mut said = Vec::new();
        let _ = stream.read_to_end(&mut said);
        let said = String::from_utf8(said).unwrap();
        let status = said.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or(0);
        (status, said.split_once("\r\n\r\n").map(|(_, words)| words.to_owned()).unwrap_or_default())
    }

    /// Comes back to what was asked, as a hub does.
    pub(crate) fn verify(
        &self,
        asked: &BTreeMap<String, String>,
        topic: &str,
        lease: &str,
    ) -> (u16, String) {
        let query = url::form_urlencoded::Serializer::new(String::new())
            .append_pair("hub.mode", "subscribe")
            .append_pair("hub.topic", topic)
            .append_pair("hub.challenge", "say this & that")
            .append_pair("hub.lease_seconds", lease)
            .finish();
        self.call("GET", &format!("{}?{query}", path(asked)), "", "")
    }
}

/// Says that it is enough, also where the test fails.
struct Ends(Stop);

impl Drop for Ends {
    fn drop(&mut self) {
        self.0.say();
    }
}

/// Where a hub is to call, without the host: what stands in front of us passes it on.
pub(crate) fn path(asked: &BTreeMap<String, String>) -> &str {
    asked["hub.callback"].strip_prefix("http://desk.example").unwrap()
}

pub(crate) fn signed(secret: &str, body: &str) -> String {
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, secret.as_bytes());
    let tag = ring::hmac::sign(&key, body.as_bytes());
    let figures: Vec<String> = tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    let figures = figures.concat();
    format!("X-Hub-Signature: sha256={figures}\r\n")
}

#[track_caller]
pub(crate) fn until(what: &str, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < Duration::from_secs(10), "never: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}
