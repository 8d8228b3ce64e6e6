//! What only a browser can show: text stays text, and the wasm says what the native program says.

use samlens_core::wire::view::Tone;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};
use yew::prelude::*;

use crate::parts::data;
use crate::protocol::{Chosen, Reply, Request, Source, pack, unpack};
use crate::samples::SAMPLES;
use crate::worker;

wasm_bindgen_test_configure!(run_in_browser);

#[derive(Properties, PartialEq)]
struct ShownProps {
    text: AttrValue,
}

#[component]
fn Shown(props: &ShownProps) -> Html {
    data(&props.text)
}

#[wasm_bindgen_test]
async fn hostile_text_stays_text() {
    let hostile = "<img src=x onerror=alert(1)><script>alert(2)</script>\u{202e}\u{200b}";
    let document = web_sys::window().unwrap().document().unwrap();
    let root = document.create_element("div").unwrap();
    document.body().unwrap().append_child(&root).unwrap();
    let props = yew::props!(ShownProps { text: hostile });
    yew::Renderer::<Shown>::with_root_and_props(root.clone(), props).render();
    yew::platform::time::sleep(std::time::Duration::ZERO).await;
    assert_eq!(root.text_content().as_deref(), Some(hostile), "what is copied is what was there");
    assert!(root.query_selector("img, script").unwrap().is_none());
}

#[wasm_bindgen_test]
fn each_sample_is_answered_through_the_worker_s_bytes() {
    for sample in &SAMPLES {
        let items = sample.pastes().into_iter().map(|text| Source::Text { text }).collect();
        let request = Request::Inspect { items, options: Chosen::default(), message: None, now: 0 };
        let request = unpack::<Request>(&pack(&request)).unwrap();
        let tone = std::cell::Cell::new(None);
        worker::answer(request, &[], &|reply| {
            if let Some(Reply::View(view)) = unpack::<Reply>(&pack(&reply)) {
                tone.set(Some(view.answer.verdict.tone));
            }
        });
        assert_eq!(tone.get(), Some(sample.tone), "{}", sample.id);
        assert_ne!(tone.get(), Some(Tone::Note));
    }
}
