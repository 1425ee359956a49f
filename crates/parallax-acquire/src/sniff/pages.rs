//! Whether a text is a page of markup.

/// Elements a page of markup may start with.
const OPENERS: &[&[u8]] = &[
    b"<!doctype",
    b"<html",
    b"<head",
    b"<body",
    b"<title",
    b"<meta",
    b"<link",
    b"<script",
    b"<style",
    b"<div",
    b"<p>",
    b"<p ",
    b"<table",
    b"<article",
    b"<main",
    b"<section",
    b"<header",
    b"<h1",
    b"<h2",
    b"<span",
    b"<a ",
    b"<base",
    b"<center",
    b"<font",
    b"<ul",
    b"<nav",
    b"<form",
    b"<!--",
    b"<?xml",
    b"<img",
];

pub(super) fn is_markup(start: &[u8]) -> bool {
    let opens = |at: &[u8]| OPENERS.iter().any(|tag| starts_with_ignoring_case(at, tag));
    if opens(start) {
        return true;
    }
    // Stray text before the markup: then tags stand thick in what follows.
    let tags = start
        .iter()
        .enumerate()
        .filter(|(_, byte)| **byte == b'<')
        .filter(|(at, _)| opens(start.get(*at..).unwrap_or_default()))
        .count();
    tags > 3 && tags * 400 > start.len()
}

fn starts_with_ignoring_case(text: &[u8], lower: &[u8]) -> bool {
    text.get(..lower.len()).is_some_and(|start| start.eq_ignore_ascii_case(lower))
}
