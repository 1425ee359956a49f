//! Chinese expressions of time, read letter by letter: each letter is a word.

mod counted;
mod days;
mod edges;
mod numerals;
mod periods;
mod words;

use crate::timexes::{
    meaning::{Found, When},
    tokens::Line,
    vocabulary::Unit,
};
use words::Class;

impl Line<'_> {
    pub(super) fn chinese_line(&self) -> bool {
        self.language.primary() == "zh"
    }

    /// The longest Chinese expression that starts at word `at`.
    pub(super) fn chinese(&self, at: usize) -> Option<Found> {
        let readings = [
            self.zh_day(at),
            self.zh_period(at),
            self.zh_nth(at),
            self.zh_length(at),
            self.zh_now(at),
            self.zh_hour(at),
            self.zh_every(at),
            self.holiday(at),
        ];
        readings.into_iter().flatten().max_by_key(|found| found.next)
    }

    /// `下午三点半`, with no day beside it.
    fn zh_hour(&self, at: usize) -> Option<Found> {
        let ((clock, part), next) = self.zh_time(at)?;
        let clock = clock.filter(|_| part.is_some())?;
        Some(Found { clock: Some(clock), part, ..Found::new(at, next, When::Clock) })
    }

    /// `每天`, `每周一`.
    fn zh_every(&self, at: usize) -> Option<Found> {
        let next = self.zh_letter(at, &["每"])?;
        let next = self.zh_letter(next, &["个", "個"]).unwrap_or(next);
        if let Some(When::Weekday { day, .. }) = self.zh_weekday(next).map(|found| found.when) {
            let after = self.zh_weekday(next)?.next;
            return Some(Found::new(at, after, When::Fixed(super::lengths::weekly(day))));
        }
        let (unit, after) = self
            .zh_unit(next)
            .or_else(|| self.zh_letter(next, &["月"]).map(|after| (Unit::Month, after)))?;
        Some(Found::new(at, after, When::Every(unit)))
    }

    fn zh_now(&self, at: usize) -> Option<Found> {
        let (_, next) = self.zh(at, Class::Now)?;
        Some(Found::new(at, next, When::Fixed("PRESENT_REF")))
    }

    /// The longest word of `class` at word `at`: its value, and the word after.
    fn zh(&self, at: usize, class: Class) -> Option<(&'static str, usize)> {
        let forms = words::starting_with(self.raw(at));
        let of_class = forms.iter().filter(|form| form.class == class);
        let read = of_class.filter(|form| self.zh_reads(at, form.text));
        let form = read.max_by_key(|form| form.length)?;
        Some((form.value, at + form.length))
    }

    fn zh_steps(&self, at: usize, class: Class) -> Option<(i8, usize)> {
        let (value, next) = self.zh(at, class)?;
        Some((value.parse().ok()?, next))
    }

    /// Whether the letters of `text` stand at word `at` with nothing between.
    fn zh_reads(&self, at: usize, text: &str) -> bool {
        let mut buffer = [0; 4];
        text.chars().enumerate().all(|(by, letter)| {
            let close = by == 0 || self.gap(at + by).is_empty();
            close && self.raw(at + by) == &*letter.encode_utf8(&mut buffer)
        })
    }

    /// Past the letter `text`, where it stands at word `at` behind no more than spaces.
    fn zh_letter(&self, at: usize, texts: &[&str]) -> Option<usize> {
        let near = at == 0 || self.gap(at).trim().is_empty();
        (near && texts.contains(&self.raw(at))).then_some(at + 1)
    }
}
