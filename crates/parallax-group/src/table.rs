//! A table by hashed key: what is found in it never depends on the order of keys.

/// Values by key, in places that are open or taken.
#[cfg_attr(feature = "serde", derive(serde::Deserialize))]
#[cfg_attr(feature = "serde", serde(from = "Entries<V>"))]
#[cfg_attr(feature = "serde", serde(bound = "V: serde::de::DeserializeOwned"))]
#[derive(Clone, Debug)]
pub(crate) struct Table<V> {
    /// A power of two of places, at most three in four of them taken.
    places: Vec<Option<(u32, V)>>,
    taken: usize,
}

/// Places of an empty table.
const FEWEST: usize = 1024;

impl<V> Default for Table<V> {
    fn default() -> Self {
        Self { places: open(FEWEST), taken: 0 }
    }
}

impl<V> Table<V> {
    /// How many keys there are.
    pub(crate) fn len(&self) -> usize {
        self.taken
    }

    /// The value of `key`.
    pub(crate) fn get(&self, key: u32) -> Option<&V> {
        self.places.get(self.place(key))?.as_ref().map(|(_, value)| value)
    }

    /// The value of `key`, made by `new` where there is none.
    pub(crate) fn entry(&mut self, key: u32, new: impl FnOnce() -> V) -> &mut V {
        if (self.taken + 1) * 4 > self.places.len() * 3 {
            self.widen();
        }
        let place = self.place(key);
        self.taken += usize::from(self.places[place].is_none());
        &mut self.places[place].get_or_insert_with(|| (key, new())).1
    }

    /// Every key with its value, in no order that means anything.
    #[cfg(feature = "serde")]
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &V)> {
        self.places.iter().flatten().map(|(key, value)| (*key, value))
    }

    /// Keeps the values that `wanted` picks.
    pub(crate) fn retain(&mut self, wanted: impl Fn(&V) -> bool) {
        let old = std::mem::take(self);
        for (key, value) in old.places.into_iter().flatten().filter(|(_, value)| wanted(value)) {
            self.entry(key, || value);
        }
    }

    fn widen(&mut self) {
        let wider = open(self.places.len() * 2);
        for (key, value) in std::mem::replace(&mut self.places, wider).into_iter().flatten() {
            let place = self.place(key);
            self.places[place] = Some((key, value));
        }
    }

    /// Where the key is, or the open place where it would be.
    fn place(&self, key: u32) -> usize {
        let last = self.places.len() - 1;
        let mut place = usize::try_from(key).unwrap_or(0) & last;
        while self.places[place].as_ref().is_some_and(|(other, _)| *other != key) {
            place = (place + 1) & last;
        }
        place
    }
}

/// A table as it is kept: what is in it.
#[cfg(feature = "serde")]
#[derive(serde::Deserialize)]
struct Entries<V>(Vec<(u32, V)>);

/// As [`Entries`], without a copy of them.
#[cfg(feature = "serde")]
impl<V: serde::Serialize> serde::Serialize for Table<V> {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        use serde::ser::SerializeSeq;

        let mut entries = serializer.serialize_seq(Some(self.taken))?;
        for entry in self.iter() {
            entries.serialize_element(&entry)?;
        }
        entries.end()
    }
}

#[cfg(feature = "serde")]
impl<V> From<Entries<V>> for Table<V> {
    fn from(Entries(entries): Entries<V>) -> Self {
        // Wide enough at once: entries come in the order of their places.
        let places = (entries.len() * 2).next_power_of_two().max(FEWEST);
        let mut table = Self { places: open(places), taken: 0 };
        for (key, value) in entries {
            table.entry(key, || value);
        }
        table
    }
}

fn open<V>(places: usize) -> Vec<Option<(u32, V)>> {
    (0..places).map(|_| None).collect()
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn what_was_put_in_is_found() {
        let mut table = Table::default();
        for key in 0..5000_u32 {
            *table.entry(key.wrapping_mul(0x9E37_79B9), || 0) += key;
        }
        assert_eq!(table.len(), 5000);
        assert_eq!(table.get(7_u32.wrapping_mul(0x9E37_79B9)), Some(&7));
        table.retain(|value| value % 2 == 0);
        assert_eq!((table.len(), table.get(0x9E37_79B9)), (2500, None));
    }
}
