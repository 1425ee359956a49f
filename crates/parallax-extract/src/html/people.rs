//! Who wrote the article.
//!
//! In this order: JSON-LD, schema.org attributes, the byline as printed,
//! `<meta>`, a card under the article, a name that signs it, a desk. Where
//! JSON-LD names only organisations, people in the printed byline go before
//! them. The outlet's own name is an author only where the page's data gives no
//! other. Roles are taken from the printed byline.

mod card;
mod names;
mod printed;

use super::{Page, json_ld::Party, meta};
use crate::{address, lines};
use names::{full, is_name, names_site, of_string, untitled};
use parallax_language::fold;
use parallax_model::Author;

/// The names of an author in `<meta>`, best first.
const NAMES: [&str; 13] = [
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "dc.creator.personalname",
    "og:author",
    "og:article:author",
    "byl",
    "cxenseparse:author",
    "article.author",
    "authors",
];

/// Labels under which cards name an author: `twitter:label1` for `twitter:data1`.
const WRITTEN: [&str; 12] = [
    "written by",
    "author",
    "by",
    "verfasst von",
    "geschrieben von",
    "escrito por",
    "ecrit par",
    "scritto da",
    "geschreven door",
    "автор",
    "napisane przez",
    "autor",
];

/// The byline of a page.
pub(crate) fn authors(page: &Page<'_>, outlet: Option<&str>) -> Vec<Author> {
    let printed = printed::byline(page);
    let parties = page.linked.parties("author");
    let sources: [&dyn Fn() -> Vec<Author>; 7] = [
        &|| of_parties(&parties),
        &|| of_strings(&meta::microdata(page.tree, page.decoded, "author")),
        &|| printed.clone(),
        &|| of_meta(page),
        &|| card::author(page),
        &|| printed::signed(page),
        &|| printed::desk(page),
    ];
    let mut found: Vec<Author> = sources
        .iter()
        .map(|source| clean(source(), outlet))
        .find(|found| !found.is_empty())
        .unwrap_or_default();
    let only_organisations = !parties.is_empty() && parties.iter().all(|party| party.organisation);
    // An agency's own site may go by another name than the agency.
    let domain = page.url.as_deref().and_then(address::domain).unwrap_or_default();
    let site = domain.split('.').next().map(fold);
    let own = |name: &str| {
        let name = fold(name);
        outlet.is_some_and(|outlet| fold(outlet) == name) || site.as_ref() == Some(&name)
    };
    let of_agency = |author: &Author| lines::is_agency(&author.name) && !own(&author.name);
    if only_organisations && !found.iter().any(of_agency) {
        let people = clean(printed.clone(), outlet);
        let named =
            |author: &Author| people.iter().any(|other| fold(&other.name) == fold(&author.name));
        if !people.is_empty() && people.iter().all(full) && !found.iter().any(named) {
            found = people;
        }
    }
    // A machine knows one account where the page prints all who wrote.
    let all_printed = printed.len() > found.len()
        && found
            .iter()
            .all(|author| printed.iter().any(|other| untitled(other) == untitled(author)));
    if all_printed && !found.is_empty() && printed.iter().all(full) {
        found = clean(printed.clone(), outlet);
    }
    if found.is_empty() {
        // A site of one person's, or a paper that signs as itself.
        let own = sources.iter().take(4).map(|source| clean(source(), None));
        found = own.into_iter().find(|found| !found.is_empty()).unwrap_or_default();
    }
    if let Some(outlet) = outlet.filter(|_| found.is_empty()) {
        found = printed::as_outlet(page, outlet);
    }
    for author in found.iter_mut().filter(|author| author.role.is_none()) {
        let same = printed.iter().find(|other| fold(&other.name) == fold(&author.name));
        author.role = same.and_then(|other| other.role.clone());
    }
    found
}

/// Leaves out the outlet itself, doubles and what is no name.
fn clean(authors: Vec<Author>, outlet: Option<&str>) -> Vec<Author> {
    let mut kept: Vec<Author> = Vec::new();
    for author in authors {
        let folded = fold(&author.name);
        let is_outlet =
            outlet.is_some_and(|outlet| fold(outlet) == folded || names_site(&author.name));
        let double = kept.iter().any(|other| fold(&other.name) == folded);
        if !is_outlet && !double && is_name(&author.name) {
            kept.push(author);
        }
    }
    kept
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

fn of_meta(page: &Page<'_>) -> Vec<Author> {
    let read = |name: &&str| -> Vec<Author> {
        let values = page.meta.all(name).filter(|value| !value.starts_with("http"));
        values.flat_map(of_string).filter(|author| is_name(&author.name)).collect()
    };
    NAMES.iter().map(read).find(|found| !found.is_empty()).unwrap_or_else(|| of_card(page))
}

/// The author in the labelled data of a social card.
fn of_card(page: &Page<'_>) -> Vec<Author> {
    let pairs = [("twitter:label1", "twitter:data1"), ("twitter:label2", "twitter:data2")];
    let labelled = |label: &str| {
        page.meta.first(&[label]).is_some_and(|label| WRITTEN.contains(&fold(label).as_str()))
    };
    let data = pairs.iter().find(|(label, _)| labelled(label));
    data.and_then(|(_, data)| page.meta.first(&[data])).map(of_string).unwrap_or_default()
}
