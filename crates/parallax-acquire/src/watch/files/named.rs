//! The archives that a list names, each read once.

use super::{Progress, Turn, lists::Named};
use crate::{
    politeness::again,
    watch::{asking::Unasked, ledger::note, turn::words},
};

impl Turn {
    /// Reads the archives that a list names, each once; whether none of them is to be tried again.
    pub(super) fn named(&mut self, names: Vec<Named>, list: &str) -> Result<bool, Unasked> {
        let mut whole = true;
        for named in names {
            match named {
                Named::Here(file) => {
                    let path = file.to_string_lossy().into_owned();
                    if file.is_file() {
                        whole &= self.one_here(&file, &path, true)?;
                    } else {
                        self.fault_of(&path, "there is no such file");
                    }
                }
                Named::There(url) => whole &= self.one_elsewhere(&url)?,
                Named::Nothing(why) => self.fault_of(list, &why),
            }
        }
        Ok(whole)
    }

    /// Reads an archive of a server that a list names; whether it is not to be tried again.
    fn one_elsewhere(&mut self, url: &str) -> Result<bool, Unasked> {
        let known: Progress = self.noted(url)?.unwrap_or_default();
        let now = self.round.asking.now();
        if known.is_done() || known.failures > 0 && known.next.is_none_or(|next| next > now) {
            return Ok(known.is_done() || known.next.is_none());
        }
        let (why, lasting) = match self.elsewhere(url, false) {
            Ok(()) => return Ok(true),
            Err(error @ (Unasked::Stopped | Unasked::Ledger(_) | Unasked::PutOff(_))) => {
                return Err(error);
            }
            Err(Unasked::Failed(failure)) => (failure.to_string(), failure.is_lasting()),
            Err(Unasked::Forbidden { why, lasting }) => (why, lasting),
            Err(error) => (words(&error), false),
        };
        self.fault_of(url, &why);
        let failures = known.failures.saturating_add(1);
        let next = again(url, failures, lasting, now);
        let known: Progress = self.noted(url)?.unwrap_or_default();
        self.send(None, vec![note(url, &Progress { failures, next, ..known })])?;
        Ok(next.is_none())
    }
}
