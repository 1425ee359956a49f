//! Entities of several articles that are one.

use crate::lists::{self, Words};
use parallax_language::{fold, names, words};
use parallax_model::{Annotations, Article, Entity, EntityKind, Story, StoryEntity};
use std::collections::{BTreeMap, BTreeSet};

/// Entities a word of a name leads to at most.
const LEADS_TO: usize = 64;

/// Merges the entities of the story's articles, most widely named first.
///
/// A name that could be two people's in the story, a bare surname, joins the
/// one that most articles name.
pub(crate) fn merge(
    story: &Story,
    articles: &[Article],
    annotations: &[Annotations],
) -> Vec<StoryEntity> {
    let mut named: Vec<Named<'_>> = Vec::new();
    let mut numbers: BTreeMap<(&str, EntityKind), usize> = BTreeMap::new();
    for &article in story.articles.iter().filter(|&&article| article < articles.len()) {
        let entities = annotations.get(article).map_or(&[][..], |notes| &notes.entities);
        let all = entities.iter().enumerate();
        named.extend(all.map(|(at, entity)| {
            let next = numbers.len();
            let number = *numbers.entry((&entity.name, entity.kind)).or_insert(next);
            Named::new(article, at, entity, number)
        }));
    }
    // Fuller names first, so that shorter forms find them.
    named.sort_by_key(|one| (std::cmp::Reverse(one.words.len()), one.article, one.at));
    let mut groups: Vec<Group<'_>> = Vec::new();
    let mut by_word: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for one in named {
        let near: BTreeSet<usize> =
            one.keys.iter().filter_map(|key| by_word.get(key)).flatten().copied().collect();
        let mut fitting: Vec<usize> = near.into_iter().collect();
        fitting.retain(|&group| groups[group].fits(&one));
        let best = fitting
            .into_iter()
            .max_by_key(|&group| (groups[group].members.len(), std::cmp::Reverse(group)));
        let group = best.unwrap_or_else(|| {
            groups.push(Group::default());
            groups.len() - 1
        });
        for key in &one.keys {
            let known = by_word.entry(key.clone()).or_default();
            if known.len() < LEADS_TO && !known.contains(&group) {
                known.push(group);
            }
        }
        groups[group].take_in(one);
    }
    let mut merged: Vec<StoryEntity> =
        groups.iter().filter_map(|group| whole(&group.members)).collect();
    merged.sort_by_key(|entity| (std::cmp::Reverse(breadth(entity)), entity.members.clone()));
    merged
}

/// How many articles name an entity.
fn breadth(entity: &StoryEntity) -> usize {
    let mut articles: Vec<usize> = entity.members.iter().map(|member| member.0).collect();
    articles.dedup();
    articles.len()
}

/// An entity with its name taken apart.
struct Named<'a> {
    article: usize,
    at: usize,
    entity: &'a Entity,
    /// The number of its name and kind in the story.
    number: usize,
    words: Vec<String>,
    keys: Vec<String>,
}

/// Words that carry no name: they may stand in one account and not in another.
static CARRIES_NO_NAME: Words = Words::new(|| lists::words("small"));

impl<'a> Named<'a> {
    fn new(article: usize, at: usize, entity: &'a Entity, number: usize) -> Self {
        let folded = words(&entity.name).map(|word| fold(word.of(&entity.name)));
        let words: Vec<String> =
            folded.filter(|word| !CARRIES_NO_NAME.contains(&word.as_str())).collect();
        // Every word leads to the name in whatever script, and so do its initials.
        let mut keys: Vec<String> = words.iter().map(|word| names::key(word)).collect();
        if words.len() > 1 {
            keys.push(words.iter().filter_map(|word| word.chars().next()).collect());
        } else {
            keys.extend(words.first().cloned());
        }
        // "U.S." and "US" have no word in common.
        keys.extend(names::country(&entity.name).map(str::to_owned));
        keys.sort_unstable();
        keys.dedup();
        Self { article, at, entity, number, words, keys }
    }
}

/// Entities that are one.
#[derive(Default)]
struct Group<'a> {
    members: Vec<Named<'a>>,
    articles: BTreeSet<usize>,
    /// The first member of each name and kind, in the order in which they came.
    first: Vec<usize>,
    /// For each name and kind that was held against those, by number, to how many of them it is the
    /// same; none where it is not. The accounts of a story call its people by few names.
    held: BTreeMap<usize, Option<usize>>,
}

impl<'a> Group<'a> {
    /// Whether `one` is who or what they are; two entities of one article are two.
    fn fits(&mut self, one: &Named<'_>) -> bool {
        if self.articles.contains(&one.article) {
            return false;
        }
        let same_to = self.held.entry(one.number).or_insert(Some(0));
        while let Some(at) = *same_to {
            let next = self.first.get(at).and_then(|&first| self.members.get(first));
            let Some(known) = next else { return true };
            *same_to = same(known, one).then_some(at + 1);
        }
        false
    }

    fn take_in(&mut self, one: Named<'a>) {
        self.articles.insert(one.article);
        if !self.first.iter().any(|&first| self.members[first].number == one.number) {
            self.first.push(self.members.len());
        }
        self.members.push(one);
    }
}

fn same(a: &Named<'_>, b: &Named<'_>) -> bool {
    if a.words.is_empty() || b.words.is_empty() {
        return false;
    }
    let kinds_fit = kinds_fit(a.entity.kind, b.entity.kind);
    if a.words == b.words && (kinds_fit || is_one_in_a_story(a, b)) {
        return true;
    }
    if !kinds_fit {
        return false;
    }
    let (ours, theirs) = (&a.entity.name, &b.entity.name);
    if let (Some(one), Some(other)) = (names::country(ours), names::country(theirs)) {
        return one == other;
    }
    let person = a.entity.kind == EntityKind::Person || b.entity.kind == EntityKind::Person;
    if !person && is_one_of_a_country(ours, theirs) {
        return true;
    }
    // A body is not each body whose name holds its name: "Bank" is not every bank.
    let whole = a.words.len() == b.words.len();
    let acronym = || names::is_acronym_of(ours, theirs) || names::is_acronym_of(theirs, ours);
    if person || whole { names::same_name(ours, theirs) } else { acronym() }
}

/// Whether two names are one but for how they say whose it is: `Norwegian Coast Guard`,
/// `Norway’s coast guard`.
fn is_one_of_a_country(one: &str, other: &str) -> bool {
    let parted = |name: &str| {
        let mut parts = words(name).map(|word| names::bare(word.of(name)));
        let first = words(name).next()?;
        let word = first.of(name);
        let land = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
        let country = names::country_of_demonym(land).or_else(|| names::country(land))?;
        parts.next();
        let rest: Vec<String> = parts.collect();
        (!rest.is_empty()).then_some((country, rest))
    };
    parted(one).is_some_and(|one| parted(other) == Some(one))
}

/// Whether the same name is one thing though two accounts were read to mean two sorts: in one
/// story a hospital is not a body here and a place there, nor a lone word a town and a person.
fn is_one_in_a_story(a: &Named<'_>, b: &Named<'_>) -> bool {
    let person = a.entity.kind == EntityKind::Person || b.entity.kind == EntityKind::Person;
    !person || a.words.len() == 1
}

fn kinds_fit(a: EntityKind, b: EntityKind) -> bool {
    a == b || a == EntityKind::Other || b == EntityKind::Other
}

fn whole(group: &[Named<'_>]) -> Option<StoryEntity> {
    let shouted = |name: &str| !name.chars().any(char::is_lowercase);
    let fullest = group.iter().max_by_key(|one| {
        let name = &one.entity.name;
        // A dateline's PRAGUE is Prague wherever else it stands.
        let plain = !shouted(name) || name.chars().count() <= 4;
        (one.words.len(), plain, std::cmp::Reverse(one.article))
    })?;
    let name = fullest.entity.name.clone();
    let counted = group.iter().filter(|one| one.entity.kind != EntityKind::Other);
    let mut kinds: BTreeMap<EntityKind, usize> = BTreeMap::new();
    for one in counted {
        *kinds.entry(one.entity.kind).or_default() += 1;
    }
    // Of a lone word the sort that is seldom guessed: a person would have a second name somewhere.
    let guessed = |kind| kind == EntityKind::Person && fullest.words.len() == 1;
    let kind = kinds
        .into_iter()
        .max_by_key(|&(kind, count)| (count, !guessed(kind), std::cmp::Reverse(kind)));
    let mut members: Vec<(usize, usize)> = group.iter().map(|one| (one.article, one.at)).collect();
    members.sort_unstable();
    Some(StoryEntity { name, kind: kind.map_or(EntityKind::Other, |(kind, _)| kind), members })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(a: (&str, EntityKind), b: (&str, EntityKind), one: bool) {
        let entity = |(name, kind): (&str, EntityKind)| Entity {
            name: name.to_owned(),
            kind,
            mentions: Vec::new(),
        };
        let (ours, theirs) = (entity(a), entity(b));
        let mut group = Group::default();
        group.take_in(Named::new(0, 0, &ours, 0));
        let met = group.fits(&Named::new(1, 0, &theirs, 1));
        assert_eq!(met, one, "{} / {}", a.0, b.0);
    }

    #[test]
    fn a_surname_is_its_bearer() {
        check(("Marta Oslow", EntityKind::Person), ("Oslow", EntityKind::Person), true);
        check(("Marta Oslow", EntityKind::Person), ("Pavel Oslow", EntityKind::Person), false);
    }

    #[test]
    fn one_name_is_one_thing_in_a_story() {
        let (place, body) = (EntityKind::Place, EntityKind::Organization);
        check(("Oslow hospital", place), ("Oslow hospital", body), true);
        check(("Varland", place), ("Varland", EntityKind::Person), true);
        check(("Marta Oslow", EntityKind::Person), ("Marta Oslow", body), false);
    }

    #[test]
    fn a_body_is_its_acronym_and_not_each_body_of_a_sort() {
        let body = EntityKind::Organization;
        check(("National Rescue Service", body), ("NRS", body), true);
        check(("National Bank", body), ("Bank", body), false);
        check(("Norwegian Coast Guard", body), ("Norway’s coast guard", body), true);
        check(("Norwegian Coast Guard", body), ("Danish Coast Guard", body), false);
    }
}
