//! Keeps user data and words of ours from being taken for Markdown.
//!
//! It knows nothing of reports.

use crate::render::visible::visible;

/// A code span that its content cannot end: the fence is longer than any run of backticks within (CommonMark 6.1).
pub(in crate::render) fn code(data: &str) -> String {
    let data = visible(data);
    if data.is_empty() {
        return "(nothing)".into();
    }
    let fence = "`".repeat(longest_run(&data) + 1);
    // One blank at each end is taken off again, so that backticks and blanks at the ends of the data survive.
    let blank = data.starts_with(['`', ' ']) || data.ends_with(['`', ' ']);
    let pad = if blank { " " } else { "" };
    format!("{fence}{pad}{data}{pad}{fence}")
}

/// A fence that its content cannot end (CommonMark 4.5).
pub(super) fn fenced(text: &str) -> String {
    let fence = "`".repeat((longest_run(text) + 1).max(3));
    format!("{fence}text\n{text}\n{fence}")
}

fn longest_run(text: &str) -> usize {
    text.split(|char| char != '`').map(str::len).max().unwrap_or(0)
}

/// Words of ours, with what Markdown would take for markup escaped.
pub(in crate::render) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for char in visible(text).chars() {
        if matches!(char, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~') {
            escaped.push('\\');
        }
        escaped.push(char);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn data_cannot_leave_its_code_span() {
        for (data, span) in [
            ("plain", "`plain`"),
            ("a`b", "``a`b``"),
            ("``", "``` `` ```"),
            (" x", "`  x `"),
            ("<script>\n", "`<script>\\n`"),
            ("", "(nothing)"),
        ] {
            assert_eq!(code(data), span);
        }
        assert_eq!(fenced("```\nx"), "````text\n```\nx\n````");
        assert_eq!(fenced("x"), "```text\nx\n```");
    }

    #[test]
    fn words_are_no_markup() {
        assert_eq!(escape("a <b> *c* [d](e) @f"), "a \\<b\\> \\*c\\* \\[d\\](e) @f");
    }
}
