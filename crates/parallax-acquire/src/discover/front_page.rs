//! Which links of a front page lead to articles.
//!
//! General signs only: how an address is made, what the link says, where on the page it stands,
//! and whether addresses of the same make were taken. No sign decides alone.

mod address;
mod links;

use super::gathered::Gathered;
use crate::{
    listing::Found,
    markup::{Dialect, Markup, Token},
};
use address::Make;
use links::Link;
use std::collections::BTreeMap;
use url::Url;

/// From this weight on a link is taken for an article's. Chosen on the invented pages of the
/// tests: a slug of words and a headline in words suffice, neither does alone.
const ENOUGH: i32 = 4;

/// What a link may lack where most links of its make are articles'.
const LENIENCY: i32 = 2;

/// Links of one make that are needed to believe the make.
const FEW: usize = 4;

pub(super) fn read(text: &str, gathered: &mut Gathered) {
    let links = links::of(text, gathered);
    let weighed: Vec<(&Link, Make, i32)> = links
        .iter()
        .filter_map(|link| {
            let make = Make::of(&link.url)?;
            let weight = make.weight() + link.weight();
            Some((link, make, weight))
        })
        .collect();
    // By make: how many links, and how many of them are enough by themselves.
    let mut makes: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (_, make, weight) in &weighed {
        let (all, taken) = makes.entry(make.shape()).or_default();
        *all += 1;
        *taken += usize::from(*weight >= ENOUGH);
    }
    for (link, make, weight) in &weighed {
        let (all, taken) = makes.get(make.shape()).copied().unwrap_or_default();
        let believed = all >= FEW && taken * 10 >= all * 7;
        let needed = if believed { ENOUGH - LENIENCY } else { ENOUGH };
        if *weight >= needed {
            let title = link.is_headline().then(|| link.text.clone());
            gathered.take(Found { url: link.url.to_string(), title, ..Found::default() });
        }
    }
    for feed in feeds(text, gathered) {
        gathered.feed(feed);
    }
}

/// Addresses of feeds that a page names in its head.
pub(super) fn feeds(text: &str, gathered: &Gathered) -> Vec<String> {
    let mut feeds = Vec::new();
    for placed in Markup::new(text, Dialect::Html) {
        let Token::Start(tag) = placed.token else { continue };
        if !tag.is("link")
            || !tag.get("rel").is_some_and(|rel| rel.to_ascii_lowercase().contains("alternate"))
        {
            continue;
        }
        let kind = tag.get("type").unwrap_or_default().to_ascii_lowercase();
        let is_feed = ["application/rss+xml", "application/atom+xml", "application/feed+json"]
            .contains(&kind.as_str());
        let url = tag.get("href").filter(|_| is_feed).and_then(|href| gathered.whole(&href, None));
        if let Some(url) = url.map(String::from).filter(|url| !feeds.contains(url)) {
            feeds.push(url);
        }
        if feeds.len() >= MOST_FEEDS {
            break;
        }
    }
    feeds
}

/// More feeds no page names.
const MOST_FEEDS: usize = 50;

/// Whether two addresses are of one outlet: the same registrable domain.
fn is_own(url: &Url, page: &Url) -> bool {
    let domain = |url: &Url| {
        let host = url.host_str()?.to_ascii_lowercase();
        let registrable = psl::domain_str(&host).map(str::to_owned);
        Some(registrable.unwrap_or(host))
    };
    domain(url).is_some() && domain(url) == domain(page)
}

#[cfg(test)]
mod tests;
