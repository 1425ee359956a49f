//! What the door of quotations promises, on invented articles.

use super::quotations;
use crate::{citations, entities, sentences, trees::Trees};
use parallax_model::{
    Article, ArticleId, CaptureRef, DigestBuilder, Direction, MediaType, Note, NoteKind, Outlet,
    OutletFrom, PayloadRange, QuotationKind, SourcedText,
};
use proptest::prelude::*;
use std::fmt::Write as _;

mod conventions;

fn article(language: &str, body: &str) -> Article {
    let mut text = SourcedText::default();
    text.push("A headline", PayloadRange::new(0, 10));
    text.push_break('\n');
    let start = text.len();
    text.push(body, PayloadRange::new(11, 11 + body.len()));
    let mut at = start;
    let mut paragraphs = Vec::new();
    for line in body.split('\n') {
        paragraphs.extend(text.trimmed(at..at + line.len()));
        at += line.len() + 1;
    }
    let digest = DigestBuilder::new("test").finish();
    Article {
        id: ArticleId::from(digest),
        capture: CaptureRef {
            path: "a.txt".to_owned(),
            record: None,
            url: None,
            media_type: MediaType::Text,
            sha256: digest,
            captured_at: None,
            stored: 0..1,
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
        headline: text.span(0, 10).ok(),
        text,
        standfirst: None,
        paragraphs,
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

fn shown(language: &str, body: &str) -> (String, Vec<Note>) {
    let article = article(language, body);
    let sentences = sentences::sentences(&article);
    let entities = entities::entities(&article, &sentences);
    let citations = citations::citations(&article, &sentences, &entities);
    let found = quotations(&article, &sentences, &entities, &citations, &Trees::default());
    let mut lines = String::new();
    for quotation in &found.value {
        let cue = quotation.cue.map_or("-", |cue| article.words(cue));
        let speaker = quotation.speaker_name.as_deref().unwrap_or("-");
        let words = article.words(quotation.span);
        let kind = quotation.kind.name();
        let _ = writeln!(lines, "{kind} {speaker} [{cue}] {words}");
    }
    (lines, found.notes)
}

#[track_caller]
fn check(body: &str, expected: &str) {
    assert_eq!(shown("en", body).0.trim_end(), expected, "{body}");
}

#[track_caller]
fn check_in(language: &str, body: &str, expected: &str) {
    assert_eq!(shown(language, body).0.trim_end(), expected, "{body}");
}

#[test]
fn whole_words_and_fragments_are_told_apart() {
    check(
        "“We sail at dawn,” Ada Lane said.\nThe mayor called the bridge “a national shame”.",
        "direct Ada Lane [said] We sail at dawn,\npartial The mayor [called] a national shame",
    );
}

#[test]
fn what_stands_between_a_subject_and_its_verb_is_stepped_over() {
    check(
        "The largest union, the Dockers’ League, said it was “only the start”.",
        "partial Dockers’ League [said] only the start",
    );
    check(
        "The leader, Hector Vega – who lost in 2024 – told reporters that the deal was “finished”.",
        "partial Hector Vega [told] finished",
    );
    check(
        "“It will cost us,” a union official, who asked not to be named, told the paper.",
        "direct a union official [told] It will cost us,",
    );
}

#[test]
fn how_something_was_said_is_no_part_of_it() {
    check(
        "The coach will leave in May, a person with knowledge of the talks said, speaking on condition of anonymity.",
        "indirect a person with knowledge of the talks [said] The coach will leave in May",
    );
}

#[test]
fn what_was_done_to_a_statement_was_not_said() {
    check(
        "“We mourn,” Ada Lane said in a statement posted on a website.",
        "direct Ada Lane [said] We mourn,",
    );
    check(
        "The train was too fast, according to two people briefed on the inquiry.",
        "indirect two people briefed on the inquiry [according to] The train was too fast",
    );
}

#[test]
fn ages_offices_and_what_is_told_of_a_speaker_are_no_speakers() {
    check(
        "Ada Lane, 29, from Exbury, told the Lantern: “I just kicked.”",
        "direct Ada Lane [told] I just kicked.",
    );
    check(
        "Eighty people were rescued by noon, according to the agency’s head, Ada Lane.",
        "indirect Ada Lane [according to] Eighty people were rescued by noon",
    );
    check(
        "A navy officer, who was not authorised to speak to the press, said the hull lay upside down.",
        "indirect A navy officer [said] the hull lay upside down",
    );
    check("The strait has claimed lives before: ten people died there in May.", "");
}

#[test]
fn figures_stay_whole_at_the_end_of_what_is_reported() {
    check(
        "Judge Ada Lane said Arle had sold it “piece by piece” between 2015 and 2021.",
        "indirect Ada Lane [said] Arle had sold it “piece by piece” between 2015 and 2021\n\
         partial Ada Lane [said] piece by piece",
    );
    check("Ada Lane said prices rose by 7%.", "indirect Ada Lane [said] prices rose by 7%");
}

#[test]
fn kazakh_pronouns_mean_people_and_a_speaker_may_stand_last() {
    check_in(
        "kk",
        "Бюджет бекітілді, деп хабарлады қаржы министрлігінің баспасөз қызметі.",
        "indirect қаржы министрлігінің баспасөз қызметі [хабарлады] Бюджет бекітілді",
    );
    check_in(
        "kk",
        "«Біз санаймыз», – деді министр Айбек Сәрсенов. Оның айтуынша, тапшылық 7 пайызға жетеді.",
        "direct Айбек Сәрсенов [деді] Біз санаймыз\nindirect Айбек Сәрсенов [айтуынша] тапшылық 7 пайызға жетеді",
    );
    check_in(
        "kk",
        "Айбек Сәрсенов шешімді «қате» деп атады.",
        "partial Айбек Сәрсенов [атады] қате",
    );
}

#[test]
fn kazakh_is_read_in_its_three_scripts_and_uzbek_like_it() {
    check_in(
        "kk-Latn",
        "Büdjet bekıtıldı, dep habarlady qarjy ministrlıgı. Aibek Särsenov şeşımdı «qate» dep atady.",
        "indirect qarjy ministrlıgı [habarlady] Büdjet bekıtıldı\npartial Aibek Särsenov [atady] qate",
    );
    check_in(
        "kk-Arab",
        "بيۋدجەت بەكىتىلدى، دەپ حابارلادى قارجى مينيسترلىگى.",
        "indirect قارجى مينيسترلىگى [حابارلادى] بيۋدجەت بەكىتىلدى",
    );
    check_in(
        "uz-Cyrl",
        "Бюджет тасдиқланди, деб хабар берди молия вазирлиги. Азиз Каримов қарорни «хато» деб атади.",
        "indirect молия вазирлиги [хабар берди] Бюджет тасдиқланди\npartial Азиз Каримов [атади] хато",
    );
}

#[test]
fn who_is_quoted_as_saying_something_is_its_speaker() {
    check(
        "Ada Lane resigned. “We must save,” the paper quoted Lane as saying.",
        "direct Ada Lane [quoted] We must save,",
    );
    check(
        "The post was empty, according to a statement released by the presidency.",
        "indirect the presidency [according to] The post was empty",
    );
}

#[test]
fn a_clause_without_marks_is_indirect() {
    check(
        "Officials said the harbour would reopen. Two boats were lost, officials said.",
        "indirect Officials [said] the harbour would reopen\nindirect officials [said] Two boats were lost",
    );
}

#[test]
fn whose_opens_a_clause_and_whom_does_not() {
    check(
        "Ada Lane said her crew would sail at dawn.",
        "indirect Ada Lane [said] her crew would sail at dawn",
    );
    check("Ada Lane told her to sail at dawn.", "indirect Ada Lane [told] to sail at dawn");
}

#[test]
fn a_dateline_is_nobodys_words() {
    let mut article = article("en", "HARROW (Tide Wire) - Two boats were lost, officials said.");
    article.dateline = article.paragraphs.first().and_then(|first| {
        let end = first.start() + "HARROW (Tide Wire) -".len();
        article.text.span(first.start(), end).ok()
    });
    let sentences = sentences::sentences(&article);
    let found = quotations(&article, &sentences, &[], &[], &Trees::default()).value;
    let words: Vec<&str> = found.iter().map(|one| article.words(one.span)).collect();
    assert_eq!(words, ["Two boats were lost"]);
}

#[test]
fn so_called_things_are_no_quotations() {
    check(
        "The so-called “glass bridge” closed, residents said.",
        "indirect residents [said] The so-called “glass bridge” closed",
    );
    check("He sang a song called “Grey Water” in a pub known as “the Anchor”.", "");
}

#[test]
fn an_unclosed_mark_is_noted_and_gives_nothing() {
    let (lines, notes) = shown(
        "en",
        "Lane said: “We sail at dawn.\nThe crew slept.\nRain fell.\nIt was late.\nNobody came.\nThe end.",
    );
    assert_eq!(lines, "");
    assert_eq!(notes.first().map(|note| note.kind), Some(NoteKind::QuotationUnclosed));
}

#[test]
fn paragraphs_that_open_again_are_one_utterance() {
    let article = article("en", "Tom Reid said: “We sail at dawn.\n“Nobody will wait.”");
    let sentences = sentences::sentences(&article);
    let found = quotations(&article, &sentences, &[], &[], &Trees::default()).value;
    assert_eq!(found.len(), 2);
    assert!(found.iter().all(|quotation| quotation.kind == QuotationKind::Direct));
    assert_eq!(found[0].utterance, found[1].utterance);
    assert_eq!(found[1].speaker_name.as_deref(), Some("Tom Reid"));
}

#[test]
fn russian_speech_after_a_dash() {
    check_in(
        "ru",
        "— Мы выйдем на рассвете, — сказал капитан. — Ждать не будем.",
        "direct капитан [сказал] Мы выйдем на рассвете,\ndirect капитан [-] Ждать не будем.",
    );
}

#[test]
fn a_report_between_two_pieces_joins_them() {
    check(
        "“We sail,” Maria Holm said, “and nobody waits.” She called the delay “absurd”.",
        "direct Maria Holm [said] We sail,\n\
         direct Maria Holm [said] and nobody waits.\n\
         partial Maria Holm [called] absurd",
    );
}

#[test]
fn the_name_in_apposition_speaks_and_not_the_office() {
    check(
        "“We have lost neighbours,” the mayor of Port Anna, Maria Holm, told local radio.",
        "direct Maria Holm [told] We have lost neighbours,",
    );
    check(
        "“It is late,” said Tom Reid, the union’s secretary, who left early.",
        "direct Tom Reid [said] It is late,",
    );
}

#[test]
fn the_agent_of_a_passive_speaks() {
    check(
        "The plan was described by Ada Lane as “dead on arrival”.",
        "partial Ada Lane [described] dead on arrival",
    );
}

#[test]
fn two_names_are_no_single_speaker() {
    check(
        "Ada Lane and Tom Reid said the talks were “frank”.",
        "partial Ada Lane and Tom Reid [said] frank",
    );
}

#[test]
fn whom_a_credit_names_speaks() {
    check(
        "Two boats were lost in the storm, according to Ada Lane.",
        "indirect Ada Lane [according to] Two boats were lost in the storm",
    );
}

#[test]
fn a_name_after_a_dash_signs() {
    check("“The sea gives and takes.” — Ada Lane", "direct Ada Lane [-] The sea gives and takes.");
}

#[test]
fn apostrophes_do_not_end_british_quotations() {
    check(
        "‘We won’t pay the fishermen’s fines,’ said Tom Reid.",
        "direct Tom Reid [said] We won’t pay the fishermen’s fines,",
    );
}

#[test]
fn a_report_inside_russian_marks_is_the_outlets() {
    check_in(
        "ru",
        "«Это трудно, — сказала Мария Зотова, — но мы справимся».",
        "direct Мария Зотова [сказала] Это трудно,\ndirect Мария Зотова [сказала] но мы справимся",
    );
}

#[test]
fn russian_clauses_are_reported_after_a_comma() {
    check_in(
        "ru",
        "Губернатор Павел Лунин рассказал журналистам, что мост откроют в срок.",
        "indirect Павел Лунин [рассказал] мост откроют в срок",
    );
    check_in(
        "ru",
        "Как сообщили спасатели, дорога закрыта.",
        "indirect спасатели [сообщили] дорога закрыта",
    );
}

#[test]
fn spanish_leaves_its_subject_out() {
    check_in(
        "es",
        "La alcaldesa Marta Vidal visitó el puerto. «No nos iremos», dijo.",
        "direct Marta Vidal [dijo] No nos iremos",
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_gives_spans_that_slice(body in "[a-zA-Z“”\"«»‘’'„—,.:;!? \nйЯ]{0,120}|(said |“|” |\\. |, |X |that |and |\n){0,40}") {
        for language in ["en", "ru", "und"] {
            let once = shown(language, &body);
            prop_assert_eq!(&once, &shown(language, &body));
        }
    }
}

#[test]
fn chinese_cues_are_runs_of_letters() {
    check_in(
        "zh",
        "“渡轮不会停航，”港务局长陈岚昨天说。陈岚还表示，码头将于周一开放。",
        "direct 陈岚 [说] 渡轮不会停航，\nindirect 陈岚 [表示] 码头将于周一开放",
    );
    check_in("zh", "据港务局称，两艘船沉没。", "indirect 港务局 [据港务局称] 两艘船沉没");
    check_in("zh", "这部小说名称很长。", "");
}

#[test]
fn german_verbs_follow_what_opens_the_sentence() {
    check_in(
        "de",
        "Nach Angaben der Hafenbehörde sank die Fähre am Morgen.",
        "indirect Hafenbehörde [Nach Angaben der] sank die Fähre am Morgen",
    );
    check_in(
        "de",
        "„Wir fahren heute nicht mehr“, so der Kapitän.",
        "direct der Kapitän [so] Wir fahren heute nicht mehr",
    );
    check_in("de", "Das war so der Plan.", "");
}

#[test]
fn kazakh_owners_are_credited_without_their_ending() {
    check_in(
        "kk",
        "Полицияның айтуынша, кеме айлақта тұр.",
        "indirect Полиция [айтуынша] кеме айлақта тұр",
    );
}
