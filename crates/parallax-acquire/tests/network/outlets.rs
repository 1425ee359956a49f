//! Invented outlets on one server, each with a fault of its own, and what should come of asking them.

use crate::server::{Act, Asked, answer, raw};
use flate2::{Compression, write::GzEncoder};
use std::{
    collections::{BTreeMap, BTreeSet},
    io::Write as _,
    sync::{
        Arc, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

/// What is wrong with an outlet, if anything is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fault {
    None,
    /// The first article comes byte by byte, and never to its end.
    Slow,
    Stalled,
    Truncated,
    WrongLength,
    Circle,
    ToPrivate,
    ToMetadata,
    GzipBomb,
    BrotliBomb,
    /// Every second question is answered with 429.
    Storm,
    /// The feed is no feed.
    BrokenFeed,
    /// The feed has bare ampersands and does not end.
    MendedFeed,
    /// robots.txt forbids a part.
    Forbids,
    /// robots.txt cannot be had.
    NoRobots,
    /// robots.txt wants more peace.
    Delay,
    /// Articles change.
    Changes,
    /// Articles are led to from other addresses.
    Moved,
    /// The feed says 500.
    Down,
    /// The name leads nowhere.
    Nowhere,
    Gone,
    NoPage,
    LargeHead,
    /// The feed knows what is known of it.
    Knows,
    HangsUp,
}

/// In the order in which they come round.
pub(crate) const FAULTS: [Fault; 25] = [
    Fault::None,
    Fault::Slow,
    Fault::Stalled,
    Fault::Truncated,
    Fault::WrongLength,
    Fault::Circle,
    Fault::ToPrivate,
    Fault::ToMetadata,
    Fault::GzipBomb,
    Fault::BrotliBomb,
    Fault::Storm,
    Fault::BrokenFeed,
    Fault::MendedFeed,
    Fault::Forbids,
    Fault::NoRobots,
    Fault::Delay,
    Fault::Changes,
    Fault::Moved,
    Fault::Down,
    Fault::Nowhere,
    Fault::Gone,
    Fault::NoPage,
    Fault::LargeHead,
    Fault::Knows,
    Fault::HangsUp,
];

/// The peace that an outlet of [`Fault::Delay`] wants.
pub(crate) const DELAY: Duration = Duration::from_millis(60);

impl Fault {
    /// Words of the fault as the health of the outlet's source should have it; none where all is well.
    pub(crate) fn told(self) -> Option<&'static str> {
        Some(match self {
            Self::None
            | Self::MendedFeed
            | Self::Delay
            | Self::Changes
            | Self::Moved
            | Self::Knows => return None,
            Self::Slow => "not all of the answer within",
            Self::Stalled => "no more of the body within",
            Self::Truncated | Self::HangsUp => "cut short",
            Self::WrongLength => "longer than its head says",
            Self::Circle => "in a circle",
            Self::ToPrivate => "10.0.0.1, which is private",
            Self::ToMetadata => "a cloud's metadata service",
            Self::GzipBomb | Self::BrotliBomb => "a bomb",
            Self::Storm => "the server says 429",
            Self::BrokenFeed => "not a feed",
            Self::Forbids => "robots.txt forbids it",
            Self::NoRobots => "robots.txt cannot be had",
            Self::Down => "the server says 500",
            Self::Nowhere => "leads nowhere",
            Self::Gone => "the server says 404",
            Self::NoPage => "not a page: application/pdf",
            Self::LargeHead => "head of the answer is larger",
        })
    }

    /// Whether its first article cannot be had.
    fn spoils_first(self) -> bool {
        self.told().is_some() && !matches!(self, Self::Storm) && !self.spoils_all()
    }

    /// Whether nothing of it can be had.
    fn spoils_all(self) -> bool {
        matches!(self, Self::BrokenFeed | Self::NoRobots | Self::Down | Self::Nowhere)
    }
}

/// All of them.
#[derive(Clone)]
pub(crate) struct Outlets {
    names: Arc<BTreeMap<String, Fault>>,
    articles: usize,
    round: Arc<AtomicUsize>,
    storms: Arc<Mutex<BTreeMap<String, usize>>>,
}

impl Outlets {
    /// So many, with so many articles each; of faults only those given, in turn.
    pub(crate) fn new(outlets: usize, articles: usize, faults: &[Fault]) -> Self {
        let names = (0..outlets)
            .map(|number| (format!("outlet-{number:03}.example"), faults[number % faults.len()]));
        Self {
            names: Arc::new(names.collect()),
            articles,
            round: Arc::new(AtomicUsize::new(0)),
            storms: Arc::default(),
        }
    }

    pub(crate) fn names(&self) -> &BTreeMap<String, Fault> {
        &self.names
    }

    /// The hosts whose names lead somewhere.
    pub(crate) fn hosts(&self) -> Vec<&str> {
        let somewhere = self.names.iter().filter(|(_, fault)| **fault != Fault::Nowhere);
        somewhere.map(|(name, _)| name.as_str()).collect()
    }

    /// From now on articles that change are as they are in this round.
    pub(crate) fn begin(&self, round: usize) {
        self.round.store(round, Ordering::SeqCst);
    }

    /// Host and path of every article that can be had.
    pub(crate) fn reachable(&self) -> BTreeSet<String> {
        let with = |(name, fault): (&String, &Fault)| {
            let first = usize::from(fault.spoils_first());
            let articles = if fault.spoils_all() { 0..0 } else { first..self.articles };
            let name = name.clone();
            articles.map(move |number| format!("{name}/a/{number}")).collect::<Vec<_>>()
        };
        self.names.iter().flat_map(with).collect()
    }

    pub(crate) fn answer(&self, asked: &Asked) -> Vec<Act> {
        let Some(&fault) = self.names.get(&asked.host) else { return answer(404, "", "") };
        let path = asked.path.split('?').next().unwrap_or_default();
        if fault == Fault::Storm && path != "/robots.txt" && self.storms(&asked.host) {
            return answer(429, "Retry-After: 3600\r\n", "");
        }
        match path {
            "/robots.txt" => robots(fault),
            "/feed" => self.feed(asked, fault),
            _ => match path.strip_prefix("/a/").map(str::parse) {
                Some(Ok(number)) => self.article(&asked.host, number, fault),
                _ => match path.strip_prefix("/old/") {
                    Some(number) => {
                        answer(301, &format!("Location: /a/{number}?utm_source=old\r\n"), "")
                    }
                    None => answer(404, "", ""),
                },
            },
        }
    }

    /// Whether this question falls into a storm: two of three do, until the outlet was asked often.
    fn storms(&self, host: &str) -> bool {
        let mut storms = self.storms.lock().unwrap();
        let asked = storms.entry(host.to_owned()).or_default();
        *asked += 1;
        *asked % 3 == 2 && *asked < 8
    }

    fn feed(&self, asked: &Asked, fault: Fault) -> Vec<Act> {
        let xml = "Content-Type: application/rss+xml\r\n";
        let etag = format!("\"{}\"", asked.host);
        match fault {
            Fault::Down => return answer(500, "", ""),
            Fault::BrokenFeed => return answer(200, xml, "The desk is closed for the day."),
            Fault::Knows if asked.field("if-none-match") == Some(etag.as_str()) => {
                return raw("HTTP/1.1 304 Not Modified\r\n\r\n");
            }
            _ => {}
        }
        let round = self.round.load(Ordering::SeqCst);
        let host = asked.field("host").unwrap_or_default();
        let mut feed = String::from(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Outlet</title>",
        );
        for number in 0..self.articles {
            let folder = match fault {
                Fault::Moved if number % 2 == 0 => "old",
                Fault::Forbids if number == 0 => "paper",
                _ => "a",
            };
            let ampersand = if fault == Fault::MendedFeed { "&" } else { "&amp;" };
            // The same article twice, as a reader of the feed and as one of a letter.
            for way in
                [format!("utm_source=feed{ampersand}utm_campaign={round}"), "fbclid=x".to_owned()]
            {
                let link = format!("http://{host}/{folder}/{number}?{way}");
                let item = [
                    &format!("<item><title>Number {number}</title><link>{link}"),
                    "</link></item>",
                ];
                feed.extend(item);
            }
        }
        if fault != Fault::MendedFeed {
            feed += "</channel></rss>";
        }
        answer(200, &format!("{xml}ETag: {etag}\r\n"), feed)
    }

    fn article(&self, host: &str, number: usize, fault: Fault) -> Vec<Act> {
        let html = "Content-Type: text/html; charset=utf-8\r\n";
        let version = if fault == Fault::Changes { self.round.load(Ordering::SeqCst) } else { 0 };
        let page = page(host, number, version);
        if number > 0 || !fault.spoils_first() {
            return answer(200, html, page);
        }
        let said =
            |head: &str, body: &str| vec![Act::Say(format!("{head}\r\n\r\n{body}").into_bytes())];
        match fault {
            Fault::Slow => {
                let part = vec![Act::Say(b" ".to_vec()), Act::Wait(Duration::from_millis(80))];
                [said("HTTP/1.1 200 OK\r\nContent-Length: 1000", ""), vec![part; 100].concat()]
                    .concat()
            }
            Fault::Stalled => [
                said("HTTP/1.1 200 OK\r\nContent-Length: 1000", "<p>"),
                vec![Act::Wait(Duration::from_secs(5))],
            ]
            .concat(),
            Fault::Truncated => raw("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<p>The ferry"),
            Fault::WrongLength => said("HTTP/1.1 200 OK\r\nContent-Length: 5", &page),
            Fault::Circle => answer(302, "Location: /a/0?from=here\r\n", ""),
            Fault::ToPrivate => answer(302, "Location: http://10.0.0.1/secret\r\n", ""),
            Fault::ToMetadata => answer(302, "Location: http://169.254.169.254/latest/\r\n", ""),
            Fault::GzipBomb => {
                answer(200, &format!("{html}Content-Encoding: gzip\r\n"), gzip_bomb())
            }
            Fault::BrotliBomb => answer(
                200,
                &format!("{html}Content-Encoding: br\r\n"),
                crate::fetching::BROTLI_BOMB,
            ),
            Fault::NoPage => answer(200, "Content-Type: application/pdf\r\n", "%PDF-1.7"),
            Fault::LargeHead => answer(200, &format!("X: {}\r\n", "x".repeat(100_000)), page),
            Fault::HangsUp => vec![Act::HangUp],
            _ => answer(404, "", ""),
        }
    }
}

fn robots(fault: Fault) -> Vec<Act> {
    match fault {
        Fault::NoRobots => answer(503, "", ""),
        Fault::Forbids => answer(200, "", "User-agent: *\nDisallow: /paper/\n"),
        Fault::Delay => {
            answer(200, "", format!("User-agent: parallax\nCrawl-delay: {}\n", DELAY.as_secs_f32()))
        }
        Fault::None => answer(200, "", "User-agent: Otherbot\nDisallow: /\n"),
        _ => answer(404, "", ""),
    }
}

/// A page with words of its own.
pub(crate) fn page(host: &str, number: usize, version: usize) -> String {
    let (outlet, place) = (host.split('.').next().unwrap_or_default(), number * 7 + 3);
    format!(
        "<!doctype html><html lang=\"en\"><head><title>Pier {place} of {outlet} opens</title></head><body><article>\
         <h1>Pier {place} of {outlet} opens</h1><p>The harbour office of {outlet} opened pier {place} on Monday, and {version} \
         ferries left from it before noon.</p><p>Some {} people came to see it, the office said in its notice number {number}.</p>\
         </article></body></html>",
        place * 31 + version
    )
}

fn gzip_bomb() -> Vec<u8> {
    let mut packed = GzEncoder::new(Vec::new(), Compression::best());
    packed.write_all(&vec![b' '; 6 << 20]).unwrap();
    packed.finish().unwrap()
}
