//! The site over HTTP: one socket, read-only, fast.
//!
//! Knows no page. What is asked goes to a [`Site`], and what it answers goes out with the headers
//! that keep a browser from doing anything a reader did not mean. Answers are kept, made and
//! compressed once, until the site says that it shows something else.
//!
//! ```no_run
//! use parallax_serve::{Bound, Names, Site, asked_to_end};
//! # fn site() -> std::sync::Arc<dyn Site> { unimplemented!() }
//! let bound = Bound::to("127.0.0.1:8440".parse().unwrap())?;
//! let address = bound.address();
//! println!("http://{address}/");
//! bound.serve(site(), Names::of(address, &[]), asked_to_end())?;
//! # Ok::<(), std::io::Error>(())
//! ```

mod answering;
mod compress;
mod headers;
mod kept;
mod live;
mod names;
mod serving;
mod site;

pub use names::Names;
pub use serving::{Bound, asked_to_end};
pub use site::Site;
