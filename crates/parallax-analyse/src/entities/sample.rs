//! How many names are found in small samples of invented sentences with marked names.

use super::{entities, tests::article};
use crate::sentences::sentences;
use parallax_model::{EntityKind, MentionForm};
use std::collections::BTreeSet;

/// A name: where it stands in its article, and of what sort it is.
type Name = (usize, usize, EntityKind);

/// The text of a block without its marks, and the names they mark. The first line is no sentence of
/// the sample: articles have a headline.
fn unmarked(block: &str) -> (String, BTreeSet<Name>) {
    let mut text = "1\n".to_owned();
    let mut names = BTreeSet::new();
    let mut open = None;
    let mut letters = block.trim().chars();
    while let Some(letter) = letters.next() {
        match (letter, open) {
            ('[', _) => {
                let kind = match letters.next() {
                    Some('P') => EntityKind::Person,
                    Some('O') => EntityKind::Organization,
                    _ => EntityKind::Place,
                };
                letters.next();
                open = Some((text.len(), kind));
            }
            (']', Some((start, kind))) => {
                names.insert((start, text.len(), kind));
                open = None;
            }
            _ => text.push(letter),
        }
    }
    (text, names)
}

/// Precision and recall in percent over all blocks of a sample.
fn measured(sample: &str, language: &str, shown: bool) -> (usize, usize) {
    let (mut found, mut gold, mut right) = (0, 0, 0);
    let lines: Vec<&str> = sample.lines().filter(|line| !line.starts_with('#')).collect();
    for block in lines.join("\n").split("\n\n") {
        let (text, names) = unmarked(block);
        let article = article(&text, language, "Exbury Herald");
        let mut seen: BTreeSet<Name> = BTreeSet::new();
        for entity in entities(&article, &sentences(&article)) {
            let kinds = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];
            for mention in entity.mentions.iter().filter(|it| it.form == MentionForm::Named) {
                if kinds.contains(&entity.kind) {
                    seen.insert((mention.span.start(), mention.span.end(), entity.kind));
                }
            }
        }
        // A title before a name makes a longer mention of the same.
        let inner = seen.clone();
        seen.retain(|one| !inner.iter().any(|it| it.1 == one.1 && it.2 == one.2 && it.0 > one.0));
        if shown {
            for (start, end, kind) in names.symmetric_difference(&seen) {
                let sign = if names.contains(&(*start, *end, *kind)) { "missed" } else { "wrong" };
                println!(
                    "{sign} {} {}",
                    kind.name(),
                    parallax_model::cut(article.text.as_str(), *start..*end)
                );
            }
        }
        found += seen.len();
        gold += names.len();
        right += names.intersection(&seen).count();
    }
    (100 * right / found.max(1), 100 * right / gold.max(1))
}

fn check(sample: &str, language: &str, precision: usize, recall: usize) {
    let (p, r) = measured(sample, language, true);
    assert!(p >= precision && r >= recall, "{language}: precision {p}, recall {r}");
}

#[test]
fn names_are_found_in_german() {
    check(include_str!("sample/de.txt"), "de", 95, 95);
}

#[test]
fn names_are_found_in_spanish() {
    check(include_str!("sample/es.txt"), "es", 95, 95);
}

#[test]
fn names_are_found_in_french() {
    check(include_str!("sample/fr.txt"), "fr", 95, 95);
}
