//! What stands around the body: dates, names, sections, tags, languages.

mod languages;
mod signature;

use super::{body::Body, headline::Headline, look::Look, page::Block, zones::Zones};
use crate::lines;
use parallax_language::Language;
use parallax_model::{Alternate, Author, BoilerplateKind as Kind, Image, Related, Stamp, cut};
use std::{collections::BTreeSet, ops::Range};

/// What the page says of the article outside its body.
#[derive(Clone, Debug, Default)]
pub(super) struct Around {
    pub(super) byline: Vec<Author>,
    pub(super) published: Option<Stamp>,
    pub(super) modified: Option<Stamp>,
    pub(super) section: Option<String>,
    pub(super) tags: Vec<String>,
    pub(super) images: Vec<Image>,
    pub(super) related: Vec<Related>,
    pub(super) alternates: Vec<Alternate>,
    pub(super) wire: Option<String>,
    /// Blocks left out, and as what.
    pub(super) left: Vec<(usize, Kind)>,
    /// Blocks that are in a field of their own.
    pub(super) taken: Vec<usize>,
}

/// Blocks under the body among which tags, names and related pages are looked for.
const BELOW: usize = 14;
/// Related pages listed under the body, at most.
const LISTED: usize = 12;

/// The page as far as it is read.
pub(super) struct Page<'a> {
    pub(super) blocks: &'a [Block],
    pub(super) looks: &'a [Look],
    pub(super) zones: &'a Zones,
    pub(super) language: Language,
}

/// Reads what stands around the body.
pub(super) fn around(page: &Page<'_>, body: &Body) -> Around {
    let Page { blocks, looks, zones, .. } = *page;
    let mut found = Around::default();
    languages::read(blocks, looks, zones, &mut found);
    signature::read(page, body, &mut found);
    found.section = section(blocks, looks, zones);
    pictures_above(blocks, looks, zones, &mut found);
    let text = words_of(blocks, zones, body);
    let last = body.paragraphs.last().map_or(zones.body.end, |last| last + 1);
    tags_below(blocks, looks, last..zones.body.end, &text, &mut found);
    related_below(blocks, looks, zones, &mut found);
    rest(looks, zones, &mut found);
    found
}

/// The article's words, for telling names on a tag line.
fn words_of(blocks: &[Block], zones: &Zones, body: &Body) -> String {
    let head = zones.headline.iter().map(|headline| headline.block);
    let all = head.chain(zones.standfirst).chain(body.paragraphs.iter().copied());
    all.filter_map(|at| blocks.get(at)).flat_map(|block| [block.text.as_str(), "\n"]).collect()
}

/// The section's name right above the headline, or the last step of a breadcrumb.
fn section(blocks: &[Block], looks: &[Look], zones: &Zones) -> Option<String> {
    let head = zones.headline.as_ref().map(|Headline { block, .. }| *block)?;
    let is_section = |at: usize| blocks.get(at).is_some_and(|b| lines::is_section(&b.text));
    for at in (head.saturating_sub(4)..head).rev() {
        let block = blocks.get(at)?;
        if let Some(step) = breadcrumb(&block.text) {
            return Some(step);
        }
        if is_section(at) && !block.bullet {
            let alone = at.checked_sub(1).is_none_or(|above| !is_section(above));
            return alone.then(|| section_name(&block.text));
        }
        if !looks.get(at).is_some_and(super::zones::is_signature) {
            // Anything else but a short line of chrome ends the search.
            let chrome = looks.get(at).is_some_and(|look| look.words <= 6 || look.kind.is_some());
            if !chrome {
                break;
            }
        }
    }
    None
}

/// `Business` of `Business news`.
fn section_name(line: &str) -> String {
    let shorter = line
        .rsplit_once(' ')
        .filter(|(name, last)| last.eq_ignore_ascii_case("news") && lines::is_section(name));
    shorter.map_or(line, |(name, _)| name).to_owned()
}

/// The step before last of `Home / Transport / Story`.
fn breadcrumb(line: &str) -> Option<String> {
    if !line.contains(['/', '>', '›', '»']) || line.len() > 120 {
        return None;
    }
    let parts = lines::segments(line);
    let first = cut(line, parts.first()?.clone()).to_lowercase();
    let home = ["home", "главная", "inicio", "startseite", "accueil", "басты бет"];
    if !home.contains(&first.as_str()) || parts.len() < 2 {
        return None;
    }
    Some(cut(line, parts.get(1)?.clone()).to_owned())
}

/// Pictures between headline and body.
fn pictures_above(blocks: &[Block], looks: &[Look], zones: &Zones, found: &mut Around) {
    let from = zones.headline.as_ref().map_or(zones.body.start, |headline| headline.block + 1);
    let mut above: Option<usize> = None;
    for at in from..zones.body.start {
        let (Some(block), Some(look)) = (blocks.get(at), looks.get(at)) else { continue };
        if zones.standfirst == Some(at) {
            above = None;
            continue;
        }
        if look.credit {
            if let Some((caption, credit)) = lines::credit(&block.text) {
                let credit = Some(cut(&block.text, credit).to_owned());
                let own = caption.map(|range| cut(&block.text, range).to_owned());
                let lent = above.and_then(|at| blocks.get(at)).map(|block| block.text.clone());
                if own.is_none() {
                    found.taken.extend(above);
                }
                found.images.push(Image { caption: own.or(lent), credit, url: None });
                found.taken.push(at);
            }
            above = None;
        } else {
            above = (look.kind.is_none() && !look.byline && look.words > 3).then_some(at);
        }
    }
}

/// The tag line under the last paragraph, with a label or without. What the stretch of the body
/// still holds below it, `rest`, is looked through too.
fn tags_below(
    blocks: &[Block],
    looks: &[Look],
    rest: Range<usize>,
    text: &str,
    found: &mut Around,
) {
    for at in rest.start..(rest.end + BELOW).min(blocks.len()) {
        let (Some(block), Some(look)) = (blocks.get(at), looks.get(at)) else { continue };
        if look.list.is_some() {
            return;
        }
        let under = at == rest.start || at == rest.end;
        let bare = || {
            let listed = is_bare_tags(block, look, text);
            let plain = listed.then(|| lines::split_tags(&block.text, text));
            plain.or_else(|| barred_tags(&block.text, text)).filter(|_| under)
        };
        if let Some(tags) = lines::tags(&block.text, text).or_else(bare) {
            found.tags = tags;
            found.left.push((at, Kind::TagLine));
            return;
        }
    }
}

/// A line of three and more capitalised words under the body, some of them the article's.
pub(super) fn is_bare_tags(block: &Block, look: &Look, text: &str) -> bool {
    let tokens: Vec<&str> = block.text.split_whitespace().collect();
    let known = tokens.iter().filter(|token| text.contains(**token) || lines::is_section(token));
    (3..25).contains(&tokens.len())
        && look.capitals >= 70
        && !look.sentence
        && look.kind.is_none()
        && look.stops < 15
        && known.count() * 3 >= tokens.len()
}

/// Words of a tag, at most.
const TAG_WORDS: usize = 4;

/// `Van Exel | Employment | Northport`: short parts between bars, most of them in the article's words.
fn barred_tags(line: &str, text: &str) -> Option<Vec<String>> {
    if !line.contains(['|', '·', '•']) {
        return None;
    }
    let parts: Vec<&str> = lines::segments(line).into_iter().map(|part| cut(line, part)).collect();
    let short = |part: &&str| {
        let words = part.split_whitespace().count();
        (1..=TAG_WORDS).contains(&words) && !part.contains(['{', '}', '<', '='])
    };
    let high = |part: &&str| part.chars().next().is_some_and(char::is_uppercase);
    let known = |part: &&str| text.contains(*part) && !lines::is_section(part);
    let told = parts.iter().filter(|part| text.contains(**part)).count();
    // Words in lower case are keywords where a menu would have capitals.
    let set =
        parts.iter().all(high) || parts.len() > 2 && parts.iter().filter(|p| known(p)).count() >= 2;
    let tags =
        parts.len() >= 2 && parts.iter().all(short) && set && told * 2 >= parts.len() && told >= 2;
    tags.then(|| parts.into_iter().map(str::to_owned).collect())
}

/// Articles on the same matter, listed right under the article.
fn related_below(blocks: &[Block], looks: &[Look], zones: &Zones, found: &mut Around) {
    let below = zones.body.end..(zones.body.end + BELOW).min(blocks.len());
    let whole = |at: usize| {
        let lead = looks.get(at).and_then(|look| look.lead).filter(|_| !listed(looks, at));
        lead.zip(blocks.get(at)).is_some_and(|(lead, block)| {
            lead >= block.text.len() && block.text.contains(char::is_whitespace)
        })
    };
    let head = below.clone().find(|&at| listed(looks, at) || whole(at));
    let chosen = |at: usize| blocks.get(at).is_some_and(|b| lines::is_related_head(&b.text));
    let same = head.filter(|&at| whole(at) || chosen(at));
    for at in below.clone() {
        let (Some(block), Some(lead)) = (blocks.get(at), looks.get(at).and_then(|look| look.lead))
        else {
            continue;
        };
        if head.is_none_or(|head| at < head) && lead < block.text.len() {
            let text = cut(&block.text, lead..block.text.len()).trim().to_owned();
            found.related.push(Related { text, url: None });
            found.taken.push(at);
        }
    }
    let Some(head) = same else { return };
    for at in head + 1..(head + 1 + LISTED).min(blocks.len()) {
        let (Some(block), Some(look)) = (blocks.get(at), looks.get(at)) else { return };
        if look.kind.is_some() || look.list.is_some() || look.words < 3 || look.prose {
            return;
        }
        found.related.push(Related { text: block.text.clone(), url: None });
        found.taken.push(at);
    }
}

/// Whether a list of other pages begins under the block.
fn listed(looks: &[Look], at: usize) -> bool {
    looks.get(at).is_some_and(|look| look.list.is_some())
}

/// Everything else above and below, by what its words say it is.
fn rest(looks: &[Look], zones: &Zones, found: &mut Around) {
    let head = zones.headline.as_ref().map(|headline| headline.block);
    let above =
        (0..zones.body.start).filter(|at| Some(*at) != head && zones.standfirst != Some(*at));
    let below = zones.body.end..looks.len();
    let mut known: BTreeSet<usize> = found.taken.iter().copied().collect();
    known.extend(found.left.iter().map(|(at, _)| *at));
    let mut list = false;
    for at in above.chain(below) {
        let Some(look) = looks.get(at).filter(|_| !known.contains(&at)) else { continue };
        if at == zones.body.end {
            list = false;
        }
        if look.list.is_some() {
            list = true;
        } else if look.kind.is_some_and(|kind| kind != Kind::Teaser) {
            list = false;
        }
        let kind = match look.kind {
            Some(kind) => kind,
            None if look.byline => Kind::AuthorCard,
            None if list || look.lead.is_some() => Kind::Teaser,
            None => Kind::Other,
        };
        found.left.push((at, kind));
    }
}
