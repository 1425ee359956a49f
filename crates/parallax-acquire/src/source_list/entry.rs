//! One source of a list.

use super::Pattern;
use crate::{
    listing::{Found, Kind},
    politeness::registrable,
    watch,
};
use parallax_model::Show;
use std::time::Duration;
use url::Url;

/// A source, as a person wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is called; no two of a list have the same.
    pub name: String,
    /// Where it is.
    pub place: Place,
    /// What its articles are shown under; else what they say themselves.
    pub outlet: Option<String>,
    /// The outlet's own page.
    pub site: Option<String>,
    /// How long it is left alone at least; else as it changes.
    pub every: Option<Duration>,
    /// What of its articles may be shown to others, where the list says so.
    pub show: Option<Show>,
    /// Where it belongs, in the words of the person: `local/harbour`.
    pub categories: Vec<String>,
    /// Only articles whose address or title fits one of these; all where there is none.
    pub only: Vec<Pattern>,
    /// No articles whose address or title fits one of these.
    pub never: Vec<Pattern>,
    /// Whether it is left alone for now.
    pub paused: bool,
}

/// Where a source is, and so what it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// On the web, to be read as what it is.
    Web(Kind, String),
    /// A folder, watched: whatever is put into it.
    Folder(String),
    /// A file, here or on the web: web archives, lists of them, JSON Lines, mailboxes, pages.
    File(String),
}

/// What each kind is called in lists.
const KEYS: [(&str, Option<Kind>); 6] = [
    ("feed", Some(Kind::Feed)),
    ("sitemap", Some(Kind::Sitemap)),
    ("front-page", Some(Kind::FrontPage)),
    ("page", Some(Kind::Page)),
    ("folder", None),
    ("file", None),
];

impl Place {
    /// The keys by which a list names places.
    pub(super) fn keys() -> impl Iterator<Item = &'static str> {
        KEYS.iter().map(|(key, _)| *key)
    }

    /// A place as a list names it; the error says what is wrong and what to do.
    pub(super) fn named(key: &str, value: &str) -> Result<Self, String> {
        let value = value.trim();
        if value.is_empty() {
            return Err(format!("`{key}` is empty: write the address or the path"));
        }
        if value.chars().any(is_unseen) {
            return Err(format!("`{key}` holds a character that nobody sees: write it anew"));
        }
        let known = KEYS.iter().find(|(known, _)| *known == key);
        match known.and_then(|(_, kind)| *kind) {
            Some(kind) => Ok(Self::Web(kind, web(key, value)?)),
            None if key == "file" && value.contains("://") => Ok(Self::File(elsewhere(value)?)),
            None if value.contains("://") => Err(format!(
                "`{key}` is a path on this machine, and {value} an address: name it as feed, sitemap, front-page or page"
            )),
            None if key == "folder" => Ok(Self::Folder(value.to_owned())),
            None => Ok(Self::File(value.to_owned())),
        }
    }

    /// What the kind is called in lists.
    pub fn key(&self) -> &'static str {
        match self {
            Self::Web(kind, _) => {
                KEYS.iter().find(|(_, known)| known == &Some(*kind)).map_or("page", |(key, _)| key)
            }
            Self::Folder(_) => "folder",
            Self::File(_) => "file",
        }
    }

    /// The address or the path.
    pub fn value(&self) -> &str {
        match self {
            Self::Web(_, value) | Self::Folder(value) | Self::File(value) => value,
        }
    }
}

/// A file that is not on this machine, as it is written.
fn elsewhere(value: &str) -> Result<String, String> {
    let Some(file) = value.strip_prefix("s3://") else { return web("file", value) };
    let (bucket, path) = file.split_once('/').unwrap_or_default();
    if bucket.is_empty() || path.is_empty() || bucket.contains(['@', ':']) {
        return Err(format!("`file` is no file of a bucket: {value}; write s3://BUCKET/PATH"));
    }
    Ok(value.to_owned())
}

/// An address of the web, as it is written.
fn web(key: &str, value: &str) -> Result<String, String> {
    // Readers of old write `feed://` for a feed.
    let value = match value.strip_prefix("feed:") {
        Some(rest) if rest.starts_with("//") => format!("https:{rest}"),
        Some(rest) => rest.to_owned(),
        None => value.to_owned(),
    };
    let url = Url::parse(&value).map_err(|_| {
        format!("`{key}` is no address: {value}; write it with https:// at its start")
    })?;
    if !matches!(url.scheme(), "http" | "https") || !url.has_host() {
        return Err(format!(
            "`{key}` is no address of the web: {value}; only http and https are read"
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(format!(
            "`{key}` holds a name or a password, which would stand in this file for all to read: take it out"
        ));
    }
    Ok(value)
}

impl Entry {
    /// A source of which only its place is known; it is called by its host, or by its path.
    pub fn of(place: Place) -> Self {
        let name = match &place {
            Place::Web(_, url) => {
                Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned))
            }
            Place::Folder(path) | Place::File(path) => Some(path.clone()),
        };
        Self {
            name: name.unwrap_or_default(),
            place,
            outlet: None,
            site: None,
            every: None,
            show: None,
            categories: Vec::new(),
            only: Vec::new(),
            never: Vec::new(),
            paused: false,
        }
    }

    /// By what its outlet is known, so that something can be said of it: the name that is given to it, and the
    /// domain of its own page, else of its address.
    pub fn outlet_known_by(&self) -> Vec<String> {
        let address = match &self.place {
            Place::Web(_, url) => Some(url),
            Place::Folder(_) | Place::File(_) => None,
        };
        let domain = self.site.iter().chain(address).find_map(|url| {
            let page = Url::parse(url).ok()?;
            page.host_str().map(|host| registrable(host).to_owned())
        });
        self.outlet.iter().cloned().chain(domain).collect()
    }

    /// The source as it is watched; `None` for what is left alone for now.
    pub fn watched(&self) -> Option<watch::Source> {
        let kind = match &self.place {
            Place::Web(kind, _) => *kind,
            Place::Folder(_) => Kind::Folder,
            Place::File(_) => Kind::File,
        };
        let (name, url) = (self.name.clone(), self.place.value().to_owned());
        (!self.paused).then_some(watch::Source { name, url, kind, every: self.every })
    }

    /// Whether an article that the source lists is wanted, by the rules of the source.
    pub fn takes(&self, found: &Found) -> bool {
        let fits = |pattern: &Pattern| {
            pattern.fits(&found.url)
                || found.title.as_deref().is_some_and(|title| pattern.fits(title))
        };
        (self.only.is_empty() || self.only.iter().any(fits)) && !self.never.iter().any(fits)
    }
}

/// A text in one line, as it is kept; `None` where nothing is left, or where it holds what nobody sees.
pub(super) fn line(written: &str) -> Option<String> {
    let words = written.split_whitespace().collect::<Vec<_>>().join(" ");
    (!words.is_empty() && !words.chars().any(is_unseen)).then_some(words)
}

/// Characters that cannot stand in a list, or that nobody would find there.
pub(super) fn is_unseen(c: char) -> bool {
    c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}')
}

/// A category as it is kept: parts without blanks around them, none of them empty.
pub(super) fn category(written: &str) -> Option<String> {
    let blank = |part: &str| part.split_whitespace().collect::<Vec<_>>().join(" ");
    let parts = written.split('/').map(blank).filter(|part| !part.is_empty());
    let category = parts.collect::<Vec<_>>().join("/");
    (!category.is_empty() && !category.contains(',') && !category.chars().any(is_unseen))
        .then_some(category)
}

/// Spans of time as people write them: `15m`, `2h`, `1d`.
pub(super) fn span(written: &str) -> Option<Duration> {
    let written = written.trim();
    let end = written.find(|c: char| !c.is_ascii_digit())?;
    let (figures, unit) = written.split_at_checked(end)?;
    let number: u64 = figures.parse().ok()?;
    let seconds = match unit.trim() {
        "s" => 1,
        "m" | "min" => 60,
        "h" => 3600,
        "d" => 86_400,
        _ => return None,
    };
    let seconds = number.checked_mul(seconds)?;
    (60..=LONGEST_SPAN).contains(&seconds).then(|| Duration::from_secs(seconds))
}

/// Nobody asks an outlet less often than once in a hundred days.
const LONGEST_SPAN: u64 = 100 * 86_400;

/// The same, in the largest unit that says it whole.
pub(super) fn span_written(span: Duration) -> String {
    let seconds = span.as_secs();
    match seconds {
        _ if seconds.is_multiple_of(86_400) => format!("{}d", seconds / 86_400),
        _ if seconds.is_multiple_of(3600) => format!("{}h", seconds / 3600),
        _ if seconds.is_multiple_of(60) => format!("{}m", seconds / 60),
        _ => format!("{seconds}s"),
    }
}
