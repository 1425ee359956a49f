//! Who wrote the article: names out of data, bylines and sign-offs.

use super::{Page, Verdict, flow::Block, hints::Hint, json_ld::Party, meta, tree::Tag};
use crate::{html::flow, lines};
use parallax_language::{Word, fold, words};
use parallax_model::{Author, cut};
use std::{collections::BTreeSet, sync::LazyLock};

/// Words that make no name of a person.
static NO_NAMES: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lines = include_str!("../../data/html/no-names.txt").lines();
    let rows = lines.filter(|line| !line.starts_with('#'));
    rows.flat_map(str::split_whitespace).map(fold).collect()
});

/// A name longer than this, in characters, is a sentence.
const LONGEST_NAME: usize = 60;

/// A printed byline longer than this, in bytes, is a paragraph about someone.
const LONGEST_BYLINE: usize = 200;

/// The byline, best source first: JSON-LD, schema.org attributes, the byline as
/// printed, `<meta>`, a sign-off. Roles are taken from the printed byline.
pub(crate) fn authors(page: &Page<'_>, outlet: Option<&str>) -> Vec<Author> {
    let printed = printed(page);
    let sources: [&dyn Fn() -> Vec<Author>; 5] = [
        &|| of_parties(&page.linked.parties("author")),
        &|| of_strings(&meta::microdata(page.tree, page.decoded, "author")),
        &|| printed.clone(),
        &|| of_meta(page),
        &|| signed(page),
    ];
    let found =
        sources.iter().map(|source| clean(source(), outlet)).find(|found| !found.is_empty());
    let mut found = found.unwrap_or_default();
    for author in &mut found {
        let same = printed.iter().find(|other| fold(&other.name) == fold(&author.name));
        if author.role.is_none() {
            author.role = same.and_then(|other| other.role.clone());
        }
    }
    found
}

/// Leaves out the outlet itself, doubles and what is no name.
fn clean(authors: Vec<Author>, outlet: Option<&str>) -> Vec<Author> {
    let mut kept: Vec<Author> = Vec::new();
    for author in authors {
        let folded = fold(&author.name);
        let is_outlet = outlet.is_some_and(|outlet| fold(outlet) == folded);
        let double = kept.iter().any(|other| fold(&other.name) == folded);
        if !is_outlet && !double && is_name(&author.name) {
            kept.push(author);
        }
    }
    kept
}

fn is_name(name: &str) -> bool {
    let letters = name.chars().filter(|letter| letter.is_alphabetic()).count();
    let none = |word: Word| NO_NAMES.contains(&fold(word.of(name)));
    letters >= 2
        && name.chars().count() <= LONGEST_NAME
        && !name.contains(['@', '/', '{', '<'])
        && !words(name).all(none)
}

fn of_parties(parties: &[Party]) -> Vec<Author> {
    let mut authors = Vec::new();
    for party in parties {
        if party.organisation {
            authors.push(Author { name: party.name.clone(), role: party.role.clone() });
        } else {
            let names = of_string(&party.name);
            let one = names.len() == 1;
            authors.extend(names.into_iter().map(|author| Author {
                role: author.role.or_else(|| party.role.clone().filter(|_| one)),
                name: author.name,
            }));
        }
    }
    authors
}

fn of_strings(names: &[String]) -> Vec<Author> {
    names.iter().flat_map(|names| of_string(names)).collect()
}

/// The names in a value that holds nothing but names.
fn of_string(names: &str) -> Vec<Author> {
    match lines::byline(names, true) {
        Some(authors) if !authors.is_empty() => authors,
        _ => split(names),
    }
}

/// `By A, B and C` as three names.
fn split(names: &str) -> Vec<Author> {
    let names = strip_lead(names.trim());
    let joined = [" and ", " und ", " y ", " et ", " и ", " & "]
        .iter()
        .fold(names.to_owned(), |names, word| names.replace(word, ","));
    let parts = joined.split([',', ';', '|']).map(str::trim).filter(|name| !name.is_empty());
    parts.map(|name| Author { name: name.to_owned(), role: None }).collect()
}

fn strip_lead(names: &str) -> &str {
    const LEADS: [&str; 6] = ["by ", "von ", "por ", "par ", "written by ", "автор: "];
    let lead = LEADS
        .iter()
        .find(|lead| names.get(..lead.len()).is_some_and(|start| start.to_lowercase() == **lead));
    lead.map_or(names, |lead| cut(names, lead.len()..names.len()).trim_start())
}

fn of_meta(page: &Page<'_>) -> Vec<Author> {
    let names = [
        "author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "dcterms.creator",
        "article:author",
        "og:author",
        "byl",
        "cxenseparse:author",
    ];
    let mut found = Vec::new();
    for name in names {
        let values = page.meta.all(name).filter(|value| !value.starts_with("http"));
        found = values.flat_map(of_string).filter(|author| is_name(&author.name)).collect();
        if !found.is_empty() {
            break;
        }
    }
    found
}

/// The byline as printed: an element that says it is one, near the headline or
/// the body, the first that holds a name.
fn printed(page: &Page<'_>) -> Vec<Author> {
    let (start, end) = page.near();
    let by_rel = page.tree.all(Tag::A).filter(|&id| page.tree.node(id).has("rel", "author"));
    let named = by_rel.filter(|&id| id < end + 200).flat_map(|id| {
        let words = flow::words(page.tree, page.decoded, id);
        of_string(words.as_str())
    });
    let named: Vec<Author> = named.filter(|author| is_name(&author.name)).collect();
    let blocks = page.blocks.iter().filter(|block| start <= block.first && block.first < end);
    for block in blocks.clone() {
        let labelled = page.zones.hint(block.first) == Some(Hint::Byline);
        if labelled && block.words().len() <= LONGEST_BYLINE {
            let authors = lines::byline(block.words(), true).unwrap_or_default();
            let full =
                |author: &Author| is_name(&author.name) && words(&author.name).nth(1).is_some();
            if !authors.is_empty() && authors.iter().all(full) {
                return authors;
            }
        }
    }
    if !named.is_empty() {
        return named;
    }
    let unlabelled = blocks
        .filter(|block| block.size < 120)
        .find_map(|block| lines::byline(block.words(), false));
    unlabelled.unwrap_or_default()
}

/// A name under the article: `Filed by A for B`.
fn signed(page: &Page<'_>) -> Vec<Author> {
    let end = page.tree.node(page.around()).end;
    let last = page.body.verdicts.iter().rposition(|verdict| *verdict == Verdict::Body);
    let start = last.map_or(0, |last| last.saturating_sub(1));
    let after = page.blocks.iter().zip(&page.body.verdicts).skip(start);
    let mut short = after.filter(|(block, verdict)| {
        block.first < end && block.size < 120 && !matches!(verdict, Verdict::Teaser | Verdict::Tags)
    });
    let read = |block: &Block| {
        let said = page.zones.hint(block.first) == Some(Hint::Byline);
        let line = lines::byline(block.words(), said);
        // A name alone is a signature only where nothing else could be meant.
        let plain = block.linked == 0 && !page.tree.node(block.element).tag.is_heading();
        let signature = || lines::name_line(block.words()).filter(|_| plain);
        let full = |authors: &Vec<Author>| {
            authors.iter().all(|author| is_name(&author.name) && author.name.contains(' '))
        };
        line.or_else(signature).filter(full)
    };
    short.find_map(|(block, _)| read(block)).unwrap_or_default()
}
