//! Outlets are watched over several rounds: nothing forbidden is asked, nobody is hurried, every
//! article that can be had comes once, and every fault is told.

use crate::{
    outlets::{DELAY, FAULTS, Fault, Outlets},
    server::{Asked, Server, impatient},
    watcher::{Ahead, Basket},
};
use jiff::Timestamp;
use parallax_acquire::{
    listing::Kind,
    net::Limits,
    politeness::Manners,
    read_listing,
    watch::{
        Clock, Health, InMemory, Lists, Settings, Sink, Source, Stop, Tally, canonical, health,
        watch,
    },
};
use parallax_model::Capture;
use std::{
    collections::BTreeMap,
    sync::{Arc, atomic::Ordering},
    time::{Duration, Instant},
};

/// A network that is watched.
struct Watched {
    outlets: Outlets,
    server: Server,
    ledger: Arc<InMemory>,
    clock: Arc<Ahead>,
    spacing: Duration,
    limits: Limits,
    basket: Basket,
    /// When each round began: by the clock that is set ahead, hours lie between two.
    began: Vec<Instant>,
}

impl Watched {
    fn new(outlets: Outlets, spacing: Duration, limits: Limits) -> Self {
        let script = outlets.clone();
        let server = Server::apart(move |asked| script.answer(asked));
        let (ledger, clock, basket, began) = Default::default();
        Self { outlets, server, ledger, clock, spacing, limits, basket, began }
    }

    fn sources(&self) -> Vec<Source> {
        let port = self.server.port;
        let source = |name: &String| Source {
            name: name.clone(),
            url: format!("http://{name}:{port}/feed"),
            kind: Kind::Feed,
            every: None,
        };
        self.outlets.names().keys().map(source).collect()
    }

    fn round(&mut self, settings: Settings) -> Tally {
        self.began.push(Instant::now());
        let hosts = self.outlets.hosts();
        let fetcher = self.server.fetcher(&hosts, self.limits);
        let ledger = Arc::<InMemory>::clone(&self.ledger);
        let clock = Arc::<Ahead>::clone(&self.clock);
        let (sources, stop) = (self.sources(), Stop::default());
        let lists = Lists::all(read_listing);
        watch(fetcher, lists, sources, ledger, clock, settings, &stop, &mut self.basket).unwrap()
    }

    fn settings(&self) -> Settings {
        let manners = Manners { spacing: self.spacing, ..Manners::default() };
        Settings {
            manners,
            once: true,
            all: true,
            patience: Duration::from_secs(2),
            ..Settings::default()
        }
    }

    /// Goes round so many times, hours apart.
    fn rounds(&mut self, rounds: usize) {
        for round in 0..rounds {
            self.outlets.begin(round);
            self.round(self.settings());
            self.clock.0.fetch_add(3 * 3600, Ordering::SeqCst);
        }
    }

    /// What came, by article: how often, in how many versions.
    fn came(&self) -> BTreeMap<String, Vec<&Capture>> {
        let mut came: BTreeMap<String, Vec<&Capture>> = BTreeMap::new();
        for capture in &self.basket.0 {
            let url = capture.parts().url.clone().unwrap();
            let key = canonical(&url).unwrap().key.replace(&format!(":{}", self.server.port), "");
            came.entry(key.trim_start_matches('/').to_owned()).or_default().push(capture);
        }
        came
    }

    fn health(&self) -> BTreeMap<String, Health> {
        let all = health(&*self.ledger).unwrap();
        all.into_iter().map(|health| (health.name.clone(), health)).collect()
    }

    /// What the servers were asked, by host, in order.
    fn asked(&self) -> BTreeMap<String, Vec<Asked>> {
        let mut asked: BTreeMap<String, Vec<Asked>> = BTreeMap::new();
        for one in self.server.log() {
            asked.entry(one.host.clone()).or_default().push(one);
        }
        asked
    }

    fn is_as_it_should_be(&self) {
        self.nothing_forbidden_was_asked();
        self.nobody_was_hurried();
        self.every_article_came_once();
        self.every_fault_is_told();
    }

    fn nothing_forbidden_was_asked(&self) {
        for (host, asked) in self.asked() {
            let fault = self.outlets.names()[&host];
            assert_eq!(asked[0].path, "/robots.txt", "{host} is asked for robots.txt first");
            for one in &asked {
                assert!(!one.path.starts_with("/paper"), "{host}{}", one.path);
                assert!(
                    fault != Fault::NoRobots || one.path == "/robots.txt",
                    "{host}{}",
                    one.path
                );
                assert!(one.field("user-agent").unwrap().starts_with("Parallax/"));
            }
        }
    }

    fn nobody_was_hurried(&self) {
        for (host, asked) in self.asked() {
            let wants =
                if self.outlets.names()[&host] == Fault::Delay { DELAY } else { Duration::ZERO };
            for (number, pair) in asked.windows(2).enumerate() {
                if self.began.iter().any(|began| (pair[0].at..pair[1].at).contains(began)) {
                    continue;
                }
                let wait = pair[1].at - pair[0].at;
                assert!(
                    wait >= self.spacing,
                    "{host}{} {wait:?} after {}",
                    pair[1].path,
                    pair[0].path
                );
                // The first question is that for the rule.
                assert!(number == 0 || wait >= wants, "{host}{} after {wait:?}", pair[1].path);
            }
        }
    }

    fn every_article_came_once(&self) {
        let (came, reachable) = (self.came(), self.outlets.reachable());
        let missing: Vec<_> = reachable.iter().filter(|key| !came.contains_key(*key)).collect();
        assert!(missing.is_empty(), "missing: {missing:?}");
        for (key, captures) in &came {
            assert!(reachable.contains(key), "{key} came");
            let host = key.split('/').next().unwrap();
            let mut payloads: Vec<_> = captures.iter().map(|capture| capture.sha256()).collect();
            payloads.sort();
            payloads.dedup();
            assert_eq!(payloads.len(), captures.len(), "{key} came twice as it was");
            assert!(
                captures.len() == 1 || self.outlets.names()[host] == Fault::Changes,
                "{key} came twice"
            );
        }
    }

    fn every_fault_is_told(&self) {
        let health = self.health();
        for (host, fault) in self.outlets.names() {
            let health = &health[host];
            let told: Vec<_> = health.faults.iter().map(|fault| fault.why.as_str()).collect();
            match fault.told() {
                Some(words) => {
                    assert!(told.iter().any(|why| why.contains(words)), "{fault:?}: {told:?}");
                }
                None => assert!(told.is_empty(), "{fault:?}: {told:?}"),
            }
            assert!(health.success.is_some() || health.needs_a_person(self.clock.now()).is_some());
        }
    }
}

#[test]
fn twenty_five_outlets_are_watched_as_one_should() {
    let outlets = Outlets::new(25, 4, &FAULTS);
    let mut watched = Watched::new(outlets, Duration::from_millis(15), impatient());
    let began = Instant::now();
    watched.rounds(4);
    assert!(began.elapsed() < Duration::from_secs(40), "nothing hangs: {:?}", began.elapsed());
    watched.is_as_it_should_be();
}

#[test]
fn what_came_is_told_with_where_and_when_and_in_which_answer() {
    let mut watched =
        Watched::new(Outlets::new(1, 2, &[Fault::None]), Duration::ZERO, Limits::default());
    let before = Timestamp::now();
    let tally = watched.round(watched.settings());
    assert_eq!((tally.sources, tally.caught, tally.faults), (1, 2, 0));
    let capture = &watched.basket.0[0];
    let parts = capture.parts();
    assert_eq!(
        parts.url.as_deref(),
        Some(format!("http://outlet-000.example:{}/a/0", watched.server.port).as_str())
    );
    assert_eq!(parts.charset.as_deref(), Some("utf-8"));
    assert!(parts.captured_at.unwrap() >= before);
    assert!(capture.answer().iter().any(|(name, _)| name == "content-type"));
    // Again at once: nothing is due, and nothing is asked for but the feed.
    let asked = watched.server.log().len();
    let tally = watched.round(watched.settings());
    assert_eq!((tally.sources, tally.caught, watched.server.log().len() - asked), (1, 0, 1));
    // And without being told to ask all, not even that.
    let tally = watched.round(Settings { all: false, ..watched.settings() });
    assert_eq!((tally.sources, watched.server.log().len() - asked), (0, 1));
}

/// A sink that cannot keep anything.
struct Full;

impl Sink for Full {
    fn take(&mut self, _: Vec<Capture>) -> Result<(), String> {
        Err("the disk is full".to_owned())
    }
}

#[test]
fn what_is_not_kept_is_asked_for_again() {
    let mut watched =
        Watched::new(Outlets::new(3, 2, &[Fault::None]), Duration::ZERO, Limits::default());
    let hosts = watched.outlets.hosts();
    let fetcher = watched.server.fetcher(&hosts, watched.limits);
    let ledger = Arc::<InMemory>::clone(&watched.ledger);
    let clock = Arc::<Ahead>::clone(&watched.clock);
    let (sources, settings, stop) = (watched.sources(), watched.settings(), Stop::default());
    let failed = watch(
        fetcher,
        Lists::all(read_listing),
        sources,
        ledger,
        clock,
        settings,
        &stop,
        &mut Full,
    );
    assert_eq!(failed, Err("the disk is full".to_owned()));
    watched.round(watched.settings());
    assert_eq!(watched.came().len(), 6);
}

/// A sink that has seen enough after the first.
struct Enough(Stop, usize);

impl Sink for Enough {
    fn take(&mut self, caught: Vec<Capture>) -> Result<(), String> {
        self.1 += caught.len();
        self.0.say();
        Ok(())
    }
}

#[test]
fn a_word_ends_it_and_what_was_asked_is_kept() {
    let watched = Watched::new(
        Outlets::new(3, 50, &[Fault::None]),
        Duration::from_millis(100),
        Limits::default(),
    );
    let fetcher = watched.server.fetcher(&watched.outlets.hosts(), watched.limits);
    let ledger = Arc::<InMemory>::clone(&watched.ledger);
    let clock = Arc::<Ahead>::clone(&watched.clock);
    let stop = Stop::default();
    let mut sink = Enough(stop.clone(), 0);
    let settings = Settings { once: false, ..watched.settings() };
    let began = Instant::now();
    let tally = watch(
        fetcher,
        Lists::all(read_listing),
        watched.sources(),
        ledger,
        clock,
        settings,
        &stop,
        &mut sink,
    )
    .unwrap();
    assert!(began.elapsed() < Duration::from_secs(3), "{:?}", began.elapsed());
    assert_eq!(usize::try_from(tally.caught).unwrap(), sink.1);
    assert!((1..150).contains(&sink.1));
}

/// The most memory this process ever held, in KiB, where the system says.
fn most_memory() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    line.and_then(|line| line.split_whitespace().next()?.parse().ok()).unwrap_or(0)
}

/// The whole of it: two hundred outlets, five thousand articles, ten rounds (`make network`).
#[test]
#[ignore = "takes minutes"]
fn two_hundred_outlets_are_watched_as_one_should() {
    let outlets = Outlets::new(200, 25, &FAULTS);
    let mut watched = Watched::new(outlets, Duration::from_millis(10), impatient());
    let began = Instant::now();
    watched.rounds(1);
    println!("one round: {:?}, {} captures", began.elapsed(), watched.basket.0.len());
    watched.nothing_forbidden_was_asked();
    watched.nobody_was_hurried();
    watched.every_fault_is_told();
    for round in 1..10 {
        watched.outlets.begin(round);
        watched.round(watched.settings());
        watched.clock.0.fetch_add(3 * 3600, Ordering::SeqCst);
    }
    let (asked, captures) = (watched.server.log().len(), watched.basket.0.len());
    println!(
        "ten rounds: {:?}, {asked} questions, {captures} captures, {} KiB",
        began.elapsed(),
        most_memory()
    );
    watched.is_as_it_should_be();
    // Everything that came is held by this test, and the servers are in it.
    assert!(most_memory() < 600 << 10);
}

/// How fast it is where nobody wants peace, servers on the same cores (`make network`).
#[test]
#[ignore = "measures"]
fn two_hundred_outlets_without_peace() {
    let outlets = Outlets::new(200, 25, &[Fault::None]);
    let mut watched = Watched::new(outlets, Duration::ZERO, Limits::default());
    let began = Instant::now();
    let tally = watched.round(watched.settings());
    let rate = f64::from(u32::try_from(tally.caught).unwrap()) / began.elapsed().as_secs_f64();
    println!("{} articles in {:?}: {rate:.0} a second", tally.caught, began.elapsed());
    assert_eq!(tally.caught, 5000);
}
