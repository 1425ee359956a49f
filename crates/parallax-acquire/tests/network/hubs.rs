//! Hubs that tell of changes: asked, heard and believed no further than they should be.

use crate::{
    server::{Act, Asked, Server, answer, impatient, page},
    watcher::Ahead,
};
use jiff::SignedDuration;
use parallax_acquire::{
    listing::Kind,
    politeness::Manners,
    read_listing,
    watch::{
        Callback, Clock, Health, InMemory, Lists, Settings, Sink, Source, Stop, health, watch,
    },
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

const TOPIC: &str = "http://quay.example/feed";

struct Count(Arc<AtomicUsize>);

impl Sink for Count {
    fn take(&mut self, caught: Vec<Capture>) -> Result<(), String> {
        self.0.fetch_add(caught.len(), Ordering::SeqCst);
        Ok(())
    }
}

/// An outlet with a hub, and a watch over it that hubs can call.
struct Desk {
    server: Server,
    articles: Arc<AtomicUsize>,
    caught: Arc<AtomicUsize>,
    clock: Arc<Ahead>,
    ledger: Arc<InMemory>,
    here: SocketAddr,
}

/// A feed that announces its hub.
fn feed(hub: &str, articles: usize, port: u16) -> Vec<Act> {
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
    fn new(hub: fn(u16) -> String, says: fn(&Asked) -> Vec<Act>) -> Self {
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
    fn watched(&self, test: impl FnOnce()) {
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
                let fetcher = self.server.fetcher(&["quay.example", "hub.example"], impatient());
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

    fn health(&self) -> Health {
        health(&*self.ledger).unwrap().remove(0)
    }

    fn told(&self) -> Vec<String> {
        self.health().faults.into_iter().map(|fault| fault.why).collect()
    }

    /// What the hub was asked with so far, each time.
    fn asked_of_hub(&self) -> Vec<BTreeMap<String, String>> {
        let log = self.server.log().into_iter();
        log.filter(|asked| asked.method == "POST")
            .map(|asked| url::form_urlencoded::parse(asked.body.as_bytes()).into_owned().collect())
            .collect()
    }

    fn times_asked(&self, path: &str) -> usize {
        self.server.log().iter().filter(|asked| asked.path == path).count()
    }

    /// Calls as a hub does; gives status and words.
    fn call(&self, method: &str, path: &str, fields: &str, body: &str) -> (u16, String) {
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
    fn verify(&self, asked: &BTreeMap<String, String>, topic: &str, lease: &str) -> (u16, String) {
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
fn path(asked: &BTreeMap<String, String>) -> &str {
    asked["hub.callback"].strip_prefix("http://desk.example").unwrap()
}

fn signed(secret: &str, body: &str) -> String {
    let key = ring::hmac::Key::new(ring::hmac::HMAC_SHA256, secret.as_bytes());
    let tag = ring::hmac::sign(&key, body.as_bytes());
    let figures: Vec<String> = tag.as_ref().iter().map(|byte| format!("{byte:02x}")).collect();
    let figures = figures.concat();
    format!("X-Hub-Signature: sha256={figures}\r\n")
}

#[track_caller]
fn until(what: &str, holds: impl Fn() -> bool) {
    let began = Instant::now();
    while !holds() {
        assert!(began.elapsed() < Duration::from_secs(10), "never: {what}");
        thread::sleep(Duration::from_millis(20));
    }
}

fn at_hub(port: u16) -> String {
    format!("http://hub.example:{port}/")
}

fn yes(_: &Asked) -> Vec<Act> {
    answer(202, "", "")
}

#[test]
fn a_hub_is_asked_and_what_it_tells_of_is_asked_for() {
    let desk = Desk::new(at_hub, yes);
    desk.watched(|| {
        until("the hub is asked", || desk.asked_of_hub().len() == 1);
        let asked = desk.asked_of_hub().remove(0);
        assert_eq!((asked["hub.mode"].as_str(), asked["hub.topic"].as_str()), ("subscribe", TOPIC));
        assert_eq!(desk.times_asked("/robots.txt"), 2, "the hub's robots.txt holds as well");
        let message = signed(&asked["hub.secret"], "anything");
        assert_eq!(
            desk.call("POST", path(&asked), &message, "anything").0,
            410,
            "not before it came back"
        );
        // Only for what was asked, and only where it was to call.
        assert_eq!(desk.verify(&asked, "http://quay.example/other", "864000").0, 404);
        assert_eq!(desk.call("GET", "/hubs/0123?hub.mode=subscribe", "", "").0, 404);
        assert_eq!(desk.verify(&asked, TOPIC, "60").0, 404, "a lease of a minute");
        assert_eq!(desk.verify(&asked, TOPIC, "864000"), (200, "say this & that".to_owned()));

        until("the first article came", || desk.caught.load(Ordering::SeqCst) == 1);
        desk.articles.store(3, Ordering::SeqCst);
        desk.clock.0.fetch_add(90, Ordering::SeqCst);
        let forged = signed("another secret", "anything");
        assert_eq!(desk.call("POST", path(&asked), &forged, "anything").0, 202);
        assert_eq!(desk.call("POST", path(&asked), "", "anything").0, 202);
        assert_eq!(desk.call("POST", "/hubs/0123", &message, "anything").0, 404);
        assert_eq!(desk.call("PUT", path(&asked), &message, "anything").0, 405);
        let long = "x".repeat(20_000);
        assert_eq!(
            desk.call("POST", path(&asked), &signed(&asked["hub.secret"], &long), &long).0,
            413
        );
        thread::sleep(Duration::from_millis(1500));
        assert_eq!(desk.times_asked("/feed"), 1, "nobody who may say so said that it is time");
        assert_eq!(desk.call("POST", path(&asked), &message, "anything").0, 202);
        until("what is new came", || desk.caught.load(Ordering::SeqCst) == 3);
        assert_eq!(desk.times_asked("/feed"), 2);
        // However often it is said, it is asked once a minute.
        for _ in 0..5 {
            assert_eq!(desk.call("POST", path(&asked), &message, "anything").0, 202);
        }
        thread::sleep(Duration::from_millis(1500));
        assert_eq!(desk.times_asked("/feed"), 2);
    });
    let health = desk.health();
    assert!(health.subscribed.is_some());
    // A hub that told of what came lets the clock rest.
    assert!(health.next.unwrap() > desk.clock.now() + SignedDuration::from_hours(2));
    let told = desk.told();
    assert!(told.iter().any(|why| why.contains("asked again after 60 s")), "{told:?}");
    assert!(told.iter().any(|why| why.contains("without the signature of the hub")), "{told:?}");
}

#[test]
fn a_subscription_outlasts_the_program_and_is_renewed() {
    let desk = Desk::new(at_hub, yes);
    let mut first = BTreeMap::new();
    desk.watched(|| {
        until("the hub is asked", || desk.asked_of_hub().len() == 1);
        first = desk.asked_of_hub().remove(0);
        assert_eq!(desk.verify(&first, TOPIC, "36000").0, 200);
    });
    desk.clock.0.fetch_add(7 * 3600, Ordering::SeqCst);
    desk.watched(|| {
        let message = signed(&first["hub.secret"], "");
        until("it listens", || TcpStream::connect(desk.here).is_ok());
        until("it is heard", || desk.call("POST", path(&first), &message, "").0 == 202);
        until("the source is asked", || desk.times_asked("/feed") == 2);
        assert_eq!(desk.asked_of_hub().len(), 1);
        desk.clock.0.fetch_add(2 * 3600, Ordering::SeqCst);
        until("the hub is asked again", || desk.asked_of_hub().len() == 2);
        assert_eq!(desk.asked_of_hub()[1], first);
    });
}

#[test]
fn without_its_hub_a_source_is_asked_by_the_clock() {
    // Where nobody is, a hub that says no, one that says yes and does not come back, and one that forbids.
    let nobody: fn(u16) -> String = |_| "http://169.254.169.254/latest/".to_owned();
    let says_no: fn(&Asked) -> Vec<Act> = |_| answer(403, "", "");
    let leads_in: fn(&Asked) -> Vec<Act> =
        |_| answer(307, "Location: http://127.0.0.1:22/\r\n", "");
    for (hub, says, why) in [
        (nobody, yes as fn(&Asked) -> Vec<Act>, "the hub: refused: the host is 169.254.169.254"),
        (at_hub, says_no, "the hub says 403"),
        (at_hub, leads_in, "the hub: a redirect is refused"),
    ] {
        let desk = Desk::new(hub, says);
        desk.watched(|| {
            until("the article came", || desk.caught.load(Ordering::SeqCst) == 1);
            until("it was asked", || !desk.told().is_empty());
        });
        let (health, told) = (desk.health(), desk.told());
        assert!(told.iter().any(|told| told.starts_with(why)), "{told:?}");
        assert!(health.trouble.is_none() && health.subscribed.is_none());
        assert!(health.next.unwrap() < desk.clock.now() + SignedDuration::from_hours(2));
    }
}

#[test]
fn a_hub_may_say_that_it_tells_of_nothing_more() {
    let desk = Desk::new(at_hub, yes);
    desk.watched(|| {
        until("the hub is asked", || desk.asked_of_hub().len() == 1);
        let asked = desk.asked_of_hub().remove(0);
        assert_eq!(desk.verify(&asked, TOPIC, "864000").0, 200);
        let denied =
            format!("{}?hub.mode=denied&hub.topic={TOPIC}&hub.reason=too+many", path(&asked));
        assert_eq!(desk.call("GET", &denied, "", "").0, 200);
        let message = signed(&asked["hub.secret"], "");
        assert_eq!(desk.call("POST", path(&asked), &message, "").0, 410);
        let end =
            format!("{}?hub.mode=unsubscribe&hub.topic={TOPIC}&hub.challenge=x", path(&asked));
        assert_eq!(desk.call("GET", &end, "", "").0, 404, "we never asked for an end");
        desk.clock.0.fetch_add(3600, Ordering::SeqCst);
        until("the source is asked by the clock", || desk.times_asked("/feed") == 2);
    });
    let told = desk.told();
    assert_eq!(told, ["the hub tells of no changes: too many"]);
}

#[test]
fn who_calls_and_says_nothing_keeps_nobody_else_from_calling() {
    let desk = Desk::new(at_hub, yes);
    desk.watched(|| {
        until("the hub is asked", || desk.asked_of_hub().len() == 1);
        let silent: Vec<_> = (0..20).map(|_| TcpStream::connect(desk.here).unwrap()).collect();
        let asked = desk.asked_of_hub().remove(0);
        assert_eq!(desk.verify(&asked, TOPIC, "864000").0, 200);
        let fields = "X-Long: y\r\n".repeat(100);
        assert_eq!(desk.call("GET", path(&asked), &fields, "").0, 431);
        drop(silent);
    });
}
