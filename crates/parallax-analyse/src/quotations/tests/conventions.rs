//! Every convention of quotation, language by language, as rows with what is read in them.

use super::shown;
use expect_test::expect_file;
use std::fmt::Write as _;

#[test]
fn the_conventions_of_all_languages_are_read() {
    let mut page = String::new();
    let rows = include_str!("../../../fixtures/quotations.txt");
    for row in rows.lines().filter(|row| !row.starts_with('#')) {
        let Some((language, words)) = row.split_once('\t') else { continue };
        let (found, notes) = shown(language, &words.replace(" ¶ ", "\n"));
        let _ = writeln!(page, "{language} {words}");
        for line in found.lines() {
            let _ = writeln!(page, "    {line}");
        }
        for note in notes {
            let _ = writeln!(page, "    note {:?}", note.kind);
        }
    }
    expect_file!["../../../fixtures/quotations-read.txt"].assert_eq(&page);
}
