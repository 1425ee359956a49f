//! The site over HTTP: one socket, read-only.
