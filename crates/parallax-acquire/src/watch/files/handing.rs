//! What was read of files, on its way to whoever keeps it.

use super::{Turn, remote::BrokenOff};
use crate::{
    Captures, Refused,
    listing::Found,
    watch::{
        asking::{Unasked, lock},
        ledger::{Note, Shelved, noted},
        outbox::Message,
    },
};
use parallax_model::Capture;
use std::time::Duration;

impl Turn {
    /// Sends captures on their way, until something breaks them off; `far` becomes the byte of the file at which the last
    /// of them begins.
    pub(super) fn hand_over(
        &mut self,
        captures: Captures,
        broken_off: &BrokenOff,
        far: &mut u64,
    ) -> Result<(), Unasked> {
        for found in captures {
            if self.round.asking.stop.is_said() {
                return Err(Unasked::Stopped);
            }
            match found {
                Ok(capture) => {
                    *far = capture.parts().stored.start;
                    if self.is_wanted(&capture) {
                        self.send(Some(capture), Vec::new())?;
                    }
                }
                // Not the file is broken but the way to it.
                Err(_) if lock(broken_off).is_some() => break,
                Err(refused) => self.fault(&refused),
            }
        }
        Ok(())
    }

    fn is_wanted(&self, capture: &Capture) -> bool {
        let Some(url) = capture.parts().url.clone() else { return true };
        (self.round.lists.wanted)(&self.source, &Found { url, ..Found::default() })
    }

    pub(super) fn fault(&mut self, refused: &Refused) {
        let unread = refused.unread();
        self.fault_of(&unread.path, &unread.reason);
    }

    pub(super) fn fault_of(&mut self, path: &str, why: &str) {
        self.tally.faults += 1;
        self.round.fault(&self.source.name, path, why);
    }

    /// Hands on a capture or notes, and waits while there is no room for it.
    pub(super) fn send(
        &mut self,
        caught: Option<Capture>,
        mut notes: Vec<Note>,
    ) -> Result<(), Unasked> {
        let mut tally = std::mem::take(&mut self.tally);
        if caught.is_some() {
            tally.caught += 1;
            self.round.came(&self.source.name, self.round.asking.now());
        } else {
            notes.extend(self.round.asking.unkept());
            notes.extend(self.round.health_note(&self.source.name));
        }
        let message = Message { caught, notes, tally, ..Message::default() };
        self.network.block_on(self.round.send(message))
    }

    pub(super) fn noted<T: Shelved>(&self, key: &str) -> Result<Option<T>, Unasked> {
        noted(&*self.round.asking.ledger, key).map_err(Unasked::Ledger)
    }

    pub(super) fn rest(&self, time: Duration) -> Result<(), Unasked> {
        let stop = self.round.asking.stop.clone();
        self.network.block_on(async {
            tokio::select! {
                () = tokio::time::sleep(time) => Ok(()),
                () = stop.heard() => Err(Unasked::Stopped),
            }
        })
    }
}
