//! The topic of a story: a vote of its origins.

use parallax_model::{Annotations, MediaTopic, Story};
use std::{cmp::Reverse, collections::BTreeMap};

/// The topic that at least half of the origins with a topic are about, and more than are
/// about any other; of two with as many, the one that is told more clearly.
///
/// An origin has one vote, however many articles and copies it has.
pub(crate) fn topic(story: &Story, annotations: &[Annotations]) -> Option<MediaTopic> {
    let votes = story.origins.iter().filter_map(|origin| {
        first(origin.articles.iter().filter_map(|&article| {
            let topic = annotations.get(article)?.topic.as_ref()?;
            Some((topic.media, u32::from(topic.share)))
        }))
    });
    let votes: Vec<(MediaTopic, u32)> = votes.map(|(topic, _, share)| (topic, share)).collect();
    let (topic, count, _) = first(votes.iter().copied())?;
    (count * 2 >= votes.len()).then_some(topic)
}

/// The topic with most votes, how many, and how clear they are; none where two are equal.
fn first(votes: impl Iterator<Item = (MediaTopic, u32)>) -> Option<(MediaTopic, usize, u32)> {
    let mut counts: BTreeMap<MediaTopic, (usize, u32)> = BTreeMap::new();
    for (topic, share) in votes {
        let (count, clear) = counts.entry(topic).or_default();
        *count += 1;
        *clear += share;
    }
    let mut ranked: Vec<((usize, u32), MediaTopic)> =
        counts.into_iter().map(|(topic, votes)| (votes, topic)).collect();
    ranked.sort_unstable_by_key(|&(votes, topic)| (Reverse(votes), topic));
    let (votes, topic) = *ranked.first()?;
    let tied = ranked.get(1).is_some_and(|(next, _)| *next == votes);
    (!tied).then_some((topic, votes.0, votes.1))
}

#[cfg(test)]
mod tests {
    use super::first;
    use parallax_model::MediaTopic;

    #[track_caller]
    fn check(votes: &[(&str, u32)], expected: Option<&str>) {
        let votes = votes
            .iter()
            .map(|&(code, share)| (MediaTopic::of_code(code).expect("a topic's code"), share));
        assert_eq!(first(votes).map(|(topic, ..)| topic.name()), expected);
    }

    #[test]
    fn most_votes_win_then_the_clearest() {
        check(&[("15000000", 600), ("02000000", 900), ("15000000", 600)], Some("sport"));
        check(&[("15000000", 600), ("17000000", 900)], Some("weather"));
        check(&[("15000000", 600), ("17000000", 600)], None);
        check(&[], None);
    }
}
