//! The article's pictures, with caption and credit.

use super::{
    Page, Verdict, flow,
    tree::{Node, Tag},
};
use crate::{address, lines};
use parallax_model::{Image, cut};

/// A caption longer than this, in characters, is a paragraph.
const LONGEST_CAPTION: usize = 800;

/// Names of elements that hold a credit, as parts of class names.
const CREDITS: [&str; 9] = [
    "credit",
    "cr",
    "copyright",
    "photographer",
    "source",
    "byline",
    "author",
    "attribution",
    "agency",
];

/// Every picture in or right before the body that has words.
pub(crate) fn all(page: &Page<'_>) -> Vec<Image> {
    let mut images: Vec<Image> = Vec::new();
    let mut taken = 0;
    for (at, block) in page.blocks.iter().enumerate() {
        if page.body.verdicts.get(at) != Some(&Verdict::Picture) || block.first < taken {
            continue;
        }
        let whole = frame(page, block.element);
        if !belongs(page, whole) {
            continue;
        }
        taken = page.tree.node(whole).end;
        let image = read(page, whole);
        if (image.caption.is_some() || image.credit.is_some()) && !images.contains(&image) {
            images.push(image);
        }
    }
    images
}

/// The outermost element that is one picture with its words.
fn frame(page: &Page<'_>, element: usize) -> usize {
    let around = std::iter::once(element).chain(page.tree.above(element)).take(6);
    let figure = around.clone().find(|&id| page.tree.node(id).tag == Tag::Figure);
    let with_picture = || {
        around
            .clone()
            .find(|&id| {
                page.tree
                    .inside(id)
                    .any(|inner| matches!(page.tree.node(inner).tag, Tag::Img | Tag::Picture))
            })
            .filter(|&id| page.blocks_in(id).len() <= 4)
    };
    figure.or_else(with_picture).unwrap_or(element)
}

/// Pictures of the page's furniture are none of the article's.
fn belongs(page: &Page<'_>, id: usize) -> bool {
    let (start, _) = page.near();
    let end = page.tree.node(page.body.container).end;
    (start..end).contains(&id)
}

fn read(page: &Page<'_>, whole: usize) -> Image {
    let credit_element =
        page.tree.inside(whole).find(|&id| is_credit(page.tree.node(id)) && has_words(page, id));
    let url = page.tree.inside(whole).find_map(|id| source(page.tree.node(id)));
    let url = url.and_then(|url| {
        address::resolve(page.url.as_deref(), url).or_else(|| Some(url.to_owned()))
    });
    let words = |id: usize| flow::words(page.tree, page.decoded, id).as_str().to_owned();
    let credit = credit_element.map(words).filter(|words| !words.is_empty());
    let lines: Vec<String> =
        page.blocks_in(whole).iter().map(|block| block.words().to_owned()).collect();
    let printed = lines.join(" ");
    let Some(credit) = credit else {
        return one_line(&printed, url);
    };
    let caption = without(&printed, &credit);
    Image {
        caption: caption.filter(|c| c.chars().count() <= LONGEST_CAPTION),
        credit: Some(bare(&credit)),
        url,
    }
}

fn has_words(page: &Page<'_>, id: usize) -> bool {
    page.tree.texts(id).any(|at| {
        let source = page.tree.node(at).source.clone();
        page.decoded.text.get(source).is_some_and(|text| text.contains(char::is_alphabetic))
    })
}

fn is_credit(node: &Node) -> bool {
    if matches!(node.tag, Tag::Cite)
        || node.has("itemprop", "copyrightHolder")
        || node.has("itemprop", "author")
    {
        return true;
    }
    let names = node.get("class").unwrap_or_default().to_ascii_lowercase();
    let mut words = names.split(|c: char| !c.is_ascii_alphabetic());
    matches!(
        node.tag,
        Tag::Span
            | Tag::Small
            | Tag::Div
            | Tag::P
            | Tag::I
            | Tag::Em
            | Tag::Other
            | Tag::A
            | Tag::Figcaption
    ) && words.any(|word| CREDITS.contains(&word))
}

fn source(node: &Node) -> Option<&str> {
    if node.tag != Tag::Img {
        return None;
    }
    let real = |url: &&str| !url.is_empty() && !url.starts_with("data:");
    ["data-src", "src"].iter().filter_map(|key| node.get(key)).find(real)
}

/// Caption and credit printed on one line.
fn one_line(printed: &str, url: Option<String>) -> Image {
    let (caption, credit) = match lines::credit(printed) {
        Some((caption, credit)) => (
            caption.map(|range| cut(printed, range).trim().to_owned()),
            printed.get(credit).map(bare),
        ),
        None => (Some(printed.to_owned()), None),
    };
    let caption =
        caption.filter(|caption| !caption.is_empty() && caption.chars().count() <= LONGEST_CAPTION);
    Image { caption, credit, url }
}

/// The caption left when the credit is taken out.
fn without(printed: &str, credit: &str) -> Option<String> {
    let (before, after) = printed.split_once(credit)?;
    let edge = |c: char| {
        c.is_whitespace() || matches!(c, '|' | '/' | '(' | ')' | '[' | ']' | '-' | '–' | '—')
    };
    let caption = format!("{} {}", before.trim_end_matches(edge), after.trim_start_matches(edge));
    let caption = caption.trim();
    (!caption.is_empty()).then(|| caption.to_owned())
}

/// A credit without its label.
fn bare(credit: &str) -> String {
    lines::credit(credit)
        .and_then(|(_, range)| credit.get(range))
        .unwrap_or(credit)
        .trim()
        .to_owned()
}
