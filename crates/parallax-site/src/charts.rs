//! Charts drawn on the server: figures that read without sight, without colour and on paper.
//!
//! Each takes plain values and gives a piece of a page: marks as SVG and the same figures as a
//! list or a table. Places are in hundredths of the width and heights in pixels, so letters keep
//! their size on a phone; time runs the way the script does. Colours are classes of [`STYLES`],
//! never attributes, since the site forbids styles in a page.

mod axis;
mod bins;
mod canvas;
mod coverage;
mod first;
mod lanes;
mod markup;
mod quantities;
mod sparkline;
mod table;
mod when;

pub use coverage::{Coverage, coverage};
pub use first::{Teller, first_to_report};
pub use lanes::{Told, lanes};
pub use quantities::{Figure, quantities};
pub use sparkline::sparkline;
pub use when::When;

/// What charts look like, for the style sheet of the site.
pub const STYLES: &str = include_str!("charts/charts.css");

/// Something with a name: an outlet, a language.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Name<'a> {
    /// As it is written.
    pub text: &'a str,
    /// The language it is written in, by BCP 47, where it is not that of the page.
    pub language: Option<&'a str>,
    /// Where more is told of it.
    pub address: Option<&'a str>,
}
