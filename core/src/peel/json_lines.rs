//! Several JSON documents in a row, as logs and `jq -c` have them.
//!
//! It deliberately splits only; each document is looked at on its own.

use super::layer::{Input, Layer, Part, Unwrapped};
use crate::json::{self, Kind};
use crate::source::Bytes;

pub(super) static LAYER: Layer = Layer {
    id: "json-lines",
    name: "JSON lines",
    title: "several JSON documents in a row",
    matches: &["{\"a\":1}\n{\"b\":2}\n", "{\"a\":1}{\"b\":2}", "[{\"a\":1}]\n[{\"a\":1}]"],
    misses: &["{\"a\":1}", "1 2 3", "{\"a\":1}\nand text", "[1] [2]"],
    unwrap,
};

fn unwrap(input: &Input<'_>) -> Option<Unwrapped> {
    let (text, start) = input.trimmed()?;
    if !super::looks::begins(text, &["{\"", "[{", "{\n", "{ ", "{}"]) {
        return None;
    }
    let at = Bytes::new(start, start + text.len());
    let all = json::documents(text, input.span_of(at), input.limits);
    let container = |json: &json::Json<'_>| {
        json.root().is_some_and(|root| matches!(root.kind(), Kind::Object | Kind::Array))
            && !json.is_doubtful()
    };
    if all.len() < 2 || !all.iter().all(container) {
        return None;
    }
    let parts = all.iter().filter_map(|json| Some(Part::same(input.range_of(json.root()?.span()))));
    Unwrapped::some(parts.collect())
}
