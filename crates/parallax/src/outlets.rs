//! Rules for single outlets, from a folder of TOML files that a user names.
//!
//! A file is one outlet; `docs/outlet-rules.md` says what it may hold. The
//! first thing that cannot be read is named with its file and line.

use parallax_extract::{OutletRule, OutletRules, Selector};
use serde::Deserialize;
use std::{fmt, fs, io, ops::Range, path::Path};
use toml::Spanned;

/// Why a rule cannot be used: file, line, reason.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleError {
    file: String,
    /// From 1; `None` where the file itself cannot be read.
    line: Option<usize>,
    reason: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, reason } = self;
        match line {
            Some(line) => write!(f, "{file}:{line}: {reason}"),
            None => write!(f, "{file}: {reason}"),
        }
    }
}

impl std::error::Error for RuleError {}

/// Loads every `.toml` file of a folder, in byte order of their names.
pub fn load(folder: &Path) -> Result<OutletRules, RuleError> {
    let rules = texts(folder)?;
    let rules = rules.iter().map(|(path, text)| parse(path, text));
    Ok(OutletRules::new(rules.collect::<Result<_, _>>()?))
}

/// Every `.toml` file of a folder, as path and text, in byte order of their names.
pub fn texts(folder: &Path) -> Result<Vec<(String, String)>, RuleError> {
    let unreadable = |path: &Path, error: &io::Error| RuleError {
        file: path.display().to_string(),
        line: None,
        reason: error.to_string(),
    };
    let entries = fs::read_dir(folder).map_err(|error| unreadable(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| unreadable(folder, &error))?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).map_err(|error| unreadable(path, &error))?;
        Ok((path.display().to_string(), text))
    };
    paths.iter().map(read).collect()
}

/// A file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    hosts: Spanned<Vec<String>>,
    #[serde(default)]
    always: bool,
    headline: Option<Spanned<String>>,
    body: Option<Spanned<String>>,
    byline: Option<Spanned<String>>,
    date: Option<Spanned<String>>,
    #[serde(default)]
    drop: Vec<Spanned<String>>,
}

/// Reads the rule in the text of one file.
pub fn parse(file: &str, text: &str) -> Result<OutletRule, RuleError> {
    let error = |place: Option<Range<usize>>, reason: &str| RuleError {
        file: file.to_owned(),
        line: Some(line_of(text, place.map_or(0, |place| place.start))),
        reason: reason.to_owned(),
    };
    let written: Written =
        toml::from_str(text).map_err(|wrong| error(wrong.span(), wrong.message()))?;
    if written.hosts.as_ref().is_empty() {
        return Err(error(Some(written.hosts.span()), "hosts: no host is named"));
    }
    let selector = |key: &str, written: &Spanned<String>| {
        Selector::parse(written.as_ref())
            .map_err(|reason| error(Some(written.span()), &format!("{key}: {reason}")))
    };
    let optional = |key: &str, written: Option<&Spanned<String>>| {
        written.map(|written| selector(key, written)).transpose()
    };
    let hosts = written.hosts.as_ref().iter().map(|host| host.to_lowercase()).collect();
    let drop = written.drop.iter().map(|one| selector("drop", one)).collect::<Result<_, _>>()?;
    Ok(OutletRule {
        hosts,
        always: written.always,
        headline: optional("headline", written.headline.as_ref())?,
        body: optional("body", written.body.as_ref())?,
        byline: optional("byline", written.byline.as_ref())?,
        date: optional("date", written.date.as_ref())?,
        drop,
    })
}

/// The line, from 1, of a byte of the text.
fn line_of(text: &str, at: usize) -> usize {
    1 + text.bytes().take(at).filter(|byte| *byte == b'\n').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_error(text: &str, expected: &str) {
        let found = parse("tide.toml", text).map_err(|error| error.to_string());
        assert_eq!(found.err().as_deref(), Some(expected), "{text}");
    }

    #[test]
    fn a_file_is_one_outlet() {
        let text = "# The Tide Post\nhosts = [\n  \"tide.example\", # two\n  'Ebb.example',\n]\n\
            always = true\nheadline = \"h2.title\"\ndrop = [\".promo\", \"aside\"]\n";
        let rule = parse("tide.toml", text).expect("the rule is right");
        assert_eq!(rule.hosts, ["tide.example", "ebb.example"]);
        assert!(rule.always && rule.headline.is_some() && rule.body.is_none());
        assert_eq!(rule.drop.len(), 2);
    }

    #[test]
    fn errors_name_file_line_and_key() {
        check_error("hosts = []", "tide.toml:1: hosts: no host is named");
        check_error("headline = \"h1\"", "tide.toml:1: missing field `hosts`");
        check_error(
            "hosts = [\"a.example\"]\ntitle = \"h1\"",
            "tide.toml:2: unknown field `title`, expected one of `hosts`, `always`, `headline`, `body`, `byline`, `date`, `drop`",
        );
        check_error(
            "hosts = [\"a.example\"]\nbody = \"div > p\"",
            "tide.toml:2: body: `>` is no element, class or id",
        );
        check_error(
            "hosts = [\"a.example\"]\nalways = \"yes\"",
            "tide.toml:2: invalid type: string \"yes\", expected a boolean",
        );
        check_error("always = true\nalways = true", "tide.toml:2: duplicate key");
    }
}
