//! What do the outlets have that is new? Sources are asked as often as they change, and each
//! article that they list is asked for once, and again at growing ages to see its revisions.
//!
//! robots.txt is asked first, always; each registrable domain has its peace between two questions;
//! what fails is left alone for longer each time. What is caught goes to a [`Sink`], and what is to
//! be remembered to a [`Ledger`], which hears of an article only after the sink has it: what a crash
//! comes between is asked for once more.

mod article;
mod asking;
mod canonical;
mod files;
mod health;
mod hubs;
mod ledger;
mod outbox;
mod pruning;
mod round;
mod stop;
mod turn;
mod visit;

pub use canonical::{Canonical, canonical};
pub use files::{Key, Storage};
pub use health::{Fault, Health};
pub use hubs::Callback;
pub use ledger::{InMemory, Ledger, Note, Noted, Turn};
pub use outbox::Tally;
pub use stop::Stop;
pub use visit::{State, Visit};

use crate::{
    listing::{Found, Kind, Listing, Reader},
    net::Fetcher,
    politeness::Manners,
};
use asking::Asking;
use jiff::Timestamp;
use ledger::Shelved;
use parallax_model::Capture;
use round::Round;
use std::{sync::Arc, thread, time::Duration};
use tokio::{net::TcpListener, runtime, sync::mpsc};

/// Messages on their way from the network to the sink.
const ON_THEIR_WAY: usize = 64;

/// One source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// Its name; no two have the same.
    pub name: String,
    /// Where to ask.
    pub url: String,
    /// What it is.
    pub kind: Kind,
    /// How long it is left alone at least, where the list of sources says so.
    pub every: Option<Duration>,
}

/// How to watch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// How each domain is treated.
    pub manners: Manners,
    /// Questions at once, to all domains together.
    pub at_once: usize,
    /// A domain that wants peace for longer is not waited for: what was to be asked is put off.
    pub patience: Duration,
    /// Bytes of a page, unpacked.
    pub largest_page: usize,
    /// Bytes of a list, unpacked.
    pub largest_list: usize,
    /// New articles that are taken from one list in one turn; the rest comes with the next.
    pub articles_a_turn: usize,
    /// Ask every source, whether it is due or not.
    pub all: bool,
    /// End when all that is due was seen to.
    pub once: bool,
    /// Where hubs may tell of changes (`WebSub`), where it is not for one time only.
    pub callback: Option<Callback>,
    /// How object storage is asked.
    pub storage: Storage,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            manners: Manners::default(),
            at_once: 64,
            patience: Duration::from_mins(1),
            largest_page: 8 << 20,
            largest_list: 52 << 20,
            articles_a_turn: 1000,
            all: false,
            once: false,
            callback: None,
            storage: Storage::default(),
        }
    }
}

/// Knows what time it is.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;
}

/// The clock on the wall.
#[derive(Clone, Copy, Debug, Default)]
pub struct Wall;

impl Clock for Wall {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }
}

/// Takes what was caught.
pub trait Sink {
    /// Keeps captures: they are safe when this returns.
    fn take(&mut self, caught: Vec<Capture>) -> Result<(), String>;

    /// Nothing comes for a while: a moment for what takes long.
    fn rest(&mut self) -> Result<(), String> {
        Ok(())
    }
}

/// Whether an article that a source lists is wanted.
pub type Wanted = dyn Fn(&Source, &Found) -> bool + Send + Sync;

/// How what sources answer is read.
#[derive(Clone)]
pub struct Lists {
    /// Reads an answer.
    pub read: Arc<Reader>,
    /// Says which of the articles in it are asked for.
    pub wanted: Arc<Wanted>,
}

impl Lists {
    /// All that `read` finds is wanted.
    pub fn all(
        read: impl Fn(Kind, &[u8], &str) -> Result<Listing, String> + Send + Sync + 'static,
    ) -> Self {
        Self { read: Arc::new(read), wanted: Arc::new(|_, _| true) }
    }
}

/// Watches `sources` until all is seen to, or until `stop` is said; gives what came of it.
///
/// The network has a thread of its own, and waits while the sink is busy. The error is that of the
/// sink or of the ledger: what the outlets do wrong stands in the health of the sources.
#[allow(clippy::too_many_arguments, reason = "each is another's to make")]
pub fn watch(
    fetcher: Fetcher,
    lists: Lists,
    sources: Vec<Source>,
    ledger: Arc<dyn Ledger>,
    clock: Arc<dyn Clock>,
    settings: Settings,
    stop: &Stop,
    sink: &mut dyn Sink,
) -> Result<Tally, String> {
    let once = settings.once;
    let callback = settings.callback.clone().filter(|_| !once);
    let (out, messages) = mpsc::channel(ON_THEIR_WAY);
    pruning::prune(&*ledger, clock.now())?;
    let asking = Asking::new(fetcher, ledger, clock, settings, stop.clone());
    let round = Arc::new(Round::new(asking, lists, sources, out)?);
    let (network, here) = (driver(true)?, driver(false)?);
    let listener = callback.map(|callback| listening(&network, &callback)).transpose()?;
    thread::scope(|scope| {
        let (asks, hears) = (Arc::clone(&round), Arc::clone(&round));
        scope.spawn(move || {
            network.block_on(async {
                match listener {
                    None => asks.go(once).await,
                    Some(listener) => tokio::select! {
                        () = asks.go(once) => {}
                        () = hubs::listen(listener, hears) => {}
                    },
                }
            });
        });
        here.block_on(outbox::hand_over(messages, &round, sink))
    })
}

/// How all sources are doing, as the ledger has it.
pub fn health(ledger: &dyn Ledger) -> Result<Vec<Health>, String> {
    let all = ledger.all(Health::SHELF)?;
    Ok(all.iter().filter_map(|(_, words)| serde_json::from_str(words).ok()).collect())
}

fn listening(network: &runtime::Runtime, callback: &Callback) -> Result<TcpListener, String> {
    let listener = network.block_on(TcpListener::bind(callback.listen));
    listener.map_err(|error| format!("cannot listen to hubs at {}: {error}", callback.listen))
}

fn driver(with_network: bool) -> Result<runtime::Runtime, String> {
    let mut driver = runtime::Builder::new_current_thread();
    driver.enable_time();
    if with_network {
        driver.enable_io();
    }
    driver.build().map_err(|error| format!("cannot wait for the network: {error}"))
}
