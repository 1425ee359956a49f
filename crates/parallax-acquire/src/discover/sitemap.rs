//! Sitemaps (sitemaps.org 0.9, with the fields for news), indexes of them, and lists of addresses.

use super::gathered::Gathered;
use crate::{
    listing::Found,
    markup::{Dialect, Markup, Token, decoded},
    moments::When,
};

/// What is read of an entry.
#[derive(Default)]
struct Entry {
    /// From 1.
    number: usize,
    place: Option<String>,
    published: Option<When>,
    title: Option<String>,
    is_index: bool,
}

pub(super) fn read(text: &str, gathered: &mut Gathered) {
    let mut entry: Option<Entry> = None;
    let mut field: Option<(String, String)> = None;
    let (mut number, mut media) = (0, false);
    for placed in Markup::new(text, Dialect::Xml) {
        match placed.token {
            Token::Start(tag) => {
                let name = local(tag.name);
                match name.as_str() {
                    "url" | "sitemap" => {
                        close(entry.take(), gathered);
                        number += 1;
                        let is_index = name == "sitemap";
                        entry = Some(Entry { number, is_index, ..Entry::default() });
                        media = false;
                    }
                    // Pictures and films have addresses and titles of their own.
                    "image" | "video" => media = !tag.empty,
                    _ => {}
                }
                field = (!tag.empty && !media).then(|| (name, String::new()));
            }
            Token::Text(text) => {
                if let Some((_, value)) = &mut field {
                    value.push_str(&decoded(text));
                }
            }
            Token::Raw(text) => {
                if let Some((_, value)) = &mut field {
                    value.push_str(text);
                }
            }
            Token::End(name) => {
                if let (Some((name, value)), Some(entry)) = (field.take(), &mut entry) {
                    entry.set(&name, value.trim());
                }
                match local(name).as_str() {
                    "image" | "video" => media = false,
                    "url" | "sitemap" => close(entry.take(), gathered),
                    _ => {}
                }
            }
            Token::Comment(_) => {}
        }
    }
    // The last entry of a list that was cut short counts where it has its address whole.
    if entry.is_some() {
        gathered.odd("the list ends before its time".to_owned());
        close(entry, gathered);
    }
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or_default().to_ascii_lowercase()
}

impl Entry {
    fn set(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        match name {
            "loc" => self.place = self.place.take().or_else(|| Some(value.to_owned())),
            "publication_date" => self.published = When::read(value),
            "title" => self.title = Some(value.to_owned()),
            // `lastmod` is when the page changed: that says nothing of when it came out.
            _ => {}
        }
    }
}

fn close(entry: Option<Entry>, gathered: &mut Gathered) {
    let Some(Entry { number, place, published, title, is_index }) = entry else { return };
    let Some(place) = place else {
        return gathered.odd(format!("entry {number} has no address"));
    };
    let Some(url) = gathered.whole(&place, None) else {
        let shown: String = place.chars().take(80).collect();
        return gathered.odd(format!("entry {number}: {shown} leads nowhere"));
    };
    if is_index {
        return gathered.more(url.into());
    }
    let published = published.map(|when| when.moment());
    gathered.take(Found { url: url.into(), published, title, ..Found::default() });
}

/// A list of addresses, one a line.
pub(super) fn read_lines(text: &str, gathered: &mut Gathered) {
    for (number, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() {
            continue;
        }
        match gathered.whole(line, None).filter(|_| line.starts_with("http")) {
            Some(url) => gathered.take(Found { url: url.into(), ..Found::default() }),
            None => gathered.odd(format!("no address in line {}", number + 1)),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::{listing::Kind, read_listing};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let listing = read_listing(Kind::Sitemap, text.as_bytes(), "https://quay.example/map.xml");
        let listing = listing.expect("it is read");
        let found = listing.found.iter().map(|one| {
            let at = one.published.map(|at| at.to_string()).unwrap_or_default();
            format!("{} {at} {}", one.url, one.title.as_deref().unwrap_or("-"))
        });
        let more = listing.more.iter().map(|url| format!("more {url}"));
        let odd = listing.odd.iter().map(|odd| format!("odd {odd}"));
        assert_eq!(found.chain(more).chain(odd).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn news_have_dates_and_titles() {
        check(
            "<?xml version='1.0'?><urlset xmlns='x' xmlns:news='y' xmlns:image='z'><url><loc> https://quay.example/a?b=1&amp;c=2 </loc><lastmod>2024-01-09</lastmod>\
             <news:news><news:publication><news:name>Quay</news:name></news:publication><news:publication_date>2024-01-02T04:04:05+01:00</news:publication_date>\
             <news:title><![CDATA[Rain & snow]]></news:title></news:news><image:image><image:loc>https://quay.example/i.jpg</image:loc><image:title>A boat</image:title></image:image></url>\
             <url><loc>https://quay.example/b</loc></url></urlset>",
            &[
                "https://quay.example/a?b=1&c=2 2024-01-02T03:04:05Z Rain & snow",
                "https://quay.example/b  -",
            ],
        );
    }

    #[test]
    fn an_index_leads_on() {
        check(
            "<sitemapindex><sitemap><loc>/map-1.xml.gz</loc></sitemap><sitemap><loc>https://quay.example/map-2.xml</loc></sitemap></sitemapindex>",
            &["more https://quay.example/map-1.xml.gz", "more https://quay.example/map-2.xml"],
        );
    }

    #[test]
    fn what_is_broken_costs_itself_alone() {
        check(
            "<urlset><url><loc>https://quay.example/a?b&c</loc></url><url></url>\n<url><loc>mailto:a</loc></url><url><loc>https://quay.example/a?b&c</loc></url><url><loc>https://quay.example/d</loc><lastm",
            &[
                "https://quay.example/a?b&c  -",
                "https://quay.example/d  -",
                "odd entry 2 has no address",
                "odd entry 3: mailto:a leads nowhere",
                "odd the list ends before its time",
            ],
        );
    }

    #[test]
    fn a_list_of_addresses_is_one_too() {
        check(
            "https://quay.example/a\nhttps://quay.example/b\nno\n",
            &["https://quay.example/a  -", "https://quay.example/b  -", "odd no address in line 3"],
        );
    }

    #[test]
    fn no_more_is_taken_than_a_sitemap_may_have() {
        let lines: Vec<String> =
            (0..50_003).map(|at| format!("https://quay.example/{at}")).collect();
        let lines = lines.join("\n");
        let listing = read_listing(Kind::Sitemap, lines.as_bytes(), "https://quay.example/");
        let listing = listing.expect("it is read");
        assert_eq!((listing.found.len(), listing.odd.len()), (50_000, 1));
    }
}
