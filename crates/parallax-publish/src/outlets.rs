//! The outlets of a story, each with its articles.

use parallax_model::{Article, Edition, Story};

/// An outlet as one story meets it.
#[derive(Debug)]
pub(crate) struct Carrier<'a> {
    /// Its name, else its domain.
    pub(crate) name: Option<&'a str>,
    /// Indices of its articles, oldest first; never empty.
    pub(crate) articles: Vec<usize>,
}

/// The outlets of `story`, in the order of their first article.
pub(crate) fn of<'a>(edition: &'a Edition, story: &Story) -> Vec<Carrier<'a>> {
    let mut carriers: Vec<(Key, Carrier<'a>)> = Vec::new();
    for &index in &story.articles {
        let article = &edition.articles[index].article;
        let key = key(article);
        match carriers.iter_mut().find(|(known, _)| *known == key) {
            Some((_, carrier)) => carrier.articles.push(index),
            None => carriers.push((key, Carrier { name: name(article), articles: vec![index] })),
        }
    }
    carriers.into_iter().map(|(_, carrier)| carrier).collect()
}

/// What an outlet is called: its name, else its domain.
pub(crate) fn name(article: &Article) -> Option<&str> {
    article.outlet.shown()
}

/// What a reader is told an outlet is called.
pub(crate) fn label(article: &Article) -> &str {
    name(article).unwrap_or("unnamed outlet")
}

/// What keeps two pages of one outlet together: its name in whatever case, else the page's furniture.
type Key = (String, Option<u64>);

fn key(article: &Article) -> Key {
    match name(article) {
        Some(name) => (name.to_lowercase(), None),
        None => (String::new(), article.outlet.fingerprint),
    }
}
