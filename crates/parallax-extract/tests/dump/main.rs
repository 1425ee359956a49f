//! Dumped pages of outlets and places that do not exist, read whole.

use expect_test::{Expect, expect};
use parallax_extract::article;
use parallax_model::{Article, Capture, CaptureParts, MediaType};
use proptest::prelude::*;
use std::fmt::Write as _;

fn capture(payload: &[u8]) -> Capture {
    Capture::new(CaptureParts {
        path: "page.txt".to_owned(),
        record: None,
        url: None,
        media_type: MediaType::Text,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload: payload.to_vec(),
    })
}

/// One fact a line.
fn render(article: &Article) -> String {
    let mut out = String::new();
    let mut fact = |name: &str, value: &str| {
        writeln!(out, "{name}: {value}").expect("a string takes all");
    };
    fact("outlet", article.outlet.name.as_deref().unwrap_or("-"));
    fact("headline", article.headline_words());
    if let Some(span) = article.standfirst {
        fact("standfirst", article.words(span));
    }
    if let Some(stamp) = &article.published {
        fact("published", &stamp.to_string());
    }
    for author in &article.byline {
        fact("byline", &format!("{} / {}", author.name, author.role.as_deref().unwrap_or("-")));
    }
    if let Some(section) = &article.section {
        fact("section", section);
    }
    for tag in &article.tags {
        fact("tag", tag);
    }
    for image in &article.images {
        let part = |part: &Option<String>| part.clone().unwrap_or_else(|| "-".to_owned());
        fact("image", &format!("{} / {}", part(&image.caption), part(&image.credit)));
    }
    for related in &article.related {
        fact("related", &related.text);
    }
    for alternate in &article.alternates {
        fact("alternate", &format!("{} {}", alternate.label, alternate.language));
    }
    if let Some(span) = article.dateline {
        fact("dateline", article.words(span));
    }
    if let Some(wire) = &article.wire_credit {
        fact("wire", wire);
    }
    for span in &article.paragraphs {
        fact("paragraph", article.words(*span));
    }
    for left in &article.boilerplate {
        fact(left.kind.name(), &left.text);
    }
    out
}

#[track_caller]
fn check(page: &str, expected: &Expect) {
    let read = article(&capture(page.as_bytes())).value;
    expected.assert_eq(&read.map_or("no article".to_owned(), |article| render(&article)));
}

#[test]
fn a_masthead_that_the_text_names_is_no_headline() {
    let page = "The Harbour Tester\n\nNurses stay out for a second week\n\nAda Kern\n\n14 November 2026\n\n\
        Nurses at 17 hospitals across Northmark began a second week of strike on Saturday after talks broke down.\n\n\
        \u{201c}I have not slept much this week,\u{201d} the minister told the Harbour Tester. He would give no more money.\n\n\
        The last strike of the nurses, in 1988, went on for 31 days and ended in a vote that few had expected.\n";
    let found = article(&capture(page.as_bytes())).value.expect("there is an article");
    assert_eq!(found.headline_words(), "Nurses stay out for a second week");
    assert_eq!(found.outlet.name.as_deref(), Some("The Harbour Tester"));
}

#[test]
fn a_page_whose_captions_teasers_and_tags_have_no_usual_label() {
    let page = "\
El Noticiero de la Ría
Faro  Puerto  Comarca  Deportes

Harbour
Storm tears roof from Northport fish market
Ana Gull, Northport Morning Herald
4 May 2026 18:40

A storm tore the roof from the fish market of Northport on Monday, and forty traders had to leave their stalls before noon.

The market hall without its roof. Petra Quay, Herald staff

READ NEXT  Lighthouse gets a new lamp

Nobody was hurt, the harbour board said, but eleven boats were damaged and the quay will stay closed until Friday.

Read also
Gull rides the tram to the end of the line

The board wants to build a new hall of stone, which would cost four million crowns and take two years.

Traders look for their scales on the quay
El Noticiero de la Ría

It was the third storm of the spring, and the market had been repaired for the last time only in March, said trader Ben Tern.

# Northport # Fish market # Harbour Board
Das könnte Sie auch interessieren
Goat elected mayor of Gull Island
";
    check(
        page,
        &expect![[r"
            outlet: El Noticiero de la Ría
            headline: Storm tears roof from Northport fish market
            published: 2026-05-04T18:40
            byline: Ana Gull / -
            tag: Northport
            tag: Fish market
            tag: Harbour Board
            image: The market hall without its roof. / Petra Quay, Herald staff
            image: Traders look for their scales on the quay / El Noticiero de la Ría
            related: Lighthouse gets a new lamp
            related: Gull rides the tram to the end of the line
            related: Goat elected mayor of Gull Island
            paragraph: A storm tore the roof from the fish market of Northport on Monday, and forty traders had to leave their stalls before noon.
            paragraph: Nobody was hurt, the harbour board said, but eleven boats were damaged and the quay will stay closed until Friday.
            paragraph: The board wants to build a new hall of stone, which would cost four million crowns and take two years.
            paragraph: It was the third storm of the spring, and the market had been repaired for the last time only in March, said trader Ben Tern.
            masthead: El Noticiero de la Ría
            other: Faro Puerto Comarca Deportes
            other: Harbour
            author card: Ana Gull, Northport Morning Herald
            date bar: 4 May 2026 18:40
            teaser: Read also
            tag line: # Northport # Fish market # Harbour Board
            teaser: Das könnte Sie auch interessieren
        "]],
    );
}

#[test]
fn copy_of_another_outlet_is_signed_by_it() {
    let page = |name: &str| {
        format!(
            "Northport Courier\nHome  World  Sport\nFerry burns out off Gull Island\n4 May 2026 18:40\n{name}\n\n\
             A ferry with forty people aboard burned out off Gull Island on Monday, and all of them were saved.\n\n\
             The fire broke out in the engine room at noon, the harbour master said, and was put out by the evening.\n\n\
             The ferry had passed its last inspection in March, and the company said that it would look into the cause.\n"
        )
    };
    let names = |name: &str| {
        let found = article(&capture(page(name).as_bytes())).value.expect("there is an article");
        found.byline.into_iter().map(|author| author.name).collect::<Vec<_>>()
    };
    assert_eq!(names("Eastern Quay News"), ["Eastern Quay News"]);
    assert!(names("Northport Courier").is_empty());
    assert!(names("Harbour and Quay").is_empty());
}

#[test]
fn agency_copy_is_read_without_its_slug_and_terms() {
    let page = "\
GULL WIRE - ENGLISH
SLUG: FERRY-FIRE (2nd lead, adds harbour master)
Ferry burns out off Gull Island, all forty aboard safe
18:40, 4 May 2026

NORTHPORT (GW) - A ferry with forty people aboard burned out off Gull Island on Monday, and all of them were saved, the harbour board said.

The fire broke out in the engine room at noon, harbour master Petra Quay told reporters, and was put out by the evening.

The ferry Heron had passed its last inspection in March, and the company said that it would look into the cause.

Subscribers may use this text until the end of the week.
";
    check(
        page,
        &expect![[r"
        outlet: GULL WIRE
        headline: Ferry burns out off Gull Island, all forty aboard safe
        published: 2026-05-04T18:40
        dateline: NORTHPORT (GW) -
        paragraph: NORTHPORT (GW) - A ferry with forty people aboard burned out off Gull Island on Monday, and all of them were saved, the harbour board said.
        paragraph: The fire broke out in the engine room at noon, harbour master Petra Quay told reporters, and was put out by the evening.
        paragraph: The ferry Heron had passed its last inspection in March, and the company said that it would look into the cause.
        other: GULL WIRE - ENGLISH
        other: SLUG: FERRY-FIRE (2nd lead, adds harbour master)
        date bar: 18:40, 4 May 2026
        footer: Subscribers may use this text until the end of the week.
    "]],
    );
}

#[test]
fn a_page_with_bars_captions_and_tags() {
    let page = "\
 date 2026-05-04 EN
  • ру
  • en
  • 中文
    Politics
    Economy
    World

    Ferry with forty aboard runs aground off Gull Island

    18:40, 4 May 2026

    The ferry Heron ran aground off Gull Island on Monday with forty people aboard, reports a Quayside Courier correspondent.

    The ferry Heron on the reef off Gull Island
    The ferry Heron on the reef off Gull Island Photo credit: Harbour Office of Norland

    All passengers were brought ashore by midnight, harbour master Petra Quay said.

    Read more: Lighthouse gets a new lamp after a century

    “Nobody was hurt, and nobody was dry,” she told reporters.

    Norland Gull Island Petra Quay Ferries World News
    Ana Reed
    Author
    Most popular
    How to keep gulls off your chips
    See All
";
    check(
        page,
        &expect![[r"
        outlet: Quayside Courier
        headline: Ferry with forty aboard runs aground off Gull Island
        published: 2026-05-04T18:40
        byline: Ana Reed / -
        tag: Norland
        tag: Gull Island
        tag: Petra Quay
        tag: Ferries
        tag: World News
        image: The ferry Heron on the reef off Gull Island / Harbour Office of Norland
        related: Lighthouse gets a new lamp after a century
        alternate: ру ru
        alternate: en en
        alternate: 中文 zh
        paragraph: The ferry Heron ran aground off Gull Island on Monday with forty people aboard, reports a Quayside Courier correspondent.
        paragraph: All passengers were brought ashore by midnight, harbour master Petra Quay said.
        paragraph: “Nobody was hurt, and nobody was dry,” she told reporters.
        date bar: date 2026-05-04 EN
        language bar: ру
        language bar: en
        language bar: 中文
        navigation: Politics
        navigation: Economy
        navigation: World
        date bar: 18:40, 4 May 2026
        duplicate: The ferry Heron on the reef off Gull Island
        tag line: Norland Gull Island Petra Quay Ferries World News
        author card: Ana Reed
        author card: Author
        teaser: Most popular
        teaser: How to keep gulls off your chips
        navigation: See All
    "]],
    );
}

#[test]
fn a_wire_page_with_a_lead_printed_twice() {
    let page = "\
| Welcome to Norland Mirror\r
\r
Tuesday, May 5, 2026\r
\r
Norland closes its old ferry line\r
\r
QUAYSIDE (Gull Wire) - The island council voted on Tuesday to close the old ferry line after the Heron ran aground.\r
\r
QUAYSIDE (Gull Wire) - The island council voted on Tuesday to close the old ferry line after the Heron ran aground.\r
\r
The line had run for ninety years, and its boats were older than most of the people they carried.\r
\r
(Reporting by Ana Reed and Tom Wells)\r
Norland Mirror\r
";
    check(
        page,
        &expect![[r"
            outlet: Norland Mirror
            headline: Norland closes its old ferry line
            published: 2026-05-05
            byline: Ana Reed / -
            byline: Tom Wells / -
            dateline: QUAYSIDE (Gull Wire) -
            wire: Gull Wire
            paragraph: QUAYSIDE (Gull Wire) - The island council voted on Tuesday to close the old ferry line after the Heron ran aground.
            paragraph: The line had run for ninety years, and its boats were older than most of the people they carried.
            masthead: Welcome to Norland Mirror
            date bar: Tuesday, May 5, 2026
            duplicate: QUAYSIDE (Gull Wire) - The island council voted on Tuesday to close the old ferry line after the Heron ran aground.
            author card: (Reporting by Ana Reed and Tom Wells)
            masthead: Norland Mirror
        "]],
    );
}

#[test]
fn a_page_without_prose_has_no_article() {
    check("Home\nWorld\nSport\nContact us\n© Norland Mirror", &expect!["no article"]);
}

/// A Russian page, as long as such pages are.
const RUSSIAN: &str = "\
Вести причала
Главная | Город | Море
Поиск   Подписка

Паром сел на мель у острова Чаек

4 мая 2026, 18:40
Автор: Анна Молова

Паром «Цапля» сел на мель у острова Чаек в понедельник вечером, на его борту было сорок человек.

Всех пассажиров доставили на берег к полуночи, рассказал начальник порта Пётр Причалов.

«Никто не пострадал, но никто не остался сухим», — сказал он журналистам.

Читайте также: Маяк получил новую лампу
© «Вести причала», 2026. Все права защищены.
";

/// Windows-1251, as far as the page above needs it.
fn windows_1251(text: &str) -> Vec<u8> {
    let byte = |letter: char| match letter {
        'А'..='я' => u8::try_from(u32::from(letter) - 0x0410 + 0xC0).expect("it fits"),
        'ё' => 0xB8,
        '«' => 0xAB,
        '»' => 0xBB,
        '—' => 0x97,
        '©' => 0xA9,
        other => u8::try_from(other).expect("the page has no other letters"),
    };
    text.chars().map(byte).collect()
}

#[test]
fn one_page_reads_alike_in_every_encoding() {
    let words = |payload: &[u8]| article(&capture(payload)).value.map(|article| render(&article));
    let plain = words(RUSSIAN.as_bytes()).expect("there is an article");
    expect![[r"
        outlet: Вести причала
        headline: Паром сел на мель у острова Чаек
        published: 2026-05-04T18:40
        byline: Анна Молова / -
        related: Маяк получил новую лампу
        paragraph: Паром «Цапля» сел на мель у острова Чаек в понедельник вечером, на его борту было сорок человек.
        paragraph: Всех пассажиров доставили на берег к полуночи, рассказал начальник порта Пётр Причалов.
        paragraph: «Никто не пострадал, но никто не остался сухим», — сказал он журналистам.
        masthead: Вести причала
        navigation: Главная | Город | Море
        other: Поиск Подписка
        date bar: 4 мая 2026, 18:40
        author card: Автор: Анна Молова
        footer: © «Вести причала», 2026. Все права защищены.
    "]].assert_eq(&plain);
    let little: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(RUSSIAN.encode_utf16())
        .flat_map(u16::to_le_bytes)
        .collect();
    let big: Vec<u8> = "\u{feff}"
        .encode_utf16()
        .chain(RUSSIAN.encode_utf16())
        .flat_map(u16::to_be_bytes)
        .collect();
    assert_eq!(words(&little).as_ref(), Some(&plain));
    assert_eq!(words(&big).as_ref(), Some(&plain));
    assert_eq!(words(&windows_1251(RUSSIAN)), Some(plain));
}

#[test]
fn a_page_without_spaces_between_words() {
    let page = "\
海港新闻 | 首页
渡轮在海鸥岛附近搁浅

2026年5月4日 18:40

一艘载有四十人的渡轮星期一晚上在海鸥岛附近搁浅，港务局长说，所有乘客在午夜之前都被送上了岸。

“没有人受伤，也没有人是干的，”她对记者说。救援人员在风暴中工作了整整一夜，直到第二天早上才离开现场。

渡轮公司表示，将调查事故的原因，并向每一位乘客退还船票。该公司去年已经发生过两起类似的事故。

热门新闻
海鸥的食谱
";
    check(
        page,
        &expect![[r"
        outlet: -
        headline: 渡轮在海鸥岛附近搁浅
        published: 2026-05-04T18:40
        paragraph: 一艘载有四十人的渡轮星期一晚上在海鸥岛附近搁浅，港务局长说，所有乘客在午夜之前都被送上了岸。
        paragraph: “没有人受伤，也没有人是干的，”她对记者说。救援人员在风暴中工作了整整一夜，直到第二天早上才离开现场。
        paragraph: 渡轮公司表示，将调查事故的原因，并向每一位乘客退还船票。该公司去年已经发生过两起类似的事故。
        other: 海港新闻 | 首页
        date bar: 2026年5月4日 18:40
        teaser: 热门新闻
        teaser: 海鸥的食谱
    "]],
    );
}

#[test]
fn a_page_from_right_to_left() {
    let page = "\
أخبار الميناء
جنوح عبارة قرب جزيرة النوارس

4 مايو 2026

جنحت عبارة تقل أربعين شخصا قرب جزيرة النوارس مساء يوم الاثنين، كما قال مدير الميناء في بيان صدر ليلا.

وصل جميع الركاب إلى الشاطئ قبل منتصف الليل، وقال المدير إن أحدا لم يصب بأذى في هذا الحادث.

وقالت الشركة إنها ستحقق في أسباب الحادث وتعيد ثمن التذاكر إلى جميع الركاب في الأسبوع المقبل.
";
    check(
        page,
        &expect![[r"
        outlet: -
        headline: جنوح عبارة قرب جزيرة النوارس
        published: 2026-05-04
        paragraph: جنحت عبارة تقل أربعين شخصا قرب جزيرة النوارس مساء يوم الاثنين، كما قال مدير الميناء في بيان صدر ليلا.
        paragraph: وصل جميع الركاب إلى الشاطئ قبل منتصف الليل، وقال المدير إن أحدا لم يصب بأذى في هذا الحادث.
        paragraph: وقالت الشركة إنها ستحقق في أسباب الحادث وتعيد ثمن التذاكر إلى جميع الركاب في الأسبوع المقبل.
        other: أخبار الميناء
        date bar: 4 مايو 2026
    "]],
    );
}

fn lines() -> impl Strategy<Value = Vec<String>> {
    let line = prop_oneof![
        "[A-Z][a-z]{2,8}( [a-z]{2,8}){8,20}\\.",
        "\\PC{0,60}",
        Just("Read more: Gulls".to_owned()),
        Just("Photo: Ana Reed".to_owned()),
        Just("By Ana Reed | 4 May 2026 14:05".to_owned()),
        Just("  • ру".to_owned()),
        Just(String::new()),
    ];
    prop::collection::vec(line, 0..30)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_span_slices_and_leads_back(lines in lines(), ending in "(\n|\r\n|\n\n)") {
        let page = lines.join(&ending);
        let Some(read) = article(&capture(page.as_bytes())).value else { return Ok(()) };
        for span in read.paragraphs.iter().chain(&read.headline).chain(&read.standfirst) {
            prop_assert!(!read.words(*span).is_empty());
            let source = read.text.payload_range(*span).expect("words come from the payload");
            prop_assert!(source.end <= page.len());
        }
        prop_assert_eq!(article(&capture(page.as_bytes())).value, Some(read));
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let _ = article(&capture(&bytes));
    }
}
