//! Asking as one should: robots.txt first, one domain at a time, and each hop of a redirect like the first.

mod peace;
mod permission;

use super::{
    Clock, Settings,
    ledger::{KeptRobots, Ledger, Note, note},
    stop::Stop,
};
use crate::{
    net::{Answer, Ask, Failure, Fetcher, Target, leads_on},
    politeness::registrable,
};
use jiff::Timestamp;
use peace::{Domain, me};
use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};
use tokio::sync::{Mutex as Turn, Semaphore};

/// Why there is no answer.
#[derive(Debug)]
pub(super) enum Unasked {
    /// Its domain wants peace until then.
    PutOff(Timestamp),
    /// robots.txt forbids it, or cannot be had, which need not last.
    Forbidden {
        /// In words.
        why: String,
        /// Whether asking again soon would give the same.
        lasting: bool,
    },
    /// It was asked for, or would have been, and nothing came.
    Failed(Failure),
    /// It was asked for, and what came is not what it should be.
    Odd(String),
    /// It leads to what is known by this name already.
    SameAs(String),
    /// It is enough.
    Stopped,
    /// The ledger fails.
    Ledger(String),
}

/// Looks at where a redirect leads before it is followed.
pub(super) type Looks<'a> = dyn Fn(&Target) -> Result<(), Unasked> + Send + Sync + 'a;

/// What all who ask share.
pub(super) struct Asking {
    fetcher: Fetcher,
    pub(super) ledger: Arc<dyn Ledger>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) settings: Settings,
    pub(super) stop: Stop,
    domains: Mutex<BTreeMap<String, Arc<Domain>>>,
    robots: Mutex<BTreeMap<String, Arc<Turn<Option<KeptRobots>>>>>,
    /// What changed of domains and robots.txt files and is not in the ledger.
    unkept: Mutex<BTreeMap<(&'static str, String), Note>>,
    at_once: Semaphore,
    /// By what others who share the ledger know us.
    me: String,
}

impl Asking {
    pub(super) fn new(
        fetcher: Fetcher,
        ledger: Arc<dyn Ledger>,
        clock: Arc<dyn Clock>,
        settings: Settings,
        stop: Stop,
    ) -> Self {
        let at_once = Semaphore::new(settings.at_once.max(1));
        let (domains, robots, unkept) = Default::default();
        let me = me();
        Self { fetcher, ledger, clock, settings, stop, domains, robots, unkept, at_once, me }
    }

    pub(super) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// Asks for an address, where robots.txt lets us and its domain has had its peace.
    pub(super) async fn get(
        &self,
        url: &str,
        ask: &Ask,
        looks: &Looks<'_>,
    ) -> Result<Answer, Unasked> {
        self.get_by(url, &|_| ask.clone(), looks).await
    }

    /// The same, where each hop is asked in its own way.
    pub(super) async fn get_by(
        &self,
        url: &str,
        ask: &(dyn Fn(&Target) -> Ask + Send + Sync),
        looks: &Looks<'_>,
    ) -> Result<Answer, Unasked> {
        let mut trail = self.fetcher.begin(url)?;
        loop {
            let target = trail.here();
            let robots = self.robots(target).await?;
            if let Some(why) = robots.refuses(&target.path_and_query()) {
                return Err(Unasked::Forbidden { why, lasting: !robots.is_closed() });
            }
            let answer = self.hop(target, &ask(target), robots.delay()).await?;
            if !leads_on(answer.status) {
                return Ok(answer);
            }
            trail.follow(answer.field("location"), self.fetcher.bounds())?;
            looks(trail.here())?;
        }
    }

    /// Sends a form to an address that was announced to take it, by the rules for any address.
    pub(super) async fn send(&self, url: &str, form: String) -> Result<Answer, Unasked> {
        let ask = Ask { form: Some(form), ..Ask::at_most(64 << 10) };
        self.get(url, &ask, &|_| Ok(())).await
    }

    /// Asks one target for itself once its domain has had its peace, and learns from what comes.
    async fn hop(
        &self,
        target: &Target,
        ask: &Ask,
        delay: Option<Duration>,
    ) -> Result<Answer, Unasked> {
        let name = registrable(&target.host()).to_owned();
        let domain = self.domain(&name)?;
        let _turn = domain.turns.acquire().await.map_err(|_| Unasked::Stopped)?;
        self.peace(&domain, &name).await?;
        let heard = {
            let _at_once = self.at_once.acquire().await.map_err(|_| Unasked::Stopped)?;
            if self.stop.is_said() {
                self.end_turn(&name, self.now())?;
                return Err(Unasked::Stopped);
            }
            self.fetcher.hop(target, ask).await
        };
        let now = self.now();
        *lock(&domain.last) = Some(Instant::now());
        let mut host = lock(&domain.host);
        if delay.is_some() {
            host.wants(delay);
        }
        self.learn(&mut host, &name, &heard, now);
        self.keep(note(&name, &*host));
        self.end_turn(&name, host.next(now))?;
        Ok(heard?)
    }

    pub(super) fn keep(&self, note: Note) {
        lock(&self.unkept).insert((note.shelf, note.key.clone()), note);
    }

    /// What is to be kept of domains and robots.txt files.
    pub(super) fn unkept(&self) -> Vec<Note> {
        std::mem::take(&mut *lock(&self.unkept)).into_values().collect()
    }

    /// When the domain of an address may be asked next.
    pub(super) fn next(&self, url: &str) -> Timestamp {
        let now = self.now();
        let host = url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned));
        let name = registrable(host.as_deref().unwrap_or_default()).to_owned();
        let domain = lock(&self.domains).get(&name).map(Arc::clone);
        domain.map_or(now, |domain| lock(&domain.host).next(now))
    }
}

impl From<Failure> for Unasked {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
