//! The nouns of Parallax and their invariants.
//!
//! One thing moves through the house, and each room adds a value and changes
//! none:
//!
//! ```text
//! Capture → Article → Annotations → Story → Comparison → Edition
//! acquire   extract   analyse       group   compare      publish
//! ```
//!
//! This crate holds what passes between the rooms and no verb of any room. It
//! does no input or output, reads no clock and derives no `Serialize`: each
//! door has its own shape for what passes through it.

mod annotations;
mod article;
mod capture;
mod changes;
mod comparison;
mod copy;
mod edition;
mod explanation;
mod id;
#[cfg(feature = "serde")]
mod kept;
mod link;
mod note;
mod revised;
mod show;
mod span;
mod story;
mod text;
mod time;
mod topic;

pub use annotations::{
    Annotations, Bound, Citation, Entity, EntityKind, Event, EventClass, Mention, MentionForm,
    Precision, Quantity, Quotation, QuotationKind, Stretch, Timex, TimexKind,
};
pub use article::{
    Alternate, Article, Author, Boilerplate, BoilerplateKind, CaptureRef, Direction, Image, Outlet,
    OutletFrom, Related,
};
pub use capture::{Capture, CaptureParts, MediaType};
pub use changes::{Changes, ClaimChange, DifferenceChange, How, Revision, StoryChange};
pub use comparison::{
    Absence, Absent, Claim, ClaimKind, ClaimStatus, Comparison, Difference, DifferenceKind,
    DifferenceValue, Earlier, First, Nature, NotCompared, QuotationGroup, QuotationVariant,
    Statement, StoryEntity, TimelineEntry, Unalike, Voice, When,
};
pub use copy::{CopyKind, Credit, CreditFrom, Fold};
pub use edition::{Edition, Elsewhere, ReadArticle, ToldStory, Unread};
pub use explanation::{
    ClaimWhy, DifferenceWhy, Explanation, Given, JoinedBy, LinkWhy, OddsPart, QuotationWhy, Shared,
    SharedSort, VariantPair,
};
pub use id::{ArticleId, CaptureId, ClaimId, Digest, DigestBuilder, StoryId};
pub use link::Link;
pub use note::{Note, NoteKind, Noted};
pub use revised::{About, Alteration, Correction, Revised};
pub use show::{MayShow, Show};
pub use span::{PayloadRange, Span, SpanError, cut};
pub use story::{Grouping, NamedBy, Origin, Story, Why};
pub use text::{Run, SourcedText};
pub use time::{Stamp, StampFrom, StampPoint};
pub use topic::{MediaTopic, Topic};
