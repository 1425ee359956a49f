//! On whose word a sentence rests.

mod described;

use crate::{
    lists::{self, Words},
    scene::Scene,
};
use parallax_language::{fold, words};
use parallax_model::{EntityKind, Quotation, QuotationKind, Span, Voice};

/// Words between the start of a sentence and a clause from which the sentence tells something before the clause.
const MAIN_CLAUSE: usize = 3;

/// What opens a clause that only tells when or why.
static SUBORDINATORS: Words = Words::new(|| lists::words("subordinators"));

/// The voice of a line and who is said to say so.
pub(crate) fn of(scene: &Scene<'_>, line: usize) -> (Voice, Option<String>) {
    let own = &scene.lines[line];
    let account = scene.account(line);
    let spoken = speech(scene, line);
    let longest = spoken
        .filter(|quotation| quotation.speaker_name.is_some() || quotation.speaker.is_some())
        .max_by_key(|quotation| {
            let inside = quotation.span.end().min(own.span.end())
                - quotation.span.start().max(own.span.start());
            (quotation.kind != QuotationKind::Partial, inside, std::cmp::Reverse(quotation.span))
        });
    if let Some(quotation) = longest {
        let entity = quotation.speaker.and_then(|at| {
            let story = scene.story_entity(own.account, at)?;
            scene.entities.get(story)
        });
        let name =
            entity.map(|known| known.name.clone()).or_else(|| quotation.speaker_name.clone());
        let voice = match entity.map(|known| known.kind) {
            Some(EntityKind::Organization | EntityKind::Place) => Voice::Office,
            Some(_) => Voice::Speaker,
            None => {
                let opens =
                    quotation.speaker_span.is_none_or(|span| opens_sentence(scene, line, span));
                described::voice(account.language, name.as_deref().unwrap_or_default(), opens)
            }
        };
        return (voice, name);
    }
    let cited = own.citations.first().and_then(|&at| account.notes.citations.get(at));
    match cited {
        Some(citation) => (Voice::Cited, Some(citation.source_name.clone())),
        None => (Voice::Outlet, None),
    }
}

/// The reported speech of a line for which someone vouches: not what is said in a clause that only tells when or
/// why the rest happened, `The talks ended after the mayor said she was tired`.
pub(crate) fn speech<'a>(
    scene: &'a Scene<'_>,
    line: usize,
) -> impl Iterator<Item = &'a Quotation> + use<'a> {
    let account = scene.account(line);
    let all = scene.lines[line].quotations.iter();
    all.filter_map(|&at| account.notes.quotations.get(at))
        .filter(move |quotation| !is_aside(scene, line, quotation))
}

/// Whether the words that report a quotation stand in a clause after the main one, and it fills less than most of
/// the sentence.
fn is_aside(scene: &Scene<'_>, line: usize, quotation: &Quotation) -> bool {
    let own = &scene.lines[line];
    let Some(cue) = quotation.cue.filter(|cue| own.span.contains(*cue)) else { return false };
    let speaker = quotation.speaker_span.filter(|speaker| own.span.contains(*speaker));
    let opens = speaker.map_or(cue.start(), |speaker| speaker.start().min(cue.start()));
    let before = own.tokens.iter().take_while(|token| token.span.start() < opens);
    let before: Vec<&str> = before.map(|token| token.folded.as_str()).collect();
    let inside = quotation.span.end().min(own.span.end());
    let inside = inside.saturating_sub(quotation.span.start().max(own.span.start()));
    let subordinate = before.last().is_some_and(|word| SUBORDINATORS.contains(word));
    subordinate && before.len() > MAIN_CLAUSE && inside * 3 < own.span.len() * 2
}

/// Whether words open a sentence, so that their first letter is a capital whatever they are.
fn opens_sentence(scene: &Scene<'_>, line: usize, span: Span) -> bool {
    let account = scene.account(line);
    account.notes.sentences.iter().any(|sentence| sentence.start() == span.start())
        || scene.lines[line].span.start() == span.start()
}

/// Whether two names are one outlet's: without case, accents and a leading `The`.
pub(crate) fn same_outlet(a: &str, b: &str) -> bool {
    let plain = |name: &str| -> Vec<String> {
        let folded = words(name).map(|word| fold(word.of(name)));
        folded.filter(|word| word != "the").collect()
    };
    let (ours, theirs) = (plain(a), plain(b));
    let (short, long) =
        if ours.len() <= theirs.len() { (&ours, &theirs) } else { (&theirs, &ours) };
    // "The Beacon" is "The Beacon Online".
    !short.is_empty() && long.starts_with(short)
}
