//! A pile of web archives on a server, and someone who reads it.

use crate::{
    server::{Act, Asked, Server, answer},
    watcher::{Ahead, Basket},
};
use flate2::{Compression, write::GzEncoder};
use parallax_acquire::{
    listing::{Found, Kind},
    net::Limits,
    politeness::Manners,
    read_listing,
    watch::{Health, InMemory, Lists, Settings, Source, Stop, Storage, Tally, health, watch},
};
use std::{
    io::Write,
    sync::{Arc, atomic::Ordering},
    time::Duration,
};

/// Someone who watches one source that is files, and what is remembered.
pub(crate) struct Reader {
    ledger: Arc<InMemory>,
    pub(crate) clock: Arc<Ahead>,
    pub(crate) storage: Storage,
    pub(crate) basket: Basket,
}

impl Reader {
    pub(crate) fn new() -> Self {
        let (ledger, clock, basket) = Default::default();
        // What is made in a test was made long ago, unless it is waited for.
        let reader = Self { ledger, clock, storage: Storage::default(), basket };
        reader.clock.0.store(600, Ordering::SeqCst);
        reader
    }

    pub(crate) fn round(&mut self, server: &Server, kind: Kind, url: &str) -> Tally {
        let settings = Settings {
            manners: Manners {
                spacing: Duration::ZERO,
                back_off: Duration::from_millis(10),
                ..Manners::default()
            },
            once: true,
            all: true,
            storage: self.storage.clone(),
            ..Settings::default()
        };
        let fetcher = server.fetcher(&["pile.example"], Limits::default());
        let ledger = Arc::<InMemory>::clone(&self.ledger);
        let clock = Arc::<Ahead>::clone(&self.clock);
        let (name, url) = ("Pile".to_owned(), url.to_owned());
        let sources = vec![Source { name, url, kind, every: None }];
        let lists = Lists {
            wanted: Arc::new(|_, found: &Found| !found.url.contains("/sport/")),
            ..Lists::all(read_listing)
        };
        let stop = Stop::default();
        self.clock.0.fetch_add(3600, Ordering::SeqCst);
        watch(fetcher, lists, sources, ledger, clock, settings, &stop, &mut self.basket).unwrap()
    }

    pub(crate) fn health(&self) -> Health {
        health(&*self.ledger).unwrap().remove(0)
    }

    pub(crate) fn told(&self) -> Vec<String> {
        self.health().faults.into_iter().map(|fault| fault.why).collect()
    }

    pub(crate) fn urls(&self) -> Vec<&str> {
        let urls = self.basket.0.iter().filter_map(|capture| capture.parts().url.as_deref());
        urls.collect()
    }
}

/// A web archive of so many pages, each a gzip member; one record of it is broken.
pub(crate) fn archive(pages: usize) -> Vec<u8> {
    let mut archive = Vec::new();
    for page in 0..pages {
        let word = |at: usize| format!("{:x} ", (at + 7) * (page + 3) * 2_654_435_761);
        let noise = (0..40).map(word).collect::<Vec<_>>().concat();
        let http = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Rain fell on pier {page}. {noise}"
        );
        let section = if page % 5 == 4 { "sport" } else { "news" };
        let length = if page == 3 { "many".to_owned() } else { http.len().to_string() };
        let record = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:a:{page}>\r\nWARC-Date: 2027-03-12T10:00:00Z\r\n\
             WARC-Target-URI: https://quay.example/{section}/{page}\r\nContent-Type: application/http; msgtype=response\r\n\
             Content-Length: {length}\r\n\r\n{http}\r\n\r\n"
        );
        let mut member = GzEncoder::new(Vec::new(), Compression::fast());
        member.write_all(record.as_bytes()).unwrap();
        archive.extend(member.finish().unwrap());
    }
    archive
}

/// The part of a file that was asked for.
pub(crate) fn part(file: &[u8], asked: &Asked, tag: &str) -> Vec<Act> {
    let range = asked.field("range").and_then(|range| range.strip_prefix("bytes=")).unwrap();
    let (from, to) = range.split_once('-').unwrap();
    let (from, to): (usize, usize) = (from.parse().unwrap(), to.parse().unwrap());
    if from >= file.len() {
        return answer(416, &format!("Content-Range: bytes */{}\r\n", file.len()), "");
    }
    let to = to.min(file.len() - 1);
    let fields = format!("Content-Range: bytes {from}-{to}/{}\r\nETag: \"{tag}\"\r\n", file.len());
    answer(206, &fields, &file[from..=to])
}
