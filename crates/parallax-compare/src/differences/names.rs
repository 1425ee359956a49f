//! One person or body under two names that cannot both be right.

use super::{Found, Value, gather, line_pairs, namesakes};
use crate::{
    scene::{Scene, Token},
    spelling,
};
use parallax_language::{fold, lexicon::commonness, names, words};
use parallax_model::{DifferenceKind, Entity, EntityKind, MentionForm, Nature, Span};
use std::collections::BTreeMap;

/// Letters that may differ between two spellings of one name.
const SLIP: usize = 2;
/// Letters a name needs before a slip in it is told from another name.
const LEAST_LETTERS: usize = 5;

/// What was asked of names: the claims of a story ask it again and again.
#[derive(Default)]
pub(super) struct Asked<'a> {
    /// Of two names of one kind, whether one is the other with a slip in it.
    differing: BTreeMap<(&'a str, &'a str, EntityKind), bool>,
    /// Whether an account does not know an entity under its own name.
    foreign: BTreeMap<(usize, &'a str), bool>,
}

impl<'a> Asked<'a> {
    fn differ(&mut self, a: &'a str, b: &'a str, kind: EntityKind) -> bool {
        *self.differing.entry((a, b, kind)).or_insert_with(|| differ(a, b, kind))
    }

    fn is_foreign(&mut self, scene: &Scene<'_>, line: usize, entity: &'a Entity) -> bool {
        let key = (scene.lines[line].account, entity.name.as_str());
        *self.foreign.entry(key).or_insert_with(|| foreign(scene, line, entity))
    }
}

/// The differences between names in one claim.
pub(super) fn find<'a>(scene: &'a Scene<'_>, draft: &[usize], asked: &mut Asked<'a>) -> Vec<Found> {
    let mut apart = Vec::new();
    let named: BTreeMap<usize, Vec<Name<'a>>> =
        draft.iter().map(|&line| (line, names(scene, line))).collect();
    let rare: BTreeMap<usize, Vec<&Token>> =
        draft.iter().map(|&line| (line, rare_words(scene, line).collect())).collect();
    let pairs = line_pairs(scene, draft);
    for &(a, b) in &pairs {
        for x in &named[&a] {
            for y in named[&b].iter().filter(|y| x.kind == y.kind) {
                let (ours, theirs) =
                    (scene.account(a).words(x.span), scene.account(b).words(y.span));
                if asked.differ(ours, theirs, x.kind)
                    && asked.is_foreign(scene, b, x.entity)
                    && asked.is_foreign(scene, a, y.entity)
                {
                    let one = Value { line: a, span: x.span };
                    let other = Value { line: b, span: y.span };
                    // `The captain` and `the wife of the captain` have one surname.
                    if namesakes::is_kin(scene, one) == namesakes::is_kin(scene, other) {
                        apart.push((one, other));
                    }
                }
            }
        }
    }
    for (a, b) in pairs {
        for x in &rare[&a] {
            let slips = rare[&b].iter().filter(|y| slipped(&x.folded, &y.folded));
            let apart_here = slips
                .filter(|y| names::key(&x.folded) != names::key(&y.folded))
                .filter(|y| sound(&x.folded) != sound(&y.folded))
                .filter(|y| !names::same_word(&x.folded, &y.folded))
                .filter(|y| unknown(scene, a, y) && unknown(scene, b, x))
                .map(|y| (Value { line: a, span: x.span }, Value { line: b, span: y.span }));
            apart.extend(apart_here);
        }
    }
    let sets = gather(apart).into_iter();
    sets.map(|values| Found { kind: DifferenceKind::Name, nature: Nature::Conflict, values })
        .collect()
}

/// Capitalised words of a line that no table of common words holds, save people's names.
fn rare_words<'a>(scene: &'a Scene<'_>, line: usize) -> impl Iterator<Item = &'a Token> {
    let language = scene.account(line).language;
    let tabled = matches!(language.primary(), "en" | "ru");
    let person = |token: &Token| {
        let kind = token.named.and_then(|entity| scene.entities.get(entity)).map(|e| e.kind);
        kind == Some(EntityKind::Person)
    };
    scene.lines[line].tokens.iter().filter(move |token| {
        tabled && token.capital && !person(token) && commonness(language, &token.stem) == 0
    })
}

/// Whether the article of `line` does not hold the word at all.
fn unknown(scene: &Scene<'_>, line: usize, token: &Token) -> bool {
    let lines = scene.account(line).lines.clone();
    !lines.flat_map(|line| &scene.lines[line].tokens).any(|known| known.stem == token.stem)
}

/// A name in a line.
struct Name<'a> {
    entity: &'a Entity,
    kind: EntityKind,
    span: Span,
}

fn names<'a>(scene: &'a Scene<'_>, line: usize) -> Vec<Name<'a>> {
    let own = &scene.lines[line];
    let entities = scene.account(line).notes.entities.iter();
    let known = entities.filter(|entity| {
        matches!(entity.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Other)
    });
    known
        .filter_map(|entity| {
            let mut mentions = entity.mentions.iter();
            let named = mentions.find(|mention| {
                mention.form == MentionForm::Named && own.span.contains(mention.span)
            })?;
            Some(Name { entity, kind: entity.kind, span: named.span })
        })
        .collect()
}

/// Whether the article of `line` does not know `entity` under its own name.
fn foreign(scene: &Scene<'_>, line: usize, entity: &Entity) -> bool {
    let notes = scene.account(line).notes;
    !notes.entities.iter().any(|known| {
        names::same_name(&known.name, &entity.name) || derived(&known.name, &entity.name)
    })
}

/// Whether one name is a form of the other: `Norvania`, `Norvanian`.
fn derived(a: &str, b: &str) -> bool {
    let (ours, theirs) = (fold(a), fold(b));
    ours.starts_with(&theirs) || theirs.starts_with(&ours)
}

/// Whether two names are one with a slip in it: another first name beside one
/// surname that begins alike, or a few other letters.
pub(super) fn differ(a: &str, b: &str, kind: EntityKind) -> bool {
    let split = |name: &str| {
        let folded = words(name).map(|word| spelling::usual(&fold(word.of(name))));
        folded.collect::<Vec<String>>()
    };
    let (ours, theirs) = (split(a), split(b));
    // Names from other scripts are written in many ways.
    let one_sound = names::key(a) == names::key(b) || sound(a) == sound(b);
    if one_sound || names::same_name(a, b) || ours.is_empty() || ours.len() != theirs.len() {
        return false;
    }
    let changed: Vec<(&String, &String)> =
        ours.iter().zip(&theirs).filter(|(x, y)| !names::same_word(x, y)).collect();
    let [(x, y)] = changed.as_slice() else { return false };
    let alone = ours.len() == 1;
    if kind == EntityKind::Person && !alone {
        let surname = ours.last() == Some(*x);
        return if surname { slipped(x, y) } else { begin_alike(x, y) };
    }
    // Another ending is another form of the word: "Norvania", "Norvanic".
    if kind != EntityKind::Person && is_another_ending(x, y) {
        return false;
    }
    // A bare common word with a slip is another word: "Norway" is not "Norman".
    slipped(x, y) && (!alone || kind == EntityKind::Person)
}

/// What is left of a name however it was written over from another script: its consonants, those that
/// stand for each other as one, none of them twice in a row.
pub(super) fn sound(name: &str) -> String {
    let folded = fold(name).replace("th", "z").replace("dh", "z").replace("ph", "f");
    let mut sound = String::new();
    for letter in folded.chars() {
        let one = match letter {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'j' | 'h' | '-' | '’' | '\'' => continue,
            'q' | 'g' | 'c' | 'k' => 'k',
            'z' | 's' => 's',
            'w' | 'v' => 'v',
            other => other,
        };
        if !sound.ends_with(one) {
            sound.push(one);
        }
    }
    sound
}

/// First names of one sound: they begin with the same two letters.
fn begin_alike(a: &str, b: &str) -> bool {
    let start = |name: &str| name.chars().take(2).collect::<String>();
    // "Sam" is Samuel.
    let short = a.starts_with(b) || b.starts_with(a);
    start(a) == start(b) && !short
}

/// Whether two words differ in their last letter or two alone.
fn is_another_ending(a: &str, b: &str) -> bool {
    let same = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).count();
    same >= LEAST_LETTERS && same + SLIP >= a.chars().count().max(b.chars().count())
}

/// Whether two long words differ in a letter or two.
fn slipped(a: &str, b: &str) -> bool {
    if a == b || a.chars().next() != b.chars().next() {
        return false;
    }
    let (x, y): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let least = x.len().min(y.len());
    // "Iceland" and "Icelandic" are two forms: the slip is inside the word.
    let form = x.starts_with(&y) || y.starts_with(&x);
    !form && least >= LEAST_LETTERS && distance(&x, &y) <= SLIP
}

/// Letters to change, add or drop to come from one word to the other.
pub(super) fn apart(a: &str, b: &str) -> usize {
    distance(&a.chars().collect::<Vec<char>>(), &b.chars().collect::<Vec<char>>())
}

fn distance(a: &[char], b: &[char]) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut corner = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = corner + usize::from(x != y);
            corner = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(corner + 1);
        }
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_in_a_name_is_told_from_another_name() {
        assert!(differ("Ana Belmar", "Ana Belmas", EntityKind::Person));
        assert!(differ("Katla Orrdottir", "Karen Orrdottir", EntityKind::Person));
        assert!(!differ("Katla Orrdottir", "Jonas Orrdottir", EntityKind::Person));
        assert!(!differ("Belmar", "Ana Belmar", EntityKind::Person));
        assert!(!differ("Velmar", "Belmar", EntityKind::Person));
        assert!(!differ("Ana Velaqqa", "Ana Velakka", EntityKind::Person));
        assert!(!differ("Moaz Velar", "Moath Velar", EntityKind::Person));
        assert!(!differ("Free Norvania", "Free Norvanic", EntityKind::Organization));
        assert!(slipped("ostwater", "ostvater") && !slipped("sudwater", "southwater"));
        assert!(slipped("nordhafen", "northhafen") && !names::same_word("nordhafen", "northhafen"));
    }
}
