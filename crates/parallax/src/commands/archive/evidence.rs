//! `parallax export --evidence`, and `parallax verify` of what that made.

use super::generator;
use crate::{
    cli,
    commands::Outcome,
    console,
    evidence::{self, Checked, Evidence, Matter},
    meaning::Encoding,
    outlets,
    whole::NewFile,
};
use anyhow::{Context, bail};
use parallax_archive::{KeptStory, Reader};
use parallax_model::{CaptureId, Digest, ReadArticle, StoryId};
use std::{
    collections::BTreeSet,
    fmt::Write as _,
    fs::File,
    io::{Read, Write},
    path::Path,
};

/// Bytes of evidence that are looked at, at most: what we write is never longer.
const LONGEST: u64 = 1 << 32;

/// Puts together what is held of a story.
pub(super) fn export(
    reader: &Reader<'_>,
    story: StoryId,
    file: &Path,
    command: &cli::Export,
) -> anyhow::Result<Outcome> {
    let Some(kept) = reader.story(story)? else { bail!("story {story} is no more; ask again") };
    let rules = command.outlets.as_deref().map(outlets::texts).transpose()?.unwrap_or_default();
    let matter = Matter {
        story,
        aliases: kept.told.story.aliases.clone(),
        members: members(reader, story)?,
        rules: rules.into_iter().map(|(_, text)| text).collect(),
        generator: generator(Encoding::Carried),
    };
    let evidence = Evidence::of(&matter)?;
    refuse_other(&kept, &evidence.edition.articles)?;
    let mut to = NewFile::create(file)?;
    let zip = evidence.zip()?;
    to.write_all(&zip)?;
    to.finish()?;
    let (articles, captures) = (kept.articles.len(), matter.members.len());
    let digest = Digest::of(&zip);
    console::print(&format!("{articles} articles, {captures} captures\n{digest}\n"))?;
    Ok(Outcome::Whole)
}

/// The records of the captures of a story, as they are kept.
fn members(reader: &Reader<'_>, story: StoryId) -> anyhow::Result<Vec<Vec<u8>>> {
    let wanted: BTreeSet<CaptureId> = reader.captures_of(story)?.into_iter().collect();
    let mut members = Vec::new();
    for place in reader.places()?.iter().filter(|place| wanted.contains(&place.id)) {
        members.push(reader.stored(place)?);
    }
    Ok(members)
}

/// Refuses where the captures do not say what the archive read in them.
fn refuse_other(kept: &KeptStory, read: &[ReadArticle]) -> anyhow::Result<()> {
    let same = |one: &ReadArticle, other: &ReadArticle| {
        (&one.article, &one.annotations) == (&other.article, &other.annotations)
    };
    let mut pairs = kept.articles.iter().zip(read);
    if kept.articles.len() == read.len() && pairs.all(|(one, other)| same(one, other)) {
        return Ok(());
    }
    bail!(
        "the captures of the story do not say what the archive read in them: \
         `parallax rebuild` reads anew; where it was read with rules for outlets, --outlets names them"
    );
}

/// Checks exported evidence, and says what it came to.
pub(super) fn verify(file: &Path) -> anyhow::Result<Outcome> {
    let opened = File::open(file).with_context(|| format!("cannot open {}", file.display()))?;
    let mut bytes = Vec::new();
    let read = opened.take(LONGEST).read_to_end(&mut bytes);
    read.with_context(|| format!("cannot read {}", file.display()))?;
    let Checked { wrong, looked_at, manifest, retold } =
        evidence::check(&bytes, &generator(Encoding::Carried));
    let mut report = String::new();
    for wrong in &wrong {
        writeln!(report, "{}: {wrong}", file.display())?;
    }
    let (files, captures, words) = looked_at;
    writeln!(report, "{files} files, {captures} captures, {words} stretches of words")?;
    match retold {
        Some(Ok(())) if wrong.is_empty() => {
            writeln!(report, "told again from its captures alone, it is the same byte for byte")?;
        }
        Some(Err(by)) => {
            writeln!(report, "made by {by}: only that version can tell it again to compare")?;
        }
        _ => (),
    }
    match manifest {
        Some(manifest) if wrong.is_empty() => writeln!(report, "manifest {manifest}")?,
        _ => writeln!(report, "{} wrong", wrong.len())?,
    }
    console::print(&report)?;
    Ok(if wrong.is_empty() { Outcome::Whole } else { Outcome::Gaps })
}
