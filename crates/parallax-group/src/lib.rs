//! From articles to stories.
//!
//! [`stories`] groups the articles of a run: which of them are copies of one
//! text, which tell of one event, and how many independent tellings each event
//! has. A wrong merge is worse than a missed one, and the thresholds lean that way.

mod agencies;
mod bundle;
mod candidates;
mod copies;
mod credits;
mod events;
mod merging;
mod origins;
mod profile;
mod stream;
mod weights;

pub use copies::{Copy, CopyIndex, Runs, folds};
pub use credits::credit;
pub use stream::Stream;

use parallax_model::{Annotations, Article, Grouping, Story};
use profile::Profile;
use std::cmp::Reverse;

/// Groups `articles` (given by published, then id) into stories.
///
/// Every article is in exactly one story. The result depends on the articles
/// and not on the order of those with equal times. A copy is in the story of its
/// original.
pub fn stories(articles: &[Article], _annotations: &[Annotations]) -> Grouping {
    let order = oldest_first(articles);
    let sorted: Vec<&Article> = order.iter().map(|&index| &articles[index]).collect();
    let copied = copies::copies(&sorted, |at| origins::on_agency_page(sorted[at]));
    let profiles: Vec<Profile> = sorted.iter().map(|article| Profile::of(article)).collect();
    let groups = events::events(&profiles, &copied);

    let mut copy_of = vec![None; articles.len()];
    for (at, original) in copied.iter().enumerate() {
        copy_of[order[at]] = original.map(|original| order[original]);
    }
    let stories = groups.into_iter().map(|group| {
        let members: Vec<usize> = group.into_iter().map(|at| order[at]).collect();
        Story {
            id: Story::name(articles[members[0]].id),
            aliases: Vec::new(),
            origins: origins::origins(articles, &members, &copy_of),
            articles: members,
        }
    });
    Grouping { stories: stories.collect(), copy_of }
}

/// Indices of `articles` by published, those without a date last, then by id.
fn oldest_first(articles: &[Article]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_cached_key(|&index| {
        let article = &articles[index];
        let moment = article.published.as_ref().map(|stamp| stamp.moments(article.outlet.offset).0);
        (Reverse(moment.map(Reverse)), article.id)
    });
    order
}
