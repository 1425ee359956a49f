//! The edition resource: everything read and told.

use super::{article::ArticleBody, names::Names, story::StoryBody};
use crate::{Generator, labels};
use parallax_model::Edition;
use serde::{Serialize, Serializer};

/// Serialized a resource at a time, so that a large edition is not held twice.
#[derive(Serialize)]
pub(super) struct EditionBody<'a> {
    contract: u8,
    generator: &'a Generator,
    #[serde(serialize_with = "articles")]
    articles: Shared<'a>,
    #[serde(serialize_with = "stories")]
    stories: Shared<'a>,
    unread: Vec<UnreadBody<'a>>,
    notes: Vec<NoteBody>,
}

impl<'a> EditionBody<'a> {
    pub(super) fn new(edition: &'a Edition, names: &'a Names, generator: &'a Generator) -> Self {
        Self {
            contract: super::CONTRACT,
            generator,
            articles: Shared { edition, names },
            stories: Shared { edition, names },
            unread: UnreadBody::list(edition),
            notes: NoteBody::list(edition),
        }
    }
}

#[derive(Clone, Copy)]
struct Shared<'a> {
    edition: &'a Edition,
    names: &'a Names,
}

fn articles<S: Serializer>(shared: &Shared<'_>, to: S) -> Result<S::Ok, S::Error> {
    let Shared { edition, names } = *shared;
    let indices = 0..edition.articles.len();
    to.collect_seq(indices.map(|index| ArticleBody::within(edition, index, names)))
}

fn stories<S: Serializer>(shared: &Shared<'_>, to: S) -> Result<S::Ok, S::Error> {
    let Shared { edition, names } = *shared;
    to.collect_seq(edition.stories.iter().map(|told| StoryBody::new(edition, told, names)))
}

#[derive(Serialize)]
struct UnreadBody<'a> {
    path: &'a str,
    reason: &'a str,
}

impl<'a> UnreadBody<'a> {
    fn list(edition: &'a Edition) -> Vec<Self> {
        let unread = edition.unread.iter();
        unread.map(|capture| Self { path: &capture.path, reason: &capture.reason }).collect()
    }
}

#[derive(Serialize)]
struct NoteBody {
    article: Option<String>,
    text: String,
}

impl NoteBody {
    fn list(edition: &Edition) -> Vec<Self> {
        let read = edition.articles.iter();
        let odd = read
            .flat_map(|read| read.notes.iter().map(move |note| (note, &read.article)))
            .map(|(note, article)| (article, labels::note(note, article)));
        let stories = edition.stories.iter();
        let left = stories.flat_map(|told| &told.comparison.not_compared).map(|left| {
            let article = &edition.articles[left.article].article;
            (article, labels::not_compared(left, article))
        });
        odd.chain(left)
            .map(|(article, text)| Self { article: Some(article.id.to_string()), text })
            .collect()
    }
}
