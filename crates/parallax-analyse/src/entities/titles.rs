//! Titles in a run of capitals, and where the name behind them starts.

use super::{
    lists::{self, Noun},
    tokens::Tokens,
};
use parallax_language::names::{country, country_of_demonym, is_given_name, is_role, is_title};

/// Where a run ends without the titles it ends in: `Exbury Rovers Vice President`.
pub(super) fn without_last_titles(tokens: &Tokens<'_>, from: usize, end: usize) -> usize {
    let office = |at: usize| is_title(tokens.word(at)) && !tokens.all[at].letters;
    let name = end - from < 3 && is_given_name(tokens.word(from));
    if end - from < 2 || name || !office(end - 1) || goes_with_title(tokens, from) {
        return end;
    }
    let mut last = end;
    while last > from && goes_with_title(tokens, last - 1) {
        last -= 1;
    }
    last
}

/// Where in a run the titles start and where the name after them: `(run, title, name)`.
///
/// What stands before the titles is a name of its own: `European Bank President Ann Orr`.
pub(super) fn parted_title(
    tokens: &Tokens<'_>,
    from: usize,
    end: usize,
) -> Option<(usize, usize, usize)> {
    let last = (from..end.checked_sub(1)?).rev().find(|&at| is_head(tokens, from, at, end))?;
    let mut name = last + 1;
    if tokens.word(name) == "of" {
        name += 2;
    }
    let body = lists::noun(tokens.word(name)) == Some(Noun::Organization)
        || name + 1 < end && lists::noun(tokens.word(end - 1)) == Some(Noun::Organization);
    if name >= end || body {
        return None;
    }
    let mut title = last;
    while title > from && goes_with_title(tokens, title - 1) {
        title -= 1;
    }
    let rest = title - from;
    let bodies = rest >= 2 || rest == 1 && tokens.all[from].letters;
    Some((from, if bodies { title } else { from }, name))
}

/// Whether the word at `at` is the title of the name that follows.
fn is_head(tokens: &Tokens<'_>, from: usize, at: usize, end: usize) -> bool {
    let word = tokens.word(at);
    // `Presidents Orr and Vale`.
    let one = word.strip_suffix('s').unwrap_or(word);
    let office = is_title(word) || is_role(word) || is_title(one);
    if !tokens.all[at].capital || !office || tokens.all[at].owns() {
        return false;
    }
    // Words that are names as well, `Dean Orr`, `Baron Vale`, are titles only behind a title.
    // `Mayor Tom Orr`: a given name and another behind it.
    let led = at + 2 < end && is_given_name(tokens.word(at + 1));
    let name = is_given_name(word) && at == from && !led;
    !name && at + 1 < end
}

pub(super) fn goes_with_title(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    is_title(word)
        || is_role(word)
        || country_of_demonym(word).is_some()
        || country(word).is_some()
        || lists::is("portfolio", word)
}
