//! Whether evidence is what it says, and says what its captures say.

use super::{
    Evidence, Matter, captures,
    files::{CAPTURES, MANIFEST, RULES, SPANS},
    known_by,
    manifest::{FORM, HeldCapture, HeldFile, MadeBy, Manifest},
    read, rules,
    spans::Shown,
};
use parallax_export::zip;
use parallax_model::{Capture, Digest, ReadArticle, StoryId};
use parallax_publish::Generator;
use std::collections::{BTreeMap, BTreeSet};

/// What checking evidence came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// What is wrong, each with the file or the words it is wrong with; empty where all is well.
    pub wrong: Vec<String>,
    /// Files, captures and stretches of words that were looked at.
    pub looked_at: (usize, usize, usize),
    /// SHA-256 of the manifest: what a signature is made of.
    pub manifest: Option<Digest>,
    /// Whether the story was told again by the very program that made it; else by which it was.
    pub retold: Option<Result<(), String>>,
}

/// Checks evidence as a program that calls itself `generator`.
///
/// Never fails: bytes that are no evidence are named as such. Nothing is written anywhere, and
/// nothing in it is expanded beyond bounds.
pub fn check(bytes: &[u8], generator: &Generator) -> Checked {
    let mut checked = Checked::default();
    if let Err(wrong) = all(bytes, generator, &mut checked) {
        checked.wrong.push(wrong);
    }
    checked
}

fn all(bytes: &[u8], generator: &Generator, checked: &mut Checked) -> Result<(), String> {
    let files = zip::read(bytes).map_err(|error| error.to_string())?;
    let manifest = manifest(&files)?;
    checked.manifest = Some(known_by(&manifest));
    held_files(&files, &manifest, &mut checked.wrong);
    let matter = matter(&files, &manifest, generator, &mut checked.wrong)?;
    checked.looked_at = (files.len(), matter.members.len(), 0);
    if checked.wrong.is_empty() {
        retell(&files, &manifest, &matter, checked)?;
    }
    Ok(())
}

fn manifest(files: &BTreeMap<&str, &[u8]>) -> Result<Manifest, String> {
    let bytes = files.get(MANIFEST).ok_or("there is no manifest.json in it")?;
    let manifest: Manifest =
        serde_json::from_slice(bytes).map_err(|error| format!("{MANIFEST}: {error}"))?;
    if manifest.evidence != FORM {
        let form = manifest.evidence;
        return Err(format!("{MANIFEST}: its form is {form}, this program knows {FORM}"));
    }
    if manifest.written().as_bytes() != *bytes {
        return Err(format!("{MANIFEST}: it is not in its canonical form"));
    }
    Ok(manifest)
}

/// Holds every file to the manifest.
fn held_files(files: &BTreeMap<&str, &[u8]>, manifest: &Manifest, wrong: &mut Vec<String>) {
    let listed: BTreeSet<&str> = manifest.files.iter().map(|file| &*file.name).collect();
    for file in &manifest.files {
        match files.get(&*file.name) {
            Some(bytes) if HeldFile::new(&file.name, bytes) == *file => (),
            Some(_) => wrong.push(format!("{}: it is not what the manifest says", file.name)),
            None => wrong.push(format!("{}: it is missing", file.name)),
        }
    }
    let unlisted = files.keys().filter(|name| **name != MANIFEST && !listed.contains(**name));
    wrong.extend(unlisted.map(|name| format!("{name}: the manifest does not speak of it")));
}

/// What the evidence is made of, with every capture held to the manifest.
fn matter(
    files: &BTreeMap<&str, &[u8]>,
    manifest: &Manifest,
    generator: &Generator,
    wrong: &mut Vec<String>,
) -> Result<Matter, String> {
    let id = |digits: &String| -> Result<StoryId, String> {
        let digest = Digest::read(digits).ok_or(format!("{MANIFEST}: {digits:?} is no id"))?;
        Ok(digest.into())
    };
    let archive = files.get(CAPTURES).copied().unwrap_or_default();
    let mut members = Vec::new();
    let mut next = manifest.captures.first().map_or(0, |first| first.start);
    for held in &manifest.captures {
        // One after the other: what stands in the file once is not held many times.
        let end = held.start.checked_add(held.length).filter(|_| held.start == next);
        match end.and_then(|end| archive.get(held.start..end)) {
            Some(member) if Digest::of(member).to_string() == held.record_sha256 => {
                next += member.len();
                members.push(member.to_vec());
            }
            _ => {
                wrong.push(format!("{CAPTURES}: capture {} does not stand in it", held.id));
                break;
            }
        }
    }
    let rules = files.range(RULES..).take_while(|(name, _)| name.starts_with(RULES));
    let rules = rules.map(|(name, text)| {
        String::from_utf8(text.to_vec()).map_err(|_| format!("{name}: it is not text"))
    });
    Ok(Matter {
        story: id(&manifest.story)?,
        aliases: manifest.aliases.iter().map(id).collect::<Result<_, _>>()?,
        members,
        rules: rules.collect::<Result<_, _>>()?,
        generator: generator.clone(),
    })
}

/// Reads the captures anew, looks up every stretch of words, and tells the story again.
fn retell(
    files: &BTreeMap<&str, &[u8]>,
    manifest: &Manifest,
    matter: &Matter,
    checked: &mut Checked,
) -> Result<(), String> {
    let told = |error: anyhow::Error| format!("{error:#}");
    let held = captures(&matter.members).map_err(told)?;
    for ((capture, member), said) in held.iter().zip(&matter.members).zip(&manifest.captures) {
        if HeldCapture::new(capture, said.start, member) != *said {
            let what = "is not the one that the manifest speaks of";
            checked.wrong.push(format!("{CAPTURES}: capture {} {what}", said.id));
        }
    }
    let articles = read(&held, &rules(&matter.rules).map_err(told)?).map_err(told)?;
    let lines = files.get(SPANS).copied().unwrap_or_default();
    checked.looked_at.2 = words(lines, &held, &articles, &mut checked.wrong)?;
    if manifest.generator != MadeBy::from(&matter.generator) {
        let MadeBy { name, version, tables, .. } = &manifest.generator;
        checked.retold = Some(Err(format!("{name} {version} (tables {tables})")));
        return Ok(());
    }
    let again = Evidence::of(matter).map_err(told)?;
    let again: BTreeMap<&str, &[u8]> = again.files.iter().collect();
    let names: BTreeSet<&str> = files.keys().chain(again.keys()).copied().collect();
    let differ = names.into_iter().filter(|name| files.get(name) != again.get(name));
    let what = "made again from the captures, it is another";
    checked.wrong.extend(differ.map(|name| format!("{name}: {what}")));
    checked.retold = Some(Ok(()));
    Ok(())
}

/// How many times over the bytes of the captures may be shown: what one span comes from is
/// never more than a page, but a list without end would keep us busy without end.
const SHOWN_OVER: usize = 1000;

/// Looks up every stretch of words in the captures and in what is read of them; gives how many.
fn words(
    lines: &[u8],
    captures: &[Capture],
    articles: &[ReadArticle],
    wrong: &mut Vec<String>,
) -> Result<usize, String> {
    let payloads: BTreeMap<String, &[u8]> =
        captures.iter().map(|one| (one.sha256().to_string(), one.payload())).collect();
    let texts: BTreeMap<(String, String), &str> = articles
        .iter()
        .map(|read| &read.article)
        .map(|one| ((one.id.to_string(), one.capture.sha256.to_string()), one.text.as_str()))
        .collect();
    let lines = std::str::from_utf8(lines).map_err(|_| format!("{SPANS}: it is not text"))?;
    let all: usize = captures.iter().map(|capture| capture.payload().len()).sum();
    let (mut count, mut left) = (0, all.saturating_mul(SHOWN_OVER));
    for (at, line) in lines.lines().enumerate() {
        let named = |what: &str| format!("{SPANS}, line {}: {what}", at + 1);
        let shown: Shown = serde_json::from_str(line).map_err(|error| named(&error.to_string()))?;
        let payload = payloads.get(&shown.capture);
        let bytes = shown.payload.and_then(|(start, end)| payload?.get(start..end));
        left = left
            .checked_sub(bytes.map_or(0, <[u8]>::len))
            .ok_or_else(|| named("all that is shown is many times what was captured"))?;
        if bytes.map(|bytes| Digest::of(bytes).to_string()) != shown.payload_sha256 {
            wrong.push(named("its bytes do not stand in the capture"));
        }
        let text = texts.get(&(shown.article.clone(), shown.capture.clone()));
        let read = text.and_then(|text| text.get(shown.span.0..shown.span.1));
        let digest = Digest::of(shown.text.as_bytes()).to_string();
        if read != Some(&*shown.text) || digest != shown.text_sha256 {
            wrong.push(named("its words are not read at that place of the article"));
        }
        count += 1;
    }
    Ok(count)
}
