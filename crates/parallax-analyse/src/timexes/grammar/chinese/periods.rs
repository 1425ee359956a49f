//! Chinese weeks, months, years and their parts.

use super::words::Class;
use crate::timexes::{
    meaning::{Found, From, Holiday, HolidayDay, Period, When, YearSaid},
    tokens::Line,
    vocabulary::Unit,
};
use jiff::civil::Weekday;

impl Line<'_> {
    /// `上周`, `上个月`, `去年`, `2026年2月`, `明年下半年`, `九十年代`, `年底`.
    pub(super) fn zh_period(&self, at: usize) -> Option<Found> {
        let readings = [
            self.zh_week(at),
            self.zh_month(at),
            self.zh_decade(at),
            self.zh_half_year(at),
            self.zh_quarter(at),
            self.zh_whole_year(at),
        ];
        let found = readings.into_iter().flatten().max_by_key(|found| found.next)?;
        // `2026年底`, `9月初`, `上个月末`.
        let close = self.gap(found.next).trim().is_empty();
        let edge = self.zh_steps(found.next, Class::Edge).filter(|_| close && found.edge.is_none());
        let Some((edge, next)) = edge else { return Some(found) };
        Some(Found { edge: Some(edge), next, ..found })
    }

    fn zh_week(&self, at: usize) -> Option<Found> {
        if let Some((edge, next)) = self.zh_steps(at, Class::HalfWeek) {
            let found = Found::new(at, next, stepped(Unit::Week, 0));
            return Some(Found { edge: Some(edge), ..found });
        }
        if let Some((_, next)) = self.zh(at, Class::Weekend) {
            return Some(Found::new(at, next, When::Weekend(None)));
        }
        let (by, next) = self.zh_steps(at, Class::Week)?;
        let end = self.zh_letter(next, &["末"]);
        Some(match end {
            Some(next) => Found::new(at, next, When::Weekend(Some(by))),
            None => Found::new(at, next, stepped(Unit::Week, by)),
        })
    }

    fn zh_month(&self, at: usize) -> Option<Found> {
        if let Some((by, next)) = self.zh_steps(at, Class::Month) {
            return Some(Found::new(at, next, stepped(Unit::Month, by)));
        }
        for (letters, edge) in [("月初", -1), ("月中", 0), ("月底", 1), ("月末", 1)] {
            if self.zh_reads(at, letters) && self.gap_is_no_number(at) {
                let found = Found::new(at, at + 2, stepped(Unit::Month, 0));
                return Some(Found { edge: Some(edge), ..found });
            }
        }
        let (year, start) = self.zh_year_said(at);
        let (month, next) = self.zh_month_number(start)?;
        let next = self.zh_letter(next, &["份"]).unwrap_or(next);
        Some(Found::new(at, next, When::Calendar { year, month, day: None }))
    }

    /// `9月初` is read from its number on.
    fn gap_is_no_number(&self, at: usize) -> bool {
        at.checked_sub(1).is_none_or(|before| self.zh_number(before).is_none())
    }

    /// `九十年代`, `20世纪90年代`.
    fn zh_decade(&self, at: usize) -> Option<Found> {
        let (century, start) = match self.zh_small(at, 21) {
            Some((century, next)) if self.zh_reads(next, "世纪") || self.zh_reads(next, "世紀") => {
                (Some(i16::from(century) - 1), next + 2)
            }
            _ => (None, at),
        };
        let decade = self.zh_number(start).filter(|(number, ..)| number % 10 == 0);
        let named = decade.filter(|(_, _, next)| self.zh_reads(*next, "年代"));
        let Some((number, _, next)) = named else {
            return century.map(|century| Found::new(at, start, When::Century(century)));
        };
        let digits = i16::try_from(number / 10).ok()?;
        let digits = match digits {
            ..10 => century.unwrap_or(19) * 10 + digits,
            _ => digits,
        };
        Some(Found::new(at, next + 2, When::Decade(digits)))
    }

    fn zh_half_year(&self, at: usize) -> Option<Found> {
        let (year, start) = self.zh_year_said(at);
        let (half, next) = self.zh_steps(start, Class::Half)?;
        let year = if year == YearSaid::Unsaid { YearSaid::Shifted(0) } else { year };
        let half = u8::try_from(half).ok()?;
        Some(Found::new(at, next, When::Half { half, year }))
    }

    /// `第一季度`, `2026年二季度`.
    fn zh_quarter(&self, at: usize) -> Option<Found> {
        let (year, start) = self.zh_year_said(at);
        let start = self.zh_letter(start, &["第"]).unwrap_or(start);
        let (quarter, next) = self.zh_small(start, 4)?;
        let next = self.zh_letter(next, &["季"])?;
        let next = self.zh_letter(next, &["度"]).unwrap_or(next);
        Some(Found::new(at, next, When::Quarter { quarter, year }))
    }

    fn zh_whole_year(&self, at: usize) -> Option<Found> {
        for (letters, edge) in [("年初", -1), ("年中", 0), ("年底", 1), ("年末", 1)] {
            if self.zh_reads(at, letters) && self.gap_is_no_number(at) {
                let found = Found::new(at, at + 2, stepped(Unit::Year, 0));
                return Some(Found { edge: Some(edge), ..found });
            }
        }
        if let Some((by, next)) = self.zh_steps(at, Class::Year) {
            return Some(
                self.zh_season(at, next, YearSaid::Shifted(by))
                    .unwrap_or_else(|| Found::new(at, next, stepped(Unit::Year, by))),
            );
        }
        // `1995-1997年`: the first year goes without its letter.
        let dashed = matches!(self.gap(at + 1).trim(), "-" | "–" | "—" | "~" | "～");
        if let Some(year) = self.year(at).filter(|_| dashed && self.zh_year(at + 1).is_some()) {
            return Some(Found::new(at, at + 1, When::Year(year)));
        }
        let (year, next) = self.zh_year(at)?;
        let season = self.zh_season(at, next, YearSaid::Given(year));
        Some(season.unwrap_or_else(|| Found::new(at, next, When::Year(year))))
    }

    /// `今年夏天`, `2026年春季`.
    fn zh_season(&self, at: usize, next: usize, year: YearSaid) -> Option<Found> {
        let season = match self.raw(next) {
            "春" => "SP",
            "夏" => "SU",
            "秋" => "FA",
            "冬" => "WI",
            _ => return None,
        };
        let after = self.zh_letter(next + 1, &["天", "季"])?;
        Some(Found::new(at, after, When::Season { season, year }))
    }

    /// `十月的第一周`, `2026年的前2周`, `明年第九个月`, `四月的最后一个星期一`.
    pub(super) fn zh_nth(&self, at: usize) -> Option<Found> {
        let (of, start) = self.zh_whole(at)?;
        let start = self.zh_letter(start, &["的"]).unwrap_or(start);
        let last = self.zh_reads(start, "最后") || self.zh_reads(start, "最後");
        let ranked = self.zh_letter(start, &["第"]);
        let first = self.zh_letter(start, &["前"]);
        let from = if last { Some(start + 2) } else { ranked.or(first) }?;
        let (number, next) = self.zh_small(from, 99)?;
        if let (Period::Month { year, month }, Some((weekday, after))) =
            (of, self.zh_ranked_weekday(next))
        {
            let nth = if last { -1 } else { i8::try_from(number).ok()? };
            let (month, day) = (i8::try_from(month).ok()?, HolidayDay::Weekday(weekday, nth));
            return Some(Found::new(at, after, When::Holiday(Holiday { month, day, year })));
        }
        let unit = self.zh_unit(next)?;
        let (nth, count) = match (last, ranked) {
            (true, _) => (-1, number),
            (_, Some(_)) => (i8::try_from(number).ok()?, 1),
            _ => (1, number),
        };
        Some(Found::new(at, unit.1, When::Nth { unit: unit.0, nth, count, of }))
    }

    /// `个星期一`.
    fn zh_ranked_weekday(&self, at: usize) -> Option<(Weekday, usize)> {
        let next = self.zh_letter(at, &["个", "個"]).unwrap_or(at);
        let (_, named) = self.zh(next, Class::WeekName)?;
        let (number, after) = self.zh_small(named, 6)?;
        let day = Weekday::from_monday_one_offset(i8::try_from(number).ok()?).ok()?;
        Some((day, after))
    }

    /// The year or month that something is counted in.
    fn zh_whole(&self, at: usize) -> Option<(Period, usize)> {
        if let Some((by, next)) = self.zh_steps(at, Class::Month) {
            return Some((Period::Shifted { unit: Unit::Month, by }, next));
        }
        let (year, start) = self.zh_year_said(at);
        match self.zh_month_number(start) {
            Some((month, next)) => Some((Period::Month { year, month }, next)),
            None if year == YearSaid::Unsaid => None,
            None => Some((Period::Year(year), start)),
        }
    }
}

fn stepped(unit: Unit, by: i8) -> When {
    When::Offset { unit, by: i32::from(by), from: From::Published }
}
