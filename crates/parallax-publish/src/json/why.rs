//! Why an article is where it is: what it has in common with others, and of which it is a copy.

use parallax_model::{Fold, Why};
use serde::{Serialize, Serializer, ser::SerializeMap};

/// Why an article is in its story; shares and likenesses of 1, in whole thousandths.
#[derive(Serialize)]
pub(super) struct WhyBody<'a> {
    chance: f64,
    traits: Traits<'a>,
    shared: &'a [String],
}

impl<'a> WhyBody<'a> {
    /// Nothing for an article that stands alone.
    pub(super) fn of(why: &'a Why) -> Option<Self> {
        (!why.is_empty()).then(|| Self {
            chance: f64::from(why.chance) / 1000.0,
            traits: Traits(&why.traits),
            shared: &why.shared,
        })
    }
}

struct Traits<'a>(&'a [(&'static str, i32)]);

impl Serialize for Traits<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, thousandths) in self.0 {
            map.serialize_entry(name, &(f64::from(*thousandths) / 1000.0))?;
        }
        map.end()
    }
}

/// Why a text is taken for a copy.
#[derive(Serialize)]
pub(super) struct CopyBody<'a> {
    of: &'a str,
    kind: &'static str,
    held: f32,
    of_original: f32,
    through: Option<&'a str>,
}

impl<'a> CopyBody<'a> {
    pub(super) fn new(of: &'a str, fold: &Fold, through: Option<&'a str>) -> Self {
        let share = |thousandths: u16| f32::from(thousandths) / 1000.0;
        Self {
            of,
            kind: fold.kind.name(),
            held: share(fold.held),
            of_original: share(fold.of_original),
            through,
        }
    }
}
