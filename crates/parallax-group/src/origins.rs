//! How many independent tellings a story has.
//!
//! An outlet is one voice with all its articles. Where its article is a copy
//! of another outlet's text, or is credited to an agency, the two are one.

use crate::{agencies, credits};
use parallax_model::{Article, NamedBy, Origin};
use std::collections::{BTreeMap, BTreeSet};

/// The outlet of an article, to compare by: its name, else its domain, else
/// what its page looks like.
pub(crate) fn outlet_key(article: &Article) -> Option<String> {
    let outlet = &article.outlet;
    let name = outlet.name.as_deref().map(agencies::folded).filter(|name| !name.is_empty());
    let fingerprint = || outlet.fingerprint.map(|print| format!("page {print:016x}"));
    name.or_else(|| outlet.domain.clone()).or_else(fingerprint)
}

/// The outlet of an article, to show: its name, else its domain.
fn outlet_name(article: &Article) -> Option<String> {
    let name = article.outlet.name.clone().filter(|name| !name.trim().is_empty());
    name.or_else(|| article.outlet.domain.clone())
}

/// Whether the article stands on an agency's own page.
pub(crate) fn on_agency_page(article: &Article) -> bool {
    article.outlet.name.as_deref().and_then(agencies::agency).is_some()
}

/// The tellings among `members`, oldest first, of `articles`.
pub(crate) fn origins(
    articles: &[Article],
    members: &[usize],
    copy_of: &[Option<usize>],
) -> Vec<Origin> {
    let mut voices = Voices::default();
    for &member in members {
        voices.add(member, articles, copy_of);
    }
    let mut tellings: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, &voice) in voices.of.iter().enumerate() {
        tellings.entry(voices.root(voice)).or_default().push(place);
    }
    let mut tellings: Vec<Vec<usize>> = tellings.into_values().collect();
    tellings.sort_unstable();
    let told = |places: Vec<usize>| places.into_iter().map(|place| members[place]).collect();
    tellings.into_iter().map(|places| origin(articles, told(places), copy_of)).collect()
}

/// Outlets, agencies and articles, joined where they speak with one voice.
#[derive(Default)]
struct Voices {
    by_key: BTreeMap<String, usize>,
    parents: Vec<usize>,
    /// The voice of each article, in the order they were added.
    of: Vec<usize>,
}

impl Voices {
    fn add(&mut self, member: usize, articles: &[Article], copy_of: &[Option<usize>]) {
        let article = &articles[member];
        let own = self.named(format!("article {member}"));
        if let Some(outlet) = outlet_key(article) {
            self.join(own, format!("outlet {}", shared_key(&outlet)));
        }
        if let Some(original) = copy_of[member] {
            self.join(own, format!("article {original}"));
        }
        if let Some(credit) = credits::credit(article) {
            self.join(own, format!("outlet {}", shared_key(&credit.agency)));
        }
        self.of.push(own);
    }

    fn named(&mut self, key: String) -> usize {
        let next = self.parents.len();
        let voice = *self.by_key.entry(key).or_insert(next);
        if voice == next {
            self.parents.push(next);
        }
        voice
    }

    fn join(&mut self, own: usize, other: String) {
        let other = self.named(other);
        let (a, b) = (self.root(own), self.root(other));
        self.parents[a.max(b)] = a.min(b);
    }

    fn root(&self, mut voice: usize) -> usize {
        while self.parents[voice] != voice {
            voice = self.parents[voice];
        }
        voice
    }
}

/// One key for an agency's own page and for the credits that name it.
fn shared_key(name: &str) -> String {
    agencies::folded(&agencies::agency(name).unwrap_or_else(|| name.to_owned()))
}

fn origin(articles: &[Article], members: Vec<usize>, copy_of: &[Option<usize>]) -> Origin {
    let here = || members.iter().map(|&member| (member, &articles[member]));
    let mut outlets: Vec<(String, String)> = Vec::new();
    for (_, article) in here() {
        let Some(name) = outlet_name(article) else { continue };
        let key = agencies::folded(&name);
        if outlets.iter().all(|(known, _)| *known != key) {
            outlets.push((key, name));
        }
    }
    let printed: BTreeSet<usize> = members.iter().filter_map(|&member| copy_of[member]).collect();
    let own_page = here()
        .filter(|(member, article)| printed.contains(member) && on_agency_page(article))
        .find_map(|(_, article)| outlet_name(article));
    let credit = || here().find_map(|(_, article)| credits::credit(article));
    let agency = own_page
        .map(|name| (name, NamedBy::OwnPage))
        .or_else(|| credit().map(|credit| (credit.agency, NamedBy::Credit)));
    let original = here()
        .find(|(member, _)| printed.contains(member))
        .or_else(|| here().next())
        .and_then(|(_, article)| outlet_name(article));
    let first = if outlets.len() > 1 { NamedBy::First } else { NamedBy::Only };
    let is_agency = agency.is_some();
    let (name, named_by) = agency.unwrap_or_else(|| (original.unwrap_or_default(), first));
    Origin {
        agency: is_agency,
        name,
        named_by,
        outlets: outlets.into_iter().map(|(_, name)| name).collect(),
        articles: members,
    }
}
