//! A digest split into its items: each a link, and text of its own under it.
//!
//! Told by its make alone. A letter that is one article with links in it stays whole, as does
//! one that is only links.

mod lines;

use crate::markup::escaped;
use lines::lines;

/// One item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) url: String,
    pub(super) title: String,
    /// Paragraphs, as markup.
    pub(super) body: String,
}

/// An item's text has this many letters or more: less is a label.
const SHORTEST_TEXT: usize = 40;

/// Above this share of all text, one item is the letter, and the others are its links (in percent).
const WHOLE: usize = 70;

/// The items of a letter of markup; none where it is no digest.
pub(super) fn of_markup(markup: &str) -> Vec<Piece> {
    let lines = lines(markup);
    let mut pieces = Vec::new();
    let mut open: Option<(Piece, Vec<String>)> = None;
    let (mut all, mut heading) = (0, None);
    let close = |open: &mut Option<(Piece, Vec<String>)>, pieces: &mut Vec<(Piece, usize)>| {
        if let Some((piece, texts)) = open.take() {
            let letters = texts.iter().map(|text| text.chars().count()).sum();
            pieces.push((Piece { body: paragraphs(&texts), ..piece }, letters));
        }
    };
    for line in &lines {
        if line.is_footer() {
            close(&mut open, &mut pieces);
            continue;
        }
        if line.is_headline() {
            let url = line.url.clone().unwrap_or_default();
            match &open {
                // A headline set in two links, or a picture's words and then the headline.
                Some((piece, texts)) if piece.url == url && texts.is_empty() => {}
                _ => close(&mut open, &mut pieces),
            }
            let (title, body) = (line.text.clone(), String::new());
            open.get_or_insert((Piece { url, title, body }, Vec::new()));
            heading = None;
        } else if line.is_link() {
            // "Read more" under a headline that is no link itself.
            if let (Some((title, texts)), None) = (heading.take(), &open) {
                let url = line.url.clone().unwrap_or_default();
                open = Some((Piece { url, title, body: String::new() }, texts));
                close(&mut open, &mut pieces);
            }
        } else if line.heading {
            close(&mut open, &mut pieces);
            heading = Some((line.text.clone(), Vec::new()));
        } else {
            all += line.text.chars().count();
            match (&mut open, &mut heading) {
                (Some((_, texts)), _) | (None, Some((_, texts))) => texts.push(line.text.clone()),
                _ => {}
            }
        }
    }
    close(&mut open, &mut pieces);
    digest(pieces, all)
}

/// The pieces that have text, where they make a digest.
fn digest(pieces: Vec<(Piece, usize)>, all: usize) -> Vec<Piece> {
    let mut told: Vec<(Piece, usize)> = Vec::new();
    for (piece, letters) in pieces {
        if letters >= SHORTEST_TEXT {
            told.push((piece, letters));
        }
    }
    let most = told.iter().map(|(_, letters)| *letters).max().unwrap_or(0);
    let held: usize = told.iter().map(|(_, letters)| *letters).sum();
    let addresses: std::collections::BTreeSet<&str> =
        told.iter().map(|(piece, _)| piece.url.as_str()).collect();
    let is_digest = addresses.len() >= 2 && most * 100 <= all * WHOLE && held * 2 >= all;
    if is_digest { told.into_iter().map(|(piece, _)| piece).collect() } else { Vec::new() }
}

fn paragraphs(texts: &[String]) -> String {
    let mut markup = String::new();
    for text in texts {
        markup.extend(["<p>", &escaped(text), "</p>\n"]);
    }
    markup
}

/// The items of a letter of plain text: blocks that end in an address alone on its line.
pub(super) fn of_text(text: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut lines: Vec<&str> = Vec::new();
    let mut all = 0;
    for line in text.lines().map(str::trim) {
        if let Some(url) = address(line) {
            let block = std::mem::take(&mut lines);
            pieces.extend(piece(&block, url));
        } else if line.chars().any(char::is_alphanumeric) {
            all += line.chars().count();
            lines.push(line);
        } else if !line.is_empty() {
            // A rule of dashes or stars parts what is above from what is below.
            lines.clear();
        } else {
            lines.push("");
        }
    }
    digest(pieces, all)
}

/// `https://…`, `<https://…>`, `Read more: https://…`.
fn address(line: &str) -> Option<&str> {
    let at = line.find("http")?;
    let (label, url) = line.split_at_checked(at)?;
    let url = url.trim_end_matches(['>', ')', ']']);
    let web = url.starts_with("http://") || url.starts_with("https://");
    (web && label.chars().count() <= 24 && !url.contains(' ')).then_some(url)
}

fn piece(block: &[&str], url: &str) -> Option<(Piece, usize)> {
    // The item's own lines: a title, and what follows it up to its address.
    let block: Vec<&str> = block.iter().copied().skip_while(|line| line.is_empty()).collect();
    let (title, rest) = block.split_first()?;
    let mut texts = vec![String::new()];
    for line in rest {
        match texts.last_mut() {
            Some(text) if !line.is_empty() => {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(line);
            }
            _ => texts.push(String::new()),
        }
    }
    texts.retain(|text| !text.is_empty());
    let letters = texts.iter().map(|text| text.chars().count()).sum();
    let body = paragraphs(&texts);
    Some((Piece { url: url.to_owned(), title: (*title).to_owned(), body }, letters))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(pieces: &[Piece]) -> Vec<String> {
        pieces
            .iter()
            .map(|piece| {
                format!("{} | {} | {}", piece.url, piece.title, piece.body.replace('\n', ""))
            })
            .collect()
    }

    const RAIN: &str =
        "The river rose by two metres in one night, and the bridge at Orle was closed.";
    const SNOW: &str =
        "Snow fell on the pass for the first time since the spring, and buses were late.";

    #[test]
    fn a_digest_of_linked_headlines_is_its_items() {
        let letter = format!(
            "<title>Daily</title><p>Good morning.<h2>Weather</h2>\
             <table><tr><td><a href='https://t.example/1'><img></a><td><a href='https://t.example/1'>River Orle rises &amp; rises</a><br>{RAIN} <a href='https://t.example/1'>More</a>\
             <tr><td><h3><a href=https://t.example/2>First snow on the pass</a></h3><p>{SNOW}</p><a href=https://t.example/2>Read more</a></table>\
             <p>You get this letter because you asked. <a href=https://t.example/u>Unsubscribe</a>"
        );
        assert_eq!(
            told(&of_markup(&letter)),
            [
                format!("https://t.example/1 | River Orle rises & rises | <p>{RAIN} More</p>"),
                format!("https://t.example/2 | First snow on the pass | <p>{SNOW}</p>"),
            ]
        );
    }

    #[test]
    fn headlines_that_are_no_links_take_the_link_below() {
        let letter = format!(
            "<h2>River Orle rises</h2><p>{RAIN}<p><a href=https://t.example/1>Read on</a><h2>First snow</h2><p>{SNOW}<p><a href=https://t.example/2>Read on</a>"
        );
        let found = of_markup(&letter);
        assert_eq!(
            found.iter().map(|piece| piece.title.as_str()).collect::<Vec<_>>(),
            ["River Orle rises", "First snow"]
        );
    }

    #[test]
    fn one_article_with_links_stays_whole() {
        let letter = format!(
            "<h1><a href=https://t.example/0>What the flood leaves behind</a></h1><p>{RAIN}<p>{RAIN}<p>{RAIN}<p>{RAIN}<p>{RAIN}\
             <p><a href=https://t.example/1>First snow on the pass</a><p>{SNOW}"
        );
        assert_eq!(of_markup(&letter), []);
        assert_eq!(
            of_markup(
                "<a href=https://t.example/1>First snow on the pass</a><a href=https://t.example/2>River Orle rises again</a>"
            ),
            []
        );
    }

    #[test]
    fn a_digest_of_plain_text_is_its_items() {
        let letter = format!(
            "DAILY\n=====\n\nRiver Orle rises\n{RAIN}\nhttps://t.example/1\n\nFirst snow\n{SNOW}\nRead more: <https://t.example/2>\n\n--\nBye\n"
        );
        assert_eq!(
            told(&of_text(&letter)),
            [
                format!("https://t.example/1 | River Orle rises | <p>{RAIN}</p>"),
                format!("https://t.example/2 | First snow | <p>{SNOW}</p>")
            ]
        );
        assert_eq!(of_text("Rain fell.\nhttps://t.example/1\n"), []);
    }
}
