//! What of an outlet's articles may be shown to others.

use crate::Outlet;
use std::collections::BTreeMap;

/// What of an outlet's articles others may see; the later the more.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Show {
    /// Headline, outlet, moment and link.
    Link,
    /// Beside these the sentences that are compared and quoted, each with its link.
    #[default]
    Excerpt,
    /// Everything.
    Full,
}

impl Show {
    /// All of them, the least first.
    pub const ALL: [Self; 3] = [Self::Link, Self::Excerpt, Self::Full];

    /// What it is called in lists of sources and among decisions.
    pub fn name(self) -> &'static str {
        match self {
            Self::Link => "link",
            Self::Excerpt => "excerpt",
            Self::Full => "full",
        }
    }

    /// That which is called so.
    ///
    /// ```
    /// use parallax_model::Show;
    ///
    /// assert_eq!(Show::named("full"), Some(Show::Full));
    /// assert_eq!(Show::named("Full"), None);
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|show| show.name() == name)
    }
}

/// What may be shown of whom: what was said of some outlets, by name or domain, and what holds for the others.
///
/// The texts are their publishers'. So what is shown to others holds for an outlet nobody spoke of
/// as [`Show::default`]; only who shows them to nobody but themselves may ask with [`Show::Full`].
///
/// ```
/// use parallax_model::{MayShow, Outlet, OutletFrom, Show};
///
/// let mut may = MayShow::default();
/// may.set("The Quay", Show::Full);
/// may.set("quay.example", Show::Link);
/// let mut outlet = Outlet {
///     name: Some("the quay".to_owned()),
///     domain: Some("quay.example".to_owned()),
///     from: OutletFrom::Meta,
///     fingerprint: None,
///     offset: None,
/// };
/// // Of two words about one outlet the stricter holds.
/// assert_eq!(may.of(&outlet), Show::Link);
/// outlet.domain = None;
/// assert_eq!(may.of(&outlet), Show::Full);
/// outlet.name = Some("Ebb".to_owned());
/// assert_eq!(may.of(&outlet), Show::Excerpt);
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MayShow {
    usual: Show,
    said: BTreeMap<String, Show>,
}

impl MayShow {
    /// Nothing is said of any outlet yet: `usual` holds for all.
    pub fn new(usual: Show) -> Self {
        Self { usual, said: BTreeMap::new() }
    }

    /// Says it of an outlet, by the name it prints or by its domain, in place of what was said of the same before.
    pub fn set(&mut self, outlet: &str, show: Show) {
        self.said.insert(known_by(outlet), show);
    }

    /// What may be shown of an outlet.
    pub fn of(&self, outlet: &Outlet) -> Show {
        let names = [outlet.name.as_deref(), outlet.domain.as_deref()].into_iter().flatten();
        names.filter_map(|name| self.said_of(name)).min().unwrap_or(self.usual)
    }

    /// What was said of this name or domain itself, if anything was.
    pub fn said_of(&self, name: &str) -> Option<Show> {
        self.said.get(&known_by(name)).copied()
    }
}

/// A name or a domain, however it is written.
fn known_by(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}
