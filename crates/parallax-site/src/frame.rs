//! What every page has: its language, its head, its links.

use crate::{
    Address, AsOf, Narrowing, Tongue, Way, Words,
    address::{Here, Only},
    assets,
    facts::{About, OutletFacts},
    foreign::Showing,
    library::{Known, Library, Standing, Trouble},
    linked::Linked,
    settings::Settings,
};
use jiff::Timestamp;
use parallax_model::{MayShow, Outlet, ReadArticle, Stamp};
use std::{borrow::Borrow, sync::Arc};

/// How pages are made, besides what they are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Whether pages are to be kept as files, so that nobody answers queries.
    pub fixed: bool,
}

/// What every page has.
#[derive(Clone)]
pub(crate) struct Frame {
    pub(crate) words: &'static Words,
    pub(crate) tongue: Tongue,
    pub(crate) settings: Settings,
    pub(crate) here: Here,
    pub(crate) address: Address,
    pub(crate) fixed: bool,
    pub(crate) standing: Option<Arc<Standing>>,
    pub(crate) may: Arc<MayShow>,
    pub(crate) facts: Arc<OutletFacts>,
    /// What it is called; foreign words may be in it.
    pub(crate) title: String,
    /// A feed of it.
    pub(crate) feed: Option<Address>,
    /// Files that hold the same, each with its type.
    pub(crate) also: Vec<(&'static str, Address)>,
    /// The same for programs.
    pub(crate) linked: Option<Linked>,
    /// Whether there is nothing here.
    pub(crate) lost: bool,
}

impl Frame {
    /// That of a page of which nothing is known but where it stands and who reads it.
    pub(crate) fn new(
        tongue: Tongue,
        settings: Settings,
        here: Here,
        address: Address,
        fixed: bool,
    ) -> Self {
        Self {
            words: Words::of(tongue),
            tongue,
            settings,
            here,
            address,
            fixed,
            standing: None,
            may: Arc::default(),
            facts: Arc::default(),
            title: String::new(),
            feed: None,
            also: Vec::new(),
            linked: None,
            lost: false,
        }
    }

    /// That of a page, with how the archive stands.
    pub(crate) fn standing(mut self, library: &dyn Library) -> Result<Self, Trouble> {
        self.standing = Some(Arc::new(library.standing()?));
        self.may = library.may_show()?;
        self.facts = library.facts()?;
        Ok(self)
    }

    /// The same with a title.
    pub(crate) fn titled(&self, title: impl Into<String>) -> Self {
        Self { title: title.into(), ..self.clone() }
    }

    /// The same with a feed.
    pub(crate) fn fed(self, feed: Address) -> Self {
        Self { feed: Some(feed), ..self }
    }

    /// The same with files that hold the same.
    pub(crate) fn beside(self, also: Vec<(&'static str, Address)>) -> Self {
        Self { also, ..self }
    }

    /// The same with what it says to programs.
    pub(crate) fn linked(&self, linked: Linked) -> Self {
        Self { linked: Some(linked), ..self.clone() }
    }

    /// The same where nothing is.
    pub(crate) fn lost(&self) -> Self {
        Self { lost: true, ..self.clone() }
    }

    /// What shows words of articles.
    pub(crate) fn showing(&self) -> Showing<'_> {
        Showing { may: &self.may, here: &self.here }
    }

    /// The country of an outlet, where a person wrote it down.
    pub(crate) fn country(&self, outlet: &Outlet) -> Option<&str> {
        self.facts
            .of_outlet(outlet)
            .and_then(About::country)
            .map(|country| self.words.country(country))
    }

    pub(crate) fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.say(key)
    }

    pub(crate) fn before(&self, key: &str) -> String {
        self.words.before(key)
    }

    /// What stands between the parts of a list.
    pub(crate) fn comma(&self) -> &str {
        self.words.comma()
    }

    pub(crate) fn count(&self, key: &str, number: impl Borrow<usize>) -> String {
        self.words.count(key, *number.borrow() as u64)
    }

    pub(crate) fn to(&self, address: &Address) -> String {
        self.here.to(address)
    }

    pub(crate) fn style(&self) -> String {
        self.to(&assets::STYLE.address())
    }

    pub(crate) fn script(&self) -> String {
        self.to(&assets::SCRIPT.address())
    }

    pub(crate) fn icon(&self) -> String {
        self.to(&assets::ICON.address())
    }

    pub(crate) fn front(&self) -> String {
        self.to(&Address::Front(Narrowing::default()))
    }

    pub(crate) fn search(&self) -> String {
        self.to(&Address::Search(Way::default()))
    }

    pub(crate) fn outlets(&self) -> String {
        self.to(&Address::Outlets)
    }

    pub(crate) fn sources(&self) -> String {
        self.to(&Address::Sources)
    }

    pub(crate) fn made(&self) -> String {
        self.to(&Address::Made)
    }

    pub(crate) fn settings_page(&self) -> String {
        self.to(&Address::Settings(Vec::new()))
    }

    /// Where the server tells of news.
    pub(crate) fn live(&self) -> String {
        self.here.to_file("live")
    }

    pub(crate) fn question(&self) -> &str {
        if let Address::Search(way) = &self.address { &way.question } else { "" }
    }

    /// The page in each language of the interface.
    pub(crate) fn languages(&self) -> Vec<InLanguage> {
        let one = |tongue: Tongue| InLanguage {
            tongue,
            link: self.here.to_in(tongue, &self.address),
            own: tongue == self.tongue,
        };
        Tongue::ALL.into_iter().map(one).collect()
    }

    /// As of when all this is.
    pub(crate) fn as_of(&self) -> Option<Moment> {
        self.standing.as_ref()?.as_of.as_ref().map(|known| self.known(known))
    }

    /// A moment, to be shown.
    pub(crate) fn moment(&self, at: Timestamp) -> Moment {
        Moment { iso: iso(at), words: self.words.moment(at) }
    }

    /// When something became known, as exactly as it is told.
    pub(crate) fn known(&self, known: &Known) -> Moment {
        match &known.day {
            Some(day) => Moment { iso: day.clone(), words: self.words.day(day) },
            None => self.moment(known.at),
        }
    }

    /// The one address under which this page wants to be known: none of a page that a query made.
    pub(crate) fn canonical(&self) -> Option<String> {
        let asked = !self.address.written(None).1.is_empty();
        (!self.lost && !asked).then(|| self.here.to_in(self.tongue, &self.address))
    }

    /// The page in whatever language a reader's browser asks for.
    pub(crate) fn in_any_language(&self) -> String {
        self.here.to_in_any(&self.address)
    }

    /// Files that hold the same: type and link.
    pub(crate) fn also_links(&self) -> Vec<(&'static str, String)> {
        self.also.iter().map(|(kind, address)| (*kind, self.to(address))).collect()
    }

    /// What previews call this page; the site's name where it has no other.
    pub(crate) fn preview(&self) -> &str {
        if self.title.is_empty() { self.say("site-name") } else { &self.title }
    }

    /// The parts of a feed's link.
    pub(crate) fn feed_link(&self) -> Option<String> {
        self.feed.as_ref().map(|feed| self.to(feed))
    }
}

/// A language of the menu.
pub(crate) struct InLanguage {
    pub(crate) tongue: Tongue,
    pub(crate) link: String,
    pub(crate) own: bool,
}

/// A moment or a day, for machines and for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Moment {
    pub(crate) iso: String,
    pub(crate) words: String,
}

/// To the second: what is finer tells nobody anything.
pub(crate) fn iso(at: Timestamp) -> String {
    at.strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

impl Frame {
    /// When an article says it was published.
    pub(crate) fn stamp(&self, stamp: &Stamp) -> Moment {
        use parallax_model::StampPoint;
        let iso = stamp.to_string();
        let words = match stamp.point {
            StampPoint::Clock { at, offset: Some(offset), .. } => at
                .to_zoned(jiff::tz::TimeZone::fixed(offset))
                .map_or_else(|_| iso.clone(), |zoned| self.words.moment(zoned.timestamp())),
            StampPoint::Clock { at, .. } => self.words.printed(at),
            _ => self.words.day(&iso),
        };
        Moment { iso, words }
    }
}

/// An article's own time, as far as it goes, by the earliest moment that it can mean.
pub(crate) fn published(read: &ReadArticle) -> Option<(Timestamp, &Stamp)> {
    Some((read.article.published_at()?, read.article.published.as_ref()?))
}

/// The moment that a query asks for; `Err` where it is none.
pub(crate) fn moment_of(as_of: &AsOf) -> Result<Option<Timestamp>, ()> {
    let Some(words) = as_of.0.as_deref() else { return Ok(None) };
    if let Ok(moment) = words.parse::<Timestamp>() {
        return Ok(Some(moment));
    }
    if let Ok(local) = words.parse::<jiff::civil::DateTime>() {
        let local =
            if words.len() == "2027-03-12".len() { local.date().at(23, 59, 59, 0) } else { local };
        return local
            .to_zoned(jiff::tz::TimeZone::UTC)
            .map(|at| Some(at.timestamp()))
            .map_err(|_| ());
    }
    Err(())
}

impl Only {
    /// For `selected` and `aria-current`.
    pub(crate) fn is(self, name: &str) -> bool {
        self.name() == name
    }
}
