//! What is held of one story, with what proves it: one zip that can be checked by anyone.
//!
//! Everything in it is a function of the captures in it, of the rules for outlets beside them
//! and of the program that the manifest names, so the same story gives the same bytes, and
//! [`check()`] makes all of it again. The manifest holds the digest of every other file in a
//! canonical form; whoever signs it signs all.

mod check;
mod files;
mod manifest;
mod spans;

pub use check::{Checked, check};

use crate::{
    meaning::Encoding,
    outlets,
    pipeline::{self, Given},
};
use anyhow::{Context, anyhow};
use files::Files;
use manifest::{HeldCapture, Manifest};
use parallax_archive::{capture_in, warcinfo};
use parallax_extract::OutletRules;
use parallax_model::{Capture, Digest, Edition, ReadArticle, StoryId};
use parallax_publish::Generator;
use rayon::prelude::*;

/// Of which story evidence is, and of what it is made.
#[derive(Clone, Debug)]
pub struct Matter {
    /// The story.
    pub story: StoryId,
    /// Names of stories merged into it.
    pub aliases: Vec<StoryId>,
    /// The captures of its articles, all revisions, as an archive keeps them: gzip members.
    pub members: Vec<Vec<u8>>,
    /// The rules for outlets by which they are read: the text of each file.
    pub rules: Vec<String>,
    /// The program that makes it.
    pub generator: Generator,
}

/// Evidence, before it is put together.
#[derive(Clone, Debug)]
pub struct Evidence {
    /// The story as it is told from the captures alone.
    pub edition: Edition,
    files: Files,
}

impl Evidence {
    /// Reads the captures and tells the story from them alone.
    pub fn of(matter: &Matter) -> anyhow::Result<Self> {
        let rules = rules(&matter.rules)?;
        let captures = captures(&matter.members)?;
        let read = read(&captures, &rules)?;
        let given = Given { id: matter.story, aliases: matter.aliases.clone(), read };
        let edition = pipeline::given(vec![given], Encoding::Carried);
        let files = Files::of(matter, &captures, &edition);
        Ok(Self { edition, files })
    }

    /// All of it as one zip: the same bytes each time.
    pub fn zip(&self) -> anyhow::Result<Vec<u8>> {
        Ok(parallax_export::zip::write(self.files.iter())?)
    }
}

/// The web archive of the captures, and where in it each stands.
fn web_archive(matter: &Matter, captures: &[Capture]) -> (Vec<u8>, Vec<HeldCapture>) {
    let Generator { name, version, .. } = &matter.generator;
    let first = matter.members.first().map_or(&[][..], Vec::as_slice);
    let mut bytes = warcinfo(&format!("{name} {version}"), first);
    let mut held = Vec::new();
    for (member, capture) in matter.members.iter().zip(captures) {
        held.push(HeldCapture::new(capture, bytes.len(), member));
        bytes.extend(member);
    }
    (bytes, held)
}

/// Bytes that the captures of evidence have together, at most, once they are expanded.
const EXPANDED: u64 = 2 << 30;

fn captures(members: &[Vec<u8>]) -> anyhow::Result<Vec<Capture>> {
    let mut left = EXPANDED;
    let capture = |(at, member): (usize, &Vec<u8>)| {
        let capture = capture_in(member, left);
        let capture = capture.map_err(|how| anyhow!("capture {}: {how}", at + 1))?;
        left = left.saturating_sub(u64::try_from(capture.payload().len()).unwrap_or(u64::MAX));
        Ok(capture)
    };
    members.iter().enumerate().map(capture).collect()
}

fn read(captures: &[Capture], rules: &OutletRules) -> anyhow::Result<Vec<ReadArticle>> {
    let read = |capture: &Capture| {
        let article = pipeline::read_by(capture, rules);
        article.map_err(|unread| anyhow!("{}: {}", unread.path, unread.reason))
    };
    captures.par_iter().map(read).collect()
}

fn rules(texts: &[String]) -> anyhow::Result<OutletRules> {
    let rule = |(at, text): (usize, &String)| outlets::parse(&files::rule(at), text);
    let rules: Result<Vec<_>, _> = texts.iter().enumerate().map(rule).collect();
    Ok(OutletRules::new(rules.context("the rules for outlets cannot be read")?))
}

/// The digest by which a manifest is known.
fn known_by(manifest: &Manifest) -> Digest {
    Digest::of(manifest.written().as_bytes())
}
