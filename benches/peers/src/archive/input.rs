//! What is added: files of rows and pages, as long as wanted.

use crate::repeated::{Row, changed, reworded};
use anyhow::{Context, Result, ensure};
use flate2::read::MultiGzDecoder;
use regex::Regex;
use std::{
    fs::{self, File},
    io::{BufRead, BufReader, BufWriter, Write},
    path::{Path, PathBuf},
};

/// The rows of a file that have a text, of one set or of all.
pub(crate) fn rows(file: &Path, set: Option<&str>) -> Result<Vec<Row>> {
    let open = File::open(file).with_context(|| file.display().to_string())?;
    let mut rows = Vec::new();
    for (line, number) in BufReader::new(MultiGzDecoder::new(open)).lines().zip(1..) {
        let place = || format!("{}: line {number}", file.display());
        let row: Row = serde_json::from_str(&line.with_context(place)?).with_context(place)?;
        let wanted = set.is_none_or(|set| row.set.as_deref() == Some(set));
        rows.extend(Some(row).filter(|row| wanted && (set.is_some() || !row.text.is_empty())));
    }
    ensure!(!rows.is_empty(), "no rows in {}", file.display());
    Ok(rows)
}

/// The rows over and over, each round with other words and later dates.
pub(crate) fn repeated(rows: &[Row]) -> impl Iterator<Item = Row> + '_ {
    (0..).flat_map(|round| rows.iter().map(move |row| changed(row, round)))
}

/// Writes so many rows, one a line.
pub(crate) fn write_rows(rows: &[Row], articles: usize, file: &Path) -> Result<()> {
    let mut out = BufWriter::new(File::create(file)?);
    for row in repeated(rows).take(articles) {
        serde_json::to_writer(&mut out, &row)?;
        out.write_all(b"\n")?;
    }
    Ok(out.flush()?)
}

/// The pages of a folder, in order of their paths.
fn pages(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).with_context(|| folder.display().to_string())? {
        let path = entry?.path();
        if path.is_dir() {
            found.extend(pages(&path)?);
        } else if path.to_string_lossy().contains(".htm") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// Writes so many pages: those of `from` over and over, each round with other words.
pub(crate) fn write_pages(from: &Path, articles: usize, folder: &Path) -> Result<()> {
    let pages = pages(from)?;
    ensure!(!pages.is_empty(), "no pages in {}", from.display());
    let markup = Regex::new(r"(?is)<script.*?</script>|<style.*?</style>|<[^>]*>")?;
    let address = Regex::new(r#"(rel="canonical"\s+href|property="og:url"\s+content)="([^"]*)"#)?;
    for number in 0..articles {
        let (round, path) = (number / pages.len(), &pages[number % pages.len()]);
        let bytes = fs::read(path)?;
        let mut page = Vec::new();
        if path.extension().is_some_and(|extension| extension == "gz") {
            std::io::copy(&mut MultiGzDecoder::new(&bytes[..]), &mut page)?;
        } else {
            page = bytes;
        }
        if round > 0 {
            let text = String::from_utf8_lossy(&page);
            let text = other_words(&text, &markup, round);
            let another = format!("$1=\"$2?round={round}");
            page = address.replace_all(&text, another.as_str()).into_owned().into_bytes();
        }
        let part = folder.join(format!("{:03}", number / 1000));
        fs::create_dir_all(&part)?;
        fs::write(part.join(format!("{number:06}.html")), page)?;
    }
    Ok(())
}

/// A page with other words between its marks.
fn other_words(page: &str, markup: &Regex, round: usize) -> String {
    let mut out = String::with_capacity(page.len() + page.len() / 8);
    let mut at = 0;
    for mark in markup.find_iter(page) {
        out.push_str(&reworded(page.get(at..mark.start()).unwrap_or_default(), round));
        out.push_str(mark.as_str());
        at = mark.end();
    }
    out.push_str(&reworded(page.get(at..).unwrap_or_default(), round));
    out
}

/// Writes the row that follows so many others.
pub(crate) fn write_row(rows: &[Row], before: usize, file: &Path) -> Result<()> {
    let row = repeated(rows).nth(before).context("rows never end")?;
    Ok(fs::write(file, serde_json::to_vec(&row)?)?)
}
