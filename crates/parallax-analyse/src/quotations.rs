//! Quotations: the words an article reports as someone's, and whose they are.
//!
//! Marks are paired first, over the whole body. Then each sentence is read as
//! tokens, with the words in marks as one token each: reporting verbs are
//! found with their subjects, words in marks are given to the verb that
//! governs them, and clauses reported without marks are cut out. A speaker who
//! cannot be told is left out; a wrong one is worse than none.

mod clause;
mod credit;
mod cue;
mod dashes;
mod frame;
mod governing;
mod incise;
mod lone;
mod marked;
mod marks;
mod people;
mod phrase;
mod reported;
mod roles;
mod scene;
mod speaker;
mod spoken;
mod subject;
mod tree;
mod unspaced;
mod unspoken;
mod verb;
mod verbfinal;
mod vocabulary;

use crate::trees::Trees;
use cue::Cue;
use frame::Frame;
use parallax_model::{Article, Citation, Entity, Noted, Quotation, QuotationKind, Span};
use roles::Roles;
use scene::Scene;
use spoken::Speech;

/// The quotations of the body, in order.
pub(crate) fn quotations(
    article: &Article,
    sentences: &[Span],
    entities: &[Entity],
    citations: &[Citation],
    trees: &Trees,
) -> Noted<Vec<Quotation>> {
    let Noted { value: marked, notes } = marked::marked(article);
    let frames = frame::frames(article, sentences, &marked);
    let mut scene = Scene::new(article, entities, trees);
    scene.roles = Roles::new(&scene, &frames);
    let mut speech = Speech::default();
    for (number, frame) in frames.iter().enumerate() {
        let cues = cue::cues(&scene, frame);
        // Only words in marks that stand alone look at the sentence after them.
        let next = frames.get(number + 1).filter(|_| frame.is_all_marks());
        let next_cues = next.map(|next| cue::cues(&scene, next));
        let after = next.zip(next_cues.as_deref());
        let spoken = speech.read(&scene, frame, number, &cues, &marked, after);
        report(&scene, frame, &cues, &spoken, &mut speech);
        scene.pass(frame);
        for speaker in speech.take_heard() {
            scene.heard(&speaker, frame.paragraph);
        }
    }
    let mut value = speech.found;
    // What another outlet reports is cited, and said by nobody.
    value.retain(|one| one.kind != QuotationKind::Indirect || !is_cited(one, citations));
    value.sort_by_key(|quotation| (quotation.span, quotation.kind));
    Noted { value, notes }
}

/// Whether the words that name a speaker cite another outlet.
fn is_cited(quotation: &Quotation, citations: &[Citation]) -> bool {
    quotation.speaker_span.is_some_and(|speaker| {
        let first = citations.partition_point(|one| one.span.end() <= speaker.start());
        citations.get(first).is_some_and(|one| one.span.overlaps(speaker))
    })
}

/// Adds what a frame reports without marks.
fn report(scene: &Scene<'_>, frame: &Frame, cues: &[Cue], spoken: &[usize], speech: &mut Speech) {
    for reported in reported::clauses(scene, frame, cues, spoken) {
        let cue = &cues[reported.cue];
        let words = frame.span(scene.article, cue.tokens.start, cue.tokens.end.saturating_sub(1));
        let from = frame.tokens.first().map_or(0, |token| token.range.start);
        speech.report(reported.span, from, cue.speaker.as_ref(), words);
    }
}

#[cfg(test)]
mod tests;
