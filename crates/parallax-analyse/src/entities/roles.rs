//! What the article says people are: `Ireland’s prime minister, Ann …`.

use super::{
    clusters::{Cluster, Found},
    descriptions::LESSER,
    lists,
    tokens::{Gap, Token, Tokens},
};
use parallax_language::names::{
    bare, country, country_of_demonym, is_role, is_title, is_title_or_role,
};
use parallax_model::MentionForm;

/// An office or role somebody is said to have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Role {
    /// Who has it.
    pub(super) cluster: usize,
    /// The office.
    pub(super) office: Office,
    /// Index of the word after which it is known.
    pub(super) at: usize,
}

/// An office in words: `transport minister` of Ireland.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Office {
    /// Words before the noun, bare: `transport`.
    pub(super) branch: Vec<String>,
    /// The noun, bare: `minister`.
    pub(super) head: String,
    /// Whose it is.
    pub(super) country: Option<&'static str>,
}

/// Furthest a title may stand from its name, in words.
const REACH: usize = 8;

/// Most roles kept; a page that gives more people offices is a list.
const MOST_ROLES: usize = 400;

/// The roles of all persons, in order of mention.
pub(super) fn roles(tokens: &Tokens<'_>, clusters: &[Cluster]) -> Vec<Role> {
    let mut roles = Vec::new();
    for (cluster, person) in clusters.iter().enumerate().filter(|(_, person)| person.is_person()) {
        for found in person.mentions.iter().filter(|found| found.form == MentionForm::Named) {
            let offices = [
                right_before(tokens, found),
                before_comma(tokens, found.from),
                after_comma(tokens, found),
            ];
            roles.extend(offices.into_iter().flatten().map(|office| Role {
                cluster,
                office,
                at: found.from,
            }));
        }
    }
    roles.sort_by_key(|role| (role.at, role.cluster));
    roles.truncate(MOST_ROLES);
    roles
}

/// `Irish Prime Minister Ann …`, `referee Jane …`.
fn right_before(tokens: &Tokens<'_>, found: &Found) -> Option<Office> {
    let head = found.from.checked_sub(1)?;
    if tokens.gap(found.from) != Gap::Space || !is_head(tokens, head) {
        return None;
    }
    Some(office(tokens, head).1)
}

/// `the mayor of La Paz, Luis …`.
pub(super) fn before_comma(tokens: &Tokens<'_>, from: usize) -> Option<Office> {
    if tokens.between(from) != ", " {
        return None;
    }
    let mut at = from.checked_sub(1)?;
    let mut of = None;
    for _ in 0..REACH {
        if !tokens.same_sentence(at, from) {
            return None;
        }
        let word = tokens.word(at);
        if is_head(tokens, at) {
            let mut office = office(tokens, at).1;
            office.country = office.country.or(of);
            return Some(office);
        }
        if word == "of" {
            of = country(tokens.phrase(at + 1, from));
        } else if of.is_none() && !tokens.all.get(at)?.capital && !matches!(word, "for" | "the") {
            return None;
        }
        if tokens.gap(at) != Gap::Space {
            return None;
        }
        at = at.checked_sub(1)?;
    }
    None
}

/// `Ann Orr, the Irish transport minister`.
fn after_comma(tokens: &Tokens<'_>, found: &Found) -> Option<Office> {
    if tokens.between(found.to) != ", " {
        return None;
    }
    for at in found.to..found.to + REACH {
        if !tokens.same_sentence(found.from, at) || at > found.to && tokens.gap(at) == Gap::Break {
            return None;
        }
        let word = tokens.word(at);
        if is_head(tokens, at) {
            let mut office = office(tokens, at).1;
            if tokens.word(at + 1) == "of" {
                office.country = office.country.or_else(|| country(tokens.word(at + 2)));
            }
            return Some(office);
        }
        let fits = matches!(word, "the" | "a" | "an" | "his" | "her" | "and")
            || tokens.all.get(at)?.owns()
            || goes_before(tokens, at)
            || at > found.to;
        if !fits || matches!(word, "who" | "which" | "of" | "said" | "and") {
            return None;
        }
    }
    None
}

/// Whether what follows the name that ends at `to` says who it is: `Orr, the police spokesman`, `Orr, whose …`.
pub(super) fn is_appositive(tokens: &Tokens<'_>, to: usize) -> bool {
    let Some(from) = to.checked_sub(1) else { return false };
    if tokens.between(to) != ", " {
        return false;
    }
    let found = Found { start: 0, end: 0, form: MentionForm::Named, from, to };
    matches!(tokens.word(to), "who" | "whose") || after_comma(tokens, &found).is_some()
}

/// Whether the word at `at` names an office or role, as an owner or not.
pub(super) fn is_head(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    // Ranks written small are adjectives more often than not.
    let adjective = matches!(word, "major" | "general");
    is_title_or_role(word) && !adjective
}

/// Whether the word at `at` may stand before an office as part of it.
fn goes_before(tokens: &Tokens<'_>, at: usize) -> bool {
    let word = tokens.word(at);
    lists::is("portfolio", word)
        || is_title(word)
        || is_role(word)
        || LESSER.contains(&bare(word).as_str())
        || country_of_demonym(word).is_some()
        || country(word).is_some()
}

/// Where the office with its noun at `head` starts, and what it is.
pub(super) fn office(tokens: &Tokens<'_>, head: usize) -> (usize, Office) {
    let mut office = Office { branch: Vec::new(), head: bare(tokens.word(head)), country: None };
    let mut start = head;
    while let Some(at) = start.checked_sub(1) {
        let joined = matches!(tokens.gap(start), Gap::Space | Gap::Hyphen);
        if !joined || !tokens.same_sentence(at, head) || head - at > REACH {
            break;
        }
        let word = tokens.word(at);
        let owner = tokens.all.get(at).is_some_and(Token::owns);
        let named = country_of_demonym(word).or_else(|| country(word));
        if named.is_some() {
            office.country = named;
            start = at;
            break;
        }
        if owner || !goes_before(tokens, at) {
            break;
        }
        office.branch.insert(0, bare(word));
        start = at;
    }
    (start, office)
}
