//! The files of evidence.

use super::{
    Matter,
    manifest::{FORM, HeldFile, Manifest},
    spans, web_archive,
};
use parallax_model::{Capture, Digest, Edition, StoryId};
use parallax_publish::{html, json, terminal, terminal::Style};
use std::collections::BTreeMap;

pub(super) const MANIFEST: &str = "manifest.json";
pub(super) const CAPTURES: &str = "captures.warc.gz";
pub(super) const SPANS: &str = "spans.jsonl";

/// What is said to those who open it.
const README: &str = include_str!("readme.txt");

/// How wide the report is that is read as it is.
const COLUMNS: usize = 100;

/// Files by name.
#[derive(Clone, Debug)]
pub(super) struct Files(BTreeMap<String, Vec<u8>>);

/// The name of the file that holds the rule at `at`.
pub(super) fn rule(at: usize) -> String {
    format!("{RULES}{:04}.toml", at + 1)
}

/// All digits of a name: what is printed elsewhere is its beginning.
fn in_full(id: StoryId) -> String {
    Digest::from(*id.as_bytes()).to_string()
}

/// How names of rules begin.
pub(super) const RULES: &str = "rules/";

impl Files {
    pub(super) fn of(matter: &Matter, captures: &[Capture], edition: &Edition) -> Self {
        let (archive, held) = web_archive(matter, captures);
        let records: String = edition.articles.iter().map(json::article).collect();
        let style = Style { width: COLUMNS, colour: false };
        let mut files: BTreeMap<String, Vec<u8>> = [
            (CAPTURES, archive),
            ("edition.json", json::edition(edition, &matter.generator).into_bytes()),
            ("readme.txt", README.as_bytes().to_vec()),
            ("records.jsonl", records.into_bytes()),
            ("report.html", html::edition(edition).into_bytes()),
            ("report.txt", terminal::edition(edition, &style).into_bytes()),
            (SPANS, spans::lines(edition, captures).into_bytes()),
        ]
        .map(|(name, bytes)| (name.to_owned(), bytes))
        .into();
        let rules = matter.rules.iter().enumerate();
        files.extend(rules.map(|(at, text)| (rule(at), text.clone().into_bytes())));
        let manifest = Manifest {
            evidence: FORM,
            story: in_full(matter.story),
            aliases: matter.aliases.iter().copied().map(in_full).collect(),
            generator: (&matter.generator).into(),
            captures: held,
            files: files.iter().map(|(name, bytes)| HeldFile::new(name, bytes)).collect(),
        };
        files.insert(MANIFEST.to_owned(), manifest.written().into_bytes());
        Self(files)
    }

    /// By name.
    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, bytes)| (&**name, &**bytes))
    }
}
