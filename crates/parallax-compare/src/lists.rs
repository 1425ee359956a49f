//! Word lists, each by its name.

use std::sync::LazyLock;

/// A list that is read when it is first asked for.
pub(crate) type Words = LazyLock<Vec<&'static str>>;

/// The words of the list called `name`; none where there is no such list.
pub(crate) fn words(name: &str) -> Vec<&'static str> {
    let rows = include_str!("../data/words.tsv").lines().filter(|row| !row.starts_with('#'));
    let named = rows.filter_map(|row| row.split_once('\t')).find(|(key, _)| *key == name);
    named.map_or_else(Vec::new, |(_, words)| words.split('|').collect())
}

#[cfg(test)]
mod tests {
    use super::words;

    #[test]
    fn lists_are_found_by_name() {
        assert!(words("people").contains(&"woman"));
        assert!(words("revises").contains(&"rose to"));
        assert_eq!(words("nothing of the kind"), Vec::<&str>::new());
    }
}
