//! Articles about one event.

use crate::{Article, ArticleId, DigestBuilder, StoryId};

/// A set of articles, from any outlets, about the same event.
///
/// Named after the article that founded it, so that its address survives every
/// later member.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Story {
    /// The story's name.
    pub id: StoryId,
    /// Names of stories merged into this one.
    pub aliases: Vec<StoryId>,
    /// Indices of the members in the edition's list of articles, oldest first; never empty.
    pub articles: Vec<usize>,
    /// Independent tellings, in the order of their oldest article.
    pub origins: Vec<Origin>,
}

impl Story {
    /// The name of a story founded by `founder`.
    pub fn name(founder: ArticleId) -> StoryId {
        DigestBuilder::new("story").field(founder.as_bytes()).finish().into()
    }

    /// The origin that holds the article at `index` of the edition's list.
    pub fn origin_of(&self, index: usize) -> Option<usize> {
        self.origins.iter().position(|origin| origin.articles.contains(&index))
    }
}

/// An independent telling: an outlet with all its articles, joined with every
/// outlet whose article is a copy of its text; an agency with all who print it.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Origin {
    /// The outlet or agency whose telling it is.
    pub name: String,
    /// Whether it is an agency's copy.
    pub agency: bool,
    /// By what it is named so.
    pub named_by: NamedBy,
    /// The outlets that carry it, in order of first article.
    pub outlets: Vec<String>,
    /// Indices of its articles in the edition's list, oldest first.
    pub articles: Vec<usize>,
}

/// By what an origin is named.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NamedBy {
    /// It is the only outlet.
    Only,
    /// Of several outlets that have the text it had it first.
    First,
    /// Others print what stands on this agency's own page.
    OwnPage,
    /// An article credits this agency.
    Credit,
}

impl NamedBy {
    /// The contract's words.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Only => "only",
            Self::First => "first",
            Self::OwnPage => "own page",
            Self::Credit => "credit",
        }
    }
}

/// How a list of articles falls into stories.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grouping {
    /// The stories, oldest first, then by id. Every article is in exactly one.
    pub stories: Vec<Story>,
    /// For each article, the index of the article whose copy it is.
    pub copy_of: Vec<Option<usize>>,
    /// For each article, what put it beside the others of its story; empty for one that stands alone.
    pub why: Vec<Why>,
}

impl Grouping {
    /// All `articles` as one story, each of an origin of its own: for comparing accounts that are known to be of
    /// one event. `None` without articles.
    pub fn of_one(articles: &[Article]) -> Option<(Story, Self)> {
        let founder = articles.first()?.id;
        let origins = (0..articles.len()).map(|at| Origin {
            name: format!("Outlet {at}"),
            agency: false,
            named_by: NamedBy::Only,
            outlets: vec![format!("Outlet {at}")],
            articles: vec![at],
        });
        let story = Story {
            id: Story::name(founder),
            aliases: Vec::new(),
            articles: (0..articles.len()).collect(),
            origins: origins.collect(),
        };
        let copy_of = vec![None; articles.len()];
        Some((story.clone(), Self { stories: vec![story], copy_of, why: Vec::new() }))
    }
}

/// What put an article into its story: what it and the others of the story have in common.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Why {
    /// How likely it is one event with the others, in thousandths.
    pub chance: u32,
    /// What was compared, by name, in thousandths: the likeness of `words`, of `names`, …
    pub traits: Vec<(&'static str, i32)>,
    /// Names and numbers it shares with others of the story, as it writes them, the most telling first.
    pub shared: Vec<String>,
}

impl Why {
    /// Whether nothing put it there: it stands alone.
    pub fn is_empty(&self) -> bool {
        self.chance == 0 && self.traits.is_empty() && self.shared.is_empty()
    }
}
