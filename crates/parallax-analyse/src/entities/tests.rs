//! Tests over small invented articles.

use super::entities;
use crate::sentences::sentences;
use expect_test::{Expect, expect};
use parallax_model::{
    Article, CaptureRef, DigestBuilder, Direction, MediaType, MentionForm, Outlet, OutletFrom,
    PayloadRange, SourcedText,
};
use proptest::prelude::*;
use std::fmt::Write;

/// An article whose first line is the headline.
pub(crate) fn article(lines: &str, language: &str, outlet: &str) -> Article {
    let mut text = SourcedText::default();
    let mut spans = Vec::new();
    for line in lines.lines().filter(|line| !line.trim().is_empty()) {
        if !text.is_empty() {
            text.push_break('\n');
        }
        let start = text.len();
        text.push(line, PayloadRange::new(start, start + line.len()));
        spans.extend(text.span(start, text.len()));
    }
    let digest = DigestBuilder::new("article").finish();
    let headline = (!spans.is_empty()).then(|| spans.remove(0));
    Article {
        id: Article::name(None, None, digest),
        capture: CaptureRef {
            path: "page.txt".to_owned(),
            record: None,
            url: None,
            media_type: MediaType::Text,
            sha256: digest,
            captured_at: None,
            stored: 0..1,
        },
        outlet: Outlet {
            name: Some(outlet.to_owned()),
            domain: None,
            from: OutletFrom::Chrome,
            fingerprint: None,
            offset: None,
        },
        url: None,
        language: language.to_owned(),
        direction: Direction::Ltr,
        text,
        headline,
        standfirst: None,
        paragraphs: spans,
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
    }
}

fn render(lines: &str, language: &str) -> String {
    let article = article(lines, language, "Exbury Herald");
    let mut out = String::new();
    for entity in entities(&article, &sentences(&article)) {
        let _ = write!(out, "{} {}:", entity.kind.name(), entity.name);
        for mention in &entity.mentions {
            let sign = match mention.form {
                MentionForm::Named => "",
                MentionForm::Descriptive => "*",
                MentionForm::Pronoun => "^",
            };
            let _ = write!(out, " [{}]{sign}", article.words(mention.span));
        }
        out.push('\n');
    }
    out
}

#[expect(clippy::needless_pass_by_value, reason = "the macro makes a value")]
fn check(lines: &str, expected: Expect) {
    expected.assert_eq(&render(lines, "en"));
}

#[test]
fn titles_offices_and_family_names_are_one_person() {
    check(
        "Ferry deal signed\n\
         Norwegian Prime Minister Ingrid Holm met Peru’s president, Luis Andrade, in Exbury on Monday.\n\
         Ms Holm said the talks went well. The Peruvian president agreed, and he flew home.\n\
         “We signed,” Andrade said.",
        expect![[r"
            person Ingrid Holm: [Norwegian Prime Minister Ingrid Holm] [Ingrid Holm] [Ms Holm] [Holm]
            place Peru: [Peru]
            person Luis Andrade: [Luis Andrade] [The Peruvian president]* [he]^ [Andrade]
            place Exbury: [Exbury]
        "]],
    );
}

#[test]
fn bodies_keep_their_acronyms_and_short_forms() {
    check(
        "Strike over\n\
         The Harbour Workers’ Union (HWU) and Corvane Shipping ended their quarrel.\n\
         The HWU had struck for a week. Shares in Corvane rose.\n\
         Iceland’s finance ministry welcomed it; the Icelandic finance ministry had asked for calm.",
        expect![[r"
            organization Harbour Workers’ Union: [Harbour Workers’ Union] [HWU] [HWU]
            organization Corvane Shipping: [Corvane Shipping] [Corvane]
            place Iceland: [Iceland]
            organization Iceland’s finance ministry: [Iceland’s finance ministry] [Icelandic finance ministry]
        "]],
    );
}

#[test]
fn words_that_only_open_a_sentence_are_no_names() {
    check(
        "Bridge shut\n\
         Yesterday the bridge at Oxmoor was shut. Drivers waited. Meanwhile Oxmoor baked.\n\
         Inspector Mary Vane, 44, said rust was found. Vane will report in May.",
        expect![[r"
            place Oxmoor: [Oxmoor] [Oxmoor]
            person Mary Vane: [Inspector Mary Vane] [Mary Vane] [Vane]
        "]],
    );
}

#[test]
fn a_headline_in_title_case_names_only_who_is_known() {
    check(
        "Vane Says Rusty Oxmoor Bridge Will Stay Shut Until Friday\n\
         The bridge in Oxmoor is rusty, said Mary Vane of the Bridge Inspection Office.",
        expect![[r"
            person Mary Vane: [Vane] [Mary Vane]
            place Oxmoor: [Oxmoor] [Oxmoor]
            organization Bridge Inspection Office: [Bridge Inspection Office]
        "]],
    );
}

#[test]
fn relatives_stay_apart() {
    check(
        "Heirs meet\nOtto Brandt and Clara Brandt met. “I am glad,” Clara Brandt said.",
        expect![[r"
            person Otto Brandt: [Otto Brandt]
            person Clara Brandt: [Clara Brandt] [Clara Brandt]
        "]],
    );
}

#[test]
fn the_presidents_office_is_not_the_president() {
    check(
        "Visit planned\n\
         Chilean President Ana Duarte will travel to Lima, the Chilean presidential office said. \
         The president’s office gave no date.",
        expect![[r"
            person Ana Duarte: [Chilean President Ana Duarte] [Ana Duarte]
            place Lima: [Lima]
            organization Chilean presidential office: [Chilean presidential office]
        "]],
    );
}

#[test]
fn russian_cases_are_one_person() {
    expect![[r"
        person Анна Лебедева: [Анна Лебедева] [Лебедевой] [Лебедева]
        place Осло: [Осло]
    "]]
    .assert_eq(&render(
        "Мост закрыт\n\
         Министр транспорта Анна Лебедева прибыла в Осло. По словам Лебедевой, мост закрыт.\n\
         Ранее Лебедева обещала ремонт.",
        "ru",
    ));
}

#[test]
fn unknown_places_and_firms_are_learnt_from_what_is_said_of_them() {
    check(
        "Bridge to open\n\
         The talks between Quorland and Mestra ended on Monday. Quorland’s prime minister, Ann Orr, was glad.\n\
         Teal Freight, which runs lorries, said it would pay. “We are ready,” the company said.\n\
         The villages of Upper Sill, Ansty and Dray will vanish. Brask Tolme fell.\n\
         A man died in St Brannoc’s hospital near the Osk bridge.",
        expect![[r"
            place Quorland: [Quorland] [Quorland]
            place Mestra: [Mestra]
            person Ann Orr: [Ann Orr]
            organization Teal Freight: [Teal Freight] [the company]*
            place Upper Sill: [Upper Sill]
            place Ansty: [Ansty]
            place Dray: [Dray]
            person Brask Tolme: [Brask Tolme]
            place St Brannoc’s hospital: [St Brannoc] [St Brannoc’s hospital]
            place Osk bridge: [Osk bridge]
        "]],
    );
}

#[test]
fn a_noun_means_the_body_named_last_unless_two_fit() {
    check(
        "Results out\n\
         The Oxmoor Bank lost money. The bank will close. Exbury Rovers beat Lunden United. The club was silent.",
        expect![[r"
            organization Oxmoor Bank: [Oxmoor Bank] [The bank]*
            organization Exbury Rovers: [Exbury Rovers]
            organization Lunden United: [Lunden United]
        "]],
    );
}

#[test]
fn the_own_outlet_is_one_body_whatever_its_words() {
    check(
        "Crane falls\n\
         Ivo Tamm told the Exbury Herald that a crane fell. As Mestra Today reported, nobody was hurt.",
        expect![[r"
            person Ivo Tamm: [Ivo Tamm]
            organization Exbury Herald: [Exbury Herald]
            organization Mestra Today: [Mestra Today]
        "]],
    );
}

#[test]
fn russian_owners_stand_apart_from_names_and_bodies_keep_their_small_words() {
    expect![[r"
        place Варландии: [Варландии]
        person Рута Маддерн: [Рута Маддерн]
        person Анна Ковалева: [Анны Ковалевой] [Анна Ковалева]
        organization Национальная служба по стихийным бедствиям: [Национальная служба по стихийным бедствиям]
        organization МИД: [МИД]
    "]]
    .assert_eq(&render(
        "Пожар в порту\n\
         Об этом сказала начальник пожарной службы Варландии Рута Маддерн. По словам Анны Ковалевой, пожар потушен.\n\
         Анна Ковалева уехала. Национальная служба по стихийным бедствиям молчит. Глава МИД прибыл.",
        "ru",
    ));
}

#[test]
fn russian_seas_bodies_by_letters_and_codes_are_told_apart() {
    expect![[r"
        place Балтийского моря: [Балтийского моря]
        organization МИД Германии: [МИД Германии]
        other BX1b: [BX1b]
        other QRS-TuV: [QRS-TuV]
    "]].assert_eq(&render(
        "Новости порта\n\
         Судно вышло из Балтийского моря. МИД Германии сообщил, что препарат BX1b и вирус QRS-TuV-2 изучены.",
        "ru",
    ));
}

#[test]
fn kazakh_names_are_told_by_a_learned_model() {
    let lines = "Жаңалықтар\n\
         Қазақстан президенті Ерлан Сәбитов Астанада шетелдік қонақтарды қабылдады.\n\
         Кездесуге Қаржы министрлігінің өкілдері қатысты, деп хабарлады Сәбитов.";
    expect![[r"
        place Қазақстан: [Қазақстан]
        person Ерлан Сәбитов: [Ерлан Сәбитов] [Сәбитов]
        organization Қаржы министрлігі: [Қаржы министрлігінің]
    "]]
    .assert_eq(&render(lines, "kk-Cyrl"));
}

#[test]
fn names_in_small_letters_are_seen_where_the_words_around_tell() {
    check(
        "Travel\n\
         my friend lena from new york went to paris last week and loved the food there.",
        expect![[r"
            place paris: [paris]
        "]],
    );
}

proptest! {
    #[test]
    fn any_text_can_be_read_and_twice_the_same(lines in "([\\PC]{0,40}\n){0,4}", names in "([A-Z][a-z]{0,6}[ ,.’-]{1,2}){0,20}") {
        let lines = format!("{lines}\n{names}");
        prop_assert_eq!(render(&lines, "en"), render(&lines, "en"));
        prop_assert_eq!(render(&lines, "kk-Cyrl"), render(&lines, "kk-Cyrl"));
        for language in ["de", "fr", "zh", "ru"] {
            let _ = render(&lines, language);
        }
    }
}

fn check_in(language: &str, lines: &str, expected: &Expect) {
    expected.assert_eq(&render(&format!("1\n{lines}"), language));
}

#[test]
fn a_title_of_a_work_is_one_name() {
    check_in(
        "en",
        "Mayor Tom Voss signed copies of “The Art of the Harbour” on Monday. Critics of The Art of the Harbour \
         called it dull. The exhibition “Boats and Bridges” opened.",
        &expect![[r"
            person Tom Voss: [Mayor Tom Voss] [Tom Voss]
            other The Art of the Harbour: [The Art of the Harbour] [The Art of the Harbour]
            other Boats and Bridges: [Boats and Bridges]
        "]],
    );
}

#[test]
fn a_name_in_marks_is_what_the_noun_beside_it_says() {
    check_in(
        "ru",
        "Об этом сообщило агентство «Северная волна». Компания «Тихий берег» построит порт. Роман «Дорога домой» вышел.",
        &expect![[r"
            organization Северная волна: [Северная волна]
            organization Тихий берег: [Тихий берег]
            other Дорога домой: [Дорога домой]
        "]],
    );
    check_in(
        "de",
        "Die Agentur „Nordische Welle“ meldete den Vorfall. Der Film „Das lange Ufer“ läuft in Wittenau.",
        &expect![[r"
            organization Nordische Welle: [Nordische Welle]
            other Das lange Ufer: [Das lange Ufer]
            place Wittenau: [Wittenau]
        "]],
    );
    check_in(
        "fr",
        "L’agence « Onde du Nord » a signalé l’incident.",
        &expect![[r"
        organization Onde du Nord: [Onde du Nord]
    "]],
    );
    check_in(
        "kk-Cyrl",
        "«Қазқұбыр» компаниясының өкілі бұл туралы айтты.",
        &expect![[r"
        organization Қазқұбыр: [Қазқұбыр]
    "]],
    );
}

#[test]
fn chinese_names_are_told_by_a_learned_model() {
    let lines = "中国外交部发言人陈丽娜周一在北京表示，美国总统约翰·莫里森将于下周访问日本。莫里森还将前往首尔。";
    check_in(
        "zh",
        lines,
        &expect![[r"
        organization 中国外交部: [中国外交部]
        person 陈丽娜: [陈丽娜]
        place 北京: [北京]
        place 美国: [美国]
        person 约翰·莫里森: [约翰·莫里森] [莫里森]
        place 日本: [日本]
    "]],
    );
    let lines = "外交部發言人陳麗娜週一在北京表示，美國總統約翰·莫里森將於下週訪問日本。";
    check_in(
        "zh-Hant",
        lines,
        &expect![[r"
        organization 外交部: [外交部]
        person 陳麗娜: [陳麗娜]
        place 北京: [北京]
        place 美國: [美國]
        person 約翰·莫里森: [約翰·莫里森]
        place 日本: [日本]
    "]],
    );
}

#[test]
fn a_place_that_only_the_dateline_names_is_not_shouted() {
    let named = |line: &str, dateline: &str| {
        let mut article = article(&format!("A dam\n{line}"), "en", "Exbury Herald");
        let first = article.paragraphs.first().copied();
        article.dateline =
            first.and_then(|at| article.text.span(at.start(), at.start() + dateline.len()).ok());
        let found = entities(&article, &sentences(&article));
        found.into_iter().map(|entity| entity.name).collect::<Vec<_>>()
    };
    let quiet = named("PORT HARROW (Exbury Herald) - The dam was built.", "PORT HARROW");
    assert!(quiet.contains(&"Port Harrow".to_owned()), "{quiet:?}");
    let told = "LONDON - The dam was built, people in LONDON said.";
    let twice = named(told, "LONDON");
    assert!(!twice.contains(&"London".to_owned()), "{twice:?}");
}

#[test]
fn offices_tell_people_from_the_lands_and_schools_beside_them() {
    let text = "A row\nThe finance minister of Exmoor, Pella Orrin, left on Monday.\n\
        “It was time,” said Tam Weller, a teacher at Exmoor University, who has advised her.\n\
        Shares of Finch & Co fell.";
    let shown = render(text, "en");
    for line in [
        "person Pella Orrin",
        "person Tam Weller",
        "organization Exmoor University",
        "organization Finch & Co",
    ] {
        assert!(shown.contains(line), "{line} in {shown}");
    }
}
