//! The way of redirects: how far it goes, and that it never leads in a circle.

use super::{
    failure::Failure,
    target::{Bounds, Target},
};

/// The targets asked for one after another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trail {
    hops: Vec<Target>,
    most: usize,
}

impl Trail {
    /// Begins at `target`, and follows at most so many redirects.
    pub fn new(target: Target, most: usize) -> Self {
        Self { hops: vec![target], most }
    }

    /// Where it has come to.
    pub fn here(&self) -> &Target {
        self.hops.last().expect("a trail begins somewhere")
    }

    /// All targets, the first first.
    pub fn hops(&self) -> &[Target] {
        &self.hops
    }

    /// Goes on to where an answer leads.
    pub fn follow(&mut self, location: Option<&str>, bounds: &Bounds) -> Result<(), Failure> {
        let location = location.ok_or(Failure::RedirectNowhere)?;
        let next = self.here().follow(location, bounds).map_err(Failure::RedirectRefused)?;
        if self.hops.contains(&next) {
            return Err(Failure::RedirectLoop);
        }
        if self.hops.len() > self.most {
            return Err(Failure::TooManyRedirects(self.most));
        }
        self.hops.push(next);
        Ok(())
    }
}

/// Whether a status leads somewhere else.
pub fn leads_on(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

#[cfg(test)]
mod tests {
    use super::Trail;
    use crate::net::{Bounds, Failure, Target};

    #[test]
    fn a_trail_ends() {
        let bounds = Bounds::default();
        let start = Target::new("http://quay.example/0", &bounds).unwrap();
        let mut trail = Trail::new(start, 3);
        for hop in 1..=3 {
            assert_eq!(trail.follow(Some(&format!("/{hop}")), &bounds), Ok(()));
        }
        assert_eq!(trail.follow(Some("/2#a"), &bounds), Err(Failure::RedirectLoop));
        assert_eq!(trail.follow(Some("/4"), &bounds), Err(Failure::TooManyRedirects(3)));
        assert_eq!(trail.follow(None, &bounds), Err(Failure::RedirectNowhere));
        assert_eq!(trail.hops().len(), 4);
    }
}
