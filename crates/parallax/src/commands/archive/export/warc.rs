//! Captures as they are kept, as one web archive.

use parallax_archive::{Reader, warcinfo};
use parallax_model::{CaptureId, StoryId};
use std::{collections::BTreeSet, io::Write};

/// Writes the captures of `stories`, or all there are, behind a record that says what wrote them.
pub(super) fn write(
    reader: &Reader<'_>,
    stories: Option<&[StoryId]>,
    to: &mut impl Write,
) -> anyhow::Result<()> {
    let mut wanted: BTreeSet<CaptureId> = BTreeSet::new();
    for id in stories.unwrap_or_default() {
        wanted.extend(reader.captures_of(*id)?);
    }
    let mut begun = false;
    for place in reader.places()? {
        if stories.is_none() || wanted.contains(&place.id) {
            let member = reader.stored(&place)?;
            if !std::mem::replace(&mut begun, true) {
                to.write_all(&warcinfo(&software(), &member))?;
            }
            to.write_all(&member)?;
        }
    }
    Ok(to.flush()?)
}

/// What a web archive says wrote it.
pub(super) fn software() -> String {
    format!("{} {}", env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION"))
}
