//! Whom *he*, *she* and *it* can mean where the entities do not say.

use super::speaker::Speaker;
use super::vocabulary::{Class, Vocabulary};
use parallax_language::names::{Gender, gender_of_given_name};
use parallax_language::{fold, words};
use parallax_model::{Article, Entity, EntityKind, MentionForm};

/// Those the body spoke of last, the latest first.
#[derive(Debug, Default)]
pub(super) struct People {
    genders: Vec<Option<Gender>>,
    /// People, with the frame they were last put in.
    recent: Vec<(usize, usize)>,
    /// The body or company last put first in a frame.
    body: Option<usize>,
    /// Someone without a name who spoke last: `a man with a flask`.
    unnamed: Option<(Speaker, usize)>,
    /// The words that named who spoke last, where they are no entity, and the frame.
    spoke: Option<(Speaker, usize)>,
}

/// People remembered; whoever was named longer ago is not meant by a pronoun.
const MOST_RECENT: usize = 6;
/// Frames after which nobody is meant any more.
const LONGEST_MEMORY: usize = 12;

impl People {
    pub(super) fn new(article: &Article, entities: &[Entity]) -> Self {
        let genders = entities.iter().map(|entity| gender(article, entity)).collect();
        Self { genders, ..Self::default() }
    }

    /// Remembers those named in a frame, the first of them last, so that they come first.
    pub(super) fn pass(&mut self, people: &[usize], body: Option<usize>, frame: usize) {
        for &person in people.iter().rev() {
            self.heard(person, frame);
        }
        if !people.is_empty() {
            self.unnamed = None;
        }
        self.body = body.or(self.body);
    }

    /// Puts a person first.
    pub(super) fn heard(&mut self, person: usize, frame: usize) {
        self.spoke = None;
        self.recent.retain(|(known, _)| *known != person);
        self.recent.insert(0, (person, frame));
        self.recent.truncate(MOST_RECENT);
    }

    /// Remembers someone without a name who spoke in a paragraph.
    pub(super) fn heard_unnamed(&mut self, speaker: &Speaker, paragraph: usize) {
        self.unnamed = Some((speaker.clone(), paragraph));
    }

    /// Remembers the words for someone who is no entity and spoke.
    pub(super) fn heard_words(&mut self, speaker: &Speaker, frame: usize) {
        self.spoke = Some((speaker.clone(), frame));
    }

    /// Who spoke last, if by words alone and not long ago.
    pub(super) fn spoke(&self, frame: usize) -> Option<&Speaker> {
        let near = self.spoke.as_ref().filter(|(_, seen)| *seen + LONGEST_MEMORY >= frame);
        near.map(|(speaker, _)| speaker)
    }

    /// The one without a name who spoke last in this paragraph.
    pub(super) fn unnamed(&self, paragraph: usize) -> Option<&Speaker> {
        self.unnamed.as_ref().filter(|(_, place)| *place == paragraph).map(|(speaker, _)| speaker)
    }

    /// The person last spoken of whom a pronoun of `gender` can mean.
    pub(super) fn person(&self, gender: Option<Gender>, frame: usize) -> Option<usize> {
        let near = self.recent.iter().filter(|(_, seen)| *seen + LONGEST_MEMORY >= frame);
        let fits = |person: usize| {
            let known = self.genders.get(person).copied().flatten();
            gender.is_none() || known.is_none() || known == gender
        };
        near.map(|(person, _)| *person).find(|&person| fits(person))
    }

    /// The body or company last spoken of.
    pub(super) const fn body(&self) -> Option<usize> {
        self.body
    }
}

/// What the article's pronouns say of a person, else what the given name says.
fn gender(article: &Article, entity: &Entity) -> Option<Gender> {
    if entity.kind != EntityKind::Person {
        return None;
    }
    let vocabulary = Vocabulary::of(&article.language);
    let (mut male, mut female) = (0_usize, 0_usize);
    for mention in entity.mentions.iter().filter(|mention| mention.form == MentionForm::Pronoun) {
        let word = fold(article.words(mention.span));
        male += usize::from(vocabulary.is(&word, Class::Male));
        female += usize::from(vocabulary.is(&word, Class::Female));
    }
    match male.cmp(&female) {
        std::cmp::Ordering::Greater => Some(Gender::Male),
        std::cmp::Ordering::Less => Some(Gender::Female),
        std::cmp::Ordering::Equal => {
            let given = words(&entity.name).next()?;
            words(&entity.name).nth(1)?;
            gender_of_given_name(given.of(&entity.name))
        }
    }
}
