use super::topic;
use parallax_model::{
    Article, CaptureRef, Digest, Direction, MediaType, Outlet, OutletFrom, PayloadRange,
    SourcedText,
};

/// An article of invented words: a headline and a body.
fn article(language: &str, section: Option<&str>, headline: &str, body: &str) -> Article {
    let mut text = SourcedText::default();
    text.push(headline, PayloadRange::new(0, headline.len()));
    text.push_break('\n');
    let start = text.len();
    text.push(body, PayloadRange::new(start, start + body.len()));
    let digest = Digest::of(body.as_bytes());
    Article {
        id: digest.into(),
        capture: CaptureRef {
            path: "page.txt".to_owned(),
            record: None,
            url: None,
            media_type: MediaType::Text,
            sha256: digest,
            captured_at: None,
            stored: 0..0,
        },
        outlet: Outlet {
            name: None,
            domain: None,
            from: OutletFrom::Chrome,
            fingerprint: None,
            offset: None,
        },
        url: None,
        language: language.to_owned(),
        direction: Direction::Ltr,
        headline: text.trimmed(0..headline.len()),
        standfirst: None,
        paragraphs: text.trimmed(start..text.len()).into_iter().collect(),
        text,
        dateline: None,
        byline: Vec::new(),
        published: None,
        modified: None,
        section: section.map(str::to_owned),
        tags: Vec::new(),
        images: Vec::new(),
        related: Vec::new(),
        alternates: Vec::new(),
        wire_credit: None,
        boilerplate: Vec::new(),
    }
}

#[track_caller]
fn check(language: &str, headline: &str, body: &str, expected: Option<(&str, &[&str])>) {
    let article = article(language, None, headline, body);
    let topic = topic(&article);
    let words = |topic: &parallax_model::Topic| {
        topic.words.iter().map(|span| article.words(*span).to_owned()).collect::<Vec<_>>()
    };
    let seen = topic.as_ref().map(|topic| (topic.media.name(), words(topic)));
    let seen = seen
        .as_ref()
        .map(|(name, words)| (*name, words.iter().map(String::as_str).collect::<Vec<_>>()));
    let expected = expected.map(|(name, words)| (name, words.to_vec()));
    assert_eq!(seen, expected, "{headline}");
}

#[test]
fn the_words_that_told_are_shown() {
    check(
        "en",
        "Earthquake shakes Ostrel valley",
        "Rescuers searched the rubble on Monday.",
        Some(("disaster, accident and emergency incident", &["Earthquake", "Rescuers", "rubble"])),
    );
    check(
        "ru",
        "Сборная Норланда выиграла турнир",
        "Вратарь отразил два удара.",
        Some(("sport", &["Сборная", "турнир", "Вратарь"])),
    );
    check(
        "de",
        "Bundestagswahl in Norland",
        "Die Abgeordneten stimmten über den Gesetzentwurf der Opposition ab.",
        Some(("politics and government", &["Abgeordneten", "Gesetzentwurf", "Opposition"])),
    );
    check(
        "zh",
        "诺兰发生强烈地震",
        "救援人员在废墟中搜救失踪者。",
        Some(("disaster, accident and emergency incident", &["地震", "救援人员", "搜救", "失踪"])),
    );
}

#[test]
fn the_longest_phrase_counts_and_no_word_within_it() {
    check(
        "en",
        "Air strike hits Selby Quay",
        "An air strike hit the harbour, the rebels said.",
        Some(("conflict, war and peace", &["Air strike", "rebels"])),
    );
}

#[test]
fn what_is_not_clear_is_not_said() {
    check("en", "Council meets on Monday", "The talk was long.", None);
    check("en", "", "", None);
    check("tlh", "Earthquake", "Earthquake, rescuers, rubble.", None);
}

#[test]
fn a_section_tells_too() {
    let alone = |section| {
        let article = article("en", section, "What we know so far", "Here is what we know.");
        topic(&article).map(|topic| (topic.media.name(), topic.section))
    };
    assert_eq!(alone(Some("Sport")), Some(("sport", true)));
    assert_eq!(alone(Some("Home / Politics")), Some(("politics and government", true)));
    assert_eq!(alone(Some("World")), None);
}
