//! A story whose articles all stand for themselves.

use parallax_model::{Article, Grouping, NamedBy, Origin, Story};

/// One story of all `articles`, each of an origin of its own; `None` without articles.
pub(crate) fn story(articles: &[Article]) -> Option<(Story, Grouping)> {
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
    let grouping = Grouping {
        stories: vec![story.clone()],
        copy_of: vec![None; articles.len()],
        why: Vec::new(),
    };
    Some((story, grouping))
}
