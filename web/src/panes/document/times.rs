//! The times of the message on a line, and in a table.
//!
//! It deliberately draws with attributes of SVG: the page's policy forbids inline styles.

use js_sys::Date;
use samlens_core::wire::view::{TimeSpan, TimesView};
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::attributes::seek;
use crate::state::Action;

#[derive(Properties, PartialEq)]
pub struct Props {
    pub times: TimesView,
    pub send: Callback<Action>,
}

/// The drawing's own units.
const WIDTH: f64 = 600.0;
const ROW: f64 = 34.0;
const TOP: f64 = 30.0;

#[component]
pub fn Times(props: &Props) -> Html {
    let times = &props.times;
    html! {
        <>
            { drawing(times) }
            if let Some((judged, from)) = &times.judged {
                <p class="judged">
                    { "Judged as of " }<code>{ utc(*judged) }</code>{ format!(", {from}. In your time zone: {}.", local(*judged)) }
                </p>
            }
            <table class="values">
                <thead><tr><th scope="col">{ "Time" }</th><th scope="col">{ "UTC" }</th><th scope="col">{ "From the instant" }</th></tr></thead>
                <tbody>
                    { for times.points.iter().map(|point| html! {
                        <tr>
                            <th scope="row">{ &point.label }</th>
                            <td>{ seek(&point.value, point.place, &props.send) }</td>
                            <td>{ match (point.millis, &times.judged) {
                                (Some(millis), Some((judged, _))) => relative(millis - judged),
                                (None, _) => "cannot be read".to_owned(),
                                (_, None) => String::new(),
                            } }</td>
                        </tr>
                    }) }
                </tbody>
            </table>
        </>
    }
}

/// Bars for the stretches of time, and a line for the instant.
fn drawing(times: &TimesView) -> Html {
    let known = times.spans.iter().flat_map(|span| [span.start, span.end]).flatten();
    let near = |millis: &i64| {
        times.judged.as_ref().is_none_or(|(judged, _)| (millis - judged).abs() < 48 * 3_600_000)
    };
    let all: Vec<i64> = known.filter(near).chain(times.judged.iter().map(|(judged, _)| *judged)).collect();
    let (Some(first), Some(last)) = (all.iter().min(), all.iter().max()) else { return Html::default() };
    let reach = ((last - first).max(60_000)) as f64;
    let (from, reach) = (*first as f64 - reach * 0.06, reach * 1.12);
    let x = |millis: i64| ((millis as f64 - from) / reach * WIDTH).clamp(0.0, WIDTH);
    let height = TOP + ROW * times.spans.len() as f64;
    let judged = times.judged.as_ref().map(|(judged, _)| *judged);
    let bar = |(row, span): (usize, &TimeSpan)| {
        let (start, end) = (span.start.map_or(0.0, x), span.end.map_or(WIDTH, x));
        let y = TOP + ROW * row as f64;
        let holds = judged.is_some_and(|judged| {
            span.start.is_none_or(|start| start <= judged) && span.end.is_none_or(|end| judged < end)
        });
        let label = x_of_label(start, end);
        html! {
            <g class={if holds { "holds" } else { "misses" }}>
                <rect x={start.to_string()} y={(y + 16.0).to_string()} width={(end - start).max(2.0).to_string()} height="8" rx="4" />
                <text x={label.to_string()} y={(y + 11.0).to_string()} text-anchor={if label > WIDTH / 2.0 { "end" } else { "start" }}>
                    { format!("{} – {}", span.label, span.note) }
                </text>
            </g>
        }
    };
    let title = format!("Times of the message, judged {}", judged.map(utc).unwrap_or_default());
    html! {
        <svg class="timeline" viewBox={format!("0 0 {WIDTH} {height}")} role="img" aria-label={title}>
            { for times.spans.iter().enumerate().map(bar) }
            if let Some(at) = judged.map(x) {
                <line class="instant" x1={at.to_string()} x2={at.to_string()} y1="14" y2={height.to_string()} />
                <text class="instant" x={at.to_string()} y="10" text-anchor={if at > WIDTH * 0.85 { "end" } else { "start" }}>{ "the instant" }</text>
            }
        </svg>
    }
}

/// Where a bar's label fits.
fn x_of_label(start: f64, end: f64) -> f64 {
    if start > WIDTH / 2.0 { end.max(start) } else { start + 4.0 }
}

fn date(millis: i64) -> Date {
    Date::new(&JsValue::from_f64(millis as f64))
}

fn utc(millis: i64) -> String {
    let iso = String::from(date(millis).to_iso_string());
    iso.replace(".000Z", "Z")
}

fn local(millis: i64) -> String {
    String::from(date(millis).to_locale_string("en-GB", &JsValue::UNDEFINED))
}

/// `4 min 30 s later`, as people say it.
fn relative(millis: i64) -> String {
    let seconds = millis.abs() / 1000;
    let (days, hours, minutes, rest) =
        (seconds / 86_400, seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    let span = match (days, hours, minutes, rest) {
        (0, 0, 0, 0) => return "the same instant".to_owned(),
        (0, 0, 0, seconds) => format!("{seconds} s"),
        (0, 0, minutes, 0) => format!("{minutes} min"),
        (0, 0, minutes, seconds) => format!("{minutes} min {seconds} s"),
        (0, hours, 0, _) => format!("{hours} h"),
        (0, hours, minutes, _) => format!("{hours} h {minutes} min"),
        (1, ..) => "1 day".to_owned(),
        (days, ..) => format!("{days} days"),
    };
    if millis < 0 { format!("{span} before") } else { format!("{span} after") }
}

#[cfg(test)]
mod tests {
    use super::relative;

    #[test]
    fn distances_are_said_as_people_say_them() {
        for (millis, words) in [
            (0, "the same instant"),
            (-2000, "2 s before"),
            (300_000, "5 min after"),
            (270_000, "4 min 30 s after"),
            (3_600_000, "1 h after"),
            (-90_000_000, "1 day before"),
        ] {
            assert_eq!(relative(millis), words);
        }
    }
}
