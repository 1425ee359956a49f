//! Which way round a page writes the day and the month in figures.

use crate::{
    html::{Tag, Tree, flow::Block, meta::Meta},
    lines,
};

/// Languages whose short dates put the day before the month wherever they are
/// the language of a page, by the date patterns of Unicode CLDR.
const LANGUAGES: [&str; 36] = [
    "ar", "az", "be", "bg", "bn", "ca", "cs", "da", "de", "el", "es", "fi", "fr", "gl", "he", "hi",
    "hr", "id", "it", "ka", "kk", "ms", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sk", "sl", "sr",
    "th", "tr", "uk", "vi",
];

/// Regions where these languages are written the other way round, or either way.
const EXCEPTIONS: [&str; 5] = ["us", "pr", "pa", "ca", "ph"];

/// Regions where English puts the day first, by the same source.
const ENGLISH: [&str; 15] =
    ["gb", "uk", "ie", "au", "nz", "in", "pk", "ng", "ke", "gh", "ug", "tz", "sg", "mt", "jm"];

/// Whether the page says it is in a language, or for a region, that puts the
/// day first. A page that says only `en`, or nothing, may do either: how its
/// sentences write days tells.
pub(crate) fn day_first(tree: &Tree<'_>, meta: &Meta, blocks: &[Block]) -> bool {
    let root = tree.all(Tag::Html).next().map(|id| tree.node(id));
    let attribute = root.and_then(|root| root.get("lang").or_else(|| root.get("xml:lang")));
    let named = || meta.first(&["og:locale", "content-language", "dc.language"]);
    let tag = attribute.filter(|tag| !tag.trim().is_empty()).or_else(named);
    let silent = tag.is_none_or(|tag| tag.trim().eq_ignore_ascii_case("en"));
    tag.is_some_and(says_day_first) || silent && writes_day_first(blocks)
}

/// Whether the sentences of a page put the day before the month wherever they name both.
fn writes_day_first(blocks: &[Block]) -> bool {
    /// Times it has to be so; one may be a quotation.
    const LEAST: usize = 2;
    let prose = blocks.iter().filter(|block| block.prose > 0).map(Block::words);
    let (mut before, mut after) = (0, 0);
    for (one, other) in prose.map(lines::orders) {
        (before, after) = (before + one, after + other);
    }
    before >= LEAST && after == 0
}

fn says_day_first(tag: &str) -> bool {
    let tag = tag.trim().to_ascii_lowercase();
    let mut parts = tag.split(['-', '_']);
    let language = parts.next().unwrap_or_default();
    let region = parts.find(|part| part.len() == 2);
    match language {
        "en" => region.is_some_and(|region| ENGLISH.contains(&region)),
        _ => {
            LANGUAGES.contains(&language)
                && !region.is_some_and(|region| EXCEPTIONS.contains(&region))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::says_day_first;

    #[test]
    fn the_order_follows_language_and_region() {
        for tag in ["fr", "es-ES", "id_ID", "en-GB", "en_AU", "sr-Latn-RS"] {
            assert!(says_day_first(tag), "{tag}");
        }
        for tag in ["", "en", "en-US", "es-US", "fr-CA", "ja", "hu-HU"] {
            assert!(!says_day_first(tag), "{tag}");
        }
    }
}
