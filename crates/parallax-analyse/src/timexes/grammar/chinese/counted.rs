//! Chinese lengths of time and distances.

use super::words::Class;
use crate::timexes::{
    meaning::{Found, From, When},
    tokens::Line,
    vocabulary::Unit,
};

impl Line<'_> {
    /// `三天`, `过去十年`, `5天前`.
    pub(super) fn zh_length(&self, at: usize) -> Option<Found> {
        if let Some((side, start)) = self.zh_steps(at, Class::Rolling) {
            let (milli, unit, next) = self.zh_amount(start)?;
            return Some(Found::new(at, next, When::Rolling { unit, milli: Some(milli), side }));
        }
        let (milli, unit, next) = self.zh_amount(at)?;
        let by = i32::try_from(milli / 1000).ok().filter(|_| milli % 1000 == 0);
        // `3天前` is so many days ago; what `2015年前` is before has been read as a year.
        if let Some(((side, after), by)) = self.zh_steps(next, Class::Side).zip(by) {
            let from = if side < 0 { From::Ago } else { From::Published };
            let when = When::Offset { unit, by: by * i32::from(side), from };
            return Some(Found::new(at, after, when).counted());
        }
        Some(Found::new(at, next, When::Length { unit, milli: Some(milli) }))
    }

    /// A number of units in thousandths: `三年半`, `两个月`.
    fn zh_amount(&self, at: usize) -> Option<(i128, Unit, usize)> {
        let (number, told, next) = self.zh_number(at)?;
        let (unit, next) = self.zh_unit(next)?;
        if number == 0 || told || (unit == Unit::Year && self.zh_year(at).is_some()) {
            return None;
        }
        // `18周岁` is an age.
        if self.zh_letter(next, &["岁", "歲"]).is_some() {
            return None;
        }
        let half = self.zh_letter(next, &["半"]).filter(|_| self.gap(next).is_empty());
        let milli = i128::from(number) * 1000 + if half.is_some() { 500 } else { 0 };
        Some((milli, unit, half.unwrap_or(next)))
    }

    /// A unit of time at word `at`, behind no more than spaces.
    pub(super) fn zh_unit(&self, at: usize) -> Option<(Unit, usize)> {
        let near = self.gap(at).trim().is_empty();
        let (name, next) = self.zh(at, Class::Unit).filter(|_| near)?;
        let unit = match name {
            "second" => Unit::Second,
            "minute" => Unit::Minute,
            "hour" => Unit::Hour,
            "day" => Unit::Day,
            "week" => Unit::Week,
            "month" => Unit::Month,
            "year" => Unit::Year,
            _ => return None,
        };
        Some((unit, next))
    }
}
