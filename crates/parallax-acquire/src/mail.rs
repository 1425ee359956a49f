//! Mail: newsletters one by one or in mailboxes; a digest is split into its items.

mod digest;
mod mailbox;

pub(crate) use mailbox::{is_lead, messages};

use crate::{
    Reason, Refused,
    decoded::decoded,
    item::{Item, Place},
    markup::{Dialect, Markup, Token},
    mhtml,
    mime::Part,
    moments::When,
};
use parallax_model::{Capture, CaptureParts, MediaType};
use std::ops::Range;

/// The captures in one message; a page saved as a message is that page.
pub(crate) fn message(
    path: &str,
    bytes: &[u8],
    stored: Range<u64>,
) -> Vec<Result<Capture, Refused>> {
    let message = Part::read(bytes);
    let start = stored.start;
    let refused = |reason| vec![Err(Refused::at(path, format!("message at byte {start}"), reason))];
    if mhtml::is_saved(&message) {
        return match mhtml::page(path, message, stored) {
            Some(page) => vec![Ok(page)],
            None => refused(Reason::NoText),
        };
    }
    let letter = Letter::read(message);
    let captures = letter.captures(path, &stored);
    if captures.is_empty() {
        refused(Reason::NoText)
    } else {
        captures.into_iter().map(Ok).collect()
    }
}

/// A letter as it was sent.
struct Letter {
    id: Option<String>,
    sender: Option<String>,
    sent: Option<When>,
    /// What is said, the markup where there is some.
    body: Option<Body>,
}

struct Body {
    media_type: MediaType,
    charset: Option<String>,
    bytes: Vec<u8>,
}

impl Letter {
    fn read(message: Part<'_>) -> Self {
        let id =
            message.fields.get("message-id").map(|id| id.trim_matches(['<', '>', ' ']).to_owned());
        let sender = message.fields.words("from").map(|from| name_of(&from));
        let sent = message.fields.get("date").and_then(When::read);
        let leaves = message.leaves();
        let body = ["text/html", "text/plain"].iter().find_map(|kind| {
            let said = |part: &&Part<'_>| part.media_type() == *kind;
            leaves
                .iter()
                .filter(said)
                .map(Body::of)
                .find(|body| !body.bytes.trim_ascii().is_empty())
        });
        Self { id, sender: sender.filter(|name| !name.is_empty()), sent, body }
    }

    fn captures(self, path: &str, stored: &Range<u64>) -> Vec<Capture> {
        let Some(body) = self.body else { return Vec::new() };
        let text = decoded(&body.bytes, body.charset.as_deref());
        let at = self.sent.map(|sent| sent.moment());
        let items = match body.media_type {
            MediaType::Html => digest::of_markup(&text),
            _ => digest::of_text(&text),
        };
        let record = |number: usize| self.id.as_ref().map(|id| format!("{id}#{number}"));
        let outlet = self.sender.as_deref();
        let of_item = |(number, item): (usize, &digest::Piece)| {
            let place = Place { path, record: record(number + 1), at, stored: stored.clone() };
            let (url, title) = (Some(item.url.as_str()), Some(item.title.as_str()));
            Item { url, title, outlet, body: &item.body, ..Item::default() }.capture(place)
        };
        if !items.is_empty() {
            return items.iter().enumerate().map(of_item).collect();
        }
        let url = (body.media_type == MediaType::Html).then(|| in_browser(&text)).flatten();
        vec![Capture::new(CaptureParts {
            path: path.to_owned(),
            record: self.id.clone(),
            url,
            media_type: body.media_type,
            charset: body.charset.clone(),
            captured_at: at,
            stored: stored.clone(),
            payload: body.bytes.clone(),
        })]
    }
}

impl Body {
    fn of(part: &Part<'_>) -> Self {
        let is_text = part.media_type() == "text/plain";
        Self {
            media_type: if is_text { MediaType::Text } else { MediaType::Html },
            charset: part.parameter("charset"),
            bytes: part.decoded().into_owned(),
        }
    }
}

/// `"The Tide" <news@tide.example>`: the name; of an address alone, the address.
fn name_of(from: &str) -> String {
    let name = from.split('<').next().unwrap_or_default().trim().trim_matches('"').trim();
    if name.is_empty() { from.trim_matches(['<', '>', ' ']).to_owned() } else { name.to_owned() }
}

/// What letters call the link to themselves on the web.
const IN_BROWSER: &str = include_str!("../data/in-browser.txt");

/// The address of the letter on the web, if it names one.
fn in_browser(markup: &str) -> Option<String> {
    let mut open: Option<(String, String)> = None;
    for placed in Markup::new(markup, Dialect::Html) {
        match placed.token {
            Token::Start(tag) if tag.is("a") => {
                open = tag
                    .get("href")
                    .filter(|url| url.starts_with("http"))
                    .map(|url| (url, String::new()));
            }
            Token::Text(text) => {
                // Text that never ends is no link's.
                if let Some((_, words)) = open.as_mut().filter(|(_, words)| words.len() < 200) {
                    words.push_str(text);
                }
            }
            Token::End(name) if name.eq_ignore_ascii_case("a") => {
                let (url, words) = open.take().unwrap_or_default();
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
                if phrases(IN_BROWSER).any(|phrase| words.contains(phrase)) {
                    return Some(url);
                }
            }
            _ => {}
        }
    }
    None
}

/// The lines of a list of words that are no remark.
fn phrases(list: &'static str) -> impl Iterator<Item = &'static str> {
    list.lines().filter(|line| !line.is_empty() && !line.starts_with('#'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(bytes: &str) -> Vec<String> {
        let read = message("m", bytes.as_bytes(), 0..9);
        let told = read.into_iter().map(|found| match found {
            Ok(capture) => {
                let parts = capture.parts();
                format!(
                    "{} {} {} {} {}",
                    parts.record.as_deref().unwrap_or("-"),
                    parts.url.as_deref().unwrap_or("-"),
                    parts.captured_at.map(|at| at.to_string()).unwrap_or_default(),
                    parts.media_type,
                    String::from_utf8_lossy(&parts.payload)
                )
            }
            Err(refused) => refused.to_string(),
        });
        told.collect()
    }

    const HEAD: &str = "From: =?utf-8?Q?The_Tide_=E2=80=93_Daily?= <a@tide.example>\nMessage-ID: <1@tide.example>\n\
        Date: Tue, 2 Jan 2024 04:04:05 +0100\n";

    #[test]
    fn a_letter_is_one_capture_with_its_address_on_the_web() {
        let letter = format!(
            "{HEAD}Content-Type: text/html; charset=utf-8\n\n<a href='https://tide.example/l/1'>View this email in\n your browser</a><p>Rain fell."
        );
        assert_eq!(
            told(&letter),
            ["1@tide.example https://tide.example/l/1 2024-01-02T03:04:05Z text/html \
              <a href='https://tide.example/l/1'>View this email in\n your browser</a><p>Rain fell."]
        );
    }

    #[test]
    fn a_letter_without_text_is_named() {
        assert_eq!(
            told(&format!("{HEAD}Content-Type: image/png\n\nabc")),
            ["m: message at byte 0: a message without text"]
        );
    }

    #[test]
    fn a_saved_page_is_that_page() {
        let page = "From: <Saved by Blink>\nSnapshot-Content-Location: https://quay.example/a\nSubject: A\n\
            Date: Tue, 2 Jan 2024 03:04:05 -0000\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\ttype=\"text/html\";\n\tboundary=\"--b\"\n\n\
            ----b\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://quay.example/a\n\n\
            <p>Caf=C3=A9\n----b\nContent-Type: image/png\n\nx\n----b--\n";
        assert_eq!(told(page), ["- https://quay.example/a 2024-01-02T03:04:05Z text/html <p>Café"]);
    }
}
