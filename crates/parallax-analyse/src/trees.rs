//! The trees of an article's sentences, each made once.

use crate::syntax::{self, Token};
use parallax_model::{Article, Span};
use std::{collections::BTreeMap, rc::Rc};

/// Trees by the words they are of.
#[derive(Default)]
pub(crate) struct Trees(BTreeMap<Span, Rc<[Token]>>);

impl Trees {
    /// The tree of some words of an article.
    pub(crate) fn of(&mut self, article: &Article, words: Span) -> Rc<[Token]> {
        let made = self.0.entry(words);
        Rc::clone(made.or_insert_with(|| syntax::sentence(article.words(words)).into()))
    }
}

/// Whether an article is in the language that trees are made of.
pub(crate) fn reads(article: &Article) -> bool {
    article.language == "en" || article.language.starts_with("en-")
}
