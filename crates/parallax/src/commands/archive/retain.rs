//! `parallax retain`: what is old goes, by rules.

use super::forget::{listed, take_away};
use crate::{cli, commands::Outcome, console};
use anyhow::{Context, anyhow, ensure};
use jiff::{SignedDuration, Timestamp};
use parallax_archive::{Decision, Place, Reader, Taken};
use parallax_model::{ArticleId, StoryId};
use serde::Deserialize;
use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
};

pub(crate) fn retain(command: &cli::Retain) -> anyhow::Result<Outcome> {
    let rules = rules(command)?;
    let folder = &command.home.archive;
    let reader = Reader::open(folder)?;
    let going = going(&reader, &rules, Timestamp::now())?;
    if command.dry_run {
        console::print(&format!("{}{}", listed(&reader, &going.places)?, going.kept()))?;
        return Ok(Outcome::Whole);
    }
    drop(reader);
    console::print(&going.kept())?;
    if going.places.is_empty() {
        console::print("nothing is to go\n")?;
        return Ok(Outcome::Whole);
    }
    let reason = command.reason.as_deref().unwrap_or("older than is kept");
    take_away(folder, &going.places, reason, command.outlets.as_deref())
}

/// A rule: what it fits and what then becomes of it.
#[derive(Clone, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Rule {
    outlet: Option<String>,
    older_than: Option<String>,
    #[serde(default)]
    keep: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rules {
    rule: Vec<Rule>,
}

/// A rule that was understood.
struct Understood {
    outlet: Option<String>,
    age: Option<SignedDuration>,
    keep: bool,
}

fn rules(command: &cli::Retain) -> anyhow::Result<Vec<Understood>> {
    let Some(file) = &command.rules else {
        let rule = Rule {
            outlet: command.outlet.clone(),
            older_than: command.older_than.clone(),
            keep: false,
        };
        return Ok(vec![understood(rule)?]);
    };
    let naming = || format!("cannot read the rules in {}", file.display());
    let words = fs::read_to_string(file).with_context(naming)?;
    let rules: Rules = toml::from_str(&words).with_context(naming)?;
    rules.rule.into_iter().map(|rule| understood(rule).with_context(naming)).collect()
}

fn understood(rule: Rule) -> anyhow::Result<Understood> {
    let age = rule.older_than.as_deref().map(age).transpose()?;
    ensure!(
        rule.keep || age.is_some(),
        "a rule by which articles go says how old they are: older-than"
    );
    Ok(Understood { outlet: rule.outlet.map(|name| name.to_lowercase()), age, keep: rule.keep })
}

/// An age: a number and `d`, `w`, `m` or `y`.
fn age(words: &str) -> anyhow::Result<SignedDuration> {
    let wrong = || anyhow!("{words:?} is no age, as 90d, 12w, 6m or 1y");
    let unit = words.chars().last().ok_or_else(wrong)?;
    let days = match unit {
        'd' => 1,
        'w' => 7,
        'm' => 30,
        'y' => 365,
        _ => return Err(wrong()),
    };
    let number: i64 = words.trim_end_matches(unit).parse().map_err(|_| wrong())?;
    let hours = number.checked_mul(days * 24).filter(|hours| (0..i64::MAX / 3600).contains(hours));
    Ok(SignedDuration::from_hours(hours.ok_or_else(wrong)?))
}

/// What is to go.
struct Going {
    places: Vec<Place>,
    /// Articles that would go, were their story not starred.
    starred: usize,
    /// Articles and captures that say nothing of their age.
    ageless: usize,
}

impl Going {
    fn kept(&self) -> String {
        let starred = (self.starred > 0)
            .then(|| format!("{} articles stay: their story is starred\n", self.starred));
        let ageless = (self.ageless > 0)
            .then(|| format!("{} captures stay: they say nothing of their age\n", self.ageless));
        starred.into_iter().chain(ageless).collect()
    }
}

/// What the rules let go: all captures of an article at once, by when it was published.
fn going(reader: &Reader<'_>, rules: &[Understood], now: Timestamp) -> anyhow::Result<Going> {
    let published: BTreeMap<ArticleId, Option<i64>> = reader.published()?.into_iter().collect();
    let starred = starred(reader)?;
    let read: BTreeMap<u64, Option<ArticleId>> = reader.readings()?.into_iter().collect();
    let places = reader.places()?;
    let mut gone: BTreeSet<Option<ArticleId>> = BTreeSet::new();
    let mut stays = (BTreeSet::new(), BTreeSet::new());
    for row in reader.articles()? {
        let moment = published.get(&row.id).copied().flatten();
        let moment = moment.and_then(|seconds| Timestamp::from_second(seconds).ok());
        let mut names = vec![row.outlet.unwrap_or_default().to_lowercase()];
        if rules.iter().any(|rule| rule.outlet.is_some()) {
            // Its domain stands in the article alone.
            let held = reader.article(row.id)?;
            names.extend(held.and_then(|held| held.article.outlet.domain));
        }
        match goes(rules, &names, moment, now) {
            Some(true) if starred.contains(&row.id) => drop(stays.0.insert(row.id)),
            Some(true) => drop(gone.insert(Some(row.id))),
            Some(false) => (),
            None => drop(stays.1.insert(Some(row.id))),
        }
    }
    let mut going = Going { places: Vec::new(), starred: stays.0.len(), ageless: 0 };
    for place in places {
        let article = read.get(&place.number).copied().flatten();
        let goes = if article.is_some() {
            gone.contains(&article)
        } else {
            // A page without an article is as old as it was when it was taken.
            let taken = reader.capture(&place)?.captured_at();
            let goes = goes(rules, &[], taken, now);
            going.ageless += usize::from(goes.is_none());
            goes == Some(true)
        };
        going.ageless += usize::from(article.is_some() && stays.1.contains(&article));
        if goes {
            going.places.push(place);
        }
    }
    Ok(going)
}

/// Whether something goes: as the first rule that fits says. None where that hangs on its age,
/// which is not known.
fn goes(
    rules: &[Understood],
    outlet: &[String],
    moment: Option<Timestamp>,
    now: Timestamp,
) -> Option<bool> {
    for rule in rules {
        if rule.outlet.as_ref().is_some_and(|name| !outlet.contains(name)) {
            continue;
        }
        let Some(age) = rule.age else { return Some(!rule.keep) };
        if now.duration_since(moment?) > age {
            return Some(!rule.keep);
        }
    }
    Some(false)
}

/// The articles of stories that are starred.
fn starred(reader: &Reader<'_>) -> anyhow::Result<BTreeSet<ArticleId>> {
    let mut stories: BTreeSet<StoryId> = BTreeSet::new();
    let aliases: BTreeMap<StoryId, StoryId> = reader.aliases()?.into_iter().collect();
    for Taken { decision, .. } in
        reader.decisions()?.into_iter().filter(|taken| taken.undone.is_none())
    {
        if let Decision::Star(story) = decision {
            stories.insert(aliases.get(&story).copied().unwrap_or(story));
        }
    }
    let members = reader.members()?.into_iter();
    Ok(members.filter(|(_, story)| stories.contains(story)).map(|(article, _)| article).collect())
}

#[cfg(test)]
mod tests {
    use super::{Rule, Understood, age, goes, understood};
    use jiff::{SignedDuration, Timestamp};

    fn rule(outlet: Option<&str>, older_than: Option<&str>, keep: bool) -> Understood {
        let owned = |words: &str| words.to_owned();
        let rule = Rule { outlet: outlet.map(owned), older_than: older_than.map(owned), keep };
        understood(rule).unwrap()
    }

    #[test]
    fn an_age_is_a_number_and_a_unit() {
        for (words, days) in [("90d", 90), ("2w", 14), ("3m", 90), ("1y", 365)] {
            assert_eq!(age(words).unwrap(), SignedDuration::from_hours(days * 24), "{words}");
        }
        for words in ["", "d", "90", "-3d", "1.5y", "99999999999999999y", "жд"] {
            assert!(age(words).is_err(), "{words}");
        }
    }

    #[test]
    fn the_first_rule_that_fits_decides() {
        let now: Timestamp = "2027-03-12T00:00:00Z".parse().unwrap();
        let old: Timestamp = "2026-03-01T00:00:00Z".parse().unwrap();
        let rules = [
            rule(Some("The Quay"), None, true),
            rule(Some("Daily Copy"), Some("30d"), false),
            rule(None, Some("1y"), false),
        ];
        let goes = |outlet: &str, moment| goes(&rules, &[outlet.to_lowercase()], moment, now);
        assert_eq!(goes("The Quay", Some(old)), Some(false));
        assert_eq!(goes("Daily Copy", Some(now)), Some(false));
        assert_eq!(goes("Daily Copy", Some(old)), Some(true));
        assert_eq!(goes("Another", Some(old)), Some(true));
        assert_eq!(goes("Another", None), None);
    }
}
