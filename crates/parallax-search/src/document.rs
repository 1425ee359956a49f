//! What is known of an article when it is put into the index.

use jiff::Timestamp;
use parallax_model::{
    Annotations, Article, ArticleId, Comparison, DifferenceKind, EntityKind, MediaTopic, Story,
    StoryId,
};
use std::collections::BTreeSet;

/// An article with what its story says of it.
#[derive(Clone, Debug)]
pub struct Document<'a> {
    /// The article.
    pub article: &'a Article,
    /// What was found in it.
    pub annotations: &'a Annotations,
    /// Its story.
    pub story: StoryId,
    /// How many independent tellings the story has.
    pub origins: u64,
    /// The story's topic.
    pub topic: Option<MediaTopic>,
    /// In what the story's accounts differ.
    pub differs: BTreeSet<DifferenceKind>,
}

impl<'a> Document<'a> {
    /// An article of a story.
    pub fn new(
        article: &'a Article,
        annotations: &'a Annotations,
        story: &Story,
        comparison: &Comparison,
    ) -> Self {
        Self {
            article,
            annotations,
            story: story.id,
            origins: u64::try_from(story.origins.len()).unwrap_or(u64::MAX),
            topic: comparison.topic,
            differs: comparison.differences.iter().map(|difference| difference.kind).collect(),
        }
    }

    pub(crate) fn id(&self) -> ArticleId {
        self.article.id
    }

    /// The outlet, as it is shown.
    pub(crate) fn outlet(&self) -> &'a str {
        self.article.outlet.shown().unwrap_or_default()
    }

    /// The earliest moment at which it can have been published, in seconds since 1970.
    pub(crate) fn published(&self) -> Option<i64> {
        self.article.published_at().map(Timestamp::as_second)
    }

    /// The names of those who are quoted, each with a line break after it.
    pub(crate) fn speakers(&self) -> String {
        let quotations = self.annotations.quotations.iter();
        let names: BTreeSet<&str> =
            quotations.filter_map(|quotation| quotation.speaker_name.as_deref()).collect();
        listed(names)
    }

    /// What is quoted, each with a line break after it.
    pub(crate) fn quoted(&self) -> String {
        let quotations = self.annotations.quotations.iter();
        listed(quotations.map(|quotation| self.article.words(quotation.span)))
    }

    /// The names of entities of a kind, in all their forms, each with a line break after it.
    pub(crate) fn names(&self, kind: EntityKind) -> String {
        let of_kind = self.annotations.entities.iter().filter(|entity| entity.kind == kind);
        listed(of_kind.map(|entity| entity.name.as_str()).collect::<BTreeSet<_>>())
    }
}

fn listed<'a>(parts: impl IntoIterator<Item = &'a str>) -> String {
    parts.into_iter().fold(String::new(), |mut all, part| {
        all.push_str(part);
        all.push('\n');
        all
    })
}
