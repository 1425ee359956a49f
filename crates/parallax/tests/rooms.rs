//! The map is the territory: `ARCHITECTURE.md` against the manifests and the tree.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

type Rooms = BTreeMap<String, BTreeSet<String>>;

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn map() -> String {
    fs::read_to_string(root().join("ARCHITECTURE.md")).expect("the map exists")
}

/// What stands between backticks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// Rows of the map's table: room, and what it may use.
fn rooms_on_the_map(map: &str) -> Rooms {
    map.lines()
        .filter(|line| line.starts_with("| `parallax"))
        .map(|row| {
            let mut cells = row.split('|').skip(1);
            let room = quoted(cells.next().expect("a room")).next().expect("a name").to_owned();
            let uses = quoted(cells.next().expect("what it may use")).map(str::to_owned).collect();
            (room, uses)
        })
        .collect()
}

/// What the `[dependencies]` of each room list.
fn rooms_as_built() -> Rooms {
    fs::read_dir(root().join("crates"))
        .expect("crates/ exists")
        .map(|entry| entry.expect("a folder").path())
        .filter(|room| {
            room.file_name().is_some_and(|name| name.to_string_lossy().starts_with("parallax"))
        })
        .map(|room| {
            let manifest =
                fs::read_to_string(room.join("Cargo.toml")).expect("a room has a manifest");
            let uses = manifest
                .lines()
                .skip_while(|line| *line != "[dependencies]")
                .skip(1)
                .take_while(|line| !line.starts_with('['))
                .filter(|line| line.starts_with("parallax"))
                .map(|line| line.split(['.', ' ', '=']).next().unwrap_or_default().to_owned())
                .collect();
            (room.file_name().expect("a name").to_string_lossy().into_owned(), uses)
        })
        .collect()
}

#[test]
fn each_room_uses_only_the_doors_on_the_map() {
    assert_eq!(rooms_as_built(), rooms_on_the_map(&map()));
}

#[test]
fn every_path_on_the_map_is_in_the_tree() {
    let map = map();
    let paths = quoted(&map).filter(|word| word.contains('/') && !word.contains(['<', ' ', '(']));
    let missing: Vec<&str> = paths
        .filter(|path| !path.contains("EVENT"))
        .filter(|path| !root().join(path).exists())
        .collect();
    assert!(missing.is_empty(), "on the map and not in the tree: {missing:?}");
}

#[test]
fn every_pure_room_refuses_clocks_and_hash_order() {
    for room in [
        "model", "language", "encoder", "extract", "analyse", "group", "compare", "publish", "site",
    ] {
        let file = root().join(format!("crates/parallax-{room}/clippy.toml"));
        let refused = fs::read_to_string(&file).expect("a pure room says what it refuses");
        for word in ["SystemTime::now", "HashMap", "env::var"] {
            assert!(refused.contains(word), "{} does not refuse {word}", file.display());
        }
    }
}
