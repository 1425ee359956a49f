//! Which of the latest texts hold a run: a table that grows with what it is
//! allowed to remember and with nothing else.

/// Texts remembered for one run: all copies share it with the oldest.
const HOLDERS: usize = 8;

/// Slots of an empty table.
const SMALLEST: usize = 1 << 10;

/// A run and a text that holds it; no text where the slot was never used.
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[derive(Clone, Copy, Debug, Default)]
struct Slot {
    run: u32,
    /// The text's number and one, so that zero says that there is none.
    text: u32,
}

/// An open table from runs to texts; texts forgotten make room for others.
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "Live"))]
#[derive(Clone, Debug, Default)]
pub(super) struct Holders {
    slots: Vec<Slot>,
    /// Slots that are not empty, whether their text is forgotten or not.
    used: usize,
    /// Texts with a lower number are forgotten.
    oldest: u32,
}

impl Holders {
    /// Forgets the texts before `oldest`.
    pub(super) fn forget_before(&mut self, oldest: u32) {
        self.oldest = oldest;
    }

    /// Adds the remembered texts that hold `run` to `found`, and notes that `text` does.
    pub(super) fn meet(&mut self, run: u32, text: u32, found: &mut Vec<u32>) {
        if self.used * 2 >= self.slots.len() {
            self.grow();
        }
        let mut holders = 0;
        let mut free = None;
        let mut at = self.home(run);
        while let Some(slot) = self.slots.get(at).filter(|slot| slot.text > 0) {
            let holder = slot.text - 1;
            if holder < self.oldest {
                free = free.or(Some(at));
            } else if slot.run == run {
                found.push(holder);
                holders += 1;
            }
            at = self.after(at);
        }
        if holders < HOLDERS {
            self.used += usize::from(free.is_none());
            if let Some(slot) = self.slots.get_mut(free.unwrap_or(at)) {
                *slot = Slot { run, text: text + 1 };
            }
        }
    }

    /// Makes the table anew, for what is remembered only.
    fn grow(&mut self) {
        let kept = |slot: &&Slot| slot.text > self.oldest;
        let live = self.slots.iter().filter(kept).count();
        let size = (live * 4).next_power_of_two().max(SMALLEST);
        let old = std::mem::replace(&mut self.slots, vec![Slot::default(); size]);
        self.used = live;
        for slot in old.into_iter().filter(|slot| slot.text > self.oldest) {
            let mut at = self.home(slot.run);
            while self.slots.get(at).is_some_and(|slot| slot.text > 0) {
                at = self.after(at);
            }
            if let Some(place) = self.slots.get_mut(at) {
                *place = slot;
            }
        }
    }

    fn home(&self, run: u32) -> usize {
        // Runs are sampled by their last bits: mixed, they fill all slots.
        let mixed = u64::from(run).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        usize::try_from(mixed).unwrap_or_default() & (self.slots.len() - 1)
    }

    const fn after(&self, at: usize) -> usize {
        (at + 1) & (self.slots.len() - 1)
    }
}

/// A table as it is kept: the texts that are not forgotten, and which are.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct Live(Vec<Slot>, u32);

/// As [`Live`], without a copy of the slots.
#[cfg(feature = "serde")]
impl serde::Serialize for Holders {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeTupleStruct;

        let mut kept = serializer.serialize_tuple_struct("Live", 2)?;
        kept.serialize_field(&LiveSlots(self))?;
        kept.serialize_field(&self.oldest)?;
        kept.end()
    }
}

/// The slots of texts that are not forgotten.
#[cfg(feature = "serde")]
struct LiveSlots<'a>(&'a Holders);

#[cfg(feature = "serde")]
impl serde::Serialize for LiveSlots<'_> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq;

        let live = || self.0.slots.iter().filter(|slot| slot.text > self.0.oldest);
        let mut slots = serializer.serialize_seq(Some(live().count()))?;
        for slot in live() {
            slots.serialize_element(slot)?;
        }
        slots.end()
    }
}

#[cfg(feature = "serde")]
impl From<Live> for Holders {
    fn from(Live(slots, oldest): Live) -> Self {
        let mut table = Self { used: 0, slots, oldest };
        if !table.slots.is_empty() {
            table.grow();
        }
        table
    }
}

#[cfg(test)]
mod tests {
    use super::{HOLDERS, Holders};

    fn met(table: &mut Holders, run: u32, text: u32) -> Vec<u32> {
        let mut found = Vec::new();
        table.meet(run, text, &mut found);
        found.sort_unstable();
        found
    }

    #[test]
    fn the_oldest_holders_are_remembered() {
        let mut table = Holders::default();
        for text in 0..20 {
            let known = met(&mut table, 7, text).len();
            assert_eq!(known, usize::try_from(text).unwrap().min(HOLDERS));
        }
        table.forget_before(5);
        assert_eq!(met(&mut table, 7, 20), [5, 6, 7]);
        assert_eq!(met(&mut table, 7, 21), [5, 6, 7, 20]);
    }

    #[test]
    fn a_long_stream_needs_no_larger_table() {
        let mut table = Holders::default();
        for text in 0..5_000 {
            table.forget_before(u32::saturating_sub(text, 50));
            for run in 0..20 {
                met(&mut table, text * 31 + run * 4, text);
            }
        }
        assert!(table.slots.len() <= 8_192, "{}", table.slots.len());
    }
}
