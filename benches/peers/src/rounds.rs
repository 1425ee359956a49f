//! Who reads when: a warm-up, then rounds in which everyone reads every page.

use crate::{
    contender::{Contender, Reading},
    set::Set,
};
use anyhow::Result;
use std::time::Duration;

/// Pages read before anything is timed, spread over the set.
const WARM_UP: usize = 20;

/// What one contender took and gave.
#[derive(Default)]
pub(crate) struct Timing {
    /// Processor time of each round, in the order of the rounds.
    pub(crate) rounds: Vec<Duration>,
    /// The least time of each page.
    pub(crate) pages: Vec<Duration>,
    /// The text of each page in the last round, empty where it failed.
    pub(crate) texts: Vec<String>,
    /// Pages without any text.
    pub(crate) failed: usize,
}

impl Timing {
    /// The fastest round: the one that others on the machine disturbed least.
    pub(crate) fn least(&self) -> Duration {
        self.rounds.iter().min().copied().unwrap_or_default()
    }

    /// The middle round (the slower of the two middle ones).
    pub(crate) fn median(&self) -> Duration {
        let mut rounds = self.rounds.clone();
        rounds.sort();
        rounds.get(rounds.len() / 2).copied().unwrap_or_default()
    }

    fn add(&mut self, readings: Vec<Reading>) {
        self.rounds.push(readings.iter().map(|reading| reading.took).sum());
        let took = readings.iter().map(|reading| reading.took);
        self.pages = match self.pages.as_slice() {
            [] => took.collect(),
            before => before.iter().zip(took).map(|(a, b)| b.min(*a)).collect(),
        };
        self.texts = readings.into_iter().map(|reading| reading.text.unwrap_or_default()).collect();
        self.failed = self.texts.iter().filter(|text| text.is_empty()).count();
    }
}

/// Runs the rounds; every round starts with another contender.
pub(crate) fn run(
    contenders: &mut [Box<dyn Contender>],
    set: &Set,
    rounds: usize,
) -> Result<Vec<Timing>> {
    let all: Vec<usize> = (0..set.pages.len()).collect();
    let some: Vec<usize> = all.iter().copied().step_by(all.len().div_ceil(WARM_UP)).collect();
    for contender in contenders.iter_mut() {
        contender.read(set, &some)?;
    }
    let mut timings: Vec<Timing> = contenders.iter().map(|_| Timing::default()).collect();
    let count = contenders.len();
    for round in 0..rounds {
        for turn in 0..count {
            let at = (round + turn) % count;
            eprint!("\rround {} of {rounds}: {:<30}", round + 1, contenders[at].about().name);
            timings[at].add(contenders[at].read(set, &all)?);
        }
    }
    eprint!("\r{:60}\r", "");
    Ok(timings)
}

#[cfg(test)]
mod tests {
    use super::{Reading, Timing};
    use std::time::Duration;

    #[test]
    fn the_least_and_the_middle_round_are_told_apart() {
        let mut timing = Timing::default();
        for seconds in [5, 3, 9] {
            let took = Duration::from_secs(seconds);
            timing.add(vec![Reading { took, text: Some("Bridge reopens".to_owned()) }]);
        }
        assert_eq!(timing.least(), Duration::from_secs(3));
        assert_eq!(timing.median(), Duration::from_secs(5));
        assert_eq!(timing.pages, [Duration::from_secs(3)]);
        assert_eq!(timing.failed, 0);
    }
}
