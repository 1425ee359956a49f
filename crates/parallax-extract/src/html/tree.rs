//! A page of markup as a tree: elements and text, in the order of the page.
//!
//! One pass over the tokens, no recursion. Nodes lie in one list in document
//! order, so the inside of an element is a range of that list. Tags that
//! authors leave out are filled in as browsers do, as far as it matters for
//! telling what belongs together.

mod build;
mod tag;
mod tokens;

pub(crate) use tag::Tag;

use std::{borrow::Cow, ops::Range};

/// The tree. Node 0 is the page.
#[derive(Debug)]
pub(crate) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
    /// Whether the page was too large and its rest was left out.
    pub(crate) cut_short: bool,
}

/// An element or a stretch of text.
#[derive(Debug)]
pub(crate) struct Node<'a> {
    /// The element it stands in; the page stands in itself.
    pub(crate) parent: usize,
    /// One past the last node inside it.
    pub(crate) end: usize,
    /// What it is.
    pub(crate) tag: Tag,
    /// Of an element: the attributes we read.
    pub(crate) attributes: Vec<Attribute<'a>>,
    /// Of a text: where its markup stands in the page; of an element: its start tag.
    pub(crate) source: Range<usize>,
}

/// An attribute of an element.
#[derive(Debug)]
pub(crate) struct Attribute<'a> {
    pub(crate) key: &'static str,
    /// Character references resolved, without white space around it.
    pub(crate) value: Cow<'a, str>,
    /// Where the value stands in the page.
    pub(crate) source: Range<usize>,
}

impl<'a> Tree<'a> {
    /// Reads a page.
    pub(crate) fn read(page: &'a str) -> Self {
        build::build(page)
    }

    /// Every node, in document order.
    pub(crate) fn nodes(&self) -> &[Node<'a>] {
        &self.nodes
    }

    /// A node; the page where there is none of that number.
    pub(crate) fn node(&self, id: usize) -> &Node<'a> {
        self.nodes.get(id).unwrap_or(&self.nodes[0])
    }

    /// The numbers of all nodes inside `id`, itself left out.
    pub(crate) fn inside(&self, id: usize) -> Range<usize> {
        id + 1..self.node(id).end.max(id + 1)
    }

    /// Whether `id` is `outer` or stands inside it.
    pub(crate) fn within(&self, id: usize, outer: usize) -> bool {
        outer <= id && id < self.node(outer).end
    }

    /// The elements that `id` stands in, nearest first, itself left out.
    pub(crate) fn above(&self, id: usize) -> impl Iterator<Item = usize> + Clone + '_ {
        let mut at = id;
        std::iter::from_fn(move || {
            let parent = self.node(at).parent;
            (parent != at).then(|| {
                at = parent;
                parent
            })
        })
    }

    /// The text nodes inside `id`, scripts and styles left out.
    pub(crate) fn texts(&self, id: usize) -> impl Iterator<Item = usize> + '_ {
        let range = if self.node(id).tag == Tag::Text { id..id + 1 } else { self.inside(id) };
        range.filter(|&at| {
            self.node(at).tag == Tag::Text && !self.node(self.node(at).parent).tag.is_data()
        })
    }

    /// The elements of one tag, in document order.
    pub(crate) fn all(&self, tag: Tag) -> impl Iterator<Item = usize> + '_ {
        (0..self.nodes.len()).filter(move |&id| self.node(id).tag == tag)
    }
}

impl<'a> Node<'a> {
    /// The value of an attribute.
    pub(crate) fn get(&self, key: &str) -> Option<&str> {
        self.attribute(key).map(|attribute| attribute.value.as_ref())
    }

    /// An attribute.
    pub(crate) fn attribute(&self, key: &str) -> Option<&Attribute<'a>> {
        self.attributes.iter().find(|attribute| attribute.key == key)
    }

    /// Whether an attribute that holds a list of words holds `word`.
    pub(crate) fn has(&self, key: &str, word: &str) -> bool {
        self.get(key).is_some_and(|v| v.split_whitespace().any(|w| w.eq_ignore_ascii_case(word)))
    }
}

#[cfg(test)]
mod tests;
