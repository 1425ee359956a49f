//! What we publish: everything read, as of one set of captures.

use crate::{Annotations, Article, Comparison, Credit, Fold, Link, Note, Story, StoryId, Why};

/// A complete published state: articles, stories, and what could not be read.
///
/// Made from captures alone, so two people who hold the same captures can make
/// the same edition and compare its bytes.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Edition {
    /// Articles by published, then id.
    pub articles: Vec<ReadArticle>,
    /// Stories, oldest first, then by id.
    pub stories: Vec<ToldStory>,
    /// Stories that are not told here and are linked to those that are: what points to a story
    /// counts them after [`stories`](Self::stories).
    pub elsewhere: Vec<Elsewhere>,
    /// Which stories follow earlier ones, by the later.
    pub links: Vec<Link>,
    /// What could not be read.
    pub unread: Vec<Unread>,
}

/// An article with what analysis knows of it.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadArticle {
    /// The article.
    pub article: Article,
    /// Its annotations.
    pub annotations: Annotations,
    /// Index of the article whose wire copy it is.
    pub copy_of: Option<usize>,
    /// Why it is taken for a copy, where it is.
    pub fold: Option<Fold>,
    /// What put it beside the others of its story; none where it stands alone.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub why: Option<Why>,
    /// The agency it is credited to.
    pub credit: Option<Credit>,
    /// What was odd about it.
    pub notes: Vec<Note>,
}

/// A story with the comparison of its accounts.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ToldStory {
    /// The story.
    pub story: Story,
    /// What its accounts say.
    pub comparison: Comparison,
}

/// A story that is told elsewhere.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Elsewhere {
    /// Its name.
    pub id: StoryId,
    /// The headline of its most central article.
    pub headline: String,
}

impl Edition {
    /// The name of the story numbered `story`, told here or elsewhere.
    pub fn story_id(&self, story: usize) -> Option<StoryId> {
        let told = self.stories.get(story).map(|told| told.story.id);
        told.or_else(|| Some(self.elsewhere(story)?.id))
    }

    /// The headline of the story numbered `story`, told here or elsewhere.
    pub fn story_headline(&self, story: usize) -> Option<&str> {
        match self.stories.get(story) {
            Some(told) => {
                Some(self.articles.get(told.comparison.headline)?.article.headline_words())
            }
            None => Some(&self.elsewhere(story)?.headline),
        }
    }

    fn elsewhere(&self, story: usize) -> Option<&Elsewhere> {
        self.elsewhere.get(story.checked_sub(self.stories.len())?)
    }
}

/// A capture that could not be read.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The path, as given, with the place in it where that is known.
    pub path: String,
    /// Why, for a person to read.
    pub reason: String,
}
