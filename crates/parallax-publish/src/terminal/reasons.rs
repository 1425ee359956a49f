//! Why a story's comparison says what it says, claim by claim.

use super::{
    page::{INDENT, Page},
    wrap::Piece,
};
use crate::{days, labels, outlets, reading};
use parallax_model::{
    Absence, Claim, ClaimWhy, Difference, DifferenceWhy, Edition, Explanation, LinkWhy,
    QuotationGroup, QuotationWhy, Span, ToldStory,
};

/// The column of the sign a statement goes by.
const SIGN: usize = 4;
/// The column of a pair of them.
const PAIR: usize = 8;
/// Shared things shown for a pair, the worthiest; and parts of the odds, the largest.
const SHOWN: usize = 8;

pub(super) fn set(page: &mut Page, edition: &Edition, told: &ToldStory, why: &Explanation) {
    page.set(0, "", &[Piece::strong(reading::headline(edition, told))]);
    page.set(0, "", &[Piece::faint(&reading::glance(edition, told))]);
    page.heading("Claims");
    let claims = told.comparison.claims.iter().zip(&why.claims);
    for (at, (claim, why)) in claims.enumerate() {
        page.blank();
        self::claim(page, edition, told, at, claim, why);
    }
    let differences = told.comparison.differences.iter().zip(&why.differences);
    for (at, (difference, why)) in differences.enumerate() {
        if at == 0 {
            page.heading("Differences");
        }
        page.blank();
        self::difference(page, edition, difference, why);
    }
    let quotations = told.comparison.quotations.iter().zip(&why.quotations);
    let merged = quotations.filter(|(group, _)| group.variants.len() > 1);
    for (at, (group, why)) in merged.enumerate() {
        if at == 0 {
            page.heading("Quotations that are one utterance");
        }
        page.blank();
        quotation(page, edition, group, why);
    }
}

/// `a`, `b`, …, `z`, `a1`, …
fn sign(at: usize) -> String {
    let letter = char::from(b'a' + u8::try_from(at % 26).unwrap_or(0));
    if at < 26 { letter.to_string() } else { format!("{letter}{}", at / 26) }
}

/// Thousandths as a number: `1.204`.
fn thousandths(number: i64) -> String {
    let sign = if number < 0 { "−" } else { "" };
    format!("{sign}{}.{:03}", number.abs() / 1000, number.abs() % 1000)
}

fn words(edition: &Edition, article: usize, span: Span) -> &str {
    edition.articles[article].article.words(span)
}

fn outlet(edition: &Edition, article: usize) -> &str {
    outlets::label(&edition.articles[article].article)
}

fn claim(
    page: &mut Page,
    edition: &Edition,
    told: &ToldStory,
    at: usize,
    claim: &Claim,
    why: &ClaimWhy,
) {
    let head = format!("{} · {} · {}", at + 1, claim.status.name(), claim.kind.name());
    let origins = labels::count(claim.origins, "origin", "origins");
    page.set(0, "", &[Piece::strong(&head), Piece::faint(&format!(" · {origins} · {}", claim.id))]);
    for (at, statement) in claim.statements.iter().enumerate() {
        let voice = match &statement.attributed_to {
            Some(who) => format!("{}, {who}", statement.voice.name()),
            None => statement.voice.name().to_owned(),
        };
        let place = format!(
            " —\u{a0}{} [{}, {}]; {voice}",
            outlet(edition, statement.article),
            statement.span.start(),
            statement.span.end()
        );
        let text = words(edition, statement.article, statement.span);
        page.labelled(INDENT, &sign(at), SIGN, &[Piece::plain(text), Piece::faint(&place)]);
    }
    for link in &why.links {
        self::link(page, edition, claim, link);
    }
    for (copy, original) in &why.copies {
        let pair = format!("{}–{}", sign(*original), sign(*copy));
        page.labelled(INDENT, &pair, PAIR, &[Piece::faint("a copy's sentence and its original's")]);
    }
    silence(page, told, claim);
}

fn link(page: &mut Page, edition: &Edition, claim: &Claim, link: &LinkWhy) {
    let (a, b) = link.statements;
    let pair = format!("{}–{}", sign(a), sign(b));
    let weight = thousandths(link.weight.into());
    let own = thousandths(link.words.into());
    let odds = link.odds.map(|odds| format!(", odds {}", thousandths(odds))).unwrap_or_default();
    let by = format!("by {}: {weight}; words {own}{odds}", link.by.name());
    page.labelled(INDENT, &pair, PAIR, &[Piece::faint(&by)]);
    let text = |statement: usize, span| words(edition, claim.statements[statement].article, span);
    let shared: Vec<String> = link
        .shared
        .iter()
        .take(SHOWN)
        .map(|one| {
            let (first, second) = (text(a, one.spans.0), text(b, one.spans.1));
            let both = if first == second { first.to_owned() } else { format!("{first}/{second}") };
            let sort = match one.sort {
                parallax_model::SharedSort::Word => String::new(),
                sort => format!("{} ", sort.name()),
            };
            format!("{sort}{both} {}", thousandths(one.worth.into()))
        })
        .collect();
    if !shared.is_empty() {
        let shared = format!("both give {}", shared.join(", "));
        page.labelled(INDENT, "", PAIR, &[Piece::faint(&shared)]);
    }
    let parts: Vec<String> = link
        .parts
        .iter()
        .take(SHOWN)
        .map(|part| {
            let plus = if part.adds < 0 { "" } else { "+" };
            format!("{} {} {plus}{}", part.name, part.seen, thousandths(part.adds))
        })
        .collect();
    if !parts.is_empty() {
        let parts = format!("odds from {}", parts.join(", "));
        page.labelled(INDENT, "", PAIR, &[Piece::faint(&parts)]);
    }
}

/// Who had it first, and how the silence of the others is read.
fn silence(page: &mut Page, told: &ToldStory, claim: &Claim) {
    if let Some(first) = &claim.first {
        let published = days::short(&first.published.to_string());
        page.labelled(INDENT, "first", PAIR, &[Piece::faint(&published)]);
    }
    let kinds = [
        Absence::NotTold,
        Absence::PerhapsTold,
        Absence::NotKnownYet,
        Absence::TimesUnclear,
        Absence::NotCompared,
    ];
    for kind in kinds {
        let absent = claim.absent.iter().flatten().filter(|absent| absent.why == kind);
        let named = absent.filter_map(|absent| told.story.origins.get(absent.origin));
        let named: Vec<&str> = named.map(|origin| origin.name.as_str()).collect();
        if !named.is_empty() {
            let line = format!("{}: {}", kind.name(), named.join(", "));
            page.labelled(INDENT, "", PAIR, &[Piece::faint(&line)]);
        }
    }
}

fn difference(page: &mut Page, edition: &Edition, difference: &Difference, why: &DifferenceWhy) {
    let about = words(edition, difference.about.0, difference.about.1);
    let label = labels::difference(difference.kind, difference.nature);
    page.set(0, "", &[Piece::strong(about), Piece::faint(&format!(" —\u{a0}{label}"))]);
    for (value, given) in difference.values.iter().zip(&why.values) {
        let mut details = format!(" —\u{a0}{}", outlet(edition, value.article));
        if let Some(published) = &given.published {
            details.push_str(", ");
            details.push_str(&days::short(published));
        }
        if let Some(read_as) = &given.read_as {
            details.push_str("; read as ");
            details.push_str(read_as);
        }
        let text = words(edition, value.article, value.span);
        page.item(&[Piece::plain(text), Piece::faint(&details)]);
        if let Some(sentence) = given.sentence {
            page.under(&[Piece::faint(words(edition, value.article, sentence))]);
        }
    }
    let apart = match why.apart {
        Some(seconds) => format!("{} minutes from the first report to the last", seconds / 60),
        None => "the times of the reports are not all known".to_owned(),
    };
    let alike = thousandths(why.alike.into());
    page.set(INDENT, "", &[Piece::faint(&format!("sentences alike by {alike}; {apart}"))]);
}

fn quotation(page: &mut Page, edition: &Edition, group: &QuotationGroup, why: &QuotationWhy) {
    page.set(0, "", &[Piece::strong(group.speaker_name.as_deref().unwrap_or("Speaker not named"))]);
    let ways = reading::ways(edition, group);
    for (at, (variant, how)) in group.variants.iter().zip(ways).enumerate() {
        let text = words(edition, variant.article, variant.span);
        let details = format!(" —\u{a0}{}, {how}", outlet(edition, variant.article));
        page.labelled(INDENT, &sign(at), SIGN, &[Piece::plain(text), Piece::faint(&details)]);
    }
    for pair in &why.pairs {
        let label = format!("{}–{}", sign(pair.variants.0), sign(pair.variants.1));
        let common = match pair.meaning {
            Some(meaning) => format!("sentences mean the same by {}", thousandths(meaning.into())),
            None => format!("{} of {} words in order", pair.shared, pair.of),
        };
        page.labelled(INDENT, &label, PAIR, &[Piece::faint(&common)]);
    }
}
