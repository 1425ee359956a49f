//! What keeping an archive promises over the years: what is to go is gone, what is damaged is
//! named, what was said is not lost, and old archives open.

#[path = "keeping/desk.rs"]
mod desk;
#[path = "keeping/doctor.rs"]
mod doctor;
#[path = "keeping/faults.rs"]
mod faults;
#[path = "keeping/flips.rs"]
mod flips;
#[path = "keeping/forgetting.rs"]
mod forgetting;
#[path = "keeping/formats.rs"]
mod formats;
#[path = "keeping/revisions.rs"]
mod revisions;
