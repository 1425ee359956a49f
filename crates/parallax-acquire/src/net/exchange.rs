//! One question and its answer over one connection, each part within its limit.

use super::{
    failure::Failure,
    line::{Line, Sent},
};
use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::{Request, Response, body::Incoming};
use std::{
    future::{Future, poll_fn},
    task::Poll,
    time::Duration,
};
use tokio::time::timeout;

/// How much and how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For a name to be looked up, for a connection, and for its being made secure: each.
    pub connect: Duration,
    /// From the question to the head of the answer.
    pub first_byte: Duration,
    /// Between two parts of the body.
    pub stalled: Duration,
    /// For one hop, all in all.
    pub whole: Duration,
    /// Bytes of the head of an answer.
    pub head: usize,
    /// Fields of the head.
    pub fields: usize,
    /// Redirects that are followed.
    pub redirects: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            first_byte: Duration::from_secs(30),
            stalled: Duration::from_secs(15),
            whole: Duration::from_secs(90),
            head: 64 << 10,
            fields: 200,
            redirects: 8,
        }
    }
}

impl Limits {
    pub(super) fn slow(&self, what: &'static str, limit: Duration) -> Failure {
        Failure::Slow { what, limit: limit.min(self.whole) }
    }
}

/// An answer as it came.
#[derive(Debug)]
pub(super) struct Heard {
    pub(super) status: u16,
    pub(super) fields: Vec<(String, String)>,
    pub(super) body: Vec<u8>,
    /// Whether the connection can be used again.
    pub(super) open: bool,
}

/// What went wrong, and whether it did before the server was asked.
pub(super) struct Broken {
    pub(super) failure: Failure,
    pub(super) unsent: bool,
}

/// Asks `request` over `line`, and takes in at most `most` bytes of body as they are sent.
pub(super) async fn exchange(
    line: &mut Line,
    request: Request<Sent>,
    limits: &Limits,
    most: usize,
) -> Result<Heard, Broken> {
    let Line { sender, connection } = line;
    // What became of the connection, once something did.
    let mut over = None;
    let talk = async {
        let answer = timeout(limits.first_byte, sender.send_request(request)).await;
        let answer = match answer {
            Ok(answer) => answer.map_err(|error| Broken {
                unsent: error.is_canceled() || error.is_closed(),
                failure: spoken(&error, limits),
            })?,
            Err(_) => return Err(limits.slow("no answer", limits.first_byte).into()),
        };
        heard(answer, limits, most).await.map_err(Broken::from)
    };
    tokio::pin!(talk);
    // The connection moves only while it is polled: both go on in this one task.
    let both = poll_fn(|context| {
        watch(&mut over, || connection.as_mut().poll(context));
        match talk.as_mut().poll(context) {
            // What was said last may have moved the connection on.
            Poll::Pending if watch(&mut over, || connection.as_mut().poll(context)) => {
                talk.as_mut().poll(context)
            }
            polled => polled,
        }
    });
    let mut heard = both.await?;
    poll_fn(|context| Poll::Ready(watch(&mut over, || connection.as_mut().poll(context)))).await;
    match over {
        Some(Err(error)) if has_length(&heard.fields) && is_unasked(&error) => {
            return Err(Failure::LongerThanSaid.into());
        }
        Some(_) => {}
        None => heard.open = true,
    }
    Ok(heard)
}

/// Keeps what became of a connection; whether something did just now.
fn watch(
    over: &mut Option<hyper::Result<()>>,
    poll: impl FnOnce() -> Poll<hyper::Result<()>>,
) -> bool {
    if over.is_none()
        && let Poll::Ready(end) = poll()
    {
        *over = Some(end);
        return true;
    }
    false
}

/// Whether a server went on talking after it had said all that it was to say.
fn is_unasked(error: &hyper::Error) -> bool {
    error.to_string().contains("unexpected message")
}

impl From<Failure> for Broken {
    fn from(failure: Failure) -> Self {
        Self { failure, unsent: false }
    }
}

async fn heard(answer: Response<Incoming>, limits: &Limits, most: usize) -> Result<Heard, Failure> {
    let status = answer.status().as_u16();
    let fields: Vec<(String, String)> = answer
        .headers()
        .iter()
        .map(|(name, value)| {
            (name.as_str().to_owned(), String::from_utf8_lossy(value.as_bytes()).into_owned())
        })
        .collect();
    let size = |(name, value): &(String, String)| name.len() + value.len() + 4;
    if fields.iter().map(size).sum::<usize>() > limits.head {
        return Err(Failure::HeadTooLarge(limits.head));
    }
    let mut incoming = answer.into_body();
    let mut body = Vec::new();
    loop {
        match timeout(limits.stalled, incoming.frame()).await {
            Err(_) => return Err(limits.slow("no more of the body", limits.stalled)),
            Ok(None) => break,
            Ok(Some(Err(error))) => return Err(spoken(&error, limits)),
            Ok(Some(Ok(frame))) => {
                let data: Bytes = frame.into_data().unwrap_or_default();
                if body.len() + data.len() > most {
                    return Err(Failure::BodyTooLarge(most));
                }
                body.extend_from_slice(&data);
            }
        }
    }
    Ok(Heard { status, fields, body, open: false })
}

/// What a failure of the exchange means.
fn spoken(error: &hyper::Error, limits: &Limits) -> Failure {
    // The client's half of the library has no question for this one.
    if error.is_parse() && error.to_string().contains("head is too large") {
        Failure::HeadTooLarge(limits.head)
    } else if error.is_parse() || error.is_parse_status() {
        Failure::Garbled(error.to_string())
    } else {
        Failure::CutShort
    }
}

fn has_length(fields: &[(String, String)]) -> bool {
    fields.iter().any(|(name, _)| name == "content-length")
}
