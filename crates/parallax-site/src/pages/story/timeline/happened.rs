//! When something happened, as a stretch of time.

use crate::pages::story::Scene;
use jiff::{
    Timestamp,
    civil::{Date, DateTime},
    tz::TimeZone,
};
use parallax_publish::telling::{Day, Moment};

/// The first and the last moment that a TIMEX3 value can mean, in universal time.
pub(super) fn span(value: &str) -> Option<(Timestamp, Timestamp)> {
    let moment = |at: DateTime| Some(at.to_zoned(TimeZone::UTC).ok()?.timestamp());
    let whole = |first: Date, last: Date| {
        Some((moment(first.at(0, 0, 0, 0))?, moment(last.at(23, 59, 59, 0))?))
    };
    if let Some((day, clock)) = value.split_once('T') {
        let day: Date = day.parse().ok()?;
        let (hour, minute) = clock.split_once(':').unwrap_or((clock, "0"));
        let at = moment(day.at(
            hour.parse().ok().filter(|hour| *hour < 24)?,
            minute.get(..2).unwrap_or("0").parse().ok().filter(|minute| *minute < 60)?,
            0,
            0,
        ))?;
        return Some((at, at));
    }
    match value.split('-').collect::<Vec<_>>().as_slice() {
        [_, _, _] => value.parse().ok().and_then(|day| whole(day, day)),
        [year, month] => {
            let first = Date::new(year.parse().ok()?, month.parse().ok()?, 1).ok()?;
            whole(first, first.last_of_month())
        }
        _ => None,
    }
}

/// Whether the day was told from a word like `Tuesday`, not from a date.
pub(super) fn is_inferred(scene: &Scene<'_>, day: &Day, moment: &Moment) -> bool {
    let Some(read) = scene.edition.articles.get(moment.words.article) else { return false };
    let dates = read.annotations.dates.iter();
    let mut own =
        dates.filter(|date| date.value == day.value && moment.words.span.contains(date.span));
    own.next().is_some_and(|date| {
        !read.article.words(date.span).contains(|letter: char| letter.is_numeric())
    })
}

#[cfg(test)]
mod tests {
    use super::span;

    #[track_caller]
    fn check(value: &str, expected: Option<(&str, &str)>) {
        let found = span(value).map(|(from, to)| (from.to_string(), to.to_string()));
        let expected = expected.map(|(from, to)| (from.to_owned(), to.to_owned()));
        assert_eq!(found, expected, "{value}");
    }

    #[test]
    fn a_value_is_a_stretch_of_time() {
        check("2027-03-12", Some(("2027-03-12T00:00:00Z", "2027-03-12T23:59:59Z")));
        check("2027-02", Some(("2027-02-01T00:00:00Z", "2027-02-28T23:59:59Z")));
        check("2027-03-12T14:10", Some(("2027-03-12T14:10:00Z", "2027-03-12T14:10:00Z")));
    }

    #[test]
    fn what_is_no_stretch_is_none() {
        for value in ["2027", "P3D", "2027-W06", "2027-03-12TNI", "", "x-y", "2027-03-12T99:10"] {
            check(value, None);
        }
    }
}
