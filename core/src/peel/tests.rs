//! Every layer's examples, the nestings, and hostile input.

use super::*;

fn peeled(bytes: &[u8]) -> (Sources, Peeled) {
    let mut sources = Sources::default();
    let root = sources.push("paste", bytes.to_vec(), None);
    let peeled = peel(&mut sources, root, &Limits::default());
    (sources, peeled)
}

/// The layers that the outermost look at an input finds.
fn first_layer(text: &str) -> Option<&'static str> {
    let span = Span::new(SourceId(0), 0, text.len());
    let limits = Limits::default();
    let input = layer::Input {
        bytes: text.as_bytes(),
        text: Some(text),
        span,
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
