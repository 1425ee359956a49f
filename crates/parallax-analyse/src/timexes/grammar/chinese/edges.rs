//! Chinese words that make a date the edge of a stretch, or two dates its ends.

use super::words::Class;
use crate::timexes::{
    grammar::bounds::Bounded,
    meaning::{Found, When},
    tokens::Line,
    vocabulary::Bound,
};

impl Line<'_> {
    /// `2018年以前`, `2015年1月1日或之后`, `从2015年起`, `自从2018年`, `截至2018年`.
    pub(in crate::timexes) fn zh_bounded(&self, found: &Found) -> Option<Bounded> {
        if matches!(found.when, When::Fixed(_) | When::Length { .. }) || found.counted {
            return None;
        }
        let ahead = self.zh_ahead(found.first);
        let next = found.next;
        let close = self.gap(next).trim().is_empty();
        let or = self.zh(next, Class::Or).filter(|_| close).map(|(_, after)| after);
        let behind = or.unwrap_or(next);
        let first = ahead.map_or(found.first, |(_, first)| first);
        if let Some((side, after)) = self.zh_steps(behind, Class::Side).filter(|_| close) {
            let bound = match (side < 0, or.is_some()) {
                (true, true) => Bound::Until,
                (true, false) => Bound::Before,
                (false, true) => Bound::Since,
                (false, false) => Bound::After,
            };
            return Some(Bounded { bound, first: found.first, next: after });
        }
        if let Some((_, after)) = self.zh(next, Class::SinceBehind).filter(|_| close) {
            return Some(Bounded { bound: Bound::Since, first, next: after });
        }
        let (bound, first) = ahead?;
        Some(Bounded { bound, first, next })
    }

    /// `自从`, `截至` before a date: what it makes of it, and where it starts.
    fn zh_ahead(&self, at: usize) -> Option<(Bound, usize)> {
        let lengths = [3, 2, 1];
        lengths.into_iter().find_map(|length| {
            let first = at.checked_sub(length).filter(|_| self.gap(at).trim().is_empty())?;
            let said = |class| self.zh(first, class).is_some_and(|(_, next)| next == at);
            if said(Class::SinceAhead) {
                Some((Bound::Since, first))
            } else {
                said(Class::UntilAhead).then_some((Bound::Until, first))
            }
        })
    }

    /// The words of `从三月到五月`, `三月和九月之间`, where these two dates are its ends.
    pub(in crate::timexes) fn zh_ranges(
        &self,
        first: &Found,
        second: &Found,
    ) -> Option<(usize, usize)> {
        let (next, to) = (first.next, second.first);
        let dash = next == to && matches!(self.gap(to).trim(), "-" | "–" | "—" | "~" | "～" | "－");
        let linked = to == next + 1 && self.gap(next).trim().is_empty();
        let led = linked && matches!(self.raw(next), "到" | "至");
        let paired = linked && matches!(self.raw(next), "和" | "与" | "與");
        let behind = ["之间", "之間", "间", "間"];
        let between = behind.iter().find(|text| self.zh_reads(second.next, text));
        let said = dash || led || (paired && between.is_some());
        if !said {
            return None;
        }
        let opens = first.first.checked_sub(1).filter(|at| matches!(self.raw(*at), "从" | "從"));
        let end = second.next + between.map_or(0, |text| text.chars().count());
        Some((opens.unwrap_or(first.first), end))
    }
}
