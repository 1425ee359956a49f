//! Which versions are measured, as the lock file has them.

const LOCK: &str = include_str!("../Cargo.lock");

/// The version of a crate in the lock file, `?` where it is not in it.
pub(crate) fn locked(name: &str) -> String {
    let name = format!("name = \"{name}\"");
    let mut lines = LOCK.lines().skip_while(|line| *line != name);
    let version = lines.nth(1).and_then(|line| line.split('"').nth(1));
    version.unwrap_or("?").to_owned()
}

#[cfg(test)]
mod tests {
    use super::locked;

    #[test]
    fn a_peer_is_named_with_the_version_that_the_manifest_pins() {
        let manifest = include_str!("../Cargo.toml");
        assert!(manifest.contains(&format!("trafilatura = \"={}\"", locked("trafilatura"))));
    }

    #[test]
    fn a_crate_that_is_not_used_has_no_version() {
        assert_eq!(locked("no-such-crate"), "?");
    }
}
