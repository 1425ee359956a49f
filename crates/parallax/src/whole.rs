//! Files and folders that stand under their names once they are whole, and never before.
//!
//! What is written stands beside the target under the name `.TARGET.part`; what a crash left
//! there is written over. Nothing that is there already is touched.

use anyhow::{Context, bail};
use std::{
    ffi::OsString,
    fs::{self, File},
    io::{self, BufWriter, Write},
    path::{Path, PathBuf},
};

/// A file that is being written.
#[derive(Debug)]
pub(crate) struct NewFile {
    place: Place,
    file: BufWriter<File>,
}

/// A folder that is being filled.
#[derive(Debug)]
pub(crate) struct NewFolder(Place);

/// Where something is to stand, and where it stands until it is whole.
#[derive(Debug)]
struct Place {
    target: PathBuf,
    part: PathBuf,
    whole: bool,
}

impl NewFile {
    /// Begins a file; refused where something stands under its name.
    pub(crate) fn create(target: &Path) -> anyhow::Result<Self> {
        let place = Place::new(target)?;
        let file = File::create(&place.part);
        let file = file.with_context(|| format!("cannot write {}", place.part.display()))?;
        Ok(Self { place, file: BufWriter::new(file) })
    }

    /// Gives the file its name.
    pub(crate) fn finish(mut self) -> anyhow::Result<()> {
        let written = self.file.flush().and_then(|()| self.file.get_ref().sync_all());
        written.with_context(|| format!("cannot write {}", self.place.part.display()))?;
        self.place.finish()
    }
}

impl Write for NewFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

impl NewFolder {
    /// Begins a folder; refused where something stands under its name that is no empty folder.
    pub(crate) fn create(target: &Path) -> anyhow::Result<Self> {
        let place = Place::new(target)?;
        let made = fs::create_dir(&place.part);
        made.with_context(|| format!("cannot make {}", place.part.display()))?;
        Ok(Self(place))
    }

    /// Where to write until it is whole.
    pub(crate) fn path(&self) -> &Path {
        &self.0.part
    }

    /// Gives the folder its name.
    pub(crate) fn finish(self) -> anyhow::Result<()> {
        self.0.finish()
    }
}

impl Place {
    fn new(target: &Path) -> anyhow::Result<Self> {
        let Some(name) = target.file_name() else {
            bail!("{} is no name for what is new", target.display());
        };
        if is_taken(target) {
            bail!(
                "{} is there already, and nothing is written over; name another place",
                target.display()
            );
        }
        let mut part = OsString::from(".");
        part.push(name);
        part.push(".part");
        let part = target.with_file_name(part);
        let left = if part.is_dir() { fs::remove_dir_all(&part) } else { fs::remove_file(&part) };
        if let Err(error) = left
            && error.kind() != io::ErrorKind::NotFound
        {
            return Err(error).with_context(|| format!("cannot write over {}", part.display()));
        }
        Ok(Self { target: target.to_owned(), part, whole: false })
    }

    fn finish(mut self) -> anyhow::Result<()> {
        if is_taken(&self.target) {
            bail!("{} came to be meanwhile, and nothing is written over", self.target.display());
        }
        let named = fs::rename(&self.part, &self.target);
        named.with_context(|| format!("cannot give {} its name", self.target.display()))?;
        self.whole = true;
        let parent = self.target.parent().filter(|parent| !parent.as_os_str().is_empty());
        let parent = File::open(parent.unwrap_or(Path::new(".")));
        parent
            .and_then(|folder| folder.sync_all())
            .with_context(|| format!("cannot write beside {}", self.target.display()))
    }
}

/// Whether something stands there; an empty folder is nothing.
fn is_taken(target: &Path) -> bool {
    match fs::read_dir(target) {
        Ok(mut inside) => inside.next().is_some(),
        Err(_) => target.symlink_metadata().is_ok(),
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        if !self.whole {
            // What cannot be cleared away is written over next time.
            let _ = fs::remove_dir_all(&self.part).or_else(|_| fs::remove_file(&self.part));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NewFile, NewFolder};
    use std::{fs, io::Write};

    #[test]
    fn what_is_not_finished_does_not_stand() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("all.jsonl");
        let mut file = NewFile::create(&target).unwrap();
        file.write_all(b"half").unwrap();
        drop(file);
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
        let mut file = NewFile::create(&target).unwrap();
        file.write_all(b"whole").unwrap();
        file.finish().unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"whole");
        let again = NewFile::create(&target).unwrap_err().to_string();
        assert!(again.contains("nothing is written over"), "{again}");
        assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_a_crash_left_is_written_over_and_what_is_full_is_not() {
        let home = tempfile::tempdir().unwrap();
        let target = home.path().join("tables");
        fs::create_dir_all(home.path().join(".tables.part/old")).unwrap();
        fs::create_dir(&target).unwrap();
        let folder = NewFolder::create(&target).unwrap();
        fs::write(folder.path().join("new"), "new").unwrap();
        folder.finish().unwrap();
        assert_eq!(fs::read_dir(&target).unwrap().count(), 1);
        assert!(NewFolder::create(&target).is_err());
        assert!(NewFile::create(&target).is_err());
    }
}
