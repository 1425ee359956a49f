//! What keeping an archive promises over the years: what is to go is gone, what is damaged is
//! named, and old archives open.

#[path = "keeping/desk.rs"]
mod desk;
#[path = "keeping/forgetting.rs"]
mod forgetting;
