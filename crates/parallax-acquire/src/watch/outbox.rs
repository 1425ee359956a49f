//! From the network to whoever keeps what it caught: in order, and no faster than it is kept.

use super::{Sink, asking::lock, ledger::Note, round::Round};
use parallax_model::Capture;
use std::time::{Duration, Instant};
use tokio::{sync::mpsc::Receiver, time::timeout_at};

/// Captures handed over at once, and their bytes.
const BATCH: usize = 256;
const BATCH_BYTES: usize = 32 << 20;

/// How long a capture waits for others that go with it.
const GATHERING: Duration = Duration::from_millis(300);

/// How long nothing comes before the sink is told that it may rest.
const QUIET: Duration = Duration::from_secs(5);

/// What came of watching.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Articles that were asked for, or would have been.
    pub asked: u64,
    /// Captures that were handed over.
    pub caught: u64,
    /// Articles that could not be had.
    pub faults: u64,
    /// Sources that were asked.
    pub sources: u64,
    /// Sources that did not answer as they should.
    pub troubled: u64,
}

impl Tally {
    pub(super) fn add(&mut self, other: Self) {
        self.asked += other.asked;
        self.caught += other.caught;
        self.faults += other.faults;
        self.sources += other.sources;
        self.troubled += other.troubled;
    }
}

/// What one question came to. Notes are kept once what was caught is.
#[derive(Debug, Default)]
pub(super) struct Message {
    pub(super) caught: Option<Capture>,
    pub(super) notes: Vec<Note>,
    /// Names of articles that others may ask for again.
    pub(super) claims: Vec<String>,
    pub(super) tally: Tally,
}

/// Hands everything over until the network is done. After a failure of the sink the rest is let go.
pub(super) async fn hand_over(
    mut messages: Receiver<Message>,
    round: &Round,
    sink: &mut dyn Sink,
) -> Result<Tally, String> {
    let mut tally = Tally::default();
    let mut failed = None;
    let mut rested = true;
    loop {
        let wait = if rested { Duration::from_hours(1) } else { QUIET };
        let first = match timeout_at((Instant::now() + wait).into(), messages.recv()).await {
            Ok(Some(message)) => message,
            Ok(None) => break,
            Err(_) => {
                if !rested && failed.is_none() {
                    failed = sink.rest().err();
                    rested = true;
                }
                continue;
            }
        };
        let batch = gathered(first, &mut messages).await;
        if failed.is_some() {
            continue;
        }
        rested &= batch.iter().all(|message| message.caught.is_none());
        match keep(batch, round, sink) {
            Ok(some) => tally.add(some),
            Err(why) => {
                round.asking.stop.say();
                failed = Some(why);
            }
        }
    }
    failed.or_else(|| lock(&round.broken).take()).map_or(Ok(tally), Err)
}

async fn gathered(first: Message, messages: &mut Receiver<Message>) -> Vec<Message> {
    let size =
        |message: &Message| message.caught.as_ref().map_or(0, |caught| caught.payload().len());
    let until = Instant::now() + GATHERING;
    let mut bytes = size(&first);
    let mut batch = vec![first];
    while batch.len() < BATCH && bytes < BATCH_BYTES {
        let Ok(Some(message)) = timeout_at(until.into(), messages.recv()).await else { break };
        bytes += size(&message);
        batch.push(message);
    }
    batch
}

fn keep(batch: Vec<Message>, round: &Round, sink: &mut dyn Sink) -> Result<Tally, String> {
    let mut tally = Tally::default();
    let (mut caught, mut notes, mut claims) = (Vec::new(), Vec::new(), Vec::new());
    for message in batch {
        tally.add(message.tally);
        caught.extend(message.caught);
        notes.extend(message.notes);
        claims.extend(message.claims);
    }
    if !caught.is_empty() {
        sink.take(caught)?;
    }
    round.asking.ledger.keep(&notes, round.asking.now())?;
    round.unclaim(&claims);
    Ok(tally)
}
