//! Which language a text is in.
//!
//! Script first, then letters that only some languages have, then the share of
//! closed-class words. Unsure is `und`: a wrong language is worse than none.

use crate::{Language, Script, fold, stop, words};

/// Words read before deciding; more would not change the answer.
const SAMPLE_WORDS: usize = 400;

/// The language `text` is in, or [`Language::UNKNOWN`].
///
/// ```
/// use parallax_language::identify;
/// assert_eq!(identify("The talks lasted two hours and were described as constructive.").tag(), "en");
/// assert_eq!(identify("Переговоры продолжались почти два часа.").tag(), "ru");
/// assert_eq!(identify("Келіссөз екі сағатқа созылды және сындарлы болды.").tag(), "kk-Cyrl");
/// assert_eq!(identify("12:30").tag(), "und");
/// ```
pub fn identify(text: &str) -> Language {
    let lower = text.to_lowercase();
    let tag = match Script::dominant(text) {
        None | Some(Script::Other) => "und",
        Some(Script::Latin) => latin(&lower),
        Some(Script::Cyrillic) => cyrillic(&lower),
        Some(Script::Arabic) => arabic(text),
        Some(Script::Hebrew) => "he",
        Some(Script::Greek) => "el",
        Some(Script::Han) => "zh",
        Some(Script::Kana) => "ja",
        Some(Script::Hangul) => "ko",
        Some(Script::Thai) => "th",
        Some(Script::Armenian) => "hy",
        Some(Script::Georgian) => "ka",
        Some(Script::Indic) => indic(text),
    };
    Language::of_tag(tag).unwrap_or(Language::UNKNOWN)
}

/// The language with the largest share of closed-class words among `allowed`.
fn by_stop_words(text: &str, allowed: &[&'static str]) -> Option<&'static str> {
    let sample: Vec<String> =
        words(text).take(SAMPLE_WORDS).map(|word| fold(word.of(text))).collect();
    let mut hits = stop::evidence(&sample);
    hits.retain(|(language, count)| *count > 0 && allowed.contains(language));
    hits.sort_by_key(|&(language, count)| (std::cmp::Reverse(count), language));
    let (best, most) = *hits.first()?;
    let second = hits.get(1).map_or(0, |&(_, count)| count);
    (most > second || sample.len() > 4).then_some(best)
}

const LATIN: &[&str] = &[
    "af", "az", "cs", "da", "de", "en", "es", "fi", "fr", "hr", "hu", "id", "it", "nb", "nl", "pl",
    "pt", "ro", "sv", "sw", "tr", "uz", "vi", "xh", "zu",
];

fn latin(text: &str) -> &'static str {
    let has = |letters: &str| text.chars().filter(|letter| letters.contains(*letter)).count();
    // Letters that stand in one language alone, in the sets we tell apart.
    if has("ăằắẳẵặơờớởỡợưừứửữựđạảấầẩẫậẹẻẽếềểễệỉịọỏốồổỗộụủỳỵỷỹ") * 12 > text.chars().count()
    {
        return "vi";
    }
    if has("əƏ") > 0 {
        return "az";
    }
    // Kazakh Latin alphabets of 2018 (acutes) and 2021.
    if has("ñŋūŪ") > 0 && has("äöüşğıİ") > 0 && by_stop_words(text, &["tr", "en", "es"]).is_none()
    {
        return "kk-Latn";
    }
    match by_stop_words(text, LATIN) {
        Some("uz") => "uz-Latn",
        Some(language) => language,
        None => "und",
    }
}

fn cyrillic(text: &str) -> &'static str {
    let has = |letters: &str| text.chars().any(|letter| letters.contains(letter));
    // Marker letters: CLDR exemplar characters of each language.
    if has("ўқ") && !has("әіңүұөһӣӯҷ") && has("ў") && has("қғҳ") {
        return "uz-Cyrl";
    }
    if has("ӣӯҷ") {
        return "tg";
    }
    if has("ҳ") && has("қғ") {
        return by_stop_words(text, &["tg"]).unwrap_or("uz-Cyrl");
    }
    if has("җ") && !has("қғұі") {
        return "tt";
    }
    if has("ұ") || (has("қғ") && has("әіңүө")) || (has("і") && has("әңүө")) {
        return "kk-Cyrl";
    }
    if has("ў") && has("і") {
        return "be";
    }
    if has("їєґ") {
        return "uk";
    }
    if has("ќѓѕ") {
        return "mk";
    }
    if has("ђћџљњј") {
        return "sr";
    }
    if has("ә") {
        return if by_stop_words(text, &["kk", "tt"]) == Some("kk") { "kk-Cyrl" } else { "tt" };
    }
    if has("қ") {
        return "kk-Cyrl";
    }
    if has("ң") {
        return "ky";
    }
    if has("өү") {
        return by_stop_words(text, &["ky", "mn"]).unwrap_or("mn");
    }
    if has("і") && !has("ыэъ") {
        return "uk";
    }
    match by_stop_words(text, &["ru", "bg", "uk", "sr", "mn", "ky", "kk", "tg"]) {
        Some("kk") => "kk-Cyrl",
        Some("bg") | None if has("ъ") && !has("ыэё") => "bg",
        Some("bg") | None => "ru",
        Some(language) => language,
    }
}

fn arabic(text: &str) -> &'static str {
    let has = |letters: &str| text.chars().any(|letter| letters.contains(letter));
    if has("ېەۆۈۋڭ") && has("ې") {
        return "ug";
    }
    if has("ٴ") || (has("ەۇۋ") && has("گقىڭ") && !has("ۆې")) {
        return "kk-Arab";
    }
    if has("ٹڈڑےں") {
        return "ur";
    }
    match by_stop_words(text, &["ar", "fa", "ur"]) {
        Some(language) => language,
        None if has("پچژگی") => "fa",
        None => "ar",
    }
}

fn indic(text: &str) -> &'static str {
    let first = text.chars().find(|letter| Script::of(*letter) == Some(Script::Indic));
    match first.map_or(0, u32::from) {
        0x0900..=0x097F => "hi",
        0x0980..=0x09FF => "bn",
        0x0B80..=0x0BFF => "ta",
        0x0C00..=0x0C7F => "te",
        _ => "und",
    }
}

#[cfg(test)]
mod tests {
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
    }

    #[test]
    fn turkic_neighbours_are_told_by_their_letters() {
        check("Қутқарувчилар одамларни қидирмоқда, деди ҳукумат.", "uz-Cyrl");
        check("Бүгін Астанада кездесу өтті, деп хабарлайды тілші.", "kk-Cyrl");
    }
}
