//! A page of markup, read as journalism.
//!
//! One parse into a tree, one pass into lines of words; everything else looks
//! at these two. What the page says of itself in data is believed before what
//! can be seen, save for words: headline, standfirst and body are as printed.

mod article_body;
mod body;
pub(crate) mod charset;
mod flow;
mod headline;
mod hints;
pub(crate) mod iso;
mod json_ld;
mod labels;
mod meta;
mod model;
mod outlet;
mod paywall;
mod people;
mod pictures;
mod references;
mod ruled;
mod standfirst;
mod teasers;
mod tree;
mod when;
mod wire;
mod write;
mod zones;

use crate::{
    address,
    encoding::{self, Decoded},
    outlet_rules::{OutletRule, OutletRules},
};
use body::{Body, Verdict};
use flow::Block;
use headline::Headline;
use json_ld::LinkedData;
use meta::Meta;
use parallax_language::{Language, Script, identify};
use parallax_model::{Article, Capture, CaptureRef, Direction, Note, NoteKind, Noted, cut};
pub(crate) use tree::{Tag, Tree};
use zones::Zones;

/// Reads the article of a page; `None` where there is none.
pub(crate) fn article_by(capture: &Capture, rules: &OutletRules) -> Noted<Option<Article>> {
    let mut decoded = encoding::decode(capture);
    let mut notes = std::mem::take(&mut decoded.notes);
    // Bare carriage returns would shift the tokenizer's offsets.
    if memchr::memchr(b'\r', decoded.text.as_bytes()).is_some() {
        decoded.text = decoded.text.replace('\r', " ");
    }
    let tree = Tree::read(&decoded.text);
    if tree.cut_short {
        notes.push(Note { kind: NoteKind::PageCutShort, span: None });
    }
    let blocks = flow::blocks(&tree, &decoded);
    let zones = Zones::of(&tree, &blocks);
    let mut page = Page::of(capture, &decoded, &tree, &blocks, &zones);
    page.rule = page.host(capture).and_then(|host| rules.of_host(&host));
    let headline = page.find_headline();
    page.body = body::find(&page).unwrap_or_else(|| body::none(&page));
    ruled::body(&mut page);
    let value = page.article(capture, headline.as_ref(), &mut notes);
    Noted { value, notes }
}

/// Reads the article of a page of an outlet that nothing is known of.
#[cfg(test)]
fn article(capture: &Capture) -> Noted<Option<Article>> {
    article_by(capture, &OutletRules::default())
}

/// The language of a text, by as much of it as settles the matter.
fn language(text: &str) -> Language {
    const MOSTLY_ENOUGH: usize = 1200;
    const ENOUGH: usize = 2500;
    let start = |length| identify(cut(text, 0..text.floor_char_boundary(length)));
    let language = start(MOSTLY_ENOUGH);
    if language == Language::UNKNOWN { start(ENOUGH) } else { language }
}

/// All that is known of a page while its article is put together.
struct Page<'a> {
    tree: &'a Tree<'a>,
    decoded: &'a Decoded,
    blocks: &'a [Block],
    zones: &'a Zones,
    body: Body,
    meta: Meta,
    linked: LinkedData,
    /// The canonical address.
    url: Option<String>,
    /// The block that prints the headline.
    headline: Option<usize>,
    /// Whether dates in figures put the day first.
    day_first: bool,
    /// What a user knows of the outlet.
    rule: Option<&'a OutletRule>,
}

impl<'a> Page<'a> {
    /// What the page says of itself.
    fn of(
        capture: &Capture,
        decoded: &'a Decoded,
        tree: &'a Tree<'a>,
        blocks: &'a [Block],
        zones: &'a Zones,
    ) -> Self {
        let (meta, linked) = (Meta::read(tree), LinkedData::read(tree, decoded));
        let body = Body::default();
        let day_first = when::day_first(tree, &meta, blocks);
        let (url, headline, rule) = (None, None, None);
        let mut page = Self {
            tree,
            decoded,
            blocks,
            zones,
            body,
            meta,
            linked,
            url,
            headline,
            day_first,
            rule,
        };
        page.url = page.address(capture);
        page
    }

    fn find_headline(&mut self) -> Option<Headline> {
        let first = self.rule.filter(|rule| rule.always).and_then(|_| ruled::headline(self));
        let headline = first.or_else(|| headline::find(self)).or_else(|| ruled::headline(self));
        self.headline = headline.as_ref().and_then(|headline| headline.block);
        headline
    }

    fn article(
        &mut self,
        capture: &Capture,
        headline: Option<&Headline>,
        notes: &mut Vec<Note>,
    ) -> Option<Article> {
        let note = |kind| Note { kind, span: None };
        if let Some(at) = self.headline {
            self.body.verdicts[at] = Verdict::Headline;
        }
        let standfirst = standfirst::find(self);
        let outlet = outlet::find(self);
        let told = article_body::paragraphs(self, headline);
        if !told.is_empty() {
            self.body.leave_out_printed();
        }
        let by_rule = ruled::byline(self);
        let always = self.rule.is_some_and(|rule| rule.always);
        let byline = if always && !by_rule.is_empty() {
            by_rule
        } else {
            let found = people::authors(self, outlet.name.as_deref());
            if found.is_empty() { by_rule } else { found }
        };
        let first = always.then(|| ruled::published(self)).flatten();
        let published = first.or_else(|| when::published(self)).or_else(|| ruled::published(self));
        let modified = when::modified(self);
        let images = pictures::all(self);
        let (related, boilerplate) = teasers::sort(self);
        let written = write::write(self, headline, standfirst, &told);
        let known = published.is_some() || !byline.is_empty();
        if written.paragraphs.is_empty() && !(known && self.is_declared(headline)) {
            return None;
        }
        if self.linked.broken {
            notes.push(note(NoteKind::StructuredDataBroken));
        }
        if headline.is_some_and(|headline| headline.from_title) {
            notes.push(note(NoteKind::HeadlineFromTitle));
        }
        if paywall::stands(self) {
            notes.push(note(NoteKind::BehindPaywall));
        }
        match (&published, capture.captured_at()) {
            (None, _) => notes.push(note(NoteKind::NoDate)),
            (Some(stamp), Some(taken)) if stamp.moments(None).0 > taken => {
                notes.push(note(NoteKind::PublishedAfterCapture));
            }
            _ => {}
        }
        let dateline = wire::dateline(&written);
        let wire_credit = wire::credit(self, &written, &byline);
        let parts = capture.parts();
        let rtl = Script::dominant(written.text.as_str()).is_some_and(Script::is_rtl);
        let record = parts.record.clone();
        Some(Article {
            // A record id of an archive is new in every crawl; it names no article.
            id: Article::name(self.url.as_deref(), None, capture.sha256()),
            capture: CaptureRef {
                path: parts.path.clone(),
                record,
                url: parts.url.clone(),
                media_type: parts.media_type,
                sha256: capture.sha256(),
                captured_at: capture.captured_at(),
                stored: parts.stored.clone(),
            },
            outlet,
            url: self.url.clone(),
            language: language(written.text.as_str()).tag().to_owned(),
            direction: if rtl { Direction::Rtl } else { Direction::Ltr },
            headline: written.headline,
            standfirst: written.standfirst,
            paragraphs: written.paragraphs,
            dateline,
            wire_credit,
            byline,
            published,
            modified,
            section: labels::section(self),
            tags: labels::tags(self),
            images,
            related,
            alternates: labels::alternates(self),
            boilerplate,
            text: written.text,
        })
    }

    /// Whether the page's data says it is an article and the headline is known:
    /// then it is one, however little of its text came with it.
    fn is_declared(&self, headline: Option<&Headline>) -> bool {
        let kind = self.meta.first(&["og:type"]).is_some_and(|kind| kind == "article");
        let dated = self.meta.first(&["article:published_time"]).is_some();
        headline.is_some() && (kind || dated || self.linked.declares_article())
    }

    /// The host the page was sent by, or says it is on.
    fn host(&self, capture: &Capture) -> Option<String> {
        let taken = capture.parts().url.as_deref().or(self.url.as_deref());
        taken.and_then(address::host)
    }

    /// The canonical address: the page's own, on the site it was taken from, else the capture's.
    fn address(&self, capture: &Capture) -> Option<String> {
        let taken = capture.parts().url.as_deref();
        let links =
            self.tree.all(Tag::Link).filter(|&id| self.tree.node(id).has("rel", "canonical"));
        let link =
            links.filter_map(|id| self.tree.node(id).get("href")).find(|href| !href.is_empty());
        let told = link.or_else(|| self.meta.first(&["og:url", "twitter:url"]));
        let told = told.and_then(|told| address::resolve(taken, told));
        // A canonical address that is a front page is a mistake of the page's.
        let front = |url: &str| url.splitn(4, '/').nth(3).is_none_or(str::is_empty);
        let own = told.filter(|told| !front(told));
        own.or_else(|| taken.and_then(address::canonical))
    }

    /// The blocks inside an element.
    fn blocks_in(&self, id: usize) -> &[Block] {
        let at = |node: usize| self.blocks.partition_point(|block| block.first < node);
        self.blocks.get(at(id)..at(self.tree.node(id).end)).unwrap_or_default()
    }

    /// Whether the furniture around a node holds the headline too: then it is
    /// the top of the article, whatever it is called.
    fn shares_zone_with_headline(&self, id: usize) -> bool {
        let headline = self.headline.and_then(|at| self.blocks.get(at));
        let root = self.zones.root(id);
        root.zip(headline).is_some_and(|(root, at)| self.tree.within(at.first, root))
    }

    /// The element around the body, where its sign-off and tags stand.
    fn around(&self) -> usize {
        self.tree.node(self.body.container).parent
    }

    /// The nodes around headline and first paragraphs, where bylines and dates stand.
    fn near(&self) -> (usize, usize) {
        const BEFORE: usize = 8;
        const PARAGRAPHS: usize = 2;
        let first = |at: usize| self.blocks.get(at).map_or(0, |block| block.first);
        let verdicts = self.body.verdicts.iter();
        let mut bodies =
            verdicts.enumerate().filter(|(_, v)| **v == Verdict::Body).map(|(at, _)| at);
        let begin = self.headline.or_else(|| bodies.clone().next()).unwrap_or(0);
        let end = bodies.nth(PARAGRAPHS).unwrap_or(self.blocks.len());
        let end = if end == self.blocks.len() { self.tree.nodes().len() } else { first(end) };
        (first(begin.saturating_sub(BEFORE)), end.max(first(begin)))
    }
}

#[cfg(test)]
mod tests;
