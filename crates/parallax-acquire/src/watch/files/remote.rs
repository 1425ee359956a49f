//! A file of a server, asked for in parts: each within its limit, and after a cut from where it was cut.

use super::{Progress, Stamp, Turn, lists, part::part, storage::Place};
use crate::{
    counted::Counted,
    read, reading, sniff,
    watch::{
        asking::{Unasked, lock},
        ledger::note,
    },
};
use std::{
    io::{self, BufReader, Cursor, Read},
    sync::{Arc, Mutex},
};
use url::Url;

/// Bytes of a part. With two seconds of peace between two it is four megabytes a second at most.
const PART: u64 = 8 << 20;

/// A line so slow that a part does not come in time is asked for smaller ones.
const SMALLEST_PART: u64 = 256 << 10;

/// So often one part is asked for in one turn.
const TRIES: u32 = 3;

/// One part of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) bytes: Vec<u8>,
    /// Whether nothing stands behind it.
    pub(super) last: bool,
    pub(super) stamp: Stamp,
}

/// Why there is no part.
pub(super) enum NoPart {
    /// The file is as it is known.
    Unchanged,
    Unasked(Unasked),
}

/// Asks for a number of bytes from a place on.
pub(super) type Asks = dyn FnMut(u64, u64) -> Result<Part, NoPart> + Send;

/// What stopped a file from being read to its end, for whoever has only its bytes.
pub(super) type BrokenOff = Arc<Mutex<Option<Unasked>>>;

/// A file as a stream.
pub(super) struct Remote {
    asks: Box<Asks>,
    part: Cursor<Vec<u8>>,
    /// Where the next part begins.
    next: u64,
    last: bool,
    /// As what the file was found first.
    stamp: Option<Stamp>,
    stopped: BrokenOff,
}

impl Remote {
    pub(super) fn new(asks: Box<Asks>, from: u64, stamp: Option<Stamp>) -> Self {
        let stopped = BrokenOff::default();
        Self { asks, part: Cursor::default(), next: from, last: false, stamp, stopped }
    }

    /// Asks for the next part.
    fn more(&mut self) -> Result<(), NoPart> {
        let mut bytes = PART;
        let mut tries = 1;
        let part = loop {
            match (self.asks)(self.next, bytes) {
                Err(NoPart::Unasked(Unasked::Failed(failure)))
                    if tries < TRIES && !failure.is_lasting() =>
                {
                    tries += 1;
                    bytes = (bytes / 4).max(SMALLEST_PART);
                }
                other => break other?,
            }
        };
        let stamp = self.stamp.get_or_insert_with(|| part.stamp.clone());
        if *stamp != part.stamp {
            let why = "it changed while it was read; it is read again from its start";
            return Err(NoPart::Unasked(Unasked::Odd(why.to_owned())));
        }
        self.next += u64::try_from(part.bytes.len()).unwrap_or(u64::MAX);
        self.last = part.last || part.bytes.is_empty();
        self.part = Cursor::new(part.bytes);
        Ok(())
    }
}

impl Read for Remote {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            let given = self.part.read(into)?;
            if given > 0 || self.last || into.is_empty() {
                return Ok(given);
            }
            if let Err(NoPart::Unasked(why)) = self.more() {
                lock(&self.stopped).get_or_insert(why);
                self.last = true;
                return Err(io::Error::from(io::ErrorKind::ConnectionAborted));
            }
        }
    }
}

impl Turn {
    /// Reads a file of a server from where it was left, or to see whether it is another than was read; it may be a list,
    /// unless a list names it.
    pub(super) fn elsewhere(&mut self, url: &str, may_list: bool) -> Result<(), Unasked> {
        let place = self.round.asking.settings.storage.place(url).map_err(Unasked::Odd)?;
        let known: Progress = self.noted(url)?.unwrap_or_default();
        let was_read = known.is_done();
        let from = known.far.unwrap_or(0);
        let asks = self.asks(place, Some(&known.stamp).filter(|_| was_read));
        let mut remote = Remote::new(asks, from, Some(known.stamp).filter(|_| from > 0));
        match remote.more() {
            Ok(()) => {}
            Err(NoPart::Unchanged) => return Ok(()),
            Err(NoPart::Unasked(why)) => {
                if from > 0 && matches!(why, Unasked::Odd(_)) {
                    // What was left is not there any more.
                    self.keep(url, &Progress::default())?;
                }
                return Err(why);
            }
        }
        let stamp = remote.stamp.clone().unwrap_or_default();
        let at = Some(self.round.asking.now());
        match self.read_stream(url, from, remote, may_list) {
            Ok(true) => {
                self.read += 1;
                self.keep(url, &Progress { stamp, at, ..Progress::default() })
            }
            Ok(false) => Ok(()),
            Err((why, far)) => {
                if far.is_some() {
                    self.keep(url, &Progress { stamp, far, at, ..Progress::default() })?;
                }
                Err(why)
            }
        }
    }

    /// Reads what comes; whether nothing of it is to be tried again. Where it breaks off, it is told how far all that
    /// stood there was handed over.
    fn read_stream(
        &mut self,
        url: &str,
        from: u64,
        mut remote: Remote,
        may_list: bool,
    ) -> Result<bool, (Unasked, Option<u64>)> {
        let stopped = Arc::clone(&remote.stopped);
        let window = sniff::window(&mut remote).unwrap_or_default();
        let (is_list, is_archive) = (lists::is_list(&window), from > 0 || is_archive(&window));
        let stream = BufReader::new(Cursor::new(window).chain(remote));
        if is_list && may_list && from == 0 {
            let names = Url::parse(url).map(|base| lists::in_stream(stream, &base));
            if let Some(why) = lock(&stopped).take() {
                return Err((why, None));
            }
            let names = names.map_err(|error| (Unasked::Odd(error.to_string()), None))?;
            return self.named(names, url).map_err(|why| (why, None));
        }
        let captures = if is_archive {
            reading::archive(url, Counted::starting_at(stream, from))
        } else {
            read(url, Box::new(stream))
        };
        let mut far = from;
        let went = self.hand_over(captures, &stopped, &mut far);
        let went = lock(&stopped).take().map_or(went, Err);
        went.map(|()| true).map_err(|why| (why, Some(far).filter(|_| is_archive)))
    }

    fn keep(&mut self, url: &str, progress: &Progress) -> Result<(), Unasked> {
        self.send(None, vec![note(url, progress)])
    }

    fn asks(&self, place: Place, known: Option<&Stamp>) -> Box<Asks> {
        let (round, network) = (Arc::clone(&self.round), self.network.clone());
        let known = known.and_then(|stamp| stamp.changed.clone());
        Box::new(move |from, bytes| {
            network.block_on(part(
                &round,
                &place,
                from..from.saturating_add(bytes),
                known.as_deref(),
            ))
        })
    }
}

fn is_archive(window: &[u8]) -> bool {
    let is_warc = |start: &[u8]| matches!(sniff::kind(start), sniff::Kind::Warc);
    is_warc(window) || sniff::unzipped(window).is_ok_and(|start| is_warc(&start))
}

#[cfg(test)]
mod tests {
    use super::{NoPart, Part, Remote, Stamp};
    use crate::{net::Failure, watch::asking::Unasked};
    use proptest::prelude::*;
    use std::io::Read;

    fn stamp(of: &str) -> Stamp {
        Stamp { bytes: None, changed: Some(of.to_owned()) }
    }

    /// A server that gives so many bytes at most, and every so often none.
    fn remote(file: Vec<u8>, most: usize, fails: usize, from: u64) -> Remote {
        let mut asked = 0;
        let asks = move |from: u64, bytes: u64| {
            asked += 1;
            if asked % fails == 0 {
                return Err(NoPart::Unasked(Unasked::Failed(Failure::CutShort)));
            }
            let from = usize::try_from(from).unwrap();
            let bytes = usize::try_from(bytes).unwrap().min(most);
            let rest = file.get(from..).unwrap_or_default();
            let bytes = rest.get(..bytes).unwrap_or(rest).to_vec();
            Ok(Part { last: from + bytes.len() >= file.len(), bytes, stamp: stamp("a") })
        };
        Remote::new(Box::new(asks), from, None)
    }

    proptest! {
        #[test]
        fn a_file_in_parts_is_the_file(file: Vec<u8>, most in 1_usize..9, fails in 2_usize..5, from in 0_usize..20) {
            let from = from.min(file.len());
            let mut read = Vec::new();
            remote(file.clone(), most, fails, u64::try_from(from).unwrap()).read_to_end(&mut read).unwrap();
            prop_assert_eq!(read.as_slice(), &file[from..]);
        }
    }

    #[test]
    fn what_stopped_it_is_kept() {
        let mut remote = remote(vec![1; 10], 4, 1, 0);
        assert!(remote.read_to_end(&mut Vec::new()).is_err());
        assert!(matches!(
            *remote.stopped.lock().unwrap(),
            Some(Unasked::Failed(Failure::CutShort))
        ));
    }

    #[test]
    fn a_file_that_changes_is_not_put_together() {
        let mut turn = 0;
        let asks = move |_, _| {
            turn += 1;
            Ok(Part { bytes: vec![b'x'; 4], last: false, stamp: stamp(["a", "b"][turn / 3]) })
        };
        let mut remote = Remote::new(Box::new(asks), 0, None);
        let mut read = Vec::new();
        assert!(remote.read_to_end(&mut read).is_err());
        assert_eq!(read.len(), 8);
    }
}
