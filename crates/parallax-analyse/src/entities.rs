//! Who and what an article names, and where.
//!
//! Runs of capitals become candidates, candidates with the same name become
//! one entity, and short forms, acronyms, offices and pronouns are led back to
//! the entity they mean. A word that only opens its sentence needs other
//! evidence to be a name.

mod bodies;
mod candidates;
mod clusters;
mod descriptions;
mod evidence;
mod german;
mod headlines;
mod kazakh;
pub(crate) mod learned;
mod lists;
mod owners;
mod pronouns;
mod quoted;
mod roles;
mod romance;
mod runs;
mod russian;
mod same_body;
#[cfg(test)]
mod sample;
mod short_forms;
mod spotted;
mod surroundings;
mod things;
mod titles;
pub(crate) mod tokens;
mod usage;

use clusters::Cluster;
use parallax_model::{Article, Entity, Mention, MentionForm, Span};
use tokens::Tokens;

/// The entities of an article, by first mention, with every mention in order.
pub(crate) fn entities(article: &Article, sentences: &[Span]) -> Vec<Entity> {
    let tokens = Tokens::of(article, sentences);
    let candidates = learned::with_learned(&tokens);
    let mut clusters = clusters::clusters(&tokens, &candidates);
    bodies::add(&tokens, &mut clusters);
    same_body::join_bodies(&mut clusters);
    headlines::find_in_headlines(&tokens, &mut clusters);
    let roles = roles::roles(&tokens, &clusters);
    descriptions::add(&tokens, &roles, &mut clusters);
    things::add(&tokens, &mut clusters);
    pronouns::add(&tokens, &mut clusters);
    finish(article, clusters)
}

fn finish(article: &Article, clusters: Vec<Cluster>) -> Vec<Entity> {
    let mut entities: Vec<Entity> = clusters
        .into_iter()
        .filter_map(|cluster| {
            let mut mentions: Vec<Mention> = cluster
                .mentions
                .iter()
                .filter_map(|found| {
                    let span = article.text.span(found.start, found.end).ok()?;
                    Some(Mention { span, form: found.form })
                })
                .collect();
            mentions.sort_by_key(|mention| (mention.span, mention.form));
            mentions.dedup_by_key(|mention| mention.span);
            let named = mentions.iter().any(|mention| mention.form == MentionForm::Named);
            let name = unshouted(article, nominative(article, cluster.name()), &mentions);
            named.then(|| Entity { name, kind: cluster.kind(), mentions })
        })
        .collect();
    entities.sort_by_key(|entity| entity.mentions.first().map(|mention| mention.span));
    entities
}

/// The name as it is called by itself.
fn nominative(article: &Article, name: String) -> String {
    if article.language.starts_with("kk") { kazakh::nominative(&name).to_owned() } else { name }
}

/// Letters of the longest word of a name that is no abbreviation.
const SPELLED: usize = 4;

/// The name of a place that stands in the dateline alone, which prints it in capitals: `PORT ELLERY`.
fn unshouted(article: &Article, name: String, mentions: &[Mention]) -> String {
    let Some(line) = article.dateline else { return name };
    let spelled = name.split(' ').any(|word| word.chars().count() >= SPELLED);
    let shouted = spelled && !name.contains(char::is_lowercase);
    if !shouted || !mentions.iter().all(|mention| line.contains(mention.span)) {
        return name;
    }
    let mut within = false;
    let mut quiet = String::with_capacity(name.len());
    for letter in name.chars() {
        if within {
            quiet.extend(letter.to_lowercase());
        } else {
            quiet.push(letter);
        }
        within = letter.is_alphabetic();
    }
    quiet
}

#[cfg(test)]
pub(crate) mod tests;
