//! Whether the outlet keeps the article for those who pay.
//!
//! JSON-LD `isAccessibleForFree` is believed first, then the tier in `<meta>`,
//! then a notice where the text breaks off.

use super::{Page, Verdict};
use parallax_language::fold;
use parallax_model::BoilerplateKind;

/// Names of the tier in `<meta>`.
const TIERS: [&str; 4] =
    ["article:content_tier", "og:article:content_tier", "content_tier", "article:tier"];

/// Tiers that only those who pay can read whole.
const LOCKED: [&str; 6] = ["locked", "metered", "premium", "paid", "subscriber", "subscription"];

/// What a notice says.
const WORDS: &str = include_str!("../../data/meta/paywall.txt");

/// A line longer than this, in bytes, is no notice.
const LONGEST_NOTICE: usize = 300;

/// Blocks after the body in which a notice still speaks of it.
const AFTER: usize = 6;

/// Whether the article, or the rest of it, is for those who pay.
pub(crate) fn stands(page: &Page<'_>) -> bool {
    let tier = || {
        let tier = page.meta.first(&TIERS)?;
        Some(LOCKED.iter().any(|locked| tier.eq_ignore_ascii_case(locked)))
    };
    let told = page.linked.is_free().map(|free| !free).or_else(tier);
    told.unwrap_or_else(|| breaks_off(page))
}

/// Whether a notice stands right after the last paragraph.
fn breaks_off(page: &Page<'_>) -> bool {
    let verdicts = &page.body.verdicts;
    let Some(last) = verdicts.iter().rposition(|verdict| *verdict == Verdict::Body) else {
        return false;
    };
    let after = verdicts.iter().zip(page.blocks).skip(last + 1).take(AFTER);
    after.into_iter().any(|(verdict, block)| match verdict {
        Verdict::Out(BoilerplateKind::Paywall) => true,
        Verdict::Out(_) => says_so(block.words()),
        _ => false,
    })
}

/// Whether a line asks for money to go on reading.
fn says_so(line: &str) -> bool {
    let short = line.len() <= LONGEST_NOTICE;
    let line = if short { fold(line) } else { return false };
    WORDS.lines().filter(|rule| !rule.starts_with('#')).any(|words| line.contains(words))
}

#[cfg(test)]
mod tests {
    use crate::html::article;
    use parallax_model::{Capture, CaptureParts, MediaType, NoteKind};

    #[track_caller]
    fn check(head: &str, foot: &str, expected: bool) {
        let page = format!(
            "<html><head>{head}</head><body><article><h1>Ferry is late again</h1>\
            <p>The ferry to Gull Rock was late again on Monday, the harbour office said.</p>\
            <p>Nobody was hurt, but two goats had to be led off the pier, it said.</p>{foot}\
            </article></body></html>"
        );
        let read = article(&Capture::new(CaptureParts {
            path: "page.html".into(),
            record: None,
            url: None,
            media_type: MediaType::Html,
            charset: None,
            captured_at: None,
            stored: 0..0,
            payload: page.into_bytes(),
        }));
        let noted = read.notes.iter().any(|note| note.kind == NoteKind::BehindPaywall);
        assert_eq!(noted, expected, "{head}{foot}");
    }

    #[test]
    fn what_the_data_says_is_believed() {
        let linked = |free: &str| {
            format!(
                "<script type='application/ld+json'>{{\"@type\":\"NewsArticle\",\
                \"headline\":\"Ferry is late again\",\"isAccessibleForFree\":{free}}}</script>"
            )
        };
        check(&linked("false"), "", true);
        check(&linked("\"False\""), "", true);
        check(&linked("true"), "<div class='paywall'>Subscribe to read on</div>", false);
        check("<meta property='article:content_tier' content='locked'>", "", true);
        check("<meta property='article:content_tier' content='free'>", "", false);
        check("", "", false);
    }

    #[test]
    fn a_notice_where_the_text_breaks_off_is_a_wall() {
        check("", "<div class='paywall'>Subscribe to read the rest of it</div>", true);
    }
}
