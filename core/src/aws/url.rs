//! Cuts a URL into its parts and remembers where each stands.
//!
//! It deliberately normalises nothing: AWS compares these strings byte for byte.

use std::ops::Range;

/// The parts of `scheme://userinfo@host:port/path?query#fragment`. All ranges are bytes of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Url<'a> {
    text: &'a str,
    /// Without `://`; empty where there is none.
    pub scheme: Range<usize>,
    /// With its `@`.
    pub userinfo: Option<Range<usize>>,
    pub host: Range<usize>,
    /// With its colon.
    pub port: Option<Range<usize>>,
    /// From its first slash on; empty where there is none.
    pub path: Range<usize>,
    /// With its `?`.
    pub query: Option<Range<usize>>,
    /// With its `#`.
    pub fragment: Option<Range<usize>>,
}

impl<'a> Url<'a> {
    /// Reads the part of a text. Any text has a reading: without `://` it begins with the host.
    pub fn read(text: &'a str, within: Range<usize>) -> Self {
        let start = within.start;
        let whole = text.get(within.clone()).unwrap_or_default();
        let at = |offset: usize| start.saturating_add(offset);
        let fragment_at = whole.find('#').unwrap_or(whole.len());
        let before_fragment = whole.get(..fragment_at).unwrap_or_default();
        let query_at = before_fragment.find('?').unwrap_or(fragment_at);
        let before_query = before_fragment.get(..query_at).unwrap_or_default();
        let (scheme_end, authority_at) = match before_query.find("://") {
            Some(end) => (end, end.saturating_add(3)),
            None => (0, 0),
        };
        let authority = before_query.get(authority_at..).unwrap_or_default();
        let path_at = authority.find('/').map_or(query_at, |slash| authority_at.saturating_add(slash));
        let authority = before_query.get(authority_at..path_at).unwrap_or_default();
        let host_at = authority
            .rfind('@')
            .map_or(authority_at, |sign| authority_at.saturating_add(sign).saturating_add(1));
        let host_and_port = before_query.get(host_at..path_at).unwrap_or_default();
        let port_at = host_and_port.rfind(':').map(|colon| host_at.saturating_add(colon));
        let some = |from: usize, to: usize| (from < to).then(|| at(from)..at(to));
        Self {
            text,
            scheme: at(0)..at(scheme_end),
            userinfo: some(authority_at, host_at),
            host: at(host_at)..at(port_at.unwrap_or(path_at)),
            port: port_at.and_then(|colon| some(colon, path_at)),
            path: at(path_at)..at(query_at),
            query: some(query_at, fragment_at),
            fragment: some(fragment_at, whole.len()),
        }
    }

    pub fn part(&self, range: &Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    pub fn host(&self) -> &'a str {
        self.part(&self.host)
    }

    pub fn path(&self) -> &'a str {
        self.part(&self.path)
    }

    /// The names and values of the query as they stand, still percent-encoded.
    pub fn parameters(&self) -> Vec<Parameter<'a>> {
        let Some(query) = &self.query else { return Vec::new() };
        let mut start = query.start.saturating_add(1);
        let text = self.text.get(start..query.end).unwrap_or_default();
        let mut parameters = Vec::new();
        for part in text.split('&') {
            let end = start.saturating_add(part.len());
            let equals = part.find('=').unwrap_or(part.len());
            let name_end = start.saturating_add(equals);
            let value_start = name_end.saturating_add(1).min(end);
            if !part.is_empty() {
                parameters.push(Parameter {
                    name: part.get(..equals).unwrap_or_default(),
                    value: self.text.get(value_start..end).unwrap_or_default(),
                    range: start..end,
                    value_range: value_start..end,
                });
            }
            start = end.saturating_add(1);
        }
        parameters
    }
}

/// One `name=value` of a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameter<'a> {
    pub name: &'a str,
    pub value: &'a str,
    pub range: Range<usize>,
    pub value_range: Range<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn parts_have_places() {
        let text = "https://jane:pw@idp.example.com:8443/a/b?x=1&y=%2F#top";
        let url = Url::read(text, 0..text.len());
        let part = |range: &Option<Range<usize>>| range.clone().map(|range| text.get(range).unwrap());
        assert_eq!((url.part(&url.scheme), url.host(), url.path()), ("https", "idp.example.com", "/a/b"));
        assert_eq!(part(&url.userinfo), Some("jane:pw@"));
        assert_eq!(part(&url.port), Some(":8443"));
        assert_eq!(part(&url.query), Some("?x=1&y=%2F"));
        assert_eq!(part(&url.fragment), Some("#top"));
        let parameters: Vec<_> =
            url.parameters().into_iter().map(|p| (p.name, text.get(p.value_range).unwrap())).collect();
        assert_eq!(parameters, [("x", "1"), ("y", "%2F")]);
    }

    #[test]
    fn a_slash_or_question_mark_in_the_query_is_no_path() {
        let text = "signin.example.com?u=https://x/y";
        let url = Url::read(text, 0..text.len());
        assert_eq!((url.part(&url.scheme), url.host(), url.path()), ("", "signin.example.com", ""));
    }

    proptest! {
        #[test]
        fn nothing_panics(text in "(https?://|@|:|/|\\?|#|&|=|\\PC){0,20}") {
            let url = Url::read(&text, 0..text.len());
            prop_assert!(text.get(url.host.clone()).is_some() && text.get(url.path.clone()).is_some());
            for parameter in url.parameters() {
                prop_assert!(text.get(parameter.range).is_some() && text.get(parameter.value_range).is_some());
            }
        }
    }
}
