//! Data of the input: always text nodes, with what cannot be seen made visible and what is copied left as it is.

use yew::prelude::*;

/// Data, with blanks at its ends marked.
pub fn data(text: &str) -> Html {
    html! { <code>{ visible(text, Ends::Shown) }</code> }
}

/// Whether blanks at the ends, and blanks in a row, are marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ends {
    Shown,
    Plain,
    /// Nor are there places for breaking a line: markup.
    Whole,
}

/// The text with the invisible labelled by style alone, and places where a long name may be broken.
pub fn visible(text: &str, ends: Ends) -> Html {
    if text.bytes().all(|byte| matches!(byte, b'!'..=b'~') && !matches!(byte, b'/' | b',')) {
        return html! { text.to_owned() };
    }
    runs(text, ends)
        .into_iter()
        .map(|run| match run {
            Run::Plain(part) => html! { part.to_owned() },
            Run::Breakable(part) => html! { <>{ part.to_owned() }<wbr /></> },
            Run::Blank(part) => html! { <span class="blank">{ part.to_owned() }</span> },
            Run::Unseen(part, label) => {
                html! { <span class="unseen" data-label={label.clone()} title={label}>{ part.to_owned() }</span> }
            }
        })
        .collect()
}

/// In longer texts (Base64, whole layers) a line is broken anywhere: thousands of hints would slow the browser down.
const MOST_BREAKS: usize = 2000;

#[derive(Debug, PartialEq, Eq)]
enum Run<'a> {
    Plain(&'a str),
    /// Ends with a character after which a line may be broken.
    Breakable(&'a str),
    Blank(&'a str),
    /// A character that cannot be seen, and its name.
    Unseen(&'a str, String),
}

fn runs(text: &str, ends: Ends) -> Vec<Run<'_>> {
    let mut runs = Vec::new();
    let mut from = 0;
    for (at, char) in text.char_indices() {
        let end = at + char.len_utf8();
        let special = match char {
            '/' | ',' if ends != Ends::Whole && text.len() < MOST_BREAKS => {
                runs.push(Run::Breakable(&text[from..end]));
                from = end;
                continue;
            }
            ' ' if ends == Ends::Shown && is_odd_blank(text, at) => Run::Blank(&text[at..end]),
            _ => match label(char) {
                Some(label) => Run::Unseen(&text[at..end], label),
                None => continue,
            },
        };
        if from < at {
            runs.push(Run::Plain(&text[from..at]));
        }
        runs.push(special);
        from = end;
    }
    if from < text.len() {
        runs.push(Run::Plain(&text[from..]));
    }
    runs
}

/// A blank that the eye would miss: at an end, or beside another.
fn is_odd_blank(text: &str, at: usize) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + 1..].chars().next();
    matches!(before, None | Some(' ')) || matches!(after, None | Some(' '))
}

/// What a character that cannot be seen is called; `None` for those that can, and for line feed.
fn label(char: char) -> Option<String> {
    let name = match char {
        '\n' => return None,
        '\t' => "tab",
        '\r' => "CR",
        '\0' => "NUL",
        '\u{a0}' => "no-break space",
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero-width space",
        '\u{200c}' | '\u{200d}' => "zero-width joiner",
        '\u{2028}' | '\u{2029}' => "line separator",
        '\u{feff}' => "byte order mark",
        '\u{200e}' | '\u{200f}' | '\u{61c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => {
            "bidi control"
        }
        '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}' => "wide space",
        '\u{2060}'..='\u{2064}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e007f}' => "invisible",
        char if char.is_control() => "control",
        _ => return None,
    };
    Some(format!("U+{:04X} {name}", u32::from(char)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_labelled_and_nothing_is_lost() {
        for text in
            ["", "plain", " a  b ", "a\u{200b}b", "arn:aws:iam::1:role/a, x", "\u{202e}evil\r\n", "é\u{a0}"]
        {
            let whole: String = runs(text, Ends::Shown)
                .iter()
                .map(|run| match run {
                    Run::Plain(part) | Run::Breakable(part) | Run::Blank(part) | Run::Unseen(part, _) => {
                        *part
                    }
                })
                .collect();
            assert_eq!(whole, text);
        }
        assert_eq!(
            runs("a\u{200b}/b ", Ends::Shown),
            [
                Run::Plain("a"),
                Run::Unseen("\u{200b}", "U+200B zero-width space".to_owned()),
                Run::Breakable("/"),
                Run::Plain("b"),
                Run::Blank(" ")
            ]
        );
        assert_eq!(runs("a b", Ends::Shown), [Run::Plain("a b")]);
        assert_eq!(runs(" a", Ends::Plain), [Run::Plain(" a")]);
    }
}
