//! A sentence's tree, as events are read off it.

use super::vocabulary::key;
use crate::syntax::{Class, Relation, Token};
use parallax_model::cut;

/// Words of a phrase before its noun.
const LONGEST_LEAD: usize = 9;

/// The words of a sentence with their tree.
pub(super) struct Tree<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
    /// The dependents of each word, in order.
    children: Vec<Vec<usize>>,
    /// The stems of words that can name a deed or an actor; empty for others.
    stems: Vec<String>,
}

impl<'a> Tree<'a> {
    pub(super) fn new(text: &'a str, tokens: &'a [Token]) -> Self {
        let mut children = vec![Vec::new(); tokens.len()];
        for (at, token) in tokens.iter().enumerate() {
            if let Some(children) = token.head.and_then(|head| children.get_mut(head)) {
                children.push(at);
            }
        }
        let stem = |token: &Token| match token.tag.class() {
            Class::Verb | Class::Noun | Class::Adj | Class::Adv | Class::Propn | Class::Adp => {
                key(cut(text, token.start..token.end))
            }
            _ => String::new(),
        };
        Self { text, tokens, children, stems: tokens.iter().map(stem).collect() }
    }

    pub(super) fn word(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| cut(self.text, token.start..token.end))
    }

    pub(super) fn stem(&self, at: usize) -> &str {
        self.stems.get(at).map_or("", String::as_str)
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.tokens.get(at).map_or(Class::X, |token| token.tag.class())
    }

    pub(super) fn relation(&self, at: usize) -> Relation {
        self.tokens.get(at).map_or(Relation::Dep, |token| token.relation)
    }

    pub(super) fn head(&self, at: usize) -> Option<usize> {
        self.tokens.get(at).and_then(|token| token.head)
    }

    pub(super) fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        self.children.get(at).into_iter().flatten().copied()
    }

    /// The first dependent that hangs by one of the relations.
    pub(super) fn child(&self, at: usize, relations: &[Relation]) -> Option<usize> {
        self.children(at).find(|&child| relations.contains(&self.relation(child)))
    }

    /// Whether a dependent of `at` is one of the words.
    pub(super) fn has_word(&self, at: usize, words: &[&str]) -> bool {
        self.children(at)
            .any(|child| words.iter().any(|word| self.word(child).eq_ignore_ascii_case(word)))
    }

    /// Whether one of the words leads the phrase of `at`, also where it hangs on another word of it.
    pub(super) fn led_by(&self, at: usize, words: &[&str]) -> bool {
        if self.has_word(at, words) {
            return true;
        }
        let lead = (at.saturating_sub(LONGEST_LEAD)..at).rev().find(|&one| {
            !matches!(
                self.class(one),
                Class::Adj | Class::Noun | Class::Propn | Class::Num | Class::Det | Class::Punct
            )
        });
        lead.is_some_and(|lead| {
            self.class(lead) == Class::Adp
                && words.iter().any(|word| self.word(lead).eq_ignore_ascii_case(word))
        })
    }

    /// The root.
    pub(super) fn root(&self) -> Option<usize> {
        (0..self.tokens.len()).find(|&at| self.head(at).is_none())
    }

    /// All words, the root first, then what hangs on it, and so on.
    pub(super) fn downwards(&self) -> impl Iterator<Item = usize> + use<> {
        self.root().map_or_else(Vec::new, |root| self.layers(root)).into_iter()
    }

    /// Everything below `at`, itself included, in order.
    pub(super) fn below(&self, at: usize) -> Vec<usize> {
        let mut found = self.layers(at);
        found.sort_unstable();
        found
    }

    fn layers(&self, at: usize) -> Vec<usize> {
        let mut found = vec![at];
        let mut next = 0;
        while let Some(&one) = found.get(next) {
            found.extend(self.children(one));
            next += 1;
        }
        found
    }

    /// Whether `at` hangs below `top`, or is it.
    pub(super) fn is_below(&self, at: usize, top: usize) -> bool {
        let mut at = Some(at);
        while let Some(one) = at {
            if one == top {
                return true;
            }
            at = self.head(one);
        }
        false
    }
}
