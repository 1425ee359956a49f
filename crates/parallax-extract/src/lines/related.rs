//! Teasers inside the text, and the heads of lists of other pages.

use super::vocabulary::{LONGEST_LINE, heads, key, labelled};
use crate::word_map::WordSet;
use parallax_language::words;
use parallax_model::cut;
use std::{ops::RangeInclusive, sync::LazyLock};

const TABLE: &str = include_str!("../../data/lines/related.tsv");
static LEADS: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "lead"));
static LISTS: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "list"));
static CHOSEN: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "chosen"));
static POPULAR: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "popular"));

/// Bytes in which a lead-in ends: the longest in the list has fifty.
const LEAD_BYTES: usize = 90;
/// Words in the head of a list, at most: `More from the harbour desk`.
const HEAD_WORDS: usize = 6;

/// What a list is, by the line above it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RelatedList {
    /// Articles on the same matter: `More on this subject`.
    SameMatter,
    /// Popular, latest or chosen pages: `Most read`.
    Popular,
}

/// Length in bytes of a lead-in such as `Read more: `, where the line is a teaser.
///
/// The whole line where it is a lead-in and nothing else.
///
/// ```
/// use parallax_extract::lines::related_lead;
/// assert_eq!(related_lead("Read more: Quay closed"), Some(11));
/// assert_eq!(related_lead("ALSO READ | Quay closed"), Some(12));
/// assert_eq!(related_lead("Read more books, she told the children."), None);
/// ```
pub fn related_lead(line: &str) -> Option<usize> {
    let skipped = line.len() - line.trim_start_matches([' ', '\t', '[', '(', '*', '•', '-']).len();
    let rest = cut(line, skipped..line.len());
    if let Some(arrow) = arrows(rest) {
        let words = cut(rest, arrow..rest.len());
        let inner = worded_lead(words).unwrap_or(0);
        return Some(skipped + arrow + inner);
    }
    worded_lead(rest).map(|lead| skipped + lead)
}

/// Length of `>> `, `» ` or `→ ` in front of a teaser.
fn arrows(line: &str) -> Option<usize> {
    let rest = line.trim_start_matches(['>', '»', '→', '►', '▶', '➤', '⇒']);
    let length = line.len() - rest.len();
    let space = rest.len() - rest.trim_start().len();
    let lone = length == 1 && line.starts_with('>');
    (length > 0 && space > 0 && !lone && !rest.trim().is_empty()).then_some(length + space)
}

fn worded_lead(line: &str) -> Option<usize> {
    let head = cut(line, 0..line.ceil_char_boundary(LEAD_BYTES));
    if line.len() < LEAD_BYTES && LEADS.contains(&key(line)) {
        return Some(line.len());
    }
    if let Some(shouted) = shouted_lead(line, head) {
        return Some(shouted);
    }
    let (at, mark) = head.char_indices().find(|&(at, letter)| {
        matches!(letter, ':' | '|' | '：' | '>' | '»' | '→')
            || (matches!(letter, '–' | '—' | '-')
                && cut(head, 0..at).ends_with(char::is_whitespace))
    })?;
    if !LEADS.contains(&key(cut(head, 0..at))) {
        return None;
    }
    let after = at + mark.len_utf8();
    let rest = cut(line, after..line.len());
    let gap = rest.len()
        - rest
            .trim_start_matches(|letter: char| {
                letter.is_whitespace() || matches!(letter, '>' | '»' | '→' | '|' | ':')
            })
            .len();
    Some(after + gap)
}

/// Words of a lead-in that nothing sets apart but its capitals: `READ NEXT Quay closed`.
const SHOUTED_WORDS: RangeInclusive<usize> = 2..=5;

/// Length of a lead-in all in capitals before a teaser that is not.
fn shouted_lead(line: &str, head: &str) -> Option<usize> {
    let shouted =
        |word: &str| word.chars().any(char::is_uppercase) && !word.chars().any(char::is_lowercase);
    let own: Vec<&str> = head.split_whitespace().take_while(|word| shouted(word)).collect();
    let count = SHOUTED_WORDS
        .rev()
        .find(|&count| own.get(..count).is_some_and(|own| LEADS.contains(&key(&own.join(" ")))))?;
    let last = words(line).nth(count - 1)?;
    let rest = cut(line, last.end..line.len());
    let spaced = rest.starts_with(char::is_whitespace);
    let plain = words(rest).next().is_some() && rest.contains(char::is_lowercase);
    let marked = rest.trim_start().starts_with([':', '|', '–', '—', '-', '>', '»', '→']);
    (spaced && plain && !marked).then_some(line.len() - rest.trim_start().len())
}

/// What the list under this line is, where the line is the head of one.
pub fn related_list(line: &str) -> Option<RelatedList> {
    if line.len() > LONGEST_LINE { None } else { list_of(line, &key(line)) }
}

/// Whether the line is the head of pages that go with this one: on the same matter, or chosen for
/// who reads it.
///
/// ```
/// assert!(parallax_extract::lines::is_related_head("Das könnte Sie auch interessieren"));
/// assert!(!parallax_extract::lines::is_related_head("Most read"));
/// ```
pub fn is_related_head(line: &str) -> bool {
    if line.len() > LONGEST_LINE {
        return false;
    }
    let key = key(line);
    list_of(line, &key) == Some(RelatedList::SameMatter) || CHOSEN.contains(&key)
}

/// What the list under a line is whose key is known.
pub(super) fn list_of(line: &str, key: &str) -> Option<RelatedList> {
    if line.ends_with(['.', '!', '?']) && line.len() > 40 {
        return None;
    }
    if key.split(' ').count() > HEAD_WORDS {
        return None;
    }
    if LISTS.contains(key) {
        return Some(RelatedList::SameMatter);
    }
    let open = |head: &str| head == "more from" || head == "latest from";
    let popular = POPULAR.contains(key) || heads(key, 2).any(open);
    popular.then_some(RelatedList::Popular)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, teaser: Option<&str>) {
        assert_eq!(related_lead(line).map(|lead| cut(line, lead..line.len())), teaser, "{line}");
    }

    #[test]
    fn lead_ins_are_cut_off() {
        check("Read more: Quay closed for a week", Some("Quay closed for a week"));
        check("RELATED: Why gulls shout", Some("Why gulls shout"));
        check("Читайте также: Причал закрыт", Some("Причал закрыт"));
        check("Lee también: Guía del muelle", Some("Guía del muelle"));
        check(">> Harbour food, ranked", Some("Harbour food, ranked"));
        check("[READ MORE: Quay closed]", Some("Quay closed]"));
        check("READ ON: Gull rides tram", Some("Gull rides tram"));
        check("READ NEXT Harbour board cuts moorings", Some("Harbour board cuts moorings"));
        check("More in this section: Gull rides tram", Some("Gull rides tram"));
        check("READ ALL ABOUT gulls", None);
        check("Read next week's paper for more", None);
    }

    #[test]
    fn a_lone_lead_in_is_all_lead() {
        check("Read more", Some(""));
    }

    #[test]
    fn prose_is_no_teaser() {
        check("Related matters were left to the court.", None);
        check("More: the play about Utopia’s author", Some("the play about Utopia’s author"));
        check("The mayor said: we wait.", None);
    }

    #[test]
    fn heads_of_lists_are_told_apart() {
        assert_eq!(related_list("Most read"), Some(RelatedList::Popular));
        assert_eq!(related_list("More on this subject"), Some(RelatedList::SameMatter));
        assert_eq!(related_list("The most popular boat sank"), None);
    }
}
