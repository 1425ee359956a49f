//! Expressions of time, resolved against the day the article was published.
//!
//! Each line of the text is read by one grammar for all languages, and each
//! expression is held against the calendar in document order, so that `two
//! days earlier` counts from the day spoken of just before. Without a day of
//! publication only expressions that name their year, and lengths of time,
//! have a value.

mod counting;
mod easter;
mod grammar;
mod meaning;
mod quoted;
mod resolve;
mod stretches;
mod tense;
mod tokens;
mod vocabulary;
mod written;

use grammar::ranges::agreed;
use meaning::{Found, From, When, YearSaid};
use parallax_language::{Language, calendar};
use parallax_model::{Article, Precision, Span, Stretch, Timex, TimexKind, cut};
use resolve::{Context, Resolved, distance, resolve};
use std::ops::Range;
use tokens::Line;
use vocabulary::{Bound, Tense};

/// Words that may stand between `two days after the storm` and the date that says the same.
const APPOSED: usize = 10;

/// The expressions of time in `article`, in document order, none overlapping.
pub(crate) fn timexes(article: &Article, sentences: &[Span]) -> Vec<Timex> {
    let language = Language::of_tag(&article.language).unwrap_or(Language::UNKNOWN);
    let language = if language == Language::UNKNOWN { by_script(article) } else { language };
    let mut reading = Reading {
        article,
        sentences,
        context: Context {
            today: article.published.as_ref().map(parallax_model::Stamp::date),
            day: None,
            year: None,
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
        let mut at = 0;
        while let Some(one) = found.get(at) {
            let after = found.get(at + 1);
            at += 1;
            if self.names_outlet(line, one) {
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
        if let When::Offset { from: From::Anchor, .. } = found.when
            && let Some(same) = apposed(line, found, after, &sentence(), context)
        {
            return Some(same);
        }
        if let When::Offset { unit, by, from: From::Event } = found.when {
            return beside_event(line, found, after, &sentence(), context)
                .or_else(|| Some(distance(unit, by)));
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

    /// Two dates that are the ends of one range: whether they are, and were kept.
    ///
    /// Two bare years stay two timexes of one stretch: each is a date that other accounts name.
    fn range(&mut self, start: usize, line: &Line<'_>, first: &Found, last: &Found) -> bool {
        let Some(words) = line.ranges(first, last) else { return false };
        let (first, last) = agreed(*first, *last);
        // The words that open a range say nothing of its tense: Russian `с` is also `since`.
        let whole = Found { first: words.start, next: words.end, ..first };
        let context = self.context_of(start, line, &whole);
        let Some(from) = resolve(&first, &context) else { return false };
        let Some(begin) = stretches::point(&first, line.edge(&first), &from, &context) else {
            return false;
        };
        // `from March to date`: what ends now has begun.
        let past = Context { tense: Some(Tense::Past), ..context };
        let begun = matches!(last.when, When::Fixed(_) | When::Offset { .. })
            .then(|| resolve(&first, &past))
            .flatten()
            .filter(|_| context.today.is_some_and(|today| begin > today));
        let (from, begin) = match begun {
            Some(from) => match stretches::point(&first, line.edge(&first), &from, &past) {
                Some(begin) => (from, begin),
                None => return false,
            },
            None => (from, begin),
        };
        let beyond = Context { today: Some(begin), tense: Some(Tense::Future), ..context };
        let ahead = match last.when {
            When::Weekday { .. } if !matches!(first.when, When::Weekday { .. }) => &context,
            When::Weekday { .. } | When::Calendar { year: YearSaid::Unsaid, .. } => &beyond,
            _ => &context,
        };
        let Some(to) = resolve(&last, ahead) else { return false };
        let end = stretches::point(&last, line.edge(&last), &to, &context);
        let Some(end) = end.filter(|end| begin <= *end) else { return false };
        let Some(span) = self.span(start, line, words) else { return false };
        let stretch = Stretch { span, start: Some(begin.to_string()), end: Some(end.to_string()) };
        if matches!((first.when, last.when), (When::Year(_), When::Year(_))) {
            self.put(start, line, &first, from, Some(stretch.clone()));
            self.put(start, line, &last, to, Some(stretch));
            return true;
        }
        self.remember(start, &first, &from.0, from.1);
        self.remember(start, &last, &to.0, to.1);
        let value = format!("{begin}/{end}");
        let kind = TimexKind::Range;
        self.timexes.push(Timex { span, value, precision: from.1, kind, stretch: Some(stretch) });
        true
    }

    /// `two days after January 12`: the distance and the date it is from, with the day they make
    /// together: whether they were kept.
    fn apart_from_date(
        &mut self,
        start: usize,
        line: &Line<'_>,
        found: &Found,
        date: &Found,
    ) -> bool {
        let When::Offset { unit, by, from: From::Event } = found.when else { return false };
        let the = date.first == found.next + 1 && line.is(found.next, vocabulary::Sense::The);
        if date.first != found.next && !the {
            return false;
        }
        let context = self.context_of(start, line, found);
        let resolved = self.resolved(start, line, found, Some(date), &context);
        let context = self.context_of(start, line, date);
        let from = self.resolved(start, line, date, None, &context);
        let Some((resolved, from)) = resolved.zip(from) else { return false };
        let day = calendar::days(&from.0).filter(|_| from.1 == Precision::Day);
        let Some(day) = day.and_then(|(day, _)| stretches::away(day, unit, by)) else {
            return false;
        };
        let (bound, first) = match line.bounded(found).filter(|_| by < 0) {
            Some(bounded) => (Bound::Before, bounded.first),
            None => (Bound::Since, found.first),
        };
        let Some(span) = self.span(start, line, first..date.next) else { return false };
        let days = Some(day.to_string());
        let begins = days.clone().filter(|_| bound == Bound::Since);
        let stretch = Stretch { span, start: begins, end: days };
        self.put(start, line, found, resolved, Some(stretch.clone()));
        self.put(start, line, date, from, Some(stretch));
        true
    }

    fn stretch(
        &self,
        start: usize,
        line: &Line<'_>,
        found: &Found,
        resolved: &Resolved,
        context: &Context,
    ) -> Option<Stretch> {
        let bounded = line.bounded(found);
        let now = || {
            let today = context.today.filter(|_| resolved.0 == "PRESENT_REF" && bounded.is_some());
            today.map(|today| stretches::Days { start: Some(today), end: Some(today) })
        };
        let days = stretches::days(found, line.edge(found), resolved, context).or_else(now)?;
        let (days, words) = match bounded {
            // `before the end of December`
            Some(bounded) if bounded.bound == Bound::Before && line.edge(found) == Some(1) => {
                let days = stretches::Days { start: None, ..days };
                (days, bounded.first..bounded.next)
            }
            Some(bounded) => (days.on(bounded.bound), bounded.first..bounded.next),
            // A day by its value needs no stretch beside it.
            None if resolved.1 == Precision::Day => return None,
            None => (days, found.first..found.next),
        };
        let text = |day: Option<jiff::civil::Date>| day.map(|day| day.to_string());
        let span = self.span(start, line, words)?;
        Some(Stretch { span, start: text(days.start), end: text(days.end) })
    }

    /// The bytes of `words` of the line.
    fn span(&self, start: usize, line: &Line<'_>, words: Range<usize>) -> Option<Span> {
        let first = line.tokens.get(words.start)?;
        let last = line.tokens.get(words.end.checked_sub(1)?)?;
        self.article.text.span(start + first.start, start + last.end).ok()
    }

    /// Later expressions count from this one.
    fn remember(&mut self, start: usize, found: &Found, value: &str, precision: Precision) {
        let Some((first, last)) = calendar::days(value) else { return };
        self.context.day = (first == last).then_some(first);
        if self.lead.is_none() && start >= self.article.body_start() {
            self.lead = self.context.day;
        }
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

/// `two days after the storm, on February 12`: the date beside it says when.
fn beside_event(
    line: &Line<'_>,
    found: &Found,
    after: Option<&Found>,
    sentence: &Range<usize>,
    context: &Context,
) -> Option<Resolved> {
    let date = after.filter(|date| date.next <= sentence.end)?;
    let (value, precision) = resolve(date, context)?;
    if date.first == found.next && precision == Precision::Day {
        let When::Offset { unit, by, .. } = found.when else { return None };
        let (day, _) = calendar::days(&value)?;
        let when = When::Offset { unit, by, from: From::Published };
        let shifted = Found { when, ..*found };
        return resolve(&shifted, &Context { today: Some(day), quarter: None, ..*context });
    }
    apposed(line, found, after, sentence, context)
}

/// The day behind a comma that says the same as `found`: `eleven days later, on Friday`.
fn apposed(
    line: &Line<'_>,
    found: &Found,
    after: Option<&Found>,
    sentence: &Range<usize>,
    context: &Context,
) -> Option<Resolved> {
    let date = after.filter(|date| date.next <= sentence.end)?;
    let near = date.first <= found.next + APPOSED
        && (found.next..=date.first).any(|at| line.gap(at).trim() == ",");
    resolve(date, context).filter(|(_, precision)| near && *precision == Precision::Day)
}

#[cfg(test)]
pub(crate) mod tests;
