//! What a person wrote down of outlets: facts that no capture states, each with where it was read.

use jiff::civil::Date;
use parallax_model::Outlet;
use std::collections::BTreeMap;

/// What is known of some outlets, found by the name they print or by the host of their pages.
///
/// ```
/// use parallax_site::facts::{About, Fact, FactKind, OutletFacts};
///
/// let mut facts = OutletFacts::default();
/// let country = Fact {
///     what: FactKind::Country,
///     value: "KZ".into(),
///     source: "https://quay.example/about".into(),
///     read: "2027-03-01".parse()?,
/// };
/// facts.add(About { name: Some("Quay  Gazette".into()), hosts: vec!["quay.example".into()], facts: vec![country] });
/// assert_eq!(facts.of("quay gazette", None).and_then(About::country), Some("KZ"));
/// assert!(facts.of("Else", Some("news.quay.example")).is_some());
/// assert!(facts.of("Else", Some("notquay.example")).is_none());
/// # Ok::<(), jiff::Error>(())
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutletFacts {
    all: Vec<About>,
    /// Places in `all`, by folded name.
    named: BTreeMap<String, usize>,
    /// The same, by host.
    hosted: BTreeMap<String, usize>,
}

/// One outlet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// What it calls itself.
    pub name: Option<String>,
    /// Hosts of its pages, in small letters; what is below them is its too.
    pub hosts: Vec<String>,
    /// In the order in which they are shown.
    pub facts: Vec<Fact>,
}

/// A fact, as somebody found it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is about.
    pub what: FactKind,
    /// What is so: of a country its two letters by ISO 3166 or the name of one that has none, of a language its tag by BCP 47, of a
    /// kind its name; else words.
    pub value: String,
    /// Where it was read: an address, or what a person finds it by.
    pub source: String,
    /// When it was read there.
    pub read: Date,
}

/// What facts are about, in the order in which they are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FactKind {
    /// The country it reports from.
    Country,
    /// What sort of outlet it is.
    Kind,
    /// A language it is written in.
    Language,
    /// Who owns it.
    Owner,
    /// What it lives on.
    Funding,
    /// Since when it exists.
    Founded,
}

impl FactKind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Country, Self::Kind, Self::Language, Self::Owner, Self::Funding, Self::Founded];

    /// As a file names it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Country => "country",
            Self::Kind => "kind",
            Self::Language => "language",
            Self::Owner => "owner",
            Self::Funding => "funding",
            Self::Founded => "founded",
        }
    }
}

/// Sorts of outlets, as a file names them.
pub const KINDS: [&str; 10] = [
    "agency",
    "newspaper",
    "magazine",
    "television",
    "radio",
    "online",
    "blog",
    "aggregator",
    "government",
    "organization",
];

impl OutletFacts {
    /// Adds what is known of an outlet; what was said before under one of its names or hosts stays.
    pub fn add(&mut self, about: About) {
        let at = self.all.len();
        if let Some(name) = &about.name {
            self.named.entry(folded(name)).or_insert(at);
        }
        for host in &about.hosts {
            self.hosted.entry(host.clone()).or_insert(at);
        }
        self.all.push(about);
    }

    /// All outlets of which something is known.
    pub fn all(&self) -> &[About] {
        &self.all
    }

    /// Whether one goes by this name already.
    pub fn has_name(&self, name: &str) -> bool {
        self.named.contains_key(&folded(name))
    }

    /// Whether one has this very host already.
    pub fn has_host(&self, host: &str) -> bool {
        self.hosted.contains_key(host)
    }

    /// What is known of an outlet by its name, else by the host of its pages.
    pub fn of(&self, name: &str, domain: Option<&str>) -> Option<&About> {
        if self.all.is_empty() {
            return None;
        }
        let named = self.named.get(&folded(name));
        let at = named.or_else(|| {
            let domain = domain?.to_ascii_lowercase();
            let mut hosts = std::iter::successors(Some(domain.as_str()), |host| {
                host.split_once('.').map(|(_, above)| above)
            });
            hosts.find_map(|host| self.hosted.get(host))
        });
        self.all.get(*at?)
    }

    /// What is known of the outlet of an article.
    pub fn of_outlet(&self, outlet: &Outlet) -> Option<&About> {
        self.of(outlet.shown().unwrap_or_default(), outlet.domain.as_deref())
    }
}

impl About {
    /// Its country, by ISO 3166 or by name.
    pub fn country(&self) -> Option<&str> {
        self.first(FactKind::Country)
    }

    /// What sort of outlet it is, one of [`KINDS`].
    pub fn kind(&self) -> Option<&str> {
        self.first(FactKind::Kind)
    }

    fn first(&self, what: FactKind) -> Option<&str> {
        self.facts.iter().find(|fact| fact.what == what).map(|fact| fact.value.as_str())
    }
}

fn folded(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
