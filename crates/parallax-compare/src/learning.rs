//! What the chore that teaches the pair score needs to see of a story.

use crate::{Meanings, align, pair, quotations::Utterances, scene::Scene};
use parallax_model::{Annotations, Article, Grouping, Span, Story};

/// What is seen of a pair, by name, in its order.
pub const FEATURES: &[&str] = &pair::NAMES;

/// Gives every pair of sentences that is weighed: article and span of both, what is seen of them, and the
/// logarithm of the odds that they tell one thing, in thousandths.
pub fn observe(
    story: &Story,
    articles: &[Article],
    annotations: &[Annotations],
    grouping: &Grouping,
    meanings: &Meanings,
    mut each: impl FnMut([(usize, Span); 2], &[i64], i64),
) {
    let scene = Scene::new(story, articles, annotations, grouping, meanings);
    let utterances = Utterances::of(&scene);
    let candidates = align::candidates(&scene, &utterances);
    for ((a, b), pair::Pair { seen, .. }) in pair::pairs(&scene, &utterances, &candidates) {
        let place = |line: usize| (scene.account(line).index, scene.lines[line].span);
        each([place(a), place(b)], &seen, pair::odds(&seen));
    }
}
