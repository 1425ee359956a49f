//! What expressions of time resolve to.

mod news;

use super::timexes;
use jiff::civil::Date;
use parallax_model::{
    Article, ArticleId, CaptureRef, DigestBuilder, Direction, MediaType, Outlet, OutletFrom,
    PayloadRange, SourcedText, Stamp, StampFrom, StampPoint,
};
use proptest::prelude::*;

pub(crate) fn article(language: &str, published: Option<&str>, body: &str) -> Article {
    let digest = DigestBuilder::new("test").finish();
    let mut text = SourcedText::default();
    text.push(body, PayloadRange::new(0, body.len()));
    let paragraphs = text.trimmed(0..body.len()).into_iter().collect();
    Article {
        id: ArticleId::from(digest),
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
        text,
        headline: None,
        standfirst: None,
        paragraphs,
        dateline: None,
        byline: Vec::new(),
        published: published.map(|day| Stamp {
            point: StampPoint::Day(day.parse::<Date>().unwrap()),
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
    }
}

/// Reads `text` as published on Wednesday, 4 February 2026.
#[track_caller]
fn check(language: &str, text: &str, expected: &[(&str, &str)]) {
    let article = article(language, Some("2026-02-04"), text);
    let found = timexes(&article, &[]);
    let found: Vec<(&str, &str)> =
        found.iter().map(|timex| (article.words(timex.span), timex.value.as_str())).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_weekday_is_the_last_one_unless_the_sentence_looks_ahead() {
    check("en", "They met on Tuesday.", &[("Tuesday", "2026-02-03")]);
    check("en", "They will meet on Tuesday.", &[("Tuesday", "2026-02-10")]);
    check("en", "They met next Friday's rival.", &[("next Friday's", "2026-02-06")]);
    check("en", "It rained on Monday night.", &[("Monday night", "2026-02-02")]);
    check("en", "It fell on Tuesday, February 3.", &[("Tuesday, February 3", "2026-02-03")]);
}

#[test]
fn periods_count_from_the_day_of_publication() {
    check("en", "It fell last year.", &[("last year", "2025")]);
    check("en", "It fell this week.", &[("this week", "2026-W06")]);
    check("en", "It fell in early January.", &[("early January", "2026-01")]);
    check("en", "It fell two years ago.", &[("two years ago", "2024")]);
    check("en", "It fell in late September.", &[("late September", "2025-09")]);
    check("en", "It will be built by October.", &[("October", "2026-10")]);
    check("en", "It fell in the first quarter.", &[("the first quarter", "2026-Q1")]);
}

#[test]
fn what_is_agreed_or_planned_is_still_to_come() {
    check("en", "They agreed to reopen it to lorries in July.", &[("July", "2026-07")]);
    check("en", "A second meeting is planned for September.", &[("September", "2026-09")]);
    check("en", "The trial is set for August.", &[("August", "2026-08")]);
    check("en", "It was shut in August.", &[("August", "2025-08")]);
    check("en", "They agreed to shut it on Monday.", &[("Monday", "2026-02-02")]);
    check("en", "They agreed to a truce in July.", &[("July", "2025-07")]);
    check("ru", "Соседи договорились открыть мост в июле.", &[("июле", "2026-07")]);
    check("ru", "Мост закрыли в июле. Вскоре ушли.", &[("июле", "2025-07")]);
}

#[test]
fn words_of_time_in_names_are_no_dates() {
    check("en", "She told a Norvia Today reporter in Osk.", &[]);
    check("ru", "Об этом пишет «Сегодня».", &[]);
    check("en", "The Sunday Times and the Winter Olympics.", &[]);
    check("en", "It was said by Ann Hill and May in Osk.", &[]);
    check("en", "Today Ms Hill left.", &[("Today", "2026-02-04")]);
    check("en", "On Tuesday Ms Hill left.", &[("Tuesday", "2026-02-03")]);
    check("en", "Osk Bridge Opens Today", &[("Today", "2026-02-04")]);
}

#[test]
fn distances_without_a_day_to_count_from_are_lengths() {
    check(
        "en",
        "It shut in 2023. They left two weeks later.",
        &[("2023", "2023"), ("two weeks later", "P2W")],
    );
    check(
        "en",
        "They met on Monday. Three days later, on Friday, they left.",
        &[("Monday", "2026-02-02"), ("Three days later", "2026-01-30"), ("Friday", "2026-01-30")],
    );
    check(
        "en",
        "It closed in March. A year later they fell.",
        &[("March", "2025-03"), ("A year later", "P1Y")],
    );
    check("en", "The doors shut long after midnight.", &[]);
    check(
        "en",
        "It left at six in the morning on Tuesday.",
        &[("six in the morning on Tuesday", "2026-02-03T06:00")],
    );
}

#[test]
fn years_and_dates_stand_for_themselves() {
    check("en", "Built between 2014 and 2019.", &[("2014", "2014"), ("2019", "2019")]);
    check(
        "en",
        "On 2026-02-03 and 14 February 2026.",
        &[("2026-02-03", "2026-02-03"), ("14 February 2026", "2026-02-14")],
    );
    check("en", "Popular in the 1990s.", &[("the 1990s", "199")]);
    check("en", "Popular in the 1990's.", &[("the 1990's", "199")]);
}

#[test]
fn counts_names_and_verbs_are_no_dates() {
    check("en", "About 2000 people and 2,019 cars may march in the sun.", &[]);
    check("en", "April Stone flew a Model 1900 plane.", &[("1900", "1900")]);
    check("en", "May we leave? It cost $2000.", &[]);
}

#[test]
fn distances_count_from_the_day_spoken_of() {
    check(
        "en",
        "It sank on Tuesday. A day earlier it had sailed.",
        &[("Tuesday", "2026-02-03"), ("A day earlier", "2026-02-02")],
    );
    check(
        "en",
        "Two days after the flood, on January 12, they left.",
        &[("Two days after", "2026-01-12"), ("January 12", "2026-01-12")],
    );
}

#[test]
fn lengths_and_clock_times_have_values() {
    check("en", "He was held for 60 hours.", &[("60 hours", "PT60H")]);
    check(
        "en",
        "It struck at 6:35 a.m. on Monday.",
        &[("6:35 a.m. on Monday", "2026-02-02T06:35")],
    );
    check("en", "It lasted six and a half years.", &[("six and a half years", "P6Y6M")]);
}

#[test]
fn russian_and_spanish_are_read_too() {
    check("ru", "Во вторник, 3 февраля, суд решил.", &[("вторник, 3 февраля", "2026-02-03")]);
    check("ru", "Это было в прошлом году.", &[("прошлом году", "2025")]);
    check("ru", "Завод открыли 19 мая 2024 года.", &[("19 мая 2024 года", "2024-05-19")]);
    check(
        "ru",
        "Вчера прошёл дождь, с 2019 года третий.",
        &[("Вчера", "2026-02-03"), ("2019 года", "2019")],
    );
    check(
        "ru",
        "С 2014 по 2019 год он жил в среде учёных.",
        &[("2014", "2014"), ("2019 год", "2019")],
    );
    check("fr", "En juin dernier.", &[("juin dernier", "2025-06")]);
    check("es", "El sismo ocurrió este lunes.", &[("este lunes", "2026-02-02")]);
    check("es", "El año pasado y en 1960.", &[("El año pasado", "2025"), ("1960", "1960")]);
    check("es", "Ocurrió el 18 de mayo.", &[("el 18 de mayo", "2025-05-18")]);
    check("zh", "2026年2月3日", &[("2026年2月3日", "2026-02-03")]);
}

/// Reads `text` as published on Wednesday, 4 February 2026, and looks at the days spanned.
#[track_caller]
fn check_stretch(language: &str, text: &str, expected: &[(&str, &str)]) {
    let article = article(language, Some("2026-02-04"), text);
    let spanned: Vec<(&str, String)> = timexes(&article, &[])
        .into_iter()
        .filter_map(|timex| timex.stretch)
        .map(|stretch| {
            let day = |day: Option<String>| day.unwrap_or_default();
            (article.words(stretch.span), format!("{}/{}", day(stretch.start), day(stretch.end)))
        })
        .collect();
    let spanned: Vec<(&str, &str)> =
        spanned.iter().map(|(words, days)| (*words, days.as_str())).collect();
    assert_eq!(spanned, expected);
}

#[test]
fn two_dates_that_end_one_stretch_are_a_range() {
    check(
        "en",
        "It ran from 4 to 22 October 2025.",
        &[("from 4 to 22 October 2025", "2025-10-04/2025-10-22")],
    );
    check(
        "en",
        "It ran between May and June 2025.",
        &[("between May and June 2025", "2025-05-01/2025-06-01")],
    );
    check("en", "Open 3-5 February.", &[("3-5 February", "2026-02-03/2026-02-05")]);
    check(
        "ru",
        "С 4 по 22 октября 2025 года.",
        &[("С 4 по 22 октября 2025 года", "2025-10-04/2025-10-22")],
    );
    check(
        "es",
        "Del 4 al 22 de octubre de 2025.",
        &[("Del 4 al 22 de octubre de 2025", "2025-10-04/2025-10-22")],
    );
    check(
        "de",
        "Vom 4. bis 22. Oktober 2025.",
        &[("Vom 4. bis 22. Oktober 2025", "2025-10-04/2025-10-22")],
    );
    check(
        "fr",
        "Du 4 au 22 octobre 2025.",
        &[("Du 4 au 22 octobre 2025", "2025-10-04/2025-10-22")],
    );
    check("zh", "从三月十日到20日", &[("从三月十日到20日", "2026-03-10/2026-03-20")]);
}

#[test]
fn what_is_moved_from_a_day_to_another_does_not_last_so_long() {
    check(
        "en",
        "The vote was moved from Monday to Tuesday.",
        &[("Monday", "2026-02-02"), ("Tuesday", "2026-02-03")],
    );
}

#[test]
fn expressions_span_days() {
    check_stretch("en", "It rained last month.", &[("last month", "2026-01-01/2026-02-01")]);
    check_stretch(
        "en",
        "It rained for the last two weeks.",
        &[("the last two weeks", "2026-01-21/2026-02-04")],
    );
    check_stretch("en", "Open since June 2025.", &[("since June 2025", "2025-06-01/")]);
    check_stretch("en", "It was so before 2018.", &[("before 2018", "/2018-01-01")]);
    check_stretch(
        "en",
        "Built between 2014 and 2019.",
        &[
            ("between 2014 and 2019", "2014-01-01/2019-01-01"),
            ("between 2014 and 2019", "2014-01-01/2019-01-01"),
        ],
    );
    check_stretch("en", "It fell in late January.", &[("late January", "2026-01-16/2026-02-01")]);
    check_stretch("en", "It fell two weeks ago.", &[("two weeks ago", "2026-01-21/2026-01-21")]);
    check_stretch("zh", "2018年以前", &[("2018年以前", "/2018-01-01")]);
}

#[test]
fn parts_of_a_period_are_counted() {
    check("en", "In the last week of July 2025.", &[("the last week of July 2025", "2025-W31")]);
    check(
        "en",
        "On the first Monday of January 2026.",
        &[("the first Monday of January 2026", "2026-01-05")],
    );
    check("en", "They met in the week of January 12.", &[("the week of January 12", "2026-W03")]);
    check("en", "It will be paid on Friday the 13th.", &[("Friday the 13th", "2026-02-13")]);
    check(
        "en",
        "They left the day before yesterday.",
        &[("the day before yesterday", "2026-02-02")],
    );
}

#[test]
fn russian_days_periods_and_ranges_are_read() {
    check("ru", "Позавчера он уехал.", &[("Позавчера", "2026-02-02")]);
    check("ru", "Во вторник он вышел.", &[("вторник", "2026-02-03")]);
    check("ru", "Днём ранее он уехал.", &[("Днём ранее", "2026-02-03")]);
    check("ru", "Три недели назад он уехал.", &[("Три недели назад", "2026-W03")]);
    check("ru", "В начале января завод закрыли.", &[("начале января", "2026-01")]);
    check("ru", "К концу года построят.", &[("концу года", "2026")]);
    check("ru", "В 1990-е годы тут жили.", &[("1990-е годы", "199")]);
    check("ru", "В XX веке тут жили.", &[("XX веке", "19")]);
    check("ru", "В понедельник утром он вышел.", &[("понедельник утром", "2026-02-02TMO")]);
    check(
        "ru",
        "С 4 по 22 октября будет выставка.",
        &[("С 4 по 22 октября", "2026-10-04/2026-10-22")],
    );
    check(
        "ru",
        "Каждый день и пасха 2026 года.",
        &[("Каждый день", "P1D"), ("пасха 2026 года", "2026-04-12")],
    );
}

#[test]
fn spanish_days_periods_and_decades_are_read() {
    check(
        "es",
        "Anteayer y hace tres semanas.",
        &[("Anteayer", "2026-02-02"), ("hace tres semanas", "2026-W03")],
    );
    check("es", "El mes que viene abrirá.", &[("El mes que viene", "2026-03")]);
    check("es", "En los años noventa vivían.", &[("los años noventa", "199")]);
    check("es", "En la década de 1990 vivían.", &[("la década de 1990", "199")]);
    check("es", "El lunes por la mañana salió.", &[("lunes por la mañana", "2026-02-02TMO")]);
    check("es", "A finales de 2024 cerró.", &[("finales de 2024", "2024")]);
    check("es", "En el siglo XX vivían.", &[("el siglo XX", "19")]);
}

#[test]
fn german_days_periods_and_clocks_are_read() {
    check("de", "Anfang Januar schloss es.", &[("Anfang Januar", "2026-01")]);
    check("de", "Vor zwei Tagen ging er.", &[("Vor zwei Tagen", "2026-02-02")]);
    check("de", "In den 1990er Jahren lebten sie.", &[("den 1990er Jahren", "199")]);
    check("de", "Um 10.35 Uhr begann es.", &[("10.35 Uhr", "2026-02-04T10:35")]);
    check("de", "Im ersten Quartal 2025.", &[("ersten Quartal 2025", "2025-Q1")]);
    check("de", "Im Sommer 2025.", &[("Sommer 2025", "2025-SU")]);
    check("de", "In den letzten zwei Wochen regnete es.", &[("den letzten zwei Wochen", "P2W")]);
}

#[test]
fn french_days_periods_and_clocks_are_read() {
    check("fr", "Avant-hier il a plu.", &[("Avant-hier", "2026-02-02")]);
    check("fr", "Il y a deux jours il est parti.", &[("Il y a deux jours", "2026-02-02")]);
    check(
        "fr",
        "Début janvier et mi-mars 2025.",
        &[("Début janvier", "2026-01"), ("mi-mars 2025", "2025-03")],
    );
    check("fr", "Dans les années 1990 ils vivaient.", &[("les années 1990", "199")]);
    check("fr", "À 10h35 mardi.", &[("10h35 mardi", "2026-02-03T10:35")]);
    check("fr", "L'usine a fermé l'année dernière.", &[("l'année dernière", "2025")]);
}

#[test]
fn kazakh_days_and_periods_are_read() {
    check("kk-Cyrl", "Екі күн бұрын кетті.", &[("Екі күн бұрын", "2026-02-02")]);
    check("kk-Cyrl", "2026 жылғы 5 ақпан.", &[("2026 жылғы 5 ақпан", "2026-02-05")]);
    check("kk-Cyrl", "Былтыр және биыл болды.", &[("Былтыр", "2025"), ("биыл", "2026")]);
    check("kk-Cyrl", "1990-жылдары болды.", &[("1990-жылдары", "199")]);
    check("kk-Cyrl", "Өткен аптада жабылды.", &[("Өткен аптада", "2026-W05")]);
}

#[test]
fn words_that_only_look_like_time_are_left_alone() {
    check("en", "The second man may march on in the sun.", &[]);
    check("en", "They fell to a second wave; this may end.", &[]);
    check("en", "An august body sat at 9/11 Main Street.", &[]);
}

#[test]
fn a_length_that_something_is_measured_by_is_no_day_to_come() {
    check("en", "It will open in two years.", &[("in two years", "2028")]);
    let said = "It is to cost more than the town spends on schools in a year.";
    check("en", said, &[("in a year", "P1Y")]);
}

#[test]
fn what_is_stopped_until_a_day_goes_on_after_it() {
    // 4 February 2026 is a Wednesday.
    let said = "The railway suspended all trains on the line until at least Thursday.";
    check("en", said, &[("Thursday", "2026-02-05")]);
    check("en", "The school was closed until Monday.", &[("Monday", "2026-02-09")]);
    let told = "The office had told boats to stay in port until Sunday.";
    check("en", told, &[("Sunday", "2026-02-08")]);
}

#[test]
fn old_things_have_years() {
    check("en", "The instrument dates from 1568.", &[("1568", "1568")]);
    check("en", "It was built in 1612 by a smith.", &[("1612", "1612")]);
    check("en", "They rose from 1600 to 1750 in 1700 homes.", &[]);
}

#[test]
fn a_title_in_marks_is_no_time() {
    check(
        "ru",
        "Он рассказал газете «Полдень», что в полдень уедет.",
        &[("полдень", "2026-02-04T12:00")],
    );
    check("en", "“Tuesday,” she said of the day.", &[("Tuesday", "2026-02-03")]);
}

#[test]
fn results_are_compared_with_the_same_time_of_the_year_before() {
    check(
        "en",
        "It earned more in the third quarter of 2025 than a year earlier.",
        &[("the third quarter of 2025", "2025-Q3"), ("a year earlier", "2024-Q3")],
    );
    check(
        "en",
        "After the third quarter, the nine months beat those of a year earlier.",
        &[("the third quarter", "2025-Q3"), ("the nine months", "P9M"), ("a year earlier", "2025")],
    );
}

#[test]
fn quarters_take_the_year_beside_them() {
    check(
        "en",
        "Sales of this year's third quarter rose.",
        &[("this year's third quarter", "2026-Q3")],
    );
    check("en", "In fiscal 1990's first quarter.", &[("fiscal 1990's first quarter", "1990-Q1")]);
    check(
        "en",
        "It lost in the third quarter. For the quarter a year ago it earned, as in that quarter.",
        &[
            ("the third quarter", "2025-Q3"),
            ("the quarter a year ago", "2024-Q3"),
            ("that quarter", "2025-Q3"),
        ],
    );
    check(
        "en",
        "It lost in the third quarter, unlike the corresponding period last year.",
        &[("the third quarter", "2025-Q3"), ("the corresponding period last year", "2024-Q3")],
    );
    check("en", "It rose in the latest quarter.", &[("the latest quarter", "2025-Q4")]);
    check(
        "en",
        "In the quarter ended July 31 it rose.",
        &[("the quarter", "2025-Q2"), ("July 31", "2025-07-31")],
    );
}

#[test]
fn what_is_over_is_over_however_long_ago() {
    check("en", "The year ended Feb. 28 was good.", &[("Feb. 28", "2025-02-28")]);
    check("en", "It has grown since Feb. 10.", &[("Feb. 10", "2025-02-10")]);
    check("en", "He resigned, effective April 1.", &[("April 1", "2026-04-01")]);
    check(
        "en",
        "They counted 40 storms between March 1 and December 30.",
        &[("between March 1 and December 30", "2025-03-01/2025-12-30")],
    );
}

#[test]
fn the_nearest_verb_outside_quotation_marks_tells_the_tense() {
    check("en", "“They will leave,” said Ann Hill in Osk on Friday.", &[("Friday", "2026-01-30")]);
    check("en", "The firm sued Osk in court on Friday.", &[("Friday", "2026-01-30")]);
    check(
        "en",
        "Ana Hill, a rival in the upcoming vote, called Friday for calm.",
        &[("Friday", "2026-01-30")],
    );
    check("en", "It changed its plans after a poor show on Friday.", &[("Friday", "2026-01-30")]);
    check("en", "It would be paid on an unspecified date in March.", &[("March", "2026-03")]);
    check(
        "en",
        "She hopes to do well and will run in Friday's race.",
        &[("Friday's", "2026-02-06")],
    );
    check("en", "They have until Friday.", &[("Friday", "2026-02-06")]);
    check("en", "Following Monday's vote they left.", &[("Monday's", "2026-02-02")]);
    check(
        "en",
        "The crew met on Monday; it sails on Friday.",
        &[("Monday", "2026-02-02"), ("Friday", "2026-02-06")],
    );
}

#[test]
fn days_are_told_apart_from_the_one_just_named() {
    check(
        "en",
        "It fell on Friday, more than on the previous Friday.",
        &[("Friday", "2026-01-30"), ("previous Friday", "2026-01-23")],
    );
    check(
        "en",
        "They met on Monday. In the morning it rained, and that night it froze.",
        &[("Monday", "2026-02-02"), ("the morning", "2026-02-02TMO"), ("that night", "2026-02-02")],
    );
    check(
        "en",
        "Prices rose in December, less than a month earlier.",
        &[("December", "2025-12"), ("a month earlier", "2025-11")],
    );
    check(
        "en",
        "They met on Monday. The day before, it had rained.",
        &[("Monday", "2026-02-02"), ("The day before", "2026-02-01")],
    );
}

#[test]
fn our_time_and_some_day_are_no_dates() {
    check("en", "In today's world, the leaders of tomorrow hope.", &[]);
    check("en", "They hope to win; one day they may.", &[]);
    check("en", "The train leaves today's crowds behind.", &[("today's", "2026-02-04")]);
}

#[test]
fn what_is_put_off_is_still_to_come() {
    check("en", "They postponed the vote until Tuesday.", &[("Tuesday", "2026-02-10")]);
    check("en", "It closed near the United Bank on Tuesday.", &[("Tuesday", "2026-02-03")]);
    check("en", "It sank next to the pier on Tuesday.", &[("Tuesday", "2026-02-03")]);
    check("en", "Seen at 2026-02-03T10:19.", &[("2026-02-03T10:19", "2026-02-03T10:19")]);
}

#[test]
fn chinese_is_read_letter_by_letter() {
    check("zh", "他们上周二见面。", &[("上周二", "2026-01-27")]);
    check("zh", "会议将于后天下午三点举行。", &[("后天下午三点", "2026-02-06T15:00")]);
    check("zh", "去年和上个月", &[("去年", "2025"), ("上个月", "2026-01")]);
    check("zh", "二零二五年十月五日", &[("二零二五年十月五日", "2025-10-05")]);
    check("zh", "三天前，过去两周", &[("三天前", "2026-02-01"), ("过去两周", "P2W")]);
    check("zh", "2025年的第二周，年底", &[("2025年的第二周", "2025-W02"), ("年底", "2026")]);
    check("zh", "每周一，国庆节", &[("每周一", "XXXX-WXX-1"), ("国庆节", "2025-10-01")]);
    check("zh", "农历正月", &[]);
    check("zh", "一名18周岁的人", &[]);
}

#[test]
fn a_month_of_publication_gives_values_that_hold_on_all_its_days() {
    let text = "It shut last month, on Tuesday and last year, after opening in December.";
    let mut article = article("en", None, text);
    article.published = Some(Stamp {
        point: StampPoint::Month { year: 2026, month: 2 },
        zone: None,
        from: StampFrom::Feed,
    });
    let found: Vec<String> = timexes(&article, &[]).into_iter().map(|timex| timex.value).collect();
    assert_eq!(found, ["2026-01", "2025", "2025-12"]);
}

#[test]
fn without_a_day_of_publication_only_whole_dates_have_values() {
    let article = article("en", None, "On Tuesday, and on 14 February 2026.");
    let found = timexes(&article, &[]);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].value, "2026-02-14");
}

proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,80}") {
        let article = article("en", Some("2026-02-04"), &text);
        let mut last = 0;
        for timex in timexes(&article, &[]) {
            prop_assert!(last <= timex.span.start());
            last = timex.span.end();
        }
    }

    #[test]
    fn any_words_of_time_are_read(
        words in prop::collection::vec(
            prop::sample::select(vec![
                "the", "last", "end", "of", "May", "31", "2026", "Tuesday", ",", "-", "two", "days",
                "after", "ago", "century", "first", "quarter", "12:30", "a", "half", "in", "1990s",
                "next", "weekend", "9999999999", "years", "“", "today", "\n", "999", "decades",
                "from", "to", "between", "and", "since", "week", "31st", "Monday", "5/7", "rest",
                "年", "月", "日", "上周", "最后", "第", "十", "个", "周", "前", "到", "从", "点", "之间",
            ]),
            0..30,
        ),
        language in prop::sample::select(vec!["en", "zh", "ru", "de"]),
        day in prop::sample::select(vec!["2026-02-28", "0001-01-01", "9999-12-31", "2024-02-29"]),
    ) {
        let article = article(language, Some(day), &words.join(if language == "zh" { "" } else { " " }));
        for timex in timexes(&article, &[]) {
            prop_assert!(!timex.value.is_empty());
        }
    }
}
