//! What there is to read about rules, AWS's error texts and common questions: a search, and a page at a time.
//!
//! It deliberately writes no HTML from text: a page comes in blocks, and each is drawn as what it is.

use samlens_core::wire::view::{Block, Topic, TopicEntry, phrase, search, topic};
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::answer::command;
use crate::parts::{Ends, Glyph, icon, visible, words};
use crate::state::{Action, Dialog};

#[derive(Properties, PartialEq)]
pub struct Props {
    /// The identifier of the page that is open; `None` for the search.
    pub topic: Option<&'static str>,
    pub send: Callback<Action>,
}

#[component]
pub fn Reference(props: &Props) -> Html {
    let asked = use_state(String::new);
    let node = use_node_ref();
    {
        let node = node.clone();
        // The link that was followed is gone with its page; the focus goes where reading or searching begins.
        use_effect_with(props.topic, move |_| crate::hooks::reveal(&node, ".begin"));
    }
    let go = |id: Option<&'static str>| {
        let send = props.send.clone();
        Callback::from(move |_: MouseEvent| send.emit(Action::Dialog(Some(Dialog::Reference(id)))))
    };
    let link = |entry: &TopicEntry| {
        html! {
            <li>
                <button type="button" class="link topic" data-topic={entry.id} onclick={go(Some(entry.id))}>
                    { entry.title }<code>{ entry.id }</code>
                </button>
            </li>
        }
    };
    if let Some(topic) = props.topic.and_then(topic) {
        return html! {
            <div class="reference" ref={node}>
                <button type="button" class="quiet back" onclick={go(None)}>{ icon(Glyph::Arrow) }{ "All topics" }</button>
                { page(&topic, &link) }
            </div>
        };
    }
    let oninput = {
        let asked = asked.clone();
        Callback::from(move |event: InputEvent| {
            asked.set(event.target_unchecked_into::<HtmlInputElement>().value())
        })
    };
    let groups = search(&asked);
    let count: usize = groups.iter().map(|(_, entries)| entries.len()).sum();
    html! {
        <div class="reference" ref={node}>
            <label for="reference-search">{ "Words, a question, a rule's name, or an error text of AWS" }</label>
            <input id="reference-search" class="begin" autofocus=true value={(*asked).clone()} {oninput} spellcheck="false" autocomplete="off" />
            <p class="hint" role="status">{ match count {
                0 => "Nothing is known by these words.".to_owned(),
                1 => "1 topic".to_owned(),
                count => format!("{count} topics"),
            } }</p>
            // In an element of its own: what changes in number must not push the field out of its place, and focus.
            <div>
                { for groups.iter().map(|(title, entries)| html! {
                    <><h3>{ *title }</h3><ul>{ for entries.iter().map(link) }</ul></>
                }) }
            </div>
        </div>
    }
}

fn page(topic: &Topic, link: &dyn Fn(&TopicEntry) -> Html) -> Html {
    let mut drawn = Vec::new();
    let mut blocks = topic.blocks.as_slice();
    while let Some((block, rest)) = blocks.split_first() {
        // Neighbours of one kind are one list.
        let alike = |other: &&Block| std::mem::discriminant(*other) == std::mem::discriminant(block);
        let many = 1 + rest.iter().take_while(alike).count();
        let (list, after) = blocks.split_at(many);
        match block {
            Block::Item(marker, _) => {
                let items = list.iter().filter_map(|block| match block {
                    Block::Item(_, message) => Some(html! { <li>{ words(&phrase(message)) }</li> }),
                    _ => None,
                });
                drawn.push(match marker.as_str() {
                    "-" => html! { <ul class="points">{ for items }</ul> },
                    _ => html! { <ol class="points">{ for items }</ol> },
                });
            }
            Block::Link(_) => {
                let links = list.iter().filter_map(|block| match block {
                    Block::Link(entry) => Some(link(entry)),
                    _ => None,
                });
                drawn.push(html! { <ul>{ for links }</ul> });
            }
            _ => drawn.extend(list.iter().map(one)),
        }
        blocks = after;
    }
    html! {
        <article>
            <h3 class="topic-title begin" tabindex="-1" autofocus=true>{ &topic.title }</h3>
            <p class="hint"><code>{ topic.id }</code>{ " · " }{ &topic.about }</p>
            { for drawn }
        </article>
    }
}

/// A block that stands alone.
fn one(block: &Block) -> Html {
    match block {
        Block::Heading(title) => html! { <h4>{ title }</h4> },
        Block::Paragraph(message) => html! { <p>{ words(&phrase(message)) }</p> },
        Block::Says(message) => html! { <blockquote>{ words(&phrase(message)) }</blockquote> },
        Block::Command(line) => command(line),
        Block::Example { keys, text } => html! {
            <figure class="example">
                if !keys.is_empty() { <figcaption class="hint">{ keys }</figcaption> }
                <pre translate="no">{ marked(text) }</pre>
            </figure>
        },
        Block::Item(..) | Block::Link(_) => Html::default(),
    }
}

/// An example with what the rule marks between `«` and `»` underlined.
fn marked(text: &str) -> Html {
    let mut rest = text;
    let mut drawn = Vec::new();
    while let Some((before, after)) = rest.split_once('«') {
        let (inner, after) = after.split_once('»').unwrap_or((after, ""));
        drawn.push(visible(before, Ends::Plain));
        drawn.push(match inner {
            "" => html! { <mark class="here" /> },
            inner => html! { <mark>{ visible(inner, Ends::Shown) }</mark> },
        });
        rest = after;
    }
    drawn.push(visible(rest, Ends::Plain));
    drawn.into_iter().collect()
}
