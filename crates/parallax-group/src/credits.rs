//! To which agency an article is credited: in its credit line, its dateline or
//! first words, its byline, or a line of its own.

use crate::agencies;
use parallax_language::{calendar::any_month, fold, words};
use parallax_model::{Article, Author, Credit, CreditFrom, Span, cut};

/// Bytes of the body's first words in which an agency is sought.
const OPENING: usize = 110;

/// Words before an agency in an opening: places and a date.
const PLACES: usize = 10;

/// Bytes of a line that is a credit and not a sentence.
const LINE: usize = 80;

/// Bytes of the name of an agency that we do not know.
const SHORTEST_NAME: usize = 5;

/// Letters between an agency and the sign of a telegram: place and day.
const TO_TELEGRAM: usize = 24;

/// The agency to which `article` is credited, from this article alone.
///
/// None where the byline has one of the newsroom beside the agency: what two
/// wrote together is not the copy of one.
pub fn credit(article: &Article) -> Option<Credit> {
    if article.byline.iter().any(of_agency) && !article.byline.iter().all(of_agency) {
        return None;
    }
    let stated = |agency| Credit { agency, from: CreditFrom::Credit, span: None };
    let printed = || printed(article).map(stated);
    printed()
        .or_else(|| dateline(article))
        .or_else(|| opening(article))
        .or_else(|| {
            let [author] = article.byline.as_slice() else { return None };
            let agency = agencies::agency(&author.name)
                .or_else(|| author.role.as_deref().and_then(agencies::agency))?;
            Some(Credit { agency, from: CreditFrom::Byline, span: None })
        })
        .or_else(|| line_of_its_own(article))
}

fn of_agency(author: &Author) -> bool {
    agencies::agency(&author.name).is_some()
        || author.role.as_deref().and_then(agencies::agency).is_some()
}

/// The credit line, of an agency we know or of one we do not but that has a name.
fn printed(article: &Article) -> Option<String> {
    let credit = article.wire_credit.as_deref()?.trim_matches(BRACKETS).trim();
    let unknown = || {
        let name = agencies::without_article(credit);
        let named = |word: &str| word.chars().next().is_some_and(char::is_uppercase);
        let is_name = name.len() >= SHORTEST_NAME && name.split_whitespace().all(named);
        is_name.then(|| name.to_owned())
    };
    agencies::agency(credit).or_else(unknown)
}

/// The brackets of the dateline.
fn dateline(article: &Article) -> Option<Credit> {
    let span = article.dateline?;
    let line = article.words(span);
    let open = line.find('(')?;
    let close = line.rfind(')').filter(|close| *close > open)?;
    let agency = agencies::agency(cut(line, open + 1..close))?;
    Some(Credit { agency, from: CreditFrom::Dateline, span: Some(span) })
}

/// An agency in the first words of the body, set off from them as an agency's are:
/// `МОСКВА, 4 фев — РИА Новости.`, `(ANSA) - ROMA,`, `新华社北京2月4日电`.
fn opening(article: &Article) -> Option<Credit> {
    let first = *article.paragraphs.first()?;
    let head = head(article.words(first), OPENING);
    let (agency, end) = bracketed(head).or_else(|| dashed(head)).or_else(|| telegram(head))?;
    let span = article.text.span(first.start(), first.start() + end).ok();
    Some(Credit { agency, from: CreditFrom::Dateline, span })
}

/// The first bytes of `text`, `most` of them or a few less.
fn head(text: &str, most: usize) -> &str {
    let end = (0..=most.min(text.len())).rev().find(|&at| text.is_char_boundary(at));
    cut(text, 0..end.unwrap_or_default())
}

/// An agency in brackets after nothing but places and a date, with the end of the brackets.
fn bracketed(head: &str) -> Option<(String, usize)> {
    const OPEN: &[char] = &['(', '/', '[', '（', '【', '［'];
    const CLOSE: &[char] = &[')', '/', ']', '）', '】', '］'];
    let open = head.find(OPEN)?;
    let mark = cut(head, open..head.len()).chars().next()?.len_utf8();
    let rest = head.get(open + mark..)?;
    let length = rest.find(CLOSE)?;
    let inner = cut(rest, 0..length);
    let close = rest.get(length..)?.chars().next()?.len_utf8();
    let end = open + mark + length + close;
    let after = head.get(end..)?.trim_start();
    let set_off = open == 0 || after.starts_with(['-', '–', '—', '.', ':', '―', '−', '기', '=']);
    if !set_off || !places(cut(head, 0..open)) {
        return None;
    }
    let agency = inner.split(['=', ',', '，', '/']).find_map(agencies::agency);
    let east = || {
        // `東京共同` and `北京 ロイター`: the place stands in the brackets too.
        let mut ends = inner.char_indices().rev();
        ends.find_map(|(at, _)| {
            let (written, name) = agencies::starts(cut(inner, at..inner.len()))?;
            (at + written.len() == inner.len()).then(|| name.to_owned())
        })
    };
    Some((agency.or_else(east)?, end))
}

/// An agency between a dash or a full stop and a dash or a full stop.
fn dashed(head: &str) -> Option<(String, usize)> {
    let mut start = 0;
    for (at, mark) in head.char_indices() {
        if !matches!(mark, '.' | '–' | '—' | '-' | '―' | ':') {
            continue;
        }
        let part = cut(head, start..at);
        let before = cut(head, 0..start);
        let dash = before.trim_end().ends_with(['–', '—', '-', '―', '.']);
        if dash
            && places(before)
            && let Some(agency) = agencies::agency(part)
        {
            return Some((agency, at + mark.len_utf8()));
        }
        start = at + mark.len_utf8();
    }
    None
}

/// A telegram's head: the agency, where and when it was filed, and the word for a telegram.
fn telegram(head: &str) -> Option<(String, usize)> {
    let start = head.len() - head.trim_start_matches(['（', '(', '【', ' ', '\u{3000}']).len();
    let (written, name) = agencies::starts(head.get(start..)?)?;
    let after = start + written.len();
    let mut filed = head.get(after..)?.char_indices().take(TO_TELEGRAM);
    let telegram = filed.find(|(_, letter)| matches!(letter, '电' | '電' | '讯' | '訊'))?;
    Some((name.to_owned(), after + telegram.0 + telegram.1.len_utf8()))
}

/// Whether nothing but names and figures stands here.
fn places(before: &str) -> bool {
    let mut count = 0;
    words(before).all(|word| {
        count += 1;
        let word = word.of(before);
        let first = word.chars().next().unwrap_or(' ');
        count <= PLACES && (!first.is_lowercase() || any_month(&fold(word)).is_some())
    })
}

/// A last line that names an agency and nothing else: `(AFP)`, `© dpa`, `Источник: ТАСС`;
/// or, at either end, a signature or a line of copyright.
fn line_of_its_own(article: &Article) -> Option<Credit> {
    let [first, .., last] = article.paragraphs.as_slice() else { return None };
    let below = |span: &Span| {
        let line = article.words(*span);
        alone(line).or_else(|| signed(line)).or_else(|| copyright(line))
    };
    let above = |span: &Span| signed(article.words(*span));
    let credited =
        |agency, span: &Span| Credit { agency, from: CreditFrom::Line, span: Some(*span) };
    let last_line = below(last).map(|agency| credited(agency, last));
    last_line.or_else(|| above(first).map(|agency| credited(agency, first)))
}

fn alone(line: &str) -> Option<String> {
    if line.len() > LINE {
        return None;
    }
    let bare = |part: &str| agencies::agency(part.trim_matches(BRACKETS).trim());
    let labelled = || {
        let (label, rest) = line.split_once([':', '：'])?;
        LABELS.contains(&agencies::folded(label).as_str()).then(|| bare(rest))?
    };
    bare(line).or_else(labelled)
}

/// `— Ada Lane, The Associated Press`, `By ADA LANE, AP Business Writer`.
fn signed(line: &str) -> Option<String> {
    let (name, rest) = line.rsplit_once(',').filter(|_| line.len() <= LINE)?;
    let rest = rest.trim().trim_end_matches(['.', ')']);
    let writer = || {
        let (agency, office) = rest.split_once(' ')?;
        let last = office.rsplit(' ').next()?;
        WRITERS.contains(&agencies::folded(last).as_str()).then(|| agencies::agency(agency))?
    };
    places(name).then(|| agencies::agency(rest).or_else(writer))?
}

/// `Copyright 2026 The Associated Press. All rights reserved.`
fn copyright(line: &str) -> Option<String> {
    let start = head(line, OPENING).trim_start_matches(BRACKETS);
    let claimed =
        line.trim_start().starts_with('©') || agencies::folded(start).starts_with("copyright");
    if !claimed {
        return None;
    }
    let named: Vec<&str> = words(start)
        .map(|word| word.of(start))
        .filter(|word| !word.starts_with(|first: char| first.is_ascii_digit()))
        .filter(|word| !matches!(fold(word).as_str(), "copyright" | "c" | "the" | "by"))
        .take(LONGEST_NAME)
        .collect();
    (1..=named.len()).rev().find_map(|end| agencies::agency(&named.get(..end)?.join(" ")))
}

/// Words of an agency's name in a line of copyright.
const LONGEST_NAME: usize = 4;

/// What those who write for an agency are called, folded.
const WRITERS: [&str; 6] = ["writer", "writers", "correspondent", "reporter", "staff", "editor"];

/// What a credit in a last line stands between.
const BRACKETS: &[char] =
    &['(', ')', '[', ']', '/', '（', '）', '©', '—', '–', '-', '.', '«', '»', '"', ' ', '*'];

/// What a credit in a last line is labelled with, folded.
const LABELS: [&str; 10] = [
    "source",
    "sources",
    "via",
    "источник",
    "fuente",
    "quelle",
    "fonte",
    "来源",
    "來源",
    "дереккөз",
];

#[cfg(test)]
mod tests {
    use super::{alone, bracketed, copyright, dashed, head, signed, telegram};

    #[track_caller]
    fn check(paragraph: &str, expected: Option<&str>) {
        let head = head(paragraph, super::OPENING);
        let found = bracketed(head).or_else(|| dashed(head)).or_else(|| telegram(head));
        assert_eq!(found.as_ref().map(|(agency, _)| agency.as_str()), expected, "{paragraph}");
    }

    #[test]
    fn agencies_open_their_copy_in_many_ways() {
        check("МОСКВА, 4 фев — РИА Новости. Паром затонул.", Some("RIA Novosti"));
        check("АСТАНА. КАЗИНФОРМ – Паром затонул.", Some("Kazinform"));
        check("(ANSA) - ROMA, 04 FEB - Un traghetto.", Some("ANSA"));
        check("Berlin (dpa) - Eine Fähre ist gesunken.", Some("dpa"));
        check("Madrid, 4 feb (EFE).- Un barco.", Some("EFE"));
        check("新华社北京2月4日电（记者王）一艘渡轮沉没。", Some("Xinhua"));
        check("（中央社台北4日電）一艘渡輪沉沒。", Some("CNA (Taiwan)"));
        check("【東京共同】船が沈んだ。", Some("Kyodo News"));
        check("(서울=연합뉴스) 배가 가라앉았다.", Some("Yonhap"));
        check("بيروت (رويترز) - غرقت عبارة.", Some("Reuters"));
    }

    #[test]
    fn agencies_close_their_copy_in_many_ways() {
        let check = |line: &str, expected: Option<&str>| {
            let found = alone(line).or_else(|| signed(line)).or_else(|| copyright(line));
            assert_eq!(found.as_deref(), expected, "{line}");
        };
        check("(AFP)", Some("AFP"));
        check("Источник: ТАСС", Some("TASS"));
        check("— Ada Lane, The Associated Press", Some("Associated Press"));
        check("By ADA LANE, AP Business Writer", Some("Associated Press"));
        check("© 2026 AFP", Some("AFP"));
        check(
            "Copyright 2026 The Associated Press. All rights reserved.",
            Some("Associated Press"),
        );
        check("The Associated Press contributed to this report.", None);
        check("Photo: Ada Lane / AFP", None);
        check("He spoke to reporters, Reuters", None);
        check("Copyright 2026 The Harrow Gazette", None);
    }

    #[test]
    fn an_agency_in_a_sentence_is_not_its_credit() {
        check("Reuters, AP and AFP reported that a ferry sank.", None);
        check("The ministry told Reuters. It said no more.", None);
        check("The ferry company (AFP) sank.", None);
        check("新华社报道，一艘渡轮沉没。", None);
        check("A ferry sank (Reuters) - officials said.", None);
        check("", None);
    }
}
