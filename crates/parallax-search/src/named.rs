//! Where in a text names stand.

use parallax_model::{Annotations, MentionForm};

/// Names may stand inside names, so many deep at most.
const DEEP: usize = 3;

/// The places of names in the text of an article.
#[derive(Debug)]
pub(crate) struct Named(Vec<(usize, usize)>);

impl Named {
    pub(crate) fn of(annotations: &Annotations) -> Self {
        let mentions = annotations.entities.iter().flat_map(|entity| &entity.mentions);
        let named = mentions.filter(|mention| mention.form == MentionForm::Named);
        let mut spans: Vec<(usize, usize)> =
            named.map(|mention| (mention.span.start(), mention.span.end())).collect();
        spans.sort_unstable();
        Self(spans)
    }

    /// Whether the byte at `at` is part of a name.
    pub(crate) fn hold(&self, at: usize) -> bool {
        let after = self.0.partition_point(|(start, _)| *start <= at);
        self.0.iter().take(after).rev().take(DEEP).any(|(_, end)| at < *end)
    }
}
