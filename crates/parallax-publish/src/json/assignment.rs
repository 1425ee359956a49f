//! Which story one article of a stream belongs to.

use super::line;
use parallax_model::{CopyKind, StoryId, Why};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// An article of a stream with its place among the others.
#[derive(Clone, Copy, Debug)]
pub struct Assignment<'a> {
    /// The name its row, record or file goes by.
    pub record: &'a str,
    /// Its story.
    pub story: StoryId,
    /// The record of whose text it is a copy.
    pub copy_of: Option<&'a str>,
    /// How it stands to that.
    pub copy_kind: Option<CopyKind>,
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
/// let alone = Assignment { record: "row-1", story, copy_of: None, copy_kind: None, why: &Why::default() };
/// assert!(assignment(&alone).starts_with(r#"{"id":"row-1","story":""#));
/// ```
pub fn assignment(assignment: &Assignment<'_>) -> String {
    let Assignment { record, story, copy_of, copy_kind, why } = assignment;
    line(&AssignmentBody {
        id: record,
        story: story.to_string(),
        copy_of: *copy_of,
        copy_kind: copy_kind.map(CopyKind::name),
        why: (!why.traits.is_empty()).then(|| WhyBody {
            chance: share(why.chance),
            traits: Traits(&why.traits),
            shared: &why.shared,
        }),
    })
}

#[derive(Serialize)]
struct AssignmentBody<'a> {
    id: &'a str,
    story: String,
    copy_of: Option<&'a str>,
    copy_kind: Option<&'static str>,
    why: Option<WhyBody<'a>>,
}

/// Why an article is in its story; shares and likenesses of 1.
#[derive(Serialize)]
pub(super) struct WhyBody<'a> {
    chance: f64,
    traits: Traits<'a>,
    shared: &'a [String],
}

struct Traits<'a>(&'a [(&'static str, i32)]);

impl Serialize for Traits<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, thousandths) in self.0 {
            map.serialize_entry(name, &(f64::from(*thousandths) / 1000.0))?;
        }
        map.end()
    }
}

fn share(thousandths: u32) -> f64 {
    f64::from(thousandths) / 1000.0
}
