//! The messages of one input, in their order; one of them is shown in full.

use samlens_core::wire::view::Entry;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use crate::parts::{Ends, badge, visible};
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub messages: Vec<Entry>,
    pub shown: Option<usize>,
    pub send: Callback<Action>,
}

#[component]
pub fn Picker(props: &Props) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.shown, move |_| show_chosen(&node));
    }
    html! {
        <nav class="picker" aria-labelledby="picker-title">
            <h3 id="picker-title">{ "Messages" }<span class="count">{ props.messages.len() }</span></h3>
            <ol ref={node} tabindex="-1">
                { for props.messages.iter().enumerate().map(|(index, entry)| {
                    let send = props.send.clone();
                    let onclick = Callback::from(move |_: MouseEvent| send.emit(Action::Message(index)));
                    html! {
                        <li>
                            <button type="button" {onclick} aria-current={(props.shown == Some(index)).then_some("true")}>
                                <span class="picker-number">{ index + 1 }</span>
                                <span class="picker-title">{ &entry.title }</span>
                                <span class="picker-time">{ entry.time.as_deref().map(clock) }</span>
                                { badge(entry.tone, &entry.word) }
                                if let Some(url) = &entry.url {
                                    <code class="picker-url" title={url.clone()}>{ visible(short(url), Ends::Plain) }</code>
                                }
                            </button>
                        </li>
                    }
                }) }
            </ol>
        </nav>
    }
}

/// Scrolls the list alone, and not the page, so that the chosen one is in sight.
fn show_chosen(node: &NodeRef) {
    let Some(list) = node.cast::<HtmlElement>() else { return };
    let chosen = list.query_selector("[aria-current]").ok().flatten();
    let Some(chosen) = chosen.as_ref().and_then(JsCast::dyn_ref::<Element>) else { return };
    let (window, row) = (list.get_bounding_client_rect(), chosen.get_bounding_client_rect());
    let below = (row.bottom() - window.bottom()).max(0.0);
    let above = (row.top() - window.top()).min(0.0);
    #[expect(clippy::cast_possible_truncation, reason = "pixels of a page")]
    list.set_scroll_top(list.scroll_top() + (below.ceil() + above.floor()) as i32);
}

/// The time of day of an RFC 3339 instant; the day is the same for a whole capture. Anything else stays as it is.
fn clock(time: &str) -> &str {
    match time.split_once('T') {
        Some((_, clock)) => clock.get(..8).unwrap_or(clock),
        None => time,
    }
}

/// The host and path of an address: a message in a query fills a window.
fn short(url: &str) -> &str {
    let url = url.strip_prefix("https://").unwrap_or(url);
    url.split(['?', '#']).next().unwrap_or(url)
}
