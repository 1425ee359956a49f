//! A chart in a page.

use askama::filters::HtmlSafe;
use std::fmt;

/// What a chart drew: markup of ours, in which it escaped every foreign word itself.
pub(super) struct Drawing(String);

impl HtmlSafe for Drawing {}

impl Drawing {
    /// Of what [`charts`](crate::charts) made; nothing of nothing.
    pub(super) fn of(chart: String) -> Option<Self> {
        (!chart.is_empty()).then_some(Self(chart))
    }
}

impl fmt::Display for Drawing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
