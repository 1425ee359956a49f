//! Asking as one should: robots.txt first, one domain at a time, and each hop of a redirect like the first.

use super::{
    Clock, Settings,
    ledger::{KeptRobots, Ledger, Note, Turn as Whose, note, noted},
    stop::Stop,
};
use crate::{
    net::{Answer, Ask, Failure, Fetcher, NAME, Target, leads_on},
    politeness::{Host, later, registrable, retry_after},
    robots::Robots,
};
use jiff::Timestamp;
use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::sync::{Mutex as Turn, Semaphore};

/// How long a robots.txt is good enough; shorter, where none could be had.
const ROBOTS_LAST: Duration = Duration::from_hours(24);
const CLOSED_LAST: Duration = Duration::from_hours(1);

/// No robots.txt is larger; what stands behind the standard's limit is not read.
const LARGEST_ROBOTS: usize = 4 << 20;

/// Redirects of a robots.txt that are followed (RFC 9309, 2.3.1.2).
const ROBOTS_REDIRECTS: usize = 5;

/// How often it is looked whether another process is done with a domain.
const GLANCE: Duration = Duration::from_millis(100);

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

/// One registrable domain.
struct Domain {
    turns: Semaphore,
    host: Mutex<Host>,
    /// When it answered last. Clocks on walls are set and drift; peace is measured by one that is not.
    last: Mutex<Option<Instant>>,
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

    /// What robots may ask the server of `target` for.
    async fn robots(&self, target: &Target) -> Result<Robots, Unasked> {
        let url = target.parts();
        let key = format!("{}://{}:{}", url.scheme(), target.host(), target.port());
        let entry = {
            let mut all = lock(&self.robots);
            Arc::clone(all.entry(key.clone()).or_default())
        };
        let mut entry = entry.lock().await;
        let now = self.now();
        if entry.is_none() {
            *entry = noted(&*self.ledger, &key).map_err(Unasked::Ledger)?;
        }
        if let Some(kept) = entry.as_ref().filter(|kept| kept.until > now) {
            return Ok(kept.robots.clone());
        }
        let robots = self.ask_robots(target).await?;
        let last = if robots.is_closed() { CLOSED_LAST } else { ROBOTS_LAST };
        let kept = KeptRobots { robots: robots.clone(), until: later(self.now(), last) };
        self.keep(note(&key, &kept));
        *entry = Some(kept);
        Ok(robots)
    }

    async fn ask_robots(&self, target: &Target) -> Result<Robots, Unasked> {
        let start = target.parts().join("/robots.txt").map(String::from).unwrap_or_default();
        let mut trail = self.fetcher.begin(&start)?;
        let ask = Ask { accept: "text/plain, */*;q=0.1", ..Ask::at_most(LARGEST_ROBOTS) };
        let closed =
            |failure: &Failure| Ok(Robots::closed(&format!("robots.txt cannot be had: {failure}")));
        loop {
            let answer = match self.hop(trail.here(), &ask, None).await {
                Ok(answer) => answer,
                Err(Unasked::Failed(failure)) => return closed(&failure),
                Err(other) => return Err(other),
            };
            if !leads_on(answer.status) || trail.hops().len() > ROBOTS_REDIRECTS {
                return Ok(Robots::of_answer(answer.status, &answer.body, NAME));
            }
            if let Err(failure) = trail.follow(answer.field("location"), self.fetcher.bounds()) {
                return closed(&failure);
            }
        }
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

    /// Waits until it is our turn to ask a domain, if that is not long.
    async fn peace(&self, domain: &Domain, name: &str) -> Result<(), Unasked> {
        let began = Instant::now();
        loop {
            if self.stop.is_said() {
                return Err(Unasked::Stopped);
            }
            let now = self.now();
            let (next, spacing) = {
                let host = lock(&domain.host);
                (host.next(now), host.spacing(&self.settings.manners))
            };
            let rest = lock(&domain.last)
                .map_or(Duration::ZERO, |last| spacing.saturating_sub(last.elapsed()));
            let mut wait =
                Duration::try_from(next.duration_since(now)).unwrap_or_default().max(rest);
            let mut next = next;
            if wait.is_zero() {
                match self.turn(name, now)? {
                    Whose::Yours => return Ok(()),
                    Whose::Others if began.elapsed() < self.settings.patience => wait = GLANCE,
                    Whose::Others => {
                        return Err(Unasked::PutOff(later(now, self.settings.patience)));
                    }
                    Whose::After(free) => {
                        next = free;
                        wait = Duration::try_from(free.duration_since(now)).unwrap_or_default();
                    }
                }
            }
            if wait > self.settings.patience {
                return Err(Unasked::PutOff(next));
            }
            tokio::select! {
                () = tokio::time::sleep(wait) => {}
                () = self.stop.heard() => {}
            }
        }
    }

    /// Takes the turn to ask a domain, before all who share the ledger.
    fn turn(&self, name: &str, now: Timestamp) -> Result<Whose, Unasked> {
        if !self.shares_turns() {
            return Ok(Whose::Yours);
        }
        let limits = self.fetcher.limits();
        let until = later(now, limits.whole + limits.connect);
        self.ledger.take_turn(name, &self.me, now, until).map_err(Unasked::Ledger)
    }

    fn end_turn(&self, name: &str, free: Timestamp) -> Result<(), Unasked> {
        if !self.shares_turns() {
            return Ok(());
        }
        self.ledger.end_turn(name, &self.me, free).map_err(Unasked::Ledger)
    }

    /// Where several questions at once are allowed, nobody has the turn.
    fn shares_turns(&self) -> bool {
        self.settings.manners.at_once <= 1
    }

    fn learn(&self, host: &mut Host, name: &str, heard: &Result<Answer, Failure>, now: Timestamp) {
        let manners = &self.settings.manners;
        match heard {
            Ok(answer) if matches!(answer.status, 429 | 503) => {
                match answer.field("retry-after").and_then(|value| retry_after(value, now)) {
                    Some(moment) => {
                        host.answered(now, manners);
                        host.wished(moment, now);
                    }
                    None => host.failed(name, now, manners),
                }
            }
            Ok(_) => host.answered(now, manners),
            Err(failure) if failure.is_of_the_server() => host.failed(name, now, manners),
            // What is wrong with one page need not be wrong with the next.
            Err(_) => host.stumbled(name, now, manners),
        }
    }

    fn domain(&self, name: &str) -> Result<Arc<Domain>, Unasked> {
        if let Some(domain) = lock(&self.domains).get(name) {
            return Ok(Arc::clone(domain));
        }
        let host: Option<Host> = noted(&*self.ledger, name).map_err(Unasked::Ledger)?;
        let turns = Semaphore::new(self.settings.manners.at_once.max(1));
        let domain = Arc::new(Domain {
            turns,
            host: Mutex::new(host.unwrap_or_default()),
            last: Mutex::default(),
        });
        Ok(Arc::clone(lock(&self.domains).entry(name.to_owned()).or_insert(domain)))
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

/// A name that no other watch has, here or in another process.
fn me() -> String {
    static WATCHES: AtomicU64 = AtomicU64::new(0);
    let number = WATCHES.fetch_add(1, Ordering::Relaxed);
    format!("{} {number} {}", std::process::id(), Timestamp::now().as_nanosecond())
}

pub(super) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
