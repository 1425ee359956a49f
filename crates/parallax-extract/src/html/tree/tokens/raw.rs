//! Elements that hold no markup: where their text ends.

use super::{is_space, memchr, memchr2};

/// Elements whose text ends with their own end tag and nothing else.
const RAW: &[&str] = &[
    "iframe",
    "noembed",
    "noframes",
    "noscript",
    "plaintext",
    "script",
    "style",
    "textarea",
    "title",
    "xmp",
];

/// Whether an element holds no markup.
pub(super) fn is_raw(name: &str) -> bool {
    // Most names are too short or too long.
    (3..=9).contains(&name.len()) && RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name))
}

/// How much of `rest` is the text of the element `name`, just opened.
pub(super) fn end(rest: &[u8], name: &str) -> usize {
    if name.eq_ignore_ascii_case("plaintext") {
        rest.len()
    } else if name.eq_ignore_ascii_case("script") {
        end_of_script(rest)
    } else {
        let mut at = 0;
        while let Some(found) = find(rest, at, |from| memchr(b'<', from)) {
            if is_end(rest, found, name) {
                return found;
            }
            at = found + 1;
        }
        rest.len()
    }
}

/// How a script is written that old browsers should not see.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Hidden {
    No,
    /// Inside `<!--`.
    Comment,
    /// Inside a script in a comment: its end tag ends only itself.
    Script,
}

fn end_of_script(rest: &[u8]) -> usize {
    let (mut hidden, mut at) = (Hidden::No, 0);
    let mark = |from: &[u8], hidden| match hidden {
        Hidden::No => memchr(b'<', from),
        Hidden::Comment | Hidden::Script => memchr2(b'<', b'-', from),
    };
    while let Some(found) = find(rest, at, |from| mark(from, hidden)) {
        let after = rest.get(found..).unwrap_or_default();
        at = found + 1;
        match hidden {
            Hidden::No if is_end(rest, found, "script") => return found,
            Hidden::No if after.starts_with(b"<!--") => {
                hidden = Hidden::Comment;
                at = found + 2;
            }
            Hidden::Comment | Hidden::Script if after.starts_with(b"--") => {
                let dashes = after.iter().take_while(|&&byte| byte == b'-').count();
                at = found + dashes;
                if rest.get(at) == Some(&b'>') {
                    hidden = Hidden::No;
                }
            }
            Hidden::Comment if is_end(rest, found, "script") => return found,
            Hidden::Comment if is_tag(rest, found + 1, "script") => hidden = Hidden::Script,
            Hidden::Script if is_end(rest, found, "script") => hidden = Hidden::Comment,
            _ => {}
        }
    }
    rest.len()
}

fn find(rest: &[u8], at: usize, search: impl Fn(&[u8]) -> Option<usize>) -> Option<usize> {
    Some(at + search(rest.get(at..)?)?)
}

/// Whether the end tag of `name` stands at `at`.
fn is_end(rest: &[u8], at: usize, name: &str) -> bool {
    rest.get(at + 1) == Some(&b'/') && rest.get(at) == Some(&b'<') && is_tag(rest, at + 2, name)
}

/// Whether `name` stands at `at`, whole.
fn is_tag(rest: &[u8], at: usize, name: &str) -> bool {
    let end = at + name.len();
    rest.get(at..end).is_some_and(|written| written.eq_ignore_ascii_case(name.as_bytes()))
        && rest.get(end).is_some_and(|&next| is_space(next) || matches!(next, b'/' | b'>'))
}
