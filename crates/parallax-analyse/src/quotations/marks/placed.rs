//! What each character of a text that looks like a quotation mark can be where it stands.

use super::{Role, Style};

/// A character that can be a quotation mark where it stands.
pub(super) struct Mark {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) style: Style,
    pub(super) role: Role,
    /// Whether nothing, a space or an opening sign stands before it.
    pub(super) starts: bool,
}

/// The marks of a text, in order.
pub(super) fn marks(text: &str) -> Vec<Mark> {
    let mut found = Vec::new();
    let turned = is_turned(text);
    let mut before: Option<char> = None;
    let mut letters = text.char_indices().peekable();
    while let Some((start, letter)) = letters.next() {
        let mut end = start + letter.len_utf8();
        // Two single marks typed for one double.
        let doubled = matches!(letter, '`' | '\'' | '’' | '‘' | ',')
            && letters.peek().is_some_and(|&(_, next)| next == letter);
        if doubled && letter != ',' {
            letters.next();
            end += letter.len_utf8();
        }
        let after = letters.peek().map(|&(_, next)| next);
        let around = Around { before, after };
        if start == 0 && letter == '»' && turned {
            found.push(Mark { start, end, style: Style::Angle, role: Role::Opens, starts: true });
        } else if let Some((style, role)) = role(letter, doubled, around) {
            found.push(Mark { start, end, style, role, starts: around.starts() });
        }
        before = Some(letter);
    }
    found
}

/// Whether a text starts with `»` as German opens with it: the next of its family closes a word.
pub(crate) fn is_turned(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('»') else { return false };
    let next = rest.find(['«', '»']).and_then(|at| Some((rest.get(..at)?, rest.get(at..)?)));
    next.is_some_and(|(words, mark)| {
        mark.starts_with('«') && words.ends_with(|last: char| !last.is_whitespace())
    })
}

/// The characters beside a mark.
#[derive(Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

impl Around {
    /// Nothing, a space or an opening sign stands before.
    fn starts(self) -> bool {
        self.before.is_none_or(|letter| {
            letter.is_whitespace()
                || matches!(letter, '(' | '[' | '{' | '/' | '—' | '–' | '-' | '…')
                || is_opening_shape(letter)
        })
    }

    /// A letter, digit or another mark follows.
    fn goes_on(self) -> bool {
        self.after.is_some_and(|letter| !letter.is_whitespace() && !is_end(letter))
    }

    fn inside_a_word(self) -> bool {
        self.before.is_some_and(char::is_alphanumeric)
            && self.after.is_some_and(char::is_alphanumeric)
    }
}

fn is_opening_shape(letter: char) -> bool {
    matches!(letter, '“' | '„' | '«' | '‘' | '‚' | '"' | '\'' | '‹' | '「' | '『' | '：' | '，')
}

fn is_end(letter: char) -> bool {
    matches!(
        letter,
        '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']' | '}' | '”' | '»' | '’' | '，' | '。'
    )
}

fn role(letter: char, doubled: bool, around: Around) -> Option<(Style, Role)> {
    let by_place = || match (around.starts(), around.goes_on()) {
        (true, true) => Role::Opens,
        (true, false) => Role::Either,
        (false, _) => Role::Closes,
    };
    Some(match letter {
        '“' | '‟' if around.starts() || around.goes_on() && !around.inside_a_word() => {
            // „…“ closes with the mark that opens elsewhere; the place tells.
            let closes = around.before.is_some_and(|b| !b.is_whitespace()) && !around.starts();
            (Style::Curly, if closes { Role::Either } else { Role::Opens })
        }
        '“' | '‟' => (Style::Curly, Role::Either),
        '„' => (Style::Curly, Role::Opens),
        '”' if around.starts() && around.goes_on() => (Style::Curly, Role::Either),
        '”' => (Style::Curly, Role::Closes),
        '"' | '＂' if around.before.is_some_and(|b| b.is_ascii_digit()) => {
            (Style::Straight, if around.goes_on() { return None } else { Role::Closes })
        }
        '"' | '＂' if around.starts() && around.goes_on() => (Style::Straight, Role::Opens),
        '"' | '＂' => (Style::Straight, Role::Either),
        '`' | '\'' | '’' | '‘' if doubled => (Style::Straight, by_place()),
        '«' => (
            Style::Angle,
            if around.starts() || around.goes_on() { Role::Opens } else { Role::Either },
        ),
        '»' if around.starts() && around.goes_on() && around.before.is_some() => {
            (Style::Angle, Role::Either)
        }
        '»' => (Style::Angle, Role::Closes),
        '‘' | '‚' if around.starts() && around.goes_on() => (Style::Single, Role::Opens),
        '‘' if !around.goes_on() && !around.starts() => (Style::Single, Role::Closes),
        '’' | '\'' if around.inside_a_word() => return None,
        '\'' if around.starts() && around.goes_on() => (Style::Single, Role::Opens),
        '’' | '\'' if !around.starts() => (Style::Single, Role::Closes),
        '「' | '『' => (Style::Corner, Role::Opens),
        '」' | '』' => (Style::Corner, Role::Closes),
        '《' | '〈' => (Style::Title, Role::Opens),
        '》' | '〉' => (Style::Title, Role::Closes),
        _ => return None,
    })
}
