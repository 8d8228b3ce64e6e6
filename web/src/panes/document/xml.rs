//! The decoded XML, indented for reading or as it is, with the characters of each finding underlined.

use std::rc::Rc;

use samlens_core::wire::view::{Class, Line, SignedPart, Stretch, Token, Tone, View};
use yew::prelude::*;

use super::marks::{Mark, cut, draw, marks, use_look};
use super::signed::{Legend, mark, over};
use crate::parts::{Copy, Ends, badge, visible};
use crate::state::{Action, Look};

/// Lines drawn at once; more are a click away.
const WINDOW: usize = 1500;
/// A value longer than this is folded unless something is marked in it.
const LONG: u32 = 240;
/// How much of a folded value is shown.
const SHOWN: u32 = 64;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub view: Rc<View>,
    pub finding: Option<usize>,
    pub look: Look,
    pub original: bool,
    pub send: Callback<Action>,
}

#[component]
pub fn Xml(props: &Props) -> Html {
    let node = use_node_ref();
    let unfolded = use_state(Vec::<u32>::new);
    let windows = use_state(|| 1usize);
    use_look(&node, props.look, u32::from(props.original));
    let Some(document) = &props.view.document else { return Html::default() };
    let Some(source) = props.view.sources.iter().find(|source| source.id == document.source) else {
        return Html::default();
    };
    let marks = marks(&props.view, document.source, props.finding, props.look);
    let unsigned: Vec<_> = document.signed_map.iter().filter(|part| part.stands_out).collect();
    let page = Page {
        text: &source.text,
        from: source.from,
        tokens: &document.xml.tokens,
        marks: &marks,
        stretches: &document.stretches,
        unsigned: &unsigned,
        unfolded: &unfolded,
        unfold: {
            let unfolded = unfolded.clone();
            Callback::from(move |at: u32| unfolded.set(unfolded.iter().copied().chain([at]).collect()))
        },
        send: &props.send,
    };
    let choose = |original: bool| {
        let send = props.send.clone();
        Callback::from(move |_: MouseEvent| send.emit(Action::Original(original)))
    };
    // What is looked at must be drawn.
    let wanted = props
        .look
        .place
        .map_or(0, |place| document.xml.tokens.partition_point(|token| token.end <= place.start));
    let line = document.xml.lines.partition_point(|line| (line.last as usize) <= wanted);
    let shown = (*windows * WINDOW).max(line + WINDOW / 2);
    let rest = document.xml.lines.len().saturating_sub(shown);
    let more = {
        let windows = windows.clone();
        Callback::from(move |_: MouseEvent| windows.set(*windows + 1))
    };
    html! {
        <>
            <div class="panel-head">
                <div class="switch" role="group" aria-label="How the XML is drawn">
                    <button type="button" aria-pressed={(!props.original).to_string()} onclick={choose(false)}>{ "Indented" }</button>
                    <button type="button" aria-pressed={props.original.to_string()} onclick={choose(true)}>{ "Original" }</button>
                </div>
                <p class="hint">
                    { if props.original { "every character as it came" } else { "indented for reading; the signature is over the original" } }
                </p>
                <Copy text={source.text.clone()} what="the original XML" />
            </div>
            if !props.original { <Legend stretches={document.stretches.clone()} /> }
            <div class="xml" ref={node} translate="no">
                if props.original {
                    <pre class="original">{ for document.xml.tokens.iter().map(|token| page.token(*token, true)) }</pre>
                } else {
                    <div class="lines">{ for page.lines(document.xml.lines.get(..shown).unwrap_or(&document.xml.lines)) }</div>
                    if rest > 0 {
                        <button type="button" class="plain" onclick={more}>{ format!("Show more ({rest} lines)") }</button>
                    }
                }
            </div>
            if document.xml.cut {
                <p class="hint">{ "The document goes on; only its beginning is drawn." }</p>
            }
        </>
    }
}

struct Page<'a> {
    text: &'a str,
    from: u32,
    tokens: &'a [Token],
    marks: &'a [Mark],
    stretches: &'a [Stretch],
    unsigned: &'a [&'a SignedPart],
    unfolded: &'a [u32],
    unfold: Callback<u32>,
    send: &'a Callback<Action>,
}

impl Page<'_> {
    /// Each line with its mark; where the mark changes, words say so.
    fn lines(&self, lines: &[Line]) -> Vec<Html> {
        let mut before = None;
        let drawn = lines.iter().map(|line| {
            let start = self.tokens.get(line.first as usize).map_or(0, |token| token.start);
            let tone = over(self.stretches, start);
            let changed = tone != before;
            before = tone;
            self.line(*line, tone, changed)
        });
        drawn.collect()
    }

    fn line(&self, line: Line, tone: Option<Tone>, changed: bool) -> Html {
        let tokens = self.tokens.get(line.first as usize..line.last as usize).unwrap_or_default();
        let depth = line.depth.min(16);
        let marked =
            |token: &Token| self.marks.iter().any(|mark| mark.start < token.end && token.start < mark.end);
        let drawn = tokens.iter().filter(|token| token.class != Class::Blank || marked(token));
        let (class, said) = mark(tone);
        let ends = tokens.first().zip(tokens.last()).map(|(first, last)| (first.start, last.end));
        let here = |part: &&&SignedPart| {
            ends.is_some_and(|(start, end)| start <= part.place.start && part.place.start < end)
        };
        html! {
            <div class={classes!("line", format!("d{depth}"), class)}>
                if changed { <span class="unseen-label">{ said }{ ". " }</span> }
                { for drawn.map(|token| self.token(*token, false)) }
                if let Some(part) = self.unsigned.iter().find(here) { <span class="stands-out">{ badge(part.tone, &part.word) }</span> }
            </div>
        }
    }

    fn token(&self, token: Token, whole: bool) -> Html {
        let cuts = cut(token.start, token.end, self.marks);
        let unmarked = cuts.iter().all(|cut| cut.mark.is_none());
        let long = token.end - token.start > LONG
            && matches!(token.class, Class::Text | Class::Value | Class::Comment);
        if long && unmarked && !whole && !self.unfolded.contains(&token.start) {
            return self.folded(token);
        }
        let plain = if matches!(token.class, Class::Text | Class::Value) { Ends::Plain } else { Ends::Whole };
        let inner =
            draw(self.slice(token.start, token.end), &cuts, self.marks, token.start, plain, self.send);
        match class(token.class) {
            Some(class) => html! { <span {class}>{ inner }</span> },
            None => inner,
        }
    }

    fn folded(&self, token: Token) -> Html {
        let text = self.slice(token.start, token.end);
        let cut = (0..=SHOWN as usize).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0);
        let (unfold, at) = (self.unfold.clone(), token.start);
        let onclick = Callback::from(move |_: MouseEvent| unfold.emit(at));
        let rest = text.chars().count() - text[..cut].chars().count();
        html! {
            <span class={class(token.class)}>
                { visible(&text[..cut], Ends::Plain) }
                <button type="button" class="unfold" {onclick}>{ format!("… {rest} more") }</button>
            </span>
        }
    }

    fn slice(&self, start: u32, end: u32) -> &str {
        let range = start.saturating_sub(self.from) as usize..end.saturating_sub(self.from) as usize;
        self.text.get(range).unwrap_or_default()
    }
}

fn class(class: Class) -> Option<&'static str> {
    Some(match class {
        Class::Punctuation => return None,
        Class::Name => "x-name",
        Class::AttributeName => "x-attribute",
        Class::Value => "x-value",
        Class::Text => "x-text",
        Class::Blank => "x-blank",
        Class::Comment => "x-comment",
        Class::Broken => "x-broken",
    })
}
