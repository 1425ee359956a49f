//! What was known at a moment of the past: the captures that had been taken, or else published, by then.

use crate::{meaning::Encoding, pipeline};
use jiff::{Timestamp, civil::Date, tz::TimeZone};
use parallax_extract::OutletRules;
use parallax_model::{Article, Capture, Edition, ReadArticle, Stamp, StampPoint, Unread};
use rayon::{iter::Either, prelude::*};

/// Captures that were read, each by itself, and what could not be.
#[derive(Clone, Debug, Default)]
pub struct ReadCaptures {
    articles: Vec<ReadArticle>,
    /// With the time the capture was taken, where it says.
    unread: Vec<(Option<Timestamp>, Unread)>,
}

impl ReadCaptures {
    /// Reads `captures`; `unread` is what acquire already refused.
    pub fn of(captures: &[Capture], unread: Vec<Unread>, rules: &OutletRules) -> Self {
        let (articles, refused): (Vec<_>, Vec<_>) = captures
            .par_iter()
            .map(|capture| (capture.captured_at(), pipeline::read_by(capture, rules)))
            .partition_map(|(taken, read)| match read {
                Ok(article) => Either::Left(article),
                Err(unread) => Either::Right((taken, unread)),
            });
        let unread = unread.into_iter().map(|unread| (None, unread)).chain(refused).collect();
        Self { articles, unread }
    }

    /// Captures that were read before.
    pub fn read(articles: Vec<ReadArticle>) -> Self {
        Self { articles, unread: Vec::new() }
    }

    /// What of it was known at `moment`: the edition made of it is the one that was made, or could have been, of the
    /// captures known then.
    ///
    /// An article that says nothing of its time is not known; what could not be read stays, unless it was taken
    /// later.
    #[must_use]
    pub fn known_at(&self, moment: Timestamp) -> Self {
        let known = |read: &&ReadArticle| since(&read.article).is_some_and(|at| at <= moment);
        let taken = |one: &&(Option<Timestamp>, Unread)| one.0.is_none_or(|at| at <= moment);
        Self {
            articles: self.articles.iter().filter(known).cloned().collect(),
            unread: self.unread.iter().filter(taken).cloned().collect(),
        }
    }

    /// The articles, one a capture, in the order of the captures.
    pub fn articles(&self) -> &[ReadArticle] {
        &self.articles
    }

    /// The articles themselves.
    pub fn into_articles(self) -> Vec<ReadArticle> {
        self.articles
    }

    /// What could not be read.
    pub fn unread(&self) -> impl Iterator<Item = &Unread> {
        self.unread.iter().map(|(_, unread)| unread)
    }

    /// Groups and compares.
    pub fn edition(self, encoding: Encoding) -> Edition {
        let unread = self.unread.into_iter().map(|(_, unread)| unread).collect();
        pipeline::edition(self.articles, unread, encoding)
    }
}

/// From when on an article is known as it is: when its capture was taken, else when it was published or, where it says
/// so, changed since; `None` where nothing of this is said.
///
/// A time without a clock is known when its day, month or year is over, so that nothing is known too early.
pub fn since(article: &Article) -> Option<Timestamp> {
    let at = |stamp: &Stamp| {
        let (start, end) = stamp.moments(article.outlet.offset);
        if matches!(stamp.point, StampPoint::Clock { .. }) { start } else { end }
    };
    let told = || article.published.as_ref().map(at).max(article.modified.as_ref().map(at));
    article.capture.captured_at.or_else(told)
}

/// The same with, where that is all that is told, the day, month or year: `2027-03-12`, `2027-03`, `2027`.
pub fn since_when(article: &Article) -> Option<(Timestamp, Option<String>)> {
    let since = since(article)?;
    if article.capture.captured_at.is_some() {
        return Some((since, None));
    }
    let inexact = |stamp: &&Stamp| !matches!(stamp.point, StampPoint::Clock { .. });
    let ends = |stamp: &&Stamp| stamp.moments(article.outlet.offset).1 == since;
    let mut stamps = article.published.iter().chain(&article.modified).filter(inexact);
    Some((since, stamps.find(ends).map(Stamp::to_string)))
}

/// Reads a moment as a person gives it: an RFC 3339 time, or a day, which is meant to its end in UTC.
///
/// ```
/// use parallax::known::moment;
///
/// assert_eq!(moment("2027-03-12T10:00:00+02:00").unwrap().to_string(), "2027-03-12T08:00:00Z");
/// assert_eq!(moment("2027-03-12").unwrap().to_string(), "2027-03-12T23:59:59Z");
/// assert!(moment("noon").is_err());
/// ```
pub fn moment(words: &str) -> Result<Timestamp, String> {
    let wrong = || format!("{words:?} is no RFC 3339 time, as 2027-03-12T10:00:00Z, and no day");
    if let Ok(moment) = words.parse::<Timestamp>() {
        return Ok(moment);
    }
    if words.len() != "2027-03-12".len() {
        return Err(wrong());
    }
    let day: Date = words.parse().map_err(|_| wrong())?;
    let end = day.at(23, 59, 59, 0).to_zoned(TimeZone::UTC).map_err(|_| wrong())?;
    Ok(end.timestamp())
}

#[cfg(test)]
mod tests {
    use super::{moment, since, since_when};
    use crate::pipeline;
    use parallax_model::{Capture, CaptureParts, MediaType, ReadArticle};

    fn read(facts: &str, taken: Option<&str>) -> ReadArticle {
        let page = format!(
            "<html lang=\"en\"><head><script type=\"application/ld+json\">{{\"@context\":\"https://schema.org\",\
             \"@type\":\"NewsArticle\",\"headline\":\"The mill of Norven burns\",{facts}}}</script></head><body><article>\
             <h1>The mill of Norven burns</h1><p>A fire broke out in the mill of Norven on Monday, and nobody was hurt.</p>\
             <p>The fire was put out in the evening, the mayor said, and the mill stays closed.</p></article></body></html>"
        );
        let capture = Capture::new(CaptureParts {
            path: "page.html".to_owned(),
            record: None,
            url: None,
            media_type: MediaType::Html,
            charset: None,
            captured_at: taken.map(|at| at.parse().expect("a moment")),
            stored: 0..1,
            payload: page.into_bytes(),
        });
        pipeline::read(&capture).expect("an article")
    }

    fn check(facts: &str, taken: Option<&str>, known: &str) {
        let read = read(facts, taken);
        let at = since(&read.article).map(|at| at.to_string());
        assert_eq!(at.as_deref(), Some(known), "{facts}");
    }

    #[test]
    fn a_page_is_known_as_it_is_from_its_last_change_on() {
        let published = "\"datePublished\":\"2027-03-12T08:00:00Z\"";
        let changed = "\"dateModified\":\"2027-03-12T10:30:00Z\"";
        check(published, None, "2027-03-12T08:00:00Z");
        check(&format!("{published},{changed}"), None, "2027-03-12T10:30:00Z");
        let taken = "2027-03-12T09:00:00Z";
        check(&format!("{published},{changed}"), Some(taken), taken);
    }

    #[test]
    fn where_no_clock_is_told_none_is_shown() {
        let check = |facts: &str, day: Option<&str>| {
            let (_, told) = since_when(&read(facts, None).article).expect("it says when");
            assert_eq!(told.as_deref(), day, "{facts}");
        };
        check("\"datePublished\":\"2027-03-12\"", Some("2027-03-12"));
        check("\"datePublished\":\"2027-03-12T08:00:00Z\"", None);
    }

    #[test]
    fn what_is_no_moment_is_refused() {
        for words in ["", "2027-13-40", "2027-03-12T10:00", "yesterday", "2027-03-120"] {
            assert!(moment(words).is_err(), "{words}");
        }
    }
}
