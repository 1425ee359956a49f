//! Readers: one at a time, or many at a steady rate.

use crate::pages::{Kind, Pages};
use anyhow::{Context, Result, ensure};
use regex::bytes::Regex;
use std::{
    collections::BTreeMap,
    io::{BufRead, BufReader, Read, Write},
    net::{SocketAddr, TcpStream},
    sync::atomic::{AtomicUsize, Ordering},
    thread,
    time::{Duration, Instant},
};

/// Connections that are kept open.
const READERS: usize = 16;

/// An answer as it came.
pub(crate) struct Answer {
    pub(crate) body: Vec<u8>,
    /// Bytes on the way, headers too.
    pub(crate) sent: usize,
}

/// How long answers took, by kind.
#[derive(Default)]
pub(crate) struct Latencies(BTreeMap<Kind, Vec<Duration>>);

impl Latencies {
    pub(crate) fn asked(&self, kind: Kind) -> usize {
        self.0.get(&kind).map_or(0, Vec::len)
    }

    /// Milliseconds within which these shares of the answers came.
    pub(crate) fn of<const N: usize>(&self, kind: Kind, shares: &[f64; N]) -> [f64; N] {
        let mut all = self.0.get(&kind).cloned().unwrap_or_default();
        all.sort_unstable();
        shares.map(|share| {
            let at = (all.len() as f64 * share).ceil() as usize;
            all.get(at.saturating_sub(1)).map_or(f64::NAN, |time| time.as_secs_f64() * 1e3)
        })
    }
}

/// A page, asked for over a connection of its own, packed.
pub(crate) fn get(server: SocketAddr, path: &str) -> Result<Answer> {
    Reader::new(server)?.get(path)
}

/// Bytes that a browser with nothing kept is sent for a page: with what it links in its head.
pub(crate) fn first_view(server: SocketAddr, path: &str) -> Result<usize> {
    let mut reader = Reader::new(server)?;
    let page = reader.get(path)?;
    let linked = Regex::new(
        r#"(?:<link[^>]*rel="?(?:stylesheet|icon)"?[^>]*href|<script[^>]*src)="([^"]+)""#,
    )?;
    let mut markup = Vec::new();
    flate2::read::MultiGzDecoder::new(&*page.body).read_to_end(&mut markup)?;
    let mut sent = page.sent;
    for found in linked.captures_iter(&markup) {
        let link = String::from_utf8_lossy(&found[1]).into_owned();
        sent += reader.get(&resolved(path, &link))?.sent;
    }
    Ok(sent)
}

/// A relative link on the page at `path`.
fn resolved(path: &str, link: &str) -> String {
    if link.starts_with('/') {
        return link.to_owned();
    }
    let mut steps: Vec<&str> =
        path.trim_matches('/').split('/').filter(|step| !step.is_empty()).collect();
    for step in link.split('/') {
        match step {
            "." | "" => {}
            ".." => drop(steps.pop()),
            step => steps.push(step),
        }
    }
    format!("/{}", steps.join("/"))
}

/// Asks for pages at a steady rate, whether earlier answers have come or not; an answer's time is
/// counted from when it was to be asked for.
pub(crate) fn at_rate(
    server: SocketAddr,
    pages: &Pages,
    rate: u32,
    asked: usize,
) -> Result<Latencies> {
    let number = AtomicUsize::new(0);
    let start = Instant::now() + Duration::from_millis(50);
    let read = || -> Result<Vec<(Kind, Duration)>> {
        let mut reader = Reader::new(server)?;
        let mut times = Vec::new();
        loop {
            let at = number.fetch_add(1, Ordering::Relaxed);
            if at >= asked {
                return Ok(times);
            }
            let due = start + Duration::from_secs_f64(at as f64 / f64::from(rate));
            thread::sleep(due.saturating_duration_since(Instant::now()));
            let (kind, path) = pages.at(at);
            reader.get(path).with_context(|| path.to_owned())?;
            times.push((kind, due.elapsed()));
        }
    };
    let mut latencies = Latencies::default();
    thread::scope(|scope| {
        let readers: Vec<_> = (0..READERS).map(|_| scope.spawn(read)).collect();
        for reader in readers {
            for (kind, time) in reader.join().expect("a reader does not panic")? {
                latencies.0.entry(kind).or_default().push(time);
            }
        }
        Ok(latencies)
    })
}

/// A connection that is kept.
struct Reader {
    stream: BufReader<TcpStream>,
    server: SocketAddr,
}

impl Reader {
    fn new(server: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(server)?;
        stream.set_nodelay(true)?;
        stream.set_read_timeout(Some(Duration::from_secs(30)))?;
        Ok(Self { stream: BufReader::new(stream), server })
    }

    fn get(&mut self, path: &str) -> Result<Answer> {
        let host = self.server;
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nAccept-Encoding: gzip\r\nAccept-Language: en\r\n\r\n"
        );
        self.stream.get_mut().write_all(request.as_bytes())?;
        let mut head = String::new();
        while !head.ends_with("\r\n\r\n") {
            ensure!(self.stream.read_line(&mut head)? > 0, "the connection ended");
        }
        let status = head.split(' ').nth(1).unwrap_or_default();
        // A story can go into another while pages are asked for.
        ensure!(
            matches!(status, "200" | "301" | "302" | "307" | "308" | "404"),
            "{path}: {}",
            head.lines().next().unwrap_or_default()
        );
        let length = head.lines().find_map(|line| {
            let (name, value) = line.split_once(": ")?;
            name.eq_ignore_ascii_case("content-length").then(|| value.parse::<usize>().ok())?
        });
        let mut body = vec![0; length.context("no length")?];
        self.stream.read_exact(&mut body)?;
        Ok(Answer { sent: head.len() + body.len(), body })
    }
}
