//! The revisions of an article before its newest.

use crate::pipeline;
use parallax_archive::{ArchiveError, Reader};
use parallax_extract::OutletRules;
use parallax_model::{Annotations, Article, ArticleId, ReadArticle, Story};
use std::collections::BTreeMap;

/// What was captured of articles before their newest revisions, the oldest first.
pub(crate) type Older = BTreeMap<ArticleId, Vec<ReadArticle>>;

/// All revisions of an article that an archive holds, the oldest first.
pub(crate) fn revisions(
    reader: &Reader<'_>,
    article: ArticleId,
    rules: &OutletRules,
) -> Result<Vec<ReadArticle>, ArchiveError> {
    let mut revisions = Vec::new();
    for place in reader.places_of(article)? {
        let read = pipeline::read_by(&reader.capture(&place)?, rules).ok();
        revisions.extend(read.filter(|read| read.article.id == article));
    }
    revisions.sort_by_cached_key(pipeline::revision);
    Ok(revisions)
}

/// The earlier revisions of the articles of a story that say something else, each with the
/// index of the article.
pub(crate) fn of_story(
    story: &Story,
    articles: &[Article],
    older: &Older,
) -> Vec<(usize, Article, Annotations)> {
    let mut earlier = Vec::new();
    for &at in &story.articles {
        let Some(now) = articles.get(at) else { continue };
        let before = older.get(&now.id).into_iter().flatten();
        let other = before.filter(|read| read.article.text.as_str() != now.text.as_str());
        earlier.extend(other.map(|read| (at, read.article.clone(), read.annotations.clone())));
    }
    earlier
}
