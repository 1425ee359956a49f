//! The elements we tell apart, and how each behaves.

use std::sync::LazyLock;

macro_rules! tags {
    ($($tag:ident $name:literal),* $(,)?) => {
        /// The name of an element.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Tag {
            /// No element: text.
            Text,
            /// The page itself.
            Page,
            /// An element we have no use for telling apart; inline.
            Other,
            $(#[doc = $name] $tag),*
        }

        impl Tag {
            /// The element of a name, in whatever case.
            pub(crate) fn of(name: &str) -> Self {
                let first = name.bytes().next().unwrap_or_default().to_ascii_lowercase();
                let alike = first.checked_sub(b'a').and_then(|at| NAMES.get(usize::from(at)));
                let mut alike = alike.into_iter().flatten();
                let named = alike.find(|(known, _)| known.eq_ignore_ascii_case(name));
                named.map_or(Self::Other, |(_, tag)| *tag)
            }
        }

        /// The names by their first letter.
        static NAMES: LazyLock<Vec<Vec<(&str, Tag)>>> = LazyLock::new(|| {
            let names = [$(($name, Tag::$tag)),*];
            let with = |first: u8| {
                names.iter().filter(move |(name, _)| name.as_bytes().first() == Some(&first))
            };
            (b'a'..=b'z').map(|first| with(first).copied().collect()).collect()
        });
    };
}

tags! {
    A "a", Abbr "abbr", Address "address", Article "article", Aside "aside", B "b",
    Base "base", Blockquote "blockquote", Body "body", Br "br", Button "button",
    Caption "caption", Center "center", Cite "cite", Code "code", Dd "dd", Details "details",
    Dialog "dialog", Div "div", Dl "dl", Dt "dt", Em "em", Embed "embed", Fieldset "fieldset",
    Figcaption "figcaption", Figure "figure", Font "font", Footer "footer", Form "form",
    H1 "h1", H2 "h2", H3 "h3", H4 "h4", H5 "h5", H6 "h6", Head "head", Header "header",
    Hgroup "hgroup", Hr "hr", Html "html", I "i", Iframe "iframe", Img "img", Input "input",
    Label "label", Legend "legend", Li "li", Link "link", Main "main", Menu "menu",
    Meta "meta", Nav "nav", Noscript "noscript", Object "object", Ol "ol",
    Optgroup "optgroup", Option "option", P "p", Picture "picture", Pre "pre",
    Script "script", Section "section", Select "select", Small "small", Source "source",
    Span "span", Strong "strong", Style "style", Sub "sub", Summary "summary", Sup "sup",
    Svg "svg", Table "table", Tbody "tbody", Td "td", Template "template",
    Textarea "textarea", Tfoot "tfoot", Th "th", Thead "thead", Time "time",
    Title "title", Tr "tr", U "u", Ul "ul", Video "video", Audio "audio", Wbr "wbr",
    Area "area", Col "col", Track "track", Param "param",
    Math "math", Canvas "canvas", Map "map",
}

impl Tag {
    /// Elements that hold nothing and have no end tag.
    pub(crate) const fn is_void(self) -> bool {
        matches!(
            self,
            Self::Area
                | Self::Base
                | Self::Br
                | Self::Col
                | Self::Embed
                | Self::Hr
                | Self::Img
                | Self::Input
                | Self::Link
                | Self::Meta
                | Self::Param
                | Self::Source
                | Self::Track
                | Self::Wbr
        )
    }

    /// Elements whose text is never read as words of the page.
    pub(crate) const fn is_data(self) -> bool {
        matches!(
            self,
            Self::Script
                | Self::Style
                | Self::Textarea
                | Self::Iframe
                | Self::Title
                | Self::Template
                | Self::Select
                | Self::Option
                | Self::Optgroup
                | Self::Svg
                | Self::Math
                | Self::Canvas
                | Self::Noscript
        )
    }

    /// Headings.
    pub(crate) const fn is_heading(self) -> bool {
        matches!(self, Self::H1 | Self::H2 | Self::H3 | Self::H4 | Self::H5 | Self::H6)
    }

    /// Elements that begin a line of their own.
    pub(crate) const fn is_block(self) -> bool {
        self.is_heading()
            || self.closes_paragraph()
            || self.is_cell()
            || matches!(
                self,
                Self::Page
                    | Self::Html
                    | Self::Body
                    | Self::Head
                    | Self::P
                    | Self::Li
                    | Self::Dt
                    | Self::Dd
                    | Self::Tr
                    | Self::Tbody
                    | Self::Thead
                    | Self::Tfoot
                    | Self::Caption
                    | Self::Legend
                    | Self::Button
                    | Self::Noscript
                    | Self::Template
                    | Self::Option
                    | Self::Title
                    | Self::Video
                    | Self::Audio
                    | Self::Iframe
            )
    }

    /// Cells of a table.
    pub(crate) const fn is_cell(self) -> bool {
        matches!(self, Self::Td | Self::Th)
    }

    /// Elements whose start ends an open paragraph.
    pub(crate) const fn closes_paragraph(self) -> bool {
        self.is_heading()
            || matches!(
                self,
                Self::Address
                    | Self::Article
                    | Self::Aside
                    | Self::Blockquote
                    | Self::Center
                    | Self::Details
                    | Self::Dialog
                    | Self::Div
                    | Self::Dl
                    | Self::Fieldset
                    | Self::Figcaption
                    | Self::Figure
                    | Self::Footer
                    | Self::Form
                    | Self::Header
                    | Self::Hgroup
                    | Self::Hr
                    | Self::Main
                    | Self::Menu
                    | Self::Nav
                    | Self::Ol
                    | Self::P
                    | Self::Pre
                    | Self::Section
                    | Self::Summary
                    | Self::Table
                    | Self::Ul
            )
    }

    /// Elements that belong into the head of the page.
    pub(crate) const fn is_of_head(self) -> bool {
        matches!(
            self,
            Self::Base
                | Self::Link
                | Self::Meta
                | Self::Noscript
                | Self::Script
                | Self::Style
                | Self::Template
                | Self::Title
        )
    }

    /// Elements that an end tag outside them does not reach into.
    pub(crate) const fn is_wall(self) -> bool {
        self.is_cell()
            || matches!(
                self,
                Self::Table | Self::Caption | Self::Template | Self::Html | Self::Page
            )
    }
}
