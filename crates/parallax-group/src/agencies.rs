//! Which names are news agencies'.

use parallax_language::fold;
use parallax_model::{Article, Author, cut};
use std::{collections::BTreeMap, sync::LazyLock};

/// Agencies by each folded name they go by.
static AGENCIES: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| {
    include_str!("../data/agencies.tsv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once('\t'))
        .flat_map(|(name, others)| others.split('\t').map(move |other| (other, name)))
        .collect()
});

/// Words by which an agency calls itself one, at the end of its name, folded.
const CALLED: [&str; 10] = [
    "wire",
    "newswire",
    "news agency",
    "press agency",
    "news service",
    "wire service",
    "telegraph agency",
    "presse-agentur",
    "nachrichtenagentur",
    "agencia de noticias",
];

/// Words by which an agency calls itself one, before its name.
const CALLED_BEFORE: [&str; 4] = ["информагентство", "агентство", "agencia", "agence"];

/// Letters up to which a name is an acronym, and must be written as one: `EFE`
/// is an agency, `Efe` a man.
const ACRONYM: usize = 4;

/// The name an agency is shown by, where `name` is an agency's.
pub(crate) fn agency(name: &str) -> Option<String> {
    let name = without_article(name.trim().trim_start_matches(['©', '—', '-', ' ']));
    let folded = folded(name);
    if let Some(shown) = AGENCIES.get(folded.as_str()) {
        let written = *shown == name || !name.chars().any(char::is_lowercase);
        return (written || folded.chars().count() > ACRONYM).then(|| (*shown).to_owned());
    }
    let ends =
        |called: &str| folded.strip_suffix(called).is_some_and(|before| before.ends_with(' '));
    let starts =
        |called: &str| folded.strip_prefix(called).is_some_and(|after| after.starts_with(' '));
    (CALLED.iter().any(|called| ends(called)) || CALLED_BEFORE.iter().any(|called| starts(called)))
        .then(|| name.to_owned())
}

/// The agency that `article` credits with its copy: in the credit line, in the
/// brackets of its dateline, or as its only author.
///
/// None where the byline has one of the newsroom beside the agency: what two
/// wrote together is not the copy of one.
pub(crate) fn credited(article: &Article) -> Option<String> {
    let of_agency = |author: &Author| agency(&author.name).is_some();
    if article.byline.iter().any(of_agency) && !article.byline.iter().all(of_agency) {
        return None;
    }
    let credit = article
        .wire_credit
        .as_deref()
        .map(|credit| agency(credit).unwrap_or_else(|| without_article(credit.trim()).to_owned()));
    let dateline = || {
        let line = article.words(article.dateline?);
        let open = line.find('(')?;
        let close = line.rfind(')').filter(|close| *close > open)?;
        agency(cut(line, open + 1..close))
    };
    let author = || match article.byline.as_slice() {
        [author] => agency(&author.name),
        _ => None,
    };
    credit.filter(|credit| !credit.is_empty()).or_else(dateline).or_else(author)
}

/// A name to compare by: words folded, one space between.
pub(crate) fn folded(name: &str) -> String {
    let words: Vec<String> = without_article(name).split_whitespace().map(fold).collect();
    words.join(" ")
}

fn without_article(name: &str) -> &str {
    ["The ", "the ", "THE "].iter().find_map(|article| name.strip_prefix(article)).unwrap_or(name)
}

#[cfg(test)]
mod tests {
    use super::agency;

    #[track_caller]
    fn check(name: &str, expected: Option<&str>) {
        assert_eq!(agency(name).as_deref(), expected, "{name}");
    }

    #[test]
    fn agencies_are_known_or_say_so() {
        check("The Associated Press", Some("Associated Press"));
        check("Osprey Wire", Some("Osprey Wire"));
        check("Lakeland News Agency", Some("Lakeland News Agency"));
        check("Agence France-Presse", Some("AFP"));
    }

    #[test]
    fn papers_are_not_agencies() {
        check("The Harbour Telegraph", None);
        check("EFE", Some("EFE"));
        check("Efe", None);
        check("Wire", None);
        check("Barbed Wired", None);
        check("", None);
    }
}
