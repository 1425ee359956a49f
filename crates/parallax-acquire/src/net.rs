//! The network: one address is asked for, and what came is told, or why nothing did.
//!
//! Nothing but HTTP and HTTPS, no place where no outlet is, in whatever way it is written or led
//! to; a name is looked up once for each hop of a redirect, every address it has is looked at, and
//! the connection is made to one of these and no other. Each part of an answer has its limit.

mod agent;
mod exchange;
mod failure;
mod fetcher;
mod idle;
mod line;
mod network;
mod resolve;
mod target;
mod trail;
mod unpack;

pub use agent::{Agent, NAME};
pub use exchange::Limits;
pub use failure::{Failure, Refusal};
pub use fetcher::{Answer, Ask, Fetcher, Known};
pub use network::{Allowed, Network, no_place_for_outlets};
pub use resolve::{Fixed, Resolve, Resolving, System};
pub use target::{Bounds, PORTS, Target, shown};
pub use trail::{Trail, leads_on};
pub use unpack::unpack;
