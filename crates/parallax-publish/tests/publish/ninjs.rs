//! What is printed as ninjs against the schema of its makers.
//!
//! The schema lies beside the repository; where it is absent the test says so and passes.

use crate::ferry;
use parallax_publish::ninjs;
use serde_json::Value;
use std::{fs, path::Path};

#[test]
fn every_item_is_what_the_schema_allows() {
    let schema = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../../../shared/standards/ninjs/ninjs-schema_3.1.json");
    let Ok(schema) = fs::read_to_string(&schema) else {
        eprintln!("SKIPPED: no ninjs schema at {}; nothing was validated", schema.display());
        return;
    };
    let schema: Value = serde_json::from_str(&schema).unwrap();
    let printed = ninjs::edition(&ferry::edition());
    for line in printed.lines() {
        let item: Value = serde_json::from_str(line).unwrap();
        let wrong = wrong(&schema, &schema, &item, "item");
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        let broken = line.replacen("\"uri\":", "\"urn\":", 1);
        let broken: Value = serde_json::from_str(&broken).unwrap();
        assert!(!self::wrong(&schema, &schema, &broken, "item").is_empty());
    }
    assert!(printed.lines().count() > 1);
}

/// Words of a schema that say nothing of what is allowed.
const REMARKS: [&str; 6] =
    ["$schema", "$id", "$defs", "title", "description", "additionalProperties"];

/// Where `value` is not what `schema`, a part of `root`, allows. Knows the words that this schema
/// uses, and fails on any other.
fn wrong(root: &Value, schema: &Value, value: &Value, at: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut say = |what: String| found.push(format!("{at}: {what}"));
    let mut inside = Vec::new();
    for (word, asked) in schema.as_object().unwrap() {
        match word.as_str() {
            "type" if !is_of_type(value, asked.as_str().unwrap()) => {
                say(format!("is no {asked}"));
            }
            "enum" if !asked.as_array().unwrap().contains(value) => say(format!("not in {asked}")),
            "minimum" if value.as_f64() < asked.as_f64() => say(format!("less than {asked}")),
            "maximum" if value.as_f64() > asked.as_f64() => say(format!("more than {asked}")),
            "required" => {
                let names = asked.as_array().unwrap().iter().map(|name| name.as_str().unwrap());
                for name in names.filter(|name| value.get(name).is_none()) {
                    say(format!("has no {name}"));
                }
            }
            "format" => {
                let text = value.as_str().unwrap_or_default();
                let kept = match asked.as_str().unwrap() {
                    "uri" => text.split_once(':').is_some() && !text.contains(' '),
                    "date-time" => text.parse::<jiff::Timestamp>().is_ok(),
                    other => panic!("a format that is not known: {other}"),
                };
                if !kept {
                    say(format!("is no {asked}"));
                }
            }
            // A moment written in full is one of those that it lists.
            "pattern"
                if value.as_str().is_none_or(|text| text.parse::<jiff::Timestamp>().is_err()) =>
            {
                say("is no moment".to_owned());
            }
            "properties" => {
                for (name, asked) in asked.as_object().unwrap() {
                    let inner = value.get(name).map(|inner| (format!("{at}.{name}"), asked, inner));
                    inside.extend(inner);
                }
            }
            "unevaluatedProperties" | "additionalProperties" if *asked == Value::Bool(false) => {
                let known = known(root, schema);
                let names = value.as_object().into_iter().flat_map(serde_json::Map::keys);
                for name in names.filter(|name| !known.contains(name)) {
                    say(format!("{name} has no place in it"));
                }
            }
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                inside.extend(items.map(|(nth, item)| (format!("{at}[{nth}]"), asked, item)));
            }
            "$ref" => inside.push((at.to_owned(), resolved(root, asked), value)),
            "oneOf" | "anyOf" => {
                let fit = asked.as_array().unwrap().iter();
                let fit = fit.filter(|one| wrong(root, one, value, at).is_empty()).count();
                if fit == 0 || (word == "oneOf" && fit > 1) {
                    say(format!("fits {fit} of {word}"));
                }
            }
            "type" | "enum" | "minimum" | "maximum" | "pattern" | "unevaluatedProperties" => (),
            other if REMARKS.contains(&other) => (),
            other => panic!("a word that is not known: {other}"),
        }
    }
    for (at, schema, value) in inside {
        found.extend(wrong(root, schema, value, &at));
    }
    found
}

fn is_of_type(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "number" => value.is_number(),
        "integer" => value.is_i64(),
        "boolean" => value.is_boolean(),
        other => panic!("a type that is not known: {other}"),
    }
}

fn resolved<'a>(root: &'a Value, at: &Value) -> &'a Value {
    let pointer = at.as_str().unwrap().strip_prefix('#').expect("a part of the schema itself");
    root.pointer(pointer).unwrap()
}

/// The properties that a schema speaks of, those of what it refers to included.
fn known(root: &Value, schema: &Value) -> Vec<String> {
    let own = schema["properties"].as_object().into_iter().flat_map(serde_json::Map::keys);
    let mut names: Vec<String> = own.cloned().collect();
    if let Some(at) = schema.get("$ref") {
        names.extend(known(root, resolved(root, at)));
    }
    for one in ["oneOf", "anyOf"].iter().filter_map(|word| schema[*word].as_array()).flatten() {
        names.extend(known(root, one));
    }
    names
}
