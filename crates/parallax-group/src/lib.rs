//! From articles to stories.
//!
//! [`stories_by`] groups the articles of a run: which of them are copies of one
//! text, which tell of one event, and how many independent tellings each event
//! has. A wrong merge is worse than a missed one, and the thresholds lean that way.

mod agencies;
mod bundle;
mod chains;
mod copies;
mod credits;
mod embedding;
mod finder;
mod halves;
mod judge;
mod lesson;
mod meaning;
mod merging;
mod origins;
mod rarity;
mod signature;
mod stream;
mod sum;
mod table;
mod traits;
mod trees;
mod vector;

pub use chains::{Chains, Portrait};
pub use copies::{Copy, CopyIndex, Runs, folds};
pub use credits::credit;
pub use lesson::Lesson;
pub use rarity::Rarity;
pub use signature::Signature;
pub use stream::{Settled, Stream};

use parallax_model::{Article, Grouping, Story, StoryId, Why};
use std::{cmp::Reverse, collections::BTreeMap};

/// Groups `articles` into stories by the signature of each.
///
/// Every article is in exactly one story. The result depends on the articles
/// and not on the order of those with equal times. A copy is in the story of its
/// original.
pub fn stories_by(articles: &[Article], signatures: Vec<Signature>) -> Grouping {
    let order = oldest_first(articles);
    let sorted: Vec<&Article> = order.iter().map(|&index| &articles[index]).collect();
    let copied = copies::copies(&sorted, |at| origins::on_agency_page(sorted[at]));
    let (groups, reasons) = groups(&order, signatures, &copied);

    let mut copy_of = vec![None; articles.len()];
    for (at, original) in copied.iter().enumerate() {
        copy_of[order[at]] = original.map(|original| order[original]);
    }
    let mut why = vec![Why::default(); articles.len()];
    for (&index, reason) in order.iter().zip(reasons) {
        why[index] = reason;
    }
    let stories = groups.into_iter().map(|(founder, group)| {
        let members: Vec<usize> = group.into_iter().map(|at| order[at]).collect();
        Story {
            id: Story::name(articles[order[founder]].id),
            aliases: Vec::new(),
            origins: origins::origins(articles, &members, &copy_of),
            articles: members,
        }
    });
    let stories = stories.collect();
    Grouping { stories, copy_of, why }
}

/// Stories whose members are known: each by its name, the names of those merged into it, and
/// the places of its articles in `articles`, which are given by published, then id.
///
/// What is found is which of its articles are copies, and its origins. An article that is in
/// none of them is in no story.
pub fn given(articles: &[Article], stories: Vec<(StoryId, Vec<StoryId>, Vec<usize>)>) -> Grouping {
    let mut copy_of = vec![None; articles.len()];
    let mut told = Vec::with_capacity(stories.len());
    for (id, aliases, mut members) in stories {
        members.sort_unstable();
        let sorted: Vec<&Article> = members.iter().map(|&at| &articles[at]).collect();
        let copied = copies::copies(&sorted, |at| origins::on_agency_page(sorted[at]));
        for (&at, original) in members.iter().zip(copied) {
            copy_of[at] = original.map(|original| members[original]);
        }
        let origins = origins::origins(articles, &members, &copy_of);
        told.push(Story { id, aliases, origins, articles: members });
    }
    told.sort_by_key(|story| (story.articles.first().copied(), story.id));
    Grouping { stories: told, copy_of, why: vec![Why::default(); articles.len()] }
}

/// The places in `order` of each story's articles, by the place of its founder, and
/// for each place why it is there.
fn groups(
    order: &[usize],
    signatures: Vec<Signature>,
    copied: &[Option<usize>],
) -> (BTreeMap<usize, Vec<usize>>, Vec<Why>) {
    let mut signatures: Vec<Option<Signature>> = signatures.into_iter().map(Some).collect();
    let mut stream = Stream::whole();
    for signature in order.iter().filter_map(|&index| signatures.get_mut(index)?.take()) {
        stream.admit(signature);
    }
    let mut families: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (at, original) in copied.iter().enumerate() {
        families.entry(original.unwrap_or(at)).or_default().push(at);
    }
    stream.join_families(families.into_values().filter(|family| family.len() > 1).collect());
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    let settled = stream.settle();
    for (at, &founder) in settled.founders().iter().enumerate() {
        groups.entry(founder).or_default().push(at);
    }
    (groups, settled.why().to_vec())
}

/// Indices of `articles` by published, those without a date last, then by id.
fn oldest_first(articles: &[Article]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..articles.len()).collect();
    order.sort_by_cached_key(|&index| {
        let article = &articles[index];
        (Reverse(article.published_at().map(Reverse)), article.id)
    });
    order
}
