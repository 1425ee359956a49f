//! One story at a glance.

use crate::known::since_when;
use jiff::Timestamp;
use parallax_archive::{ArchiveError, KeptStory, Reader};
use parallax_model::{
    ArticleId, ClaimStatus, Digest, DigestBuilder, EntityKind, MediaTopic, Nature, ReadArticle,
    StoryEntity, StoryId,
};
use parallax_site::library::{Glance, Known, Latest, LatestKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Names of a story that are offered to go on from: the most widely named.
const NAMES: usize = 24;

/// A story at a glance, with who and what is in it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Entry {
    pub(super) id: StoryId,
    /// Names what it was told from.
    pub(super) made_of: Digest,
    pub(super) headline: String,
    language: String,
    outlet: String,
    pub(super) topic: Option<MediaTopic>,
    pub(super) languages: Vec<String>,
    articles: usize,
    pub(super) origins: usize,
    agreed: usize,
    pub(super) differing: usize,
    conflicts: usize,
    single: usize,
    pub(super) times: Vec<i64>,
    latest: Option<Newest>,
    pub(super) carriers: Vec<Carrier>,
    /// Those that it names most.
    pub(super) names: Vec<(EntityKind, String)>,
    /// All that it names, in order.
    named: Vec<NameKey>,
    /// By id.
    pub(super) members: Vec<ArticleId>,
}

/// Stands for a person, an organization or a place: the beginning of a digest of the kind and the
/// folded name. All names of all stories are looked through for one, so each is eight bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub(super) struct NameKey(u64);

impl NameKey {
    pub(super) fn of(kind: EntityKind, name: &str) -> Self {
        let digest = DigestBuilder::new(kind.name()).field(fold(name).as_bytes()).finish();
        let begin = digest.as_bytes().first_chunk().copied().unwrap_or_default();
        Self(u64::from_le_bytes(begin))
    }
}

/// What became known of a story last.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Newest {
    at: i64,
    /// Where no clock is told: the day, the month or the year.
    day: Option<String>,
    outlet: String,
    /// Whether it was a revision.
    again: bool,
}

/// An outlet in a story.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Carrier {
    pub(super) name: String,
    pub(super) domain: Option<String>,
    pub(super) languages: Vec<String>,
    /// Where its name was read, by the contract's words.
    pub(super) named_from: Vec<String>,
    pub(super) articles: usize,
    pub(super) copies: usize,
    pub(super) first: usize,
    pub(super) alone: usize,
    pub(super) corrected: usize,
}

impl Entry {
    pub(super) fn of(
        made_of: Digest,
        kept: &KeptStory,
        reader: &Reader<'_>,
    ) -> Result<Self, ArchiveError> {
        let mut entry = Self::told(made_of, &kept.articles, &kept.told);
        let known =
            kept.articles.iter().filter_map(|read| Some((since_when(&read.article)?, read)));
        let newest = known.max_by_key(|((at, _), read)| (*at, read.article.id));
        if let Some(((at, day), read)) = newest {
            let again = reader.places_of(read.article.id)?.len() > 1;
            let outlet = outlet(read).to_owned();
            entry.latest = Some(Newest { at: at.as_second(), day, outlet, again });
        }
        Ok(entry)
    }

    fn told(made_of: Digest, articles: &[ReadArticle], told: &parallax_model::ToldStory) -> Self {
        let comparison = &told.comparison;
        let central = articles.get(comparison.headline);
        let with = |status| comparison.claims.iter().filter(|claim| claim.status == status).count();
        let languages: BTreeSet<&str> =
            articles.iter().map(|read| read.article.language.as_str()).collect();
        let mut times: Vec<i64> = articles
            .iter()
            .filter_map(|read| read.article.published_at())
            .map(Timestamp::as_second)
            .collect();
        times.sort_unstable();
        let mut members: Vec<ArticleId> = articles.iter().map(|read| read.article.id).collect();
        members.sort_unstable();
        let conflict = |nature: Nature| nature == Nature::Conflict;
        Self {
            id: told.story.id,
            made_of,
            headline: central
                .map(|read| read.article.headline_words())
                .unwrap_or_default()
                .to_owned(),
            language: central.map(|read| read.article.language.clone()).unwrap_or_default(),
            outlet: central.map(outlet).unwrap_or_default().to_owned(),
            topic: comparison.topic,
            languages: languages.into_iter().map(str::to_owned).collect(),
            articles: articles.len(),
            origins: told.story.origins.len(),
            agreed: with(ClaimStatus::Agreed),
            differing: comparison.differences.len(),
            conflicts: comparison.differences.iter().filter(|one| conflict(one.nature)).count(),
            single: with(ClaimStatus::Single),
            times,
            latest: None,
            carriers: carriers(articles, told),
            named: named(&comparison.entities),
            names: comparison
                .entities
                .iter()
                .filter(|entity| is_listed(entity.kind))
                .take(NAMES)
                .map(|entity| (entity.kind, one_line(&entity.name)))
                .collect(),
            members,
        }
    }

    /// When its last article was published.
    pub(super) fn last(&self) -> Option<i64> {
        self.times.last().copied()
    }

    /// When something of it became known last.
    pub(super) fn known(&self) -> Option<Known> {
        let newest = self.latest.as_ref()?;
        Some(Known { at: Timestamp::from_second(newest.at).ok()?, day: newest.day.clone() })
    }

    /// The same, as pages show it.
    pub(super) fn glance(&self, starred: bool) -> Glance {
        let latest = self.known().zip(self.latest.as_ref()).map(|(at, newest)| {
            let what = if newest.again { LatestKind::Revision } else { LatestKind::Article };
            Latest { at, outlet: newest.outlet.clone(), what }
        });
        Glance {
            id: self.id,
            headline: self.headline.clone(),
            language: self.language.clone(),
            outlet: self.outlet.clone(),
            topic: self.topic,
            languages: self.languages.clone(),
            articles: self.articles,
            outlets: self.carriers.len(),
            origins: self.origins,
            agreed: self.agreed,
            differing: self.differing,
            conflicts: self.conflicts,
            single: self.single,
            times: self.times.clone(),
            latest,
            starred,
        }
    }

    /// Whether it names someone or something so.
    pub(super) fn names(&self, key: NameKey) -> bool {
        self.named.binary_search(&key).is_ok()
    }
}

fn named(entities: &[StoryEntity]) -> Vec<NameKey> {
    let listed = entities.iter().filter(|entity| is_listed(entity.kind));
    let mut named: Vec<NameKey> =
        listed.map(|entity| NameKey::of(entity.kind, &entity.name)).collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// A name as names are compared.
pub(super) fn fold(name: &str) -> String {
    one_line(name).to_lowercase()
}

/// Whether a name, written in one line, is that which was folded. Asked of every name of every
/// story, so nothing is copied for it.
pub(super) fn is_same(name: &str, folded: &str) -> bool {
    name.chars().flat_map(char::to_lowercase).eq(folded.chars())
}

fn one_line(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

const fn is_listed(kind: EntityKind) -> bool {
    matches!(kind, EntityKind::Person | EntityKind::Organization | EntityKind::Place)
}

fn outlet(read: &ReadArticle) -> &str {
    read.article.outlet.shown().unwrap_or_default()
}

fn carriers(articles: &[ReadArticle], told: &parallax_model::ToldStory) -> Vec<Carrier> {
    let mut carriers: Vec<Carrier> = Vec::new();
    let mut of: Vec<usize> = Vec::with_capacity(articles.len());
    for read in articles {
        let name = one_line(outlet(read));
        let folded = fold(&name);
        let at = carriers.iter().position(|carrier| is_same(&carrier.name, &folded));
        let at = at.unwrap_or_else(|| {
            carriers.push(Carrier { name, ..Carrier::default() });
            carriers.len() - 1
        });
        of.push(at);
        let Some(carrier) = carriers.get_mut(at) else { continue };
        carrier.articles += 1;
        carrier.copies += usize::from(read.copy_of.is_some());
        carrier.domain = carrier.domain.take().or_else(|| read.article.outlet.domain.clone());
        carrier.named_from.push(read.article.outlet.from.name().to_owned());
        if !carrier.languages.contains(&read.article.language) {
            carrier.languages.push(read.article.language.clone());
        }
    }
    let mut count = |article: usize, what: fn(&mut Carrier) -> &mut usize| {
        if let Some(carrier) = of.get(article).and_then(|&at| carriers.get_mut(at)) {
            *what(carrier) += 1;
        }
    };
    let several = told.story.origins.len() > 1;
    for claim in &told.comparison.claims {
        if let Some(first) = claim.first.as_ref().filter(|_| claim.origins > 1) {
            count(first.article, |carrier| &mut carrier.first);
        }
        if several && claim.origins == 1 {
            let outlets: BTreeSet<usize> =
                claim.statements.iter().map(|words| words.article).collect();
            outlets.into_iter().take(1).for_each(|at| count(at, |carrier| &mut carrier.alone));
        }
    }
    for correction in &told.comparison.corrections {
        count(correction.article, |carrier| &mut carrier.corrected);
    }
    carriers
}
