//! The trees of an article's sentences, each made once and only when asked for.

use crate::syntax::{self, Token};
use parallax_model::{Article, Span};
use std::{cell::RefCell, collections::BTreeMap, rc::Rc};

/// Trees by the words they are of.
#[derive(Default)]
pub(crate) struct Trees(RefCell<BTreeMap<Span, Rc<[Token]>>>);

impl Trees {
    /// The tree of some words of an article.
    pub(crate) fn of(&self, article: &Article, words: Span) -> Rc<[Token]> {
        let mut made = self.0.borrow_mut();
        let tree = made.entry(words);
        Rc::clone(tree.or_insert_with(|| syntax::sentence(article.words(words)).into()))
    }
}

/// Whether an article is in the language that trees are made of.
pub(crate) fn reads(article: &Article) -> bool {
    article.language == "en" || article.language.starts_with("en-")
}
