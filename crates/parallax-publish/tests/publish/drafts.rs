//! Articles and claims in a few words, for tests.

use parallax_model::{
    Annotations, Article, CaptureRef, Claim, ClaimKind, ClaimStatus, Digest, DigestBuilder,
    Direction, MediaType, Outlet, OutletFrom, PayloadRange, ReadArticle, SourcedText, Span, Stamp,
    StampFrom, StampPoint, Statement, Voice,
};

/// An article: its headline, then paragraphs, each a list of sentences.
pub(crate) fn article(outlet: &str, headline: &str, paragraphs: &[&[&str]]) -> ReadArticle {
    let mut text = SourcedText::default();
    let headline = add(&mut text, headline);
    let mut sentences = Vec::new();
    let mut blocks = Vec::new();
    for paragraph in paragraphs {
        text.push_break('\n');
        let spans: Vec<Span> = paragraph
            .iter()
            .enumerate()
            .filter_map(|(at, sentence)| {
                if at > 0 {
                    text.push_break(' ');
                }
                add(&mut text, sentence)
            })
            .collect();
        if let (Some(first), Some(last)) = (spans.first(), spans.last()) {
            blocks.push(first.to(*last));
        }
        sentences.extend(spans);
    }
    let payload = Digest::of(text.as_str().as_bytes());
    let article = Article {
        id: Article::name(None, Some(outlet), payload),
        capture: CaptureRef {
            path: format!("captures/{}.txt", payload.to_string().get(..6).unwrap_or_default()),
            record: None,
            url: None,
            media_type: MediaType::Text,
            sha256: payload,
            captured_at: None,
            stored: 0..u64::try_from(text.len()).unwrap(),
        },
        outlet: Outlet {
            name: Some(outlet.to_owned()),
            domain: None,
            from: OutletFrom::Chrome,
            fingerprint: None,
            offset: None,
        },
        url: None,
        language: "en".to_owned(),
        direction: Direction::Ltr,
        text,
        headline,
        standfirst: None,
        paragraphs: blocks,
        dateline: None,
        byline: Vec::new(),
        published: None,
        modified: None,
        section: None,
        tags: Vec::new(),
        images: Vec::new(),
        related: Vec::new(),
        alternates: Vec::new(),
        wire_credit: None,
        boilerplate: Vec::new(),
    };
    let annotations = Annotations { sentences, ..Annotations::default() };
    ReadArticle {
        article,
        annotations,
        copy_of: None,
        fold: None,
        why: None,
        credit: None,
        notes: Vec::new(),
    }
}

fn add(text: &mut SourcedText, words: &str) -> Option<Span> {
    let start = text.len();
    text.push(words, PayloadRange::new(start, start + words.len()));
    text.trimmed(start..text.len())
}

/// A stamp from `2026-03-04` or `2026-03-04T07:15`.
pub(crate) fn stamp(value: &str) -> Stamp {
    let point = match value.parse() {
        Ok(at) if value.contains('T') => StampPoint::Clock { at, seconds: false, offset: None },
        _ => StampPoint::Day(value.parse().unwrap()),
    };
    Stamp { point, zone: None, from: StampFrom::Text }
}

/// Where `words` first stand in the article.
pub(crate) fn at(read: &ReadArticle, words: &str) -> Span {
    let start = read.article.text.as_str().find(words).expect("the draft holds these words");
    read.article.text.span(start, start + words.len()).unwrap()
}

/// Where `words` first stand in `sentence`.
pub(crate) fn within(read: &ReadArticle, sentence: &str, words: &str) -> Span {
    let start = at(read, sentence).start() + sentence.find(words).expect("it holds these words");
    read.article.text.span(start, start + words.len()).unwrap()
}

pub(crate) fn statement(article: usize, span: Span, voice: Voice, who: Option<&str>) -> Statement {
    Statement { article, span, voice, attributed_to: who.map(str::to_owned), verbatim: None }
}

pub(crate) fn claim(
    status: ClaimStatus,
    kind: ClaimKind,
    origins: usize,
    statements: Vec<Statement>,
) -> Claim {
    let name = format!("{status:?} {kind:?} {statements:?}");
    let mut attributed_to: Vec<String> =
        statements.iter().filter_map(|statement| statement.attributed_to.clone()).collect();
    attributed_to.sort();
    attributed_to.dedup();
    Claim {
        id: DigestBuilder::new("claim").field(name.as_bytes()).finish().into(),
        central: 0,
        status,
        kind,
        attributed_to,
        statements,
        origins,
        first: None,
        absent: Some(Vec::new()),
    }
}
