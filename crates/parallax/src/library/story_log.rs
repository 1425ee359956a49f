//! What became of a story: articles that came and were changed, and what a person decided.

use super::changes;
use crate::{known::since_when, revising};
use parallax_archive::{Decision, Reader, Taken};
use parallax_extract::OutletRules;
use parallax_model::{Article, Edition, StoryId};
use parallax_site::library::{Decided, Event, EventKind, Known};

/// The latest first.
pub(super) fn of(
    edition: &Edition,
    story: StoryId,
    reader: &Reader<'_>,
    rules: &OutletRules,
) -> anyhow::Result<Vec<Event>> {
    let mut events = Vec::new();
    for read in &edition.articles {
        let article = &read.article;
        let revisions = if reader.places_of(article.id)?.len() > 1 {
            revising::revisions(reader, article.id, rules)?
        } else {
            Vec::new()
        };
        let first = revisions.first().map_or(article, |read| &read.article);
        events.push(Event {
            at: known(first),
            what: EventKind::Article {
                id: article.id.to_string(),
                outlet: article.outlet.shown().unwrap_or_default().to_owned(),
                headline: first.headline_words().to_owned(),
                language: article.language.clone(),
                copy: read.copy_of.is_some(),
            },
        });
        let changed = changes(&revisions).into_iter().map(|change| Event {
            at: known(&change.after.article),
            what: EventKind::Revision(Box::new(change)),
        });
        events.extend(changed);
    }
    for taken in reader.decisions()? {
        if let Some(what) = decided(&taken, story, edition) {
            events.push(Event {
                at: Some(taken.at.into()),
                what: EventKind::Decision { who: taken.who, what, undone: taken.undone.is_some() },
            });
        }
    }
    events.sort_by_key(|event| std::cmp::Reverse(event.at.as_ref().map(|known| known.at)));
    Ok(events)
}

fn known(article: &Article) -> Option<Known> {
    let (at, day) = since_when(article)?;
    Some(Known { at, day })
}

/// What a decision says of a story.
fn decided(taken: &Taken, story: StoryId, edition: &Edition) -> Option<Decided> {
    let aliases = edition.stories.iter().flat_map(|told| &told.story.aliases);
    let own = |id: &StoryId| *id == story || aliases.clone().any(|alias| alias == id);
    let holds = |id| edition.articles.iter().any(|read| read.article.id == id);
    match &taken.decision {
        Decision::Merge(one, other) if own(one) || own(other) => Some(Decided::Merge),
        Decision::Split(articles) if articles.iter().any(|id| holds(*id)) => Some(Decided::Split),
        Decision::Move(article, into) if own(into) && holds(*article) => Some(Decided::Move),
        Decision::Star(id) if own(id) => Some(Decided::Star),
        Decision::Note(id, words) if own(id) => Some(Decided::Note(words.clone())),
        _ => None,
    }
}
