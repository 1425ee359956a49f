//! The trees of an article's sentences, each made once and only when asked for.

use crate::syntax::{self, Tag, Token};
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

    /// The tree of some words of an article, if it was made before, or is worth it by the words and
    /// their tags.
    pub(crate) fn of_if(
        &self,
        article: &Article,
        words: Span,
        is_worth: impl FnOnce(&[&str], &[Tag]) -> bool,
    ) -> Option<Rc<[Token]>> {
        let mut made = self.0.borrow_mut();
        if let Some(tree) = made.get(&words) {
            return Some(Rc::clone(tree));
        }
        let tree: Rc<[Token]> = syntax::sentence_if(article.words(words), is_worth)?.into();
        made.insert(words, Rc::clone(&tree));
        Some(tree)
    }
}

/// Whether an article is in the language that trees are made of.
pub(crate) fn reads(article: &Article) -> bool {
    article.language == "en" || article.language.starts_with("en-")
}
