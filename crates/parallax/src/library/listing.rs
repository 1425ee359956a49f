//! Lists of stories and outlets, made of what is known of each story at a glance.

use super::{
    entry::{Entry, NameKey, fold, is_same},
    told_by::ToldBy,
};
use parallax_model::{EntityKind, MediaTopic, StoryId};
use parallax_site::{
    Narrowing, Only,
    facts::OutletFacts,
    library::{Glance, Listing, OutletPage, OutletRow},
};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

/// Places that are offered to choose from.
const PLACES: usize = 60;

/// What lists are narrowed by, where nothing is left out yet.
#[derive(Default)]
pub(super) struct Usual {
    topics: Counted<MediaTopic>,
    languages: Counted<String>,
    /// Places that most stories name.
    places: Counted<String>,
    /// What is known of the outlets that carry each story.
    pub(super) told_by: ToldBy,
}

impl Usual {
    pub(super) fn of(entries: &[Arc<Entry>], facts: &OutletFacts) -> Self {
        let told_by = ToldBy::of(entries, facts);
        let narrow = Narrow::of(&Narrowing::default(), &told_by);
        let (topics, languages) = counted(entries, &narrow);
        Self { topics, languages, places: places(entries), told_by }
    }
}

/// Stories that fit, the latest first, `skip` of them passed over.
pub(super) fn stories(
    entries: &[Arc<Entry>],
    starred: &BTreeSet<StoryId>,
    narrowing: &Narrowing,
    usual: &Usual,
    (skip, most): (usize, usize),
) -> Listing {
    let narrow = Narrow::of(narrowing, &usual.told_by);
    let fits = |entry: &&Arc<Entry>| {
        narrow.fits(entry) && narrow.topic_fits(entry) && narrow.language_fits(entry)
    };
    let glance = |entry: &Arc<Entry>| entry.glance(starred.contains(&entry.id));
    let places = usual.places.clone();
    let (countries, kinds) = (usual.told_by.countries(), usual.told_by.kinds());
    if !narrowing.is_narrow() {
        return Listing {
            total: entries.len(),
            stories: entries.iter().skip(skip).take(most).map(glance).collect(),
            topics: usual.topics.clone(),
            languages: usual.languages.clone(),
            places,
            countries,
            kinds,
        };
    }
    let fitting: Vec<&Arc<Entry>> = entries.iter().filter(fits).collect();
    let (topics, languages) = counted(entries, &narrow);
    Listing {
        total: fitting.len(),
        stories: fitting.into_iter().skip(skip).take(most).map(glance).collect(),
        topics,
        languages,
        places,
        countries,
        kinds,
    }
}

/// How often each is met, the most frequent first.
type Counted<T> = Vec<(T, usize)>;

/// How stories that fit fall into topics and languages. Each is chosen among what else fits, not
/// among itself.
fn counted(entries: &[Arc<Entry>], narrow: &Narrow<'_>) -> (Counted<MediaTopic>, Counted<String>) {
    let mut topics: BTreeMap<MediaTopic, usize> = BTreeMap::new();
    let mut languages: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| narrow.fits(entry)) {
        if let Some(topic) = entry.topic.filter(|_| narrow.language_fits(entry)) {
            *topics.entry(topic).or_default() += 1;
        }
        for tag in entry.languages.iter().filter(|_| narrow.topic_fits(entry)) {
            *languages.entry(tag).or_default() += 1;
        }
    }
    let languages = ranked(languages).into_iter();
    (ranked(topics), languages.map(|(tag, number)| (tag.to_owned(), number)).collect())
}

/// The most frequent first.
fn ranked<T: Ord>(counted: BTreeMap<T, usize>) -> Counted<T> {
    let mut ranked: Vec<(T, usize)> = counted.into_iter().collect();
    ranked.sort_by_key(|(_, number)| Reverse(*number));
    ranked
}

/// Places that most stories name.
fn places(entries: &[Arc<Entry>]) -> Counted<String> {
    let mut places: BTreeMap<&str, usize> = BTreeMap::new();
    for (kind, name) in entries.iter().flat_map(|entry| &entry.names) {
        if *kind == EntityKind::Place {
            *places.entry(name).or_default() += 1;
        }
    }
    let most = ranked(places).into_iter().take(PLACES);
    most.map(|(name, number)| (name.to_owned(), number)).collect()
}

/// What a list is narrowed to, ready to be compared.
struct Narrow<'a> {
    topic: Option<String>,
    place: Option<NameKey>,
    language: Option<String>,
    from: Option<i64>,
    to: Option<i64>,
    only: Only,
    /// Stories that outlets of a country, and of a sort, carry.
    told_by: [Option<&'a BTreeSet<StoryId>>; 2],
}

impl<'a> Narrow<'a> {
    fn of(narrowing: &Narrowing, told_by: &'a ToldBy) -> Self {
        let day = |day: &Option<String>, clock: (i8, i8, i8)| {
            let date: jiff::civil::Date = day.as_deref()?.parse().ok()?;
            let moment = date.at(clock.0, clock.1, clock.2, 0).to_zoned(jiff::tz::TimeZone::UTC);
            Some(moment.ok()?.timestamp().as_second())
        };
        Self {
            topic: narrowing.topic.as_ref().map(|topic| format!("medtop:{topic}")),
            place: narrowing.place.as_deref().map(|name| NameKey::of(EntityKind::Place, name)),
            language: narrowing.language.clone(),
            from: day(&narrowing.from, (0, 0, 0)),
            to: day(&narrowing.to, (23, 59, 59)),
            only: narrowing.only,
            told_by: [
                narrowing.country.as_deref().map(|country| told_by.country(country)),
                narrowing.kind.as_deref().map(|kind| told_by.kind(kind)),
            ],
        }
    }

    fn topic_fits(&self, entry: &Entry) -> bool {
        let own = entry.topic.map(MediaTopic::code);
        self.topic.is_none() || self.topic.as_deref() == own
    }

    fn language_fits(&self, entry: &Entry) -> bool {
        self.language.as_ref().is_none_or(|tag| entry.languages.contains(tag))
    }

    fn fits(&self, entry: &Entry) -> bool {
        let only = match self.only {
            Only::Differing => entry.differing > 0,
            Only::Unique => entry.origins == 1,
            Only::Usual | Only::Everything => true,
        };
        only && self.told_by.iter().flatten().all(|stories| stories.contains(&entry.id))
            && self.place.is_none_or(|place| entry.names(place))
            && self.from.is_none_or(|from| entry.times.iter().any(|at| *at >= from))
            && self.to.is_none_or(|to| entry.times.iter().any(|at| *at <= to))
    }
}

/// All outlets, those of most articles first.
pub(super) fn outlets(entries: &[Arc<Entry>]) -> Vec<OutletRow> {
    let mut rows: BTreeMap<String, OutletRow> = BTreeMap::new();
    for carrier in entries.iter().flat_map(|entry| &entry.carriers) {
        let row = rows.entry(fold(&carrier.name)).or_insert_with(|| OutletRow {
            name: carrier.name.clone(),
            articles: 0,
            copies: 0,
            stories: 0,
            first: 0,
            alone: 0,
            corrected: 0,
            languages: Vec::new(),
            domain: None,
        });
        row.domain = row.domain.take().or_else(|| carrier.domain.clone());
        row.stories += 1;
        row.articles += carrier.articles;
        row.copies += carrier.copies;
        row.first += carrier.first;
        row.alone += carrier.alone;
        row.corrected += carrier.corrected;
        for tag in &carrier.languages {
            if !row.languages.contains(tag) {
                row.languages.push(tag.clone());
            }
        }
    }
    rows.remove("");
    let mut rows: Vec<OutletRow> = rows.into_values().collect();
    rows.sort_by(|a, b| b.articles.cmp(&a.articles).then_with(|| a.name.cmp(&b.name)));
    rows
}

/// One outlet, by its name, with those of its stories that are asked for.
pub(super) fn outlet(
    entries: &[Arc<Entry>],
    rows: &[OutletRow],
    starred: &BTreeSet<StoryId>,
    name: &str,
    (skip, most): (usize, usize),
) -> Option<OutletPage> {
    let name = fold(name);
    let row = rows.iter().find(|row| is_same(&row.name, &name))?;
    let mut named_from: BTreeMap<&str, usize> = BTreeMap::new();
    let mut stories: Vec<Glance> = Vec::new();
    let mut passed = 0;
    for entry in entries {
        let Some(carrier) = entry.carriers.iter().find(|own| is_same(&own.name, &name)) else {
            continue;
        };
        for from in &carrier.named_from {
            *named_from.entry(from).or_default() += 1;
        }
        passed += 1;
        if passed > skip && stories.len() < most {
            stories.push(entry.glance(starred.contains(&entry.id)));
        }
    }
    let named_from = named_from.into_iter().map(|(from, number)| (from.to_owned(), number));
    Some(OutletPage { row: row.clone(), named_from: ranked(named_from.collect()), stories })
}
