//! What can be made again and is kept beside the database, so that it need not be.

use crate::{
    archive::Archive,
    error::{OnFile, Result},
    packed::Packed,
};
use std::{fs, io::ErrorKind};

impl Archive {
    /// Keeps something under a name, in place of what was kept there: a file of its own. It may
    /// be lost at any moment, and is never half there.
    pub fn keep_beside(&self, name: &str, what: &Packed) -> Result<()> {
        let (path, part) = (self.folder().join(name), self.folder().join(format!("{name}.part")));
        fs::write(&part, what.bytes()).on_file("write to", &part)?;
        fs::rename(&part, &path).on_file("name", &path)
    }

    /// What is kept under a name.
    pub fn beside(&self, name: &str) -> Option<Packed> {
        fs::read(self.folder().join(name)).ok().map(Packed::kept)
    }

    /// Forgets what is kept under a name.
    pub fn forget_beside(&self, name: &str) -> Result<()> {
        let path = self.folder().join(name);
        match fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => Err(error).on_file("remove", path),
            _ => Ok(()),
        }
    }
}
