//! A conditional random field over the words of a sentence, and how it is learned.

use super::texts::Sentence;
use parallax_language::sequence::{Model, Observed};

/// How many labels there are: none, and two for each sort of name.
const LABELS: usize = 9;

/// Features seen fewer times than this are not learned.
const FEWEST: u32 = 2;

/// Step of the descent.
const STEP: f32 = 0.1;

/// How strongly weights are drawn to nothing, over all places where a feature stands, unless said
/// otherwise; chosen on one half of the Kazakh and English development parts.
pub(crate) const DRAW: f32 = 0.1;

/// Whole numbers for a weight of one.
const SCALE: f32 = 20.0;

type Row = [f32; LABELS];

/// The weights.
pub(crate) struct Field {
    features: Vec<u32>,
    weights: Vec<Row>,
    /// How strongly each place of a feature draws its weights to nothing.
    draws: Vec<f32>,
    /// By label before; the last row is for the start.
    follows: Vec<Row>,
}

/// A sentence with its features as places in the table.
struct Lesson {
    words: Vec<Vec<usize>>,
    labels: Vec<usize>,
    weight: f32,
}

impl Field {
    /// Learns from sentences and how much each counts.
    pub(crate) fn learn(sentences: &[(Sentence, f32)], epochs: usize, draw: f32) -> Self {
        let (features, seen): (Vec<u32>, Vec<usize>) = known(sentences).into_iter().unzip();
        let lessons = lessons(sentences, &features);
        let mut field = Self {
            weights: vec![[0.0; LABELS]; features.len()],
            follows: vec![[0.0; LABELS]; LABELS + 1],
            draws: seen.iter().map(|seen| draw / *seen as f32).collect(),
            features,
        };
        let mut slopes =
            (vec![[1e-6; LABELS]; field.weights.len()], vec![[1e-6; LABELS]; LABELS + 1]);
        let mut mean: Option<(Vec<Row>, Vec<Row>)> = None;
        let mut order: Vec<usize> = (0..lessons.len()).collect();
        let mut dice = 1_u64;
        for epoch in 0..epochs {
            shuffle(&mut order, &mut dice);
            for at in &order {
                field.step(&lessons[*at], &mut slopes);
            }
            if 2 * epoch >= epochs {
                let sums = mean.get_or_insert_with(|| {
                    (vec![[0.0; LABELS]; field.weights.len()], vec![[0.0; LABELS]; LABELS + 1])
                });
                add(&mut sums.0, &field.weights);
                add(&mut sums.1, &field.follows);
            }
        }
        if let Some((weights, follows)) = mean {
            let rounds = (epochs - epochs.div_ceil(2)).max(1) as f32;
            field.weights = shared(weights, rounds);
            field.follows = shared(follows, rounds);
        }
        field
    }

    /// One sentence's step down the slope of its error.
    fn step(&mut self, lesson: &Lesson, slopes: &mut (Vec<Row>, Vec<Row>)) {
        if lesson.words.is_empty() {
            return;
        }
        let worth: Vec<Row> = lesson.words.iter().map(|word| self.worth(word)).collect();
        let ahead = self.ahead(&worth);
        let behind = self.behind(&worth);
        let whole = sum_of_powers(ahead.last().unwrap_or(&[0.0; LABELS]));
        let mut pairs = vec![[0.0; LABELS]; LABELS + 1];
        for (at, word) in lesson.words.iter().enumerate() {
            let mut slope = [0.0; LABELS];
            for label in 0..LABELS {
                slope[label] = (ahead[at][label] + behind[at][label] - whole).exp();
                let before = |before: usize| {
                    let path = ahead[at - 1][before]
                        + self.follows[before][label]
                        + worth[at][label]
                        + behind[at][label];
                    (path - whole).exp()
                };
                if at == 0 {
                    pairs[LABELS][label] += slope[label];
                } else {
                    for (from, row) in pairs.iter_mut().enumerate().take(LABELS) {
                        row[label] += before(from);
                    }
                }
            }
            let gold = lesson.labels[at];
            slope[gold] -= 1.0;
            let from = at.checked_sub(1).map_or(LABELS, |before| lesson.labels[before]);
            pairs[from][gold] -= 1.0;
            for feature in word {
                down(
                    &mut self.weights[*feature],
                    &mut slopes.0[*feature],
                    &slope,
                    lesson.weight,
                    self.draws[*feature],
                );
            }
        }
        for ((weights, slopes), slope) in self.follows.iter_mut().zip(&mut slopes.1).zip(&pairs) {
            down(weights, slopes, slope, lesson.weight, 0.0);
        }
    }

    fn worth(&self, word: &[usize]) -> Row {
        let mut worth = [0.0; LABELS];
        for feature in word {
            for (sum, weight) in worth.iter_mut().zip(&self.weights[*feature]) {
                *sum += weight;
            }
        }
        worth
    }

    fn ahead(&self, worth: &[Row]) -> Vec<Row> {
        let mut all: Vec<Row> = Vec::with_capacity(worth.len());
        for own in worth {
            let mut row = [0.0; LABELS];
            for label in 0..LABELS {
                let paths = match all.last() {
                    None => self.follows[LABELS][label],
                    Some(last) => {
                        let mut paths = [0.0; LABELS];
                        for before in 0..LABELS {
                            paths[before] = last[before] + self.follows[before][label];
                        }
                        sum_of_powers(&paths)
                    }
                };
                row[label] = paths + own[label];
            }
            all.push(row);
        }
        all
    }

    fn behind(&self, worth: &[Row]) -> Vec<Row> {
        let mut all = vec![[0.0; LABELS]; worth.len()];
        for at in (0..worth.len().saturating_sub(1)).rev() {
            for label in 0..LABELS {
                let mut paths = [0.0; LABELS];
                for next in 0..LABELS {
                    paths[next] =
                        self.follows[label][next] + worth[at + 1][next] + all[at + 1][next];
                }
                all[at][label] = sum_of_powers(&paths);
            }
        }
        all
    }

    /// The best labels of a sentence.
    pub(crate) fn labelled(&self, observed: &Observed) -> Vec<u8> {
        let mut back: Vec<[usize; LABELS]> = Vec::new();
        let mut best = [0.0; LABELS];
        for at in 0..observed.len() {
            let places: Vec<usize> = observed
                .word(at)
                .iter()
                .filter_map(|feature| self.features.binary_search(feature).ok())
                .collect();
            let own = self.worth(&places);
            let (mut next, mut from) = ([0.0; LABELS], [0; LABELS]);
            for label in 0..LABELS {
                let mut most = (0, f32::MIN);
                for (before, sum) in best.iter().enumerate() {
                    let row = if at == 0 { LABELS } else { before };
                    let path = sum + self.follows[row][label];
                    if path > most.1 {
                        most = (before, path);
                    }
                }
                from[label] = most.0;
                next[label] = most.1 + own[label];
            }
            back.push(from);
            best = next;
        }
        let mut last = (0..LABELS).fold(0, |top, at| if best[at] > best[top] { at } else { top });
        let mut labels = vec![0; back.len()];
        for (label, from) in labels.iter_mut().zip(&back).rev() {
            *label = u8::try_from(last).unwrap_or_default();
            last = from[last];
        }
        labels
    }

    /// The model's bytes, with the features that matter most.
    #[expect(clippy::cast_possible_truncation, reason = "weights beyond the whole numbers are cut")]
    pub(crate) fn write(&self, bits: u8) -> Vec<u8> {
        let room = (1_usize << bits) / 8 * 7;
        let spread = |at: &usize| {
            let row = &self.weights[*at];
            row.iter().fold(f32::MIN, |top, one| top.max(*one))
                - row.iter().fold(f32::MAX, |low, one| low.min(*one))
        };
        let mut order: Vec<usize> = (0..self.features.len()).collect();
        order.sort_by(|one, other| spread(other).total_cmp(&spread(one)));
        order.truncate(room);
        println!("{} of {} features kept", order.len(), self.features.len());
        let follows: Vec<i16> =
            self.follows.iter().flatten().map(|weight| (weight * SCALE).round() as i16).collect();
        let rows = order.into_iter().map(|at| {
            let row = self.weights[at].iter().map(|weight| (weight * SCALE).round() as i8);
            (self.features[at], row.collect())
        });
        Model::write(LABELS as u8, bits, &follows, rows)
    }
}

/// The features seen often enough, in order, and how often.
fn known(sentences: &[(Sentence, f32)]) -> Vec<(u32, usize)> {
    let mut all: Vec<u32> = Vec::new();
    for (sentence, _) in sentences {
        for at in 0..sentence.observed.len() {
            all.extend(sentence.observed.word(at));
        }
    }
    all.sort_unstable();
    let seen = all.chunk_by(|one, other| one == other);
    seen.filter(|run| run.len() >= FEWEST as usize).map(|run| (run[0], run.len())).collect()
}

fn lessons(sentences: &[(Sentence, f32)], features: &[u32]) -> Vec<Lesson> {
    let place = |feature: &u32| features.binary_search(feature).ok();
    sentences
        .iter()
        .map(|(sentence, weight)| Lesson {
            words: (0..sentence.observed.len())
                .map(|at| sentence.observed.word(at).iter().filter_map(place).collect())
                .collect(),
            labels: sentence.labels.iter().map(|label| usize::from(*label)).collect(),
            weight: *weight,
        })
        .collect()
}

/// A step against the slope, smaller where there were many.
fn down(weights: &mut Row, slopes: &mut Row, slope: &Row, share: f32, draw: f32) {
    for ((weight, sum), slope) in weights.iter_mut().zip(slopes).zip(slope) {
        let slope = share * slope + draw * *weight;
        *sum += slope * slope;
        *weight -= STEP * slope / sum.sqrt();
    }
}

fn sum_of_powers(row: &Row) -> f32 {
    let top = row.iter().fold(f32::MIN, |top, one| top.max(*one));
    top + row.iter().map(|one| (one - top).exp()).sum::<f32>().ln()
}

fn add(sums: &mut [Row], rows: &[Row]) {
    for (sum, row) in sums.iter_mut().flatten().zip(rows.iter().flatten()) {
        *sum += row;
    }
}

fn shared(mut sums: Vec<Row>, by: f32) -> Vec<Row> {
    sums.iter_mut().flatten().for_each(|sum| *sum /= by);
    sums
}

/// Another order, the same on every machine.
fn shuffle(order: &mut [usize], dice: &mut u64) {
    for at in (1..order.len()).rev() {
        *dice =
            dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        let other = usize::try_from(*dice >> 33).unwrap_or_default() % (at + 1);
        order.swap(at, other);
    }
}
