//! What the tree of a frame tells of its cues: their clauses and who speaks.
//!
//! Trees are asked where the order of words leaves room for doubt. Where the
//! tree does not know either the order decides.

use crate::syntax::{Class, Relation, Token};
use std::{ops::Range, rc::Rc};

/// A frame's tree, by bytes of the article.
#[derive(Debug)]
pub(super) struct Tree {
    /// Where its first byte stands in the article.
    start: usize,
    tokens: Rc<[Token]>,
}

impl Tree {
    pub(super) const fn new(start: usize, tokens: Rc<[Token]>) -> Self {
        Self { start, tokens }
    }

    /// The word that stands at a byte of the article.
    pub(super) fn at(&self, byte: usize) -> Option<usize> {
        let byte = byte.checked_sub(self.start)?;
        let at = self.tokens.partition_point(|token| token.end <= byte);
        self.tokens.get(at).filter(|token| token.start <= byte).map(|_| at)
    }

    fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    fn relation(&self, at: usize) -> Relation {
        self.token(at).map_or(Relation::Dep, |token| token.relation)
    }

    fn head(&self, at: usize) -> Option<usize> {
        self.token(at)?.head
    }

    fn children(&self, at: usize) -> impl Iterator<Item = usize> + '_ {
        let tokens = self.tokens.iter().enumerate();
        tokens.filter(move |(_, token)| token.head == Some(at)).map(|(child, _)| child)
    }

    /// Whether the word at `at` hangs below `top`, or is it.
    fn is_below(&self, at: usize, top: usize) -> bool {
        let mut at = Some(at);
        // A tree has no circles; the count only bounds the walk.
        for _ in 0..self.tokens.len() {
            match at {
                Some(one) if one == top => return true,
                Some(one) => at = self.head(one),
                None => return false,
            }
        }
        false
    }

    /// Whether the word at a byte is taken for a noun, and hangs where nouns hang.
    pub(super) fn is_noun(&self, byte: usize) -> bool {
        const PLACES: [Relation; 8] = [
            Relation::Nsubj,
            Relation::NsubjPass,
            Relation::Obj,
            Relation::Obl,
            Relation::Nmod,
            Relation::Compound,
            Relation::Appos,
            Relation::NmodPoss,
        ];
        let word = self.at(byte).and_then(|at| self.token(at));
        word.is_some_and(|word| {
            matches!(word.tag.class(), Class::Noun | Class::Propn)
                && PLACES.contains(&word.relation)
        })
    }

    /// Whether the word at a byte has an article, a number or an adjective, as nouns have.
    pub(super) fn is_described(&self, byte: usize) -> bool {
        let parts = [Relation::Det, Relation::Amod, Relation::Nummod];
        self.at(byte).is_some_and(|at| {
            let mut own = self.children(at);
            own.any(|child| child < at && parts.contains(&self.relation(child)))
        })
    }

    /// Who does what the verb at a byte says: the top word of its subject, and whether it stands before the verb.
    ///
    /// A verb without a subject has that of the verb it is joined to or completes.
    pub(super) fn subject(&self, verb: usize, own: bool) -> Option<Doer> {
        let verb = self.at(verb)?;
        let mut at = verb;
        for _ in 0..DEEPEST {
            let subjects = [Relation::Nsubj, Relation::NsubjOuter];
            let found = self.children(at).find(|&child| subjects.contains(&self.relation(child)));
            if let Some(found) = found.filter(|&found| at == verb || found < verb) {
                let word = self.antecedent(at, found);
                return Some(Doer { phrase: self.phrase(word)?, before: found < verb });
            }
            let linked = [Relation::Conj, Relation::Xcomp, Relation::Advcl];
            if own || !linked.contains(&self.relation(at)) {
                return None;
            }
            at = self.head(at)?;
        }
        None
    }

    /// The noun that `who` or `which` stands for, else the subject itself.
    fn antecedent(&self, verb: usize, subject: usize) -> usize {
        let relative =
            self.token(subject).is_some_and(|token| matches!(token.tag.fine(), "WP" | "WDT"));
        let noun = self.head(verb).filter(|_| self.relation(verb) == Relation::AclRelcl);
        noun.filter(|_| relative).unwrap_or(subject)
    }

    /// The bytes of a noun with what stands before it and the rest of its name.
    fn phrase(&self, noun: usize) -> Option<Range<usize>> {
        const BEFORE: [Relation; 7] = [
            Relation::Det,
            Relation::DetPredet,
            Relation::Amod,
            Relation::Compound,
            Relation::Nummod,
            Relation::NmodPoss,
            Relation::NmodDesc,
        ];
        let (mut first, mut last) = (noun, noun);
        for child in self.children(noun) {
            if child < noun && BEFORE.contains(&self.relation(child)) {
                let below = (0..child).find(|&at| self.is_below(at, child));
                first = first.min(below.unwrap_or(child));
            } else if child > noun && self.relation(child) == Relation::Flat {
                last = last.max(child);
            }
        }
        let (first, last) = (self.token(first)?, self.token(last)?);
        Some(self.start + first.start..self.start + last.end)
    }

    /// Whether the infinitive that the `to` at a byte opens completes the verb at another.
    pub(super) fn completes(&self, to: usize, verb: usize) -> bool {
        let clause = [Relation::Xcomp, Relation::Ccomp, Relation::Advcl, Relation::Acl];
        let Some((to, verb)) = self.at(to).zip(self.at(verb)) else { return false };
        let Some(top) = self.head(to) else { return false };
        let above = self.head(top);
        clause.contains(&self.relation(top))
            && above.is_some_and(|above| above >= verb && self.is_below(above, verb))
    }

    /// The clause that the verb at a byte reports, by its top word, which stands after `from`.
    pub(super) fn reported(&self, verb: usize, from: usize) -> Option<Clause<'_>> {
        let verb = self.at(verb)?;
        let from = self.at(from)?;
        let clause = [
            Relation::Ccomp,
            Relation::Parataxis,
            Relation::Xcomp,
            Relation::Acl,
            Relation::AclRelcl,
            Relation::Obl,
        ];
        let tops = || self.children(verb).filter(|&child| child >= from);
        let top = clause
            .iter()
            .find_map(|&relation| tops().find(|&child| self.relation(child) == relation))?;
        Some(Clause { tree: self, top })
    }

    /// Whether the word at a byte opens a clause above, or beside, the verb at another.
    pub(super) fn opens_other(&self, byte: usize, verb: usize) -> bool {
        let Some((mut at, verb)) = self.at(byte).zip(self.at(verb)) else { return false };
        for _ in 0..self.tokens.len() {
            let Some(head) = self.head(at) else { return self.is_verbal(at) };
            if self.is_below(verb, head) {
                let part = [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::Cop];
                return at != verb && (part.contains(&self.relation(at)) || self.is_verbal(at));
            }
            at = head;
        }
        false
    }

    /// Whether a verb of its own stands between two bytes: finite, and of no clause about a noun or a condition.
    pub(super) fn asserts(&self, from: usize, to: usize) -> bool {
        let about = [Relation::AclRelcl, Relation::Acl, Relation::Advcl];
        let verb = |at: usize| {
            let fine = self.token(at).map_or("", |token| token.tag.fine());
            let below =
                if matches!(self.relation(at), Relation::Aux | Relation::Cop | Relation::AuxPass) {
                    self.head(at).unwrap_or(at)
                } else {
                    at
                };
            matches!(fine, "VBD" | "VBZ" | "VBP" | "MD") && !about.contains(&self.relation(below))
        };
        self.at(from).zip(self.at(to)).is_some_and(|(from, to)| (from..to).any(verb))
    }

    /// Whether a word heads a clause of its own.
    fn is_verbal(&self, at: usize) -> bool {
        let finite = [Relation::Nsubj, Relation::NsubjPass, Relation::Aux, Relation::Cop];
        self.children(at).any(|child| finite.contains(&self.relation(child)))
    }
}

/// Verbs followed upwards for a subject.
const DEEPEST: usize = 5;

/// Who does what a verb says.
pub(super) struct Doer {
    /// The bytes of the noun phrase without what hangs after it.
    pub(super) phrase: Range<usize>,
    /// Whether it stands before its verb.
    pub(super) before: bool,
}

/// A clause in a tree.
pub(super) struct Clause<'a> {
    tree: &'a Tree,
    top: usize,
}

impl Clause<'_> {
    /// Whether the word at a byte is of the clause; unknown words are.
    pub(super) fn holds(&self, byte: usize) -> bool {
        self.tree.at(byte).is_none_or(|at| self.tree.is_below(at, self.top))
    }

    /// One past its last byte, as far as its words follow each other from the byte `from`.
    pub(super) fn end(&self, from: usize) -> Option<usize> {
        let first = self.tree.at(from)?;
        let below = |at: &usize| self.tree.is_below(*at, self.top);
        let last = (first..self.tree.tokens.len()).take_while(below).last()?;
        self.tree.token(last).map(|token| self.tree.start + token.end)
    }

    /// One past the last byte of its top word.
    pub(super) fn top_end(&self) -> usize {
        self.tree.token(self.top).map_or(0, |token| self.tree.start + token.end)
    }
}
