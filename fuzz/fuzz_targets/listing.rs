//! Any bytes as the answer of a source: a feed, a sitemap or a front page, by the first byte.
#![no_main]

use libfuzzer_sys::fuzz_target;
use parallax_acquire::{MOST_LISTED, listing::Kind, read_listing};
use std::collections::BTreeSet;

fuzz_target!(|bytes: &[u8]| {
    let Some((first, rest)) = bytes.split_first() else { return };
    let kind = [Kind::Feed, Kind::Sitemap, Kind::FrontPage, Kind::Page][usize::from(*first) % 4];
    let read = || read_listing(kind, rest, "https://quay.example/news/list");
    let listing = read();
    assert_eq!(listing, read(), "read twice, told twice");
    let Ok(listing) = listing else { return };
    assert!(listing.found.len() <= MOST_LISTED && listing.odd.len() < 30);
    let mut seen = BTreeSet::new();
    for found in &listing.found {
        assert!(found.url.starts_with("http"), "{}", found.url);
        assert!(seen.insert(&found.url), "{} is listed twice", found.url);
        if let Some(capture) = found.capture("fuzz", None) {
            assert!(!capture.payload().is_empty());
        }
    }
});
