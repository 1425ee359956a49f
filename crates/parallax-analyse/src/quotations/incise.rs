//! Reports set into speech between commas, as French prints them.
//!
//! `Nous partons, a dit le capitaine, et vite.`: the words of the outlet stand
//! after a comma and start with a reporting verb that its subject follows.

use super::vocabulary::{Class, Vocabulary};
use parallax_language::{fold, words};
use parallax_model::cut;
use std::ops::Range;

/// The spoken pieces of `text` from `start`; empty if nothing in it reports.
pub(super) fn pieces(text: &str, start: usize, vocabulary: &Vocabulary) -> Vec<Range<usize>> {
    let Some(report) = report(text, start, vocabulary) else { return Vec::new() };
    let rest = cut(text, report.end..text.len());
    let after = rest.len() - rest.trim_start_matches([',', '.', ' ', '\u{A0}']).len();
    let before = start..report.start;
    let goes_on = report.end + after..text.len();
    if goes_on.is_empty() { [before].into() } else { [before, goes_on].into() }
}

/// Words looked at after a comma.
const REACH: usize = 6;
/// Commas looked at; a report stands near the start.
const MOST_COMMAS: usize = 4;

/// The first report: from after its comma to the comma or stop that ends it.
fn report(text: &str, start: usize, vocabulary: &Vocabulary) -> Option<Range<usize>> {
    let from = cut(text, start..text.len());
    let commas = from.match_indices([',', '!', '?']).take(MOST_COMMAS);
    let begin = commas
        .map(|(at, mark)| start + at + mark.len())
        .find(|&at| opens_report(cut(text, at..text.len()), vocabulary))?;
    let rest = cut(text, begin..text.len());
    let end = rest.find([',', '.', '!', '?', ';', ':']).unwrap_or(rest.len());
    Some(begin..begin + end)
}

/// Whether a stretch starts with `a dit le`, `a-t-il dit`, `explique Vega`.
fn opens_report(rest: &str, vocabulary: &Vocabulary) -> bool {
    let stop = rest.find([',', '.', '!', '?', ';', ':', '\n']).unwrap_or(rest.len());
    let rest = cut(rest, 0..stop);
    let mut found = words(rest).take(REACH).map(|word| word.of(rest));
    let is = |word: &str, class| vocabulary.is(&fold(word), class);
    let reports = |word: &str| vocabulary.verb(&fold(word)).is_some();
    let subject = |word: &str| {
        word.starts_with(char::is_uppercase)
            || [Class::Determiner, Class::Masculine, Class::Feminine, Class::Plural, Class::Linking]
                .iter()
                .any(|class| is(word, *class))
    };
    let Some(first) = found.next() else { return false };
    if reports(first) {
        return found.next().is_some_and(subject);
    }
    let small = |word: &str| {
        [Class::Auxiliary, Class::Masculine, Class::Feminine, Class::Plural, Class::Linking]
            .iter()
            .any(|class| is(word, *class))
    };
    is(first, Class::Auxiliary) && found.find(|word| !small(word)).is_some_and(reports)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found = pieces(text, 0, Vocabulary::of("fr"));
        let words: Vec<&str> = found.into_iter().map(|part| cut(text, part).trim()).collect();
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn reports_between_commas_are_left_out() {
        check("Nous partons, a dit le capitaine, et vite.", &["Nous partons,", "et vite."]);
        check("Nous partons, a-t-il dit.", &["Nous partons,"]);
        check("Partons ! explique Vega. Demain.", &["Partons !", "Demain."]);
    }

    #[test]
    fn commas_alone_report_nothing() {
        check("Nous partons, et la mer est calme, dit-on.", &[]);
        check("Le pain, le beurre, a priori.", &[]);
    }
}
