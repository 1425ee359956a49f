//! Expressions of time, resolved against the day the article was published.
//!
//! Each line of the text is read by one grammar for all languages, and each
//! expression is held against the calendar in document order, so that `two
//! days earlier` counts from the day spoken of just before. Without a day of
//! publication only expressions that name their year, and lengths of time,
//! have a value.

mod beside;
mod context;
mod counting;
mod easter;
mod grammar;
mod joined;
mod meaning;
mod quoted;
mod resolve;
mod stretches;
mod tense;
mod tokens;
mod vocabulary;
mod written;

use beside::{apposed, beside_event};
use context::Context;
use meaning::{Found, From, When, YearSaid};
use parallax_language::{Language, calendar};
use parallax_model::{Article, Precision, Span, Stamp, Stretch, Timex, TimexKind, cut};
use resolve::{Resolved, distance, resolve};
use std::ops::Range;
use tokens::Line;
use vocabulary::{Tense, Unit};

/// Thousandths of a month from which results are reported for more than a quarter.
const MONTHS_REPORTED: i128 = 6000;

/// The expressions of time in `article`, in document order, none overlapping.
///
/// Of an article dated by its month or year alone, those that mean the same on its first
/// and its last day.
pub(crate) fn timexes(article: &Article, sentences: &[Span]) -> Vec<Timex> {
    let Some((first, last)) = article.published.as_ref().map(Stamp::days) else {
        return timexes_on(None, article, sentences);
    };
    let mut found = timexes_on(Some(first), article, sentences);
    if first != last {
        let late = timexes_on(Some(last), article, sentences);
        found.retain(|timex| {
            let at = late.partition_point(|other| other.span.start() < timex.span.start());
            late.get(at) == Some(timex)
        });
    }
    found
}

fn timexes_on(
    today: Option<jiff::civil::Date>,
    article: &Article,
    sentences: &[Span],
) -> Vec<Timex> {
    let language = Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN);
    let language = if language == Language::UNKNOWN { by_script(article) } else { language };
    let mut reading = Reading {
        article,
        sentences,
        context: Context {
            today,
            day: None,
            weekdays: [None; 7],
            year: None,
            spoken: None,
            quarter: None,
            tense: None,
        },
        lead: None,
        timexes: Vec::new(),
    };
    let mut start = 0;
    for text in article.text.as_str().split_inclusive('\n') {
        reading.line(start, &Line::read(text, language));
        start += text.len();
    }
    reading.timexes
}

/// Bytes of a text in no known language that tell its script.
const SCRIPT_TOLD_BY: usize = 400;

/// The language that a text too short to be told is read in: the commonest of its script.
fn by_script(article: &Article) -> Language {
    let text = article.text.as_str();
    let told = text.char_indices().take_while(|(at, _)| *at < SCRIPT_TOLD_BY);
    let letter = told.map(|(_, letter)| letter).find(|letter| letter.is_alphabetic());
    let tag = match letter {
        Some('\u{0400}'..='\u{052F}') => "ru",
        Some('\u{3400}'..='\u{9FFF}') => "zh",
        Some('a'..='z' | 'A'..='Z') => "en",
        _ => return Language::UNKNOWN,
    };
    Language::of_tag(tag).unwrap_or(Language::UNKNOWN)
}

/// The walk through one article.
struct Reading<'a> {
    article: &'a Article,
    sentences: &'a [Span],
    context: Context,
    /// The first day the body speaks of.
    lead: Option<jiff::civil::Date>,
    timexes: Vec<Timex>,
}

impl Reading<'_> {
    fn line(&mut self, start: usize, line: &Line<'_>) {
        let found = grammar::find(line);
        self.context.year = None;
        self.context.spoken = None;
        let mut at = 0;
        while let Some(one) = found.get(at) {
            let after = found.get(at + 1);
            at += 1;
            if self.names_outlet(line, one) || quoted::is_title(line, one) {
                continue;
            }
            if let Some(last) = after
                && (self.range(start, line, one, last)
                    || self.apart_from_date(start, line, one, last))
            {
                at += 1;
            } else {
                let context = self.context_of(start, line, one);
                if let Some(resolved) = self.resolved(start, line, one, after, &context) {
                    self.keep(start, line, one, resolved, &context);
                }
            }
        }
        if !line.tokens.is_empty() && found.is_empty() {
            self.context.day = None;
        }
    }

    fn resolved(
        &self,
        start: usize,
        line: &Line<'_>,
        found: &Found,
        after: Option<&Found>,
        context: &Context,
    ) -> Option<Resolved> {
        let sentence = || self.sentence(start, line, found);
        // Kazakh and Chinese have one word for `ago` and `earlier`.
        let either = matches!(line.language.primary(), "kk" | "zh") && found.counted;
        if let When::Offset { from, .. } = found.when
            && (from == From::Anchor || either)
            && let Some(same) = apposed(line, found, after, &sentence(), context)
        {
            return Some(same);
        }
        if let When::Offset { unit, by, from: From::Event } = found.when {
            return beside_event(line, found, after, &sentence(), context)
                .or_else(|| Some(distance(unit, by)));
        }
        if found.when == When::SameQuarter && context.quarter.is_none() {
            return resolve::quarter_to(line, found, after?, context);
        }
        let resolved = resolve(found, context)?;
        match found.when {
            // `A year later they sold it` is over, whichever day it counts from.
            When::Offset { unit, by, from: From::Anchor } if is_ahead(&resolved, context) => {
                Some(distance(unit, by))
            }
            _ => Some(resolved),
        }
    }

    /// What is known where `found` stands.
    fn context_of(&self, start: usize, line: &Line<'_>, found: &Found) -> Context {
        let sentence = self.sentence(start, line, found);
        let tense = tense::around(line, found, &sentence);
        Context { tense, today: self.today(line, found), ..self.context }
    }

    /// Whether `found` is in the name of the outlet, where that has more than one word.
    fn names_outlet(&self, line: &Line<'_>, found: &Found) -> bool {
        let name = self.article.outlet.name.as_deref().filter(|name| name.contains(' '));
        let (Some(name), Some(token)) = (name, line.tokens.get(found.first)) else { return false };
        let mut from = token.start.saturating_sub(name.len());
        while !line.text.is_char_boundary(from) {
            from += 1;
        }
        let mut until = line.text.len().min(token.end + name.len());
        while !line.text.is_char_boundary(until) {
            until -= 1;
        }
        let mut said = cut(line.text, from..until).match_indices(name);
        said.any(|(at, _)| from + at <= token.start && token.end <= from + at + name.len())
    }

    /// Today, or the day a quoted speaker spoke.
    fn today(&self, line: &Line<'_>, found: &Found) -> Option<jiff::civil::Date> {
        let today = self.context.today?;
        let spoken = self.lead.filter(|_| quoted::counts_from_speech(line, found));
        Some(spoken.filter(|day| quoted::close(*day, today)).unwrap_or(today))
    }

    /// The words of the sentence that holds `found`, or of the line.
    fn sentence(&self, start: usize, line: &Line<'_>, found: &Found) -> Range<usize> {
        let whole = 0..line.len();
        let Some(byte) = line.tokens.get(found.first).map(|token| start + token.start) else {
            return whole;
        };
        let at = self.sentences.partition_point(|sentence| sentence.end() <= byte);
        let Some(sentence) = self.sentences.get(at).filter(|one| one.start() <= byte) else {
            return whole;
        };
        let word = |byte: usize| line.tokens.partition_point(|token| start + token.start < byte);
        word(sentence.start())..word(sentence.end())
    }

    fn keep(
        &mut self,
        start: usize,
        line: &Line<'_>,
        found: &Found,
        resolved: Resolved,
        context: &Context,
    ) {
        let stretch = self.stretch(start, line, found, &resolved, context);
        self.put(start, line, found, resolved, stretch);
    }

    fn put(
        &mut self,
        start: usize,
        line: &Line<'_>,
        found: &Found,
        resolved: Resolved,
        stretch: Option<Stretch>,
    ) {
        let (value, precision) = resolved;
        self.remember(start, found, &value, precision);
        if let Some(span) = self.span(start, line, found.first..found.next) {
            let kind = kind(found, precision);
            self.timexes.push(Timex { span, value, precision, kind, stretch });
        }
    }

    /// Later expressions count from this one.
    fn remember(&mut self, start: usize, found: &Found, value: &str, precision: Precision) {
        // Results `for the nine months` are compared with those of a year before, not of a quarter.
        if let When::Length { unit: Unit::Month, milli: Some(MONTHS_REPORTED..) }
        | When::Rolling { unit: Unit::Month, milli: Some(MONTHS_REPORTED..), .. } = found.when
        {
            self.context.quarter = None;
        }
        let Some((first, last)) = calendar::days(value) else { return };
        self.context.day = (first == last).then_some(first);
        if let When::Weekday { day, .. } = found.when
            && let Ok(at) = usize::try_from(day.to_monday_zero_offset())
            && let Some(spoken) = self.context.weekdays.get_mut(at)
        {
            *spoken = Some(first);
        }
        if self.lead.is_none() && start >= self.article.body_start() {
            self.lead = self.context.day;
        }
        // `5, from 4 a year earlier, and 9, from 7 a year earlier` go back to one year.
        let compared =
            matches!(found.when, When::Offset { from, by: ..0, .. } if from != From::Published);
        self.context.spoken = match precision {
            _ if compared => self.context.spoken,
            Precision::Year => Some((first.year(), None)),
            Precision::Month | Precision::Day | Precision::Time => {
                Some((first.year(), u8::try_from(first.month()).ok()))
            }
            _ => self.context.spoken,
        };
        let said = matches!(found.when, When::Year(_))
            || matches!(found.when, When::Calendar { year: YearSaid::Given(_), .. });
        if said || precision == Precision::Day {
            self.context.year = Some(first.year());
        }
        if !matches!(found.when, When::Quarter { .. }) {
            return;
        }
        let quarter = value.split_once("-Q").and_then(|(_, quarter)| quarter.parse().ok());
        if let Some(quarter) = quarter {
            self.context.quarter = Some((first.year(), quarter));
        }
    }
}

/// What sort of expression `found` is.
fn kind(found: &Found, precision: Precision) -> TimexKind {
    match found.when {
        When::Fixed(value) if value.ends_with("_REF") => TimexKind::Date,
        When::Fixed(_) | When::Every(_) => TimexKind::Set,
        _ => Timex::kind_of(precision),
    }
}

/// Whether a sentence that looks back would speak of a day to come.
fn is_ahead((value, _): &Resolved, context: &Context) -> bool {
    let first = calendar::days(value).map(|(first, _)| first);
    context.tense == Some(Tense::Past) && first > context.today
}

#[cfg(test)]
pub(crate) mod tests;
