//! The paths that a rule is about.

use serde::{Deserialize, Serialize};
use std::fmt::Write as _;

/// A path with stars that stand for anything; it fits what begins so, or what is so to its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Pattern {
    /// What stands between the stars.
    parts: Vec<String>,
    /// Whether it ends where the path ends.
    whole: bool,
    /// Its length in bytes, as it was written: the longer decides.
    length: usize,
}

impl Pattern {
    /// Reads the value of a rule; an empty one is about nothing.
    pub(super) fn new(value: &[u8]) -> Option<Self> {
        if value.is_empty() {
            return None;
        }
        let (path, whole) = match value.strip_suffix(b"$") {
            Some(path) => (path, true),
            None => (value, false),
        };
        let parts = path.split(|&byte| byte == b'*').map(compared).collect();
        Some(Self { parts, whole, length: value.len() })
    }

    pub(super) fn length(&self) -> usize {
        self.length
    }

    /// Whether it fits a path, which must be in the form of [`compared`].
    pub(super) fn fits(&self, path: &str) -> bool {
        let Some((first, others)) = self.parts.split_first() else { return false };
        let Some(mut rest) = path.strip_prefix(first.as_str()) else { return false };
        let Some((last, middle)) = others.split_last() else {
            return !self.whole || rest.is_empty();
        };
        for part in middle {
            match rest.split_once(part.as_str()) {
                Some((_, behind)) => rest = behind,
                None => return false,
            }
        }
        if self.whole { rest.ends_with(last.as_str()) } else { rest.contains(last.as_str()) }
    }

    /// As it is told to people.
    pub(super) fn shown(&self) -> String {
        let path = self.parts.join("*");
        let end = if self.whole { "$" } else { "" };
        path.chars().take(100).collect::<String>() + end
    }
}

/// A path in the one form in which two are compared: what is escaped without need is not, and
/// what needs it is, with large letters. What has a meaning in patterns is escaped, too.
pub(super) fn compared(path: &[u8]) -> String {
    let mut form = String::with_capacity(path.len());
    let mut rest = path;
    while let Some((&byte, behind)) = rest.split_first() {
        rest = behind;
        let escaped = (byte == b'%').then(|| escape(behind)).flatten();
        let byte = match escaped {
            Some(byte) => {
                rest = behind.get(2..).unwrap_or_default();
                byte
            }
            None => byte,
        };
        let is_plain = byte.is_ascii_alphanumeric() || b"-._~".contains(&byte);
        let stands =
            is_plain || (escaped.is_none() && byte.is_ascii_graphic() && !b"*$".contains(&byte));
        if stands {
            form.push(char::from(byte));
        } else {
            write!(form, "%{byte:02X}").expect("a string takes what is written");
        }
    }
    form
}

/// The byte whose two digits come next.
fn escape(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*digits.get(at)?).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}
