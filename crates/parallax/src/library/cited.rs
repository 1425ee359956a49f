//! What a story cites of its articles.

use parallax_archive::Telling;
use parallax_model::ArticleId;
use parallax_site::library::Citing;
use std::collections::BTreeMap;

/// What the claims of a story cite, by article, and which articles are copies of which: all that
/// the page of an article needs of a story.
#[derive(Debug, Default)]
pub(super) struct Cited(BTreeMap<ArticleId, OfArticle>);

/// What a story cites of an article.
#[derive(Debug, Default)]
pub(super) struct OfArticle {
    /// In the order of its text.
    pub(super) cited: Vec<Citing>,
    /// The article whose copy it is.
    pub(super) copied: Option<ArticleId>,
}

impl Cited {
    pub(super) fn of(telling: &Telling) -> Self {
        let articles = &telling.articles;
        let cited = Citing::of(&telling.told.comparison, articles.len());
        let copied =
            telling.copies.iter().map(|(of, _)| of.and_then(|at| articles.get(at).copied()));
        let each = cited.into_iter().zip(copied);
        let each = each.map(|(cited, copied)| OfArticle { cited, copied });
        Self(articles.iter().copied().zip(each).collect())
    }

    pub(super) fn of_article(&self, article: ArticleId) -> Option<&OfArticle> {
        self.0.get(&article)
    }

    /// How many articles and citations there are.
    pub(super) fn len(&self) -> usize {
        self.0.values().map(|of| 1 + of.cited.len()).sum()
    }
}
