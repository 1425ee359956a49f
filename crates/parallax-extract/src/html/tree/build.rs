//! Tokens to tree.

use super::{
    Attribute, Node, Tag, Tree,
    tokens::{Token, Tokens, Written},
};
use crate::html::references;
use std::{borrow::Cow, ops::Range, sync::LazyLock};

/// Open elements kept at once; what is nested deeper becomes a child of the
/// last. Chosen as browsers do (which stop at 512): no page that
/// people read comes near, and each token looks through the open ones once.
const DEEPEST: usize = 256;

/// Elements and texts read of one page. Ten times what the busiest pages have;
/// what follows is left out, so that no page takes more room than that.
const MOST: usize = 250_000;

/// Bytes of text read of one page, scripts and styles not counted: eight times
/// the longest text that analysis marks.
const MOST_WORDS: usize = 8 << 20;

/// The attributes some rule of ours reads, in order.
const KEPT: &[&str] = &[
    "alt",
    "aria-hidden",
    "aria-label",
    "class",
    "content",
    "data-caption",
    "data-component",
    "data-name",
    "data-qa",
    "data-src",
    "data-test-id",
    "data-testid",
    "data-type",
    "datetime",
    "dir",
    "hidden",
    "href",
    "hreflang",
    "http-equiv",
    "id",
    "itemprop",
    "itemscope",
    "itemtype",
    "lang",
    "name",
    "property",
    "rel",
    "role",
    "src",
    "srcset",
    "style",
    "title",
    "type",
    "typeof",
    "value",
    "xml:lang",
];

pub(super) fn build(page: &str) -> Tree<'_> {
    let mut builder = Builder::new();
    let mut tokens = Tokens::of(page);
    while let Some(token) = tokens.next() {
        if builder.nodes.len() >= MOST || builder.words >= MOST_WORDS {
            builder.cut_short = true;
            break;
        }
        match token {
            Token::Text(source) => builder.text(page, source),
            Token::Start { name, self_closing, source } => {
                builder.start = source.start;
                builder.open_tag(Tag::of(name), self_closing, kept(tokens.attributes()), source);
            }
            Token::End { name } => builder.close_tag(Tag::of(name)),
        }
    }
    builder.finish()
}

/// The attributes some rule of ours reads; of two with one name the first.
fn kept<'a>(written: &[Written<'a>]) -> Vec<Attribute<'a>> {
    let mut attributes: Vec<Attribute<'a>> = Vec::new();
    let mut left = written.iter().filter_map(|one| Some((key(one.name)?, one)));
    while let Some((key, one)) = left.next() {
        if attributes.iter().any(|other| other.key == key) {
            continue;
        }
        if attributes.is_empty() {
            attributes.reserve_exact(1 + left.clone().count().min(KEPT.len()));
        }
        let value = match references::value(one.value.trim()) {
            plain @ Cow::Borrowed(_) => plain,
            Cow::Owned(resolved) => Cow::Owned(resolved.trim().to_owned()),
        };
        attributes.push(Attribute { key, value, source: one.source.clone() });
    }
    attributes
}

/// The names of [`KEPT`] by their length.
static BY_LENGTH: LazyLock<Vec<Vec<&str>>> = LazyLock::new(|| {
    let longest = KEPT.iter().map(|key| key.len()).max().unwrap_or(0);
    let of = |length: usize| KEPT.iter().filter(move |key| key.len() == length);
    (0..=longest).map(|length| of(length).copied().collect()).collect()
});

fn key(name: &str) -> Option<&'static str> {
    let known = BY_LENGTH.get(name.len());
    let known = known.and_then(|keys| keys.iter().find(|key| key.eq_ignore_ascii_case(name)));
    known.copied().or_else(|| is_named(name).then_some(NAME))
}

/// What attributes such as `data-block-name` are kept as.
const NAME: &str = "data-name";

/// Whether an attribute that sites make for themselves says what its element is: `data-block-name`.
fn is_named(name: &str) -> bool {
    let bytes = name.as_bytes();
    let starts = bytes.get(..5).is_some_and(|start| start.eq_ignore_ascii_case(b"data-"));
    starts
        && [&b"-name"[..], b"-role", b"-part", b"-element", b"-block"].iter().any(|end| {
            let at = bytes.len().saturating_sub(end.len());
            bytes.get(at..).is_some_and(|tail| tail.eq_ignore_ascii_case(end))
        })
}

struct Builder<'a> {
    nodes: Vec<Node<'a>>,
    open: Vec<usize>,
    /// Elements open beyond [`DEEPEST`].
    beyond: usize,
    /// Where the last start tag begins.
    start: usize,
    /// Bytes of text so far.
    words: usize,
    /// Whether the page goes on.
    cut_short: bool,
}

impl<'a> Builder<'a> {
    fn new() -> Self {
        let page = Node { parent: 0, end: 0, tag: Tag::Page, attributes: Vec::new(), source: 0..0 };
        Self { nodes: vec![page], open: vec![0], beyond: 0, start: 0, words: 0, cut_short: false }
    }

    fn top(&self) -> usize {
        self.open.last().copied().unwrap_or(0)
    }

    fn top_tag(&self) -> Tag {
        self.nodes[self.top()].tag
    }

    fn text(&mut self, page: &str, mut source: Range<usize>) {
        if !self.top_tag().is_data() {
            let reach = source.start + (MOST_WORDS - self.words.min(MOST_WORDS));
            source.end = page.floor_char_boundary(source.end.min(reach));
            self.words = self.words.saturating_add(source.len().max(1));
        }
        self.push(Tag::Text, Vec::new(), source);
    }

    fn push(&mut self, tag: Tag, attributes: Vec<Attribute<'a>>, source: Range<usize>) -> usize {
        let id = self.nodes.len();
        self.nodes.push(Node { parent: self.top(), end: id + 1, tag, attributes, source });
        id
    }

    fn open_tag(
        &mut self,
        tag: Tag,
        self_closing: bool,
        attributes: Vec<Attribute<'a>>,
        source: Range<usize>,
    ) {
        if matches!(tag, Tag::Html | Tag::Body) && self.open_already(tag) {
            return;
        }
        self.imply_ends(tag);
        let id = self.push(tag, attributes, source);
        // Foreign elements may close themselves; HTML elements only look as if.
        let closed = tag.is_void() || (self_closing && matches!(tag, Tag::Other | Tag::Svg));
        match (closed, self.open.len() < DEEPEST) {
            (true, _) => {}
            (false, true) => self.open.push(id),
            (false, false) => self.beyond += 1,
        }
    }

    fn open_already(&self, tag: Tag) -> bool {
        self.open.iter().any(|&id| self.nodes[id].tag == tag)
    }

    /// Ends what the author left open before `tag`.
    fn imply_ends(&mut self, tag: Tag) {
        if self.beyond > 0 {
            return;
        }
        if tag == Tag::Body || !tag.is_of_head() {
            let in_head =
                self.top_tag() == Tag::Head || (tag == Tag::Body && self.open_already(Tag::Head));
            if in_head {
                self.close(|t| t == Tag::Head, |t| t == Tag::Html);
            }
        }
        let list = |t: Tag| t.is_wall() || matches!(t, Tag::Ul | Tag::Ol | Tag::Menu);
        let row = |t: Tag| matches!(t, Tag::Table | Tag::Template);
        match tag {
            Tag::Li => self.close(|t| t == Tag::Li, list),
            Tag::Dt | Tag::Dd => {
                self.close(|t| matches!(t, Tag::Dt | Tag::Dd), |t| t.is_wall() || t == Tag::Dl);
            }
            Tag::Option => self.close(|t| t == Tag::Option, |t| t == Tag::Select || t.is_wall()),
            Tag::Optgroup => {
                self.close(
                    |t| matches!(t, Tag::Option | Tag::Optgroup),
                    |t| t == Tag::Select || t.is_wall(),
                );
            }
            Tag::Td | Tag::Th => {
                self.close(Tag::is_cell, |t| t == Tag::Tr || row(t));
            }
            Tag::Tr => self.close(|t| t == Tag::Tr, row),
            Tag::Tbody | Tag::Thead | Tag::Tfoot => {
                self.close(|t| matches!(t, Tag::Tbody | Tag::Thead | Tag::Tfoot), row);
                self.close(|t| t == Tag::Tr, row);
            }
            Tag::A => self.close(|t| t == Tag::A, Tag::is_wall),
            _ => {}
        }
        if tag.closes_paragraph() || matches!(tag, Tag::Li | Tag::Dt | Tag::Dd) {
            self.close(|t| t == Tag::P, |t| t.is_wall() || t == Tag::Button || t == Tag::Object);
        }
        if tag.is_heading() && self.top_tag().is_heading() {
            self.open.pop().into_iter().for_each(|id| self.nodes[id].end = self.nodes.len());
        }
    }

    fn close_tag(&mut self, tag: Tag) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        match tag {
            Tag::Br => self.push_empty(tag),
            // What comes after these is shown as if they were still open.
            Tag::Html | Tag::Body => {}
            Tag::Table | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot | Tag::Td | Tag::Th => {
                let wall = |t: Tag| t != tag && matches!(t, Tag::Table | Tag::Template | Tag::Page);
                self.close(|t| t == tag, wall);
            }
            tag if tag.is_heading() => self.close(Tag::is_heading, Tag::is_wall),
            Tag::A => self.close(|t| t == Tag::A, Tag::is_wall),
            tag if tag.is_block() || tag.is_data() => self.close(|t| t == tag, Tag::is_wall),
            tag => self.close(|t| t == tag, Tag::is_block),
        }
    }

    fn push_empty(&mut self, tag: Tag) {
        let at = self.start;
        self.push(tag, Vec::new(), at..at);
    }

    /// Closes the nearest open element that is `wanted`, with all in it, if no
    /// `wall` stands before it.
    fn close(&mut self, wanted: impl Fn(Tag) -> bool, wall: impl Fn(Tag) -> bool) {
        for (depth, &id) in self.open.iter().enumerate().skip(1).rev() {
            let tag = self.nodes[id].tag;
            if wanted(tag) {
                return self.close_down_to(depth);
            }
            if wall(tag) {
                return;
            }
        }
    }

    fn close_down_to(&mut self, depth: usize) {
        let end = self.nodes.len();
        for id in self.open.drain(depth..) {
            self.nodes[id].end = end;
        }
    }

    fn finish(mut self) -> Tree<'a> {
        self.close_down_to(0);
        Tree { nodes: self.nodes, cut_short: self.cut_short }
    }
}
