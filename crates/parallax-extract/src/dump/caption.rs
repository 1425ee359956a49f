//! Captions that stand in the body without a credit.

use super::look::Look;
use parallax_language::{Word, fold, words};
use std::{collections::BTreeSet, sync::LazyLock};

const TABLE: &str = include_str!("../../data/lines/captions.tsv");
static PRESENT: LazyLock<BTreeSet<String>> = LazyLock::new(|| verbs("present"));
static EITHER: LazyLock<BTreeSet<String>> = LazyLock::new(|| verbs("either"));

fn verbs(label: &str) -> BTreeSet<String> {
    let rows = TABLE.lines().filter_map(|row| row.split_once('\t'));
    let own = rows.filter(|(name, _)| *name == label);
    own.flat_map(|(_, cell)| cell.split_whitespace()).map(fold).collect()
}

/// Words of a caption. Longer ones are paragraphs, shorter ones crossheads.
const WORDS: std::ops::RangeInclusive<usize> = 4..=18;
/// Words before a caption's verb, at most: name and office.
const SUBJECT: usize = 7;

/// Whether a short line tells what a picture shows: one clause in the present,
/// no quotation, no question.
pub(super) fn is_caption(text: &str, look: &Look) -> bool {
    if !WORDS.contains(&look.words) || text.contains(['"', '“', '”', '«', '?', '!', ':', ';'])
    {
        return false;
    }
    let inner = text.trim_end_matches(['.', ' ']);
    let one_clause = !inner.contains(". ");
    // After a capitalised word of several letters, what could be a noun is its verb.
    let all: Vec<_> = words(text).collect();
    let is_verb = |at: usize, word: &str| {
        let folded = fold(word);
        PRESENT.contains(&folded) || (EITHER.contains(&folded) && plural_before(text, &all, at))
    };
    let mut subject = all.iter().enumerate().skip(1).take(SUBJECT);
    let seen = subject.any(|(at, word)| is_verb(at, word.of(text)));
    // A report's sentence has figures and past tenses; a caption has neither.
    let told = look.sentence && text.contains(|letter: char| letter.is_ascii_digit());
    let high = text.starts_with(char::is_uppercase);
    let shouted = !text.contains(char::is_lowercase);
    high && !shouted && one_clause && seen && !told
}

/// Whether the word before `at` can be the subject of the verb there: a plural or a name.
fn plural_before(text: &str, all: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|at| all.get(at)).map_or("", |word| word.of(text));
    let name = at > 1 && before.starts_with(char::is_uppercase);
    before.len() > 3 && (before.ends_with('s') || name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dump::{look::looks, page::blocks};

    #[track_caller]
    fn check(line: &str, expected: bool) {
        let blocks = blocks(line);
        let (_, looks) = looks(&blocks);
        assert_eq!(is_caption(&blocks[0].text, &looks[0]), expected, "{line}");
    }

    #[test]
    fn captions_are_in_the_present() {
        check("Harbour master Ana Gull leaves the quay", true);
        check("Volunteers pass sandbags on the quay.", true);
        check("The ferry sank at noon.", false);
        check("“We wait,” she said.", false);
        check("What happens next", false);
    }
}
