//! What stands below the empty box: samples, and how to capture a response.

use yew::prelude::*;

use crate::parts::{Glyph, icon, tone_class, tone_glyph};
use crate::samples::{SAMPLES, Sample};
use crate::state::{Action, Content};

#[derive(Properties, PartialEq)]
pub struct Props {
    pub send: Callback<Action>,
}

#[component]
pub fn Welcome(props: &Props) -> Html {
    let sample = |sample: &'static Sample| {
        let send = props.send.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let pastes = sample.pastes().into_iter();
            send.emit(Action::Replace(pastes.map(|paste| Content::Text(paste.into())).collect()))
        });
        html! {
            <li>
                <button type="button" class={classes!("sample", tone_class(sample.tone))} data-sample={sample.id} {onclick}>
                    { icon(tone_glyph(sample.tone)) }
                    <span class="sample-title">{ sample.title }</span>
                    <span class="sample-detail">{ sample.detail }</span>
                </button>
            </li>
        }
    };
    html! {
        <div class="welcome">
            <section aria-labelledby="samples-title">
                <h2 id="samples-title">{ "Try a sample" }</h2>
                <ul class="samples">{ for SAMPLES.iter().map(sample) }</ul>
            </section>
            <section aria-labelledby="capture-title">
                <h2 id="capture-title">{ "Capture one of your own" }</h2>
                <Capture />
            </section>
        </div>
    }
}

/// How to get hold of a response.
#[component]
pub fn Capture() -> Html {
    html! {
        <div class="capture">
            <details open=true>
                <summary>{ icon(Glyph::Chevron) }{ "Chrome, Edge" }</summary>
                <ol>
                    <li>{ "Press " }<kbd>{ "F12" }</kbd>{ ", choose " }<b>{ "Network" }</b>{ ", tick " }<b>{ "Preserve log" }</b>{ "." }</li>
                    <li>{ "Sign in until the error shows." }</li>
                    <li>{ "Find the POST to " }<code>{ "…signin.aws.amazon.com/saml" }</code>{ ", open " }<b>{ "Payload" }</b>
                        { ", copy " }<code>{ "SAMLResponse" }</code>{ "." }</li>
                    <li>{ "Or export the HAR with its content and drop the file here." }</li>
                </ol>
            </details>
            <details>
                <summary>{ icon(Glyph::Chevron) }{ "Firefox" }</summary>
                <ol>
                    <li>{ "Press " }<kbd>{ "F12" }</kbd>{ ", choose " }<b>{ "Network" }</b>{ ", and in its settings " }<b>{ "Persist Logs" }</b>{ "." }</li>
                    <li>{ "Sign in until the error shows." }</li>
                    <li>{ "Find the POST to " }<code>{ "…/saml" }</code>{ ", open " }<b>{ "Request" }</b>{ ", copy " }<code>{ "SAMLResponse" }</code>
                        { ", or save all as HAR and drop the file here." }</li>
                </ol>
            </details>
            <details>
                <summary>{ icon(Glyph::Chevron) }{ "Safari" }</summary>
                <ol>
                    <li>{ "In the settings, under " }<b>{ "Advanced" }</b>{ ", tick " }<b>{ "Show features for web developers" }</b>{ "." }</li>
                    <li>{ "Press " }<kbd>{ "Option" }</kbd>{ " " }<kbd>{ "Command" }</kbd>{ " " }<kbd>{ "I" }</kbd>{ ", choose " }
                        <b>{ "Network" }</b>{ ", and " }<b>{ "Preserve Log" }</b>{ "." }</li>
                    <li>{ "Sign in until the error shows." }</li>
                    <li>{ "Find the POST to " }<code>{ "…/saml" }</code>{ ", and copy its form data, or export the HAR and drop the file here." }</li>
                </ol>
            </details>
            <details>
                <summary>{ icon(Glyph::Chevron) }{ "IAM Identity Center" }</summary>
                <p>{ "In the AWS access portal hold " }<kbd>{ "Shift" }</kbd>{ " while you click the application. The portal shows the \
                    SAML response instead of posting it. Copy it from there." }</p>
            </details>
            <details>
                <summary>{ icon(Glyph::Chevron) }{ "SAML-tracer" }</summary>
                <p>{ "Choose the request marked SAML, then copy the tab " }<b>{ "SAML" }</b>{ " or export the trace and drop the file here." }</p>
            </details>
            <p class="caution">{ "Treat a response like a password while it is valid: AWS takes it for five minutes after it is issued." }</p>
        </div>
    }
}
