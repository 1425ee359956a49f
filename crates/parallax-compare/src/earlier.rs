//! Sentences that report an earlier report: `Earlier, the Ledger reported that …`.

use crate::scene::{Line, Scene};
use parallax_language::{fold, words};
use parallax_model::{Earlier, EntityKind};
use std::sync::LazyLock;

/// Words the verb must come within, from the start of the sentence.
const VERB_WITHIN: usize = 12;

/// How a language opens such a sentence.
struct Opening {
    language: &'static str,
    starts: Vec<Vec<&'static str>>,
    verbs: Vec<&'static str>,
}

static OPENINGS: LazyLock<Vec<Opening>> = LazyLock::new(|| {
    let rows = include_str!("../data/earlier.tsv").lines().filter(|row| !row.starts_with('#'));
    rows.filter_map(|row| {
        let mut fields = row.split('\t');
        let (language, starts, verbs) = (fields.next()?, fields.next()?, fields.next()?);
        let mut starts: Vec<Vec<&str>> =
            starts.split('|').map(|start| start.split(' ').collect()).collect();
        starts.sort_by_key(|start| std::cmp::Reverse(start.len()));
        Some(Opening { language, starts, verbs: verbs.split('|').collect() })
    })
    .collect()
});

/// The sentences of the story that report an earlier report, in document order.
pub(crate) fn earlier(scene: &Scene<'_>) -> Vec<Earlier> {
    let found = scene.lines.iter().enumerate().filter(|(at, _)| reports(scene, *at));
    found
        .map(|(at, line)| Earlier {
            article: scene.account(at).index,
            span: line.span,
            story: None,
        })
        .collect()
}

/// Whether a line reports an earlier report.
pub(crate) fn reports(scene: &Scene<'_>, at: usize) -> bool {
    let line = &scene.lines[at];
    let text = scene.text(at);
    let language = scene.account(at).language.primary();
    let ways = OPENINGS.iter().filter(|way| way.language == language);
    let Some(first) = words(text).next().map(|word| fold(word.of(text))) else { return false };
    let opens = |start: &Vec<&str>| start.first().is_none_or(|word| *word == first);
    if !ways.clone().any(|way| way.starts.iter().any(opens)) {
        return false;
    }
    let opening: Vec<(String, &str)> =
        words(text).take(VERB_WITHIN).map(|word| (fold(word.of(text)), word.of(text))).collect();
    ways.filter_map(|way| {
        let start = way.starts.iter().find(|start| starts_with(&opening, start))?;
        let rest = opening.get(start.len()..)?;
        let verb = rest
            .iter()
            .position(|(word, _)| way.verbs.iter().any(|verb| word.starts_with(verb)))?;
        Some((start.first() == Some(&"as") || start.first() == Some(&"как"), rest.get(..verb)?))
    })
    .any(|(passive, subject)| {
        let told = line.citations.iter().any(|_| true);
        let outlet =
            subject.iter().any(|(_, word)| word.chars().next().is_some_and(char::is_uppercase));
        let we = subject.iter().any(|(word, _)| matches!(word.as_str(), "we" | "мы" | "редакция"));
        let article = subject.iter().any(|(word, _)| word == "the");
        let person = !article
            && scene.lines[at].entities.len() == 1
            && !told
            && is_person(scene, line, subject);
        (passive || told || outlet || we) && !person
    })
}

fn starts_with(opening: &[(String, &str)], start: &[&str]) -> bool {
    opening.len() > start.len()
        && opening.iter().zip(start).all(|((word, _), wanted)| word == wanted)
}

/// Whether the subject is a person's name: people report too, but are no outlet.
fn is_person(scene: &Scene<'_>, line: &Line, subject: &[(String, &str)]) -> bool {
    let people = line.entities.iter().filter_map(|&entity| scene.entities.get(entity));
    people.filter(|entity| entity.kind == EntityKind::Person).any(|person| {
        let mut name = words(&person.name).map(|word| fold(word.of(&person.name)));
        name.any(|part| subject.iter().any(|(word, _)| *word == part))
    })
}
