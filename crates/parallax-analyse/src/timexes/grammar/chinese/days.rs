//! Chinese days, weekdays and times of day.

use super::words::Class;
use crate::timexes::{
    meaning::{Found, From, When, YearSaid},
    tokens::Line,
    vocabulary::Unit,
};
use jiff::civil::Weekday;

/// Hour and minute, or none; part of the day.
type Time = (Option<(u8, u8)>, Option<&'static str>);

impl Line<'_> {
    /// A day, with its time: `明天下午三点`, `下周二`, `2月3日`, `29日`.
    pub(super) fn zh_day(&self, at: usize) -> Option<Found> {
        if let Some(found) = self.zh_half_day(at) {
            return Some(found);
        }
        let day = self
            .zh_day_from_today(at)
            .or_else(|| self.zh_date(at))
            .or_else(|| self.numeric_date(at))
            .or_else(|| self.zh_weekday(at))?;
        let ((clock, part), next) = self.zh_time(day.next).unwrap_or(((None, None), day.next));
        Some(Found { next, part, clock, ..day })
    }

    /// `今晚`, `今晨5点`.
    fn zh_half_day(&self, at: usize) -> Option<Found> {
        let morning = self.zh_steps(at, Class::Morning).map(|said| (said, "TMO"));
        let ((by, next), part) =
            morning.or_else(|| self.zh_steps(at, Class::Night).map(|said| (said, "TNI")))?;
        let day = Found { part: Some(part), ..Found::new(at, next, from_today(by)) };
        Some(match self.zh_clock(next, Some(part)) {
            Some((clock, next)) => Found { clock: Some(clock), next, ..day },
            None => day,
        })
    }

    fn zh_day_from_today(&self, at: usize) -> Option<Found> {
        let (by, next) = self.zh_steps(at, Class::Day)?;
        // `今日头条`: a day does not run into a name that the page marks.
        let named = self.gap(at).ends_with('《') || (next - at == 2 && self.zh_in_name(next));
        (!named).then(|| Found::new(at, next, from_today(by)))
    }

    /// Whether the word behind makes `今日` a part of a name: `今日头条`.
    fn zh_in_name(&self, next: usize) -> bool {
        self.raw(next - 1) == "日" && self.gap(next).is_empty() && self.zh_reads(next, "头条")
    }

    /// `2026年2月3日`, `本月十日`, `2月3日`, `29日`; `十月初一`.
    fn zh_date(&self, at: usize) -> Option<Found> {
        if at >= 2 && self.zh_reads(at - 2, "农历") {
            return None;
        }
        if let Some((shift, next)) = self.zh_steps(at, Class::Month) {
            let (day, after) = self.zh_day_number(next)?;
            return Some(Found::new(at, after, When::DayOfMonth { day, shift: Some(shift) }));
        }
        let (year, start) = self.zh_year_said(at);
        if let Some((month, next)) = self.zh_month_number(start) {
            let (day, after) = self.zh_day_number(next).or_else(|| self.zh_bare_day(next))?;
            return Some(Found::new(at, after, When::Calendar { year, month, day: Some(day) }));
        }
        let (day, after) = self.zh_day_number(at)?;
        // `12号` alone may as well be a house.
        let alone = at == 0 && after == self.len() && self.raw(after - 1) != "日";
        (!alone).then(|| Found::new(at, after, When::DayOfMonth { day, shift: None }))
    }

    /// The year ahead of a month or a part of the year, where one is said.
    pub(super) fn zh_year_said(&self, at: usize) -> (YearSaid, usize) {
        let of = |next: usize| self.zh_letter(next, &["的"]).unwrap_or(next);
        if let Some((year, next)) = self.zh_year(at) {
            return (YearSaid::Given(year), of(next));
        }
        match self.zh_steps(at, Class::Year) {
            Some((shift, next)) => (YearSaid::Shifted(shift), of(next)),
            None => (YearSaid::Unsaid, at),
        }
    }

    /// `2月`; `2个月` is a length.
    pub(super) fn zh_month_number(&self, at: usize) -> Option<(u8, usize)> {
        let (month, next) = self.zh_small(at, 12)?;
        Some((month, self.zh_letter(next, &["月"])?))
    }

    fn zh_day_number(&self, at: usize) -> Option<(u8, usize)> {
        let (day, next) = self.zh_small(at, 31)?;
        Some((day, self.zh_letter(next, &["日", "号", "號"])?))
    }

    /// The `十五` of `八月十五`, and `初一`.
    fn zh_bare_day(&self, at: usize) -> Option<(u8, usize)> {
        if let Some(next) = self.zh_letter(at, &["初"]) {
            return self.zh_small(next, 10);
        }
        let letters = !self.raw(at).starts_with(|mark: char| mark.is_ascii_digit());
        self.zh_small(at, 31).filter(|(_, next)| {
            letters && !["个", "天", "年", "月", "人", "名", "万", "亿"].contains(&self.raw(*next))
        })
    }

    /// `周二`, `下周二`, `星期日`.
    pub(super) fn zh_weekday(&self, at: usize) -> Option<Found> {
        let week = self.zh_steps(at, Class::Week);
        let next = match week {
            Some((_, next)) => next,
            None => self.zh(at, Class::WeekName)?.1,
        };
        let named = self.zh(next, Class::WeekName).map_or(next, |(_, after)| after);
        let day = match self.raw(named) {
            "一" => Weekday::Monday,
            "二" => Weekday::Tuesday,
            "三" => Weekday::Wednesday,
            "四" => Weekday::Thursday,
            "五" => Weekday::Friday,
            "六" => Weekday::Saturday,
            "日" | "天" => Weekday::Sunday,
            _ => return None,
        };
        let close = self.gap(named).is_empty();
        let week = week.map(|(week, _)| week);
        close.then(|| Found::new(at, named + 1, When::Weekday { day, week, shift: None }))
    }

    /// What stands behind a day: `晚上六点`, `下午`, `17:00`.
    pub(super) fn zh_time(&self, at: usize) -> Option<(Time, usize)> {
        if !self.gap(at).trim().is_empty() {
            return None;
        }
        let part = self.zh(at, Class::Part);
        let (part, next) = part.map_or((None, at), |(part, next)| (Some(part), next));
        match self.zh_clock(next, part) {
            Some((clock, after)) => Some(((Some(clock), part), after)),
            None => part.map(|part| ((None, Some(part)), next)),
        }
    }

    /// `六点`, `八点二十`, `5:00`, `三点半`, in its part of the day.
    fn zh_clock(&self, at: usize, part: Option<&str>) -> Option<((u8, u8), usize)> {
        let (hour, next) = self.zh_number(at).map(|(hour, _, next)| (hour, next))?;
        let hour = u8::try_from(hour).ok().filter(|hour| *hour < 24)?;
        let late = matches!(part, Some("TAF" | "TEV" | "TNI")) && hour < 12;
        let hour = if late { hour + 12 } else { hour };
        if self.gap(next) == ":" {
            let minute = self.raw(next).parse().ok().filter(|minute| *minute < 60)?;
            return Some(((hour, minute), next + 1));
        }
        let mut next = self.zh_letter(next, &["点", "點", "时", "時"])?;
        next = self.zh_letter(next, &["钟", "鐘", "整"]).unwrap_or(next);
        if let Some(after) = self.zh_letter(next, &["半"]) {
            return Some(((hour, 30), after));
        }
        match self.zh_small(next, 59).filter(|_| self.gap(next).is_empty()) {
            Some((minute, after)) => {
                let after = self.zh_letter(after, &["分"]).unwrap_or(after);
                Some(((hour, minute), after))
            }
            None => Some(((hour, 0), next)),
        }
    }
}

fn from_today(by: i8) -> When {
    When::Offset { unit: Unit::Day, by: i32::from(by), from: From::Published }
}
