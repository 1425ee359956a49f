//! Lines of keywords.

use super::vocabulary::{LONGEST_LINE, heads, key, labelled};
use crate::word_map::WordSet;
use parallax_language::{fold, words};
use parallax_model::cut;
use std::{collections::BTreeSet, sync::LazyLock};

const TABLE: &str = include_str!("../../data/lines/tags.tsv");
static LABELS: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "label"));
static WHOLE: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "whole"));

/// Words in a name on a tag line without separators, at most.
const NAME_WORDS: usize = 4;
/// Words in a tag, at most; longer parts are sentences.
const TAG_WORDS: usize = 7;
/// Words in a label, at most.
const LABEL_WORDS: usize = 4;
/// Bytes of the text that are searched for names.
const SEARCHED: usize = 200_000;

/// The keywords on a labelled line: `Tags: a, b`, `Keywords A | B`, `#A #B`.
///
/// Where nothing parts them (`Etiquetas A B C D`), `text` (the article's own
/// words, or `""`) tells which words make one name.
///
/// ```
/// use parallax_extract::lines::tags;
/// assert_eq!(tags("Keywords Harbour | Storms", ""), Some(vec!["Harbour".into(), "Storms".into()]));
/// assert_eq!(tags("Tags on the coats were wrong.", ""), None);
/// ```
pub fn tags(line: &str, text: &str) -> Option<Vec<String>> {
    let line = line.trim().trim_start_matches(['•', '*', '-']).trim();
    if line.len() > LONGEST_LINE {
        return None;
    }
    if line.starts_with('#') {
        return hashtags(line);
    }
    let (rest, colon) = after_label(line)?;
    if rest.is_empty() {
        return None;
    }
    if rest.starts_with('#') {
        return hashtags(rest);
    }
    let parts = parted(rest);
    if parts.len() > 1 {
        return (colon || !rest.ends_with('.')).then_some(parts);
    }
    if colon && !rest.ends_with(['.', '!', '?']) {
        return Some(split_tags(rest, text));
    }
    let high = rest.split_whitespace().filter(|word| capital(word)).count();
    let count = rest.split_whitespace().count();
    (high * 2 > count && !rest.ends_with(['.', '!', '?'])).then(|| split_tags(rest, text))
}

/// The keywords of a line that only white space parts, names of several words whole.
///
/// Words make one name where the text writes them so (`Agnes Corvin`), where
/// they are a known one (`World News`), or where the next is in lower case
/// (`Natural disasters`).
pub fn split_tags(line: &str, text: &str) -> Vec<String> {
    let parts = parted(line);
    if parts.len() > 1 {
        return parts;
    }
    let known = names_in(text);
    let tokens: Vec<&str> = line.split_whitespace().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(rest) = tokens.get(at..).filter(|rest| !rest.is_empty()) {
        let joined = |count: usize| rest.get(..count).unwrap_or_default().join(" ");
        let whole = |count: &usize| {
            let key = key(&joined(*count));
            WHOLE.contains(&key) || known.contains(&key)
        };
        let count = (2..=NAME_WORDS.min(rest.len())).rev().find(whole).unwrap_or(1);
        let lower = rest.iter().skip(count).take_while(|word| !capital(word)).count();
        let count = if capital(rest[0]) { count + lower } else { count.max(1) };
        found.push(joined(count));
        at += count;
    }
    found
}

/// What follows the label, and whether a colon stands between.
fn after_label(line: &str) -> Option<(&str, bool)> {
    let start: String = line.split_whitespace().take(LABEL_WORDS).collect::<Vec<_>>().join(" ");
    let known = key(start.split(':').next().unwrap_or_default());
    let label = heads(&known, LABEL_WORDS).find(|head| LABELS.contains(head))?;
    let end = words(line).nth(label.split(' ').count().checked_sub(1)?)?.end;
    let rest = cut(line, end..line.len());
    let colon = rest.trim_start().starts_with([':', '：']);
    let rest = rest.trim_start_matches([':', '：', ' ', '\u{a0}', '\t', '|', '-', '–', '—', '>']);
    Some((rest.trim(), colon))
}

fn parted(rest: &str) -> Vec<String> {
    let marks = ['|', ',', ';', '·', '•', '،', '、', '，'];
    rest.split(|letter: char| marks.contains(&letter) || letter == '\t')
        .flat_map(|part| part.split("  "))
        .flat_map(|part| part.split(" / "))
        .map(|part| part.trim().trim_start_matches('#').trim_end_matches('.').trim())
        .filter(|part| !part.is_empty() && part.split_whitespace().count() <= TAG_WORDS)
        .map(str::to_owned)
        .collect()
}

/// `#A #B`, every word with its mark, or `# Ana Gull # Quay`, every tag with its own.
fn hashtags(line: &str) -> Option<Vec<String>> {
    let glued = |word: &str| word.starts_with('#') && word.len() > 1;
    let each = line
        .split(|letter: char| letter.is_whitespace() || letter == ',')
        .filter(|word| !word.is_empty())
        .all(glued);
    let marks = |letter: char| each && (letter.is_whitespace() || letter == ',');
    let tags: Vec<String> = line
        .split(|letter: char| letter == '#' || marks(letter))
        .map(|tag| tag.trim().trim_end_matches(',').trim_end())
        .filter(|tag| !tag.is_empty())
        .map(str::to_owned)
        .collect();
    let numbers = tags.iter().any(|tag| tag.starts_with(|letter: char| letter.is_ascii_digit()));
    let short = |tag: &String| {
        tag.split_whitespace().count() <= NAME_WORDS && !tag.contains(['{', '}', '<', '='])
    };
    let set_apart = each || tags.len() > 1 && line.starts_with("# ");
    (set_apart && !tags.is_empty() && !numbers && tags.iter().all(short)).then_some(tags)
}

/// Names of two and more capitalised words that stand side by side in the text.
fn names_in(text: &str) -> BTreeSet<String> {
    let end = (0..=SEARCHED.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    let text = cut(text, 0..end.unwrap_or_default());
    let mut names = BTreeSet::new();
    let mut run: Vec<String> = Vec::new();
    let mut last = 0;
    for word in words(text) {
        let gap = cut(text, last..word.start);
        last = word.end;
        let own = word.of(text);
        if gap.is_empty() || !gap.chars().all(|letter| letter == ' ' || letter == '\u{a0}') {
            run.clear();
        }
        if !capital(own) {
            run.clear();
            continue;
        }
        run.push(fold(own));
        if run.len() > NAME_WORDS {
            run.remove(0);
        }
        for count in 2..=run.len() {
            names.insert(run.get(run.len() - count..).unwrap_or_default().join(" "));
        }
    }
    names
}

fn capital(word: &str) -> bool {
    word.chars()
        .find(|letter| letter.is_alphanumeric())
        .is_some_and(|letter| !letter.is_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: Option<Vec<String>>, expected: &str) {
        assert_eq!(found.unwrap_or_default().join("; "), expected);
    }

    #[test]
    fn labelled_lines_are_parted() {
        check(
            tags("Tags: Storms, Natural disasters, Rescue", ""),
            "Storms; Natural disasters; Rescue",
        );
        check(tags("#Ferries #Quay", ""), "Ferries; Quay");
        check(tags("# Harbour Board # Quay # Ana Gull", ""), "Harbour Board; Quay; Ana Gull");
        check(tags("Теги: паром, причал", ""), "паром; причал");
        check(tags("Etiquetas Faro Ana Gull", "La alcaldesa Ana Gull dijo"), "Faro; Ana Gull");
    }

    #[test]
    fn names_stay_whole_where_nothing_parts_them() {
        let text = "Mayor Petra Quay met Norland, Gull Island officials.";
        check(
            Some(split_tags("Norland Gull Petra Quay Politics World News", text)),
            "Norland; Gull; Petra Quay; Politics; World News",
        );
        check(
            Some(split_tags("Ferries Natural disasters Quay", "")),
            "Ferries; Natural disasters; Quay",
        );
    }

    #[test]
    fn prose_is_no_tag_line() {
        check(tags("Topics at the meeting ranged from fish to ferries.", ""), "");
        check(tags("#1 in the harbour", ""), "");
        check(tags("# Harbour", ""), "");
        check(tags("#Ferries are late again", ""), "");
    }
}
