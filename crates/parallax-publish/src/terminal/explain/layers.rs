//! The layers of an article as things found, in the order of the text.

use super::found::{Found, entity_sign};
use crate::terminal::wrap::Face;
use parallax_model::{Annotations, Article, Bound, Event, Quantity, Quotation, ReadArticle, Span};

/// All that was found, by where it starts; of two that start together the longer first.
pub(super) fn layers(read: &ReadArticle) -> Vec<Found> {
    let ReadArticle { article, annotations, .. } = read;
    let mut found = entities(annotations);
    found.extend(quotations(article, annotations));
    found.extend(annotations.dates.iter().enumerate().map(|(at, date)| {
        let means = format!("{} ({})", date.value, date.precision.name());
        Found::words(date.span, format!("D{}", at + 1), Face::Strong, Some(means))
    }));
    found.extend(annotations.citations.iter().enumerate().map(|(at, cited)| {
        let means = format!("cites {}", cited.source_name);
        Found::words(cited.span, format!("C{}", at + 1), Face::Strong, Some(means))
    }));
    found.extend(annotations.quantities.iter().enumerate().map(|(at, quantity)| {
        let sign = format!("N{}", at + 1);
        Found::words(quantity.span, sign, Face::Strong, Some(amount(quantity)))
    }));
    found.extend(annotations.events.iter().enumerate().map(|(at, event)| {
        let sign = format!("A{}", at + 1);
        Found::words(event.span, sign, Face::Strong, Some(deed(article, annotations, event)))
    }));
    found.sort_by_key(|one| (one.mark.range.start, std::cmp::Reverse(one.mark.range.end)));
    found
}

/// Mentions carry the sign of their entity, which is told once, at the end.
fn entities(annotations: &Annotations) -> Vec<Found> {
    let mut found = Vec::new();
    for (at, entity) in annotations.entities.iter().enumerate() {
        for mention in &entity.mentions {
            found.push(Found::words(mention.span, entity_sign(at), Face::Marked, None));
        }
    }
    found
}

fn quotations(article: &Article, annotations: &Annotations) -> Vec<Found> {
    let told = annotations.quotations.iter();
    told.map(|quotation| {
        let sign = format!("S{}", quotation.utterance + 1);
        Found::clause(quotation.span, sign, speech(article, quotation))
    })
    .collect()
}

/// `indirect · speaker E1, "she" · by "said"`
fn speech(article: &Article, quotation: &Quotation) -> String {
    let mut said = vec![quotation.kind.name().to_owned()];
    let name = quotation.speaker_name.as_deref();
    let sign = quotation.speaker.map(entity_sign);
    said.push(match (sign, name) {
        (Some(sign), Some(name)) => format!("speaker {name} ({sign})"),
        (Some(sign), None) => format!("speaker {sign}"),
        (None, Some(name)) => format!("speaker {name}"),
        (None, None) => "speaker not named".to_owned(),
    });
    said.extend(quotation.speaker_span.map(|span| format!("named “{}”", article.words(span))));
    said.extend(quotation.cue.map(|span| format!("cue “{}”", article.words(span))));
    said.join(" · ")
}

/// `ASSAULT · by militants · to a convoy · at Harrow · when Tuesday`
fn deed(article: &Article, annotations: &Annotations, event: &Event) -> String {
    let words = |spans: &[Span]| {
        let words: Vec<&str> = spans.iter().map(|span| article.words(*span)).collect();
        (!words.is_empty()).then(|| words.join(", "))
    };
    let date = event.date.and_then(|at| annotations.dates.get(at)).map(|date| date.span);
    let mut said = vec![event.class.name().to_owned()];
    for (how, what) in [
        ("by", words(&event.sources)),
        ("to", words(&event.targets)),
        ("at", words(event.place.as_slice())),
        ("when", words(date.as_slice())),
    ] {
        said.extend(what.map(|what| format!("{how} {what}")));
    }
    said.join(" · ")
}

/// `at least 1200.5 tonne · counts grain`, in the analysis's own units and stems.
fn amount(quantity: &Quantity) -> String {
    let bound = match quantity.bound {
        Bound::Exactly => String::new(),
        bound => format!("{} ", bound.name().replace('-', " ")),
    };
    let mut said = bound;
    said.push_str(&thousandths(quantity.milli));
    if let Some(upper) = quantity.upper {
        said.push_str(" to ");
        said.push_str(&thousandths(upper));
    }
    for (lead, word) in [(" ", &quantity.unit), (" · counts ", &quantity.counted)] {
        if !word.is_empty() {
            said.push_str(lead);
            said.push_str(word);
        }
    }
    said
}

/// A number given in thousandths, without zeros that say nothing.
fn thousandths(milli: i128) -> String {
    let whole = milli / 1000;
    let rest = (milli % 1000).unsigned_abs();
    let sign = if milli < 0 && whole == 0 { "-" } else { "" };
    if rest == 0 {
        return format!("{whole}");
    }
    let digits = format!("{rest:03}");
    format!("{sign}{whole}.{}", digits.trim_end_matches('0'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousandths_are_printed_as_one_would_write_them() {
        assert_eq!(thousandths(1_200_500), "1200.5");
        assert_eq!(thousandths(-250), "-0.25");
        assert_eq!(thousandths(-1_250), "-1.25");
        assert_eq!(thousandths(3_000), "3");
    }
}
