//! Which story one article of a stream belongs to.

use super::{
    line,
    why::{CopyBody, WhyBody},
};
use parallax_model::{Fold, StoryId, Why};
use serde::Serialize;

/// An article of a stream with its place among the others.
#[derive(Clone, Debug)]
pub struct Assignment<'a> {
    /// The name its row, record or file goes by.
    pub record: &'a str,
    /// Its story.
    pub story: StoryId,
    /// The record of whose text it is a copy, and why it is taken for one.
    pub copy: Option<(&'a str, Fold)>,
    /// What put it into its story.
    pub why: &'a Why,
}

/// One assignment as one line of JSON Lines.
///
/// ```
/// use parallax_model::{DigestBuilder, Story, Why};
/// use parallax_publish::json::{Assignment, assignment};
///
/// let story = Story::name(DigestBuilder::new("article").finish().into());
/// let alone = Assignment { record: "row-1", story, copy: None, why: &Why::default() };
/// assert!(assignment(&alone).starts_with(r#"{"id":"row-1","story":""#));
/// ```
pub fn assignment(assignment: &Assignment<'_>) -> String {
    let Assignment { record, story, copy, why } = assignment;
    line(&AssignmentBody {
        id: record,
        story: story.to_string(),
        copy_of: copy.as_ref().map(|(of, _)| *of),
        copy_kind: copy.as_ref().map(|(_, fold)| fold.kind.name()),
        copy: copy.as_ref().map(|(of, fold)| CopyBody::new(of, fold, None)),
        why: WhyBody::of(why),
    })
}

#[derive(Serialize)]
struct AssignmentBody<'a> {
    id: &'a str,
    story: String,
    copy_of: Option<&'a str>,
    copy_kind: Option<&'static str>,
    copy: Option<CopyBody<'a>>,
    why: Option<WhyBody<'a>>,
}
