//! What is gathered while an answer is read.

use super::{MOST_LISTED, addresses};
use crate::listing::{Found, Hub, Listing};
use std::collections::BTreeSet;
use url::Url;

/// Oddities told one by one; of the rest the number is told.
const MOST_ODD: usize = 20;

/// A listing in the making: addresses are made whole, and each is taken once.
pub(super) struct Gathered {
    base: Url,
    seen: BTreeSet<String>,
    listing: Listing,
    odd: usize,
    left_out: usize,
}

impl Gathered {
    pub(super) fn new(base: Url) -> Self {
        Self { base, seen: BTreeSet::new(), listing: Listing::default(), odd: 0, left_out: 0 }
    }

    pub(super) fn base(&self) -> &Url {
        &self.base
    }

    /// The source's own address is the article.
    pub(super) fn page(&mut self) {
        let url = self.base.to_string();
        self.listing.found.push(Found { url, ..Found::default() });
    }

    /// An address as it is written, made whole against the source's or a nearer one.
    pub(super) fn whole(&self, written: &str, near: Option<&Url>) -> Option<Url> {
        addresses::whole(written, near.unwrap_or(&self.base))
    }

    /// Takes an article, unless it was taken before.
    pub(super) fn take(&mut self, found: Found) {
        if self.listing.found.len() >= MOST_LISTED {
            self.left_out += 1;
        } else if self.seen.insert(found.url.clone()) {
            self.listing.found.push(found);
        }
    }

    /// Takes a part of an index.
    pub(super) fn more(&mut self, url: String) {
        if self.listing.more.len() >= MOST_LISTED {
            self.left_out += 1;
        } else if self.seen.insert(url.clone()) {
            self.listing.more.push(url);
        }
    }

    /// Takes a feed that a page names.
    pub(super) fn feed(&mut self, url: String) {
        self.listing.feeds.push(url);
    }

    pub(super) fn hub(&mut self, url: String, topic: Option<String>) {
        let topic = topic.unwrap_or_else(|| self.base.to_string());
        self.listing.hub.get_or_insert(Hub { url, topic });
    }

    /// Notes what was mended or passed over.
    pub(super) fn odd(&mut self, what: String) {
        self.odd += 1;
        if self.odd <= MOST_ODD {
            self.listing.odd.push(what);
        }
    }

    pub(super) fn finish(mut self) -> Listing {
        if self.odd > MOST_ODD {
            self.listing.odd.push(format!("and {} more such", self.odd - MOST_ODD));
        }
        if self.left_out > 0 {
            let left_out = self.left_out;
            self.listing
                .odd
                .push(format!("more than {MOST_LISTED} are listed: {left_out} are left out"));
        }
        self.listing
    }
}
