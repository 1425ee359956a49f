//! `parallax init`, `add`, `rebuild`, `stories`, `article`, `search` and `verify`: the archive.

mod add;
mod article;
mod check;
mod copy;
mod decide;
mod doctor;
mod evidence;
mod export;
mod find;
mod forget;
mod list;
mod listing;
mod retain;

pub(super) use add::{add, init, rebuild};
pub(super) use article::article;
pub(super) use check::verify;
pub(super) use copy::{backup, restore};
pub(super) use decide::{decide, decisions};
pub(super) use doctor::doctor;
pub(super) use export::export;
pub(super) use find::search;
pub(super) use forget::forget;
pub(super) use list::{between, story};
pub(super) use listing::stories;
pub(super) use retain::retain;

use crate::meaning::Encoding;
use parallax_publish::Generator;

/// What could change the output besides the captures.
pub(crate) fn generator(encoding: Encoding) -> Generator {
    Generator {
        name: env!("CARGO_PKG_NAME").to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        tables: env!("PARALLAX_TABLES").to_owned(),
        encoder: encoding.name(),
    }
}

/// The same, on one line: by which program an archive says it was read.
pub(crate) fn made_by() -> String {
    let Generator { name, version, tables, encoder } = generator(Encoding::Carried);
    format!("{name} {version} (tables {tables}, encoder {})", encoder.as_deref().unwrap_or("none"))
}
