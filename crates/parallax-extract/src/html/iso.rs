//! Times as machines write them: ISO 8601 in all its house styles, RFC 2822.

use jiff::{
    civil::{Date, DateTime, Time},
    fmt::rfc2822,
    tz::Offset,
};
use parallax_model::{Stamp, StampFrom, StampPoint, cut};

/// The time that `value` opens with, no more exact than written; `None` where
/// it names no day.
///
/// Reads `2026-03-11`, `2026-3-1T6:55`, `20260311T0655Z`,
/// `2026-03-11 06:55:00 +0100`, `Wed, 11 Mar 2026 06:55:00 GMT`.
pub(crate) fn stamp(value: &str, from: StampFrom) -> Option<Stamp> {
    let value = value.trim();
    let Some((date, rest)) = day(value) else { return mail(value, from) };
    let rest = rest.strip_prefix(['T', 't']).unwrap_or(rest).trim_start();
    let Some((time, seconds, rest)) = clock(rest) else {
        return Some(Stamp { point: StampPoint::Day(date), zone: None, from });
    };
    let (offset, zone) = zone(rest.trim());
    let at = DateTime::from_parts(date, time);
    Some(Stamp { point: StampPoint::Clock { at, seconds, offset }, zone, from })
}

/// The month or year that is all of `value`: `2026-03`, `2026`.
pub(crate) fn period(value: &str, from: StampFrom) -> Option<Stamp> {
    let (year, rest) = digits(value.trim(), 4)?;
    let whole = |number: &str| number.bytes().all(|byte| byte.is_ascii_digit());
    let plain = value.trim().get(..4).is_some_and(whole) && year > 0;
    let point = match rest.strip_prefix(['-', '/']) {
        None if rest.is_empty() => StampPoint::Year(year),
        Some(month) if month.len() == 2 && whole(month) => {
            let month = month.parse().ok().filter(|month| (1..=12).contains(month))?;
            StampPoint::Month { year, month }
        }
        _ => return None,
    };
    plain.then_some(Stamp { point, zone: None, from })
}

fn mail(value: &str, from: StampFrom) -> Option<Stamp> {
    let zoned = rfc2822::DateTimeParser::new().relaxed_weekday(true).parse_zoned(value).ok()?;
    let offset = Some(zoned.offset());
    let point = StampPoint::Clock { at: zoned.datetime(), seconds: true, offset };
    let zone = value.split_whitespace().next_back().map(str::to_owned);
    Some(Stamp { point, zone, from })
}

/// Up to `most` digits at the start, and the rest.
fn digits(text: &str, most: usize) -> Option<(i16, &str)> {
    let count = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    Some((cut(text, 0..count).parse().ok()?, cut(text, count..text.len())))
}

fn day(value: &str) -> Option<(Date, &str)> {
    let year_wide = value.bytes().take_while(u8::is_ascii_digit).count();
    if (1..=2).contains(&year_wide) {
        return day_first(value);
    }
    let compact = year_wide == 8;
    if !compact && year_wide != 4 {
        return None;
    }
    let dash = |text| if compact { Some(text) } else { separator(text, ['-', '/', '.']) };
    let (year, rest) = digits(value, 4)?;
    let (month, rest) = digits(dash(rest)?, 2)?;
    let (day, rest) = digits(dash(rest)?, 2)?;
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Some((Date::new(year, month, day).ok()?, rest))
}

/// `11-03-2026`, as it is written where no machine is meant to read it.
fn day_first(value: &str) -> Option<(Date, &str)> {
    let (day, rest) = digits(value, 2)?;
    let (month, rest) = digits(separator(rest, ['-'])?, 2)?;
    let (year, rest) = digits(separator(rest, ['-'])?, 4)?;
    let (month, day) = (i8::try_from(month).ok()?, i8::try_from(day).ok()?);
    Some((Date::new(year, month, day).ok()?, rest))
}

fn separator<const N: usize>(text: &str, any: [char; N]) -> Option<&str> {
    text.strip_prefix(any)
}

/// A clock time, whether it has seconds, and the rest.
fn clock(text: &str) -> Option<(Time, bool, &str)> {
    let (hour, rest) = digits(text, 2)?;
    let (minute, rest) = digits(rest.strip_prefix(':').unwrap_or(rest), 2)?;
    let second = separator(rest, [':'])
        .or_else(|| rest.starts_with(|c: char| c.is_ascii_digit()).then_some(rest));
    let (second, seconds, rest) = match second.and_then(|rest| digits(rest, 2)) {
        Some((second, rest)) => (second.min(59), true, rest),
        None => (0, false, rest),
    };
    let rest = match separator(rest, ['.', ',']) {
        Some(fraction) => fraction.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    let part = |number: i16| i8::try_from(number).ok();
    let time = Time::new(part(hour)?, part(minute)?, part(second)?, 0).ok()?;
    Some((time, seconds, rest))
}

/// The offset and the zone as printed.
fn zone(text: &str) -> (Option<Offset>, Option<String>) {
    let word = text.split(|c: char| c.is_whitespace() || c == '[').next().unwrap_or_default();
    if matches!(word, "Z" | "z" | "UTC" | "GMT") {
        return (Some(Offset::UTC), Some(word.to_owned()));
    }
    match offset(word) {
        Some(offset) => (Some(offset), Some(word.to_owned())),
        None => (None, None),
    }
}

fn offset(word: &str) -> Option<Offset> {
    let sign = match word.chars().next()? {
        '+' => 1,
        '-' | '\u{2212}' => -1,
        _ => return None,
    };
    let word = word.trim_start_matches(['+', '-', '\u{2212}']);
    let (hours, rest) = digits(word, 2)?;
    let minutes = digits(rest.strip_prefix(':').unwrap_or(rest), 2).map_or(0, |(m, _)| m);
    Offset::from_seconds(sign * (i32::from(hours) * 3600 + i32::from(minutes) * 60)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(value: &str, expected: &str) {
        let stamp = stamp(value, StampFrom::Meta).map(|stamp| stamp.to_string());
        assert_eq!(stamp.as_deref().unwrap_or("-"), expected);
    }

    #[test]
    fn times_are_no_more_exact_than_written() {
        check("2026-03-11", "2026-03-11");
        check(" 2026-03-11T06:55 ", "2026-03-11T06:55");
        check("2026-03-11T06:55:00+01:00", "2026-03-11T06:55:00+01:00");
        check("2026-03-11T06:55:00.000Z", "2026-03-11T06:55:00Z");
    }

    #[test]
    fn house_styles_are_read() {
        check("2026-03-11 06:55:00 +0100", "2026-03-11T06:55:00+01:00");
        check("20260311T065500Z", "2026-03-11T06:55:00Z");
        check("2026-3-1T6:05", "2026-03-01T06:05");
        check("2026/03/11", "2026-03-11");
        check("11-03-2026", "2026-03-11");
        check("Wed, 11 Mar 2026 06:55:00 GMT", "2026-03-11T06:55:00Z");
        check("2026-03-11T06:55:00+01:00[Europe/Oslo]", "2026-03-11T06:55:00+01:00");
    }

    #[test]
    fn months_and_years_alone_are_periods() {
        let print = |value| period(value, StampFrom::Feed).map(|stamp| stamp.to_string());
        assert_eq!(print("2026-03").as_deref(), Some("2026-03"));
        assert_eq!(print(" 2026 ").as_deref(), Some("2026"));
        assert_eq!(print("2026-13"), None);
        assert_eq!(print("2026-03-01"), None);
        assert_eq!(print("026"), None);
        assert_eq!(print("20260"), None);
    }

    #[test]
    fn what_names_no_day_is_no_time() {
        check("2026-03", "-");
        check("2026-02-30", "-");
        check("yesterday", "-");
        check("0", "-");
        check("1741676100", "-");
    }
}
