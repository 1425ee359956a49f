//! Other outlets named as the source: `as cited by the BBC`.
//!
//! A name counts when the words around it credit it with the report and it is
//! known for a medium: by a noun in it, by a list of big ones, or by words
//! that are said of media only. The article's own outlet is never a source.

mod cues;
mod media;

pub(crate) use media::is_medium;

use parallax_language::{fold, words};
use parallax_model::{Article, Citation, Entity, EntityKind, MentionForm, Span};

/// The sources cited in the body, in order, each once a sentence.
pub(crate) fn citations(
    article: &Article,
    sentences: &[Span],
    entities: &[Entity],
) -> Vec<Citation> {
    let mut found: Vec<(usize, Citation)> = Vec::new();
    for entity in entities {
        let named = entity.mentions.iter().filter(|mention| mention.form == MentionForm::Named);
        for mention in named {
            let after =
                sentences.partition_point(|sentence| sentence.end() <= mention.span.start());
            let Some(sentence) = sentences.get(after).filter(|it| it.contains(mention.span)) else {
                continue;
            };
            if let Some(citation) = cited(article, *sentence, mention.span, entity) {
                found.push((after, citation));
            }
        }
    }
    found.sort_by(|one, other| {
        let place =
            |it: &(usize, Citation)| (it.0, it.1.span.start(), usize::MAX - it.1.span.len());
        place(one).cmp(&place(other))
    });
    found.dedup_by(|next, kept| next.0 == kept.0 && overlap(&next.1, &kept.1));
    found.into_iter().map(|(_, citation)| citation).collect()
}

/// The same source again in its sentence.
fn overlap(one: &Citation, other: &Citation) -> bool {
    one.span.overlaps(other.span) || fold(&one.source_name) == fold(&other.source_name)
}

fn cited(article: &Article, sentence: Span, mention: Span, entity: &Entity) -> Option<Citation> {
    let text = article.text.as_str();
    let name = article.words(mention);
    let scene = cues::Scene::of(text, sentence, mention);
    let credit = scene.credit()?;
    let person = entity.kind == EntityKind::Person && !media::is_known(name);
    let medium = is_medium(name)
        || is_medium(&entity.name)
        || scene.names_medium() && !person
        || credit == cues::Credit::MediaOnly
            && !person
            && entity.kind != EntityKind::Place
            && !media::is_other_body(name);
    if !medium || media::is_other_body(name) || is_own(article, name, &entity.name) {
        return None;
    }
    Some(Citation { span: mention, source_name: name.to_owned() })
}

/// Whether the name is the article's own outlet, or short for it.
fn is_own(article: &Article, name: &str, full: &str) -> bool {
    let Some(outlet) = article.outlet.name.as_deref() else { return false };
    let own = parts(outlet);
    [name, full].iter().any(|name| {
        let name = parts(name);
        let (short, long) = if name.len() <= own.len() { (&name, &own) } else { (&own, &name) };
        !short.is_empty() && long.windows(short.len()).any(|part| part == short.as_slice())
    })
}

fn parts(name: &str) -> Vec<String> {
    let all: Vec<String> = words(name).map(|word| fold(word.of(name))).collect();
    match all.split_first() {
        Some((first, rest)) if first == "the" && !rest.is_empty() => rest.to_vec(),
        _ => all,
    }
}

#[cfg(test)]
mod tests;
