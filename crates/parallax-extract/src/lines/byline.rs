//! Who wrote it, as printed.

mod name;

use super::{
    furniture::{is_section, segments},
    stamp::{is_label, is_weekday, stamp, stamp_line},
    vocabulary::{heads, key, labelled, word_list},
    wire::is_agency,
};
use crate::word_map::WordSet;
use name::is_name;
use parallax_language::{
    fold, fold_onto,
    names::{is_given_name, is_place},
    words,
};
use parallax_model::{Author, cut};
use std::sync::LazyLock;

pub(super) const TABLE: &str = include_str!("../../data/lines/byline.tsv");
static LEADS: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "lead"));
static JOINS: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "join"));
static ROLES: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "role"));
static UNTIL: LazyLock<WordSet> = LazyLock::new(|| labelled(TABLE, "until"));
static HOUSES: LazyLock<WordSet> = LazyLock::new(|| word_list(TABLE, "house"));

/// Bytes in a byline, at most: a dozen names with their roles.
const LONGEST: usize = 300;
/// Words in the phrase that opens a byline, at most.
const LEAD_WORDS: usize = 5;
/// Words in a role, at most: `chief foreign affairs correspondent in Quayside`.
const ROLE_WORDS: usize = 8;
/// Names in a byline without a lead or a label, at most; longer lists are menus.
const BARE_NAMES: usize = 4;

/// The names in a byline (`By A and B`, `A, B, staff writers`, `Filed by A for B`), with roles.
///
/// `labelled` says that markup already marks the line as a byline; then names
/// alone are enough. Never a date, an agency, an outlet or a place.
///
/// ```
/// use parallax_extract::lines::byline;
/// let authors = byline("By Ana Gull and Petra Quay", false).unwrap_or_default();
/// assert_eq!(authors[1].name, "Petra Quay");
/// assert_eq!(byline("By Monday the quay was empty.", false), None);
/// ```
pub fn byline(line: &str, labelled: bool) -> Option<Vec<Author>> {
    let line = bare(line);
    if line.is_empty() || line.len() > LONGEST {
        return None;
    }
    let parts = segments(line);
    for (index, part) in parts.iter().enumerate() {
        let words = cut(line, part.clone());
        let lead = lead(words);
        let names = match lead {
            Some(length) => authors(cut(words, length..words.len()), true),
            None if labelled => authors(words, true),
            None => with_role(words),
        };
        if let Some(mut names) = names {
            let beside = parts.get(index + 1).map_or("", |next| cut(line, next.clone()));
            give_role(&mut names, beside);
            return Some(names);
        }
    }
    with_house(line)
}

/// Words of an outlet's name beside its author's, at most.
const HOUSE_WORDS: usize = 5;

/// Whether the words are an outlet's name by their capitals and their end: `Eastern Quay News`.
pub(crate) fn is_house_name(line: &str) -> bool {
    let count = line.split_whitespace().count();
    (2..=HOUSE_WORDS).contains(&count)
        && line.split_whitespace().all(|word| word.starts_with(char::is_uppercase))
        && ends_as_house(line)
}

/// Whether the words end as an outlet's name does: `Quayside Herald`.
pub(super) fn ends_as_house(words: &str) -> bool {
    words.split_whitespace().next_back().is_some_and(|last| HOUSES.contains(&fold(last)))
}

/// `Ana Gull, Quayside Herald`: a name and the outlet it writes for.
fn with_house(line: &str) -> Option<Vec<Author>> {
    let (name, house) = line.split_once(", ")?;
    let (name, words) = (name.trim(), house.split_whitespace());
    let high = |word: &str| word.starts_with(|letter: char| !letter.is_lowercase());
    let count = words.clone().count();
    let named =
        (2..=HOUSE_WORDS).contains(&count) && ends_as_house(house) && words.clone().all(high);
    let named = named && !words.skip(1).any(|word| word == "The");
    let person = name.split_whitespace().count() <= 4 && is_name(name, false) && !is_role(name);
    (named && person && !house.ends_with('.'))
        .then(|| vec![Author { name: single_spaced(name), role: None }])
}

/// The names on a line with a date and a bar between them, either first: `4 May 2026 | Ana Gull`.
///
/// Lists of other pages have such lines too: only where a byline is to be expected is it one.
///
/// ```
/// use parallax_extract::lines::dated_byline;
/// let authors = dated_byline("4 May 2026 09:00 | Ana Gull").unwrap_or_default();
/// assert_eq!(authors[0].name, "Ana Gull");
/// assert_eq!(dated_byline("4 May 2026 | World News"), None);
/// ```
pub fn dated_byline(line: &str) -> Option<Vec<Author>> {
    if line.len() > LONGEST {
        return None;
    }
    let parts = segments(line);
    let (first, second) = match parts.as_slice() {
        [first, second] => (cut(line, first.clone()), cut(line, second.clone())),
        _ => return None,
    };
    let dated = |part: &str| {
        part.contains(|letter: char| letter.is_ascii_digit())
            && stamp(part).is_some_and(|stamp| stamp.range.start == 0)
            && stamp_line(part).is_some()
    };
    let name = if dated(first) {
        second
    } else if dated(second) {
        first
    } else {
        return None;
    };
    let names = name_line(name).filter(|_| !is_section(name) && !is_place(name))?;
    let people = names.iter().all(|author| {
        let count = author.name.split_whitespace().count();
        let given = author.name.split([' ', '-']).next().is_some_and(is_given_name);
        count >= 2 && !is_place(&author.name) && (given || count <= 3)
    });
    people.then_some(names)
}

/// Names standing alone on a line, as some sites print their bylines: `Ana Gull`.
///
/// Two capitalised words are a name only where a byline is to be expected.
pub fn name_line(line: &str) -> Option<Vec<Author>> {
    let line = bare(line);
    if line.len() > LONGEST || line.ends_with(['.', '!', '?', ':', '…']) {
        return None;
    }
    let names = authors(line, false)?;
    let used: usize = names.iter().map(|author| author.name.split_whitespace().count()).sum();
    let roles: usize =
        names.iter().filter_map(|a| a.role.as_deref()).map(|r| r.split_whitespace().count()).sum();
    let joins = line.split_whitespace().filter(|word| JOINS.contains(&key(word))).count();
    let all = line.split_whitespace().count() <= used + roles + joins;
    (all && names.len() <= BARE_NAMES).then_some(names)
}

/// Whether the words are a role and not a name: `diplomatic editor`.
pub fn is_role(part: &str) -> bool {
    let part = part.trim();
    part.len() <= LONGEST
        && !part.ends_with(['.', '!', '?'])
        && part.split_whitespace().count() <= ROLE_WORDS
        && has_role(part)
}

fn has_role(part: &str) -> bool {
    let mut folded = String::new();
    words(part).any(|word| {
        folded.clear();
        fold_onto(&mut folded, word.of(part));
        ROLES.contains(&folded)
    })
}

/// Whether the line opens as a byline does.
pub(super) fn opens_byline(line: &str) -> bool {
    lead(line.trim()).is_some()
}

/// The line without brackets, markers and the credits after a semicolon.
fn bare(line: &str) -> &str {
    let line = line.trim().trim_start_matches(['•', '*', '|', '-', '–', '—']).trim();
    let line =
        line.strip_prefix(['(', '[']).map_or(line, |inner| inner.trim_end_matches([')', ']']));
    line.split(';').next().unwrap_or(line).trim()
}

/// Length in bytes of the words that open a byline.
fn lead(part: &str) -> Option<usize> {
    let start: String = part.split_whitespace().take(LEAD_WORDS).collect::<Vec<_>>().join(" ");
    let start = start.split_inclusive(':').next().unwrap_or_default();
    let known = key(start);
    let found = heads(&known, LEAD_WORDS).find(|head| LEADS.contains(head))?;
    let count = found.split(' ').count();
    let end = words(part).nth(count.checked_sub(1)?)?.end;
    let rest = cut(part, end..part.len());
    let trimmed = rest.trim_start();
    let colon = trimmed.starts_with([':', '：']);
    let bare = matches!(
        found.rsplit(' ').next().unwrap_or_default(),
        "by" | "von" | "par" | "por" | "di" | "door" | "av" | "af" | "przez"
    );
    // `Autorin/Autor` is a label wherever it stands.
    let bare = bare || matches!(found, "autorin autor" | "autor autorin");
    let spaced = rest.starts_with(char::is_whitespace) || colon;
    let gap = rest.len() - rest.trim_start_matches([':', '：', ' ', '\u{a0}', '\t']).len();
    ((colon || bare) && spaced && gap < rest.len()).then_some(end + gap)
}

/// Names with a role after them, which need no lead: `A, B, staff writers`.
fn with_role(part: &str) -> Option<Vec<Author>> {
    if !has_role(part) {
        return None;
    }
    let names = authors(part, false)?;
    let short = part.split_whitespace().count() <= 2 * ROLE_WORDS && !part.ends_with('.');
    (short && names.iter().any(|author| author.role.is_some())).then_some(names)
}

/// The names at the start of `part`; `sure` where a lead or a label says they are names.
fn authors(part: &str, sure: bool) -> Option<Vec<Author>> {
    let mut found: Vec<Author> = Vec::new();
    for piece in pieces(before_date(part)) {
        let piece = piece.trim_matches(|letter: char| !letter.is_alphanumeric() && letter != '.');
        if !is_role(piece) && is_name(piece, sure) && !is_agency(piece) {
            found.push(Author { name: single_spaced(piece), role: None });
        } else if let Some(author) = behind_role(piece).filter(|_| sure) {
            found.push(author);
        } else if found.is_empty() {
            return None;
        } else if is_role(piece) {
            give_role(&mut found, piece);
        } else if !sure {
            return None;
        } else if piece.split_whitespace().any(|word| word.starts_with(char::is_lowercase)) {
            // `Head of Goats and Ferries`: a role goes on after its `and`.
            break;
        }
    }
    (!found.is_empty()).then_some(found)
}

/// `Harbour correspondent Ana Gull`: the name behind its role.
fn behind_role(piece: &str) -> Option<Author> {
    let role = words(piece).filter(|word| has_role(word.of(piece))).last()?;
    let name = cut(piece, role.end..piece.len());
    let spaced = name.starts_with(char::is_whitespace);
    let role = single_spaced(cut(piece, 0..role.end));
    (spaced && is_name(name.trim(), false) && !is_agency(name.trim()))
        .then(|| Author { name: single_spaced(name), role: Some(role) })
}

/// The words before a date or the label of one.
fn before_date(part: &str) -> &str {
    let end = stamp(part).map_or(part.len(), |stamp| stamp.range.start);
    let head = part.get(..end).unwrap_or(part);
    let label = words(head).find(|word| {
        let folded = fold(word.of(head));
        // `Friday` of `Friday, 24 July`; short forms are names too.
        is_label(&folded) || end < part.len() && is_weekday(&folded) && folded.chars().count() > 4
    });
    let names = label.map_or(head, |word| cut(head, 0..word.start)).trim_end();
    // `Last updated` is a label of two words.
    ["Last", "last"].iter().find_map(|last| names.strip_suffix(last)).unwrap_or(names)
}

/// The parts of a list of names: set apart by commas and joining words, up to `for X`.
fn pieces(list: &str) -> Vec<String> {
    let mut all = vec![String::new()];
    let mut rest = list;
    while let Some((token, after)) = first_token(rest) {
        rest = after;
        let word = key(token);
        let lower = token.chars().next().is_some_and(|first| !first.is_uppercase());
        let joins = JOINS.contains(&word) || (word.is_empty() && token == "&");
        let filled = all.last().is_some_and(|last| !last.is_empty());
        if joins && lower && filled {
            all.push(String::new());
            continue;
        }
        let begun = filled || all.len() > 1;
        if UNTIL.contains(&word) && lower && begun && all.len() < 2 + BARE_NAMES {
            let Some(next) = next_name(rest) else { break };
            all.push(String::new());
            rest = next;
            continue;
        }
        if token.contains('@') {
            continue;
        }
        let (body, comma) = match token.strip_suffix([',', '、']) {
            Some(body) => (body, true),
            None => (token, false),
        };
        if let Some(last) = all.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(body);
        }
        if comma {
            all.push(String::new());
        }
    }
    all.retain(|piece| !piece.is_empty());
    all
}

/// The first word of a list and what follows it.
fn first_token(list: &str) -> Option<(&str, &str)> {
    let list = list.trim_start();
    let end = list.find(char::is_whitespace).unwrap_or(list.len());
    (end > 0).then(|| (cut(list, 0..end), cut(list, end..list.len())))
}

/// Words of a place that a name stands with: `in New York and`.
const PLACE_WORDS: usize = 3;

/// What follows the place a name stands with, where that is another name with its own: of
/// `Quayside and Petra Quay in Northport`, from `Petra` on.
fn next_name(list: &str) -> Option<&str> {
    let mut rest = list;
    for _ in 0..=PLACE_WORDS {
        let (token, after) = first_token(rest)?;
        rest = after;
        let lower = token.starts_with(char::is_lowercase);
        if lower && JOINS.contains(&key(token)) {
            let name: Vec<&str> = rest
                .split_whitespace()
                .take_while(|word| !UNTIL.contains(&key(word)))
                .take(PLACE_WORDS + 1)
                .collect();
            let placed = rest.split_whitespace().nth(name.len()).is_some();
            return (name.len() >= 2 && placed && is_name(&name.join(" "), false)).then_some(rest);
        }
        if lower || token.ends_with([',', ';', '.']) {
            return None;
        }
    }
    None
}

/// Gives a role to the last name, or, where it is a plural, to all that have none.
fn give_role(names: &mut [Author], role: &str) {
    let role = role.trim();
    if !is_role(role) || stamp(role).is_some() || role.contains(|c: char| c.is_ascii_digit()) {
        return;
    }
    let plural = fold(role).ends_with('s');
    let from = if plural { 0 } else { names.len().saturating_sub(1) };
    for author in names.iter_mut().skip(from).filter(|author| author.role.is_none()) {
        author.role = Some(single_spaced(role));
    }
}

fn single_spaced(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, expected: &str) {
        let found = byline(line, false).or_else(|| dated_byline(line));
        let found = found.or_else(|| name_line(line)).unwrap_or_default();
        let shown: Vec<String> = found
            .into_iter()
            .map(|Author { name, role }| {
                role.map_or(name.clone(), |role| format!("{name} [{role}]"))
            })
            .collect();
        assert_eq!(shown.join("; "), expected, "{line}");
    }

    #[test]
    fn names_are_read_with_their_roles() {
        check("By Ana Gull and Petra Quay", "Ana Gull; Petra Quay");
        check(
            "Ana Gull, Petra Quay, staff writers",
            "Ana Gull [staff writers]; Petra Quay [staff writers]",
        );
        check("Filed by Ana Gull for Quayside Herald", "Ana Gull");
        check(
            "(Reporting by Ana Gull and Petra Quay; editing by Tom Reed)",
            "Ana Gull; Petra Quay",
        );
        check("Petra Quay, diplomatic editor", "Petra Quay [diplomatic editor]");
        check("Ana Gull", "Ana Gull");
        check("By Ana Gull | 5 March 2026 14:05 | 4 min read", "Ana Gull");
        check("Автор: Анна Чайкина и Пётр Молов", "Анна Чайкина; Пётр Молов");
        check("Por Lucía Faro de la Torre", "Lucía Faro de la Torre");
        check("By ANA GULL in Quayside", "ANA GULL");
        check("By Ana Gull, New York", "Ana Gull");
        check("By Ana Gull, in News, Harbour, Goats", "Ana Gull");
        check("This post was written by Ana Gull, Head of Goats and Ferry Affairs", "Ana Gull");
        check("By Ana Gull Published 4 May 2026", "Ana Gull");
        check("By Ana Gull Last updated 4 May 2026", "Ana Gull");
        check("Autorin/Autor Ana Gull", "Ana Gull");
        check("By Harbour correspondent Ana Gull", "Ana Gull [Harbour correspondent]");
        check(
            "(Reporting by Ana Gull in Northport and Petra Quay in New York; editing by Tom Reed)",
            "Ana Gull; Petra Quay",
        );
        check("By Ana Gull in Norway and Sweden", "Ana Gull");
        check("Ana Gull, Quayside Morning Herald", "Ana Gull");
        check("4-May-2026 16:40 GMT+2 / Ana Gull", "Ana Gull");
        check("04.05.2026 09:00 | Petra Quay", "Petra Quay");
        check("Petra Quay | 4 May 2026 09:00", "Petra Quay");
    }

    #[test]
    fn dates_outlets_and_prose_are_no_names() {
        check("By Monday", "");
        check("By Reuters", "");
        check("By 4 May 2026", "");
        check("World News", "");
        check("By the river the children played.", "");
        check("Quayside Herald", "");
        check("New York", "");
        check("Gull Island, Quayside Herald said.", "");
        check("4 May 2026 | World News", "");
        check("4 May 2026 | New York", "");
        check("4 May 2026 | Updated 5 May 2026", "");
    }
}
