//! Where a page stands, and the way from there to another.

use super::Address;
use crate::Tongue;

/// Where a page stands: links are made from here, so that pages can be served from anywhere.
#[derive(Clone, Debug)]
pub(crate) struct Here {
    /// The path without the first slash: steps, each with a slash behind it, then perhaps a file.
    path: String,
    /// The language that the path begins with.
    tongue: Option<Tongue>,
    /// Whether there is nobody who could answer a query.
    fixed: bool,
}

impl Here {
    pub(crate) fn new(path: &str, tongue: Option<Tongue>, fixed: bool) -> Self {
        Self { path: path.trim_start_matches('/').to_owned(), tongue, fixed }
    }

    /// Whether the path begins with a language.
    pub(crate) fn has_tongue(&self) -> bool {
        self.tongue.is_some()
    }

    /// The way to a page in the same language.
    pub(crate) fn to(&self, address: &Address) -> String {
        self.way(self.tongue, address)
    }

    /// The way to a page in another language.
    pub(crate) fn to_in(&self, tongue: Tongue, address: &Address) -> String {
        self.way(Some(tongue), address)
    }

    /// The way to a page in whatever language a browser asks for.
    pub(crate) fn to_in_any(&self, address: &Address) -> String {
        self.way(None, address)
    }

    /// The way to a file that is no page of ours.
    pub(crate) fn to_file(&self, path: &str) -> String {
        relative(&self.path, path)
    }

    fn way(&self, tongue: Option<Tongue>, address: &Address) -> String {
        let tongue = tongue.filter(|_| !address.is_alike_in_all_languages());
        let (path, query) = address.written(tongue);
        let query = if self.fixed { String::new() } else { query };
        relative(&self.path, &path) + &query
    }
}

/// The way from one path to another.
fn relative(from: &str, to: &str) -> String {
    let folders = |path: &str| path.matches('/').count();
    let mut shared = 0;
    for (own, other) in from.split_inclusive('/').zip(to.split_inclusive('/')) {
        if own != other || !own.ends_with('/') {
            break;
        }
        shared += 1;
    }
    let mut way = "../".repeat(folders(from) - shared);
    to.split_inclusive('/').skip(shared).for_each(|step| way.push_str(step));
    if way.is_empty() { "./".to_owned() } else { way }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[track_caller]
    fn check(from: &str, to: &str, expected: &str) {
        assert_eq!(relative(from, to), expected);
    }

    #[test]
    fn links_lead_from_where_a_page_stands() {
        check("", "", "./");
        check("", "story/a/", "story/a/");
        check("story/a/", "story/a/compare/", "compare/");
        check("story/a/compare/", "story/a/", "../");
        check("ru/story/a/", "ru/story/b/compare/", "../b/compare/");
        check("story/a/", "assets/site.css", "../../assets/site.css");
        check("story/a/", "story/a/story.json", "story.json");
        check("story/a", "", "../");
        check("story/a/", "story/a/", "./");
    }
}
