//! Which accounts were set beside others, and which stand alone with their language.

use super::Alone;
use crate::languages;
use parallax_model::{Edition, ToldStory};
use std::collections::BTreeSet;

/// The accounts that could be compared with each other.
#[derive(Debug)]
pub(super) struct Compared {
    /// How many origins they are.
    pub(super) origins: usize,
    /// Their language, where others are told in another.
    pub(super) language: Option<String>,
    /// Indices of the origins that were not compared.
    apart: BTreeSet<usize>,
}

impl Compared {
    /// An origin is apart if no claim joins its words with words in another language, and the
    /// headline is in another.
    pub(super) fn of(edition: &Edition, told: &ToldStory) -> Self {
        let language = |article: usize| primary(&edition.articles[article].article.language);
        let main = language(told.comparison.headline);
        let mut joined = BTreeSet::from([main]);
        for claim in &told.comparison.claims {
            let languages: BTreeSet<&str> =
                claim.statements.iter().map(|words| language(words.article)).collect();
            if languages.contains(main) {
                joined.extend(languages);
            }
        }
        let mut origins = told.story.origins.iter().enumerate();
        let is_apart = |articles: &[usize]| {
            articles.iter().all(|&article| !joined.contains(language(article)))
        };
        let apart: BTreeSet<usize> = origins
            .by_ref()
            .filter(|(_, origin)| is_apart(&origin.articles))
            .map(|(at, _)| at)
            .collect();
        let told_apart = !apart.is_empty() && joined.len() == 1;
        Self {
            origins: told.story.origins.len() - apart.len(),
            language: told_apart.then(|| languages::name(main)),
            apart,
        }
    }

    /// Says so where an account was not compared, and puts it after those that were.
    pub(super) fn set_apart(&self, edition: &Edition, told: &ToldStory, alone: &mut [Alone<'_>]) {
        for account in alone.iter_mut().filter(|account| self.apart.contains(&account.origin)) {
            let first = told.story.origins[account.origin].articles.first();
            account.apart = first.map(|&article| {
                let language = languages::name(&edition.articles[article].article.language);
                format!("in {language}, not compared with the others")
            });
        }
        alone.sort_by_key(|account| (account.apart.is_some(), account.origin));
    }
}

/// The language of a tag without script and region.
fn primary(tag: &str) -> &str {
    tag.split('-').next().unwrap_or(tag)
}
