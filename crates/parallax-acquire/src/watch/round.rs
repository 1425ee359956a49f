//! Who is asked when: every source and every article that is due, until all are seen to or it is enough.

use super::{
    Lists, Source,
    asking::{Asking, Unasked, lock},
    canonical::canonical,
    files::Looks,
    health::Health,
    hubs::Hubs,
    ledger::{Note, Shelved, note, noted},
    outbox::Message,
    pruning::is_to_be_kept_anew,
    visit::Visit,
};
use crate::politeness::registrable;
use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};
use tokio::{sync::mpsc::Sender, task::JoinSet};

/// Articles that are looked up at once because they are due.
const DUE: usize = 2000;

/// How often it is looked who is due.
const TICK: Duration = Duration::from_secs(1);

/// One watch over all sources.
pub(super) struct Round {
    pub(super) asking: Asking,
    pub(super) lists: Lists,
    /// Where there is somewhere to call.
    pub(super) hubs: Option<Hubs>,
    sources: Vec<Source>,
    /// How files of this machine looked the last time.
    pub(super) looks: Mutex<Looks>,
    health: Mutex<BTreeMap<String, Health>>,
    /// Names of articles that are being asked for, or are not kept yet.
    claimed: Mutex<BTreeSet<String>>,
    /// The way out, until all is said.
    out: Mutex<Option<Sender<Message>>>,
    /// Why it had to end, where it had.
    pub(super) broken: Mutex<Option<String>>,
}

impl Round {
    pub(super) fn new(
        asking: Asking,
        lists: Lists,
        sources: Vec<Source>,
        out: Sender<Message>,
    ) -> Result<Self, String> {
        let mut health = BTreeMap::new();
        for source in &sources {
            let kept = noted(&*asking.ledger, &source.name)?;
            let fresh = || Health::new(&source.name, &source.url, source.kind);
            let mut kept: Health = kept.unwrap_or_else(fresh);
            kept.comes_back();
            health.insert(source.name.clone(), kept);
        }
        let callback = asking.settings.callback.clone().filter(|_| !asking.settings.once);
        let hubs = callback.map(Hubs::new);
        let (health, claimed, broken) = (Mutex::new(health), Mutex::default(), Mutex::default());
        let out = Mutex::new(Some(out));
        let looks = Mutex::default();
        let round = Self { asking, lists, hubs, sources, looks, health, claimed, out, broken };
        for source in &round.sources {
            round.recall_hub(&source.name)?;
        }
        Ok(round)
    }

    /// Sees to everyone who is due; once, or for as long as nobody says that it is enough.
    pub(super) async fn go(self: Arc<Self>, once: bool) {
        let _closing = Closing(&self);
        let mut looked: Option<Instant> = None;
        let mut running: JoinSet<(String, Result<(), Unasked>)> = JoinSet::new();
        let mut busy = BTreeSet::new();
        loop {
            let is_time = looked.is_none_or(|looked| !once && looked.elapsed() >= TICK);
            if is_time && !self.asking.stop.is_said() {
                let all = self.asking.settings.all && looked.is_none();
                looked = Some(Instant::now());
                if let Err(why) = self.begin(all, &mut running, &mut busy) {
                    self.breaks(why);
                }
            }
            if (once || self.asking.stop.is_said()) && running.is_empty() {
                break;
            }
            let ended = tokio::select! {
                ended = running.join_next(), if !running.is_empty() => ended,
                () = tokio::time::sleep(TICK), if !once => None,
                () = self.asking.stop.heard(), if !self.asking.stop.is_said() => None,
            };
            match ended {
                Some(Ok((name, went))) => {
                    busy.remove(&name);
                    if let Err(Unasked::Ledger(why)) = went {
                        self.breaks(why);
                    }
                }
                Some(Err(error)) => self.breaks(format!("a task ended: {error}")),
                None => {}
            }
        }
        let notes = self.asking.unkept();
        // Who keeps may be gone.
        let _ = self.send(Message { notes, ..Message::default() }).await;
    }

    fn begin(
        self: &Arc<Self>,
        all: bool,
        running: &mut JoinSet<(String, Result<(), Unasked>)>,
        busy: &mut BTreeSet<String>,
    ) -> Result<(), String> {
        let now = self.asking.now();
        for (domain, due) in self.due()? {
            if busy.insert(format!("due {domain}")) {
                let round = Arc::clone(self);
                running.spawn(async move { (format!("due {domain}"), round.again(due).await) });
            }
        }
        for source in &self.sources {
            let next = lock(&self.health).get(&source.name).and_then(|health| health.next);
            let is_due = all || next.is_none_or(|next| next <= now) || self.is_hinted(source);
            if is_due && busy.insert(format!("source {}", source.name)) {
                let (round, source) = (Arc::clone(self), source.clone());
                running.spawn(async move {
                    (format!("source {}", source.name), round.turn(source).await)
                });
            }
        }
        Ok(())
    }

    /// Articles that are due, by domain.
    fn due(&self) -> Result<BTreeMap<String, Vec<Visit>>, String> {
        let due = self.asking.ledger.due(Visit::SHELF, self.asking.now(), DUE)?;
        let mut domains: BTreeMap<String, Vec<Visit>> = BTreeMap::new();
        for visit in due.iter().filter_map(|(_, words)| serde_json::from_str::<Visit>(words).ok()) {
            let host =
                url::Url::parse(&visit.url).ok().and_then(|url| url.host_str().map(str::to_owned));
            let domain = registrable(host.as_deref().unwrap_or_default()).to_owned();
            domains.entry(domain).or_default().push(visit);
        }
        Ok(domains)
    }

    async fn again(self: Arc<Self>, due: Vec<Visit>) -> Result<(), Unasked> {
        let sources: BTreeSet<String> = due.iter().map(|visit| visit.source.clone()).collect();
        for visit in due {
            self.article(&visit.url, &visit.source, false).await?;
        }
        let notes = sources.iter().filter_map(|name| self.health_note(name)).collect();
        self.send(Message { notes, ..Message::default() }).await
    }

    /// Hands on what a question came to, and waits while there is no room for it.
    pub(super) async fn send(&self, message: Message) -> Result<(), Unasked> {
        let out = lock(&self.out).clone().ok_or(Unasked::Stopped)?;
        out.send(message).await.map_err(|_| Unasked::Stopped)
    }

    fn breaks(&self, why: String) {
        lock(&self.broken).get_or_insert(why);
        self.asking.stop.say();
    }

    /// Whether nothing is known of an article, or it is due.
    pub(super) fn is_new(&self, url: &str) -> Result<bool, Unasked> {
        let Some(address) = canonical(url) else { return Ok(true) };
        if lock(&self.claimed).contains(&address.key) {
            return Ok(false);
        }
        let visit: Option<Visit> =
            noted(&*self.asking.ledger, &address.key).map_err(Unasked::Ledger)?;
        let now = self.asking.now();
        let Some(mut visit) = visit else { return Ok(true) };
        if visit.next.is_some() {
            return Ok(visit.next.is_some_and(|next| next <= now));
        }
        if is_to_be_kept_anew(visit.listed, now) {
            visit.listed = Some(now);
            self.asking.keep(note(&address.key, &visit));
        }
        Ok(false)
    }

    /// Takes an article upon oneself; whether nobody else has.
    pub(super) fn claim(&self, key: &str) -> bool {
        lock(&self.claimed).insert(key.to_owned())
    }

    pub(super) fn unclaim<T: AsRef<str>>(&self, keys: impl IntoIterator<Item = T>) {
        let mut claimed = lock(&self.claimed);
        for key in keys {
            claimed.remove(key.as_ref());
        }
    }

    pub(super) fn fault(&self, source: &str, url: &str, why: &str) {
        let now = self.asking.now();
        if let Some(health) = lock(&self.health).get_mut(source) {
            health.fault(url, why, now);
        }
    }

    pub(super) fn trouble(&self, source: &Source, why: &str) {
        let now = self.asking.now();
        self.with_health(source, |health| health.failed(&source.url, why, now));
    }

    pub(super) fn came(&self, source: &str, now: jiff::Timestamp) {
        if let Some(health) = lock(&self.health).get_mut(source) {
            health.came(1, now);
        }
    }

    pub(super) fn came_so_far(&self, source: &str) -> u64 {
        lock(&self.health).get(source).map_or(0, |health| health.days.values().sum())
    }

    pub(super) fn with_health(&self, source: &Source, change: impl FnOnce(&mut Health)) {
        if let Some(health) = lock(&self.health).get_mut(&source.name) {
            change(health);
        }
    }

    pub(super) fn health_of(&self, source: &Source) -> Health {
        let fresh = || Health::new(&source.name, &source.url, source.kind);
        lock(&self.health).get(&source.name).cloned().unwrap_or_else(fresh)
    }

    pub(super) fn health_note(&self, source: &str) -> Option<Note> {
        lock(&self.health).get(source).map(|health| note(source, health))
    }
}

/// Says that nothing more comes, however it ends.
struct Closing<'a>(&'a Round);

impl Drop for Closing<'_> {
    fn drop(&mut self) {
        lock(&self.0.out).take();
    }
}
