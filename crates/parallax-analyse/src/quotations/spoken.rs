//! Who said the words in marks.

use super::cue::{Cue, CueKind};
use super::frame::{Frame, TokenKind};
use super::governing::{Place, choose, is_beside, is_direct, opens_frame};
use super::lone;
use super::marked::Marked;
use super::scene::Scene;
use super::speaker::Speaker;
use super::unspoken;
use super::vocabulary::VerbClass;
use parallax_language::words;
use parallax_model::{Quotation, QuotationKind, Span};

/// The quotation found last, for what goes on from it.
#[derive(Clone, Debug)]
pub(super) struct Last {
    /// Who spoke.
    pub(super) speaker: Option<Speaker>,
    /// Which paragraph it stood in.
    pub(super) paragraph: usize,
    /// Its frame, counted over the body.
    pub(super) frame: usize,
    /// Its utterance.
    pub(super) utterance: usize,
    /// Whether it was whole words.
    pub(super) direct: bool,
    /// The words that report it.
    pub(super) cue: Option<Span>,
}

/// What has been read of the body so far.
#[derive(Debug, Default)]
pub(super) struct Speech {
    /// The quotations, in order of their words.
    pub(super) found: Vec<Quotation>,
    last: Option<Last>,
    /// Who a frame that ended in a colon or a bare cue announced.
    announced: Option<(usize, Speaker, Option<Span>)>,
    utterances: usize,
    heard: Vec<Speaker>,
}

/// Words from which a fragment without any cue is still taken for speech.
const LONE_FRAGMENT_WORDS: usize = 6;

impl Speech {
    /// A number no quotation has yet.
    fn next_utterance(&mut self) -> usize {
        self.utterances += 1;
        self.utterances - 1
    }

    /// Who spoke since this was asked last.
    pub(super) fn take_heard(&mut self) -> Vec<Speaker> {
        std::mem::take(&mut self.heard)
    }

    /// Adds a clause reported without marks, in a frame that starts at `from`.
    ///
    /// Fragments in marks inside it are of its utterance, and of its speaker where they have none.
    pub(super) fn report(
        &mut self,
        clause: Span,
        from: usize,
        speaker: Option<&Speaker>,
        cue: Option<Span>,
    ) {
        let next = self.utterances;
        let inside = self.found.iter_mut().rev().take_while(|one| one.span.start() >= from);
        let mut pieces: Vec<&mut Quotation> = inside
            .filter(|one| clause.contains(one.span) && one.kind == QuotationKind::Partial)
            .filter(|one| one.cue.is_none() && one.speaker_name.is_none() || says(speaker, one))
            .collect();
        let utterance = pieces.iter().map(|one| one.utterance).min().unwrap_or(next);
        for piece in &mut pieces {
            let whole = quotation(piece.span, piece.kind, speaker, cue, utterance);
            piece.utterance = utterance;
            if piece.cue.is_none() {
                **piece = whole;
            }
        }
        self.utterances = next.max(utterance + 1);
        self.heard.extend(speaker.cloned());
        self.found.push(quotation(clause, QuotationKind::Indirect, speaker, cue, utterance));
    }

    /// Reads the marks of one frame; tells which marks hold speech.
    pub(super) fn read(
        &mut self,
        scene: &Scene<'_>,
        frame: &Frame,
        number: usize,
        cues: &[Cue],
        marked: &[Marked],
        after: Option<(&Frame, &[Cue])>,
    ) -> Vec<usize> {
        let mut spoken = Vec::new();
        let mut before: Option<(usize, usize)> = None;
        for at in 0..frame.tokens.len() {
            let Some(TokenKind::Quote(index)) = frame.kind(at) else { continue };
            let Some(mark) = marked.get(index) else { continue };
            let place = Place { frame, at, number, mark };
            let choice = choose(scene, &place, cues, before);
            let already = self.found.len();
            if let Some(nth) = self.quote(scene, &place, choice, cues, after) {
                before = Some((at, nth));
            }
            if self.found.len() > already {
                spoken.push(index);
            }
        }
        self.announce(scene, frame, number, cues);
        spoken
    }

    /// Records one quotation; gives the cue it used.
    fn quote(
        &mut self,
        scene: &Scene<'_>,
        place: &Place<'_>,
        choice: Option<usize>,
        cues: &[Cue],
        after: Option<(&Frame, &[Cue])>,
    ) -> Option<usize> {
        let cue = choice.and_then(|nth| cues.get(nth));
        let direct = is_direct(scene, place, cue, self.goes_on(place));
        if !direct && unspoken::is_unspoken(scene, place.frame, place.at, place.mark) {
            return None;
        }
        let beside = cue.is_some_and(|cue| is_beside(place.frame, place.at, cue, scene.vocabulary));
        if !direct && beside {
            return None;
        }
        if let Some(cue) = cue {
            let span = |tokens: &std::ops::Range<usize>| {
                place.frame.span(scene.article, tokens.start, tokens.end.checked_sub(1)?)
            };
            let cue_span = span(&cue.tokens);
            let utterance = self.utterance(place, direct, cue.speaker.as_ref(), cue_span);
            self.push(place, direct, cue.speaker.clone(), cue_span, utterance);
            return choice;
        }
        self.alone(scene, place, direct, after);
        None
    }

    /// Words in marks in a frame without a cue.
    fn alone(
        &mut self,
        scene: &Scene<'_>,
        place: &Place<'_>,
        direct: bool,
        after: Option<(&Frame, &[Cue])>,
    ) {
        if place.mark.goes_on
            && let Some(last) = self.last.clone()
        {
            self.push(place, true, last.speaker, None, last.utterance);
            return;
        }
        if direct && let Some((speaker, cue)) = lone::beside(scene, place) {
            let utterance = self.next_utterance();
            self.push(place, true, speaker, cue, utterance);
            return;
        }
        let whole = direct && place.frame.is_all_marks();
        if whole && let Some((speaker, cue)) = lone::after(scene, place, after) {
            let utterance = self.next_utterance();
            self.push(place, true, speaker, cue, utterance);
            return;
        }
        let opens = whole || direct && opens_frame(scene, place.frame, place.at);
        if let Some(last) = self.last.clone().filter(|last| opens && follows(last, place)) {
            self.push(place, true, last.speaker, None, last.utterance);
        } else if whole {
            self.carried(place);
        } else if is_long(scene, place) {
            let utterance = self.next_utterance();
            self.push(place, direct, None, None, utterance);
        }
    }

    /// A sentence of nothing but words in marks: whoever was announced, or spoke last.
    fn carried(&mut self, place: &Place<'_>) {
        let announced = self.announced.clone().filter(|(number, ..)| number + 1 == place.number);
        let utterance = self.next_utterance();
        if let Some((_, speaker, cue)) = announced {
            self.push(place, true, Some(speaker), cue, utterance);
            return;
        }
        let near = self.last.clone().filter(|last| {
            last.paragraph == place.frame.paragraph
                || last.direct && last.paragraph + 1 == place.frame.paragraph
        });
        self.push(place, true, near.and_then(|last| last.speaker), None, utterance);
    }

    /// Whether the marks go on with what the frame, or the one before, began.
    fn goes_on(&self, place: &Place<'_>) -> bool {
        place.mark.goes_on
            || self.last.as_ref().is_some_and(|last| last.direct && last.frame == place.number)
    }

    fn utterance(
        &mut self,
        place: &Place<'_>,
        direct: bool,
        speaker: Option<&Speaker>,
        cue: Option<Span>,
    ) -> usize {
        let same = |last: &&Last| {
            let who = |speaker: Option<&Speaker>| {
                speaker.map(|speaker| (speaker.entity, speaker.name.clone()))
            };
            direct
                && last.direct
                && last.frame == place.number
                && who(speaker) == who(last.speaker.as_ref())
                // `“…,” he said, adding: “…”` are two.
                && (cue == last.cue || last.cue.is_none())
        };
        let goes_on = place.mark.goes_on && self.last.is_some();
        match self.last.as_ref().filter(|last| goes_on || same(last)) {
            Some(last) => last.utterance,
            None => self.next_utterance(),
        }
    }

    fn push(
        &mut self,
        place: &Place<'_>,
        direct: bool,
        speaker: Option<Speaker>,
        cue: Option<Span>,
        utterance: usize,
    ) {
        let kind = if direct { QuotationKind::Direct } else { QuotationKind::Partial };
        self.heard.extend(speaker.clone());
        self.found.push(quotation(place.mark.inner, kind, speaker.as_ref(), cue, utterance));
        self.last = Some(Last {
            speaker,
            paragraph: place.frame.paragraph,
            frame: place.number,
            utterance,
            direct,
            cue,
        });
    }

    /// Remembers who a frame promised words of: `Vega went on:`.
    fn announce(&mut self, scene: &Scene<'_>, frame: &Frame, number: usize, cues: &[Cue]) {
        let colon = frame.tokens.last().is_some_and(|token| token.kind == TokenKind::Colon);
        let quotes = frame.tokens.iter().any(|token| matches!(token.kind, TokenKind::Quote(_)));
        let bare = |cue: &&Cue| {
            let speech = matches!(cue.kind, CueKind::Verb(VerbClass::Speech));
            speech && !quotes && frame.tokens.len() <= cue.whole().end + 2
        };
        if let Some(cue) = cues.last().filter(|cue| colon || bare(cue)) {
            let last = cue.tokens.end.saturating_sub(1);
            let span = frame.span(scene.article, cue.tokens.start, last);
            self.announced = cue.speaker.clone().map(|speaker| (number, speaker, span));
        } else if colon {
            let opener = lone::opener(scene, frame, frame.tokens.len());
            self.announced = opener.map(|speaker| (number, speaker, None));
        }
    }
}

/// Whether a quotation is given to a speaker.
fn says(speaker: Option<&Speaker>, one: &Quotation) -> bool {
    speaker.map(|speaker| (speaker.entity, speaker.name.as_deref()))
        == Some((one.speaker, one.speaker_name.as_deref()))
}

/// Whether a fragment is long enough to be speech without any cue.
fn is_long(scene: &Scene<'_>, place: &Place<'_>) -> bool {
    words(scene.article.words(place.mark.inner)).nth(LONE_FRAGMENT_WORDS - 1).is_some()
}

/// Whether the marks go on in the sentence after the last quotation, in one paragraph.
fn follows(last: &Last, place: &Place<'_>) -> bool {
    last.direct && last.frame + 1 == place.number && last.paragraph == place.frame.paragraph
}

/// A quotation as the model wants it.
fn quotation(
    span: Span,
    kind: QuotationKind,
    speaker: Option<&Speaker>,
    cue: Option<Span>,
    utterance: usize,
) -> Quotation {
    Quotation {
        span,
        kind,
        speaker: speaker.and_then(|speaker| speaker.entity),
        speaker_name: speaker.and_then(|speaker| speaker.name.clone()),
        speaker_span: speaker.and_then(|speaker| speaker.span),
        cue,
        utterance,
    }
}
