//! How an address is made, and what that says of the page behind it.

use std::fmt::Write;
use url::Url;

/// What the parts of an address are.
#[derive(Debug)]
pub(super) struct Make {
    shape: String,
    dated: bool,
    slug: usize,
    number: usize,
    depth: usize,
    page: bool,
    service: bool,
}

/// Parts of addresses under which outlets have what is no article, in small letters.
const SERVICES: &str = include_str!("../../../data/service-addresses.txt");

/// Endings of what is no page.
const FILES: &[&str] = &[
    "pdf", "jpg", "jpeg", "png", "gif", "webp", "svg", "mp3", "mp4", "m4a", "avi", "zip", "xml",
    "rss", "json", "ics", "css", "js", "doc", "docx", "xls", "xlsx", "apk",
];

/// Endings of pages.
const PAGES: &[&str] =
    &["html", "htm", "shtml", "php", "aspx", "asp", "jsp", "cms", "ece", "stm", "phtml", "story"];

impl Make {
    /// `None` for what is no page.
    pub(super) fn of(url: &Url) -> Option<Self> {
        let path = url.path().to_ascii_lowercase();
        let mut parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let ending = parts
            .last()
            .and_then(|last| last.rsplit_once('.'))
            .map(|(_, ending)| ending.to_owned());
        let ending = ending.unwrap_or_default();
        if FILES.contains(&ending.as_str()) {
            return None;
        }
        let page = PAGES.contains(&ending.as_str());
        if page && let Some(last) = parts.last_mut() {
            *last = last.rsplit_once('.').map_or(*last, |(name, _)| name);
        }
        // `/2024/story-name/index.html` is made like `/2024/story-name/`.
        if parts.last().is_some_and(|last| matches!(*last, "index" | "default")) {
            parts.pop();
        }
        let service = parts.iter().any(|part| is_service(part));
        let query: Vec<(String, String)> = url
            .query_pairs()
            .map(|(key, value)| (key.to_lowercase(), value.into_owned()))
            .collect();
        let asked = query
            .iter()
            .filter(|(key, value)| names_article(key) && figures(value) >= 3)
            .map(|(_, value)| figures(value))
            .max();
        let last_two = parts.iter().rev().take(2);
        let number =
            last_two.clone().map(|part| number(part)).max().unwrap_or(0).max(asked.unwrap_or(0));
        Some(Self {
            shape: shape(&parts, asked.is_some()),
            dated: is_dated(&parts),
            slug: last_two.map(|part| words(part)).max().unwrap_or(0),
            number,
            depth: parts.len(),
            page,
            service: service
                || query.iter().any(|(key, _)| {
                    matches!(key.as_str(), "s" | "q" | "search" | "page" | "replytocom")
                }),
        })
    }

    /// The make, with what differs from article to article left open.
    pub(super) fn shape(&self) -> &str {
        &self.shape
    }

    pub(super) fn weight(&self) -> i32 {
        let slug = match self.slug {
            0..=2 => 0,
            3 => 1,
            _ => 2,
        };
        let number = match self.number {
            0..=3 => 0,
            4 => 1,
            _ => 2,
        };
        let bare = self.depth <= 1 && self.slug < 3 && self.number < 4 && !self.dated;
        i32::from(self.dated) * 3 + slug + number + i32::from(self.page && self.depth > 0)
            - i32::from(bare) * 2
            - i32::from(self.service) * 5
            - i32::from(self.depth == 0 && self.number == 0) * 5
    }
}

fn is_service(part: &str) -> bool {
    SERVICES.lines().filter(|line| !line.starts_with('#')).any(|word| word == part)
}

/// Keys under which programs ask for an article by its number.
fn names_article(key: &str) -> bool {
    matches!(
        key,
        "id" | "p"
            | "nid"
            | "news"
            | "newsid"
            | "news_id"
            | "article"
            | "articleid"
            | "article_id"
            | "aid"
            | "storyid"
            | "sid"
            | "post"
            | "itemid"
    )
}

fn figures(part: &str) -> usize {
    if !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()) { part.len() } else { 0 }
}

/// Words of a slug: parts of letters between hyphens. Escaped letters of other scripts are letters.
fn words(part: &str) -> usize {
    part.split(['-', '_', '+'])
        .map(|word| word.replace("%20", ""))
        .filter(|word| {
            let letters =
                word.bytes().filter(|byte| byte.is_ascii_alphabetic() || *byte == b'%').count();
            letters > 0 && letters * 2 >= word.len().min(12)
        })
        .count()
}

/// Figures of the longest number in a part, if it stands at its start or end; a name of hexadecimal figures is one too.
fn number(part: &str) -> usize {
    let lead = part.bytes().take_while(u8::is_ascii_digit).count();
    let trail = part.bytes().rev().take_while(u8::is_ascii_digit).count();
    let last = part.rsplit(['-', '_', '.', ',']).next().unwrap_or_default();
    let mixed = last.len() >= 7
        && last.bytes().any(|byte| byte.is_ascii_digit())
        && last.bytes().any(|byte| byte.is_ascii_alphabetic());
    let hex = last.bytes().all(|byte| byte.is_ascii_hexdigit());
    lead.max(trail).max(if mixed && (hex || last.len() >= 9) { last.len() } else { 0 })
}

/// Whether a day or a month stands in the address.
fn is_dated(parts: &[&str]) -> bool {
    let whole = |part: &str| {
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        let (year, rest) = digits.split_at_checked(4).unwrap_or_default();
        let month = rest.get(..2).unwrap_or_default();
        is_year(year) && is_month(month) && matches!(rest.len(), 4 | 2)
    };
    let joined = |part: &str| {
        let start = part.get(..10).unwrap_or(part);
        whole(start)
            && start.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-' || byte == b'_')
            && start.len() >= 8
            || part.get(..8).is_some_and(|start| whole(start) && figures(start) == 8)
    };
    let apart = parts.windows(2).any(|pair| match pair {
        [year, month] => {
            is_year(year) && (is_month(month) || is_month_name(month) || is_month_and_day(month))
        }
        _ => false,
    });
    apart || parts.iter().any(|part| joined(part))
}

fn is_year(part: &str) -> bool {
    part.len() == 4 && (part.starts_with("19") || part.starts_with("20")) && figures(part) == 4
}

fn is_month(part: &str) -> bool {
    matches!(figures(part), 1 | 2)
        && part.parse::<u8>().is_ok_and(|month| (1..=12).contains(&month))
}

fn is_month_and_day(part: &str) -> bool {
    figures(part) == 4 && part.get(..2).is_some_and(is_month)
}

fn is_month_name(part: &str) -> bool {
    let start = part.get(..3).unwrap_or_default();
    part.len() <= 9
        && ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
            .contains(&start)
}

fn shape(parts: &[&str], asked: bool) -> String {
    let mut shape = String::new();
    for (at, part) in parts.iter().enumerate() {
        let kind = if figures(part) > 0 {
            "0"
        } else if words(part) >= 3 {
            "slug"
        } else if number(part) >= 4 {
            "name0"
        } else if at == 0 && parts.len() > 1 && part.len() <= 12 {
            // Sections share a make where they are deeper, and are told apart where they lead.
            part
        } else {
            "name"
        };
        let _ = write!(shape, "/{kind}");
    }
    if asked {
        shape.push_str("?0");
    }
    shape
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(path: &str, weight: i32) {
        let url = Url::parse(&format!("https://quay.example{path}")).expect("an address");
        assert_eq!(
            Make::of(&url).map(|make| make.weight()),
            Some(weight),
            "{path} {:?}",
            Make::of(&url)
        );
    }

    #[test]
    fn addresses_are_weighed_by_their_make() {
        check("/2024/01/02/river-orle-rises-by-two-metres", 5);
        check("/news/river-orle-rises-by-two-metres-123456", 4);
        check("/news/world-europe-12345678", 2);
        check("/a/20240102-river", 5);
        check("/news/12345.html", 3);
        check("/story.php?id=12345", 3);
        check("/sport", -2);
        check("/", -7);
        check("/tag/river-orle-rises-again", -3);
        check("/about-us", -7);
    }
}
