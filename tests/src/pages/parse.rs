//! Reads a rule page: sections, and the examples in their fences.

/// A page, as far as tests need it.
#[derive(Debug, Default)]
pub struct Page {
    pub summary: String,
    pub headings: Vec<String>,
    pub examples: Vec<Example>,
}

/// One or more fences that are pasted together.
#[derive(Debug)]
pub struct Example {
    pub expect: Expect,
    pub fences: Vec<Fence>,
    /// The message that the rule must give.
    pub message: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expect {
    Fires,
    DoesNotFire,
    CannotTell,
}

/// One fence.
#[derive(Debug)]
pub struct Fence {
    /// `xml`, `paste`, `case`, `json`, `pem`, `text`, `cli` or `relay`.
    pub kind: String,
    pub keys: Vec<(String, String)>,
    /// Without marks, escapes resolved.
    pub body: String,
    /// Byte ranges between `«` and `»`.
    pub primary: Vec<(usize, usize)>,
    /// Byte ranges between `‹` and `›`.
    pub related: Vec<(usize, usize)>,
}

impl Fence {
    pub fn key(&self, name: &str) -> Option<&str> {
        self.keys.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}

/// Reads a page. What is wrong with it is an error that says so.
pub fn parse(page: &str) -> Result<Page, String> {
    let mut read = Page::default();
    let mut expect = None;
    let mut lines = page.lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    read.summary = lines.next().unwrap_or_default().to_owned();
    let mut joins = false;
    while let Some(line) = lines.next() {
        if let Some(heading) = line.strip_prefix("## ") {
            read.headings.push(heading.to_owned());
            expect = match heading {
                "Fires" => Some(Expect::Fires),
                "Does not fire" => Some(Expect::DoesNotFire),
                "Cannot tell" => Some(Expect::CannotTell),
                _ => None,
            };
            joins = false;
        } else if let Some(info) = line.strip_prefix("```") {
            let body: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
            let info = info.trim();
            let Some(expect) = expect else {
                if info.is_empty() {
                    return Err("a fence names no kind".into());
                }
                continue;
            };
            let (joined, info) = match info.strip_prefix('+') {
                Some(info) => (true, info),
                None => (false, info),
            };
            let fence = fence(info, &body.join("\n"))?;
            match read.examples.last_mut().filter(|_| joined && joins) {
                Some(example) => example.fences.push(fence),
                None if joined => return Err("a `+` fence belongs to no example".into()),
                None => read.examples.push(Example { expect, fences: vec![fence], message: None }),
            }
            joins = true;
        } else if let Some(message) = line.strip_prefix("> ") {
            let Some(example) = read.examples.last_mut() else { continue };
            match &mut example.message {
                Some(whole) => {
                    whole.push(' ');
                    whole.push_str(message);
                }
                None => example.message = Some(message.to_owned()),
            }
        }
    }
    Ok(read)
}

fn fence(info: &str, raw: &str) -> Result<Fence, String> {
    const KINDS: [&str; 8] = ["xml", "paste", "case", "json", "pem", "text", "cli", "relay"];
    const KEYS: [&str; 14] = [
        "base", "in", "without", "at", "service", "sign", "tamper", "mark", "file", "wrap", "needs", "also",
        "na", "error",
    ];
    let mut words = info.split_whitespace();
    let kind = words.next().unwrap_or_default().to_owned();
    if !KINDS.contains(&kind.as_str()) {
        return Err(format!("a fence of unknown kind `{kind}`"));
    }
    let keys: Vec<_> = words
        .map(|word| word.split_once('=').unwrap_or((word, "")))
        .map(|(key, value)| (key.to_owned(), value.to_owned()))
        .collect();
    if let Some((key, _)) = keys.iter().find(|(key, _)| !KEYS.contains(&key.as_str())) {
        return Err(format!("a fence with unknown key `{key}`"));
    }
    let mut fence = Fence { kind, keys, body: String::new(), primary: Vec::new(), related: Vec::new() };
    let (mut primary, mut related) = (None, None);
    let mut rest = raw;
    while let Some(char) = rest.chars().next() {
        rest = &rest[char.len_utf8()..];
        let at = fence.body.len();
        match char {
            '«' => primary = Some(at),
            '»' => fence.primary.push((primary.take().ok_or("a `»` without `«`")?, at)),
            '‹' => related = Some(at),
            '›' => fence.related.push((related.take().ok_or("a `›` without `‹`")?, at)),
            '\\' if rest.starts_with("u{") => {
                let (inner, after) = rest[2..].split_once('}').ok_or("an escape without `}`")?;
                // `\u{61*1000}` is a thousand times `a`, for values at a limit.
                let (hex, times) = inner.split_once('*').unwrap_or((inner, "1"));
                let code = u32::from_str_radix(hex, 16).map_err(|error| error.to_string())?;
                let char = char::from_u32(code).ok_or("an escape that is no character")?;
                let times = times.parse().map_err(|_| "an escape with a bad count")?;
                fence.body.extend(std::iter::repeat_n(char, times));
                rest = after;
            }
            char => fence.body.push(char),
        }
    }
    if primary.is_some() || related.is_some() {
        return Err("a mark is not closed".into());
    }
    if let Some(path) = fence.key("file") {
        let whole = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        fence.body = std::fs::read_to_string(whole).map_err(|error| format!("{path}: {error}"))?;
    }
    Ok(fence)
}
