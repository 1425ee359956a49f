//! What articles, stories and entities are called in one edition's JSON.

use parallax_model::{Edition, ToldStory};
use std::collections::BTreeMap;

/// Ids by index, made once for the edition.
#[derive(Debug)]
pub(super) struct Names {
    articles: Vec<String>,
    entities: BTreeMap<(usize, usize), String>,
}

impl Names {
    pub(super) fn of(edition: &Edition) -> Self {
        let articles = edition.articles.iter().map(|read| read.article.id.to_string()).collect();
        let mut entities = BTreeMap::new();
        for told in &edition.stories {
            for (at, entity) in told.comparison.entities.iter().enumerate() {
                for &member in &entity.members {
                    entities.insert(member, story_entity(told, at));
                }
            }
        }
        Self { articles, entities }
    }

    /// The id of the article at `index` of the edition's list.
    pub(super) fn article(&self, index: usize) -> &str {
        &self.articles[index]
    }

    pub(super) fn articles(&self, indices: &[usize]) -> Vec<&str> {
        indices.iter().map(|&index| self.article(index)).collect()
    }

    /// The story's id for an article's entity; its own where no story has it.
    pub(super) fn entity(&self, article: usize, entity: usize) -> String {
        match self.entities.get(&(article, entity)) {
            Some(id) => id.clone(),
            None => format!("{}-e{entity}", self.article(article)),
        }
    }
}

/// The id of the entity at `at` of the story's list.
pub(super) fn story_entity(told: &ToldStory, at: usize) -> String {
    format!("{}-e{at}", told.story.id)
}
