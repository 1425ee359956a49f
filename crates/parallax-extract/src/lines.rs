//! What one line of a page is: byline, date, credit, teaser, furniture.
//!
//! Shared by markup and dumps. Every function takes the line's words alone and
//! says what they are; where they stand on the page is the caller's business.

mod ago;
mod byline;
mod credit;
mod dateline;
mod furniture;
mod language_bar;
mod related;
mod stamp;
mod tags;
mod vocabulary;
mod wire;

pub use ago::is_ago;
pub(crate) use byline::is_house_name;
pub use byline::{byline, dated_byline, is_role, name_line};
pub use credit::credit;
pub use dateline::dateline;
pub use furniture::{furniture, is_section, segments};
pub use language_bar::{language_bar_code, language_bar_entry};
pub use related::{RelatedList, is_related_head, related_lead, related_list};
pub use stamp::{PrintedStamp, stamp, stamp_line, stamps, stamps_day_first, yearless_stamp};
pub(crate) use stamp::{orders, stamp_line_day_first};
pub use tags::{split_tags, tags};
pub use wire::{is_agency, wire_credit};
