//! Web archives (WARC 1.0 and 1.1, ISO 28500): the pages in them.
//!
//! Framing is ours, so that a broken record costs that record and no more and
//! every record's place in the file is known; headers and HTTP bodies are read
//! by `fastwarc`.

mod frames;
mod record;

use crate::{Reason, Refused, counted::Counted};
use flate2::bufread::GzDecoder;
use frames::Frame;
use parallax_model::Capture;
use std::{
    collections::VecDeque,
    io::{BufRead, BufReader},
};

type Found = Result<Capture, Refused>;

/// The pages of an archive that is not compressed.
pub(crate) fn plain(
    path: String,
    mut stored: Counted<impl BufRead + Send>,
) -> impl Iterator<Item = Found> + Send {
    let mut pages = Pages::new(path);
    let mut ended = false;
    std::iter::from_fn(move || {
        while pages.waiting.is_empty() && !ended {
            let start = stored.position();
            let frame = frames::next(&mut stored);
            let end = stored.position();
            ended = matches!(frame, Frame::End);
            pages.take(frame, start, Some(end));
        }
        pages.next(ended)
    })
}

/// The pages of an archive whose records are compressed one by one, or as a whole.
pub(crate) fn gzipped(
    path: String,
    stored: Counted<impl BufRead + Send>,
) -> impl Iterator<Item = Found> + Send {
    let mut pages = Pages::new(path);
    let mut members = Some(stored);
    std::iter::from_fn(move || {
        while pages.waiting.is_empty() {
            let Some(mut stored) = members.take() else { break };
            if !stored.fill_buf().is_ok_and(|rest| !rest.is_empty()) {
                break;
            }
            members = pages.member(stored);
        }
        pages.next(members.is_none())
    })
}

/// Pages found and not yet given.
struct Pages {
    path: String,
    waiting: VecDeque<Found>,
    any: bool,
    closed: bool,
}

impl Pages {
    fn new(path: String) -> Self {
        Self { path, waiting: VecDeque::new(), any: false, closed: false }
    }

    /// Takes what a frame holds; a frame that is no page is passed over.
    fn take(&mut self, frame: Frame, start: u64, end: Option<u64>) {
        let at = || format!("record at byte {start}");
        match frame {
            Frame::End => {}
            Frame::Broken(reason) => {
                self.waiting.push_back(Err(Refused::at(&self.path, at(), reason)));
            }
            Frame::Record(bytes) => {
                match record::page(&self.path, bytes, start..end.unwrap_or(start)) {
                    Ok(Some(page)) => self.waiting.push_back(Ok(page)),
                    Ok(None) => {}
                    Err(reason) => {
                        self.waiting.push_back(Err(Refused::at(&self.path, at(), reason)));
                    }
                }
            }
        }
    }

    /// Reads one gzip member, usually one record; gives back the rest of the stream.
    fn member<R: BufRead>(&mut self, stored: Counted<R>) -> Option<Counted<R>> {
        let start = stored.position();
        let mut decoded = BufReader::new(GzDecoder::new(stored));
        let mut frames = Vec::new();
        loop {
            match frames::next(&mut decoded) {
                Frame::End => break,
                Frame::Broken(Reason::Read(error)) => {
                    // The stream itself is broken: nothing behind it can be found.
                    frames.push(Frame::Broken(Reason::Unzip(error)));
                    self.take_all(frames, start, None);
                    return None;
                }
                frame => frames.push(frame),
            }
        }
        let rest = decoded.into_inner().into_inner();
        let end = rest.position();
        self.take_all(frames, start, Some(end));
        Some(rest)
    }

    fn take_all(&mut self, frames: Vec<Frame>, start: u64, end: Option<u64>) {
        for frame in frames {
            self.take(frame, start, end);
        }
    }

    /// The next page; at the end, a refusal of an archive that held none.
    fn next(&mut self, ended: bool) -> Option<Found> {
        if let Some(found) = self.waiting.pop_front() {
            self.any = true;
            return Some(found);
        }
        if ended && !self.any && !self.closed {
            self.closed = true;
            return Some(Err(Refused::new(&self.path, Reason::NoPages)));
        }
        None
    }
}
