//! Expressions that belong together, and the days they span.

use super::{
    Reading,
    context::Context,
    grammar::ranges::agreed,
    meaning::{Found, From, When, YearSaid},
    resolve::{Resolved, resolve},
    stretches,
    tokens::Line,
    vocabulary::{Bound, Sense, Tense},
};
use jiff::civil::Date;
use parallax_language::calendar;
use parallax_model::{Precision, Span, Stretch, Timex, TimexKind};
use std::ops::Range;

/// Where a range begins that ends now or is told as over, if it would else begin after today.
fn begun_before(
    line: &Line<'_>,
    first: &Found,
    last: &Found,
    begin: Date,
    context: &Context,
) -> Option<(Resolved, Date)> {
    // `from March to date`; `between January 1 and September 26 there were 40`
    let over = match last.when {
        When::Fixed(_) | When::Offset { .. } => true,
        When::Calendar { .. } => context.tense == Some(Tense::Past),
        _ => false,
    };
    let past = Context { tense: Some(Tense::Past), ..*context };
    let when = match first.when {
        When::Calendar { year: YearSaid::Unsaid, month, day } => {
            When::Calendar { year: YearSaid::Nearest(-1), month, day }
        }
        when => when,
    };
    let first = Found { when, ..*first };
    let ahead = context.today.is_some_and(|today| begin > today);
    let from = resolve(&first, &past).filter(|_| over && ahead)?;
    let begin = stretches::point(&first, line.edge(&first), &from, &past)?;
    Some((from, begin))
}

/// The end of a range in one year: the next one from where it begins, however far.
fn after(last: Found, first: &Found) -> Found {
    let When::Calendar { year: YearSaid::Unsaid, month, day: Some(day) } = last.when else {
        return last;
    };
    let turns = match first.when {
        When::Calendar { month: from, day: Some(start), .. } => (month, day) <= (from, start),
        _ => true,
    };
    let year = if turns { YearSaid::Unsaid } else { YearSaid::Nearest(1) };
    Found { when: When::Calendar { year, month, day: Some(day) }, ..last }
}

impl Reading<'_> {
    /// Two dates that are the ends of one range: whether they are, and were kept.
    ///
    /// Two bare years stay two timexes of one stretch: each is a date that other accounts name.
    pub(super) fn range(
        &mut self,
        start: usize,
        line: &Line<'_>,
        first: &Found,
        last: &Found,
    ) -> bool {
        let Some(words) = line.ranges(first, last) else { return false };
        let (first, last) = agreed(*first, *last);
        // The words that open a range say nothing of its tense: Russian `с` is also `since`.
        let whole = Found { first: words.start, next: words.end, ..first };
        let context = self.context_of(start, line, &whole);
        let Some(from) = resolve(&first, &context) else { return false };
        let Some(begin) = stretches::point(&first, line.edge(&first), &from, &context) else {
            return false;
        };
        let begun = begun_before(line, &first, &last, begin, &context);
        let (from, begin) = begun.unwrap_or((from, begin));
        let beyond = Context { today: Some(begin), tense: Some(Tense::Future), ..context };
        let ahead = match last.when {
            When::Weekday { .. } if !matches!(first.when, When::Weekday { .. }) => &context,
            When::Weekday { .. } | When::Calendar { year: YearSaid::Unsaid, .. } => &beyond,
            _ => &context,
        };
        let Some(to) = resolve(&after(last, &first), ahead) else { return false };
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
    pub(super) fn apart_from_date(
        &mut self,
        start: usize,
        line: &Line<'_>,
        found: &Found,
        date: &Found,
    ) -> bool {
        let When::Offset { unit, by, from: From::Event } = found.when else { return false };
        let the = date.first == found.next + 1 && line.is(found.next, Sense::The);
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

    pub(super) fn stretch(
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
        let text = |day: Option<Date>| day.map(|day| day.to_string());
        let span = self.span(start, line, words)?;
        Some(Stretch { span, start: text(days.start), end: text(days.end) })
    }

    /// The bytes of `words` of the line.
    pub(super) fn span(&self, start: usize, line: &Line<'_>, words: Range<usize>) -> Option<Span> {
        let first = line.tokens.get(words.start)?;
        let last = line.tokens.get(words.end.checked_sub(1)?)?;
        self.article.text.span(start + first.start, start + last.end).ok()
    }
}
