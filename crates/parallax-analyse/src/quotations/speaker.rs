//! From a noun phrase to who is meant.

use super::frame::{Frame, TokenKind};
use super::scene::{MOST_MENTIONS, Placed, Scene};
use super::vocabulary::{Class, Vocabulary};
use parallax_language::names::Gender;
use parallax_language::{fold, words};
use parallax_model::{EntityKind, MentionForm, Span};
use std::ops::Range;

/// Who is said to have said something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Speaker {
    /// The entity, if it is one.
    pub(super) entity: Option<usize>,
    /// Its name, or the words where it is none.
    pub(super) name: Option<String>,
    /// The words that name the speaker here.
    pub(super) span: Option<Span>,
}

impl Speaker {
    /// Whether the words mean one human being without a name: `a man with a flask`.
    pub(super) fn is_someone(&self, vocabulary: &Vocabulary) -> bool {
        self.name.as_deref().is_some_and(|name| {
            let first = words(name).next().map(|word| fold(word.of(name)));
            first.is_some_and(|first| vocabulary.is(&first, Class::Indefinite))
        })
    }
}

impl Scene<'_> {
    /// Who the noun phrase `head` means; `whole` holds what follows the head too.
    pub(super) fn resolve(
        &self,
        frame: &Frame,
        head: Range<usize>,
        whole: Range<usize>,
    ) -> Option<Speaker> {
        if head.is_empty() {
            return None;
        }
        if head.len() == 1
            && let Some(speaker) = self.pronoun(frame, head.start)
        {
            return speaker.into();
        }
        let belongs =
            (head.start + 1..head.end).any(|at| frame.is(at, Class::Belonging, self.vocabulary));
        let named = self.named(frame, head.clone()).filter(|found| {
            // Of `die Sprecherin der Polizei` the police are only the owners.
            let first = frame.token(head.start).map(|token| token.range.end);
            !belongs || first >= found.span.map(Span::start)
        });
        named.or_else(|| self.words(frame, head, whole))
    }

    /// A mention that is the head of the phrase.
    fn named(&self, frame: &Frame, head: Range<usize>) -> Option<Speaker> {
        let (first, last) = (frame.token(head.start)?, frame.token(head.end - 1)?);
        let range = first.range.start..last.range.end;
        self.within(range.clone())
            .take(MOST_MENTIONS)
            .filter(|placed| {
                // `Okafor’s` may or may not be marked with its ending.
                placed.span.end() >= range.end
            })
            .filter(|placed| self.can_speak(placed))
            .max_by_key(|placed| {
                let person = self.kind(placed.entity) == Some(EntityKind::Person);
                (
                    placed.form == MentionForm::Named && person,
                    placed.form != MentionForm::Pronoun,
                    placed.span.len(),
                )
            })
            .map(|placed| self.entity(placed.entity, Some(placed.span)))
    }

    fn can_speak(&self, placed: &Placed) -> bool {
        !matches!(self.kind(placed.entity), Some(EntityKind::Event))
    }

    /// Whom a pronoun means: what the entities say, else who was last put first.
    fn pronoun(&self, frame: &Frame, at: usize) -> Option<Speaker> {
        let token = frame.token(at)?;
        let is = |class| frame.is(at, class, self.vocabulary);
        let single = is(Class::Masculine) || is(Class::Feminine);
        if !(single || is(Class::Neuter) || is(Class::Plural) || is(Class::First)) {
            return None;
        }
        let span = self.article.text.span(token.range.start, token.range.end).ok();
        let told = self
            .within(token.range.clone())
            .find(|placed| placed.form == MentionForm::Pronoun)
            .map(|placed| placed.entity);
        if let Some(unnamed) = self.people.unnamed(frame.paragraph).filter(|_| single) {
            return Some(Speaker { span, ..unnamed.clone() });
        }
        let gender = match (is(Class::Masculine), is(Class::Feminine)) {
            // Kazakh has one word for all.
            (true, true) => None,
            (_, true) => Some(Gender::Female),
            _ => Some(Gender::Male),
        };
        let known = told.or_else(|| match () {
            () if single => self
                .people
                .person(gender, self.frame)
                .or_else(|| self.only_person_before(frame, at))
                .or_else(|| self.people.body().filter(|_| gender.is_none())),
            () if is(Class::Neuter) => self.people.body(),
            () => None,
        });
        match known {
            Some(entity) => Some(self.entity(entity, span)),
            None if single && let Some(spoke) = self.someone_who_spoke() => {
                Some(Speaker { span, ..spoke.clone() })
            }
            None => Some(Speaker { entity: None, name: None, span }),
        }
    }

    /// The one person named in a frame before token `at`: of `Orrin left after what she called`, Orrin.
    fn only_person_before(&self, frame: &Frame, at: usize) -> Option<usize> {
        let (first, last) = (frame.token(0)?, frame.token(at.checked_sub(1)?)?);
        let mut people = self
            .within(first.range.start..last.range.end)
            .take(MOST_MENTIONS)
            .filter(|placed| self.kind(placed.entity) == Some(EntityKind::Person))
            .map(|placed| placed.entity);
        let one = people.next()?;
        people.all(|other| other == one).then_some(one)
    }

    /// Who spoke last by words that are no entity; in languages whose names we do not find, and no body.
    fn someone_who_spoke(&self) -> Option<&Speaker> {
        let spoke = self.people.spoke(self.frame).filter(|_| self.vocabulary.has_no_spaces())?;
        let last = spoke.name.as_deref()?.chars().next_back()?.to_string();
        (!self.vocabulary.is(&last, Class::Body)).then_some(spoke)
    }

    /// Whether a word inside a phrase shows that it is a clause: an auxiliary, a past tense.
    fn is_verbal(&self, frame: &Frame, at: usize) -> bool {
        let Some(token) = frame.token(at) else { return false };
        let after_article = frame.is(at - 1, Class::Determiner, self.vocabulary);
        let past = self.article.language.starts_with("en")
            && token.folded.len() > 4
            && token.folded.ends_with("ed")
            && !token.capital
            && !after_article;
        // `two people briefed on the matter`
        let described = frame.is(at - 1, Class::People, self.vocabulary)
            && frame.is(at + 1, Class::Preposition, self.vocabulary)
            && self.vocabulary.verb(&token.folded).is_none();
        past && !described
            || frame.is(at, Class::Modal, self.vocabulary)
            || frame.is(at, Class::Being, self.vocabulary)
    }

    /// Whom a possessive means: of `in his words`, him.
    pub(super) fn possessor(&self, frame: &Frame, at: usize) -> Option<Speaker> {
        let token = frame.token(at)?;
        let span = self.article.text.span(token.range.start, token.range.end).ok();
        let told = self.within(token.range.clone()).next().map(|placed| placed.entity);
        told.or_else(|| self.people.person(None, self.frame))
            .map(|entity| self.entity(entity, span))
    }

    /// The words themselves, where they can mean someone.
    fn words(&self, frame: &Frame, head: Range<usize>, whole: Range<usize>) -> Option<Speaker> {
        let first = frame.token(head.start)?;
        let last = frame.token(head.end - 1)?;
        if first.kind != TokenKind::Word || last.kind != TokenKind::Word {
            return None;
        }
        let name = |letter: char| letter.is_uppercase();
        let starts = self.article.text.as_str().get(first.range.clone());
        let opened = first.possessive
            || starts.is_some_and(|word| word.starts_with(name))
            || frame.is(head.start, Class::Determiner, self.vocabulary)
            || last.capital;
        let plural = last.folded.ends_with('s')
            || frame.is(head.end - 1, Class::People, self.vocabulary)
            || !last.folded.is_ascii();
        let verbal = head.clone().skip(1).any(|at| self.is_verbal(frame, at));
        let bare = plural && head.len() <= LONGEST_BARE_HEAD;
        if !(opened && !last.possessive || bare) || head.len() > LONGEST_HEAD || verbal {
            return None;
        }
        let role = frame
            .is(head.start, Class::Possessive, self.vocabulary)
            .then(|| self.roles.person(&last.folded))
            .flatten();
        if let Some(entity) = role.or_else(|| self.by_kind_of_body(frame, head.clone())) {
            let span = frame.span(self.article, head.start, head.end - 1);
            return Some(self.entity(entity, span));
        }
        let whole = self.without_time(frame, whole);
        let span = frame.span(self.article, whole.start, whole.end - 1)?;
        Some(Speaker {
            entity: None,
            name: Some(self.article.words(span).to_owned()),
            span: Some(span),
        })
    }

    /// `the ministry`, where one body alone is named so.
    pub(super) fn by_kind_of_body(&self, frame: &Frame, head: Range<usize>) -> Option<usize> {
        let defined = frame.token(head.start).is_some_and(|token| token.folded == "the");
        if !defined || head.len() != 2 {
            return None;
        }
        let noun = &frame.token(head.end - 1)?.folded;
        let mut bodies = self.entities.iter().enumerate().filter(|(_, entity)| {
            entity.kind == EntityKind::Organization
                && words(&entity.name).nth(1).is_some()
                && words(&entity.name)
                    .last()
                    .is_some_and(|last| fold(last.of(&entity.name)) == *noun)
        });
        match (bodies.next(), bodies.next()) {
            (Some((entity, _)), None) => Some(entity),
            _ => None,
        }
    }

    /// A phrase without `on Monday` at its end.
    fn without_time(&self, frame: &Frame, whole: Range<usize>) -> Range<usize> {
        let time = (whole.start + 1..whole.end).find(|&at| {
            frame.is(at, Class::Preposition, self.vocabulary)
                && frame.is(at + 1, Class::Time, self.vocabulary)
        });
        whole.start..time.unwrap_or(whole.end)
    }
}

/// Words of a noun phrase without article or capital: `two local residents`.
const LONGEST_BARE_HEAD: usize = 3;
/// Words of a noun phrase before its first preposition; longer ones are a clause misread.
const LONGEST_HEAD: usize = 9;
