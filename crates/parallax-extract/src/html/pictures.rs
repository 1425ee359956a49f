//! The article's pictures, with caption and credit.
//!
//! What stands in a `<figcaption>` are the words of its picture; where there is
//! none, the lines in the element around the picture. What `alt` says is for
//! those who cannot see the picture, and is no caption.

mod words;

use super::{
    Page, Verdict,
    tree::{Node, Tag},
};
use crate::address;
use parallax_model::Image;

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
        if leads_away(page, whole) {
            continue;
        }
        let image = words::read(page, whole, url(page, whole));
        if (image.caption.is_some() || image.credit.is_some()) && !images.contains(&image) {
            images.push(image);
        }
    }
    if images.is_empty() {
        images = of_data(page);
    }
    if images.is_empty() { of_attributes(page) } else { images }
}

/// The pictures whose words a script prints: `data-caption`.
fn of_attributes(page: &Page<'_>) -> Vec<Image> {
    let told = |id: usize| {
        let caption = page.tree.node(id).get("data-caption")?.trim();
        let plain = !caption.is_empty() && !caption.contains('<');
        let url = std::iter::once(id)
            .chain(page.tree.inside(id))
            .find_map(|at| source(page.tree.node(at)));
        let url = url.and_then(|url| address::resolve(page.url.as_deref(), url));
        plain.then(|| Image { url, ..words::one_line(caption, None) })
    };
    let mut images: Vec<Image> = Vec::new();
    for image in (0..page.tree.nodes().len()).filter(|&id| belongs(page, id)).filter_map(told) {
        if !images.iter().any(|other| other.caption == image.caption) {
            images.push(image);
        }
    }
    images
}

/// The pictures that only JSON-LD gives words for.
fn of_data(page: &Page<'_>) -> Vec<Image> {
    let captions = page.linked.inner("image", "caption").into_iter().take(1);
    captions.map(|caption| words::one_line(&caption, None)).collect()
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

/// Whether a picture with its words is a link to another page: a teaser.
fn leads_away(page: &Page<'_>, id: usize) -> bool {
    let caption = page.tree.inside(id).any(|inner| page.tree.node(inner).tag == Tag::Figcaption);
    let blocks = page.blocks_in(id);
    let linked: usize = blocks.iter().map(|block| block.linked).sum();
    let size: usize = blocks.iter().map(|block| block.size).sum();
    !caption && linked * 2 > size
}

fn url(page: &Page<'_>, whole: usize) -> Option<String> {
    let url = page.tree.inside(whole).find_map(|id| source(page.tree.node(id)))?;
    address::resolve(page.url.as_deref(), url).or_else(|| Some(url.to_owned()))
}

fn source<'a>(node: &'a Node<'a>) -> Option<&'a str> {
    if node.tag != Tag::Img {
        return None;
    }
    let real = |url: &&str| !url.is_empty() && !url.starts_with("data:");
    ["data-src", "src"].iter().filter_map(|key| node.get(key)).find(real)
}
