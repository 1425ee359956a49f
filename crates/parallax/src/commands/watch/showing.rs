//! What a list of sources says that may be shown of whom, as decisions of the archive.

use super::{super::archive::made_by, catch::once_free, now};
use parallax_archive::{Archive, Decision, Reader};
use parallax_model::Show;
use std::{collections::BTreeMap, path::Path};

/// Decides what `list` says and does not stand yet. What it does not speak of any more stands until something else is
/// decided: that a line is gone allows nothing.
pub(super) fn decide(
    shows: &BTreeMap<String, Show>,
    list: &Path,
    archive: &Path,
) -> anyhow::Result<()> {
    let stands = Reader::open(archive)?.may_show(Show::default())?;
    let new: Vec<Decision> = shows
        .iter()
        .filter(|(outlet, show)| stands.said_of(outlet) != Some(**show))
        .map(|(outlet, show)| Decision::Show(outlet.clone(), *show))
        .collect();
    if new.is_empty() {
        return Ok(());
    }
    let mut archive = once_free(|| Ok(Archive::open(archive, &made_by())?))?;
    let who = list.file_name().unwrap_or(list.as_os_str()).to_string_lossy();
    for decision in new {
        archive.decide(&decision, &who, now())?;
    }
    Ok(())
}
