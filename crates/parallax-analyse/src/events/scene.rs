//! A clause with who is who in it: which words name someone that can act.

use super::{clause::Tree, vocabulary};
use crate::syntax::{Class, Relation};
use parallax_model::{Entity, EntityKind, MentionForm};
use std::ops::Range;

/// All mentions of an article in order, by where they end.
pub(super) struct Names {
    mentions: Vec<(Range<usize>, EntityKind, MentionForm)>,
}

impl Names {
    pub(super) fn of(entities: &[Entity]) -> Self {
        let mut mentions: Vec<_> = entities
            .iter()
            .flat_map(|entity| {
                let kind = entity.kind;
                entity.mentions.iter().map(move |one| (one.span.range(), kind, one.form))
            })
            .collect();
        mentions.sort_by_key(|(range, ..)| (range.end, range.start));
        Self { mentions }
    }

    /// The mentions that end within a stretch of the article.
    fn within(&self, stretch: &Range<usize>) -> &[(Range<usize>, EntityKind, MentionForm)] {
        let at = |byte| self.mentions.partition_point(|(range, ..)| range.end <= byte);
        self.mentions.get(at(stretch.start)..at(stretch.end)).unwrap_or_default()
    }
}

/// A sentence's tree and what the article takes its words for.
pub(super) struct Scene<'a> {
    pub(super) tree: &'a Tree<'a>,
    kinds: Vec<Option<EntityKind>>,
}

impl<'a> Scene<'a> {
    /// The scene of a sentence that begins at byte `start` of the article.
    pub(super) fn new(tree: &'a Tree<'a>, start: usize, names: &Names) -> Self {
        let mut kinds = vec![None; tree.tokens.len()];
        for (range, kind, _) in names.within(&(start..start + tree.text.len())) {
            let first = tree.tokens.partition_point(|token| start + token.end <= range.start);
            let after = tree.tokens.partition_point(|token| start + token.start < range.end);
            for slot in kinds.get_mut(first..after).unwrap_or_default() {
                *slot = Some(*kind);
            }
        }
        Self { tree, kinds }
    }

    /// What the word at `at` is taken for.
    pub(super) fn kind(&self, at: usize) -> Option<EntityKind> {
        self.kinds.get(at).copied().flatten()
    }

    /// Whether a word names someone who can act.
    pub(super) fn is_actor(&self, at: usize) -> bool {
        let word = self.tree.word(at);
        let named = match self.kind(at) {
            Some(EntityKind::Person | EntityKind::Organization | EntityKind::Place) => true,
            Some(EntityKind::Event | EntityKind::Other) => return false,
            None => false,
        };
        match self.tree.class(at) {
            Class::Propn | Class::Noun | Class::Adj if named => true,
            Class::Propn => {
                let fine = self.tree.tokens.get(at).map_or("", |token| token.tag.fine());
                vocabulary::is_actor(word) || is_people(word) || fine == "NNPS" && is_plural(word)
            }
            Class::Noun if vocabulary::is_actor(word) => true,
            _ if is_count(word) => self.tree.children(at).any(|of| {
                self.tree.relation(of) == Relation::Nmod
                    && self.tree.has_word(of, &["of"])
                    && of > at
                    && self.is_actor(of)
            }),
            Class::Pron => is_someone(word) || (named && !is_near(word)),
            _ => false,
        }
    }

    /// Whether a word stands for those a deed is done to: an actor, or a count of them.
    pub(super) fn is_victim(&self, at: usize) -> bool {
        let counted = self.tree.class(at) == Class::Num
            && matches!(self.tree.relation(at), Relation::Obj | Relation::NsubjPass);
        counted || self.is_actor(at)
    }

    /// The word of a phrase that the others hang on.
    pub(super) fn head(&self, phrase: &Range<usize>) -> Option<usize> {
        phrase.clone().find(|&at| self.tree.head(at).is_none_or(|head| !phrase.contains(&head)))
    }
}

/// `Democrats`, `Norlanders`: capitals in the plural that are no name.
fn is_people(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && (word.ends_with("ns") || word.ends_with("ers"))
}

/// Words that count those who stand after *of*: `hundreds of workers`.
fn is_count(word: &str) -> bool {
    const COUNTS: [&str; 12] = [
        "hundreds",
        "thousands",
        "tens",
        "dozens",
        "scores",
        "millions",
        "number",
        "majority",
        "handful",
        "lots",
        "families",
        "relatives",
    ];
    COUNTS.iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// `Israelis`: a people's name in the plural.
fn is_plural(word: &str) -> bool {
    word.starts_with(char::is_uppercase) && word.ends_with("is") && word.len() > 5
}

fn is_someone(word: &str) -> bool {
    ["he", "she", "they", "him", "her", "them"].iter().any(|one| word.eq_ignore_ascii_case(one))
}

/// Words for whoever speaks or is spoken to, and those that point back in it.
fn is_near(word: &str) -> bool {
    let itself = word.ends_with("self") || word.ends_with("selves");
    itself
        || ["i", "me", "we", "us", "you", "who", "which", "that", "this", "these", "those", "what"]
            .iter()
            .any(|one| word.eq_ignore_ascii_case(one))
}
