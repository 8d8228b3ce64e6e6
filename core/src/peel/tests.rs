//! Every layer's examples, what people paste, the nestings, and hostile input.

mod forms;
mod hostile;
mod nesting;

use super::*;

fn peeled(bytes: &[u8]) -> (Sources, Peeled) {
    let mut sources = Sources::default();
    let root = sources.push("paste", bytes.to_vec(), None);
    let peeled = peel(&mut sources, root, &Limits::default());
    (sources, peeled)
}

/// The first layer that recognises an input.
fn first_layer(text: &str) -> Option<&'static str> {
    let limits = Limits::default();
    let input = layer::Input {
        bytes: text.as_bytes(),
        text: Some(text),
        span: Span::new(SourceId(0), 0, text.len()),
        context: &Context::default(),
        trail: &[],
        limits: &limits,
        inflatable: limits.inflated_bytes,
    };
    LAYERS.iter().find(|layer| (layer.unwrap)(&input).is_some()).map(|layer| layer.id)
}

#[test]
fn every_layer_knows_its_examples() {
    let mut wrong = Vec::new();
    for layer in LAYERS {
        for text in layer.matches {
            let found = first_layer(text);
            if found != Some(layer.id) {
                wrong.push(format!("{} should match, {found:?} does: {text}", layer.id));
            }
        }
        for text in layer.misses {
            if first_layer(text) == Some(layer.id) {
                wrong.push(format!("{} should not match: {text}", layer.id));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn ids_are_unique() {
    let mut ids: Vec<_> = LAYERS.iter().map(|layer| layer.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), LAYERS.len());
}
