use super::features::{self, NAMES, View};
use crate::{
    encoding,
    html::{
        Page, body,
        flow::{self, Block},
        tree::Tree,
        zones::Zones,
    },
};
use parallax_model::{Capture, CaptureParts, MediaType};
use std::{fs, io::Write as _, path::Path};

/// Calls `look` with a page and its blocks' numbers.
fn with_rows(payload: Vec<u8>, look: impl FnOnce(&Page<'_>, &View<'_>, &[features::Row])) {
    let capture = Capture::new(CaptureParts {
        path: "page.html".into(),
        record: None,
        url: None,
        media_type: MediaType::Html,
        charset: None,
        captured_at: None,
        stored: 0..0,
        payload,
    });
    let mut decoded = encoding::decode(&capture);
    decoded.text = decoded.text.replace('\r', " ");
    let tree = Tree::read(&decoded.text);
    let blocks = flow::blocks(&tree, &decoded);
    let zones = Zones::of(&tree, &blocks);
    let mut page = Page::of(&capture, &decoded, &tree, &blocks, &zones);
    page.find_headline();
    if let Some(body) = body::by_rules(&page) {
        let view = View::of(&page, &body);
        let numbers = features::Page::of(&view);
        let rows: Vec<_> = (0..blocks.len()).map(|at| numbers.row(at)).collect();
        look(&page, &view, &rows);
    }
}

#[test]
fn every_number_has_a_name() {
    let page =
        "<h1>Goats</h1><p>The ferry to Gull Rock was late again on Monday, the office said.</p>";
    with_rows(page.into(), |_, _, rows| {
        assert!(rows.iter().all(|row| row.len() == NAMES.len()));
    });
}

/// Writes the numbers of all pages of `PARALLAX_PAGES`, for `scripts/blocks.py`.
#[test]
#[ignore = "needs pages"]
#[allow(clippy::disallowed_methods, reason = "run by hand")]
fn write_rows() {
    let folder = std::env::var("PARALLAX_PAGES").expect("a folder of pages");
    let mut out = fs::File::create(Path::new(&folder).with_extension("rows")).unwrap();
    for entry in fs::read_dir(&folder).unwrap() {
        let path = entry.unwrap().path();
        with_rows(fs::read(&path).unwrap(), |page, view, rows| {
            let blocks: Vec<_> = page.blocks.iter().map(Block::words).collect();
            let rules: Vec<_> = view.verdicts.iter().map(|v| format!("{v:?}")).collect();
            let record = serde_json::json!({
                "page": path.file_stem().unwrap().to_string_lossy(),
                "headline": page.headline, "names": NAMES.as_slice(),
                "blocks": blocks, "rules": rules, "rows": rows,
            });
            writeln!(out, "{record}").unwrap();
        });
    }
}
