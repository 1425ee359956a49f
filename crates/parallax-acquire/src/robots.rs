//! What an outlet lets robots ask for (RFC 9309), read as that standard has it.
//!
//! A robots.txt is read for one robot, and what does not concern it is not kept. Where there is
//! none, everything may be asked for; where none can be had, nothing.

mod line;
mod pattern;

use line::{Field, field};
use pattern::{Pattern, compared};
use serde::{Deserialize, Serialize};
use std::time::Duration;

/// Bytes of a robots.txt that are read; the standard wants at least these.
pub const MOST: usize = 500 << 10;

/// Addresses of sitemaps that are kept of one robots.txt.
const SITEMAPS: usize = 1000;

/// A robot that is told to wait longer between two questions is not wanted: it waits so long.
const LONGEST_DELAY: Duration = Duration::from_hours(1);

/// What one robot may ask one server for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Robots {
    rules: Vec<Rule>,
    /// Why nothing may be asked for, where nothing may.
    closed: Option<String>,
    delay: Option<Duration>,
    sitemaps: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Rule {
    allows: bool,
    pattern: Pattern,
}

impl Robots {
    /// Everything may be asked for: there is no robots.txt.
    pub fn open() -> Self {
        Self { rules: Vec::new(), closed: None, delay: None, sitemaps: Vec::new() }
    }

    /// Nothing may be asked for: `why`.
    pub fn closed(why: &str) -> Self {
        Self { closed: Some(why.to_owned()), ..Self::open() }
    }

    /// What follows from an answer to the question for robots.txt: none where the server has none
    /// (4xx), a closed door where it cannot say (5xx, and 429, which says to come later).
    pub fn of_answer(status: u16, body: &[u8], robot: &str) -> Self {
        match status {
            200..=299 => Self::read(body, robot),
            429 => Self::closed("robots.txt cannot be had: the server says to come later (429)"),
            300..=499 => Self::open(),
            _ => Self::closed(&format!("robots.txt cannot be had: the server says {status}")),
        }
    }

    /// Reads a robots.txt for the robot of this name: the groups that name it, all as one, or else
    /// those for every robot.
    ///
    /// ```
    /// use parallax_acquire::robots::Robots;
    ///
    /// let robots = Robots::read(b"User-agent: *\nDisallow: /paper\nAllow: /paper/free$", "Parallax");
    /// assert!(robots.refuses("/paper/a").is_some());
    /// assert!(robots.refuses("/paper/free").is_none());
    /// ```
    pub fn read(text: &[u8], robot: &str) -> Self {
        let mut own = Gathered::default();
        let mut common = Gathered::default();
        let mut sitemaps = Vec::new();
        let (mut is_own, mut is_common, mut naming) = (false, false, false);
        for (name, value) in lines(text).filter_map(field) {
            match name {
                Field::Agent => {
                    if !naming {
                        (is_own, is_common, naming) = (false, false, true);
                    }
                    is_own |= line::names(value, robot);
                    is_common |= line::names_all(value);
                    own.met |= is_own;
                }
                Field::Allow | Field::Disallow => {
                    naming = false;
                    if let Some(pattern) = Pattern::new(value) {
                        let rule = Rule { allows: name == Field::Allow, pattern };
                        own.rules.extend(is_own.then(|| rule.clone()));
                        common.rules.extend(is_common.then_some(rule));
                    }
                }
                Field::Delay => {
                    let delay = line::delay(value).map(|delay| delay.min(LONGEST_DELAY));
                    own.delay = own.delay.max(delay.filter(|_| is_own));
                    common.delay = common.delay.max(delay.filter(|_| is_common));
                }
                Field::Sitemap if sitemaps.len() < SITEMAPS => {
                    sitemaps.extend(std::str::from_utf8(value).ok().map(str::to_owned));
                }
                Field::Sitemap => {}
            }
        }
        let Gathered { rules, delay, .. } = if own.met { own } else { common };
        Self { rules, closed: None, delay, sitemaps }
    }

    /// Why a path (with its query) may not be asked for; nothing where it may.
    ///
    /// The longest rule that fits decides, and of two as long the one that allows.
    pub fn refuses(&self, path: &str) -> Option<String> {
        if path == "/robots.txt" {
            return None;
        }
        if let Some(why) = &self.closed {
            return Some(why.clone());
        }
        let path = compared(path.as_bytes());
        let fitting = self.rules.iter().filter(|rule| rule.pattern.fits(&path));
        let decides = fitting.max_by_key(|rule| (rule.pattern.length(), rule.allows))?;
        (!decides.allows)
            .then(|| format!("robots.txt forbids it (Disallow: {})", decides.pattern.shown()))
    }

    /// How long the outlet wants between two questions, if it says.
    pub fn delay(&self) -> Option<Duration> {
        self.delay
    }

    /// The sitemaps that are named, whichever robot they are for.
    pub fn sitemaps(&self) -> &[String] {
        &self.sitemaps
    }

    /// Whether nothing may be asked for because robots.txt could not be had.
    pub fn is_closed(&self) -> bool {
        self.closed.is_some()
    }
}

/// What the groups of one kind say.
#[derive(Default)]
struct Gathered {
    met: bool,
    rules: Vec<Rule>,
    delay: Option<Duration>,
}

/// The lines, without marks of order; a line that the limit cuts is not read.
fn lines(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let kept = match text.get(..MOST) {
        Some(start) if text.len() > MOST => {
            let end = start.iter().rposition(|byte| matches!(byte, b'\n' | b'\r')).unwrap_or(0);
            start.get(..end).unwrap_or_default()
        }
        _ => text,
    };
    kept.split(|byte| matches!(byte, b'\n' | b'\r'))
}

#[cfg(test)]
mod tests;
