//! What an article is about: one of the seventeen topics at the top of IPTC
//! Media Topics, or none where its words do not make it clear.
//!
//! Every word or phrase of the lists in `data/topics` counts for its topic, the
//! more the nearer to the headline it stands; a name of a section counts as said
//! by the outlet. The topic is given where it stands clearly before the next.

mod lexicon;
#[cfg(test)]
mod tests;

use lexicon::{Found, Lexicon};
use parallax_language::{Language, words};
use parallax_model::{Article, MediaTopic, Span, Topic};
use std::collections::BTreeMap;

/// Words of the body that are read: news tells what it is about first.
const BODY_WORDS: usize = 300;

/// Words of the body that count as its lead.
const LEAD_WORDS: usize = 50;

/// How much a word of the headline, the standfirst or a tag, the lead, the rest weighs.
const HEADLINE: f32 = 3.0;
const STANDFIRST: f32 = 2.0;
const TAG: f32 = 2.0;
const LEAD: f32 = 2.0;
const REST: f32 = 1.0;

/// What a section that is a topic's counts.
const SECTION: f32 = 12.0;

/// Points that a topic needs: two words that tell alone, in the lead.
const ENOUGH: f32 = 10.0;

/// A topic's points in thousandths of its own and the next best's together.
const CLEARLY: u16 = 560;

/// Words given as those that told.
const SHOWN: usize = 8;

/// The topic of `article`; `None` where none stands out.
pub(crate) fn topic(article: &Article) -> Option<Topic> {
    let language = Language::of_tag(&article.language)?;
    let points = Points::of(article, lexicon::lexicon(language));
    let mut ranked: Vec<(f32, MediaTopic)> = points.by_topic().collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let (most, media) = *ranked.first()?;
    let next = ranked.get(1).map_or(0.0, |(points, _)| *points);
    let share = thousandths(most / (most + next));
    (most >= ENOUGH && share >= CLEARLY).then(|| Topic {
        media,
        share,
        words: points.telling(media),
        section: points.section == Some(media),
    })
}

/// What tells for which topic.
#[derive(Default)]
struct Points {
    /// By entry of the lexicon: the topic, how much it tells, the weights of its places, the first place.
    entries: BTreeMap<usize, (MediaTopic, f32, f32, Option<Span>)>,
    section: Option<MediaTopic>,
}

impl Points {
    fn of(article: &Article, lexicon: Option<&Lexicon>) -> Self {
        let section = article.section.as_deref().and_then(lexicon::section);
        let mut points = Self { section, ..Self::default() };
        let Some(lexicon) = lexicon else { return points };
        for tag in &article.tags {
            for found in lexicon.find(tag, BODY_WORDS) {
                points.add(&found, TAG, None);
            }
        }
        for (span, weight) in [(article.headline, HEADLINE), (article.standfirst, STANDFIRST)] {
            if let Some(span) = span {
                points.read(article, lexicon, span, usize::MAX, |_| weight);
            }
        }
        let mut read = 0;
        for &paragraph in &article.paragraphs {
            if read >= BODY_WORDS {
                break;
            }
            let weight = |word| if read + word < LEAD_WORDS { LEAD } else { REST };
            let left = BODY_WORDS - read;
            read += points.read(article, lexicon, paragraph, left, weight);
        }
        points
    }

    /// Reads the first `most` words at `span` and says how many there were.
    fn read(
        &mut self,
        article: &Article,
        lexicon: &Lexicon,
        span: Span,
        most: usize,
        weight: impl Fn(usize) -> f32,
    ) -> usize {
        let text = article.words(span);
        for found in lexicon.find(text, most) {
            let place = article.text.span(span.start() + found.start, span.start() + found.end);
            self.add(&found, weight(found.word), place.ok());
        }
        words(text).take(most).count()
    }

    fn add(&mut self, found: &Found, weight: f32, place: Option<Span>) {
        let Some(topic) = found.topic else { return };
        let entry = self.entries.entry(found.entry).or_insert((topic, found.worth, 0.0, place));
        entry.2 += weight;
        entry.3 = entry.3.or(place);
    }

    /// What each topic has: repeating a word adds ever less.
    fn by_topic(&self) -> impl Iterator<Item = (f32, MediaTopic)> + use<> {
        let mut points = BTreeMap::new();
        if let Some(section) = self.section {
            points.insert(section, SECTION);
        }
        for (topic, worth, weight, _) in self.entries.values() {
            *points.entry(*topic).or_insert(0.0) += worth * dampened(*weight);
        }
        points.into_iter().map(|(topic, points)| (points, topic))
    }

    /// The places that tell most for `topic`.
    fn telling(&self, topic: MediaTopic) -> Vec<Span> {
        let entries = self.entries.values().filter(|entry| entry.0 == topic);
        let mut told: Vec<(f32, Span)> = entries
            .filter_map(|(_, worth, weight, place)| Some((worth * dampened(*weight), (*place)?)))
            .collect();
        told.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.start().cmp(&b.1.start())));
        told.truncate(SHOWN);
        let mut places: Vec<Span> = told.into_iter().map(|(_, place)| place).collect();
        places.sort_by_key(|place| place.start());
        places
    }
}

fn dampened(weight: f32) -> f32 {
    1.0 + weight.max(1.0).ln()
}

#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped before")]
fn thousandths(share: f32) -> u16 {
    (share.clamp(0.0, 1.0) * 1000.0).round() as u16
}
