//! What is answered.

/// An answer, to be sent or to be kept in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// What became of it.
    pub status: Status,
    /// For the `Content-Type` header.
    pub media_type: &'static str,
    /// Language of the interface, by BCP 47; none where there is none.
    pub language: Option<&'static str>,
    /// A name to save it under, where it is to be saved and not shown.
    pub save_as: Option<String>,
    /// A cookie to set: the settings, and nothing else.
    pub cookie: Option<String>,
    /// How long it may be kept by who asked.
    pub keep: Keep,
    /// The body.
    pub body: Vec<u8>,
}

/// How long an answer may be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keep {
    /// Until it is asked whether it is the same still.
    Asking,
    /// The same, and by nobody else: what it shows changes while the archive stays as it is.
    Moment,
    /// For good: its address names its content.
    Forever,
}

/// What became of what was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    /// It is here.
    Here,
    /// It is at another address, for good: a story that went into another.
    Moved(String),
    /// To be asked for at another address, this time: settings were chosen.
    Elsewhere(String),
    /// The question cannot be understood; the page says where and why.
    Bad,
    /// There is no such thing; the page says what it might be.
    Missing,
    /// It was there and was taken away; the page says when and why.
    Gone,
    /// The archive could not be read; the page says what to do.
    Broken,
}
