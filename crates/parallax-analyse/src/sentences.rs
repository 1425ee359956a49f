//! Sentences of an article's body.
//!
//! A paragraph never shares a sentence with the next, and one without a final
//! stop is a sentence all the same. A closing mark after the stop belongs to
//! the sentence it closes; words inside quotation marks are split like any
//! others.

mod abbreviations;

use abbreviations::Point;
use parallax_model::{Article, Span, cut};
use std::ops::Range;

/// The sentences of the body, in order; they cover every letter of it.
pub(crate) fn sentences(article: &Article) -> Vec<Span> {
    let mut found = Vec::new();
    for paragraph in &article.paragraphs {
        let start = paragraph.start();
        let parts = split(article.words(*paragraph));
        found.extend(
            parts
                .into_iter()
                .filter_map(|part| article.text.trimmed(start + part.start..start + part.end)),
        );
    }
    found
}

/// Whether a point right after `word` is part of it: `Mr`, `Inc`.
pub(crate) fn ends_abbreviation(word: &str) -> bool {
    abbreviations::point_after(word) != Point::Plain
}

/// Cuts one paragraph into sentences, white space between them included.
pub(crate) fn split(paragraph: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut letters = paragraph.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        if !is_stop(letter) {
            continue;
        }
        let mut stops = 1;
        while letters.next_if(|&(_, next)| is_stop(next)).is_some() {
            stops += 1;
        }
        let quoted = letters.peek().is_some_and(|&(_, next)| is_closing_quote(next, letter));
        while letters.next_if(|&(_, next)| is_closing(next, letter)).is_some() {}
        let end = letters.peek().map_or(paragraph.len(), |&(next, _)| next);
        let end = end + footnotes(cut(paragraph, end..paragraph.len()));
        while letters.next_if(|&(next, _)| next < end).is_some() {}
        let stop = Stop { at, letter, alone: stops == 1, quoted, start, end };
        if stop.ends(paragraph) {
            parts.push(start..end);
            start = end;
        }
    }
    if !cut(paragraph, start..paragraph.len()).trim().is_empty() {
        parts.push(start..paragraph.len());
    }
    parts
}

/// Bytes of the footnote marks right after a stop: `in 1805. [17] His voice`.
fn footnotes(after: &str) -> usize {
    let mut rest = after;
    loop {
        let mark = rest.trim_start_matches(' ').strip_prefix('[');
        let digits = mark.map(|mark| mark.trim_start_matches(|digit: char| digit.is_ascii_digit()));
        match (mark, digits.and_then(|rest| rest.strip_prefix(']'))) {
            (Some(mark), Some(next)) if mark.len() > next.len() + 1 => rest = next,
            _ => return after.len() - rest.len(),
        }
    }
}

/// A stop and what stands around it.
struct Stop {
    /// Where the first stop stands.
    at: usize,
    /// The first stop.
    letter: char,
    /// Whether no other stop follows it.
    alone: bool,
    /// Whether a quotation closes right after it.
    quoted: bool,
    /// Where the sentence so far starts.
    start: usize,
    /// Where it would end.
    end: usize,
}

impl Stop {
    fn ends(&self, paragraph: &str) -> bool {
        let before = cut(paragraph, self.start..self.at);
        let after = cut(paragraph, self.end..paragraph.len());
        if after.trim_start().is_empty() {
            return true;
        }
        if is_wide(self.letter) {
            // `“……。”他说`: what opened with a mark goes on after it.
            let opened = before.trim_start().starts_with(is_opening_quote);
            let runs_on =
                !after.starts_with(|next: char| next.is_whitespace() || is_opening_quote(next));
            let attributed = self.quoted && opened && runs_on;
            return !(attributed || after.starts_with(['，', '、', '；']));
        }
        if !after.starts_with(|next: char| next.is_whitespace() || is_opening_quote(next)) {
            return false;
        }
        let small_next = self.alone && !self.quoted && self.letter != '…' && starts_small(before);
        if goes_on(after, small_next) || is_list_number(before) {
            return false;
        }
        let point = self.letter == '.' && self.alone && !self.quoted;
        !point || point_ends(before, after)
    }
}

/// Whether a single point between `before` and `after` ends a sentence.
fn point_ends(before: &str, after: &str) -> bool {
    match abbreviations::point_after(before) {
        Point::Plain => !abbreviations::is_day(before, after),
        Point::Open => false,
        Point::Number => !after.trim_start().starts_with(|next: char| next.is_ascii_digit()),
        Point::Either => abbreviations::opens_sentence(after),
    }
}

/// Whether a sentence starts with a small letter, so that the next one may.
fn starts_small(sentence: &str) -> bool {
    sentence.trim_start().starts_with(char::is_lowercase)
}

/// Whether the words after a stop continue the sentence: a small letter, unless `small` ones start
/// sentences here, or a dash and a small letter.
fn goes_on(after: &str, small: bool) -> bool {
    let mut next = after.chars().filter(|letter| !letter.is_whitespace()).take(3).peekable();
    let dash = next.next_if(|&letter| matches!(letter, '–' | '—' | '-')).is_some();
    match next.peek() {
        Some(&letter) if letter.is_lowercase() => dash || !small,
        Some(&letter) => !dash && matches!(letter, ',' | ';' | ':'),
        None => false,
    }
}

/// Whether the sentence so far is only a number: `1.` opens a list item.
fn is_list_number(before: &str) -> bool {
    let before = before.trim();
    !before.is_empty() && before.len() <= 3 && before.bytes().all(|byte| byte.is_ascii_digit())
}

const fn is_stop(letter: char) -> bool {
    matches!(letter, '.' | '!' | '?' | '…' | '‽' | '؟' | '۔' | '।' | '॥' | '։') || is_wide(letter)
}

/// Stops after which no space is written.
const fn is_wide(letter: char) -> bool {
    matches!(letter, '。' | '！' | '？' | '｡')
}

const fn is_closing(letter: char, stop: char) -> bool {
    is_closing_quote(letter, stop) || matches!(letter, ')' | ']' | '）' | '】')
}

/// The mark `“` closes in German; after a stop without space it opens in Chinese.
const fn is_closing_quote(letter: char, stop: char) -> bool {
    matches!(letter, '”' | '’' | '"' | '\'' | '»' | '」' | '』' | '›')
        || (letter == '“' && !is_wide(stop))
}

const fn is_opening_quote(letter: char) -> bool {
    matches!(letter, '“' | '‘' | '"' | '\'' | '«' | '„' | '「' | '『' | '‹')
}

#[cfg(test)]
mod tests {
    use super::{cut, split};
    use proptest::prelude::*;

    fn check(paragraph: &str, expected: &[&str]) {
        let found: Vec<&str> =
            split(paragraph).into_iter().map(|part| cut(paragraph, part).trim()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn titles_and_initials_do_not_end_a_sentence() {
        check(
            "Dr. J. K. Ames of St. Orr met Mrs. Vale. They spoke.",
            &["Dr. J. K. Ames of St. Orr met Mrs. Vale.", "They spoke."],
        );
    }

    #[test]
    fn the_day_of_a_german_date_does_not_end_a_sentence() {
        check(
            "Es schloss am 31. Januar. Der Bus kam auf Platz 31. Er fuhr.",
            &["Es schloss am 31. Januar.", "Der Bus kam auf Platz 31.", "Er fuhr."],
        );
    }

    #[test]
    fn a_country_in_letters_may_end_one() {
        check(
            "He flew to the U.S. The U.S. President met him at 5 a.m. local time.",
            &["He flew to the U.S.", "The U.S. President met him at 5 a.m. local time."],
        );
    }

    #[test]
    fn a_closing_mark_belongs_to_its_sentence() {
        check(
            "“I saw it. And that is it.” He left. “Why?” she asked.",
            &["“I saw it.", "And that is it.”", "He left.", "“Why?” she asked."],
        );
    }

    #[test]
    fn two_quotations_in_a_row_are_two_sentences() {
        check(
            "It was “dull.” “We left early,” he said.",
            &["It was “dull.”", "“We left early,” he said."],
        );
    }

    #[test]
    fn straight_marks_open_after_a_space_and_close_without_one() {
        check(
            "\"We go.\" \"Now,\" Orr said. \"Run.\"",
            &["\"We go.\"", "\"Now,\" Orr said.", "\"Run.\""],
        );
    }

    #[test]
    fn decimals_months_and_numbers_go_on() {
        check(
            "Rates rose 3.25 percent on Oct. 1 under Rule No. 7. All paid…",
            &["Rates rose 3.25 percent on Oct. 1 under Rule No. 7.", "All paid…"],
        );
    }

    #[test]
    fn russian_abbreviations_go_on() {
        check(
            "В 2025 г. на ул. Мира, т.е. там, Қ. К. Орлов купил 5 тыс. книг. «Зачем?» — спросил он.",
            &[
                "В 2025 г. на ул. Мира, т.е. там, Қ. К. Орлов купил 5 тыс. книг.",
                "«Зачем?» — спросил он.",
            ],
        );
    }

    #[test]
    fn who_writes_without_capitals_still_ends_sentences() {
        check(
            "i saw it. you did not? no... well, approx. half of it.",
            &["i saw it.", "you did not?", "no... well, approx. half of it."],
        );
        check("He asked Yahoo! for help.", &["He asked Yahoo! for help."]);
    }

    #[test]
    fn a_footnote_belongs_to_the_sentence_before_it() {
        check(
            "It closed in 1805. [17] It was rebuilt.[18][2] [a] Then it burned.",
            &["It closed in 1805. [17]", "It was rebuilt.[18][2]", "[a] Then it burned."],
        );
        check("The chapel (c. 1230) fell.", &["The chapel (c. 1230) fell."]);
    }

    #[test]
    fn chinese_and_arabic_stops_end_sentences() {
        check("他来了。“走吧。”他说。后来呢？", &["他来了。", "“走吧。”他说。", "后来呢？"]);
        check("هل وصل؟ نعم.", &["هل وصل؟", "نعم."]);
    }

    #[test]
    fn a_paragraph_without_stop_is_a_sentence() {
        check("What came next", &["What came next"]);
    }

    proptest! {
        #[test]
        fn parts_cover_the_paragraph_in_order(text in "[\\PC .!?”\"]{0,80}") {
            let mut last = 0;
            for part in split(&text) {
                prop_assert_eq!(part.start, last);
                prop_assert!(text.get(part.clone()).is_some());
                last = part.end;
            }
            prop_assert!(cut(&text, last..text.len()).trim().is_empty());
        }
    }
}
