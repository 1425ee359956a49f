//! Why each copy is taken for one.

use super::{
    index::{judged, kind, thousandths},
    runs::{Common, Runs},
};
use parallax_model::{Article, Fold};
use std::collections::BTreeMap;

/// Other copies among which one is sought through which a text is a copy.
const RELATIVES: usize = 32;

/// For each of `articles` that is a copy, why: `copy_of` names the original of each.
pub fn folds(articles: &[Article], copy_of: &[Option<usize>]) -> Vec<Option<Fold>> {
    let mut families: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (copy, original) in copy_of.iter().enumerate() {
        if let Some(original) = original {
            families.entry(*original).or_default().push(copy);
        }
    }
    let mut folds = vec![None; articles.len()];
    for (original, copies) in families {
        let Some(first) = articles.get(original).map(Runs::of) else { continue };
        let texts: Vec<Runs> = copies.iter().map(|&copy| Runs::of(&articles[copy])).collect();
        for (copy, text) in copies.iter().zip(&texts) {
            let direct = judged(text, &first).map(|common| (None, common));
            let told = direct.or_else(|| {
                let others = copies.iter().zip(&texts).take(RELATIVES);
                through(text, others.filter(|(other, _)| *other != copy))
            });
            let (through, common) = told.unwrap_or_else(|| (None, text.common(&first)));
            folds[*copy] = Some(Fold {
                kind: kind(&common),
                held: thousandths(common.held),
                of_original: thousandths(common.of_other),
                through,
            });
        }
    }
    folds
}

/// The copy that has most in common with a text which has little in common with the original.
fn through<'a>(
    text: &Runs,
    others: impl Iterator<Item = (&'a usize, &'a Runs)>,
) -> Option<(Option<usize>, Common)> {
    let near = others.filter_map(|(at, other)| Some((Some(*at), judged(text, other)?)));
    near.reduce(|best, next| if next.1.runs > best.1.runs { next } else { best })
}
