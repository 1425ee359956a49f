//! What identification promises.

use proptest::prelude::{any, prop_assert_eq, proptest};

use super::identify;

#[track_caller]
fn check(text: &str, tag: &str) {
    assert_eq!(identify(text).tag(), tag, "{text}");
}

#[test]
fn common_languages_by_a_sentence() {
    check("El número de fallecidos subió a nueve, según el último balance.", "es");
    check("Der Minister sagte, dass die Gespräche nicht gescheitert sind.", "de");
    check("Le président a déclaré que les négociations ont été utiles.", "fr");
    check("Bakan, görüşmelerin çok yararlı olduğunu ve devam edeceğini söyledi.", "tr");
    check("Спасатели ищут людей под завалами, сообщили власти.", "ru");
    check("Рятувальники шукають людей під завалами, повідомила влада.", "uk");
    check("救援人员正在搜寻幸存者。", "zh");
    check("救助隊は生存者を捜索している。", "ja");
}

#[test]
fn turkic_neighbours_are_told_apart() {
    check("Қутқарувчилар одамларни қидирмоқда, деди ҳукумат.", "uz-Cyrl");
    check("Бүгін Астанада кездесу өтті, деп хабарлайды тілші.", "kk-Cyrl");
    check("Бүгүн борбордо жолугушуу болуп өттү, деп кабарлайт кабарчы.", "ky");
    check("Бүген башкалада очрашу булды, дип хәбәр итә хәбәрче.", "tt");
    check("Qutqaruvchilar odamlarni qidirmoqda, dedi hukumat vakili.", "uz-Latn");
    check("Xilasedicilər dağıntılar altında qalan insanları axtarır.", "az");
}

#[test]
fn kazakh_is_known_in_every_alphabet() {
    check("Búgin qalada jańa mektep ashyldy dep habarlaıdy ákimdik.", "kk-Latn");
    check("Bügın qalada jaña mektep aşyldy dep habarlaidy äkımdık.", "kk-Latn");
    check("بۇگىن قالادا جاڭا مەكتەپ اشىلدى دەپ حابارلايدى اكىمدىك.", "kk-Arab");
}

#[test]
fn foreign_names_do_not_change_the_language_of_a_text() {
    check("Компания Northwind Data Systems открыла завод в городе.", "ru");
    check("現在，Northwind宣布在城市開設新工廠。", "zh");
}

#[test]
fn what_is_no_language_is_unknown() {
    check("", "und");
    check("12:30 — 14:00, 5 %", "und");
    check("zxqv wkjh", "und");
}

#[test]
fn long_texts_are_sampled() {
    let text = "The council met on Tuesday and agreed to repair the old bridge. ".repeat(20_000);
    check(&text, "en");
}

proptest! {
    #[test]
    fn any_text_has_an_answer_and_always_the_same(text in any::<String>()) {
        prop_assert_eq!(identify(&text), identify(&text));
    }
}
