//! Rules for single outlets, from a folder of TOML files that a user names.
//!
//! A file is one outlet. Of TOML it may use strings, lists of strings, `true`
//! and `false`, and comments; anything else is named with its place.

use parallax_extract::{OutletRule, OutletRules, Selector};
use std::{fmt, fs, io, path::Path};

/// Why a rule cannot be used: file, line, key, reason.
#[derive(Debug, PartialEq, Eq)]
pub struct RuleError {
    file: String,
    line: usize,
    key: String,
    reason: String,
}

impl fmt::Display for RuleError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, key, reason } = self;
        match (line, key.as_str()) {
            (0, _) => write!(f, "{file}: {reason}"),
            (_, "") => write!(f, "{file}:{line}: {reason}"),
            _ => write!(f, "{file}:{line}: {key}: {reason}"),
        }
    }
}

impl std::error::Error for RuleError {}

/// Loads every `.toml` file of a folder, in byte order of their names.
pub fn load(folder: &Path) -> Result<OutletRules, RuleError> {
    let whole = |path: &Path, error: &io::Error| RuleError {
        file: path.display().to_string(),
        line: 0,
        key: String::new(),
        reason: error.to_string(),
    };
    let entries = fs::read_dir(folder).map_err(|error| whole(folder, &error))?;
    let mut paths = Vec::new();
    for entry in entries {
        let path = entry.map_err(|error| whole(folder, &error))?.path();
        if path.extension().is_some_and(|end| end == "toml") {
            paths.push(path);
        }
    }
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let text = fs::read_to_string(path).map_err(|error| whole(path, &error))?;
        parse(&path.display().to_string(), &text)
    };
    Ok(OutletRules::new(paths.iter().map(read).collect::<Result<_, _>>()?))
}

/// Reads the rule in the text of one file.
pub fn parse(file: &str, text: &str) -> Result<OutletRule, RuleError> {
    let mut rule = OutletRule::default();
    let mut seen: Vec<&str> = Vec::new();
    for (index, line) in text.lines().enumerate() {
        let line = line.trim();
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        let error = |key: &str, reason: &str| RuleError {
            file: file.to_owned(),
            line: index + 1,
            key: key.to_owned(),
            reason: reason.to_owned(),
        };
        let Some((key, value)) = line.split_once('=') else {
            return Err(error("", "expected `key = value`"));
        };
        let key = key.trim();
        if seen.contains(&key) {
            return Err(error(key, "given twice"));
        }
        seen.push(key);
        let value = Value::read(value).ok_or_else(|| {
            error(key, "expected a string, a list of strings, true or false, on one line")
        })?;
        give(&mut rule, key, value).map_err(|reason| error(key, &reason))?;
    }
    if rule.hosts.is_empty() {
        let reason = "hosts: no host is named".to_owned();
        return Err(RuleError { file: file.to_owned(), line: 0, key: String::new(), reason });
    }
    Ok(rule)
}

fn give(rule: &mut OutletRule, key: &str, value: Value) -> Result<(), String> {
    match key {
        "hosts" => rule.hosts = value.list()?.iter().map(|host| host.to_lowercase()).collect(),
        "always" => rule.always = value.flag()?,
        "headline" => rule.headline = Some(value.selector()?),
        "body" => rule.body = Some(value.selector()?),
        "byline" => rule.byline = Some(value.selector()?),
        "date" => rule.date = Some(value.selector()?),
        "drop" => {
            let list = value.list()?;
            rule.drop = list.iter().map(|text| Selector::parse(text)).collect::<Result<_, _>>()?;
        }
        _ => {
            let known = "hosts, always, headline, body, byline, date, drop";
            return Err(format!("no such key; there are {known}"));
        }
    }
    Ok(())
}

/// A value of a file.
enum Value {
    Text(String),
    List(Vec<String>),
    Flag(bool),
}

impl Value {
    fn read(written: &str) -> Option<Self> {
        let written = written.trim();
        if let Some(list) = written.strip_prefix('[') {
            return list_items(list).map(Self::List);
        }
        let (value, rest) = match written.strip_prefix('"') {
            Some(_) => quoted(written).map(|(text, rest)| (Self::Text(text), rest))?,
            None => match written.split('#').next()?.trim() {
                "true" => (Self::Flag(true), ""),
                "false" => (Self::Flag(false), ""),
                _ => return None,
            },
        };
        is_end(rest).then_some(value)
    }

    fn list(self) -> Result<Vec<String>, String> {
        match self {
            Self::List(list) => Ok(list),
            Self::Text(text) => Ok(vec![text]),
            Self::Flag(_) => Err("expected a list of strings".to_owned()),
        }
    }

    fn flag(self) -> Result<bool, String> {
        match self {
            Self::Flag(flag) => Ok(flag),
            _ => Err("expected true or false".to_owned()),
        }
    }

    fn selector(self) -> Result<Selector, String> {
        match self {
            Self::Text(text) => Selector::parse(&text),
            _ => Err("expected a string".to_owned()),
        }
    }
}

/// A string without escapes at the start of `text`, and the rest.
fn quoted(text: &str) -> Option<(String, &str)> {
    let (inner, rest) = text.strip_prefix('"')?.split_once('"')?;
    (!inner.contains('\\')).then(|| (inner.to_owned(), rest))
}

/// The strings of a list after its bracket.
fn list_items(mut rest: &str) -> Option<Vec<String>> {
    let mut items = Vec::new();
    loop {
        rest = rest.trim_start();
        if let Some(end) = rest.strip_prefix(']') {
            return is_end(end).then_some(items);
        }
        let (item, after) = quoted(rest)?;
        items.push(item);
        let after = after.trim_start();
        rest = after.strip_prefix(',').unwrap_or(after);
        if rest == after && !after.starts_with(']') {
            return None;
        }
    }
}

/// Whether nothing but a comment is left of a line.
fn is_end(rest: &str) -> bool {
    let rest = rest.trim();
    rest.is_empty() || rest.starts_with('#')
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
        let text = "# The Tide Post\nhosts = [\"tide.example\", \"Ebb.example\"] # two\n\
            always = true\nheadline = \"h2.title\"\ndrop = [\".promo\", \"aside\"]\n";
        let rule = parse("tide.toml", text).expect("the rule is right");
        assert_eq!(rule.hosts, ["tide.example", "ebb.example"]);
        assert!(rule.always && rule.headline.is_some() && rule.body.is_none());
        assert_eq!(rule.drop.len(), 2);
    }

    #[test]
    fn errors_name_file_line_and_key() {
        check_error("headline = \"h1\"", "tide.toml: hosts: no host is named");
        check_error("hosts", "tide.toml:1: expected `key = value`");
        check_error(
            "hosts = [\"a.example\"]\ntitle = \"h1\"",
            "tide.toml:2: title: no such key; there are hosts, always, headline, body, byline, date, drop",
        );
        check_error(
            "hosts = [\"a.example\"]\nbody = \"div > p\"",
            "tide.toml:2: body: `>` is no element, class or id",
        );
        check_error("always = \"yes\"", "tide.toml:1: always: expected true or false");
        check_error(
            "date = 'p'",
            "tide.toml:1: date: expected a string, a list of strings, true or false, on one line",
        );
        check_error("always = true\nalways = true", "tide.toml:2: always: given twice");
    }
}
