//! A store in memory: every method spelled out by the least it can be.

use crate::{
    decisions::{Decision, Taken},
    error::Result,
    packed::Packed,
    place::Place,
    rows::{ArticleRow, Batch, Counts, NewArticle, StoryRow, Told},
    store::{Kept, Store, Take, Tell, UNSWEPT, View, of_article, of_story},
    tombstone::Tombstone,
};
use jiff::Timestamp;
use parallax_model::{ArticleId, CaptureId, Digest, DigestBuilder, StoryId};
use std::{
    cmp::Reverse,
    collections::{BTreeMap, BTreeSet},
    path::Path,
};

#[derive(Clone, Debug, Default)]
pub(super) struct Memory {
    facts: BTreeMap<String, String>,
    places: BTreeMap<u64, Place>,
    decisions: Vec<Taken>,
    readings: BTreeMap<u64, Result<ArticleId, String>>,
    articles: BTreeMap<Digest, NewArticle>,
    stories: BTreeMap<Digest, Told>,
    aliases: BTreeMap<StoryId, StoryId>,
    tombstones: BTreeMap<u64, Tombstone>,
    bonds: BTreeMap<ArticleId, StoryId>,
    vacant: BTreeMap<usize, ArticleId>,
}

impl Memory {
    fn by_number(&self) -> Vec<&NewArticle> {
        let mut articles: Vec<_> = self.articles.values().collect();
        articles.sort_by_key(|article| article.row.number);
        articles
    }

    fn name_heirs(&mut self) {
        let read = |stone: &Tombstone| {
            let mut read = self.readings.iter();
            let held = |number: &u64| !self.tombstones.contains_key(number);
            read.find(|(number, of)| held(number) && of.as_ref().ok() == stone.article.as_ref())
        };
        let heirs: Vec<Option<u64>> =
            self.tombstones.values().map(|stone| read(stone).map(|(number, _)| *number)).collect();
        for (stone, heir) in self.tombstones.values_mut().zip(heirs) {
            stone.heir = heir.filter(|_| stone.article.is_some());
        }
    }

    fn packed(&self, what: Kept) -> Vec<(Digest, &Packed)> {
        match what {
            Kept::Article => self.articles.iter().map(|(id, new)| (*id, &new.record)).collect(),
            Kept::Story => self.stories.iter().map(|(id, told)| (*id, &told.telling)).collect(),
        }
    }
}

impl View for Memory {
    fn fact(&self, name: &str) -> Result<Option<String>> {
        Ok(self.facts.get(name).cloned())
    }

    fn counts(&self) -> Result<Counts> {
        let told: BTreeSet<_> = self.stories.values().flat_map(|told| &told.members).collect();
        let waiting = self.articles.values().filter(|new| !told.contains(&new.row.id));
        let count = |number: usize| u64::try_from(number).unwrap();
        Ok(Counts {
            captures: count(self.places.len()),
            forgotten: count(self.tombstones.len()),
            refused: count(self.readings.values().filter(|reading| reading.is_err()).count()),
            articles: count(self.articles.len()),
            waiting: count(waiting.count()),
            stories: count(self.stories.len()),
        })
    }

    fn holds(&self, id: CaptureId) -> Result<bool> {
        Ok(self.places.values().any(|place| place.id == id))
    }

    fn places(&self) -> Result<Vec<Place>> {
        Ok(self.places.values().cloned().collect())
    }

    fn newest_place(&self) -> Result<Option<Place>> {
        let stones = self.tombstones.values().map(|stone| &stone.place);
        Ok(self.places.values().chain(stones).max_by_key(|place| place.number).cloned())
    }

    fn captures_of(&self, story: StoryId) -> Result<Vec<CaptureId>> {
        let told = self.stories.get(&of_story(story));
        let members = told.map(|told| told.members.as_slice()).unwrap_or_default();
        let of = |(number, reading): (&u64, &Result<ArticleId, String>)| {
            reading.as_ref().is_ok_and(|id| members.contains(id)).then(|| self.places[number].id)
        };
        Ok(self.readings.iter().filter_map(of).collect())
    }

    fn articles(&self) -> Result<Vec<ArticleRow>> {
        Ok(self.by_number().into_iter().map(|article| article.row.clone()).collect())
    }

    fn traces(&self, from: usize, take: Take<'_>) -> Result<()> {
        let held =
            self.articles.values().map(|new| (new.row.number, new.row.id, new.traces.clone()));
        let vacant =
            self.vacant.iter().map(|(number, id)| (*number, *id, Packed::kept(Vec::new())));
        let mut all: Vec<_> = held.chain(vacant).filter(|one| one.0 >= from).collect();
        all.sort_by_key(|one| one.0);
        all.into_iter().try_for_each(|(_, id, traces)| take(of_article(id), traces))
    }

    fn trace(&self, number: usize) -> Result<Option<Packed>> {
        let held = self.articles.values().find(|new| new.row.number == number);
        Ok(held.map(|new| new.traces.clone()))
    }

    fn seen(&self, before: usize) -> Result<String> {
        let mut seen = DigestBuilder::new("seen");
        for article in self.by_number().iter().filter(|article| article.row.number < before) {
            seen = seen.field(of_article(article.row.id).as_bytes()).field(article.traces.bytes());
        }
        for (number, id) in self.vacant.range(..before) {
            seen = seen.field(&number.to_le_bytes()).field(of_article(*id).as_bytes());
        }
        for (article, story) in &self.bonds {
            seen = seen.field(of_article(*article).as_bytes()).field(of_story(*story).as_bytes());
        }
        Ok(seen.finish().to_string())
    }

    fn stories(&self, skip: usize, most: usize) -> Result<Vec<StoryRow>> {
        let mut rows: Vec<_> = self.stories.values().map(|told| told.row.clone()).collect();
        rows.sort_by_key(|row| (Reverse(row.last), row.id));
        Ok(rows.into_iter().skip(skip).take(most).collect())
    }

    fn made_of(&self) -> Result<Vec<(StoryId, Digest)>> {
        Ok(self.stories.values().map(|told| (told.row.id, told.made_of)).collect())
    }

    fn state(&self) -> Result<String> {
        let each = |state: DigestBuilder, told: &Told| state.field(told.made_of.as_bytes());
        let state = self.stories.values().fold(DigestBuilder::new("stories"), each);
        Ok(state.finish().to_string())
    }

    fn story(&self, id: StoryId) -> Result<Option<StoryRow>> {
        Ok(self.stories.get(&of_story(id)).map(|told| told.row.clone()))
    }

    fn aliases(&self) -> Result<Vec<(StoryId, StoryId)>> {
        Ok(self.aliases.iter().map(|(old, story)| (*old, *story)).collect())
    }

    fn kept(&self, what: Kept, id: Digest) -> Result<Option<Packed>> {
        let mut kept = self.packed(what).into_iter();
        Ok(kept.find(|(held, _)| *held == id).map(|(_, packed)| packed.clone()))
    }

    fn each(&self, what: Kept, take: Take<'_>) -> Result<()> {
        self.packed(what).into_iter().try_for_each(|(id, packed)| take(id, packed.clone()))
    }

    fn named(&self, what: Kept, low: Digest, high: Digest) -> Result<Vec<Digest>> {
        let ids = self.packed(what).into_iter().map(|(id, _)| id);
        Ok(ids.filter(|id| (low..=high).contains(id)).collect())
    }

    fn decisions(&self) -> Result<Vec<Taken>> {
        Ok(self.decisions.clone())
    }

    fn tombstones(&self) -> Result<Vec<Tombstone>> {
        Ok(self.tombstones.values().cloned().collect())
    }

    fn tombstone_of(&self, payload: Digest) -> Result<Option<Tombstone>> {
        let of = |stone: &&Tombstone| stone.place.payload == payload && stone.again.is_none();
        Ok(self.tombstones.values().find(of).cloned())
    }

    fn half_forgotten(&self) -> Result<Vec<Tombstone>> {
        let held = |stone: &&Tombstone| self.places.contains_key(&stone.place.number);
        Ok(self.tombstones.values().filter(held).cloned().collect())
    }

    fn bonds(&self) -> Result<Vec<(ArticleId, StoryId)>> {
        Ok(self.bonds.iter().map(|(article, story)| (*article, *story)).collect())
    }

    fn vacancies(&self) -> Result<Vec<(usize, ArticleId)>> {
        Ok(self.vacant.iter().map(|(number, article)| (*number, *article)).collect())
    }

    fn places_of(&self, article: ArticleId) -> Result<Vec<Place>> {
        let of = self.readings.iter().filter(|(_, read)| read.as_ref() == Ok(&article));
        Ok(of.map(|(number, _)| self.places[number].clone()).collect())
    }

    fn readings(&self) -> Result<Vec<(u64, Option<ArticleId>)>> {
        let readings = self.readings.iter();
        Ok(readings.map(|(number, read)| (*number, read.as_ref().ok().copied())).collect())
    }

    fn members(&self) -> Result<Vec<(ArticleId, StoryId)>> {
        let stories = self.stories.values();
        let mut members: Vec<_> = stories
            .flat_map(|told| told.members.iter().map(|member| (*member, told.row.id)))
            .collect();
        members.sort_unstable();
        Ok(members)
    }

    fn published(&self) -> Result<Vec<(ArticleId, Option<i64>)>> {
        Ok(self.articles.values().map(|new| (new.row.id, new.published)).collect())
    }

    fn damages(&self) -> Vec<String> {
        Vec::new()
    }

    fn copy(&self, _: &Path) -> Result<()> {
        unimplemented!("a store in memory has no file")
    }
}

impl Store for Memory {
    fn view(&self) -> &dyn View {
        self
    }

    fn set_fact(&mut self, name: &str, value: &str) -> Result<()> {
        self.facts.insert(name.to_owned(), value.to_owned());
        Ok(())
    }

    fn keep(&mut self, batch: &Batch) -> Result<()> {
        for (place, reading) in batch.places.iter().zip(&batch.readings) {
            self.places.entry(place.number).or_insert_with(|| place.clone());
            self.readings.insert(place.number, reading.clone());
        }
        for new in &batch.articles {
            let mut new = new.clone();
            if let Some(held) = self.articles.get(&of_article(new.row.id)) {
                new.row.number = held.row.number;
                new.row.copy_of = held.row.copy_of;
                new.traces = held.traces.clone();
            }
            self.vacant.retain(|_, article| *article != new.row.id);
            self.articles.insert(of_article(new.row.id), new);
        }
        self.vacant.extend(batch.vacant.iter().copied());
        for place in &batch.places {
            let stones = self.tombstones.values_mut();
            for stone in stones.filter(|stone| stone.place.payload == place.payload) {
                stone.again = stone.again.or(Some(place.number));
            }
        }
        self.name_heirs();
        Ok(())
    }

    fn tell(
        &mut self,
        tell: Tell<'_>,
        gone: &[StoryId],
        aliases: &[(StoryId, StoryId)],
    ) -> Result<()> {
        let mut after = self.clone();
        for id in gone {
            after.stories.remove(&of_story(*id));
        }
        loop {
            let told = tell(self)?;
            if told.is_empty() {
                break;
            }
            for one in told {
                for other in after.stories.values_mut() {
                    other.members.retain(|member| !one.members.contains(member));
                }
                after.stories.insert(of_story(one.row.id), one);
            }
        }
        after.aliases = aliases.iter().copied().collect();
        *self = after;
        Ok(())
    }

    fn decide(&mut self, decision: &Decision, who: &str, at: Timestamp) -> Result<Option<u64>> {
        let number = u64::try_from(self.decisions.len()).unwrap() + 1;
        if let Decision::Undo(of) = decision {
            let stands = |taken: &&mut Taken| taken.number == *of && taken.undone.is_none();
            let Some(taken) = self.decisions.iter_mut().find(stands) else { return Ok(None) };
            taken.undone = Some(number);
        }
        let (who, decision) = (who.to_owned(), decision.clone());
        self.decisions.push(Taken { number, at, who, decision, undone: None });
        Ok(Some(number))
    }

    fn intend(&mut self, stones: &[Tombstone], bonds: &[(ArticleId, StoryId)]) -> Result<()> {
        self.tombstones.extend(stones.iter().map(|stone| (stone.place.number, stone.clone())));
        self.bonds.extend(bonds.iter().copied());
        self.facts.insert(UNSWEPT.to_owned(), "yes".to_owned());
        self.name_heirs();
        Ok(())
    }

    fn remove(&mut self, stones: &[Tombstone]) -> Result<()> {
        for stone in stones {
            self.places.remove(&stone.place.number);
            self.readings.remove(&stone.place.number);
            let Some(article) = stone.article else { continue };
            self.stories.retain(|_, told| !told.members.contains(&article));
            let gone = self.articles.remove(&of_article(article));
            self.vacant.extend(gone.map(|new| (new.row.number, article)));
        }
        Ok(())
    }

    fn sweep(&mut self) -> Result<bool> {
        self.facts.remove(UNSWEPT);
        Ok(true)
    }

    fn set_copies(&mut self, copies: &[(ArticleId, Option<ArticleId>)]) -> Result<()> {
        for (article, of) in copies {
            self.articles.get_mut(&of_article(*article)).unwrap().row.copy_of = *of;
        }
        Ok(())
    }

    fn forget_derived(&mut self) -> Result<()> {
        self.readings.clear();
        self.articles.clear();
        self.stories.clear();
        self.aliases.clear();
        self.vacant.clear();
        Ok(())
    }
}
