//! The peace of a domain, and whose turn it is to ask it: ours, or that of another who shares the ledger.

use super::{Asking, Unasked, lock};
use crate::{
    net::{Answer, Failure},
    politeness::{Host, later, retry_after},
    watch::ledger::{Turn, noted},
};
use jiff::Timestamp;
use std::{
    sync::{
        Arc, Mutex,
        atomic::{AtomicU64, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::sync::Semaphore;

/// How often it is looked whether another process is done with a domain.
const GLANCE: Duration = Duration::from_millis(100);

/// One registrable domain.
pub(super) struct Domain {
    pub(super) turns: Semaphore,
    pub(super) host: Mutex<Host>,
    /// When it answered last. Clocks on walls are set and drift; peace is measured by one that is not.
    pub(super) last: Mutex<Option<Instant>>,
}

impl Asking {
    /// Waits until it is our turn to ask a domain, if that is not long.
    pub(super) async fn peace(&self, domain: &Domain, name: &str) -> Result<(), Unasked> {
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
                    Turn::Yours => return Ok(()),
                    Turn::Others if began.elapsed() < self.settings.patience => wait = GLANCE,
                    Turn::Others => {
                        return Err(Unasked::PutOff(later(now, self.settings.patience)));
                    }
                    Turn::After(free) => {
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
    fn turn(&self, name: &str, now: Timestamp) -> Result<Turn, Unasked> {
        if !self.shares_turns() {
            return Ok(Turn::Yours);
        }
        let limits = self.fetcher.limits();
        let until = later(now, limits.whole + limits.connect);
        self.ledger.take_turn(name, &self.me, now, until).map_err(Unasked::Ledger)
    }

    pub(super) fn end_turn(&self, name: &str, free: Timestamp) -> Result<(), Unasked> {
        if !self.shares_turns() {
            return Ok(());
        }
        self.ledger.end_turn(name, &self.me, free).map_err(Unasked::Ledger)
    }

    /// Where several questions at once are allowed, nobody has the turn.
    fn shares_turns(&self) -> bool {
        self.settings.manners.at_once <= 1
    }

    pub(super) fn learn(
        &self,
        host: &mut Host,
        name: &str,
        heard: &Result<Answer, Failure>,
        now: Timestamp,
    ) {
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

    pub(super) fn domain(&self, name: &str) -> Result<Arc<Domain>, Unasked> {
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
}

/// A name that no other watch has, here or in another process.
pub(super) fn me() -> String {
    static WATCHES: AtomicU64 = AtomicU64::new(0);
    let number = WATCHES.fetch_add(1, Ordering::Relaxed);
    format!("{} {number} {}", std::process::id(), Timestamp::now().as_nanosecond())
}
