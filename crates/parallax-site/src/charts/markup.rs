//! Words from anywhere, as words in a page.

use super::Name;
use parallax_publish::html;

/// Letters of a name on a chart: past these it is cut, and stands in full in the table.
const SHOWN: usize = 28;

/// `text` safe between tags and inside a quoted attribute, in HTML and in XML, which has no place
/// for two characters more.
pub(super) fn escape(text: &str) -> String {
    html::escape(text).replace(['\u{FFFE}', '\u{FFFF}'], "\u{FFFD}")
}

/// A name among other words: apart from the way they run, and a link where there is an address.
pub(super) fn name(name: Name<'_>) -> String {
    let language = name.language.map(|tag| format!(" lang=\"{}\"", escape(tag)));
    let bdi = format!("<bdi{}>{}</bdi>", language.unwrap_or_default(), escape(name.text));
    match name.address {
        Some(address) => format!("<a href=\"{}\">{bdi}</a>", escape(address)),
        None => bdi,
    }
}

/// A name within SVG, which has no `<bdi>`: cut to what fits, and isolated by its own signs.
pub(super) fn short_name(name: &str) -> String {
    let mut letters = name.chars();
    let shown: String = letters.by_ref().take(SHOWN).collect();
    let cut = if letters.next().is_some() { "…" } else { "" };
    format!("\u{2068}{}{cut}\u{2069}", shown.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_foreign_is_markup() {
        let hostile = Name {
            text: "<script>alert('x')</script>\u{0}",
            language: Some("\"><b>"),
            address: Some("/outlet/\"onclick=\"x"),
        };
        assert_eq!(
            name(hostile),
            "<a href=\"/outlet/&quot;onclick=&quot;x\"><bdi lang=\"&quot;&gt;&lt;b&gt;\">\
             &lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;\u{FFFD}</bdi></a>"
        );
    }

    #[test]
    fn a_long_name_is_cut() {
        let cut = short_name(&"я".repeat(100));
        assert_eq!(cut.chars().count(), SHOWN + 3);
    }
}
