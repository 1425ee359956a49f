//! The byline as printed, near the headline or at the foot of the body.

use super::names::{full, is_name, of_line, of_string, strip_lead};
use crate::{
    html::{
        Page, Verdict,
        flow::{self, Block},
        hints::Hint,
        tree::{Node, Tag},
    },
    lines,
};
use parallax_language::{fold, names::is_given_name, words};
use parallax_model::Author;

/// A printed byline longer than this, in bytes, is a paragraph about someone.
const LONGEST_BYLINE: usize = 200;

/// Parts of class names that say an element names the author.
const AUTHOR: &[&str] = &[
    "author",
    "authors",
    "byline",
    "bylines",
    "byl",
    "writer",
    "writers",
    "autor",
    "autores",
    "autoren",
    "autorin",
    "auteur",
    "auteurs",
    "verfasser",
    "creator",
    "authorname",
];

/// Parts of an address that lead to a page about an author.
const PROFILES: &[&str] = &[
    "author",
    "authors",
    "autor",
    "autores",
    "autoren",
    "auteur",
    "auteurs",
    "contributor",
    "contributors",
    "writer",
    "writers",
    "reporter",
    "journalist",
    "journalists",
    "signataires",
    "redakteur",
];

/// The byline near the headline, the surest way of telling first.
pub(super) fn byline(page: &Page<'_>) -> Vec<Author> {
    let ways: [&dyn Fn() -> Option<Vec<Author>>; 6] = [
        &|| labelled(page),
        &|| by_rel(page),
        &|| named(page, page.near(), of_line),
        &|| linked(page, page.near(), of_line),
        &|| unlabelled(page),
        &|| opening(page),
    ];
    let found = ways.iter().find_map(|way| way()).unwrap_or_default();
    let [one] = found.as_slice() else { return found };
    // A line may be read up to its first name where each has an element of its own.
    let each = named(page, page.near(), of_line).unwrap_or_default();
    let same = each.first().is_some_and(|first| fold(&first.name) == fold(&one.name));
    if same && each.len() > 1 { each } else { found }
}

/// Reads the names in a line.
type Reader = fn(&str) -> Option<Vec<Author>>;

/// The desk or team near the headline, where no person is named.
pub(super) fn desk(page: &Page<'_>) -> Vec<Author> {
    let place = page.near();
    named(page, place, corporate).or_else(|| linked(page, place, corporate)).unwrap_or_default()
}

/// Blocks in a place of the page, other pages' bylines left out.
fn blocks<'a>(page: &'a Page<'_>, (start, end): (usize, usize)) -> impl Iterator<Item = &'a Block> {
    let within = page.blocks.iter().filter(move |b| start <= b.first && b.first < end);
    within.filter(|block| !of_others(page, block.first))
}

/// Whether an element speaks of other pages, or of readers.
pub(super) fn of_others(page: &Page<'_>, id: usize) -> bool {
    let others = matches!(
        page.zones.hint(id),
        Some(Hint::Teaser | Hint::Comments | Hint::Navigation | Hint::Footer | Hint::Picture)
    );
    let with_headline = || page.shares_zone_with_headline(id);
    (others && !with_headline()) || carded(page, id)
}

/// Whether a link around several lines holds an element: a card for another page.
fn carded(page: &Page<'_>, id: usize) -> bool {
    let link = page.tree.above(id).find(|&outer| page.tree.node(outer).tag == Tag::A);
    link.is_some_and(|link| page.blocks_in(link).len() > 1)
}

/// The outlet's own name, where an element near the headline gives it as the author.
pub(super) fn as_outlet(page: &Page<'_>, outlet: &str) -> Vec<Author> {
    let (start, end) = page.near();
    let elements = (start.saturating_sub(8)..end.min(page.tree.nodes().len()))
        .filter(|&id| says_author(page.tree.node(id)) && !of_others(page, id));
    let few = elements.filter(|&id| {
        let blocks = page.blocks_in(id);
        blocks.len() <= 1 && blocks.iter().all(|block| block.size <= LONGEST_BYLINE)
    });
    let names = few.map(|id| flow::words(page.tree, page.decoded, id).as_str().to_owned());
    let mut own = names.filter(|name| fold(strip_lead(name)) == fold(outlet));
    let author = |name: String| Author { name: strip_lead(&name).to_owned(), role: None };
    own.next().map(author).into_iter().collect()
}

/// The block whose element says it is the byline, and those after it in the same element that
/// hold full names too.
fn labelled(page: &Page<'_>) -> Option<Vec<Author>> {
    let said = |block: &&Block| page.zones.hint(block.first) == Some(Hint::Byline);
    let mut lines = blocks(page, page.near())
        .filter(said)
        .filter(|block| block.words().len() <= LONGEST_BYLINE)
        .filter_map(|block| Some((page.zones.root(block.first), of_line(block.words())?)));
    let (root, mut names) = lines.next()?;
    if !names.iter().all(is_person) {
        return Some(names);
    }
    for (_, more) in lines.take_while(|(other, _)| *other == root).take(MOST_LINES) {
        if more.iter().all(is_person) {
            add(&mut names, more);
        }
    }
    Some(names)
}

/// Whether a name is a full one that begins as people's names do.
fn is_person(author: &Author) -> bool {
    let first = author.name.split([' ', '-']).next().unwrap_or_default();
    full(author) && is_given_name(first)
}

/// Lines of one byline, at most.
const MOST_LINES: usize = 8;

/// Adds the names that are not yet there, be it with something printed at them.
fn add(names: &mut Vec<Author>, more: Vec<Author>) {
    for author in more {
        let own = fold(&author.name);
        let there = |other: &Author| {
            let other = fold(&other.name);
            other.contains(&own) || own.contains(&other)
        };
        if !names.iter().any(there) {
            names.push(author);
        }
    }
}

/// `Ada Lane/Ben Coe` as two names.
fn slashed(line: &str) -> String {
    line.replace('/', ", ")
}

/// Links that say they lead to the author.
fn by_rel(page: &Page<'_>) -> Option<Vec<Author>> {
    /// Nodes after the start of the text that may still be its byline.
    const AFTER: usize = 200;
    let end = page.near().1 + AFTER;
    let links = page.tree.all(Tag::A).filter(|&id| page.tree.node(id).has("rel", "author"));
    let words = links
        .take_while(|&id| id < end)
        .filter(|&id| !of_others(page, id))
        .flat_map(|id| of_string(flow::words(page.tree, page.decoded, id).as_str()));
    let found: Vec<Author> = words.filter(|author| is_name(&author.name)).collect();
    (!found.is_empty()).then_some(found)
}

/// The first element in a place whose names say it holds the author.
pub(super) fn named(
    page: &Page<'_>,
    (start, end): (usize, usize),
    read: Reader,
) -> Option<Vec<Author>> {
    let mut elements = (start.saturating_sub(8)..end.min(page.tree.nodes().len()))
        .filter(|&id| says_author(page.tree.node(id)) && !of_others(page, id));
    let (first, mut names) =
        elements.by_ref().find_map(|id| Some((id, of_element(page, id, read)?)))?;
    // Some give each name an element of its own, side by side.
    let beside = elements
        .filter(|&id| {
            id >= page.tree.node(first).end && alike(page.tree.node(first), page.tree.node(id))
        })
        .take(MOST_LINES);
    for more in beside.filter_map(|id| of_element(page, id, read)) {
        if more.iter().all(is_person) && names.iter().all(full) {
            add(&mut names, more);
        }
    }
    Some(names)
}

/// Whether two elements stand side by side and are called the same.
fn alike(one: &Node<'_>, other: &Node<'_>) -> bool {
    let class = |node: &Node<'_>| node.get("class").map(str::to_owned);
    one.parent == other.parent && one.tag == other.tag && class(one) == class(other)
}

/// The names in an element that says it holds the author.
fn of_element(page: &Page<'_>, id: usize, read: Reader) -> Option<Vec<Author>> {
    if page.blocks_in(id).len() > 6 {
        return None;
    }
    let words = flow::words(page.tree, page.decoded, id);
    let words = words.as_str();
    let short = (1..=LONGEST_BYLINE).contains(&words.len());
    if !short {
        return None;
    }
    each_alone(page, id)
        .or_else(|| page.blocks_in(id).iter().find_map(|block| read(block.words())))
        .or_else(|| read(words))
}

/// Names that stand each in an element of its own.
fn each_alone(page: &Page<'_>, id: usize) -> Option<Vec<Author>> {
    let inline = |id: usize| matches!(page.tree.node(id).tag, Tag::Span | Tag::A | Tag::Li);
    let innermost = |id: &usize| inline(*id) && !page.tree.inside(*id).any(inline);
    let words = page.tree.inside(id).filter(innermost);
    let words = words.map(|child| flow::words(page.tree, page.decoded, child));
    let one = |line: &str| of_line(line).and_then(|mut one| one.pop().filter(|_| one.is_empty()));
    let names: Option<Vec<Author>> = words
        .filter(|words| words.as_str().chars().any(char::is_alphabetic))
        .map(|words| one(words.as_str()))
        .collect();
    names.filter(|names| names.len() > 1)
}

/// A desk or a team that signs: `The Quay Team`.
fn corporate(words_of: &str) -> Option<Vec<Author>> {
    const SIGNS: [&str; 10] = [
        "team",
        "staff",
        "editors",
        "desk",
        "newsdesk",
        "editorial",
        "redaktion",
        "редакция",
        "redaccion",
        "contributor",
    ];
    let words_of = strip_lead(words_of.trim());
    let all: Vec<String> = words(words_of).map(|word| fold(word.of(words_of))).collect();
    let ends = [all.first().filter(|first| *first == "team"), all.last()];
    let signs = ends.into_iter().flatten().any(|word| SIGNS.contains(&word.as_str()));
    let alone = all.len() == 1 && all.first().is_some_and(|word| word == "newsdesk");
    let author = Author { name: words_of.to_owned(), role: None };
    (signs && ((2..=4).contains(&all.len()) || alone) && is_name(words_of)).then(|| vec![author])
}

fn says_author(node: &Node<'_>) -> bool {
    if node.tag == Tag::Text {
        return false;
    }
    if node.tag == Tag::Address {
        return true;
    }
    let keys = ["class", "id", "itemprop", "data-testid", "data-component"];
    keys.iter().filter_map(|key| node.get(key)).flat_map(str::split_whitespace).take(40).any(
        |name| {
            let mut parts = name.split(|c: char| !c.is_ascii_alphabetic());
            name.len() <= 60
                && parts.any(|part| AUTHOR.contains(&part.to_ascii_lowercase().as_str()))
        },
    )
}

/// Links to pages about an author.
pub(super) fn linked(
    page: &Page<'_>,
    (start, end): (usize, usize),
    read: Reader,
) -> Option<Vec<Author>> {
    let to_profile = |id: &usize| {
        let path = page.tree.node(*id).get("href").unwrap_or_default();
        path.split(['/', '?', '=', '#']).any(|part| PROFILES.contains(&part))
    };
    let links = page.tree.all(Tag::A).filter(|id| (start..end).contains(id));
    let links = links.filter(to_profile).filter(|&id| !of_others(page, id));
    let mut found: Vec<Author> = Vec::new();
    for id in links {
        let words = flow::words(page.tree, page.decoded, id);
        add(&mut found, read(words.as_str()).unwrap_or_default());
    }
    (!found.is_empty()).then_some(found)
}

/// A line that opens as a byline does, or a name on the line after one.
fn unlabelled(page: &Page<'_>) -> Option<Vec<Author>> {
    const SHORT: usize = 120;
    let mut lead = false;
    for block in blocks(page, page.near()).filter(|block| block.size < SHORT) {
        let under = page.headline.and_then(|at| page.blocks.get(at));
        let dated = || {
            let under = under.is_some_and(|headline| headline.last < block.first);
            lines::dated_byline(block.words()).filter(|_| under && block.linked == 0)
        };
        if let Some(names) = lines::byline(block.words(), false).or_else(dated) {
            return Some(names);
        }
        if lead && let Some(names) = lines::name_line(block.words()).filter(|n| n.iter().all(full))
        {
            return Some(names);
        }
        // `Written by` alone would be a byline if a name stood after it.
        let tried = format!("{} Ada Lane", block.words());
        lead = block.size < 20
            && lines::byline(&tried, false)
                .is_some_and(|names| names.len() == 1 && names[0].name == "Ada Lane");
    }
    None
}

/// A name alone on a line between the headline and the first paragraph.
fn opening(page: &Page<'_>) -> Option<Vec<Author>> {
    /// A line of so many characters is a paragraph.
    const PARAGRAPH: usize = 120;
    let paragraph =
        |(block, verdict): (&Block, &Verdict)| *verdict == Verdict::Body && block.size >= PARAGRAPH;
    let end = page.blocks.iter().zip(&page.body.verdicts).position(paragraph)?;
    let start = page.headline.map_or(end.saturating_sub(4), |headline| headline + 1);
    let lines = page.blocks.get(start..end)?.iter();
    let plain = |block: &&Block| {
        block.linked == 0
            && page.zones.hint(block.first).is_none()
            && matches!(page.tree.node(block.element).tag, Tag::P | Tag::Div)
    };
    let names = |block: &Block| lines::name_line(&slashed(block.words()));
    lines.filter(plain).find_map(|block| names(block).filter(|names| names.iter().all(full)))
}

/// A name under the article: `Filed by A for B`.
pub(super) fn signed(page: &Page<'_>) -> Vec<Author> {
    let end = page.tree.node(page.around()).end;
    let last = page.body.verdicts.iter().rposition(|verdict| *verdict == Verdict::Body);
    let start = last.map_or(0, |last| last.saturating_sub(1));
    let after = page.blocks.iter().zip(&page.body.verdicts).skip(start);
    let mut short = after.filter(|(block, verdict)| {
        block.first < end
            && block.size < 120
            && !matches!(verdict, Verdict::Teaser | Verdict::Tags)
            && !carded(page, block.first)
    });
    let read = |block: &Block| {
        let said = page.zones.hint(block.first) == Some(Hint::Byline);
        let line = lines::byline(block.words(), said);
        // A name alone is a signature only where nothing else could be meant.
        let plain = block.linked == 0 && !page.tree.node(block.element).tag.is_heading();
        let signature = || lines::name_line(block.words()).filter(|_| plain);
        line.or_else(signature).filter(|authors| authors.iter().all(full))
    };
    short.find_map(|(block, _)| read(block)).unwrap_or_default()
}
