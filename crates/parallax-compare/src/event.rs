//! The main event: which sentences and which article stand for the story, when it was and where.

use crate::{
    align::Link,
    lists::{self, Words},
    scene::{Account, Scene},
};
use jiff::civil::Date;
use parallax_language::{fold, words};
use parallax_model::{EntityKind, Precision, When};
use std::collections::BTreeMap;

/// Sentences at the start of a body that tell the main event.
const LEAD: usize = 2;

/// How central each line is: what it shares with other articles, in thousandths.
pub(crate) fn centrality(scene: &Scene<'_>, links: &[Link]) -> BTreeMap<usize, u32> {
    let mut central: BTreeMap<usize, u32> = (0..scene.lines.len()).map(|line| (line, 0)).collect();
    for link in links {
        for line in [link.a, link.b] {
            *central.entry(line).or_default() += link.weight;
        }
    }
    central
}

/// The index of the article whose headline stands for the story: not a copy, in the language most accounts are
/// in, and most of it told by others too.
pub(crate) fn headline(scene: &Scene<'_>, centrality: &BTreeMap<usize, u32>) -> Option<usize> {
    let shared = |lines: std::ops::Range<usize>| {
        let all: u64 =
            lines.clone().filter_map(|line| centrality.get(&line)).map(|w| u64::from(*w)).sum();
        // A long article is not more central for being long.
        all * 1000 / u64::try_from(lines.len() + 8).unwrap_or(u64::MAX)
    };
    let own = |account: &Account<'_>| account.copy_of.is_none();
    let alike =
        |language| scene.accounts.iter().filter(|it| own(it) && it.language == language).count();
    let best = scene.accounts.iter().enumerate().max_by_key(|(at, account)| {
        let usable = account.article.headline.is_some() && !account.notes.sentences.is_empty();
        let common = alike(account.language);
        (usable, own(account), common, shared(account.lines.clone()), std::cmp::Reverse(*at))
    });
    best.map(|(_, account)| account.index)
}

/// When the main event was: the day that most articles name in their first sentences.
pub(crate) fn when(scene: &Scene<'_>) -> When {
    let mut votes: BTreeMap<String, (u32, usize)> = BTreeMap::new();
    for account in scene.accounts.iter().filter(|account| account.copy_of.is_none()) {
        let mut seen: Vec<String> = Vec::new();
        for (place, line) in account.lines.clone().take(LEAD).enumerate() {
            let dates =
                scene.lines[line].dates.iter().filter_map(|&at| account.notes.dates.get(at));
            for date in dates {
                let day = match date.precision {
                    Precision::Day => date.value.clone(),
                    Precision::Time => date.value.get(..10).unwrap_or_default().to_owned(),
                    _ => continue,
                };
                if !is_past(&day, account) || seen.contains(&day) {
                    continue;
                }
                let vote = votes.entry(day.clone()).or_default();
                vote.0 += if place == 0 { 3 } else { 2 };
                vote.1 += 1;
                seen.push(day);
            }
        }
    }
    let best =
        votes.into_iter().max_by_key(|(day, votes)| (*votes, std::cmp::Reverse(day.clone())));
    best.map_or_else(When::default, |(day, _)| When { start: Some(day.clone()), end: Some(day) })
}

/// Whether a day is not after the article's own: announced events have not happened.
fn is_past(day: &str, account: &Account<'_>) -> bool {
    let Ok(day) = day.parse::<Date>() else { return false };
    let slack = jiff::Span::new().days(1);
    let published = account.article.published.as_ref().map(|stamp| stamp.days().1);
    published.and_then(|date| date.checked_add(slack).ok()).is_none_or(|last| day <= last)
}

/// Where the main event was: the place most articles name in datelines, headlines and first sentences.
///
/// A place after `in` or `at` counts more than one that is only named.
pub(crate) fn place(scene: &Scene<'_>) -> Option<String> {
    let mut votes: BTreeMap<usize, (u32, u32)> = BTreeMap::new();
    let tellings = scene.accounts.iter().filter(|account| account.copy_of.is_none());
    // One account of several may set its lead anywhere.
    let enough = if tellings.clone().count() > 1 { 3 } else { 2 };
    for account in tellings {
        let lead_end = account
            .lines
            .clone()
            .nth(LEAD - 1)
            .or_else(|| account.lines.clone().last())
            .map_or(0, |line| scene.lines[line].span.end());
        let at = scene.accounts.iter().position(|known| known.index == account.index)?;
        let dateline: Vec<String> = account.article.dateline.map_or_else(Vec::new, |span| {
            let text = account.words(span);
            words(text).map(|word| fold(word.of(text))).collect()
        });
        let mut own: BTreeMap<usize, u32> = BTreeMap::new();
        for (entity, known) in account.notes.entities.iter().enumerate() {
            let Some(story) = scene.story_entity(at, entity) else { continue };
            if scene.entities[story].kind != EntityKind::Place {
                continue;
            }
            let name = fold(&known.name);
            let filed = !dateline.is_empty() && dateline.join(" ").contains(&name);
            let leads = known.mentions.iter().filter(|mention| mention.span.end() <= lead_end);
            let best = leads.map(|mention| nearness(account, mention.span)).max();
            let score = best.unwrap_or(0).max(if filed { 3 } else { 0 });
            let place = own.entry(story).or_default();
            *place = (*place).max(score);
        }
        for (story, score) in own.into_iter().filter(|(_, score)| *score > 0) {
            let vote = votes.entry(story).or_default();
            *vote = (vote.0 + score, vote.1 + 1);
        }
    }
    let best = votes.into_iter().filter(|(_, (score, _))| *score >= enough);
    let best = best.max_by_key(|&(story, vote)| (vote, std::cmp::Reverse(story)))?;
    Some(scene.entities[best.0].name.clone())
}

/// Two for a place where something is, one for a place that is named.
fn nearness(account: &Account<'_>, span: parallax_model::Span) -> u32 {
    static AT: Words = Words::new(|| lists::words("at"));
    let before = account.article.text.as_str().get(..span.start()).unwrap_or_default();
    let last =
        before.trim_end().rsplit([' ', '\n']).find(|word| *word != "the").unwrap_or_default();
    if AT.contains(&last.to_lowercase().as_str()) { 2 } else { 1 }
}
