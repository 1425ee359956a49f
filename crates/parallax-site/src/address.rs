//! Addresses of the site: one for every page, read from a path with its query and written back.

mod asked;
mod here;
mod percent;

pub use asked::{AsOf, Narrowing, Only, Part, Reach, Way};
pub(crate) use here::Here;

use crate::Tongue;
use parallax_model::EntityKind;
pub use percent::decoded;
use percent::{name, pairs, query, step};

/// A page, or a file beside one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Address {
    /// The front page.
    Front(Narrowing),
    /// The newest stories as an Atom feed.
    FrontFeed,
    /// A story, by the digits its name begins with.
    Story(String, Tab),
    /// Changes of a story as an Atom feed.
    StoryFeed(String),
    /// A story as JSON.
    StoryData(String, AsOf),
    /// A story as a table for spreadsheets.
    StoryTable(String, AsOf),
    /// An article, by the digits its name begins with.
    Article(String, Reading),
    /// What was captured of an article, as plain text: the number of the revision, from 1.
    Capture(String, usize),
    /// All outlets.
    Outlets,
    /// An outlet, by its name, and a part of its stories, from 1.
    Outlet(String, usize),
    /// A person, an organization or a place, by its name, and a part of its stories, from 1.
    Named(EntityKind, String, usize),
    /// What was found.
    Search(Way),
    /// Where articles come from, and how well that goes.
    Sources,
    /// How all this was made.
    Made,
    /// Settings: those to be taken, where they come with it.
    Settings(Vec<(String, String)>),
    /// A file that pages use.
    Asset(String),
}

/// The tabs of a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What is told, in order.
    Account(Part),
    /// Who tells what.
    Compare(Reach),
    /// What happened when, and when it was told.
    Timeline(Part),
    /// Who said what.
    Quotes(Part),
    /// Its articles.
    Articles(Part),
    /// What changed.
    Changes(Part),
}

/// How an article is to be shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// With what of the page was left out.
    pub left_out: bool,
    /// With changes of form alone, too.
    pub all_changes: bool,
}

impl Address {
    /// Reads a path, percent-encoded, without a language, and a query.
    pub fn read(path: &str, query: &str) -> Option<Self> {
        let path = path.strip_prefix('/').unwrap_or(path);
        let steps: Vec<&str> = path.split('/').collect();
        let asked = pairs(query);
        let value = |key: &str| {
            let mut found = asked.iter().filter(|(known, _)| known == key);
            found.next().map(|(_, value)| value.trim().to_owned()).filter(|value| !value.is_empty())
        };
        let as_of = || AsOf(value("as-of"));
        let part = || Part::read(value);
        let tab = |id: &str, tab: Tab| digits(id).map(|id| Self::Story(id, tab));
        match steps.as_slice() {
            [""] => Some(Self::Front(Narrowing::read(value))),
            ["page", number, ""] => {
                Some(Self::Front(Narrowing { page: later(number)?, ..Narrowing::read(value) }))
            }
            ["feed.xml"] => Some(Self::FrontFeed),
            ["story", id, ""] => tab(id, Tab::Account(part())),
            ["story", id, "compare", ""] => tab(id, Tab::Compare(Reach::read(value))),
            ["story", id, "timeline", ""] => tab(id, Tab::Timeline(part())),
            ["story", id, "quotes", ""] => tab(id, Tab::Quotes(part())),
            ["story", id, "articles", ""] => tab(id, Tab::Articles(part())),
            ["story", id, "changes", ""] => {
                tab(id, Tab::Changes(Part { as_of: AsOf::default(), ..part() }))
            }
            ["story", id, "feed.xml"] => digits(id).map(Self::StoryFeed),
            ["story", id, "story.json"] => Some(Self::StoryData(digits(id)?, as_of())),
            ["story", id, "statements.csv"] => Some(Self::StoryTable(digits(id)?, as_of())),
            ["article", id, ""] => {
                let left_out = value("left-out").is_some();
                let all_changes = value("changes").is_some();
                Some(Self::Article(digits(id)?, Reading { left_out, all_changes }))
            }
            ["article", id, file] => {
                let number = file.strip_prefix("capture-")?.strip_suffix(".txt")?;
                Some(Self::Capture(digits(id)?, number.parse().ok().filter(|at| *at > 0)?))
            }
            ["outlets", ""] => Some(Self::Outlets),
            ["outlet", outlet, ""] => Some(Self::Outlet(name(outlet)?, 1)),
            ["outlet", outlet, "page", number, ""] => {
                Some(Self::Outlet(name(outlet)?, later(number)?))
            }
            [kind, named, ""] if kind_of(kind).is_some() => {
                Some(Self::Named(kind_of(kind)?, name(named)?, 1))
            }
            [kind, named, "page", number, ""] if kind_of(kind).is_some() => {
                Some(Self::Named(kind_of(kind)?, name(named)?, later(number)?))
            }
            ["search", ""] => Some(Self::Search(Way::read(value))),
            ["sources", ""] => Some(Self::Sources),
            ["made", ""] => Some(Self::Made),
            ["settings", ""] => Some(Self::Settings(asked)),
            ["assets", file] => Some(Self::Asset(name(file)?)),
            _ => None,
        }
    }

    /// The path, without a slash before it, and the query with its question mark.
    pub fn written(&self, tongue: Option<Tongue>) -> (String, String) {
        let mut path = String::new();
        if let Some(tongue) = tongue {
            path = format!("{}/", tongue.step());
        }
        path += &self.path();
        (path, query(self.pairs()))
    }

    /// Whether it is the same in every language: files, not pages.
    pub fn is_alike_in_all_languages(&self) -> bool {
        matches!(
            self,
            Self::StoryData(..) | Self::StoryTable(..) | Self::Capture(..) | Self::Asset(_)
        )
    }

    fn path(&self) -> String {
        match self {
            Self::Front(narrowing) => part(narrowing.page),
            Self::FrontFeed => "feed.xml".to_owned(),
            Self::Story(id, tab) => format!("story/{id}/{}", tab.step()),
            Self::StoryFeed(id) => format!("story/{id}/feed.xml"),
            Self::StoryData(id, _) => format!("story/{id}/story.json"),
            Self::StoryTable(id, _) => format!("story/{id}/statements.csv"),
            Self::Article(id, _) => format!("article/{id}/"),
            Self::Capture(id, number) => format!("article/{id}/capture-{number}.txt"),
            Self::Outlets => "outlets/".to_owned(),
            Self::Outlet(name, page) => format!("outlet/{}/{}", step(name), part(*page)),
            Self::Named(kind, name, page) => {
                format!("{}/{}/{}", kind.name(), step(name), part(*page))
            }
            Self::Search(_) => "search/".to_owned(),
            Self::Sources => "sources/".to_owned(),
            Self::Made => "made/".to_owned(),
            Self::Settings(_) => "settings/".to_owned(),
            Self::Asset(file) => format!("assets/{}", step(file)),
        }
    }

    fn pairs(&self) -> Vec<(&str, String)> {
        match self {
            Self::Front(narrowing) => narrowing.pairs(),
            Self::Story(_, tab) => tab.pairs(),
            Self::StoryData(_, as_of) | Self::StoryTable(_, as_of) => as_of.pairs(),
            Self::Article(_, reading) => {
                let flag = |key, set: bool| set.then(|| (key, "all".to_owned()));
                let flags =
                    [flag("left-out", reading.left_out), flag("changes", reading.all_changes)];
                flags.into_iter().flatten().collect()
            }
            Self::Search(way) => way.pairs(),
            Self::Settings(pairs) => {
                pairs.iter().map(|(key, value)| (key.as_str(), value.clone())).collect()
            }
            _ => Vec::new(),
        }
    }
}

impl Tab {
    const fn step(&self) -> &'static str {
        match self {
            Self::Account(_) => "",
            Self::Compare(_) => "compare/",
            Self::Timeline(_) => "timeline/",
            Self::Quotes(_) => "quotes/",
            Self::Articles(_) => "articles/",
            Self::Changes(_) => "changes/",
        }
    }

    /// By what a catalogue names it.
    pub(crate) const fn key(&self) -> &'static str {
        match self {
            Self::Account(_) => "tab-account",
            Self::Compare(_) => "tab-compare",
            Self::Timeline(_) => "tab-timeline",
            Self::Quotes(_) => "tab-quotes",
            Self::Articles(_) => "tab-articles",
            Self::Changes(_) => "tab-changes",
        }
    }

    /// As of which moment it is asked for.
    pub fn as_of(&self) -> AsOf {
        match self {
            Self::Account(part)
            | Self::Timeline(part)
            | Self::Quotes(part)
            | Self::Articles(part)
            | Self::Changes(part) => part.as_of.clone(),
            Self::Compare(reach) => reach.as_of.clone(),
        }
    }

    fn pairs(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Account(part)
            | Self::Timeline(part)
            | Self::Quotes(part)
            | Self::Articles(part)
            | Self::Changes(part) => part.pairs(),
            Self::Compare(reach) => reach.pairs(),
        }
    }
}

/// The digits that a name of ours begins with.
fn digits(step: &str) -> Option<String> {
    let fits =
        (6..=64).contains(&step.len()) && step.bytes().all(|digit| digit.is_ascii_hexdigit());
    fits.then(|| step.to_ascii_lowercase())
}

/// The number of a part of a list that is not its first: this has no number.
fn later(step: &str) -> Option<usize> {
    step.parse().ok().filter(|page| *page > 1)
}

/// The steps to a part of a list.
fn part(page: usize) -> String {
    if page > 1 { format!("page/{page}/") } else { String::new() }
}

fn kind_of(step: &str) -> Option<EntityKind> {
    let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];
    kinds.into_iter().find(|kind| kind.name() == step)
}

#[cfg(test)]
mod tests {
    use super::Address;

    #[track_caller]
    fn check(path: &str, query: &str, expected: &str) {
        let written = Address::read(path, query).map(|address| {
            let (path, query) = address.written(None);
            format!("/{path}{query}")
        });
        assert_eq!(written.as_deref(), Some(expected));
    }

    #[test]
    fn addresses_are_written_as_they_are_read() {
        for same in [
            "/",
            "/page/2/",
            "/feed.xml",
            "/story/3f2a90c1/",
            "/story/3f2a90c1/changes/",
            "/story/3f2a90c1/story.json",
            "/article/3f2a90c1/capture-2.txt",
            "/outlet/The%20Quay~sEast/",
            "/person/%D0%90%D0%B9/",
            "/place/Quay/page/2/",
            "/outlet/Quay/page/12/",
            "/sources/",
            "/settings/",
        ] {
            check(same, "", same);
        }
    }

    #[test]
    fn queries_are_kept_in_one_order() {
        check("/", "only=differing&topic=15000000&junk=1", "/?topic=15000000&only=differing");
        check(
            "/story/3f2a90c1/compare/",
            "b=y.1&a=x.0&only=unique",
            "/story/3f2a90c1/compare/?only=unique&a=x.0&b=y.1",
        );
        check("/story/3f2a90c1/", "page=2&as-of=x", "/story/3f2a90c1/?as-of=x&page=2");
        check("/story/3f2a90c1/", "page=1&claim=7", "/story/3f2a90c1/?claim=7");
        check("/search/", "q=a+b%26c", "/search/?q=a%20b%26c");
    }

    #[test]
    fn other_paths_are_no_addresses() {
        for path in ["/story/zz/", "/story/3f2a90c1", "/page/1/", "/x/", "/person/", "/assets/"] {
            assert!(
                Address::read(path, "").is_none_or(|found| found == Address::Asset(String::new())),
                "{path}"
            );
        }
    }
}
