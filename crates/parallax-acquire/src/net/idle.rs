//! Connections that wait to be used again, so that a server need not greet us for every page.

use super::{line::Line, target::Target};
use std::{
    collections::BTreeMap,
    future::Future,
    sync::{Mutex, PoisonError},
    task::{Context, Poll, Waker},
    time::{Duration, Instant},
};

/// A server hangs up soon on who says nothing; what waited longer is not tried.
const WAITING: Duration = Duration::from_secs(20);

/// So many wait at once.
const MOST: usize = 128;

/// Scheme, host and port: what was looked at for one of them says nothing of another.
type Place = (bool, String, u16);

/// One connection a server.
#[derive(Default)]
pub(super) struct Idle(Mutex<BTreeMap<Place, (Instant, Line)>>);

impl Idle {
    /// One that leads to where `target` is, if it is still up.
    pub(super) fn take(&self, target: &Target) -> Option<Line> {
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (since, mut line) = lines.remove(&place(target))?;
        drop(lines);
        let up = line.connection.as_mut().poll(&mut Context::from_waker(Waker::noop()));
        (since.elapsed() < WAITING && matches!(up, Poll::Pending) && line.sender.is_ready())
            .then_some(line)
    }

    /// Keeps one, where it is still `open`.
    pub(super) fn put(&self, target: &Target, line: Line, open: bool) {
        if !open {
            return;
        }
        let mut lines = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if lines.len() >= MOST {
            lines.retain(|_, (since, _)| since.elapsed() < WAITING);
        }
        if lines.len() < MOST {
            lines.insert(place(target), (Instant::now(), line));
        }
    }
}

fn place(target: &Target) -> Place {
    (target.is_secure(), target.host(), target.port())
}
