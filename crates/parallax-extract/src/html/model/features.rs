//! What the model is told of each block: numbers that any page has.
//!
//! Every number is small and whole. Five groups, in this order:
//!
//! * **words**: what the block reads like: size, words, sentence marks, commas,
//!   how it begins and ends, capitals, digits, short function words;
//! * **element**: what it stands in: its tag, lists, tables, quotes, forms,
//!   whether all of it is bold or slanted, the hint of its own names and of
//!   those around it;
//! * **place**: where it stands: inside the container or not, how deep, how far
//!   from headline, first and last paragraph, and how much prose lies around;
//! * **company**: its parent and its parent's parent: how many blocks, how much
//!   prose, how many links; elements of the same make beside it;
//! * **neighbours**: the two blocks before and after, and the heading above.

use super::told::Told;
use crate::html::{
    self,
    body::{Body, Verdict},
    flow::Block,
    tree::{Tag, Tree},
    zones::{self, Zones},
};
use std::collections::BTreeMap;

/// What is known of a page when its blocks are judged.
pub(crate) struct View<'a> {
    pub(crate) tree: &'a Tree,
    pub(crate) blocks: &'a [Block],
    pub(crate) zones: &'a Zones,
    pub(crate) container: usize,
    /// What the rules say of each block.
    pub(crate) verdicts: Vec<Verdict>,
    pub(crate) headline: Option<usize>,
    /// The body and the summary in the words of the page's data.
    pub(crate) told: [Told; 2],
}

impl<'a> View<'a> {
    pub(crate) fn of(page: &html::Page<'a>, body: &Body) -> Self {
        Self {
            tree: page.tree,
            blocks: page.blocks,
            zones: page.zones,
            container: body.container,
            verdicts: body.verdicts.clone(),
            headline: page.headline,
            told: [
                Told::of(&page.linked.words("articleBody").unwrap_or_default()),
                Told::of(page.meta.first(&["og:description", "description"]).unwrap_or_default()),
            ],
        }
    }
}

/// The numbers of one block.
pub(crate) type Row = Vec<i16>;

/// The numbers of every block of a page.
pub(crate) fn rows(view: &View<'_>) -> Vec<Row> {
    let page = Page::of(view);
    (0..view.blocks.len()).map(|at| page.row(at)).collect()
}

/// Sums over the blocks of a page.
struct Page<'a> {
    view: &'a View<'a>,
    words: Vec<Words>,
    /// First node of each block.
    firsts: Vec<usize>,
    /// Characters, linked characters and prose before each block.
    before: Vec<[usize; 4]>,
    /// First and last block the rules take for body.
    bodies: Option<(usize, usize)>,
    /// How often the words of a block stand on the page.
    copies: Vec<i16>,
    /// Children of an element that are made alike.
    alike: BTreeMap<(usize, Tag, &'a str), i16>,
    /// The heading above each block.
    headings: Vec<Option<usize>>,
    /// One past the last block under the heading that each block stands under.
    sections: Vec<usize>,
    /// Pictures before each node.
    pictures: Vec<usize>,
    /// Body by the make of its elements, and of the elements around those.
    makes: BTreeMap<Make<'a>, usize>,
}

/// An element and the one around it, as they are made.
type Make<'a> = [(Tag, &'a str); 2];

impl<'a> Page<'a> {
    fn of(view: &'a View<'a>) -> Self {
        let mut before = vec![[0; 4]];
        let mut sum = [0; 4];
        for (block, verdict) in view.blocks.iter().zip(&view.verdicts) {
            let prose = zones::prose(block);
            let body = if *verdict == Verdict::Body { block.size } else { 0 };
            for (total, more) in sum.iter_mut().zip([block.size, block.linked, prose, body]) {
                *total += more;
            }
            before.push(sum);
        }
        let body = |verdict: &Verdict| *verdict == Verdict::Body;
        let first = view.verdicts.iter().position(body);
        let last = view.verdicts.iter().rposition(body);
        let mut alike = BTreeMap::new();
        for block in view.blocks {
            for id in std::iter::once(block.element).chain(view.tree.above(block.element).take(3)) {
                let node = view.tree.node(id);
                let class = node.get("class").unwrap_or_default();
                let count: &mut i16 = alike.entry((node.parent, node.tag, class)).or_default();
                *count = count.saturating_add(1);
            }
        }
        let mut heading = None;
        let headings = view.blocks.iter().enumerate().map(|(at, block)| {
            let above = heading;
            if view.tree.node(block.element).tag.is_heading() {
                heading = Some(at);
            }
            above
        });
        let mut end = view.blocks.len();
        let mut sections = vec![end; end];
        for (at, block) in view.blocks.iter().enumerate().rev() {
            sections[at] = end;
            if view.tree.node(block.element).tag.is_heading() {
                end = at;
            }
        }
        let mut pictures = vec![0];
        for node in view.tree.nodes() {
            let shown = pictures.last().copied().unwrap_or(0);
            pictures.push(shown + usize::from(node.tag == Tag::Img));
        }
        let mut makes = BTreeMap::new();
        for (block, verdict) in view.blocks.iter().zip(&view.verdicts) {
            if *verdict == Verdict::Body {
                let [inner, outer] = make(view.tree, block);
                *makes.entry([inner, outer]).or_default() += block.size;
                *makes.entry([inner, (Tag::Page, "")]).or_default() += block.size;
            }
        }
        Self {
            sections,
            pictures,
            makes,
            view,
            words: view.blocks.iter().map(|block| Words::of(block.words())).collect(),
            firsts: view.blocks.iter().map(|block| block.first).collect(),
            before,
            bodies: first.zip(last),
            copies: copies(view.blocks),
            alike,
            headings: headings.collect(),
        }
    }

    fn row(&self, at: usize) -> Row {
        let mut row = Row::with_capacity(NAMES.len());
        self.words_of(at, &mut row);
        self.element_of(at, &mut row);
        self.place_of(at, &mut row);
        self.company_of(at, &mut row);
        self.neighbours_of(at, &mut row);
        row
    }

    fn words_of(&self, at: usize, row: &mut Row) {
        let (block, words) = (&self.view.blocks[at], &self.words[at]);
        row.extend([
            small(block.size),
            small(words.count),
            small(block.link_share()),
            words.end,
            small(words.sentences),
            small(words.commas),
            share(words.digits, words.letters + words.digits),
            share(words.capitals, words.count),
            share(words.short, words.count),
            share(words.letters, words.count * 10),
            words.start,
            self.copies[at],
        ]);
    }

    fn element_of(&self, at: usize, row: &mut Row) {
        let tree = self.view.tree;
        let block = &self.view.blocks[at];
        let path = || std::iter::once(block.element).chain(tree.above(block.element));
        let inside = |wanted: fn(Tag) -> bool| {
            path().position(|id| wanted(tree.node(id).tag)).map_or(-1, small)
        };
        let named = |id: usize| self.view.zones.named(id).map_or(-1, |named| named.hint as i16);
        let near = path().take(6).find_map(|id| self.view.zones.named(id));
        let (zone, root) = (self.view.zones.hint(block.first), self.view.zones.root(block.first));
        row.extend([
            kind(tree.node(block.element).tag),
            inside(|tag| tag == Tag::Li),
            inside(|tag| tag == Tag::Table),
            inside(|tag| tag == Tag::Blockquote),
            inside(|tag| matches!(tag, Tag::Article | Tag::Main)),
            inside(|tag| tag == Tag::Section),
            inside(|tag| matches!(tag, Tag::Aside | Tag::Nav | Tag::Footer | Tag::Form)),
            inside(|tag| matches!(tag, Tag::Header | Tag::Hgroup)),
            inside(|tag| matches!(tag, Tag::Figure | Tag::Details)),
            inside(|tag| tag == Tag::Dl),
            self.style(block),
            named(block.element),
            near.map_or(-1, |named| named.hint as i16),
            zone.map_or(-1, |hint| hint as i16),
            root.map_or(-1, |root| self.part(root, PROSE)),
            rule(self.view.verdicts[at]),
        ]);
    }

    /// Bold, slanted or linked as a whole.
    fn style(&self, block: &Block) -> i16 {
        let tree = self.view.tree;
        let within = |wanted: fn(Tag) -> bool| {
            [block.first, block.last].into_iter().all(|text| {
                tree.above(text)
                    .take_while(|&id| id != block.element)
                    .any(|id| wanted(tree.node(id).tag))
            })
        };
        i16::from(within(|tag| matches!(tag, Tag::B | Tag::Strong)))
            + 2 * i16::from(within(|tag| matches!(tag, Tag::I | Tag::Em)))
            + 4 * i16::from(within(|tag| tag == Tag::A))
    }

    fn place_of(&self, at: usize, row: &mut Row) {
        let view = self.view;
        let block = &view.blocks[at];
        let container = view.container;
        let inside = view.tree.within(block.first, container);
        let depth = view.tree.above(block.first).position(|id| id == container);
        let (first, last) = self.bodies.unwrap_or((0, 0));
        let all = self.before.last().map_or(0, |sum| sum[BODY]);
        let done = self.before[at][BODY];
        row.extend([
            if inside {
                small(depth.unwrap_or(0))
            } else if block.first < container {
                -1
            } else {
                -2
            },
            view.headline.map_or(999, |headline| apart(headline, at)),
            apart(first, at),
            apart(last, at),
            share(done, all),
            small((all - done) / 10),
            self.around(at, 6, BODY, true),
            self.around(at, 6, BODY, false),
            self.around(at, 6, LINKS, true),
            self.around(at, 6, LINKS, false),
            small(view.blocks.len()),
            small(all / 10),
            share(all, self.before.last().map_or(0, |sum| sum[SIZE])),
            self.part(container, PROSE),
            view.told[0].share(block.words()),
            view.told[1].share(block.words()),
        ]);
    }

    /// What the blocks before or after hold, as a share of their characters.
    fn around(&self, at: usize, count: usize, what: usize, before: bool) -> i16 {
        let range = if before { at.saturating_sub(count)..at } else { at + 1..at + 1 + count };
        let sum = |at: usize| self.before[at.min(self.before.len() - 1)];
        let (from, to) = (sum(range.start), sum(range.end));
        share(to[what] - from[what], to[SIZE] - from[SIZE])
    }

    /// What an element holds.
    fn inside(&self, id: usize, what: usize) -> usize {
        let at = |node: usize| self.firsts.partition_point(|&first| first < node);
        self.before[at(self.view.tree.node(id).end)][what] - self.before[at(id)][what]
    }

    /// The share of the page's that an element holds.
    fn part(&self, id: usize, what: usize) -> i16 {
        share(self.inside(id, what), self.before.last().map_or(0, |sum| sum[what]))
    }

    fn company_of(&self, at: usize, row: &mut Row) {
        let tree = self.view.tree;
        let block = &self.view.blocks[at];
        let all = self.before.last().map_or(0, |sum| sum[BODY]);
        let [inner, outer] = make(tree, block);
        for make in [[inner, outer], [inner, (Tag::Page, "")]] {
            row.push(share(self.makes.get(&make).copied().unwrap_or(0), all));
        }
        row.push(self.leads(block));
        for text in [block.first, block.last] {
            let near = tree.above(text).take_while(|&id| id != block.element);
            row.push(i16::from(near.take(4).any(|id| tree.node(id).tag == Tag::A)));
        }
        let mut id = block.element;
        for _ in 0..3 {
            let node = tree.node(id);
            let class = node.get("class").unwrap_or_default();
            let alike = self.alike.get(&(node.parent, node.tag, class)).copied().unwrap_or(0);
            id = node.parent;
            let first = self.firsts.partition_point(|&first| first < id);
            let last = self.firsts.partition_point(|&first| first < tree.node(id).end);
            let size = self.inside(id, SIZE);
            row.extend([
                alike,
                small(last - first),
                share(self.inside(id, LINKS), size),
                share(self.inside(id, BODY), size),
                self.part(id, BODY),
                small(self.pictures[node.end.max(id)] - self.pictures[id]),
            ]);
        }
    }

    /// Where the first link of a block leads: 0 nowhere, 1 on this page, 2 on
    /// this site, 3 anywhere, 4 to no page.
    fn leads(&self, block: &Block) -> i16 {
        let tree = self.view.tree;
        let around = tree.above(block.first).take_while(|&id| id >= block.element);
        let link = around.chain(block.first..=block.last).find_map(|id| {
            let node = tree.node(id);
            (node.tag == Tag::A).then(|| node.get("href")).flatten()
        });
        match link {
            None => 0,
            Some(link) if link.starts_with('#') => 1,
            Some(link) if link.starts_with("http") || link.starts_with("//") => 3,
            Some(link) if link.contains(':') => 4,
            Some(_) => 2,
        }
    }

    fn neighbours_of(&self, at: usize, row: &mut Row) {
        let view = self.view;
        let parent = |at: usize| view.blocks.get(at).map(|b| view.tree.node(b.element).parent);
        for other in [at.checked_sub(1), Some(at + 1), at.checked_sub(2), Some(at + 2)] {
            let block = other.and_then(|at| view.blocks.get(at));
            let (Some(other), Some(block)) = (other, block) else {
                row.extend([-1; 6]);
                continue;
            };
            row.extend([
                small(block.size),
                small(block.link_share()),
                rule(view.verdicts[other]),
                kind(view.tree.node(block.element).tag),
                self.words[other].end,
                i16::from(parent(other) == parent(at)),
            ]);
        }
        let from = self.headings[at].unwrap_or(0);
        let to = self.sections[at];
        let sum = |at: usize| self.before[at];
        let (first, last) = (sum(from), sum(to.max(from)));
        let heading = self.headings[at].map_or([-1; 4], |heading| {
            [
                apart(heading, at),
                rule(view.verdicts[heading]),
                small(view.blocks[heading].size),
                kind(view.tree.node(view.blocks[heading].element).tag),
            ]
        });
        row.extend(heading);
        row.extend([
            small(to - from),
            share(last[LINKS] - first[LINKS], last[SIZE] - first[SIZE]),
            share(last[BODY] - first[BODY], last[SIZE] - first[SIZE]),
        ]);
    }
}

fn make<'a>(tree: &'a Tree, block: &Block) -> Make<'a> {
    let of = |id: usize| (tree.node(id).tag, tree.node(id).get("class").unwrap_or_default());
    [of(block.element), of(tree.node(block.element).parent)]
}

const SIZE: usize = 0;
const LINKS: usize = 1;
const PROSE: usize = 2;
const BODY: usize = 3;

/// What a block reads like.
#[derive(Default)]
struct Words {
    count: usize,
    letters: usize,
    digits: usize,
    sentences: usize,
    commas: usize,
    capitals: usize,
    short: usize,
    start: i16,
    end: i16,
}

impl Words {
    fn of(text: &str) -> Self {
        let mut words = Self { start: begins(text), end: ends(text), ..Self::default() };
        for word in text.split(' ') {
            let mut letters = 0;
            for letter in word.chars() {
                match letter {
                    ',' | '،' | '、' | '，' => words.commas += 1,
                    _ if letter.is_numeric() => words.digits += 1,
                    _ if letter.is_alphabetic() => letters += 1,
                    _ => {}
                }
            }
            words.letters += letters;
            words.count += 1;
            words.sentences += usize::from(word.ends_with(['.', '!', '?', '。', '।', '؟']));
            words.sentences += word.matches('。').count();
            words.capitals += usize::from(word.starts_with(char::is_uppercase));
            let plain = letters <= 3 && letters > 0 && word.starts_with(char::is_lowercase);
            words.short += usize::from(plain);
        }
        words
    }
}

fn begins(text: &str) -> i16 {
    match text.chars().next() {
        Some(c) if c.is_lowercase() => 0,
        Some(c) if c.is_uppercase() => 1,
        Some(c) if c.is_numeric() => 2,
        Some(c) if c.is_alphabetic() => 3,
        Some('"' | '“' | '”' | '«' | '„' | '‘' | '\'') => 4,
        Some('@' | '#') => 5,
        Some('•' | '-' | '–' | '—' | '*' | '·') => 6,
        Some('(' | '[') => 7,
        _ => 8,
    }
}

fn ends(text: &str) -> i16 {
    match text.chars().next_back() {
        Some('.' | '。' | '।') => 0,
        Some('!' | '?' | '؟' | '！' | '？') => 1,
        Some('"' | '”' | '»' | '“' | '’') => 2,
        Some(')' | ']') => 3,
        Some(':') => 4,
        Some(',' | ';') => 5,
        Some('…') => 6,
        Some(c) if c.is_numeric() => 7,
        Some(c) if c.is_alphabetic() => 8,
        _ => 9,
    }
}

/// How often the words of each block stand on the page.
fn copies(blocks: &[Block]) -> Vec<i16> {
    let mut counts: BTreeMap<&str, i16> = BTreeMap::new();
    for block in blocks {
        let count = counts.entry(block.words()).or_default();
        *count = count.saturating_add(1);
    }
    blocks.iter().map(|block| counts.get(block.words()).copied().unwrap_or(0)).collect()
}

fn kind(tag: Tag) -> i16 {
    match tag {
        Tag::P => 0,
        Tag::Blockquote => 1,
        Tag::Pre => 2,
        Tag::Li => 3,
        Tag::Dd => 4,
        Tag::Dt => 5,
        Tag::Td => 6,
        Tag::Th => 7,
        Tag::H2 => 8,
        Tag::H3 => 9,
        Tag::H4 => 10,
        Tag::H5 | Tag::H6 => 11,
        Tag::H1 => 12,
        Tag::Div => 13,
        Tag::Section | Tag::Article | Tag::Main | Tag::Body => 14,
        Tag::Header => 15,
        Tag::Figcaption | Tag::Figure | Tag::Caption => 16,
        Tag::Button | Tag::Label | Tag::Form | Tag::Legend => 17,
        _ => 18,
    }
}

fn rule(verdict: Verdict) -> i16 {
    match verdict {
        Verdict::Body => 0,
        Verdict::Standfirst => 1,
        Verdict::Headline => 2,
        Verdict::Picture => 3,
        Verdict::Tags => 4,
        Verdict::Teaser => 5,
        Verdict::Out(kind) => 6 + kind as i16,
    }
}

fn small(count: usize) -> i16 {
    i16::try_from(count).unwrap_or(i16::MAX)
}

fn apart(from: usize, to: usize) -> i16 {
    if to >= from { small(to - from) } else { -small(from - to) }
}

/// A share in hundredths; -1 of nothing.
fn share(part: usize, whole: usize) -> i16 {
    (part * 100).checked_div(whole).map_or(-1, small)
}

/// The names of the numbers, in order.
pub(crate) const NAMES: [&str; 98] = [
    "size",
    "words",
    "link_share",
    "end",
    "sentences",
    "commas",
    "digit_share",
    "capital_share",
    "short_share",
    "word_length",
    "start",
    "copies",
    "tag",
    "in_li",
    "in_table",
    "in_blockquote",
    "in_article",
    "in_section",
    "in_aside",
    "in_header",
    "in_figure",
    "in_dl",
    "style",
    "own_hint",
    "near_hint",
    "zone",
    "zone_prose",
    "rule",
    "depth",
    "from_headline",
    "from_first",
    "from_last",
    "body_before",
    "body_after",
    "near_body_before",
    "near_body_after",
    "near_links_before",
    "near_links_after",
    "page_blocks",
    "page_body",
    "page_body_share",
    "container_prose",
    "told_body",
    "told_lead",
    "make_outer",
    "make",
    "leads",
    "begins_linked",
    "ends_linked",
    "parent_alike",
    "parent_blocks",
    "parent_links",
    "parent_body",
    "parent_part",
    "parent_pictures",
    "second_alike",
    "second_blocks",
    "second_links",
    "second_body",
    "second_part",
    "second_pictures",
    "third_alike",
    "third_blocks",
    "third_links",
    "third_body",
    "third_part",
    "third_pictures",
    "previous_size",
    "previous_links",
    "previous_rule",
    "previous_tag",
    "previous_end",
    "previous_sibling",
    "next_size",
    "next_links",
    "next_rule",
    "next_tag",
    "next_end",
    "next_sibling",
    "previous2_size",
    "previous2_links",
    "previous2_rule",
    "previous2_tag",
    "previous2_end",
    "previous2_sibling",
    "next2_size",
    "next2_links",
    "next2_rule",
    "next2_tag",
    "next2_end",
    "next2_sibling",
    "heading_from",
    "heading_rule",
    "heading_size",
    "heading_tag",
    "section_blocks",
    "section_links",
    "section_body",
];
