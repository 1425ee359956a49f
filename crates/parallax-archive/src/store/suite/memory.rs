//! A store in memory: every method spelled out by the least it can be.

use crate::{
    decisions::{Decision, Taken},
    error::Result,
    packed::Packed,
    place::Place,
    rows::{ArticleRow, Batch, Counts, NewArticle, StoryRow, Told},
    store::{Kept, Store, Take, Tell, View, of_article, of_story},
};
use jiff::Timestamp;
use parallax_model::{ArticleId, CaptureId, Digest, StoryId};
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
}

impl Memory {
    fn by_number(&self) -> Vec<&NewArticle> {
        let mut articles: Vec<_> = self.articles.values().collect();
        articles.sort_by_key(|article| article.row.number);
        articles
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
        Ok(self.places.values().last().cloned())
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
        for article in self.by_number().into_iter().filter(|article| article.row.number >= from) {
            take(of_article(article.row.id), article.traces.clone())?;
        }
        Ok(())
    }

    fn stories(&self, skip: usize, most: usize) -> Result<Vec<StoryRow>> {
        let mut rows: Vec<_> = self.stories.values().map(|told| told.row.clone()).collect();
        rows.sort_by_key(|row| (Reverse(row.last), row.id));
        Ok(rows.into_iter().skip(skip).take(most).collect())
    }

    fn made_of(&self) -> Result<Vec<(StoryId, Digest)>> {
        Ok(self.stories.values().map(|told| (told.row.id, told.made_of)).collect())
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
            self.articles.insert(of_article(new.row.id), new);
        }
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

    fn forget_derived(&mut self) -> Result<()> {
        let (facts, places) = (self.facts.clone(), self.places.clone());
        let decisions = self.decisions.clone();
        *self = Self { facts, places, decisions, ..Self::default() };
        Ok(())
    }
}
