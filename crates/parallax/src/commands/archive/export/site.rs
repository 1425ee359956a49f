//! `parallax export site`: every page that a reader could come to, as a file.
//!
//! Pages are found as a reader finds them: by the links on those that were made already, from the
//! front page on. So whatever a page leads to is there.

use crate::{
    cli,
    commands::{Outcome, input},
    console,
    library::ArchiveLibrary,
    whole::NewFolder,
};
use anyhow::Context;
use parallax_site::{Answer, Asking, Manner, Status, Tongue, answer, decoded};
use rayon::prelude::*;
use std::{collections::BTreeSet, fs, path::Path};

/// Pages that are made before any is written.
const AT_ONCE: usize = 512;

/// The longest name that file systems keep, in bytes.
const LONGEST: usize = 255;

pub(super) fn export(archive: &Path, wanted: &cli::ExportSite) -> anyhow::Result<Outcome> {
    let rules = input::begin(&wanted.by)?;
    let library = ArchiveLibrary::open(archive, rules, wanted.show)?;
    library.faults().iter().for_each(console::say);
    let usual = wanted.language.first().copied().unwrap_or_default();
    let page = |path: &str| {
        let asking = Asking { path, languages: usual.tag(), ..Asking::default() };
        answer(&asking, &library, Manner { fixed: true })
    };
    write(page, &wanted.language, &wanted.to)?;
    Ok(Outcome::Whole)
}

/// Writes all pages in the languages `tongues` into the new folder `to`; what stands at an address
/// is given by `answer`.
fn write(
    answer: impl Fn(&str) -> Answer + Sync,
    tongues: &[Tongue],
    to: &Path,
) -> anyhow::Result<()> {
    let folder = NewFolder::create(to)?;
    let first = tongues.iter().map(|tongue| format!("{}/", tongue.step()));
    let mut seen: BTreeSet<String> = first.chain([String::new()]).collect();
    let mut waiting: Vec<String> = seen.iter().cloned().collect();
    let (mut files, mut nameless) = (0_usize, 0_usize);
    while !waiting.is_empty() {
        let next = waiting.split_off(waiting.len().saturating_sub(AT_ONCE));
        let made = next.into_par_iter().map(|path| {
            let answer = answer(&format!("/{path}"));
            (path, answer)
        });
        let made: Vec<(String, Answer)> = made.collect();
        for (path, answer) in made.iter().filter(|(_, answer)| answer.status == Status::Here) {
            match file(path) {
                Some(file) => keep(&folder.path().join(file), &answer.body)?,
                None => nameless += 1,
            }
            files += 1;
            if answer.media_type.starts_with("text/html") {
                let page = String::from_utf8_lossy(&answer.body);
                let new = |link: &String| is_chosen(link, tongues) && seen.insert(link.clone());
                waiting.extend(links(&page, path).filter(new));
            }
        }
    }
    folder.finish()?;
    console::print(&format!("{} files\n", files - nameless))?;
    if nameless > 0 {
        console::print(&format!("{nameless} pages left out: no file can have their names\n"))?;
    }
    Ok(())
}

fn keep(file: &Path, body: &[u8]) -> anyhow::Result<()> {
    let folder = file.parent().context("a file is in a folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    fs::write(file, body).with_context(|| format!("cannot write {}", file.display()))
}

/// Whether a page is in one of the languages, or in none.
fn is_chosen(path: &str, tongues: &[Tongue]) -> bool {
    let first = path.split('/').next().unwrap_or_default();
    Tongue::ALL.iter().all(|tongue| tongue.step() != first || tongues.contains(tongue))
}

/// The file that is served for a path: names as they are, folders with an index.
fn file(path: &str) -> Option<String> {
    let steps: Vec<String> = path.split('/').map(decoded).collect::<Option<_>>()?;
    let sound = |step: &String| {
        step != "." && step != ".." && step.len() <= LONGEST && !step.contains(['/', '\\', '\0'])
    };
    let (last, folders) = steps.split_last()?;
    if !folders.iter().all(|step| sound(step) && !step.is_empty()) || !sound(last) {
        return None;
    }
    let name = if last.is_empty() { "index.html" } else { last };
    Some(folders.iter().map(String::as_str).chain([name]).collect::<Vec<_>>().join("/"))
}

/// Paths within the site that a page of ours at `path` links.
fn links<'a>(page: &'a str, path: &'a str) -> impl Iterator<Item = String> + 'a {
    let values = ["href=\"", "src=\""].into_iter().flat_map(|name| page.split(name).skip(1));
    let links = values.filter_map(|rest| rest.split('"').next());
    links.filter_map(|link| resolved(path, link))
}

/// A relative link on the page at `path`; none where it leads out of the site.
fn resolved(path: &str, link: &str) -> Option<String> {
    let link = link.split(['#', '?']).next()?;
    if link.is_empty() || link.starts_with('/') || link.contains(':') {
        return None;
    }
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut steps: Vec<&str> = folder.split('/').filter(|step| !step.is_empty()).collect();
    let (way, file) = link.rsplit_once('/').unwrap_or(("", link));
    for step in way.split('/') {
        match step {
            "" | "." => {}
            ".." => drop(steps.pop()?),
            step => steps.push(step),
        }
    }
    steps.push(file);
    Some(steps.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_leads_from_where_its_page_is() {
        let check = |path: &str, link: &str, wanted: Option<&str>| {
            assert_eq!(resolved(path, link).as_deref(), wanted, "{link} at {path}");
        };
        check("", "./", Some(""));
        check("", "story/a/", Some("story/a/"));
        check("story/a/compare/", "../", Some("story/a/"));
        check("story/a/", "../b/compare/#claim-2", Some("story/b/compare/"));
        check("story/a/", "../../assets/site.css", Some("assets/site.css"));
        check("story/a/", "feed.xml", Some("story/a/feed.xml"));
        check("story/a/", "../../../x/", None);
        check("", "https://quay.example/", None);
        check("", "#main", None);
    }

    #[test]
    fn no_page_becomes_a_file_outside_its_folder() {
        assert_eq!(file("").as_deref(), Some("index.html"));
        assert_eq!(file("outlet/The%20Quay/").as_deref(), Some("outlet/The Quay/index.html"));
        assert_eq!(file("story/a/feed.xml").as_deref(), Some("story/a/feed.xml"));
        for path in ["%2e%2e/a/", "outlet/a%2fb/", "outlet/..%5c/", "a//b", "a/%00/", "%zz", ".."] {
            assert_eq!(file(path), None, "{path}");
        }
    }

    #[test]
    fn only_the_languages_that_were_chosen_are_followed() {
        let chosen = [Tongue::English, Tongue::KazakhArabic];
        for (path, is) in [
            ("en/story/a/", true),
            ("ru/", false),
            ("kk-arab/", true),
            ("story/a/", true),
            ("", true),
        ] {
            assert_eq!(is_chosen(path, &chosen), is, "{path}");
        }
    }
}
