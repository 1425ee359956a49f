//! A moment as it is written, part by part.

use super::When;
use jiff::{
    SignedDuration,
    civil::{Date, Time},
    tz::Offset,
};

/// Nothing that says when is longer.
const LONGEST: usize = 100;

/// Months by how their names begin, in the languages that feeds are written in; a longer beginning stands before a shorter.
const MONTHS: &[(&str, i8)] = &[
    ("jan", 1),
    ("feb", 2),
    ("mar", 3),
    ("apr", 4),
    ("may", 5),
    ("jun", 6),
    ("jul", 7),
    ("aug", 8),
    ("sep", 9),
    ("oct", 10),
    ("nov", 11),
    ("dec", 12),
    ("mär", 3),
    ("mrz", 3),
    ("mai", 5),
    ("okt", 10),
    ("dez", 12),
    ("ene", 1),
    ("abr", 4),
    ("ago", 8),
    ("dic", 12),
    ("fév", 2),
    ("fev", 2),
    ("avr", 4),
    ("juin", 6),
    ("juil", 7),
    ("aoû", 8),
    ("aou", 8),
    ("déc", 12),
    ("янв", 1),
    ("фев", 2),
    ("мар", 3),
    ("апр", 4),
    ("мая", 5),
    ("май", 5),
    ("июн", 6),
    ("июл", 7),
    ("авг", 8),
    ("сен", 9),
    ("окт", 10),
    ("ноя", 11),
    ("дек", 12),
];

/// Zones by name, in minutes from UTC: RFC 822's, and those that mail and feeds use beside them.
const ZONES: &[(&str, i32)] = &[
    ("z", 0),
    ("ut", 0),
    ("utc", 0),
    ("gmt", 0),
    ("wet", 0),
    ("west", 60),
    ("bst", 60),
    ("cet", 60),
    ("mez", 60),
    ("cest", 120),
    ("mesz", 120),
    ("eet", 120),
    ("eest", 180),
    ("msk", 180),
    ("almt", 300),
    ("jst", 540),
    ("kst", 540),
    ("aest", 600),
    ("aedt", 660),
    ("nzst", 720),
    ("nzdt", 780),
    ("est", -300),
    ("edt", -240),
    ("cst", -360),
    ("cdt", -300),
    ("mst", -420),
    ("mdt", -360),
    ("pst", -480),
    ("pdt", -420),
];

/// What was found of a moment, part by part.
#[derive(Default)]
pub(super) struct Written {
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
    time: Option<Time>,
    /// Minutes from UTC.
    zone: Option<i32>,
    afternoon: Option<bool>,
}

impl Written {
    pub(super) fn read(text: &str) -> Self {
        let text = text.trim();
        let text: String = text.chars().take(LONGEST).collect::<String>().to_lowercase();
        let mut written = Self::default();
        let mut rest = text.as_str();
        if let Some(behind) = written.iso(rest) {
            rest = behind;
        }
        while let Some(first) = rest.chars().next() {
            // What stands in brackets repeats the zone in words.
            if first == '(' {
                break;
            }
            let signed = matches!(first, '+' | '-' | '\u{2212}') && written.time.is_some();
            let length = if first.is_ascii_digit() || signed {
                let inner = rest.get(first.len_utf8()..).unwrap_or_default();
                let more = inner
                    .find(|c: char| !(c.is_ascii_digit() || matches!(c, ':' | '.')))
                    .unwrap_or(inner.len());
                let length = first.len_utf8() + more;
                let part = rest.get(..length).unwrap_or_default();
                if signed {
                    written.offset(part);
                } else {
                    written.figures(part);
                }
                length
            } else if first.is_alphabetic() {
                let length = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
                written.word(rest.get(..length).unwrap_or_default());
                length
            } else {
                first.len_utf8()
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        written
    }

    /// A date as ISO 8601 writes it; what stands behind it.
    fn iso<'a>(&mut self, text: &'a str) -> Option<&'a str> {
        let mark = |at: usize| {
            text.as_bytes().get(at).is_some_and(|byte| matches!(byte, b'-' | b'/' | b'.'))
        };
        let part = |at: usize| text.get(at..at + 2)?.parse::<i8>().ok();
        if !mark(4) || !mark(7) {
            return None;
        }
        let year = text.get(..4)?.parse::<i16>().ok()?;
        (self.year, self.month, self.day) = (Some(year), Some(part(5)?), Some(part(8)?));
        let rest = text.get(10..)?;
        // A third digit of the day would be something else.
        (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some(rest)
    }

    fn figures(&mut self, part: &str) {
        let part = part.trim_end_matches(['.', ':']);
        if part.contains(':') {
            self.time = self.time.or_else(|| time(part));
            return;
        }
        let Ok(number) = part.parse::<i16>() else { return };
        match part.len() {
            4 if self.year.is_none() => self.year = Some(number),
            1 | 2 if self.day.is_none() => self.day = i8::try_from(number).ok(),
            // Two figures of a year, as RFC 822 wrote it.
            2 if self.year.is_none() => {
                self.year = Some(if number < 70 { 2000 + number } else { 1900 + number });
            }
            _ => {}
        }
    }

    fn word(&mut self, word: &str) {
        match word {
            "am" => self.afternoon = Some(false),
            "pm" => self.afternoon = Some(true),
            _ => {
                let zone =
                    ZONES.iter().find(|(name, _)| *name == word).filter(|_| self.time.is_some());
                if let Some((_, minutes)) = zone {
                    self.zone = self.zone.or(Some(*minutes));
                } else if self.month.is_none() {
                    self.month = MONTHS
                        .iter()
                        .find(|(start, _)| word.starts_with(start))
                        .map(|(_, month)| *month);
                }
            }
        }
    }

    /// `+0100`, `+01:00`, `-5`.
    fn offset(&mut self, part: &str) {
        let behind = !part.starts_with('+');
        let digits: String = part.chars().filter(char::is_ascii_digit).collect();
        let (hours, minutes) = match digits.len() {
            1 | 2 => (digits.as_str(), "0"),
            4 => digits.split_at(2),
            _ => return,
        };
        let (Ok(hours), Ok(minutes)) = (hours.parse::<i32>(), minutes.parse::<i32>()) else {
            return;
        };
        let all = hours * 60 + minutes;
        if all <= 18 * 60 {
            // GMT+0100: the figures say what the name leaves open.
            self.zone = Some(if behind { -all } else { all });
        }
    }

    pub(super) fn when(self) -> Option<When> {
        let day = Date::new(self.year?, self.month?, self.day?).ok()?;
        let Some(time) = self.time else { return Some(When::Day(day)) };
        let mut local = day.to_datetime(time);
        let hours = match (self.afternoon, time.hour()) {
            (Some(true), 1..=11) => 12,
            (Some(false), 12) => -12,
            _ => 0,
        };
        local = local.checked_add(SignedDuration::from_hours(hours)).ok()?;
        let Some(minutes) = self.zone else { return Some(When::Local(local)) };
        let offset = Offset::from_seconds(minutes * 60).ok()?;
        offset.to_timestamp(local).ok().map(When::Moment)
    }
}

fn time(part: &str) -> Option<Time> {
    let mut parts = part.split([':', '.']);
    let mut next =
        || parts.next().and_then(|part| part.get(..2).or(Some(part))?.parse::<i8>().ok());
    let (hour, minute, second) = (next()?, next()?, next().unwrap_or(0));
    // A leap second is the last of its minute.
    Time::new(hour, minute, second.min(59), 0).ok()
}
