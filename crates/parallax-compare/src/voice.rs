//! On whose word a sentence rests.

use crate::{
    lists::{self, Words},
    scene::Scene,
};
use parallax_language::{fold, words};
use parallax_model::{EntityKind, QuotationKind, Voice};

/// Words for bodies that speak: where a speaker without a name is one of them, it is an office.
static BODIES: Words = Words::new(|| lists::words("bodies"));

/// The voice of a line and who is said to say so.
pub(crate) fn of(scene: &Scene<'_>, line: usize) -> (Voice, Option<String>) {
    let own = &scene.lines[line];
    let account = scene.account(line);
    let spoken = own.quotations.iter().filter_map(|&at| account.notes.quotations.get(at));
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
            None => unnamed(name.as_deref().unwrap_or_default()),
        };
        return (voice, name);
    }
    let cited = own.citations.first().and_then(|&at| account.notes.citations.get(at));
    match cited {
        Some(citation) => (Voice::Cited, Some(citation.source_name.clone())),
        None => (Voice::Outlet, None),
    }
}

/// Someone the page does not name, or a body it does.
fn unnamed(name: &str) -> Voice {
    let mut folded = words(name).map(|word| fold(word.of(name)));
    if folded.any(|word| BODIES.contains(&word.as_str())) {
        Voice::Office
    } else if name.chars().next().is_some_and(char::is_uppercase) {
        Voice::Speaker
    } else {
        Voice::Unnamed
    }
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
