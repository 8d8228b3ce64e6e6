//! Reads what a program reports around an error text: service, status, code and request id.
//!
//! It deliberately keeps the innermost and the outermost report apart: the codes differ.

use std::ops::Range;

use super::Report;

/// A report, and on which side of its text it stands.
pub(super) struct Placed<'a> {
    report: Report<'a>,
    precedes: bool,
}

/// All reports of a paste, from left to right.
pub(super) fn reports(pasted: &str) -> Vec<Placed<'_>> {
    // ASCII letters only, so that every offset stays.
    let lower = pasted.to_ascii_lowercase();
    let mut found = Vec::new();
    in_brackets(pasted, &lower, &mut found);
    command_line(pasted, &lower, &mut found);
    go(pasted, &lower, &mut found);
    crate::order::by_key(&mut found, |placed: &Placed<'_>| [placed.report.range.start, 0]);
    found
}

/// The reports that belong to a text: those of the command line before it, and the brackets after it. `room` reaches
/// from the end of the text before to the start of the next one.
pub(super) fn reports_of<'a>(
    all: &[Placed<'a>],
    pasted: &'a str,
    room: Range<usize>,
    text: Range<usize>,
) -> Vec<Report<'a>> {
    // Further away than this it belongs to something else.
    const REACH: usize = 200;
    let mut own: Vec<Report<'a>> = code_before(pasted, text.start).into_iter().collect();
    let mut edge = text.end;
    let first = all.partition_point(|placed| placed.report.range.start < room.start);
    for Placed { report, precedes } in all.iter().skip(first) {
        if report.range.start >= room.end {
            break;
        }
        let between =
            if *precedes { report.range.end..text.start } else { edge..report.range.start.max(edge) };
        let near = between.end.saturating_sub(between.start) <= REACH;
        let paragraph =
            pasted.get(between.clone()).is_some_and(|gap| !gap.contains("\n\n") && !gap.contains("\r\n\r\n"));
        let ordered =
            if *precedes { report.range.end <= text.start } else { report.range.start >= text.start };
        if near && ordered && (paragraph || report.range.start < text.end) {
            edge = edge.max(report.range.end);
            own.push(report.clone());
        }
    }
    own
}

/// `ValidationError: text`, as programs in Go write it.
fn code_before(pasted: &str, start: usize) -> Option<Report<'_>> {
    let before = pasted.get(..start)?.strip_suffix(": ")?;
    let length = before.chars().rev().take(64).take_while(char::is_ascii_alphanumeric).count();
    let code_at = before.len().saturating_sub(length);
    let code = before.get(code_at..)?;
    // `Error: ` and `Message: ` are no codes: those are made of several words.
    let words = code.bytes().filter(u8::is_ascii_uppercase).count();
    let is_code = words > 1 && code.bytes().any(|byte| byte.is_ascii_lowercase());
    is_code.then(|| Report { range: code_at..before.len(), code: Some(code), ..Report::default() })
}

/// `(Service: S; Status Code: 400; Error Code: C; Request ID: R; Proxy: null)`, in any case.
fn in_brackets<'a>(pasted: &'a str, lower: &str, found: &mut Vec<Placed<'a>>) {
    for (at, key) in lower.match_indices("service:") {
        let mut report = Report { range: at..at.saturating_add(key.len()), ..Report::default() };
        let mut fields = 0;
        let mut start = at;
        // A report has five fields; a few more are allowed for.
        while fields < 8 {
            let Some(rest) = pasted.get(start..) else { break };
            // A value ends at the next semicolon or bracket, and is short.
            let length = rest
                .char_indices()
                .take(160)
                .find(|&(_, c)| matches!(c, ';' | ')' | '\n'))
                .map(|(end, _)| end);
            let Some(length) = length else { break };
            let field = rest.get(..length).unwrap_or_default();
            let Some((name, value)) = field.split_once(':') else { break };
            let value = value.trim();
            let name = name.trim().to_ascii_lowercase();
            match name.as_str() {
                "service" => report.service = Some(value),
                "status code" => report.status = value.parse().ok(),
                "error code" => report.code = Some(value).filter(|value| is_code(value)),
                "request id" => report.request_id = Some(value).filter(|value| !value.is_empty()),
                _ => {}
            }
            start = start.saturating_add(length);
            report.range.end = start;
            if !rest.get(length..).is_some_and(|rest| rest.starts_with(';')) {
                break;
            }
            start = start.saturating_add(1);
            fields += 1;
        }
        if report.status.is_some() || report.code.is_some() {
            found.push(Placed { report, precedes: false });
        }
    }
}

/// `An error occurred (C) when calling the O operation:` and the older `A client error (C) occurred when calling …`.
fn command_line<'a>(pasted: &'a str, lower: &str, found: &mut Vec<Placed<'a>>) {
    for (at, key) in lower.match_indices("when calling the ") {
        let start = at.saturating_add(key.len());
        let operation = word_at(pasted, start);
        let code = pasted.get(..at).map(tail).and_then(|before| {
            let before = before.trim_end();
            let before = before.strip_suffix("occurred").unwrap_or(before).trim_end();
            // `(reached max retries: 4)` may stand between.
            let before = before.rsplit_once(" (reached max retries").map_or(before, |(before, _)| before);
            let inner = before.strip_suffix(')')?;
            let open = inner.rfind('(')?;
            inner.get(open.saturating_add(1)..).filter(|code| is_code(code))
        });
        if let (Some(code), false) = (code, operation.is_empty()) {
            let offset = (code.as_ptr() as usize).saturating_sub(pasted.as_ptr() as usize);
            let report = Report {
                range: offset..start.saturating_add(operation.len()),
                code: Some(code),
                operation: Some(operation),
                ..Report::default()
            };
            found.push(Placed { report, precedes: true });
        }
    }
}

/// `C: text⏎ status code: 400, request id: R`, and `https response error StatusCode: 400, RequestID: R, C: text`.
fn go<'a>(pasted: &'a str, lower: &str, found: &mut Vec<Placed<'a>>) {
    for (at, key) in lower.match_indices("status code: ").chain(lower.match_indices("statuscode: ")) {
        // Those in brackets have a semicolon before them.
        if lower.get(..at).is_some_and(|before| before.trim_end().ends_with(';')) {
            continue;
        }
        let start = at.saturating_add(key.len());
        let number = word_at(pasted, start);
        let Ok(status) = number.parse::<u16>() else { continue };
        let mut end = start.saturating_add(number.len());
        let mut report = Report { status: Some(status), ..Report::default() };
        let rest = lower.get(end..).unwrap_or_default();
        let id_at = ["request id: ", "requestid: "].iter().find_map(|name| {
            let gap = rest.trim_start_matches([',', ' ', '\t', '\n', '\r']);
            gap.strip_prefix(name).map(|after| pasted.len().saturating_sub(after.len()))
        });
        if let Some(id_at) = id_at {
            let id = word_at(pasted, id_at);
            report.request_id = Some(id).filter(|id| !id.is_empty());
            end = id_at.saturating_add(id.len());
        }
        let after = pasted.get(end..).and_then(|rest| rest.strip_prefix(", ")).unwrap_or_default();
        let code = after.split(':').next().filter(|code| is_code(code) && after.len() > code.len());
        if let Some(code) = code {
            report.code = Some(code);
            end = end.saturating_add(2).saturating_add(code.len());
        }
        report.range = at..end;
        found.push(Placed { report, precedes: code.is_some() });
    }
}

/// The last 200 bytes or a little less, so that looking back stays cheap.
fn tail(text: &str) -> &str {
    let mut start = text.len().saturating_sub(200);
    while !text.is_char_boundary(start) {
        start = start.saturating_add(1);
    }
    text.get(start..).unwrap_or_default()
}

fn word_at(text: &str, at: usize) -> &str {
    let rest = text.get(at..).unwrap_or_default();
    let length =
        rest.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'))).unwrap_or(rest.len());
    rest.get(..length).unwrap_or_default()
}

/// `InvalidIdentityToken`, `Auth…` cut short by a page.
fn is_code(text: &str) -> bool {
    let text = text.strip_suffix('…').or_else(|| text.strip_suffix("...")).unwrap_or(text);
    (3..=64).contains(&text.len())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_'))
}
