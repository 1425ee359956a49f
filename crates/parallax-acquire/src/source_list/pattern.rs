//! Patterns for addresses and titles: words with stars.

use super::entry::is_unseen;
use std::fmt;

/// `*` stands for anything, and all else for itself, in any case; what has no star fits where it stands anywhere.
///
/// ```
/// use parallax_acquire::Pattern;
///
/// let pattern = Pattern::new("*/sport/*").unwrap();
/// assert!(pattern.fits("https://quay.example/sport/ferry-cup"));
/// assert!(!pattern.fits("https://quay.example/news/sports-hall"));
/// assert!(Pattern::new("horoscope").unwrap().fits("Your Horoscope today"));
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    written: String,
    /// What stands between the stars, in small letters.
    parts: Vec<String>,
}

/// Longer patterns are none.
const LONGEST: usize = 500;

impl Pattern {
    /// The error says what is wrong.
    pub fn new(written: &str) -> Result<Self, String> {
        let written = written.trim();
        if written.is_empty() || written.chars().all(|c| c == '*') {
            return Err(format!("`{written}` fits everything: write what is to be found"));
        }
        if written.len() > LONGEST || written.chars().any(is_unseen) {
            return Err("a pattern is one line of at most 500 letters".to_owned());
        }
        let parts = written.to_lowercase().split('*').map(str::to_owned).collect();
        Ok(Self { written: written.to_owned(), parts })
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.written
    }

    /// Whether a text fits.
    pub fn fits(&self, text: &str) -> bool {
        let text = text.to_lowercase();
        let (Some(first), Some(last)) = (self.parts.first(), self.parts.last()) else {
            return false;
        };
        if self.parts.len() == 1 {
            return text.contains(first.as_str());
        }
        let Some(mut rest) = text.strip_prefix(first.as_str()) else { return false };
        for part in self.parts.get(1..self.parts.len() - 1).unwrap_or_default() {
            let Some((_, behind)) = rest
                .split_once(part.as_str())
                .filter(|_| !part.is_empty())
                .or(part.is_empty().then_some(("", rest)))
            else {
                return false;
            };
            rest = behind;
        }
        rest.ends_with(last.as_str())
    }
}

impl fmt::Display for Pattern {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written)
    }
}

#[cfg(test)]
mod tests {
    use super::Pattern;

    #[track_caller]
    fn check(pattern: &str, fitting: &[&str], others: &[&str]) {
        let pattern = Pattern::new(pattern).expect("a pattern");
        for text in fitting {
            assert!(pattern.fits(text), "{pattern} {text}");
        }
        for text in others {
            assert!(!pattern.fits(text), "{pattern} {text}");
        }
    }

    #[test]
    fn stars_stand_for_anything() {
        check("sport", &["Sport", "/sports/"], &["port"]);
        check("https://quay.example/*", &["https://QUAY.example/a"], &["http://quay.example/a"]);
        check("*.html", &["/a.html"], &["/a.html?b"]);
        check("a*b*c", &["abc", "a-b-b-c", "abcc"], &["ac", "acb", "xabc"]);
        check("a**b", &["ab", "axb"], &["a"]);
        check("ab*b", &["abb"], &["ab"]);
        assert!(Pattern::new("**").is_err() && Pattern::new("").is_err());
    }
}
