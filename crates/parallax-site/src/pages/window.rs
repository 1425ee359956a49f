//! The part of a long page that is shown, where several lists make up the page.

use super::pager::Pager;
use crate::frame::Frame;

/// A stretch of all that a page lists, counted through its lists one after another.
pub(super) struct Window<'a> {
    frame: &'a Frame,
    /// From 1.
    page: usize,
    most: usize,
    total: usize,
    /// How many went by.
    met: usize,
}

impl<'a> Window<'a> {
    /// Of `total` things so many as fit on one page; all where nobody could ask for the others.
    pub(super) fn new(frame: &'a Frame, page: usize, total: usize, most: usize) -> Self {
        let most = if frame.fixed { usize::MAX } else { most };
        let page = page.clamp(1, total.div_ceil(most).max(1));
        Self { frame, page, most, total, met: 0 }
    }

    /// Whether it is the first of all parts.
    pub(super) fn is_first(&self) -> bool {
        self.page == 1
    }

    /// That part of the next list.
    pub(super) fn of<'t, T>(&mut self, list: &'t [T]) -> &'t [T] {
        let from = self.most.saturating_mul(self.page - 1);
        let place = |at: usize| at.saturating_sub(self.met).min(list.len());
        let shown = list.get(place(from)..place(from.saturating_add(self.most)));
        self.met += list.len();
        shown.unwrap_or_default()
    }

    /// The way to the parts beside it.
    pub(super) fn pager(&self, link: impl Fn(usize) -> String) -> Pager {
        Pager::new(self.frame, self.page, self.total, self.most, link)
    }
}

#[cfg(test)]
mod tests {
    use super::Window;
    use crate::{Address, Asking, Narrowing, Tongue, address::Here, frame::Frame};

    fn frame(fixed: bool) -> Frame {
        let settings = crate::settings::Settings::of(&Asking::default());
        let front = Address::Front(Narrowing::default());
        Frame::new(Tongue::English, settings, Here::new("/", None, fixed), front, fixed)
    }

    /// What a page of two lists, of five and of four, shows of them, three at a time.
    fn shown(page: usize, fixed: bool) -> (Vec<u8>, Vec<u8>) {
        let frame = frame(fixed);
        let mut window = Window::new(&frame, page, 9, 3);
        let first = window.of(&[1, 2, 3, 4, 5]).to_vec();
        (first, window.of(&[6, 7, 8, 9]).to_vec())
    }

    #[test]
    fn each_thing_is_on_one_page() {
        assert_eq!(shown(1, false), (vec![1, 2, 3], vec![]));
        assert_eq!(shown(2, false), (vec![4, 5], vec![6]));
        assert_eq!(shown(3, false), (vec![], vec![7, 8, 9]));
    }

    #[test]
    fn pages_that_are_not_there_are_the_nearest_that_are() {
        assert_eq!(shown(0, false), shown(1, false));
        assert_eq!(shown(usize::MAX, false), shown(3, false));
    }

    #[test]
    fn files_show_everything() {
        assert_eq!(shown(1, true), (vec![1, 2, 3, 4, 5], vec![6, 7, 8, 9]));
    }
}
