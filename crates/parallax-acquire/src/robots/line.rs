//! One line of a robots.txt.

use std::time::Duration;

/// The fields that are read; all others are passed over and stand between no two lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Agent,
    Allow,
    Disallow,
    Delay,
    Sitemap,
}

/// How people write the names of fields, misspellings that are common among them.
const NAMES: &[(&str, Field)] = &[
    ("user-agent", Field::Agent),
    ("useragent", Field::Agent),
    ("user agent", Field::Agent),
    ("allow", Field::Allow),
    ("disallow", Field::Disallow),
    ("dissallow", Field::Disallow),
    ("dissalow", Field::Disallow),
    ("disalow", Field::Disallow),
    ("diasllow", Field::Disallow),
    ("disallaw", Field::Disallow),
    ("crawl-delay", Field::Delay),
    ("crawldelay", Field::Delay),
    ("sitemap", Field::Sitemap),
    ("site-map", Field::Sitemap),
];

/// What a line says: a field and its value, without a comment.
pub(super) fn field(line: &[u8]) -> Option<(Field, &[u8])> {
    let line = line.split(|&byte| byte == b'#').next().unwrap_or_default();
    let colon = line.iter().position(|&byte| byte == b':')?;
    let (name, value) = line.split_at_checked(colon)?;
    let name = name.trim_ascii();
    let known = NAMES.iter().find(|(known, _)| name.eq_ignore_ascii_case(known.as_bytes()))?;
    Some((known.1, value.get(1..).unwrap_or_default().trim_ascii()))
}

/// Whether a `User-agent` names this robot: up to the first letter that no name has.
pub(super) fn names(value: &[u8], robot: &str) -> bool {
    let is_of_name = |byte: &u8| byte.is_ascii_alphabetic() || matches!(byte, b'-' | b'_');
    let end = value.iter().position(|byte| !is_of_name(byte)).unwrap_or(value.len());
    value.get(..end).is_some_and(|name| name.eq_ignore_ascii_case(robot.as_bytes()))
}

/// Whether a `User-agent` names every robot.
pub(super) fn names_all(value: &[u8]) -> bool {
    value.first() == Some(&b'*') && value.get(1).is_none_or(u8::is_ascii_whitespace)
}

/// Seconds, whole or with a part.
pub(super) fn delay(value: &[u8]) -> Option<Duration> {
    let seconds: f64 = std::str::from_utf8(value).ok()?.parse().ok()?;
    Duration::try_from_secs_f64(seconds).ok()
}
