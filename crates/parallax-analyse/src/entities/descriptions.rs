//! People meant by their office: `the Peruvian president`.

use super::{
    clusters::Cluster,
    roles::{self, Office, Role},
    tokens::{Gap, Token, Tokens},
};
use parallax_language::{Script, names::country};
use parallax_model::MentionForm;
use std::collections::{BTreeMap, BTreeSet};

/// Words whose office is another: somebody who `was`, or is under, the one named.
pub(super) const LESSER: &[&str] = &[
    "former",
    "ex",
    "deputy",
    "vice",
    "prime",
    "assistant",
    "acting",
    "бывший",
    "бывшего",
    "бывшая",
    "бывшей",
    "заместитель",
    "заместителя",
    "помощник",
    "помощника",
    "советник",
    "советника",
    "сын",
    "сына",
    "дочь",
    "жена",
];

/// Offices of those who lead a country, whom `leader` and `counterpart` may mean.
const LEADERS: &[&str] =
    &["president", "premier", "chancellor", "king", "queen", "emperor", "emir", "президент"];

/// Words that make a description mean one person.
const ARTICLES: &[&str] =
    &["the", "The", "el", "El", "la", "La", "der", "Der", "die", "Die", "le", "Le"];

/// Adds mentions by office to those who have it.
pub(super) fn add(tokens: &Tokens<'_>, roles: &[Role], clusters: &mut [Cluster]) {
    let mut named = BTreeSet::new();
    for found in clusters.iter().flat_map(|cluster| &cluster.mentions) {
        named.extend(found.from..found.to);
    }
    let seen = persons(clusters);
    for head in 0..tokens.all.len() {
        if named.contains(&head)
            || !roles::is_head(tokens, head)
            || is_title_of_name(tokens, head, &named)
        {
            continue;
        }
        let (start, mut office) = roles::office(tokens, head);
        if tokens.word(head + 1) == "of" && office.country.is_none() {
            office.country = country(tokens.word(head + 2));
        }
        let Some(start) = definite(tokens, start, &office) else { continue };
        let known = meant(&office, roles, head);
        let people = &seen;
        if let Some(cluster) = known
            .filter(|&it| office.country.is_some() || !is_rivalled(tokens, people, roles, it, head))
        {
            clusters[cluster].note(tokens, start, head + 1, MentionForm::Descriptive);
        }
    }
}

/// Persons by the word their mentions by name start at.
fn persons(clusters: &[Cluster]) -> BTreeMap<usize, usize> {
    let people = clusters.iter().enumerate().filter(|(_, person)| person.is_person());
    people
        .flat_map(|(at, person)| person.mentions.iter().map(move |found| (found.from, at)))
        .collect()
}

/// Whether somebody else whose office the article never tells was named last in the paragraph:
/// then the description may well mean them.
fn is_rivalled(
    tokens: &Tokens<'_>,
    people: &BTreeMap<usize, usize>,
    roles: &[Role],
    cluster: usize,
    head: usize,
) -> bool {
    people.range(..head).next_back().is_some_and(|(&at, &last)| {
        tokens.all[at].line == tokens.all[head].line
            && last != cluster
            && !roles.iter().any(|role| role.cluster == last)
    })
}

/// Whether a name follows whose title this is, or an office that is a body: `the president’s office`.
fn is_title_of_name(tokens: &Tokens<'_>, head: usize, named: &BTreeSet<usize>) -> bool {
    let next = tokens.word(head + 1);
    let title = tokens.gap(head + 1) == Gap::Space && named.contains(&(head + 1))
        || tokens.between(head + 1) == ", " && named.contains(&(head + 1));
    let owns = tokens.all.get(head).is_some_and(Token::owns);
    let part = tokens.gap(head + 1) == Gap::Space && roles::is_head(tokens, head + 1);
    title
        || part
        || owns
            && matches!(
                next,
                "office" | "administration" | "residence" | "spokesman" | "spokeswoman" | "party"
            )
}

/// Where the description starts, if it means one person: behind `the`, or with a country’s name.
fn definite(tokens: &Tokens<'_>, start: usize, office: &Office) -> Option<usize> {
    let before = start.checked_sub(1)?;
    let article = tokens.gap(start) == Gap::Space && ARTICLES.contains(&tokens.word(before));
    let partner = office.head == "counterpart";
    let owned = office.country.is_some() && tokens.all.get(start).is_some_and(Token::owns);
    if article {
        return Some(before);
    }
    // Russian has no article: an office written small and without a name means its holder.
    let bare = Script::dominant(&office.head) == Some(Script::Cyrillic);
    if bare && tokens.all.get(start).is_some_and(|token| !token.capital || token.opens) {
        return Some(start);
    }
    (owned || partner && office.country.is_some()).then_some(start)
}

/// Who has the office: the only one who can, else the one named last before.
fn meant(office: &Office, roles: &[Role], at: usize) -> Option<usize> {
    let fits: Vec<&Role> = roles.iter().filter(|role| can_be(office, &role.office)).collect();
    let same = |role: &&&Role| role.office.country == office.country && office.country.is_some();
    let exact: Vec<&Role> = fits.iter().filter(same).copied().collect();
    let pool = if exact.is_empty() { fits } else { exact };
    let people: BTreeSet<usize> = pool.iter().map(|role| role.cluster).collect();
    if people.len() == 1 {
        return people.first().copied();
    }
    pool.iter().filter(|role| role.at < at).map(|role| role.cluster).next_back()
}

fn can_be(wanted: &Office, held: &Office) -> bool {
    let country = match (wanted.country, held.country) {
        (Some(wanted), Some(held)) => wanted == held,
        // A country’s leader whose country was never told may be another country’s.
        _ => true,
    };
    let leads = LEADERS.contains(&held.head.as_str())
        || held.head == "minister" && held.branch.iter().any(|word| word == "prime");
    if matches!(wanted.head.as_str(), "leader" | "counterpart") && wanted.branch.is_empty() {
        return leads && wanted.country.is_some() && wanted.country == held.country
            || held.head == wanted.head && country;
    }
    let lesser = held.branch.iter().any(|word| LESSER.contains(&word.as_str()));
    let branch = held.branch == wanted.branch || wanted.branch.is_empty() && !lesser;
    country && held.head == wanted.head && branch
}
