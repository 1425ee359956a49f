//! Invented outlets that are watched, and what must hold of how they were asked.

use crate::{
    outlets::{DELAY, Fault, Outlets},
    server::{Asked, Server},
    watcher::{Ahead, Basket},
};
use parallax_acquire::{
    listing::Kind,
    net::Limits,
    politeness::Manners,
    read_listing,
    watch::{
        Clock, Health, InMemory, Lists, Settings, Source, Stop, Tally, canonical, health, watch,
    },
};
use parallax_model::Capture;
use std::{
    collections::BTreeMap,
    sync::{Arc, atomic::Ordering},
    time::{Duration, Instant},
};

/// A network that is watched.
pub(crate) struct Watched {
    pub(crate) outlets: Outlets,
    pub(crate) server: Server,
    pub(crate) ledger: Arc<InMemory>,
    pub(crate) clock: Arc<Ahead>,
    pub(crate) spacing: Duration,
    pub(crate) limits: Limits,
    pub(crate) basket: Basket,
    /// When each round began: by the clock that is set ahead, hours lie between two.
    pub(crate) began: Vec<Instant>,
}

impl Watched {
    pub(crate) fn new(outlets: Outlets, spacing: Duration, limits: Limits) -> Self {
        let script = outlets.clone();
        let server = Server::apart(move |asked| script.answer(asked));
        let (ledger, clock, basket, began) = Default::default();
        Self { outlets, server, ledger, clock, spacing, limits, basket, began }
    }

    pub(crate) fn sources(&self) -> Vec<Source> {
        let port = self.server.port;
        let source = |name: &String| Source {
            name: name.clone(),
            url: format!("http://{name}:{port}/feed"),
            kind: Kind::Feed,
            every: None,
        };
        self.outlets.names().keys().map(source).collect()
    }

    pub(crate) fn round(&mut self, settings: Settings) -> Tally {
        self.began.push(Instant::now());
        let hosts = self.outlets.hosts();
        let fetcher = self.server.fetcher(&hosts, self.limits);
        let ledger = Arc::<InMemory>::clone(&self.ledger);
        let clock = Arc::<Ahead>::clone(&self.clock);
        let (sources, stop) = (self.sources(), Stop::default());
        let lists = Lists::all(read_listing);
        watch(fetcher, lists, sources, ledger, clock, settings, &stop, &mut self.basket).unwrap()
    }

    pub(crate) fn settings(&self) -> Settings {
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
    pub(crate) fn rounds(&mut self, rounds: usize) {
        for round in 0..rounds {
            self.outlets.begin(round);
            self.round(self.settings());
            self.clock.0.fetch_add(3 * 3600, Ordering::SeqCst);
        }
    }

    /// What came, by article: how often, in how many versions.
    pub(crate) fn came(&self) -> BTreeMap<String, Vec<&Capture>> {
        let mut came: BTreeMap<String, Vec<&Capture>> = BTreeMap::new();
        for capture in &self.basket.0 {
            let url = capture.parts().url.clone().unwrap();
            let key = canonical(&url).unwrap().key.replace(&format!(":{}", self.server.port), "");
            came.entry(key.trim_start_matches('/').to_owned()).or_default().push(capture);
        }
        came
    }

    pub(crate) fn health(&self) -> BTreeMap<String, Health> {
        let all = health(&*self.ledger).unwrap();
        all.into_iter().map(|health| (health.name.clone(), health)).collect()
    }

    /// What the servers were asked, by host, in order.
    pub(crate) fn asked(&self) -> BTreeMap<String, Vec<Asked>> {
        let mut asked: BTreeMap<String, Vec<Asked>> = BTreeMap::new();
        for one in self.server.log() {
            asked.entry(one.host.clone()).or_default().push(one);
        }
        asked
    }

    pub(crate) fn is_as_it_should_be(&self) {
        self.nothing_forbidden_was_asked();
        self.nobody_was_hurried();
        self.every_article_came_once();
        self.every_fault_is_told();
    }

    pub(crate) fn nothing_forbidden_was_asked(&self) {
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

    pub(crate) fn nobody_was_hurried(&self) {
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

    pub(crate) fn every_article_came_once(&self) {
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

    pub(crate) fn every_fault_is_told(&self) {
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
