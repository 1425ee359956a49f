//! What a person wrote down of outlets, in the file `outlets.toml` of an archive's folder.
//!
//! `docs/outlets.md` says what the file may hold. What cannot be read is named with its line and
//! left out; the rest is used. No fact stands without where and when it was read.

use jiff::civil::Date;
use parallax_site::{
    Tongue, Words,
    facts::{About, Fact, FactKind, KINDS, OutletFacts},
};
use std::{fmt, fs, io, ops::Range, path::Path};
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// What the file is called.
pub const FILE: &str = "outlets.toml";

/// Keys of an outlet beside its facts.
const KEYS: [&str; 4] = ["name", "hosts", "source", "date"];

/// A line that cannot be used, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    file: String,
    line: usize,
    reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.reason)
    }
}

/// The text of the file in an archive's folder, where there is one. Bytes that are no text are
/// replaced: the site goes on whatever somebody put there.
pub fn text(folder: &Path) -> io::Result<Option<String>> {
    match fs::read(folder.join(FILE)) {
        Ok(bytes) => Ok(Some(String::from_utf8_lossy(&bytes).into_owned())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// The facts that can be read in a file's text, and what is wrong with the others.
pub fn read(file: &str, text: &str) -> (OutletFacts, Vec<Fault>) {
    let (table, errors) = DeTable::parse_recoverable(text);
    let mut reading = Reading { file, text, faults: Vec::new() };
    let mut facts = OutletFacts::default();
    for error in &errors {
        reading.fault(error.span().unwrap_or_default(), error.message());
    }
    if errors.is_empty() {
        for (key, value) in table.get_ref() {
            match (key.get_ref().as_ref(), value.get_ref()) {
                ("outlet", DeValue::Array(outlets)) => {
                    outlets.iter().for_each(|outlet| reading.outlet(outlet, &mut facts));
                }
                ("outlet", _) => {
                    reading.fault(value.span(), "write [[outlet]], with two brackets on each side");
                }
                (name, _) => reading.fault(
                    key.span(),
                    format!("`{name}` belongs to no outlet: each starts with a line [[outlet]]"),
                ),
            }
        }
    }
    reading.faults.sort_by_key(|fault| fault.line);
    (facts, reading.faults)
}

/// Where a fact was read, and when.
#[derive(Clone, Default)]
struct Found {
    source: Option<String>,
    read: Option<Date>,
}

struct Reading<'a> {
    file: &'a str,
    text: &'a str,
    faults: Vec<Fault>,
}

impl Reading<'_> {
    fn fault(&mut self, at: Range<usize>, reason: impl Into<String>) {
        let before = self.text.bytes().take(at.start);
        let line = 1 + before.filter(|byte| *byte == b'\n').count();
        self.faults.push(Fault { file: self.file.to_owned(), line, reason: reason.into() });
    }

    /// Reads a table; without a name and a host it says nothing of anybody.
    fn outlet(&mut self, outlet: &Spanned<DeValue<'_>>, facts: &mut OutletFacts) {
        let DeValue::Table(table) = outlet.get_ref() else {
            self.fault(outlet.span(), "an outlet is a table: write [[outlet]] and its keys below");
            return;
        };
        let before = self.faults.len();
        let mut about = About::default();
        let mut found = Found::default();
        for (key, value) in table {
            match key.get_ref().as_ref() {
                "name" => about.name = self.name(value, facts),
                "hosts" => about.hosts = self.hosts(value, facts),
                "source" => found.source = self.words("source", value),
                "date" => found.read = self.date(value),
                name if FactKind::ALL.iter().any(|kind| kind.name() == name) => {}
                name => self.fault(key.span(), unknown(name)),
            }
        }
        for what in FactKind::ALL {
            if let Some(value) = table.get(what.name()) {
                about.facts.extend(self.facts(what, value, &found));
            }
        }
        if about.name.is_none() && about.hosts.is_empty() {
            if self.faults.len() == before {
                self.fault(outlet.span(), "an outlet needs a `name`, or `hosts`, to be known by");
            }
            return;
        }
        facts.add(about);
    }

    fn name(&mut self, value: &Spanned<DeValue<'_>>, facts: &OutletFacts) -> Option<String> {
        let name = self.words("name", value)?;
        if facts.has_name(&name) {
            self.fault(value.span(), format!("{name} stands in this file twice"));
            return None;
        }
        Some(name)
    }

    fn hosts(&mut self, value: &Spanned<DeValue<'_>>, facts: &OutletFacts) -> Vec<String> {
        let mut hosts = Vec::new();
        for (at, host) in self.texts("hosts", value) {
            let host = host.to_lowercase();
            let letter = |letter: char| letter.is_alphanumeric() || ".-".contains(letter);
            if !host.contains('.') || !host.chars().all(letter) {
                self.fault(at, format!("`{host}` is no host: write it as in quay.example"));
            } else if facts.has_host(&host) {
                self.fault(at, format!("{host} stands in this file twice"));
            } else {
                hosts.push(host);
            }
        }
        hosts
    }

    /// The facts under one key: a value, several, or one with its own source and date.
    fn facts(&mut self, what: FactKind, value: &Spanned<DeValue<'_>>, found: &Found) -> Vec<Fact> {
        let key = what.name();
        let mut found = found.clone();
        let values = match value.get_ref() {
            DeValue::Table(table) => {
                let mut values = Vec::new();
                for (own, value) in table {
                    match own.get_ref().as_ref() {
                        "is" => values = self.texts(key, value),
                        "source" => found.source = self.words("source", value),
                        "date" => found.read = self.date(value),
                        name => self.fault(
                            own.span(),
                            format!(
                                "`{name}` is nothing of a fact: it has `is`, `source` and `date`"
                            ),
                        ),
                    }
                }
                values
            }
            _ => self.texts(key, value),
        };
        if values.is_empty() {
            return Vec::new();
        }
        let (Some(source), Some(read)) = (found.source, found.read) else {
            let reason = format!(
                "`{key}` has no source: write `source` and `date` (the day when it was read there)"
            );
            self.fault(value.span(), reason);
            return Vec::new();
        };
        let mut facts = Vec::new();
        for (at, value) in values {
            match checked(what, &value) {
                Ok(()) => facts.push(Fact { what, value, source: source.clone(), read }),
                Err(reason) => self.fault(at, reason),
            }
        }
        facts
    }

    fn date(&mut self, value: &Spanned<DeValue<'_>>) -> Option<Date> {
        let written = match value.get_ref() {
            DeValue::Datetime(moment) => moment.to_string(),
            DeValue::String(text) => text.as_ref().to_owned(),
            _ => String::new(),
        };
        let date = written.parse().ok();
        if date.is_none() {
            self.fault(value.span(), "`date` is a day: write it as in 2027-03-12");
        }
        date
    }

    /// A text in one line.
    fn words(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<String> {
        self.texts(key, value).into_iter().next().map(|(_, text)| text)
    }

    fn texts(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Vec<(Range<usize>, String)> {
        let one = match value.get_ref() {
            DeValue::Array(values) => {
                return values.iter().flat_map(|value| self.texts(key, value)).collect();
            }
            DeValue::String(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
            // A year needs no quotes.
            DeValue::Integer(number) => number.as_str().to_owned(),
            _ => String::new(),
        };
        if one.is_empty() {
            self.fault(value.span(), format!("`{key}` is a text: write it between quotes"));
            return Vec::new();
        }
        vec![(value.span(), one)]
    }
}

/// Whether a value is one that the site has words for.
fn checked(what: FactKind, value: &str) -> Result<(), String> {
    let words = Words::of(Tongue::English);
    match what {
        FactKind::Country => country(value),
        FactKind::Kind if !KINDS.contains(&value) => {
            Err(format!("`{value}` is no kind of outlet: it is one of {}", KINDS.join(", ")))
        }
        FactKind::Language if words.language(value) == value => {
            Err(format!("`{value}` is no language: write its tag, as in kk or kk-Arab (BCP 47)"))
        }
        FactKind::Founded if value.parse::<Date>().is_err() && !is_year(value) => {
            Err(format!("`{value}` is no year: write it as in 1927"))
        }
        _ => Ok(()),
    }
}

/// A country has two letters; one that is in no list of today goes by its name.
fn country(value: &str) -> Result<(), String> {
    let words = Words::of(Tongue::English);
    let letters = || 'A'..='Z';
    let codes = letters().flat_map(|one| letters().map(move |two| format!("{one}{two}")));
    let mut named = codes.filter(|code| words.country(code) != code);
    if value.chars().count() < 4 {
        let known = named.any(|code| code == value);
        return known.then_some(()).ok_or_else(|| {
            format!("`{value}` is no country: write its two letters, as in KZ (ISO 3166)")
        });
    }
    match named.find(|code| words.country(code).eq_ignore_ascii_case(value)) {
        Some(code) => Err(format!("`{value}` has two letters: write {code}")),
        None => Ok(()),
    }
}

fn is_year(value: &str) -> bool {
    value.len() == 4 && value.bytes().all(|digit| digit.is_ascii_digit())
}

fn unknown(name: &str) -> String {
    let facts = FactKind::ALL.map(FactKind::name);
    let known: Vec<&str> = KEYS.into_iter().chain(facts).collect();
    format!("`{name}` is no key of an outlet: it may have {}", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_faults(text: &str, expected: &[&str]) {
        let (_, faults) = read(FILE, text);
        let faults: Vec<String> = faults.iter().map(ToString::to_string).collect();
        assert_eq!(faults, expected, "{text}");
    }

    #[test]
    fn each_fact_has_its_source_or_that_of_its_outlet() {
        let (facts, faults) = read(
            FILE,
            "[[outlet]]\nname = \"Quay Gazette\"\nhosts = [\"quay.example\"]\ncountry = \"KZ\"\n\
             language = [\"kk\", \"ru\"]\nfounded = 1927\nsource = \"https://quay.example/about\"\n\
             date = 2027-03-01\nowner = { is = \"Tide Press\", source = \"register, p. 7\", date = \"2026-11-05\" }\n",
        );
        assert_eq!(faults, []);
        let about = facts.of("Quay Gazette", None).expect("it was said");
        let shown: Vec<String> = about
            .facts
            .iter()
            .map(|fact| {
                format!("{} {} {} {}", fact.what.name(), fact.value, fact.source, fact.read)
            })
            .collect();
        let expected = [
            "country KZ https://quay.example/about 2027-03-01",
            "language kk https://quay.example/about 2027-03-01",
            "language ru https://quay.example/about 2027-03-01",
            "owner Tide Press register, p. 7 2026-11-05",
            "founded 1927 https://quay.example/about 2027-03-01",
        ];
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_is_wrong_is_named_with_its_line_and_the_rest_is_used() {
        check_faults(
            "[[outlet]]\nname = \"A\"\ncountry = \"KZ\"\n",
            &[
                "outlets.toml:3: `country` has no source: write `source` and `date` (the day when it was read there)",
            ],
        );
        let said = "source = \"x\"\ndate = 2027-03-01\n";
        check_faults(
            &format!(
                "[[outlet]]\nname = \"A\"\ncountry = [\"Oz\", \"Kazakhstan\", \"Varland\"]\nkind = \"paper\"\n{said}"
            ),
            &[
                "outlets.toml:3: `Oz` is no country: write its two letters, as in KZ (ISO 3166)",
                "outlets.toml:3: `Kazakhstan` has two letters: write KZ",
                "outlets.toml:4: `paper` is no kind of outlet: it is one of agency, newspaper, magazine, television, radio, online, blog, aggregator, government, organization",
            ],
        );
        check_faults(
            &format!(
                "[[outlet]]\n{said}[[outlet]]\nname = \"A\"\ndate = 7\nowner = 7\n[[outlet]]\nname = \" a\"\n"
            ),
            &[
                "outlets.toml:1: an outlet needs a `name`, or `hosts`, to be known by",
                "outlets.toml:6: `date` is a day: write it as in 2027-03-12",
                "outlets.toml:7: `owner` has no source: write `source` and `date` (the day when it was read there)",
                "outlets.toml:9: a stands in this file twice",
            ],
        );
        check_faults(
            "[outlet]\nname = \"A\"\n",
            &["outlets.toml:1: write [[outlet]], with two brackets on each side"],
        );
        check_faults(
            "[[outlet]]\nname = \"A\"\nhost = \"a\"\n",
            &[
                "outlets.toml:3: `host` is no key of an outlet: it may have name, hosts, source, date, country, kind, language, owner, funding, founded",
            ],
        );
        check_faults(
            "[[outlet]]\nhosts = [\"https://quay.example\"]\n",
            &["outlets.toml:2: `https://quay.example` is no host: write it as in quay.example"],
        );
    }

    #[test]
    fn what_is_no_toml_is_no_fact() {
        let (facts, faults) = read(FILE, "[[outlet]]\nname = \"A\nhosts = 1\n");
        assert!(facts.all().is_empty());
        assert!(
            faults.first().is_some_and(|fault| fault.to_string().starts_with("outlets.toml:2: "))
        );
    }

    proptest::proptest! {
        #[test]
        fn any_text_is_read_or_named(text in "(\\[\\[outlet\\]\\]\n)?[a-z]{0,8} ?=? ?.{0,40}\n?.{0,40}") {
            let _ = read(FILE, &text);
        }
    }
}
