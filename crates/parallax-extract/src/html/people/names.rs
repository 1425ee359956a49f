//! Names out of values and lines that hold little else.

use crate::lines;
use parallax_language::{Word, fold, words};
use parallax_model::{Author, cut};
use std::{borrow::Cow, collections::BTreeSet, sync::LazyLock};

/// Words that make no name of a person.
static NO_NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../../data/html/no-names.txt").lines();
    let rows = lines.filter(|line| !line.starts_with('#'));
    rows.flat_map(str::split_whitespace).map(fold).collect()
});

/// A name longer than this, in characters, is a sentence.
const LONGEST_NAME: usize = 60;

/// Whether the words could be the name of someone who writes.
pub(super) fn is_name(name: &str) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let none = |word: Word| NO_NAMES.contains(&fold(word.of(name)));
    // `Updated by` someone is not who wrote it.
    let lead = words(name).any(|word| word.of(name) == "by");
    letters >= 2
        && !lead
        && name.chars().count() <= LONGEST_NAME
        && !name.contains(['@', '/', '{', '<', 'を'])
        && !words(name).all(none)
}

/// Whether a name holds the address of a site: `Tide Post (www.tidepost.example)`.
pub(super) fn names_site(name: &str) -> bool {
    name.contains("www.") || name.contains("://")
}

/// The name to compare by: folded, without `Dr` and the like before it.
pub(super) fn untitled(author: &Author) -> String {
    const TITLES: [&str; 8] = ["dr", "prof", "professor", "mr", "mrs", "ms", "sir", "dame"];
    let folded = words(&author.name).map(|word| fold(word.of(&author.name)));
    let bare = folded.skip_while(|word| TITLES.contains(&word.as_str()));
    bare.collect::<Vec<_>>().join(" ")
}

/// Whether a name has two words or more, as people's names do in print.
pub(super) fn full(author: &Author) -> bool {
    is_name(&author.name) && words(&author.name).nth(1).is_some()
}

/// The names in a value that holds nothing but names.
pub(super) fn of_string(names: &str) -> Vec<Author> {
    match lines::byline(names, true) {
        Some(authors) if authors.iter().any(|author| !cuts_short(names, author)) => authors,
        _ => split(names),
    }
}

/// Whether a lone word was read as the name where there are more: `Tide in the Bay`.
fn cuts_short(names: &str, author: &Author) -> bool {
    words(&author.name).nth(1).is_none()
        && author.role.is_none()
        && strip_lead(names) == names
        && !names.contains([',', '|', '(', ';'])
        && words(names).nth(2).is_some()
}

/// The names in a printed line that is known to be a byline; all of them full.
pub(super) fn of_line(line: &str) -> Option<Vec<Author>> {
    let line = apart(line);
    let authors = lines::byline(&line, true)?;
    (!authors.is_empty() && authors.iter().all(full)).then_some(authors)
}

/// The words apart that markup alone parts: `ByAda Lane` as `By Ada Lane`.
fn apart(line: &str) -> Cow<'_, str> {
    const LEADS: [&str; 6] = ["Written by", "Posted by", "By", "Von", "Por", "Par"];
    let glued = |lead: &&str| {
        let rest = line.strip_prefix(*lead)?;
        rest.starts_with(char::is_uppercase).then(|| format!("{lead} {rest}"))
    };
    LEADS.iter().find_map(glued).map_or(Cow::Borrowed(line), Cow::Owned)
}

/// `By A, B and C` as three names.
fn split(names: &str) -> Vec<Author> {
    let names = strip_lead(names.trim());
    let joined = [" and ", " und ", " y ", " et ", " и ", " & "]
        .iter()
        .fold(names.to_owned(), |names, word| names.replace(word, ","));
    let parts = joined.split([',', ';', '|', '、']).map(str::trim).filter(|name| !name.is_empty());
    parts.map(|name| Author { name: name.to_owned(), role: None }).collect()
}

/// Without the words that open a byline.
pub(super) fn strip_lead(names: &str) -> &str {
    const LEADS: [&str; 7] = ["by ", "by: ", "von ", "por ", "par ", "written by ", "автор: "];
    let lead = LEADS
        .iter()
        .find(|lead| names.get(..lead.len()).is_some_and(|start| start.to_lowercase() == **lead));
    lead.map_or(names, |lead| cut(names, lead.len()..names.len()).trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(found: Option<Vec<Author>>, expected: &str) {
        let names = found.unwrap_or_default().into_iter().map(|author| author.name);
        assert_eq!(names.collect::<Vec<_>>().join("; "), expected);
    }

    #[test]
    fn values_hold_one_name_or_several() {
        check(Some(of_string("Ada Lane and Ben Coe")), "Ada Lane; Ben Coe");
        check(Some(of_string("By Ada Lane, Ben Coe")), "Ada Lane; Ben Coe");
        check(Some(of_string("The Quay Team")), "The Quay Team");
        check(Some(of_string("Tide in the Bay")), "Tide in the Bay");
        check(Some(of_string("Ada Lane for Tide Post")), "Ada Lane");
    }

    #[test]
    fn words_that_only_markup_parts_are_parted() {
        check(of_line("ByAda Lane"), "Ada Lane");
        check(of_line("Bybrook Sand"), "Bybrook Sand");
    }
}
