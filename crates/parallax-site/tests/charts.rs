//! Charts hold whatever they are given, and look as they are kept.

#[path = "charts/laws.rs"]
mod laws;
#[path = "charts/specimen.rs"]
mod specimen;
#[path = "charts/well_formed.rs"]
mod well_formed;
