//! Writing into a string, which cannot fail.

/// Appends formatted words to a `&mut String`.
macro_rules! put {
    ($out:expr, $($words:tt)*) => {
        std::fmt::Write::write_fmt(&mut *$out, format_args!($($words)*))
            .expect("a string takes what is written to it")
    };
}

pub(crate) use put;
