//! Text as a terminal shows it: clusters of characters with their width.

use unicode_width::UnicodeWidthStr;

/// A character with the marks that sit on it.
#[derive(Clone, Debug)]
pub(super) struct Cluster {
    pub(super) text: String,
    /// Columns it takes.
    pub(super) width: usize,
}

/// The clusters of `text`, without what a terminal would obey or not show.
///
/// Control characters become U+FFFD, so that a page cannot steer the reader's
/// terminal; white space becomes a space. Soft hyphens, zero-width spaces and
/// the controls of writing direction, which would leak into the next column,
/// are dropped.
pub(super) fn clusters(text: &str) -> impl Iterator<Item = Cluster> {
    let mut letters = text.chars().filter_map(shown).peekable();
    std::iter::from_fn(move || {
        // A mark that sits on nothing would sit on what we print before it.
        let first = letters.by_ref().find(|&letter| !joins(letter))?;
        let mut cluster = String::from(first);
        while let Some(next) = letters.next_if(|&next| !first.is_whitespace() && joins(next)) {
            cluster.push(next);
            // What follows a joiner is part of the same sign.
            if next == ZERO_WIDTH_JOINER
                && let Some(joined) = letters.next_if(|joined| !joined.is_whitespace())
            {
                cluster.push(joined);
            }
        }
        let width = cluster.width();
        Some(Cluster { text: cluster, width })
    })
}

/// Columns that `text` takes once shown.
pub(super) fn width(text: &str) -> usize {
    clusters(text).map(|cluster| cluster.width).sum()
}

const ZERO_WIDTH_JOINER: char = '\u{200d}';

fn joins(letter: char) -> bool {
    unicode_width::UnicodeWidthChar::width(letter) == Some(0)
}

fn shown(letter: char) -> Option<char> {
    match letter {
        '\u{ad}' | '\u{200b}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}' => {
            None
        }
        _ if letter.is_whitespace() && letter != '\u{a0}' && letter != '\u{202f}' => Some(' '),
        _ if letter.is_control() => Some(char::REPLACEMENT_CHARACTER),
        _ => Some(letter),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, usize)]) {
        let clusters: Vec<Cluster> = clusters(text).collect();
        let seen: Vec<(&str, usize)> =
            clusters.iter().map(|cluster| (cluster.text.as_str(), cluster.width)).collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn marks_stay_on_their_letter() {
        check("e\u{301}a", &[("e\u{301}", 1), ("a", 1)]);
    }

    #[test]
    fn a_mark_without_a_letter_is_dropped() {
        check("\u{fe0f}a \u{301}", &[("a", 1), (" ", 1)]);
    }

    #[test]
    fn wide_letters_take_two_columns() {
        check("海a", &[("海", 2), ("a", 1)]);
    }

    #[test]
    fn a_page_cannot_steer_the_terminal() {
        check("\u{1b}[2J", &[("\u{fffd}", 1), ("[", 1), ("2", 1), ("J", 1)]);
        check("a\u{202e}b\u{ad}", &[("a", 1), ("b", 1)]);
    }

    #[test]
    fn white_space_is_a_space() {
        check("\n\t", &[(" ", 1), (" ", 1)]);
    }
}
