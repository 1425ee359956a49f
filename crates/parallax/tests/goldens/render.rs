//! What each room made, for people to read and review.

use parallax_model::{Article, Bound, Edition, MediaTopic, ReadArticle, Span};
use std::fmt::Write;

/// A line `part  start..end  "words"`.
fn spot(page: &mut String, article: &Article, part: &str, span: Span) {
    let words = article.words(span).replace('\n', "\\n");
    line(page, format_args!("{part:<12} {span:?}  \"{words}\""));
}

fn line(page: &mut String, text: std::fmt::Arguments<'_>) {
    writeln!(page, "{text}").expect("a string takes it");
}

/// What extract made of a page.
pub(crate) fn article(read: &ReadArticle) -> String {
    let article = &read.article;
    let mut page = String::new();
    let fact = |page: &mut String, part: &str, words: &str| {
        line(page, format_args!("{part:<12} {words:?}"));
    };
    line(&mut page, format_args!("{:<12} {:.8}", "id", article.id.to_string()));
    fact(&mut page, "outlet", article.outlet.name.as_deref().unwrap_or("-"));
    fact(&mut page, "outlet from", article.outlet.from.name());
    fact(&mut page, "url", article.url.as_deref().unwrap_or("-"));
    fact(&mut page, "language", &article.language);
    for (part, stamp) in [("published", &article.published), ("modified", &article.modified)] {
        if let Some(stamp) = stamp {
            line(&mut page, format_args!("{part:<12} {stamp} from {}", stamp.from.name()));
        }
    }
    article.byline.iter().for_each(|author| {
        line(
            &mut page,
            format_args!(
                "{:<12} {:?} {:?}",
                "byline",
                author.name,
                author.role.as_deref().unwrap_or("-")
            ),
        );
    });
    article.section.iter().for_each(|section| fact(&mut page, "section", section));
    article.tags.iter().for_each(|tag| fact(&mut page, "tag", tag));
    article.wire_credit.iter().for_each(|credit| fact(&mut page, "wire credit", credit));
    for image in &article.images {
        fact(&mut page, "caption", image.caption.as_deref().unwrap_or("-"));
        fact(&mut page, "  credit", image.credit.as_deref().unwrap_or("-"));
    }
    article.related.iter().for_each(|related| fact(&mut page, "related", &related.text));
    article.alternates.iter().for_each(|other| fact(&mut page, "alternate", &other.language));
    article.headline.iter().for_each(|span| spot(&mut page, article, "headline", *span));
    article.standfirst.iter().for_each(|span| spot(&mut page, article, "standfirst", *span));
    article.dateline.iter().for_each(|span| spot(&mut page, article, "dateline", *span));
    article.paragraphs.iter().for_each(|span| spot(&mut page, article, "paragraph", *span));
    for left in &article.boilerplate {
        fact(&mut page, left.kind.name(), &left.text);
    }
    read.notes.iter().for_each(|note| fact(&mut page, "note", &note.kind.to_string()));
    page
}

/// What analyse marked in it.
pub(crate) fn annotations(read: &ReadArticle) -> String {
    let (article, annotations) = (&read.article, &read.annotations);
    let mut page = String::new();
    annotations.sentences.iter().for_each(|span| spot(&mut page, article, "sentence", *span));
    for entity in &annotations.entities {
        line(&mut page, format_args!("{:<12} {:?} {}", "entity", entity.name, entity.kind.name()));
        for mention in &entity.mentions {
            let form = format!("{:?}", mention.form).to_lowercase();
            spot(&mut page, article, &format!("  {form}"), mention.span);
        }
    }
    for quotation in &annotations.quotations {
        spot(&mut page, article, quotation.kind.name(), quotation.span);
        let speaker = quotation.speaker_name.as_deref().unwrap_or("-");
        let cue = quotation.cue.map_or("-", |span| article.words(span));
        line(&mut page, format_args!("  {speaker:?} {cue:?} utterance {}", quotation.utterance));
    }
    for timex in &annotations.dates {
        spot(&mut page, article, &timex.value, timex.span);
    }
    for quantity in &annotations.quantities {
        spot(&mut page, article, "quantity", quantity.span);
        let about = if quantity.bound == Bound::Exactly { "" } else { "about " };
        line(
            &mut page,
            format_args!(
                "  {about}{} milli {:?} of {:?}",
                quantity.milli, quantity.unit, quantity.counted
            ),
        );
    }
    for citation in &annotations.citations {
        spot(&mut page, article, "citation", citation.span);
    }
    page
}

/// How group put the articles together.
pub(crate) fn stories(edition: &Edition, name: &impl Fn(&ReadArticle) -> String) -> String {
    let called = |index: &usize| name(&edition.articles[*index]);
    let mut page = String::new();
    for told in &edition.stories {
        line(&mut page, format_args!("story        {:.8}", told.story.id.to_string()));
        for index in &told.story.articles {
            let copy = edition.articles[*index].copy_of.as_ref().map(called);
            let copy = copy.map(|of| format!(" copy of {of}")).unwrap_or_default();
            line(&mut page, format_args!("  article    {}{copy}", called(index)));
        }
        for origin in &told.story.origins {
            let articles: Vec<String> = origin.articles.iter().map(called).collect();
            let agency = if origin.agency { " (agency)" } else { "" };
            line(
                &mut page,
                format_args!("  origin     {}{agency}: {}", origin.name, articles.join(", ")),
            );
        }
    }
    page
}

/// Where compare found the accounts to agree and to part.
pub(crate) fn comparisons(edition: &Edition, name: &impl Fn(&ReadArticle) -> String) -> String {
    let mut page = String::new();
    let called = |index: usize| name(&edition.articles[index]);
    let cite = |page: &mut String, part: &str, index: usize, span: Span| {
        let part = format!("{part} {}", called(index));
        spot(page, &edition.articles[index].article, &part, span);
    };
    for told in &edition.stories {
        let comparison = &told.comparison;
        line(&mut page, format_args!("story        {:.8}", told.story.id.to_string()));
        line(&mut page, format_args!("headline     {}", called(comparison.headline)));
        let when =
            [&comparison.when.start, &comparison.when.end].map(|day| day.as_deref().unwrap_or("-"));
        line(&mut page, format_args!("when         {}..{}", when[0], when[1]));
        line(
            &mut page,
            format_args!("where        {}", comparison.place.as_deref().unwrap_or("-")),
        );
        line(
            &mut page,
            format_args!("topic        {}", comparison.topic.map_or("-", MediaTopic::code)),
        );
        for entity in &comparison.entities {
            line(
                &mut page,
                format_args!(
                    "entity       {:?} {} in {}",
                    entity.name,
                    entity.kind.name(),
                    entity.members.len()
                ),
            );
        }
        for claim in &comparison.claims {
            let by = if claim.attributed_to.is_empty() {
                String::new()
            } else {
                format!(" by {}", claim.attributed_to.join("; "))
            };
            let first = claim.first.as_ref().map(|first| called(first.article));
            let first = first.map(|first| format!(", first {first}")).unwrap_or_default();
            line(
                &mut page,
                format_args!(
                    "claim {} {}, origins {}{first}{by}",
                    claim.status.name(),
                    claim.kind.name(),
                    claim.origins
                ),
            );
            for statement in &claim.statements {
                cite(
                    &mut page,
                    &format!("  {}", statement.voice.name()),
                    statement.article,
                    statement.span,
                );
            }
        }
        for difference in &comparison.differences {
            line(
                &mut page,
                format_args!("difference {} {}", difference.kind.name(), difference.nature.name()),
            );
            cite(&mut page, "  about", difference.about.0, difference.about.1);
            difference
                .values
                .iter()
                .for_each(|value| cite(&mut page, "  value", value.article, value.span));
        }
        for group in comparison.quotations.iter().filter(|group| group.variants.len() > 1) {
            line(
                &mut page,
                format_args!("quotation {:?}", group.speaker_name.as_deref().unwrap_or("-")),
            );
            group
                .variants
                .iter()
                .for_each(|variant| cite(&mut page, "  variant", variant.article, variant.span));
        }
        for entry in &comparison.timeline {
            cite(&mut page, &entry.value, entry.text.0, entry.text.1);
        }
        for earlier in &comparison.earlier {
            cite(&mut page, "earlier", earlier.article, earlier.span);
        }
    }
    page
}
