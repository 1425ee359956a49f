//! Who, what they said, when: marks over an article's text.

mod citations;
mod cut_short;
mod entities;
mod events;
pub mod learning;
mod quantities;
mod quotations;
mod sentences;
pub mod syntax;
mod timexes;
mod topics;
mod trees;

use parallax_model::{Annotations, Article, Note, NoteKind, Noted};

/// Marks everything in `article` that the comparison needs; of a text of more than a
/// megabyte, its beginning.
pub fn annotate(article: &Article) -> Noted<Annotations> {
    let Some(beginning) = cut_short::cut_short(article) else {
        return annotate_whole(article);
    };
    let mut marked = annotate_whole(&beginning);
    marked.notes.push(Note { kind: NoteKind::PageCutShort, span: None });
    marked
}

fn annotate_whole(article: &Article) -> Noted<Annotations> {
    let mut notes = Vec::new();
    let sentences = sentences::sentences(article);
    let entities = entities::entities(article, &sentences);
    let dates = timexes::timexes(article, &sentences);
    let quantities = quantities::quantities(article, &sentences, &dates);
    let citations = citations::citations(article, &sentences, &entities);
    let trees = trees::Trees::default();
    let quotations = quotations::quotations(article, &sentences, &entities, &citations, &trees)
        .into_value(&mut notes);
    let events = events::events(
        article,
        &events::Marks {
            sentences: &sentences,
            entities: &entities,
            quotations: &quotations,
            dates: &dates,
        },
        &trees,
    );
    let topic = topics::topic(article);
    let value = Annotations {
        sentences,
        entities,
        quotations,
        dates,
        citations,
        quantities,
        events,
        topic,
    };
    Noted { value, notes }
}
