//! The part of JSON Schema (draft 2020-12) that the promised formats use: checks values, and the schemas themselves.

use serde_json::Value;

/// The keywords that the schema uses. Another one in it fails, so that nothing is taken for checked that is not.
const KEYWORDS: [&str; 18] = [
    "$schema",
    "$id",
    "$defs",
    "$ref",
    "title",
    "description",
    "type",
    "properties",
    "required",
    "additionalProperties",
    "items",
    "enum",
    "const",
    "anyOf",
    "minimum",
    "maximum",
    "format",
    "default",
];

/// Checks a value against the used part of JSON Schema, draft 2020-12. `format` is an annotation there.
fn check(root: &Value, schema: &Value, value: &Value, at: &str, wrong: &mut Vec<String>) {
    for (keyword, argument) in schema.as_object().unwrap() {
        let fits = match keyword.as_str() {
            "$ref" => {
                let target = root.pointer(argument.as_str().unwrap().trim_start_matches('#')).unwrap();
                check(root, target, value, at, wrong);
                true
            }
            "type" => match argument {
                Value::Array(types) => types.iter().any(|name| is(value, name.as_str().unwrap())),
                name => is(value, name.as_str().unwrap()),
            },
            "enum" => argument.as_array().unwrap().contains(value),
            "const" => argument == value,
            "minimum" => value.as_i64().is_none_or(|number| number >= argument.as_i64().unwrap()),
            "maximum" => value.as_i64().is_none_or(|number| number <= argument.as_i64().unwrap()),
            "anyOf" => argument.as_array().unwrap().iter().any(|option| {
                let mut wrong = Vec::new();
                check(root, option, value, at, &mut wrong);
                wrong.is_empty()
            }),
            "items" => {
                for (index, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, argument, item, &format!("{at}/{index}"), wrong);
                }
                true
            }
            "required" => {
                argument.as_array().unwrap().iter().all(|name| value.get(name.as_str().unwrap()).is_some())
            }
            "properties" => {
                for (name, schema) in argument.as_object().unwrap() {
                    if let Some(value) = value.get(name) {
                        check(root, schema, value, &format!("{at}/{name}"), wrong);
                    }
                }
                true
            }
            "additionalProperties" => value
                .as_object()
                .into_iter()
                .flat_map(|object| object.keys())
                .all(|name| schema["properties"].get(name).is_some()),
            _ => true,
        };
        if !fits {
            wrong.push(format!("{at}: {keyword} {argument} does not hold for {value}"));
        }
    }
}

fn is(value: &Value, name: &str) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known"),
    }
}

/// What of a value is not as the schema says.
pub fn faults(schema: &Value, value: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    check(schema, schema, value, "", &mut wrong);
    wrong
}

/// What a schema leaves undescribed or open, and keywords that this does not check.
pub fn gaps(schema: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    walk(schema, "", true, &mut wrong);
    wrong
}

fn walk(schema: &Value, at: &str, described: bool, wrong: &mut Vec<String>) {
    let object = schema.as_object().unwrap();
    wrong.extend(
        object.keys().filter(|key| !KEYWORDS.contains(&key.as_str())).map(|key| format!("{at}: {key}")),
    );
    if described && schema["description"].as_str().is_none_or(|words| words.len() < 5) {
        wrong.push(format!("{at} has no description"));
    }
    if object.contains_key("properties") && schema["additionalProperties"] != false {
        wrong.push(format!("{at} is open"));
    }
    for group in ["properties", "$defs"] {
        for (name, part) in schema[group].as_object().into_iter().flatten() {
            walk(part, &format!("{at}/{name}"), true, wrong);
        }
    }
    if let Some(items) = object.get("items") {
        walk(items, &format!("{at}/items"), false, wrong);
    }
}
