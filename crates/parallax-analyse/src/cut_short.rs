//! The beginning of a text that is no article's any more.

use crate::sentences;
use parallax_model::{Article, Span, cut};

/// Bytes of text that are marked. The longest live blogs stay under half of
/// this; marks take up to fifty times the room of their words, and a page may
/// hold sixty megabytes.
const MOST: usize = 1 << 20;

/// The article up to its last whole sentence in reach; `None` where all of it is.
pub(crate) fn cut_short(article: &Article) -> Option<Article> {
    (article.text.len() > MOST).then(|| beginning(article, MOST))
}

fn beginning(article: &Article, most: usize) -> Article {
    let paragraphs = in_reach(article, most);
    let end = paragraphs.last().map_or(0, |last| last.end());
    let kept = |part: Option<Span>| part.filter(|span| span.end() <= end);
    Article {
        text: article.text.up_to(end),
        headline: kept(article.headline),
        standfirst: kept(article.standfirst),
        dateline: kept(article.dateline),
        paragraphs,
        ..article.clone()
    }
}

/// The paragraphs in reach, the last without the sentence that goes on beyond it.
fn in_reach(article: &Article, most: usize) -> Vec<Span> {
    let text = article.text.as_str();
    let end = text.floor_char_boundary(most);
    let begun = article.paragraphs.iter().take_while(|paragraph| paragraph.start() < end);
    let whole = |paragraph: &Span| {
        if paragraph.end() <= end {
            return Some(*paragraph);
        }
        let parts = sentences::split(cut(text, paragraph.start()..end));
        let last = parts.last().map_or(0, |part| part.start);
        article.text.trimmed(paragraph.start()..paragraph.start() + last)
    };
    begun.filter_map(whole).collect()
}

#[cfg(test)]
mod tests {
    use super::{beginning, cut_short};
    use crate::entities::tests::article;

    #[track_caller]
    fn check(lines: &str, most: usize, expected: &str) {
        let whole = article(lines, "en", "Coast");
        assert_eq!(cut_short(&whole), None, "no article is cut");
        let short = beginning(&whole, most);
        assert_eq!(short.text.as_str(), expected);
        for span in &short.paragraphs {
            assert_eq!(short.words(*span), whole.words(*span));
        }
    }

    #[test]
    fn the_last_whole_sentence_in_reach_is_the_last() {
        check("Weather\nRain fell. Wind blew.\nSnow fell.", 25, "Weather\nRain fell.");
        check(
            "Weather\nRain fell.\nВыпал снег. Подул ветер.",
            50,
            "Weather\nRain fell.\nВыпал снег.",
        );
    }

    #[test]
    fn one_endless_sentence_is_left_out() {
        check("Weather\nRain and rain and rain and rain.", 20, "");
    }
}
