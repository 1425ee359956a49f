//! Where everyone is mentioned, and whom the sentences so far are about.

use super::frame::{Frame, TokenKind};
use super::people::People;
use super::roles::Roles;
use super::speaker::Speaker;
use super::tree::Tree;
use super::vocabulary::{Class, Vocabulary};
use crate::trees::{self, Trees};
use parallax_language::words;
use parallax_model::{Article, Entity, EntityKind, MentionForm, Span, cut};
use std::ops::Range;

/// A mention, found by place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Placed {
    pub(super) span: Span,
    pub(super) entity: usize,
    pub(super) form: MentionForm,
}

/// What is known while the body is read from its start.
pub(super) struct Scene<'a> {
    pub(super) article: &'a Article,
    pub(super) vocabulary: &'static Vocabulary,
    pub(super) entities: &'a [Entity],
    mentions: Vec<Placed>,
    /// Those spoken of so far.
    pub(super) people: People,
    /// What people are said to be.
    pub(super) roles: Roles,
    trees: &'a Trees,
    /// Which frame is read.
    pub(super) frame: usize,
}

/// Words outside of marks from which a frame is long enough to leave doubt.
const FEWEST_WORDS: usize = 8;
/// Frames of more bytes are no prose.
const MOST_BYTES: usize = 2000;
/// Mentions looked at in one phrase; more would be noise.
pub(super) const MOST_MENTIONS: usize = 32;

impl<'a> Scene<'a> {
    pub(super) fn new(article: &'a Article, entities: &'a [Entity], trees: &'a Trees) -> Self {
        let mut mentions: Vec<Placed> = entities
            .iter()
            .enumerate()
            .flat_map(|(entity, of)| {
                of.mentions.iter().map(move |m| Placed { span: m.span, entity, form: m.form })
            })
            .collect();
        mentions.sort_by_key(|placed| (placed.span, placed.entity));
        let vocabulary = Vocabulary::of(&article.language);
        Self {
            article,
            vocabulary,
            entities,
            mentions,
            people: People::new(article, entities),
            roles: Roles::default(),
            trees,
            frame: 0,
        }
    }

    /// The tree of a frame; none of one that is too plain to need one, or no prose.
    pub(super) fn tree<'f>(&self, frame: &'f Frame) -> Option<&'f Tree> {
        let make = || {
            let words = frame.words.filter(|words| words.len() <= MOST_BYTES)?;
            let plain = frame.tokens.iter().filter(|token| token.kind == TokenKind::Word);
            let long = plain.take(FEWEST_WORDS).count() == FEWEST_WORDS;
            (long && trees::reads(self.article))
                .then(|| Tree::new(words.start(), self.trees.of(self.article, words)))
        };
        frame.tree.get_or_init(make).as_ref()
    }

    /// Remembers whom a frame is about.
    pub(super) fn pass(&mut self, frame: &Frame) {
        let (Some(first), Some(last)) = (frame.tokens.first(), frame.tokens.last()) else { return };
        let quoted: Vec<&Range<usize>> = frame
            .tokens
            .iter()
            .filter(|token| matches!(token.kind, TokenKind::Quote(_)))
            .map(|token| &token.range)
            .collect();
        let mut people = Vec::new();
        let mut body = None;
        for placed in self.within(first.range.start..last.range.end).take(MOST_MENTIONS) {
            let next = quoted.partition_point(|range| range.end <= placed.span.start());
            if quoted.get(next).is_some_and(|range| range.start < placed.span.end()) {
                continue;
            }
            match self.kind(placed.entity) {
                Some(EntityKind::Person) if !people.contains(&placed.entity) => {
                    people.push(placed.entity);
                }
                Some(EntityKind::Organization) => body = body.or(Some(placed.entity)),
                _ => {}
            }
        }
        self.people.pass(&people, body, self.frame);
        self.frame += 1;
    }

    /// Remembers who spoke in a paragraph.
    pub(super) fn heard(&mut self, speaker: &Speaker, paragraph: usize) {
        match speaker.entity {
            Some(entity) if self.may_be_person(entity) => {
                self.people.heard(entity, self.frame);
            }
            None if speaker.name.is_some() => {
                if speaker.is_someone(self.vocabulary) {
                    self.people.heard_unnamed(speaker, paragraph);
                }
                self.people.heard_words(speaker, self.frame);
            }
            _ => {}
        }
    }

    /// A person, or a name of several words that could be told to be nothing else.
    fn may_be_person(&self, entity: usize) -> bool {
        self.entities.get(entity).is_some_and(|entity| match entity.kind {
            EntityKind::Person => true,
            EntityKind::Other => words(&entity.name).nth(1).is_some(),
            _ => false,
        })
    }

    pub(super) fn kind(&self, entity: usize) -> Option<EntityKind> {
        self.entities.get(entity).map(|entity| entity.kind)
    }

    /// Mentions that start in `range`, in order.
    pub(super) fn within(&self, range: Range<usize>) -> impl Iterator<Item = &Placed> + '_ {
        let first = self.mentions.partition_point(|placed| placed.span.start() < range.start);
        self.mentions[first..].iter().take_while(move |placed| placed.span.start() < range.end)
    }

    /// The speaker an entity makes, named at `span`.
    pub(super) fn entity(&self, entity: usize, span: Option<Span>) -> Speaker {
        let name = self.entities.get(entity).map(|entity| entity.name.clone());
        Speaker { entity: Some(entity), name, span }
    }

    /// Whether tokens `part` are the name of a person and nothing else.
    pub(super) fn person_alone(&self, frame: &Frame, part: Range<usize>) -> Option<Speaker> {
        let (first, last) = (frame.token(part.start)?, frame.token(part.end.checked_sub(1)?)?);
        let range = first.range.start..last.range.end;
        self.within(range.clone())
            .take(MOST_MENTIONS)
            .filter(|placed| placed.form == MentionForm::Named)
            .filter(|placed| self.may_be_person(placed.entity))
            .find(|placed| {
                // A title or an age may stand beside the name.
                placed.span.end() == range.end && placed.span.start() <= range.start + 12
            })
            .map(|placed| self.entity(placed.entity, Some(placed.span)))
    }

    /// Whether tokens `part` are the name of a body and nothing else but its article.
    pub(super) fn body_alone(&self, frame: &Frame, part: Range<usize>) -> Option<Speaker> {
        let article = usize::from(frame.is(part.start, Class::Determiner, self.vocabulary));
        let part = part.start + article..part.end;
        let (first, last) = (frame.token(part.start)?, frame.token(part.end.checked_sub(1)?)?);
        self.within(first.range.start..first.range.end)
            .take(MOST_MENTIONS)
            .filter(|placed| placed.form == MentionForm::Named)
            .filter(|placed| self.kind(placed.entity) == Some(EntityKind::Organization))
            .find(|placed| placed.span.end() == last.range.end)
            .map(|placed| self.entity(placed.entity, Some(placed.span)))
    }

    /// A person named inside tokens `part`.
    pub(super) fn person_within(&self, frame: &Frame, part: Range<usize>) -> Option<usize> {
        let (first, last) = (frame.token(part.start)?, frame.token(part.end.checked_sub(1)?)?);
        self.within(first.range.start..last.range.end)
            .take(MOST_MENTIONS)
            .find(|placed| {
                placed.form == MentionForm::Named
                    && self.kind(placed.entity) == Some(EntityKind::Person)
            })
            .map(|placed| placed.entity)
    }

    /// Whether the token at `at` stands inside a name, not at its start.
    pub(super) fn inside_name(&self, frame: &Frame, at: usize) -> bool {
        let Some(token) = frame.token(at) else { return false };
        let from = token.range.start.saturating_sub(LONGEST_NAME);
        self.within(from..token.range.start)
            .any(|placed| placed.form == MentionForm::Named && placed.span.end() > token.range.end)
    }

    /// Whether a mention starts at token `at` and ends before token `end`.
    pub(super) fn name_runs(&self, frame: &Frame, at: usize, end: usize) -> bool {
        let (Some(token), Some(last)) = (frame.token(at), frame.token(end - 1)) else {
            return false;
        };
        self.within(token.range.start..token.range.start + 1)
            .any(|placed| placed.span.end() >= last.range.end)
    }

    /// The person whose name starts at a token, and one past its last token.
    pub(super) fn person_at(&self, frame: &Frame, at: usize) -> Option<(usize, usize)> {
        let token = frame.token(at).filter(|token| token.kind == TokenKind::Word)?;
        let placed = self
            .within(token.range.start..token.range.start + 1)
            .take(MOST_MENTIONS)
            .filter(|placed| placed.form == MentionForm::Named)
            .find(|placed| self.kind(placed.entity) == Some(EntityKind::Person))?;
        let end = (at..frame.tokens.len().min(at + LONGEST_PERSON))
            .find(|&at| frame.tokens[at].range.end >= placed.span.end())?;
        Some((placed.entity, end + 1))
    }

    /// Whether tokens `part` are one name from end to end.
    pub(super) fn name_fills(&self, frame: &Frame, part: Range<usize>) -> bool {
        let ends = part.end.checked_sub(1).and_then(|at| frame.token(at));
        let (Some(first), Some(last)) = (frame.token(part.start), ends) else { return false };
        self.within(first.range.start..first.range.start + 1)
            .take(MOST_MENTIONS)
            .any(|placed| placed.form == MentionForm::Named && placed.span.end() == last.range.end)
    }

    /// Several speakers at once: their words, and no entity.
    pub(super) fn several(&self, frame: &Frame, part: Range<usize>) -> Option<Speaker> {
        let span = frame.span(self.article, part.start, part.end.checked_sub(1)?)?;
        let name = Some(self.article.words(span).to_owned());
        Some(Speaker { entity: None, name, span: Some(span) })
    }

    /// The entity that owns something: of `the bank’s`, the bank.
    pub(super) fn owner(&self, frame: &Frame, part: Range<usize>) -> Option<Speaker> {
        let (first, last) = (frame.token(part.start)?, frame.token(part.end.checked_sub(1)?)?);
        let word = cut(self.article.text.as_str(), last.range.clone());
        let bare = word.strip_suffix("’s").or_else(|| word.strip_suffix("'s")).unwrap_or(word);
        let end = last.range.start + bare.len();
        self.within(first.range.start..end)
            .take(MOST_MENTIONS)
            .filter(|placed| placed.span.end() >= end)
            .max_by_key(|placed| placed.span.len())
            .map(|placed| self.entity(placed.entity, Some(placed.span)))
            .or_else(|| {
                let span = self.article.text.span(first.range.start, end).ok();
                self.by_kind_of_body(frame, part).map(|entity| self.entity(entity, span))
            })
            .or_else(|| self.named_owner(first.range.start..end))
    }

    /// The one named in tokens `part`, whatever ending the name has there.
    pub(super) fn owner_named(&self, frame: &Frame, part: Range<usize>) -> Option<Speaker> {
        let (first, last) = (frame.token(part.start)?, frame.token(part.end.checked_sub(1)?)?);
        self.within(first.range.start..last.range.end)
            .take(MOST_MENTIONS)
            .filter(|placed| placed.span.end() > last.range.start)
            .max_by_key(|placed| placed.span.len())
            .map(|placed| self.entity(placed.entity, Some(placed.span)))
    }

    /// The words of an owner who is no entity.
    fn named_owner(&self, owner: Range<usize>) -> Option<Speaker> {
        let span = self.article.text.span(owner.start, owner.end).ok()?;
        let name = Some(self.article.words(span).to_owned());
        Some(Speaker { entity: None, name, span: Some(span) })
    }

    /// The first one named in a frame before token `before`, if it opens the frame.
    pub(super) fn first_name(&self, frame: &Frame, before: usize) -> Option<Speaker> {
        let first = frame.token(0)?;
        let last = frame.token(before.checked_sub(1)?)?;
        self.within(first.range.start..last.range.end)
            .take(MOST_MENTIONS)
            .find(|placed| {
                matches!(
                    self.kind(placed.entity),
                    Some(EntityKind::Person | EntityKind::Organization)
                )
            })
            .map(|placed| self.entity(placed.entity, Some(placed.span)))
    }

    /// One past the last token of the name that starts at or just after token `from`.
    pub(super) fn name_end(&self, frame: &Frame, from: usize) -> Option<usize> {
        let first = frame.token(from)?;
        let next = frame.token(from + 1).map_or(first.range.end, |token| token.range.end);
        let end = self
            .within(first.range.start..next)
            .take(MOST_MENTIONS)
            .map(|placed| placed.span.end())
            .max()?;
        let past = (from..frame.tokens.len()).find(|&at| frame.tokens[at].range.start >= end);
        Some(past.unwrap_or(frame.tokens.len()))
    }
}

/// Words of the longest name of a person.
const LONGEST_PERSON: usize = 8;
/// Bytes of the longest name looked back over.
const LONGEST_NAME: usize = 120;
