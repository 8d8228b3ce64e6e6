//! User data in Markdown, within code that it cannot leave (CommonMark 0.31.2, sections 4.5 and 6.1).
//!
//! The report itself is written by the core; this is for what the command line puts around it.

pub fn code(text: &str) -> String {
    let ticks = "`".repeat(longest_run(text) + 1);
    // A blank on both sides is taken away again.
    format!("{ticks} {text} {ticks}")
}

pub fn fenced(text: &str) -> String {
    let fence = "`".repeat(longest_run(text).max(2) + 1);
    format!("{fence}\n{text}\n{fence}\n")
}

fn longest_run(text: &str) -> usize {
    text.split(|char| char != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_cannot_be_left() {
        assert_eq!(code("a.xml"), "` a.xml `");
        assert_eq!(code("a``b`"), "``` a``b` ```");
        assert_eq!(fenced("<a/>"), "```\n<a/>\n```\n");
        assert_eq!(fenced("```\n````"), "`````\n```\n````\n`````\n");
    }
}
