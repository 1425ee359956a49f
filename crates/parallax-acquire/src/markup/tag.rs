//! What stands in a tag.

use super::{Tag, decoded, is_space};

impl<'a> Tag<'a> {
    /// Whether the tag has this name, in any case.
    pub(crate) fn is(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name)
    }

    /// An attribute's value, decoded.
    pub(crate) fn get(&self, name: &str) -> Option<String> {
        let mut all = self.attributes();
        all.find(|(found, _)| found.eq_ignore_ascii_case(name))
            .map(|(_, value)| decoded(value).trim().to_owned())
    }

    /// Names and values, as written.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
        let mut rest = self.attributes;
        std::iter::from_fn(move || {
            rest = rest.trim_start_matches(|c: char| is_space(c) || c == '/');
            if rest.is_empty() {
                return None;
            }
            let end =
                rest.find(|c: char| is_space(c) || c == '=' || c == '/').unwrap_or(rest.len());
            // A stray `=` is a name of its own, so that reading goes on.
            let (name, behind) = rest.split_at_checked(end.max(1)).unwrap_or((rest, ""));
            let spaced = behind.trim_start();
            let Some(value) = spaced.strip_prefix('=').map(str::trim_start) else {
                rest = behind;
                return Some((name, ""));
            };
            let quote = value.chars().next().filter(|c| matches!(c, '"' | '\''));
            let (value, behind) = match quote {
                Some(quote) => {
                    let inner = value.get(1..).unwrap_or_default();
                    inner.split_once(quote).unwrap_or((inner, ""))
                }
                None => value
                    .split_at_checked(value.find(is_space).unwrap_or(value.len()))
                    .unwrap_or((value, "")),
            };
            rest = behind;
            Some((name, value))
        })
    }
}
