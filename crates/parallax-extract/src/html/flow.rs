//! The lines a page would print: each block of words, folded, with its bytes.

mod line;

use super::{
    tree::{Tag, Tree},
    zones,
};
use crate::encoding::Decoded;
use line::Line;
pub(crate) use line::composed;
use parallax_model::SourcedText;

/// Words that stand on a line of their own.
#[derive(Debug)]
pub(crate) struct Block {
    /// The block element they stand in.
    pub(crate) element: usize,
    /// The first text node.
    pub(crate) first: usize,
    /// The last text node.
    pub(crate) last: usize,
    /// The words, white space folded.
    pub(crate) text: SourcedText,
    /// How many characters there are; one of Chinese, Japanese or Korean counts for three.
    pub(crate) size: usize,
    /// How many of them lead elsewhere.
    pub(crate) linked: usize,
    /// How many of them are evidence of prose.
    pub(crate) prose: usize,
}

impl Block {
    /// The words.
    pub(crate) fn words(&self) -> &str {
        self.text.as_str()
    }

    /// Share of the characters that lead elsewhere, in hundredths.
    pub(crate) fn link_share(&self) -> usize {
        self.linked * 100 / self.size.max(1)
    }
}

/// The blocks of a page, in document order.
pub(crate) fn blocks(tree: &Tree<'_>, page: &Decoded) -> Vec<Block> {
    let mut flow = Flow { page, blocks: Vec::new(), open: None, breaks: 0 };
    let inherited = Inherited::of(tree);
    let mut at = 0;
    while at < tree.nodes().len() {
        let node = tree.node(at);
        match node.tag {
            Tag::Text => flow.text(tree, at, inherited.block[at], inherited.linked[at]),
            Tag::Br => flow.breaks += 1,
            tag if tag.is_data() => {
                if tag.is_block() {
                    flow.end();
                }
                at = node.end;
                continue;
            }
            tag if tag.is_block() => flow.end(),
            _ => {}
        }
        at += 1;
    }
    flow.end();
    flow.blocks
}

/// The words of one element on one line.
pub(crate) fn words(tree: &Tree<'_>, page: &Decoded, id: usize) -> SourcedText {
    let mut text = SourcedText::default();
    let mut line = Line::default();
    let range = if tree.node(id).tag == Tag::Text { id..id + 1 } else { tree.inside(id) };
    for at in range {
        let node = tree.node(at);
        match node.tag {
            Tag::Text if !tree.node(node.parent).tag.is_data() => {
                line.push(&mut text, page, node.source.clone());
            }
            tag if tag == Tag::Br || tag.is_block() => {
                line.space(node.source.start..node.source.start);
            }
            _ => {}
        }
    }
    composed(text)
}

/// The words at a place of the page, an attribute or a `<title>`, on one line.
pub(crate) fn raw_words(page: &Decoded, source: std::ops::Range<usize>) -> SourcedText {
    let mut text = SourcedText::default();
    Line::default().push(&mut text, page, source);
    composed(text)
}

/// What every node has from the elements around it.
struct Inherited {
    /// The nearest block element.
    block: Vec<usize>,
    /// Whether it is inside a link.
    linked: Vec<bool>,
}

impl Inherited {
    fn of(tree: &Tree<'_>) -> Self {
        let mut block = vec![0; tree.nodes().len()];
        let mut linked = vec![false; tree.nodes().len()];
        for (id, node) in tree.nodes().iter().enumerate() {
            block[id] = if node.tag.is_block() { id } else { block[node.parent] };
            linked[id] = linked[node.parent] || (node.tag == Tag::A && node.get("href").is_some());
        }
        Self { block, linked }
    }
}

/// Blocks in the making.
struct Flow<'a> {
    page: &'a Decoded,
    blocks: Vec<Block>,
    open: Option<(Block, Line)>,
    /// Line breaks since the last words.
    breaks: usize,
}

impl Flow<'_> {
    fn text(&mut self, tree: &Tree<'_>, at: usize, element: usize, linked: bool) {
        let source = tree.node(at).source.clone();
        let raw = self.page.text.get(source.clone()).unwrap_or_default();
        let blank = raw.trim().is_empty();
        if self.open.as_ref().is_some_and(|(block, _)| block.element != element) {
            self.end();
        }
        if blank && self.open.is_none() {
            return;
        }
        if !blank && self.breaks > 0 && self.breaks_here(tree, element, raw) {
            self.end();
        }
        let empty = || Block {
            element,
            first: at,
            last: at,
            text: SourcedText::default(),
            size: 0,
            linked: 0,
            prose: 0,
        };
        let (block, line) = self.open.get_or_insert_with(|| (empty(), Line::default()));
        if !blank && self.breaks > 0 {
            line.space(source.start..source.start);
            self.breaks = 0;
        }
        let added = line.push(&mut block.text, self.page, source);
        block.size += added;
        block.linked += if linked { added } else { 0 };
        if added > 0 {
            block.last = at;
        }
    }

    /// Whether the line breaks before `next` end a paragraph. One that stands
    /// inside a sentence, or inside a heading, only wraps it.
    fn breaks_here(&self, tree: &Tree<'_>, element: usize, next: &str) -> bool {
        let Some((block, _)) = &self.open else { return false };
        if tree.node(element).tag.is_heading() {
            return false;
        }
        let ended = block.words().trim_end().ends_with(|c: char| !c.is_alphanumeric() && c != ',');
        let begins = next.trim_start().starts_with(|c: char| !c.is_lowercase());
        self.breaks > 1 || ended || begins
    }

    fn end(&mut self) {
        self.breaks = 0;
        if let Some((mut block, _)) = self.open.take()
            && block.size > 0
        {
            block.text = composed(block.text);
            block.prose = zones::prose(&block);
            self.blocks.push(block);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::decode;
    use parallax_model::{Capture, CaptureParts, MediaType};

    fn read(page: &str) -> (Decoded, Vec<Block>) {
        let capture = Capture::new(CaptureParts {
            path: "page".into(),
            record: None,
            url: None,
            media_type: MediaType::Html,
            charset: None,
            captured_at: None,
            stored: 0..0,
            payload: page.as_bytes().to_vec(),
        });
        let decoded = decode(&capture);
        let blocks = blocks(&Tree::read(&decoded.text), &decoded);
        (decoded, blocks)
    }

    #[track_caller]
    fn check(page: &str, expected: &[&str]) {
        let (_, blocks) = read(page);
        assert_eq!(blocks.iter().map(Block::words).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn each_block_is_a_line() {
        check(
            "<div>One <b>two</b>\n  three<p>Four</p> five <script>x</script>six</div><td>7",
            &["One two three", "Four", "five six", "7"],
        );
    }

    #[test]
    fn breaks_end_a_line_unless_they_wrap_a_sentence() {
        check("<p>One two<br>three.<br>Four<br><br>five", &["One two three.", "Four", "five"]);
        check("<h1>Fire<br>At harbour</h1>", &["Fire At harbour"]);
    }

    #[test]
    fn soft_hyphens_and_invisible_characters_are_dropped() {
        check("<p>earth&shy;quake\u{200b} in&nbsp;the \u{feff}north", &["earthquake in the north"]);
    }

    #[test]
    fn text_is_composed() {
        check("<p>Cafe\u{301} and cafe&#769;", &["Café and café"]);
    }

    #[test]
    fn every_word_leads_back_to_its_bytes() {
        let page = "<p>One &amp; <i>t&shy;wo</i>  three</p>";
        let (_, blocks) = read(page);
        let text = &blocks[0].text;
        let source = |words: &str| {
            let at = text.as_str().find(words).unwrap();
            let range = text.payload_range(text.span(at, at + words.len()).unwrap()).unwrap();
            page.get(range.start..range.end).unwrap()
        };
        assert_eq!(source("One &"), "One &amp;");
        assert_eq!(source("two"), "t&shy;wo");
        assert_eq!(source("hre"), "hre");
        assert_eq!(source("two three"), "t&shy;wo</i>  three");
    }
}
