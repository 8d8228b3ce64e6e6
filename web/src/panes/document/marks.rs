//! The underlined characters: which they are in a source, and how a stretch of text is cut along them.

use samlens_core::wire::view::{Fit, Tone, View};
use yew::prelude::*;

use crate::parts::{Ends, tone_class, visible};
use crate::state::{Action, Look};

/// Characters that a finding or a wish points to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    pub start: u32,
    pub end: u32,
    /// The finding; `None` for a place that was asked for otherwise.
    pub finding: Option<usize>,
    pub tone: Tone,
    pub active: bool,
}

/// The marks in one source, by their start. Where only the whole corresponds, nothing is marked.
pub fn marks(view: &View, source: u32, finding: Option<usize>, look: Look) -> Vec<Mark> {
    let mut marks: Vec<Mark> = Vec::new();
    for (index, found) in view.answer.findings.iter().enumerate() {
        let place = found.places.iter().find(|place| place.source == source && place.fit != Fit::Whole);
        if let Some(place) = place {
            let (tone, active) = (found.tone, finding == Some(index));
            marks.push(Mark { start: place.start, end: place.end, finding: Some(index), tone, active });
        }
    }
    let wished = look.place.filter(|place| place.source == source && place.fit != Fit::Whole);
    if let Some(place) = wished
        && !marks.iter().any(|mark| mark.active && (mark.start, mark.end) == (place.start, place.end))
    {
        marks.iter_mut().for_each(|mark| mark.active = false);
        let (start, end) = (place.start, place.end);
        marks.push(Mark { start, end, finding: None, tone: Tone::NotApplicable, active: true });
    }
    // The one in focus is drawn first, so that nothing covers it; then the narrower ones.
    marks.sort_by_key(|mark| (mark.start, !mark.active, mark.end));
    marks
}

/// A stretch and the mark that it is drawn with.
#[derive(Debug, PartialEq, Eq)]
pub struct Cut {
    pub start: u32,
    pub end: u32,
    pub mark: Option<usize>,
}

/// Cuts a stretch so that each part is under one mark at most: the one in focus, else the narrowest.
pub fn cut(start: u32, end: u32, marks: &[Mark]) -> Vec<Cut> {
    let touching = |mark: &&Mark| mark.start <= end && start <= mark.end;
    let mut edges: Vec<u32> = vec![start, end];
    for mark in marks.iter().filter(touching) {
        edges.extend([mark.start, mark.end].into_iter().filter(|edge| start < *edge && *edge < end));
    }
    edges.sort_unstable();
    edges.dedup();
    let mut cuts = Vec::new();
    for pair in edges.windows(2) {
        let &[from, to] = pair else { continue };
        // Marks without width stand before the character that follows.
        for (index, mark) in marks.iter().enumerate() {
            if mark.start == mark.end && mark.start == from {
                cuts.push(Cut { start: from, end: from, mark: Some(index) });
            }
        }
        let over = marks.iter().enumerate().filter(|(_, mark)| mark.start <= from && to <= mark.end);
        let best = over.min_by_key(|(_, mark)| (!mark.active, mark.end - mark.start)).map(|(index, _)| index);
        cuts.push(Cut { start: from, end: to, mark: best });
    }
    cuts
}

/// Draws a stretch of text along its marks; `plain` is for what is not marked.
pub fn draw(
    text: &str,
    cuts: &[Cut],
    marks: &[Mark],
    base: u32,
    plain: Ends,
    send: &Callback<Action>,
) -> Html {
    let part = |cut: &Cut| {
        let range = (cut.start - base) as usize..(cut.end - base) as usize;
        let text = text.get(range).unwrap_or_default();
        let Some(mark) = cut.mark.and_then(|index| marks.get(index)) else { return visible(text, plain) };
        let first = cut.start == mark.start;
        let onclick = mark.finding.map(|finding| {
            let send = send.clone();
            Callback::from(move |_: MouseEvent| send.emit(Action::FindingOf(finding)))
        });
        let class = classes!(
            tone_class(mark.tone),
            mark.active.then_some("active"),
            (mark.start == mark.end).then_some("here"),
            mark.finding.is_some().then_some("found")
        );
        html! {
            <>
                if let (true, Some(finding), Some(onclick)) = (first, mark.finding, onclick.clone()) {
                    <button type="button" class={classes!("flag", tone_class(mark.tone))} {onclick} data-number={(finding + 1).to_string()}
                        aria-label={format!("Finding {}: back to it", finding + 1)} title={format!("Finding {}", finding + 1)} />
                }
                <mark {class} {onclick} tabindex={(mark.active && first).then_some("-1")}>{ visible(text, Ends::Shown) }</mark>
            </>
        }
    };
    cuts.iter().map(part).collect()
}

/// Brings the mark in focus into sight after each new wish, and gives it the focus if the wish says so; of a new document the
/// first finding.
#[hook]
pub fn use_look(node: &NodeRef, look: Look, drawn: u32) {
    let node = node.clone();
    use_effect_with((look, drawn), move |(look, _)| {
        let Some(element) = node.cast::<web_sys::Element>() else { return };
        let find = |selector: &str| element.query_selector(selector).ok().flatten();
        if look.fresh {
            let first = find("[data-number='1']").or_else(|| find("mark.found"));
            crate::hooks::scroll_alone(&element, ".panel", first.as_ref());
        } else if let Some(mark) = find("mark.active").filter(|_| look.place.is_some()) {
            crate::hooks::scroll_to(&mark, web_sys::ScrollLogicalPosition::Center);
            if look.grab {
                crate::hooks::take_focus(&mark);
            }
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Start, end and mark of a part.
    type Part = (u32, u32, Option<usize>);

    fn mark(start: u32, end: u32, active: bool) -> Mark {
        Mark { start, end, finding: Some(0), tone: Tone::Refused, active }
    }

    #[test]
    fn a_stretch_is_cut_along_its_marks_and_whole() {
        let cases: [(&[Mark], &[Part]); 6] = [
            (&[], &[(10, 20, None)]),
            (&[mark(12, 15, false)], &[(10, 12, None), (12, 15, Some(0)), (15, 20, None)]),
            (&[mark(0, 99, false)], &[(10, 20, Some(0))]),
            (
                &[mark(10, 20, false), mark(12, 15, false)],
                &[(10, 12, Some(0)), (12, 15, Some(1)), (15, 20, Some(0))],
            ),
            (
                &[mark(10, 20, true), mark(12, 15, false)],
                &[(10, 12, Some(0)), (12, 15, Some(0)), (15, 20, Some(0))],
            ),
            (&[mark(13, 13, false)], &[(10, 13, None), (13, 13, Some(0)), (13, 20, None)]),
        ];
        for (marks, expected) in cases {
            let cuts: Vec<_> = cut(10, 20, marks).iter().map(|cut| (cut.start, cut.end, cut.mark)).collect();
            assert_eq!(cuts, expected, "{marks:?}");
        }
    }
}
