//! What each block inside the stretch is: paragraph, caption, teaser, furniture.

use super::{caption::is_caption, look::Look, page::Block, zones::Zones};
use crate::lines::{self, RelatedList};
use parallax_model::{BoilerplateKind as Kind, Image, Related, cut};
use std::collections::BTreeSet;

/// What the stretch holds, block by block.
#[derive(Clone, Debug, Default)]
pub(super) struct Body {
    /// Blocks of the body, in order.
    pub(super) paragraphs: Vec<usize>,
    /// Pictures, in order.
    pub(super) images: Vec<Image>,
    /// Teasers, in order.
    pub(super) related: Vec<Related>,
    /// Blocks left out, and as what.
    pub(super) left: Vec<(usize, Kind)>,
    /// Blocks that are in a field of their own: captions, teasers.
    pub(super) taken: Vec<usize>,
}

/// Teasers under one heading inside the text, at most.
const TEASERS: usize = 4;
/// Words from which a second printing is no chance.
const REPEATED: usize = 8;
/// Words in a caption above its credit, at most.
const CAPTION_WORDS: usize = 60;
/// Blocks at the top of the page among which the outlet's name stands.
const TOP: usize = 6;
/// Words in the name of a house under a caption, at most.
const HOUSE_WORDS: usize = 6;
/// Words in a caption above the name of a house.
const SIGNED_WORDS: std::ops::Range<usize> = 4..25;
/// Words in an entry of a menu, on average, at most.
const MENU_WORDS: usize = 3;
/// Blocks before the end in which a note on the author stands.
const NOTE_REACH: usize = 3;
/// Words in which such a note tells name and role; as many as a role may have.
const NOTE_WORDS: usize = 8;
/// Short lines in a row that are still crossheads or a list; more are a menu.
const SHORT_RUN: usize = 5;

/// Reads the stretch block by block; `learned` says of each block of the page
/// whether the model takes it for a paragraph.
pub(super) fn body(
    blocks: &[Block],
    looks: &[Look],
    zones: &Zones,
    learned: Option<&[bool]>,
) -> Body {
    let (body, seen) = (Body::default(), BTreeSet::new());
    let mut reader = Reader { blocks, looks, zones, learned, body, seen };
    let mut at = zones.body.start;
    while at < zones.body.end {
        at = reader.read(at).max(at + 1);
    }
    reader.body
}

/// Whether what the words say gives way to the model: for menus, and for sentences
/// but where other pages and other people speak.
fn yields(look: &Look) -> bool {
    match look.kind {
        Some(Kind::Navigation) => true,
        Some(Kind::Comments | Kind::Teaser | Kind::Footer) | None => false,
        Some(_) => look.prose,
    }
}

/// Whether a lead-in that stands alone is the head of one teaser or more.
fn may_head(block: &Block, look: &Look) -> bool {
    let popular = look.list == Some(RelatedList::Popular) && !lines::is_related_head(&block.text);
    !popular && matches!(look.kind, None | Some(Kind::Teaser))
}

struct Reader<'a> {
    blocks: &'a [Block],
    looks: &'a [Look],
    zones: &'a Zones,
    learned: Option<&'a [bool]>,
    body: Body,
    seen: BTreeSet<&'a str>,
}

impl Reader<'_> {
    /// Reads the block at `at` and gives the next to read.
    fn read(&mut self, at: usize) -> usize {
        let (Some(block), Some(look)) = (self.blocks.get(at), self.looks.get(at)) else {
            return at + 1;
        };
        let learned = self.learned.and_then(|learned| learned.get(at).copied());
        let overruled = learned == Some(true) && yields(look);
        let lone = look.lead.is_some_and(|lead| lead >= block.text.len());
        if lone && may_head(block, look) {
            return self.teaser(at, block.text.len());
        }
        if let Some(kind) = look.kind.filter(|_| !overruled) {
            self.body.left.push((at, kind));
            return at + 1;
        }
        if let Some(lead) = look.lead {
            return self.teaser(at, lead);
        }
        if look.byline {
            self.body.left.push((at, Kind::AuthorCard));
            return at + 1;
        }
        if look.credit && !(look.prose && look.words > CAPTION_WORDS) {
            return self.picture(at);
        }
        if self.lone_bullet(at) {
            self.related(at, 0);
            return at + 1;
        }
        if self.is_signed(at) {
            return self.signed(at);
        }
        let next_credit = self.looks.get(at + 1).filter(|next| next.credit);
        if next_credit.is_some() && !look.sentence && look.words <= CAPTION_WORDS {
            return self.captioned(at);
        }
        if look.words >= REPEATED || self.body.paragraphs.is_empty() {
            if self.seen.contains(look.key.as_str()) {
                self.body.left.push((at, Kind::Duplicate));
                return at + 1;
            }
            // What the model leaves out is no printing of the text: a teaser of it may stand above.
            if learned != Some(false) {
                self.seen.insert(look.key.as_str());
            }
        }
        if !self.body.paragraphs.is_empty() && is_caption(&block.text, look) && !block.bullet {
            let caption = Some(block.text.clone());
            self.body.images.push(Image { caption, credit: None, url: None });
            self.body.taken.push(at);
            return at + 1;
        }
        if let Some(paragraph) = learned {
            if paragraph {
                self.body.paragraphs.push(at);
            } else {
                self.body.left.push((at, Kind::Other));
            }
            return at + 1;
        }
        if self.is_author_note(at) {
            self.body.left.push((at, Kind::AuthorCard));
            return at + 1;
        }
        let run = self.short_run(at);
        if self.is_menu(at..at + run) {
            self.body.left.extend((at..at + run).map(|at| (at, Kind::Navigation)));
            return at + run;
        }
        self.body.paragraphs.push(at);
        at + 1
    }

    /// A teaser with its lead-in, or a lead-in alone with the teaser under it.
    fn teaser(&mut self, at: usize, lead: usize) -> usize {
        let alone = self.blocks.get(at).is_some_and(|block| lead >= block.text.len());
        if !alone {
            self.related(at, lead);
            return at + 1;
        }
        self.body.left.push((at, Kind::Teaser));
        let mut next = at + 1;
        // The first is one whatever the model takes it for; more where it takes them for no text.
        while next < at + 1 + TEASERS && self.is_link(next) {
            let told = self.learned.and_then(|learned| learned.get(next).copied());
            if next > at + 1 && told != Some(false) {
                break;
            }
            self.related(next, 0);
            next += 1;
        }
        next
    }

    /// Whether the block inside the stretch can be the words of a link.
    fn is_link(&self, at: usize) -> bool {
        at < self.zones.body.end
            && self.looks.get(at).is_some_and(|look| {
                !look.sentence && look.kind.is_none() && !look.credit && look.words >= 3
            })
            && !self.looks.get(at + 1).is_some_and(|next| next.credit && next.words < 8)
    }

    fn related(&mut self, at: usize, lead: usize) {
        let Some(block) = self.blocks.get(at) else { return };
        let text = cut(&block.text, lead..block.text.len());
        let text = text.trim().trim_end_matches([']', '>', '»']).trim().to_owned();
        self.body.related.push(Related { text, url: None });
        self.body.taken.push(at);
    }

    /// One entry with a bullet, no sentence, between paragraphs without: a link.
    fn lone_bullet(&self, at: usize) -> bool {
        let bullet = |at: usize| self.blocks.get(at).is_some_and(|block| block.bullet);
        let look = self.looks.get(at);
        let link = look.is_some_and(|look| !look.sentence && (4..20).contains(&look.words));
        bullet(at) && link && !bullet(at + 1) && at.checked_sub(1).is_none_or(|at| !bullet(at))
    }

    /// A line with caption and credit, or a credit under its caption.
    fn picture(&mut self, at: usize) -> usize {
        let Some(block) = self.blocks.get(at) else { return at + 1 };
        let Some((caption, credit)) = lines::credit(&block.text) else { return at + 1 };
        let credit = cut(&block.text, credit).to_owned();
        let caption = caption.map(|range| cut(&block.text, range).to_owned());
        let repeated = self.body.paragraphs.last().copied().filter(|&last| {
            let above = self.blocks.get(last).map(|block| block.text.as_str());
            last + 1 == at && above.is_some() && above == caption.as_deref()
        });
        if let Some(last) = repeated {
            self.body.paragraphs.pop();
            self.body.left.push((last, Kind::Duplicate));
        }
        self.body.images.push(Image { caption, credit: Some(credit), url: None });
        self.body.taken.push(at);
        at + 1
    }

    /// A caption with the next line: its credit, or itself again with the credit.
    fn captioned(&mut self, at: usize) -> usize {
        let (Some(block), Some(next)) = (self.blocks.get(at), self.blocks.get(at + 1)) else {
            return at + 1;
        };
        let Some((caption, credit)) = lines::credit(&next.text) else { return at + 1 };
        let credit = Some(cut(&next.text, credit).to_owned());
        match caption {
            None => {
                let caption = Some(block.text.clone());
                self.body.images.push(Image { caption, credit, url: None });
                self.body.taken.extend([at, at + 1]);
                at + 2
            }
            Some(range) if cut(&next.text, range.clone()) == block.text => {
                self.body.left.push((at, Kind::Duplicate));
                at + 1
            }
            Some(_) => {
                self.body.paragraphs.push(at);
                at + 1
            }
        }
    }

    /// Whether the block is a caption and the next only the name of the outlet, as the top of the
    /// page prints it, or of an agency.
    fn is_signed(&self, at: usize) -> bool {
        let (Some(look), Some(next)) = (self.looks.get(at), self.looks.get(at + 1)) else {
            return false;
        };
        let house = self.blocks.get(at + 1).is_some_and(|block| {
            let mut top = self.looks.iter().take(self.zones.head().min(TOP));
            let agency = || {
                let plain = block.text.starts_with(char::is_uppercase) && !block.text.contains(':');
                plain && lines::is_agency(&block.text)
            };
            !block.bullet && (top.any(|look| look.key == next.key) || agency())
        });
        let like = !look.sentence && SIGNED_WORDS.contains(&look.words);
        like && house && next.words <= HOUSE_WORDS && next.words > 0 && at + 1 < self.zones.body.end
    }

    /// A caption with the house that supplied its picture on the next line.
    fn signed(&mut self, at: usize) -> usize {
        let text = |at: usize| self.blocks.get(at).map(|block| block.text.clone());
        let (caption, credit) = (text(at), text(at + 1));
        self.body.images.push(Image { caption, credit, url: None });
        self.body.taken.extend([at, at + 1]);
        at + 2
    }

    /// Whether a paragraph near the end tells who its author is: `Ana Gull is a reporter …`.
    fn is_author_note(&self, at: usize) -> bool {
        let (Some(block), Some(look)) = (self.blocks.get(at), self.looks.get(at)) else {
            return false;
        };
        let late = at + NOTE_REACH >= self.zones.body.end && self.body.paragraphs.len() > 3;
        let tokens: Vec<&str> = block.text.split_whitespace().take(NOTE_WORDS).collect();
        let name = |count: usize| tokens.get(..count).map(|name| name.join(" "));
        let named = (2..=3).filter_map(name).any(|name| lines::name_line(&name).is_some());
        late && look.prose && named && lines::is_role(tokens.join(" ").trim_end_matches(['.', ',']))
    }

    /// Whether short lines in a row are a menu: many, of a word or two, without bullets.
    fn is_menu(&self, run: std::ops::Range<usize>) -> bool {
        let looks = self.looks.get(run.clone()).unwrap_or_default();
        let words: usize = looks.iter().map(|look| look.words).sum();
        let bullets = self.blocks.get(run.clone()).unwrap_or_default().iter();
        looks.len() >= SHORT_RUN
            && words <= looks.len() * MENU_WORDS
            && !bullets.clone().any(|block| block.bullet)
    }

    /// How many short lines that are no sentences follow each other from here.
    fn short_run(&self, at: usize) -> usize {
        let looks = self.looks.get(at..self.zones.body.end).unwrap_or_default();
        let short = looks.iter().take_while(|look| {
            !look.prose && !look.sentence && look.kind.is_none() && !look.credit
        });
        short.take(SHORT_RUN * 40).count()
    }
}
