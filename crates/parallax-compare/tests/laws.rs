//! What holds for every comparison: hand-marked accounts of invented events.

use jiff::civil::date;
use parallax_compare::{Meanings, compare_by_meaning};
use parallax_encoder::Embedding;
use parallax_model::{
    Annotations, Article, Bound, CaptureRef, Citation, Claim, ClaimStatus, Comparison, Digest,
    Direction, Entity, EntityKind, Grouping, MediaType, Mention, MentionForm, NamedBy, Nature,
    Origin, Outlet, OutletFrom, PayloadRange, Precision, Quantity, Quotation, QuotationKind,
    SourcedText, Span, Stamp, StampFrom, StampPoint, Story, Timex,
};
use proptest::prelude::*;

/// An article whose body is `sentences`, one paragraph.
fn article(outlet: &str, day: i8, headline: &str, sentences: &[&str]) -> (Article, Annotations) {
    let body = sentences.join(" ");
    let whole = format!("{headline}\n{body}");
    let mut text = SourcedText::default();
    text.push(&whole, PayloadRange::new(0, whole.len()));
    let digest = Digest::of(format!("{outlet}{whole}").as_bytes());
    let mut at = headline.len() + 1;
    let mut spans = Vec::new();
    for sentence in sentences {
        spans.extend(text.span(at, at + sentence.len()));
        at += sentence.len() + 1;
    }
    let article = Article {
        id: Article::name(None, None, digest),
        capture: CaptureRef {
            path: format!("{outlet}.txt"),
            record: None,
            url: None,
            media_type: MediaType::Text,
            sha256: digest,
            captured_at: None,
            stored: 0..0,
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
        headline: text.span(0, headline.len()).ok(),
        standfirst: None,
        paragraphs: text.trimmed(headline.len() + 1..whole.len()).into_iter().collect(),
        dateline: None,
        byline: Vec::new(),
        published: Some(Stamp {
            point: StampPoint::Day(date(2031, 5, day)),
            zone: None,
            from: StampFrom::Text,
        }),
        modified: None,
        section: None,
        tags: Vec::new(),
        images: Vec::new(),
        related: Vec::new(),
        alternates: Vec::new(),
        wire_credit: None,
        boilerplate: Vec::new(),
        text,
    };
    (article, Annotations { sentences: spans, ..Annotations::default() })
}

fn find(article: &Article, words: &str) -> Span {
    let start = article.text.as_str().find(words).expect("the fixture holds the words");
    article.text.span(start, start + words.len()).expect("words are whole")
}

fn person(article: &Article, notes: &mut Annotations, name: &str, forms: &[&str]) -> usize {
    let named = |words: &&str| Mention { span: find(article, words), form: MentionForm::Named };
    let mentions = forms.iter().map(named).collect();
    notes.entities.push(Entity { name: name.to_owned(), kind: EntityKind::Person, mentions });
    notes.entities.len() - 1
}

fn quote(article: &Article, notes: &mut Annotations, words: &str, speaker: usize) {
    let utterance = notes.quotations.len();
    notes.quotations.push(Quotation {
        span: find(article, words),
        kind: QuotationKind::Partial,
        speaker: Some(speaker),
        speaker_name: Some(notes.entities[speaker].name.clone()),
        speaker_span: None,
        cue: None,
        utterance,
    });
}

/// One story of all articles, each outlet its own origin.
fn compared(read: &[(Article, Annotations)]) -> Comparison {
    compared_by(read, &Meanings::default())
}

/// The same with what the sentences mean: one thing for each number, in the order of the sentences.
fn compared_by_meaning(read: &[(Article, Annotations)], things: &[&[usize]]) -> Comparison {
    compared_by(read, &meanings(things))
}

fn meanings(things: &[&[usize]]) -> Meanings {
    let meaning = |thing: &usize| {
        let mut numbers = [0; Embedding::LENGTH];
        numbers.iter_mut().skip(thing * 16).take(16).for_each(|number| *number = 127);
        Embedding::from_numbers(numbers)
    };
    let by_article = things.iter().map(|all| all.iter().map(meaning).collect());
    Meanings::new(by_article.enumerate())
}

fn compared_by(read: &[(Article, Annotations)], meanings: &Meanings) -> Comparison {
    let (articles, annotations): (Vec<_>, Vec<_>) = read.iter().cloned().unzip();
    let story = Story {
        id: Story::name(articles[0].id),
        aliases: Vec::new(),
        articles: (0..articles.len()).collect(),
        origins: (0..articles.len())
            .map(|at| {
                let name = articles[at].outlet.name.clone().unwrap_or_default();
                Origin {
                    name: name.clone(),
                    agency: false,
                    named_by: NamedBy::Only,
                    outlets: vec![name],
                    articles: vec![at],
                }
            })
            .collect(),
    };
    let copy_of = vec![None; articles.len()];
    let grouping = Grouping { stories: vec![story.clone()], copy_of, why: Vec::new() };
    compare_by_meaning(&story, &articles, &annotations, &grouping, meanings)
}

fn told<'a>(read: &'a [(Article, Annotations)], claim: &Claim) -> Vec<&'a str> {
    claim.statements.iter().map(|one| read[one.article].0.words(one.span)).collect()
}

fn values<'a>(read: &'a [(Article, Annotations)], comparison: &Comparison) -> Vec<&'a str> {
    let all = comparison.differences.iter().flat_map(|difference| &difference.values);
    all.map(|value| read[value.article].0.words(value.span)).collect()
}

#[test]
fn two_outlets_telling_one_thing_agree() {
    let read = [
        article(
            "Gull",
            3,
            "Ferry aground",
            &[
                "The ferry Halcyon ran aground on a sandbank outside Port Ardel.",
                "Nobody asked about breakfast.",
            ],
        ),
        article(
            "Heron",
            4,
            "Sandbank holds ferry",
            &[
                "Passengers sang on deck.",
                "The Halcyon, a ferry, ran aground outside Port Ardel on a hidden sandbank.",
            ],
        ),
    ];
    let comparison = compared(&read);
    let first = &comparison.claims[0];
    assert_eq!(first.status, ClaimStatus::Agreed);
    assert_eq!(told(&read, first).len(), 2);
    assert_eq!(first.first.as_ref().map(|first| first.article), Some(0));
    assert_eq!(comparison.claims.len(), 3);
}

#[test]
fn a_fragment_without_its_degree_word_is_a_changed_quotation() {
    let mut gull =
        article("Gull", 3, "Talks end", &["Mayor Dunstan Vale called the harbour talks “useful”."]);
    let vale = person(&gull.0, &mut gull.1, "Dunstan Vale", &["Dunstan Vale"]);
    quote(&gull.0, &mut gull.1, "useful", vale);
    let mut heron =
        article("Heron", 3, "Talks", &["Vale said the harbour talks had been “hardly useful”."]);
    let vale = person(&heron.0, &mut heron.1, "Vale", &["Vale"]);
    quote(&heron.0, &mut heron.1, "hardly useful", vale);
    let read = [gull, heron];
    let comparison = compared(&read);
    assert_eq!(comparison.quotations.len(), 1);
    assert_eq!(values(&read, &comparison), ["useful", "hardly useful"]);
    assert_eq!(comparison.claims[0].status, ClaimStatus::Differs);
}

#[test]
fn a_cut_quotation_is_no_difference() {
    let mut gull =
        article("Gull", 3, "Talks end", &["Dunstan Vale said they “parted as good friends”."]);
    let vale = person(&gull.0, &mut gull.1, "Dunstan Vale", &["Dunstan Vale"]);
    quote(&gull.0, &mut gull.1, "parted as good friends", vale);
    let mut heron =
        article("Heron", 3, "Talks", &["“We shouted, and we parted as good friends,” Vale said."]);
    let vale = person(&heron.0, &mut heron.1, "Vale", &["Vale"]);
    quote(&heron.0, &mut heron.1, "We shouted, and we parted as good friends,", vale);
    let read = [gull, heron];
    let comparison = compared(&read);
    assert_eq!(comparison.quotations.len(), 1);
    assert_eq!(comparison.quotations[0].fullest, 1);
    assert_eq!(comparison.differences, []);
}

/// How many claims two accounts have in common that mean the same by their words alone and share none.
fn shared_by_words_alone(languages: [&str; 2]) -> usize {
    let mut gull = article("Gull", 3, "Ferry", &["Autem pontis ruina flumen clausit."]);
    let mut skua = article("Skua", 3, "Fähre", &["Vespere navis saxum ingens percussit."]);
    languages[0].clone_into(&mut gull.0.language);
    languages[1].clone_into(&mut skua.0.language);
    let meanings = meanings(&[&[0], &[0]]).knowing_words_of([0, 1]);
    let comparison = compared_by(&[gull, skua], &meanings);
    comparison.claims.iter().filter(|claim| claim.statements.len() > 1).count()
}

#[test]
fn what_words_alone_mean_joins_sentences_of_two_languages_and_not_of_one() {
    assert_eq!(shared_by_words_alone(["kk", "vi"]), 1);
    assert_eq!(shared_by_words_alone(["vi", "vi"]), 0);
}

/// Two things said by one speaker, in two languages; what each sentence means.
fn in_two_languages(heron: usize) -> Comparison {
    let mut gull =
        article("Gull", 3, "Talks end", &["“We shouted, and we parted as friends,” Vale said."]);
    let vale = person(&gull.0, &mut gull.1, "Dunstan Vale", &["Vale"]);
    quote(&gull.0, &mut gull.1, "We shouted, and we parted as friends,", vale);
    let mut skua =
        article("Skua", 3, "Gespräche", &["„Wir schrien und gingen als Freunde“, sagte Vale."]);
    "de".clone_into(&mut skua.0.language);
    let vale = person(&skua.0, &mut skua.1, "Dunstan Vale", &["Vale"]);
    quote(&skua.0, &mut skua.1, "Wir schrien und gingen als Freunde", vale);
    compared_by_meaning(&[gull, skua], &[&[0], &[heron]])
}

#[test]
fn a_translation_is_the_same_utterance_and_no_difference() {
    let comparison = in_two_languages(0);
    assert_eq!(comparison.quotations.len(), 1);
    assert_eq!(comparison.quotations[0].fullest, 0);
    assert_eq!(comparison.differences, []);
    assert_eq!(comparison.claims[0].status, ClaimStatus::Agreed);
}

#[test]
fn another_thing_the_speaker_said_is_no_translation() {
    assert_eq!(in_two_languages(1).quotations.len(), 2);
}

/// The voice of the only sentence, in which `said` is reported by `cue` of `who`.
fn voice(sentence: &str, who: &str, cue: &str, said: &str) -> &'static str {
    let (gull, mut notes) = article("Gull", 3, "Talks", &[sentence]);
    notes.quotations.push(Quotation {
        span: find(&gull, said),
        kind: QuotationKind::Indirect,
        speaker: None,
        speaker_name: Some(who.to_owned()),
        speaker_span: Some(find(&gull, who)),
        cue: Some(find(&gull, cue)),
        utterance: 0,
    });
    compared(&[(gull, notes)]).claims[0].statements[0].voice.name()
}

#[test]
fn who_speaks_in_an_aside_does_not_vouch_for_the_sentence() {
    let aside = "Prosecutors opened the harbour records on Monday after residents said the quay was unsafe.";
    assert_eq!(voice(aside, "residents", "said", "the quay was unsafe"), "outlet");
    let main = "After the records were opened on Monday, residents said the quay was unsafe.";
    assert_eq!(voice(main, "residents", "said", "the quay was unsafe"), "unnamed");
}

#[test]
fn what_one_denies_and_another_affirms_is_a_conflict() {
    let read = [
        article(
            "Gull",
            3,
            "Talks end",
            &["The fishing ministers signed a joint declaration on herring quotas in Ardel."],
        ),
        article(
            "Heron",
            3,
            "Talks",
            &["The fishing ministers did not sign a joint declaration on herring quotas in Ardel."],
        ),
    ];
    let comparison = compared(&read);
    assert_eq!(values(&read, &comparison).len(), 2);
}

#[test]
fn a_vote_that_is_counted_in_two_ways_is_a_conflict() {
    let read = [
        article("Gull", 3, "Vote", &["The council of Ardel voted 31 to 28 for the herring tax."]),
        article(
            "Heron",
            3,
            "Vote",
            &["Ardel will tax herring: the council voted by 32 votes to 28."],
        ),
    ];
    let comparison = compared(&read);
    assert_eq!(values(&read, &comparison), ["31 to 28", "32 votes to 28"]);
}

fn count(article: &Article, notes: &mut Annotations, number: &str, counted: &str) {
    let span = find(article, number);
    let milli = number.parse::<i128>().expect("a number") * 1000;
    notes.quantities.push(Quantity {
        span,
        number: span,
        milli,
        upper: None,
        unit: String::new(),
        counted: counted.to_owned(),
        bound: Bound::Exactly,
    });
}

#[test]
fn two_counts_of_one_thing_are_a_conflict_and_a_remainder_is_not() {
    let told = |outlet: &str, number: &str, between: &str| {
        let sentence =
            format!("The court ruled that {number} {between}towns keep the harbour money.");
        let (article, mut notes) = article(outlet, 3, "Harbour money", &[&sentence]);
        count(&article, &mut notes, number, "town");
        (article, notes)
    };
    let read = [told("Gull", "33", ""), told("Heron", "30", "")];
    assert_eq!(values(&read, &compared(&read)), ["33", "30"]);
    let read = [told("Gull", "33", ""), told("Heron", "30", "other ")];
    assert_eq!(values(&read, &compared(&read)), [] as [&str; 0]);
}

/// The natures of the differences between two sentences, the first of which tells `ours` and the second all of `theirs`.
fn natures(one: &str, ours: &[(&str, &str)], other: &str, theirs: &[(&str, &str)]) -> Vec<Nature> {
    let mut read = [article("Gull", 3, "Port", &[one]), article("Heron", 3, "Harbour", &[other])];
    for ((told, notes), figures) in read.iter_mut().zip([ours, theirs]) {
        for (number, counted) in figures {
            count(told, notes, number, counted);
        }
    }
    compared(&read).differences.iter().map(|difference| difference.nature).collect()
}

#[test]
fn figures_that_add_up_to_another_do_not_contradict_it() {
    let other = "The port of Ardel dismissed 30 pilots and 20 clerks over the herring tax.";
    let theirs = [("30", "pilot"), ("20", "clerk")];
    let told = |number: &str| {
        let one = format!("The port of Ardel dismissed {number} pilots over the herring tax.");
        natures(&one, &[(number, "pilot")], other, &theirs)
    };
    assert_eq!(told("40"), [Nature::Conflict]);
    assert_eq!(told("50"), []);
}

#[test]
fn of_a_count_that_grows_figures_of_one_day_are_an_update_where_many_tell() {
    let told = |outlet: &str, number: &str| {
        let sentence = format!("The storm killed {number} people in the port of Ardel.");
        let mut read = article(outlet, 3, "Storm", &[&sentence]);
        count(&read.0, &mut read.1, number, "person");
        read
    };
    let natures = |read: &[(Article, Annotations)]| -> Vec<Nature> {
        compared(read).differences.iter().map(|difference| difference.nature).collect()
    };
    let two = [told("Gull", "14"), told("Heron", "17")];
    assert_eq!(natures(&two), [Nature::Conflict]);
    let three = [told("Gull", "14"), told("Heron", "17"), told("Tern", "17")];
    assert_eq!(natures(&three), [Nature::Update]);
}

fn day(article: &Article, notes: &mut Annotations, words: &str, value: &str) {
    notes.dates.push(Timex::new(find(article, words), value.to_owned(), Precision::Day));
}

#[test]
fn what_is_put_off_until_a_day_is_on_that_day() {
    let told = |outlet: &str, day_of: i8, sentence: &str, words: &str, value: &str| {
        let (article, mut notes) = article(outlet, day_of, "Harbour bill", &[sentence]);
        day(&article, &mut notes, words, value);
        (article, notes)
    };
    let read = [
        told("Gull", 3, "The harbour bill is put to the vote on 20 May.", "20 May", "2031-05-20"),
        told(
            "Heron",
            8,
            "The vote on the harbour bill is put off until 12 June.",
            "12 June",
            "2031-06-12",
        ),
    ];
    let comparison = compared(&read);
    assert_eq!(values(&read, &comparison), ["20 May", "12 June"]);
    assert_eq!(comparison.differences[0].nature, Nature::Update);
}

#[test]
fn the_week_of_a_bare_weekday_is_only_guessed() {
    let told = |outlet: &str, words: &str, value: &str| {
        let sentence = format!("The court rules on the harbour bill on {words}.");
        let (article, mut notes) = article(outlet, 2, "Harbour bill", &[&sentence]);
        day(&article, &mut notes, words, value);
        (article, notes)
    };
    let read = [told("Gull", "Friday", "2031-05-02"), told("Heron", "9 May", "2031-05-09")];
    assert_eq!(values(&read, &compared(&read)), [] as [&str; 0]);
    let read = [told("Gull", "2 May", "2031-05-02"), told("Heron", "9 May", "2031-05-09")];
    assert_eq!(values(&read, &compared(&read)), ["2 May", "9 May"]);
}

#[test]
fn not_only_denies_nothing() {
    let read = [
        article(
            "Gull",
            3,
            "Warning",
            &["The port authority did issue a storm warning for the Ardel quay."],
        ),
        article(
            "Heron",
            3,
            "Warning",
            &["The port authority did not only issue a storm warning for the Ardel quay."],
        ),
    ];
    assert_eq!(values(&read, &compared(&read)), [] as [&str; 0]);
}

#[test]
fn what_was_offered_is_not_denied_by_what_was_not_taken() {
    let read = [
        article("Gull", 3, "Offer", &["The owners offered the Ardel crew a wage deal on Monday."]),
        article(
            "Heron",
            3,
            "Offer",
            &["The Ardel crew would not take the wage deal of the owners on Monday."],
        ),
    ];
    assert!(compared(&read).differences.is_empty());
}

#[test]
fn one_rare_word_does_not_make_two_sentences_one_claim() {
    let read = [
        article("Gull", 3, "Fire", &["Police closed the quay and asked people to stay at home."]),
        article("Heron", 3, "Fire", &["She has sold mackerel on the quay for thirty winters."]),
    ];
    let comparison = compared(&read);
    assert!(comparison.claims.iter().all(|claim| claim.statements.len() == 1));
}

#[test]
fn an_earlier_report_is_found_and_an_earlier_event_is_not() {
    let read = [article(
        "Gull",
        3,
        "Talks end",
        &[
            "Earlier, the Ardel Gull reported that the talks would be short.",
            "Earlier the fleet had reported engine trouble.",
        ],
    )];
    let comparison = compared(&read);
    let found: Vec<&str> =
        comparison.earlier.iter().map(|earlier| read[0].0.words(earlier.span)).collect();
    assert_eq!(found, ["Earlier, the Ardel Gull reported that the talks would be short."]);
}

#[test]
fn a_timeline_runs_from_old_to_new() {
    let mut gull = article("Gull", 3, "Talks end", &["The talks of May 2 followed a ban in 2029."]);
    let (day, year) = (find(&gull.0, "May 2"), find(&gull.0, "2029"));
    let timex = |span, value: &str, precision| Timex::new(span, value.to_owned(), precision);
    gull.1.dates =
        vec![timex(day, "2031-05-02", Precision::Day), timex(year, "2029", Precision::Year)];
    let comparison = compared(&[gull]);
    let days: Vec<&str> = comparison.timeline.iter().map(|entry| entry.value.as_str()).collect();
    assert_eq!(days, ["2029", "2031-05-02"]);
    assert_eq!(comparison.when.start.as_deref(), Some("2031-05-02"));
}

#[test]
fn a_sentence_credited_to_another_outlet_adds_no_origin() {
    let read = |credited: bool| {
        let gull = article(
            "Gull",
            3,
            "Ferry aground",
            &["The ferry Halcyon ran aground on a sandbank outside Port Ardel at noon."],
        );
        let mut heron = article(
            "Heron",
            4,
            "Ferry held",
            &[
                "The Halcyon, a ferry, ran aground on a sandbank outside Port Ardel, the Gull reports.",
            ],
        );
        if credited {
            let span = find(&heron.0, "the Gull reports");
            heron.1.citations = vec![Citation { span, source_name: "Gull".to_owned() }];
        }
        compared(&[gull, heron])
    };
    let (own, credited) = (&read(false).claims[0], &read(true).claims[0]);
    assert_eq!((own.origins, own.status), (2, ClaimStatus::Agreed));
    assert_eq!((credited.origins, credited.status), (1, ClaimStatus::Single));
    assert_eq!(credited.statements.len(), 2);
}

/// Who does not carry the claim that holds `words`, and why.
fn silent(
    read: &[(Article, Annotations)],
    comparison: &Comparison,
    words: &str,
) -> Vec<(usize, &'static str)> {
    let mut claims = comparison.claims.iter();
    let claim = claims.find(|claim| told(read, claim).iter().any(|text| text.contains(words)));
    let absent = claim.and_then(|claim| claim.absent.as_ref()).expect("few origins are named");
    absent.iter().map(|one| (one.origin, one.why.name())).collect()
}

#[test]
fn who_came_out_before_a_thing_was_known_has_not_left_it_out() {
    let aground = "The ferry Halcyon ran aground on a sandbank outside Port Ardel.";
    let read = [
        article("Gull", 3, "Ferry aground", &[aground, "Two lifeboats were launched at noon."]),
        article("Heron", 4, "Ferry held", &["Divers found a hole below the waterline."]),
        article("Tern", 5, "Tide to free ferry", &[aground]),
    ];
    let comparison = compared(&read);
    assert_eq!(silent(&read, &comparison, "waterline"), [(0, "not known yet"), (2, "not told")]);
    assert_eq!(silent(&read, &comparison, "lifeboats"), [(1, "not told"), (2, "not told")]);
    assert_eq!(silent(&read, &comparison, "sandbank"), [(1, "not told")]);
}

#[test]
fn a_day_without_an_hour_accuses_nobody_of_that_day() {
    let read = [
        article("Gull", 3, "Ferry aground", &["Two lifeboats were launched at noon."]),
        article("Heron", 3, "Ferry held", &["Divers found a hole below the waterline."]),
    ];
    assert_eq!(silent(&read, &compared(&read), "waterline"), [(0, "times unclear")]);
}

#[test]
fn what_is_near_is_perhaps_told() {
    let read = [
        article("Gull", 3, "Ferry aground", &["Divers found a hole below the waterline."]),
        article(
            "Heron",
            4,
            "Ferry held",
            &["The owner blamed a hole that nobody had mended since the winter."],
        ),
    ];
    assert_eq!(silent(&read, &compared(&read), "waterline"), [(1, "perhaps told")]);
}

#[test]
fn a_language_no_other_account_is_in_is_said_not_to_be_compared() {
    let mut skua = article("Skua", 5, "Halcyon", &["Halcyon aurra qumi tavak Ardel nuruk."]);
    "eu".clone_into(&mut skua.0.language);
    let read = [
        article("Gull", 3, "Ferry aground", &["Two lifeboats were launched at noon."]),
        article("Heron", 4, "Ferry held", &["Divers found a hole below the waterline."]),
        skua,
        article("Tern", 6, "Held", &["Held."]),
    ];
    let comparison = compared(&read);
    let left: Vec<(usize, &str, usize)> = comparison
        .not_compared
        .iter()
        .map(|one| (one.article, one.why.name(), one.sentences))
        .collect();
    assert_eq!(left, [(2, "language", 1), (3, "too short", 1)]);
    assert_eq!(
        silent(&read, &comparison, "lifeboats"),
        [(1, "not told"), (2, "not compared"), (3, "not compared")]
    );
}

#[test]
fn a_story_of_one_origin_leaves_nothing_out() {
    let read = [article("Gull", 3, "Held", &["Held."])];
    assert_eq!(compared(&read).not_compared, []);
}

#[test]
fn an_outlet_with_the_words_of_an_older_account_is_said_to_have_them() {
    let read = [
        article(
            "Gull",
            3,
            "Ferry aground",
            &["The ferry Halcyon ran aground on a sandbank outside the harbour of Port Ardel."],
        ),
        article(
            "Heron",
            4,
            "Ferry held",
            &["The ferry Halcyon ran aground on a sandbank outside the port of Port Ardel."],
        ),
        article(
            "Tern",
            5,
            "Held",
            &["A sandbank outside Port Ardel stopped the ferry Halcyon in its harbour."],
        ),
    ];
    let comparison = compared(&read);
    let words: Vec<Option<usize>> =
        comparison.claims[0].statements.iter().map(|one| one.verbatim).collect();
    assert_eq!(words, [None, Some(0), None]);
    assert_eq!(comparison.claims[0].origins, 3);
}

#[test]
fn what_someone_said_is_in_nobodys_words_but_theirs() {
    let said = "“We heard the keel on the sand and then the whole ship stood still,” he said.";
    let read = ["Gull", "Heron"].map(|outlet| {
        let (gull, mut notes) = article(outlet, 3, "Ferry", &[said]);
        let vale = person(&gull, &mut notes, "he", &["he said"]);
        quote(
            &gull,
            &mut notes,
            "We heard the keel on the sand and then the whole ship stood still,",
            vale,
        );
        (gull, notes)
    });
    let comparison = compared(&read);
    let mut statements = comparison.claims.iter().flat_map(|claim| &claim.statements);
    assert!(statements.all(|one| one.verbatim.is_none()));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn any_text_compares_the_same_twice(
        first in prop::collection::vec("[\\PC]{1,30}|(the )?(ferry|Halcyon|ran|not|30) [a-e]{1,4}( said)?", 1..5),
        second in prop::collection::vec("[\\PC]{1,30}|(the )?(ferry|Halcyon|ran|not|30) [a-e]{1,4}( said)?", 1..5),
    ) {
        let sentences = |all: &[String]| -> (Article, Annotations) {
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            article("Gull", 3, "Headline", &all)
        };
        let read = [sentences(&first), sentences(&second)];
        let comparison = compared(&read);
        let mut carried: Vec<(usize, Span)> = comparison
            .claims
            .iter()
            .flat_map(|claim| claim.statements.iter().map(|one| (one.article, one.span)))
            .collect();
        let shared = |claim: &&Claim| claim.origins > 1;
        for single in comparison.claims.iter().filter(|claim| !shared(claim)) {
            let mut agreed = comparison.claims.iter().filter(shared).flat_map(|claim| &claim.statements);
            let lone = &single.statements[0];
            prop_assert!(!agreed.any(|one| (one.article, one.span) == (lone.article, lone.span)));
        }
        carried.sort_unstable();
        carried.dedup();
        prop_assert_eq!(carried.len(), first.len() + second.len());
        prop_assert_eq!(compared(&read), comparison);
    }
}
