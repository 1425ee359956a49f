//! A dump as blocks: lines that belong together, with how they stand on the page.

mod wrap;

use icu_normalizer::ComposingNormalizerBorrowed;
use parallax_language::Script;
use parallax_model::cut;
use std::ops::Range;
use wrap::{Fold, continues, fold_width};

/// Line ends read of one dump. Ten times what the longest dumps have; what
/// follows is left out, so that no dump takes more room than that.
const MOST: usize = 100_000;

/// Bytes read of one dump, likewise: eight times the longest text that analysis marks.
const MOST_WORDS: usize = 8 << 20;

/// One line of the dump.
#[derive(Clone, Debug)]
pub(super) struct RawLine {
    /// Its words in the decoded text, without indent and bullet.
    pub(super) words: Range<usize>,
    /// Columns up to its last letter.
    pub(super) width: usize,
    /// Columns before its first letter or bullet.
    pub(super) indent: usize,
    /// Whether a bullet stands before it.
    pub(super) bullet: bool,
    /// Whether an empty line stands before it.
    pub(super) spaced: bool,
}

/// Lines that make one paragraph, heading or entry.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// Where its lines stand in the decoded text.
    pub(super) lines: Vec<Range<usize>>,
    /// Its words, NFC, single-spaced.
    pub(super) text: String,
    /// Whether a bullet stands before it.
    pub(super) bullet: bool,
    /// Whether an empty line stands before it.
    pub(super) spaced: bool,
    /// Columns before its first line.
    pub(super) indent: usize,
    /// Whether wide gaps part its words, as they part the entries of a menu.
    pub(super) wide: bool,
}

/// Where a dump of too many lines or words is cut; `None` where all of it is read.
pub(super) fn end_of_reach(text: &str) -> Option<usize> {
    let reach = text.floor_char_boundary(MOST_WORDS);
    let bytes = text.bytes().take(reach).enumerate();
    let ends = bytes.filter(|(_, byte)| matches!(byte, b'\n' | b'\r'));
    ends.map(|(at, _)| at).nth(MOST).or_else(|| (reach < text.len()).then_some(reach))
}

/// The blocks of a decoded dump, in order; no empty ones.
pub(super) fn blocks(text: &str) -> Vec<Block> {
    let lines = raw_lines(text);
    let fold = fold_width(&lines);
    let mut blocks: Vec<Vec<RawLine>> = Vec::new();
    for line in lines {
        match blocks.last_mut() {
            Some(block) if joins(text, fold.as_ref(), block, &line) => block.push(line),
            _ => blocks.push(vec![line]),
        }
    }
    blocks.into_iter().filter_map(|lines| block(text, &lines)).collect()
}

fn joins(text: &str, fold: Option<&Fold>, block: &[RawLine], line: &RawLine) -> bool {
    let last = block.last();
    fold.zip(last).is_some_and(|(fold, last)| continues(text, *fold, last, line))
}

fn block(text: &str, lines: &[RawLine]) -> Option<Block> {
    let first = lines.first()?;
    let ranges: Vec<Range<usize>> = lines.iter().map(|line| line.words.clone()).collect();
    let mut joined = String::new();
    for (word, _) in words(text, &ranges) {
        if !joined.is_empty() && !word.glued {
            joined.push(' ');
        }
        joined.push_str(&clean(cut(text, word.range)));
    }
    let (bullet, spaced, indent) = (first.bullet, first.spaced, first.indent);
    let wide = ranges.iter().any(|line| has_gap(cut(text, line.clone())));
    (!joined.is_empty()).then_some(Block {
        lines: ranges,
        text: joined,
        bullet,
        spaced,
        indent,
        wide,
    })
}

/// Whether two spaces or a tab stand between words that no full stop ends.
fn has_gap(line: &str) -> bool {
    let wide = |gap: &str| gap.contains('\t') || gap.chars().count() > 1;
    let mut before = ' ';
    let mut rest = line.trim();
    while let Some(at) = rest.find(char::is_whitespace) {
        let last = cut(rest, 0..at).chars().next_back().unwrap_or(before);
        let after = cut(rest, at..rest.len());
        rest = after.trim_start();
        if wide(cut(after, 0..after.len() - rest.len())) && last.is_alphanumeric() {
            return true;
        }
        before = last;
    }
    false
}

/// A word of a block, where it stands in the decoded text.
pub(super) struct SourceWord {
    pub(super) range: Range<usize>,
    /// Whether it goes on the word before it, which a line break cut at its hyphen.
    pub(super) glued: bool,
}

/// The words of the lines, each with the white space before it.
pub(super) fn words<'a>(
    text: &'a str,
    lines: &'a [Range<usize>],
) -> impl Iterator<Item = (SourceWord, Range<usize>)> + 'a {
    let mut last: Option<usize> = None;
    lines.iter().enumerate().flat_map(move |(number, line)| {
        let mut found = Vec::new();
        let mut at = line.start;
        for part in cut(text, line.clone()).split_inclusive(char::is_whitespace) {
            let word = part.trim_end_matches(char::is_whitespace);
            if !clean(word).is_empty() {
                let range = at..at + word.len();
                let before = last.map_or(at..at, |last| last..at);
                let above = last.map_or("", |last| cut(text, 0..last));
                let glued = number > 0 && found.is_empty() && goes_on(above, word);
                last = Some(range.end);
                found.push((SourceWord { range, glued }, before));
            }
            at += part.len();
        }
        found
    })
}

/// Whether a line break cut a word: at its hyphen, or in a script without spaces.
fn goes_on(above: &str, word: &str) -> bool {
    let mut back = above.chars().rev();
    let (last, before) = (back.next().unwrap_or(' '), back.next().unwrap_or(' '));
    let first = word.chars().next().unwrap_or(' ');
    let hyphen = matches!(last, '-' | '‐') && before.is_alphanumeric() && first.is_alphanumeric();
    let unspaced = |letter: char| {
        matches!(Script::of(letter), Some(Script::Han | Script::Kana | Script::Thai))
            || matches!(letter, '、' | '。' | '，' | '「' | '」' | '（' | '）' | 'ー')
    };
    hyphen || (unspaced(last) && unspaced(first))
}

/// The word as it is shown: NFC, without soft hyphens and invisible marks.
pub(super) fn clean(word: &str) -> std::borrow::Cow<'_, str> {
    let normalizer = ComposingNormalizerBorrowed::new_nfc();
    let invisible =
        |letter: char| matches!(letter, '\u{00AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    if word.contains(invisible) {
        let visible: String = word.chars().filter(|letter| !invisible(*letter)).collect();
        return normalizer.normalize(&visible).into_owned().into();
    }
    normalizer.normalize(word)
}

fn raw_lines(text: &str) -> Vec<RawLine> {
    // A carriage return before a line feed is trimmed away with the other
    // white space; alone, it parts lines only where nothing else does.
    let returns = !text.contains('\n');
    let mut lines = Vec::new();
    let mut spaced = false;
    let mut at = 0;
    for part in text.split_inclusive(|letter| letter == '\n' || (returns && letter == '\r')) {
        if let Some(found) = raw_line(part, at, spaced) {
            lines.push(found);
            spaced = false;
        } else {
            spaced = true;
        }
        at += part.len();
    }
    lines
}

fn raw_line(line: &str, at: usize, spaced: bool) -> Option<RawLine> {
    let blank = |letter: char| letter.is_whitespace() || letter == '\u{200b}';
    let rest = line.trim_start_matches(blank);
    let mut start = line.len() - rest.len();
    let indent = cut(line, 0..start).chars().count();
    let bullet = bullet(rest);
    if let Some(length) = bullet {
        start += length;
    }
    let words = cut(line, start..line.len()).trim_matches(blank);
    let gap = cut(line, start..line.len()).len()
        - cut(line, start..line.len()).trim_start_matches(blank).len();
    let start = start + gap;
    if words.is_empty() {
        return None;
    }
    Some(RawLine {
        words: at + start..at + start + words.len(),
        width: cut(line, 0..start + words.len()).chars().count(),
        indent,
        bullet: bullet.is_some(),
        spaced,
    })
}

/// Length of the bullet a line opens with.
fn bullet(line: &str) -> Option<usize> {
    let first = line.chars().next()?;
    let known = matches!(
        first,
        '•' | '*'
            | '-'
            | '–'
            | '◦'
            | '▪'
            | '●'
            | '·'
            | '■'
            | '|'
            | '+'
            | '○'
            | '□'
            | '∙'
            | '‣'
    );
    let rest = line.get(first.len_utf8()..)?;
    let spaced = rest.starts_with(char::is_whitespace);
    // A dash may also open speech; a bar is a border and no bullet.
    (known && spaced && !matches!(first, '–')).then_some(first.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<String> = blocks(text).into_iter().map(|block| block.text).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn each_line_is_a_block_where_nothing_is_folded() {
        check("  • kz\r\n  • en\r\n\r\nGulls  at dusk.\r\n", &["kz", "en", "Gulls at dusk."]);
    }

    #[test]
    fn soft_hyphens_and_accents_apart_are_cleaned() {
        check("Cafe\u{301} har\u{ad}bour", &["Café harbour"]);
    }

    #[test]
    fn a_dump_is_read_as_far_as_a_dump_goes() {
        assert_eq!(end_of_reach(&"Gulls at dusk.\n".repeat(1_000)), None);
        assert_eq!(end_of_reach(&"a\n".repeat(MOST + 5)), Some(2 * MOST + 1));
        assert_eq!(end_of_reach(&"a\u{e9}".repeat(MOST_WORDS / 2)), Some(MOST_WORDS - 1));
    }

    #[test]
    fn an_empty_line_spaces_the_next() {
        let spaced: Vec<bool> =
            raw_lines("a\r\nb\r\n\r\nc\n\nd").into_iter().map(|line| line.spaced).collect();
        assert_eq!(spaced, [false, false, true, true]);
    }

    #[test]
    fn folded_lines_are_joined() {
        let text = "   The ferry that left the quay of Norland on Monday with forty people on\n   board sank within the hour, the harbour master of the island said, as snow-\n   storms kept rescuers away from the wreck until the evening, and the pilot\n   boats lay idle in the old harbour through the longest night of the winter\n   that anyone could remember, when the lamps went out.\n   Second paragraph is short.\n";
        check(
            text,
            &[
                "The ferry that left the quay of Norland on Monday with forty people on board sank within the hour, the harbour master of the island said, as snow-storms kept rescuers away from the wreck until the evening, and the pilot boats lay idle in the old harbour through the longest night of the winter that anyone could remember, when the lamps went out.",
                "Second paragraph is short.",
            ],
        );
    }

    proptest! {
        #[test]
        fn words_stand_in_the_text(text in "\\PC{0,40}(\r?\n[ *•-]{0,4}\\PC{0,40}){0,4}") {
            for block in blocks(&text) {
                for (word, before) in words(&text, &block.lines) {
                    prop_assert!(text.get(word.range).is_some());
                    prop_assert!(text.get(before).is_some());
                }
            }
        }
    }
}
